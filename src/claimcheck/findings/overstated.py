"""`overstated`: the text says more than the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from claimcheck.findings.passages import HEDGE, weaker, where
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.grammar import singular
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Attribution, Claim, DocumentReport, Mode, Severity, Tag

_DOUBT = frozenset({"may", "might", "could", "possible", "possibly", "allegedly", "alleged", "potential", "perhaps"})
_NEAR = 2  # sentences within which "the experts" who are quoted are taken for the body that was named


def find(report: DocumentReport) -> Iterator[Fault]:
    """Claims stronger than their source, and labels that a speaker is said to apply but only considers when quoted."""
    for index, claim, passage, field in weaker(report, HEDGE, "quantifier", "legal status"):
        if field.claim_words and field.evidence_words:
            message = f"the text says “{field.claim_words}”, {where(passage)} says “{field.evidence_words}”"
            yield Fault(claim.span, message, index)
    yield from _beyond_the_quotation(report)


def _beyond_the_quotation(report: DocumentReport) -> Iterator[Fault]:
    """ "The council recognised it as a war crime" beside the council's words "it may amount to a war crime"."""
    if all(said.mode is Mode.INDIRECT for said in report.attributions):
        return
    quoted: defaultdict[str, list[tuple[Claim, Attribution]]] = defaultdict(list)
    stated: list[tuple[int, Claim, Attribution, str]] = []
    for index, claim in enumerate(report.claims):
        if claim.attribution is None:
            continue
        said = report.attributions[claim.attribution]
        words = _words(claim, report)
        for label in _labels(words):
            if said.mode is not Mode.INDIRECT and _DOUBT.intersection(words):
                quoted[label].append((claim, said))
            elif said.mode is not Mode.DIRECT and not _DOUBT.intersection(words):
                stated.append((index, claim, said, label))
    for index, claim, said, label in stated:
        for other, speaker in quoted[label]:
            if _same_speaker(said, speaker, abs(claim.sentence - other.sentence), report):
                message = f"the text has “{label}” as said, the quotation only considers it: “{other.text}”"
                yield Fault(claim.span, message, index, (other.span,))
                break


def _words(claim: Claim, report: DocumentReport) -> list[str]:
    tokens = report.prose.tokens
    return [tokens.lower[i] for span in claim.spans for i in tokens.within(span) if tokens.tag[i] is not Tag.QUOTE]


def _labels(words: list[str]) -> list[str]:
    """The legal labels among the words, in the singular."""
    whole = [singular(word) for word in words]
    return [" ".join(whole[r.start : r.stop]) for r in _phrases().all(whole)]


@cache
def _phrases() -> Phrases:
    return Phrases({" ".join(singular(word) for word in label.split()) for label in load("legal_labels")["nouns"]})


def _same_speaker(one: Attribution, two: Attribution, apart: int, report: DocumentReport) -> bool:
    """One name, one name within the other, or, close by, a description such as "the experts"."""
    if one.speaker is None or two.speaker is None:
        return False
    first, second = (set(said.speaker.name.lower().split()) for said in (one, two) if said.speaker)
    if first <= second or second <= first:
        return True
    tokens = report.prose.tokens
    named = any(tokens.tag[i] is Tag.NAME for span in two.source for i in tokens.within(span))
    return apart <= _NEAR and not named


OVERSTATED = FindingRule(
    code="overstated",
    severity=Severity.ERROR,
    summary="The text says more than the words it rests on.",
    why="“May amount to” is a question that somebody raised; “recognised as” is an answer that nobody gave.",
    mend="Say it in the source's own measure.",
    find=find,
    fires=(
        Example("The strike was a war crime.", "The strike may amount to a war crime."),
        Example("All of the prisoners were beaten.", "Some of the prisoners were beaten."),
        Example("Tomas Reil was convicted of fraud.", "Tomas Reil was charged with fraud."),
        Example(
            "The council recognised the strike as a “war crime”. "
            "The council wrote: “We are concerned that the strike may amount to a war crime.”"
        ),
        Example(
            "The report recognised the strike as a war crime. The strike “may amount to a war crime”, the report says."
        ),
    ),
    silent=(
        Example("The strike may amount to a war crime.", "The strike may amount to a war crime."),
        Example("The strike was a war crime.", "The strike was a war crime."),
        Example(
            "The council recognised the strike as a “war crime”. "
            "The army wrote: “It is not clear that the convoy, which may have been armed, was hit.”"
        ),
    ),
)
