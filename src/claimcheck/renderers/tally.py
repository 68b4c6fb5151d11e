"""How many claims a report holds, by tag and by kind, and which of them are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from claimcheck.model import Claim, DocumentReport, Finding, Kind, Report, Status
from claimcheck.records import dataclass


class Tag(StrEnum):
    """What a reader is told of a claim: its status, or that it is the author's own opinion, which needs no source."""

    SOURCED = "sourced"
    ATTRIBUTED = "attributed"
    UNVERIFIED = "unverified"
    OPINION = "opinion"


NAMES = {
    Tag.SOURCED: "sourced",
    Tag.ATTRIBUTED: "attributed opinion",
    Tag.UNVERIFIED: "unverified",
    Tag.OPINION: "opinion of the author",
}


def tag_of(claim: Claim) -> Tag:
    if claim.kind is Kind.OPINION and claim.status is Status.UNVERIFIED:
        return Tag.OPINION
    return Tag(claim.status)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims are shown: those with one of the tags and one of the kinds; empty means all.

    With `top`, only that many of them, the most check-worthy of the whole report, still in the order of the text. With
    `fullest`, no claim of which another one has all the words and says as much.
    """

    tags: frozenset[Tag] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    top: int | None = None
    fullest: bool = False

    def of(self, report: Report) -> tuple[tuple[Claim, ...], ...]:
        """For each document its shown claims."""
        shown = [
            (number, index, claim)
            for number, document in enumerate(report.documents)
            for index, claim in enumerate(document.claims)
            if (not self.tags or tag_of(claim) in self.tags) and (not self.kinds or claim.kind in self.kinds)
        ]
        if self.fullest:
            parts = [_parts(document.claims) for document in report.documents]
            shown = [entry for entry in shown if entry[1] not in parts[entry[0]]]
        if self.top is not None:
            shown = sorted(shown, key=lambda entry: -entry[2].checkworthiness)[: self.top]
        kept = {(number, index) for number, index, _ in shown}
        return tuple(
            tuple(claim for index, claim in enumerate(document.claims) if (number, index) in kept)
            for number, document in enumerate(report.documents)
        )


EVERYTHING = Selection()
FULLEST = Selection(fullest=True)


def _parts(claims: Sequence[Claim]) -> frozenset[int]:
    """The places of the claims that a longer one holds, of the same sentence and voice and with the same tag."""
    sentences: dict[int, list[Claim]] = {}
    for claim in claims:
        sentences.setdefault(claim.sentence, []).append(claim)
    return frozenset(
        place
        for place, claim in enumerate(claims)
        if any(_holds(longer, claim) for longer in sentences[claim.sentence])
    )


def _holds(longer: Claim, claim: Claim) -> bool:
    """Whether whoever reads the longer claim, its tag and its findings misses nothing of the other."""
    return (
        longer.spans != claim.spans
        and claim.kind in (longer.kind, Kind.EVENT)
        and (tag_of(longer), longer.attribution) == (tag_of(claim), claim.attribution)
        and {finding.code for finding in claim.findings} <= {finding.code for finding in longer.findings}
        and all(any(outer.covers(span) for outer in longer.spans) for span in claim.spans)
    )


def count(report: Report) -> Counter[tuple[Kind, Tag]]:
    """How many claims of each kind have each tag."""
    return Counter((claim.kind, tag_of(claim)) for _, claim in report)


def findings_of(document: DocumentReport) -> tuple[Finding, ...]:
    """Every finding of the document, on its claims and on itself."""
    return (*document.findings, *(finding for claim in document.claims for finding in claim.findings))


def findings_in(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for document in report.documents for finding in findings_of(document))
