"""What a text said in its earlier versions: a claim that is no stronger than it was needs no new answer."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.accounting.accounts import saying_of, words_of
from claimcheck.model import (
    Amount,
    ChangeKind,
    Claim,
    Count,
    Diff,
    DocumentReport,
    Finding,
    SentenceLink,
    Status,
    Tag,
    Value,
)

# What may happen to a sentence without its saying more than it said; everything else makes its claims new.
_HARMLESS = frozenset(
    {
        *(ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.MERGED, ChangeKind.REWORDED, ChangeKind.TAG_CHANGED),
        *(ChangeKind.HEDGE_ADDED, ChangeKind.ATTRIBUTION_ADDED, ChangeKind.ANONYMOUS_TO_NAMED),
    }
)
_BOTH_WAYS = frozenset(
    {ChangeKind.EMPHASIS, ChangeKind.BOUND, ChangeKind.QUANTIFIER, ChangeKind.STANCE, ChangeKind.LEGAL_STATUS}
)
_TELLING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.VERB, Tag.PARTICIPLE, Tag.NUMBER})


class Before:
    """What earlier versions of a text said."""

    def __init__(self, versions: Iterable[DocumentReport] = ()) -> None:
        self._reports = tuple(versions)
        self._sayings = frozenset(saying_of(claim, report) for report in self._reports for claim in report.claims)
        self._faults = frozenset(
            (finding.code, words_of(finding.span.of(report.document.text)))
            for report in self._reports
            for finding in report.findings
        )
        self._compared: tuple[DocumentReport, tuple[Diff, ...]] | None = None

    def said(self, claim: Claim, report: DocumentReport) -> bool:
        """Whether a version had the claim in these words, or in words that said no less."""
        return saying_of(claim, report) in self._sayings or any(
            _said_no_less(diff, claim) for diff in self._diffs(report)
        )

    def had(self, finding: Finding, report: DocumentReport) -> bool:
        """Whether the finding, which is about no single claim, was there already."""
        return (finding.code, words_of(finding.span.of(report.document.text))) in self._faults

    def strengthened(self, claim: Claim, report: DocumentReport) -> bool:
        """Whether the claim stands in a sentence that said less in a version."""
        links = (_link(diff, claim) for diff in self._diffs(report))
        return any(link is not None and any(c.direction > 0 for c in link.changes) for link in links)

    def _diffs(self, report: DocumentReport) -> tuple[Diff, ...]:
        """What changed from each version to the report; of the report asked about last, it is known."""
        if not self._reports:
            return ()
        if self._compared is None or self._compared[0] is not report:  # to compare by value would read the whole text
            from claimcheck.changes import compare  # here, since most texts have no earlier version

            self._compared = report, tuple(compare(earlier, report) for earlier in self._reports)
        return self._compared[1]


def _link(diff: Diff, claim: Claim) -> SentenceLink | None:
    return next((link for link in diff.links if claim.sentence in link.after), None)


def _said_no_less(diff: Diff, claim: Claim) -> bool:
    """Whether the sentence was reworded or weakened, and had a claim of the kind with the same figures and words."""
    link = _link(diff, claim)
    if link is None or claim.status is not Status.UNVERIFIED:
        return False
    for change in link.changes:
        if change.kind not in _HARMLESS and not (change.kind in _BOTH_WAYS and change.direction <= 0):
            return False
    old = [one for one in diff.old.claims if one.sentence in link.before and one.kind is claim.kind]
    figures = {_figure(value) for one in old for value in one.values}
    if not old or not {_figure(value) for value in claim.values} <= figures:
        return False
    weakening = [change.after for change in link.changes if change.after and change.kind not in _PLACES]
    tokens = diff.new.prose.tokens
    words = {
        tokens.lower[i]
        for i in diff.new.prose.sentences[claim.sentence].words
        if tokens.tag[i] in _TELLING
        and any(span.start <= tokens.start[i] < span.end for span in claim.spans)
        and not any(span.start <= tokens.start[i] < span.end for span in weakening)
    }
    earlier = diff.old.prose
    return words <= {earlier.tokens.lower[i] for n in link.before for i in earlier.sentences[n].words}


_PLACES = frozenset({ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.MERGED, ChangeKind.REWORDED})  # whole sentences


def _figure(value: Value) -> object:
    """What is counted and how many, without how surely."""
    match value:
        case Count():
            return ("count", value.number if value.number is not None else value.min, value.outcome)
        case Amount():
            return ("amount", value.number, value.unit)
        case _:
            return None
