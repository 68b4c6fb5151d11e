"""The status of a claim that no source backs, and why: what the article alone says of it."""

from __future__ import annotations

from claimcheck.model import Attribution, Claim, DocumentReport, Status
from claimcheck.records import replace

OPINION = "an opinion, which no evidence settles"


class Unsourced:
    """What the article alone says of its claims: attributed when it says whose words these are, else unverified.

    `held` is whether any source is held at all.
    """

    def __init__(self, report: DocumentReport, *, held: bool) -> None:
        self._report = report
        what = "no source that is held says so" if held else "no source is held"
        self._unheld = f"{what}, and the text names nobody who does"
        self._whose: dict[int | None, str] = {}  # by attribution: claims that share one share its words

    def claim(self, claim: Claim, why: str) -> Claim:
        """The claim as the article leaves it; `why` says more than that, if there is more to say."""
        said = None if claim.attribution is None else self._report.attributions[claim.attribution]
        if said is None or not said.source:  # "allegedly" says that somebody says so, not who
            return replace(claim, status=Status.UNVERIFIED, why=why or self._unheld)
        whose = self._whose.get(claim.attribution)
        if whose is None:
            whose = self._whose[claim.attribution] = _whose(said, self._report.prose.text)
        return replace(claim, status=Status.ATTRIBUTED, why=f"{whose}; {why}" if why else whose)


def _whose(said: Attribution, text: str) -> str:
    source = " … ".join(span.of(text) for span in said.source)
    cue = " … ".join(span.of(text) for span in said.cue)
    who = source or (said.speaker.name if said.speaker else "")
    if who and cue:
        return f"the text says whose words these are: “{who}”, by “{cue}” ({said.rule})"
    return f"the text says whose words these are: “{who or cue}” ({said.rule})" if who or cue else said.rule
