"""How many claims a report holds, by tag and by kind, and which of them are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
        shown = [tuple(self._shown(document)) for document in report.documents]
        if self.top is not None:
            ranked = [(number, index) for number, claims in enumerate(shown) for index in range(len(claims))]
            ranked.sort(key=lambda place: -shown[place[0]][place[1]].checkworthiness)
            kept = set(ranked[: self.top])
            shown = [
                tuple(claim for index, claim in enumerate(claims) if (number, index) in kept)
                for number, claims in enumerate(shown)
            ]
        return tuple(shown)

    def _shown(self, document: DocumentReport) -> Iterator[Claim]:
        """The document's claims, however check-worthy they are."""
        parts = _parts(document.claims) if self.fullest else ()
        for index, claim in enumerate(document.claims):
            of_tag = not self.tags or tag_of(claim) in self.tags
            if of_tag and (not self.kinds or claim.kind in self.kinds) and index not in parts:
                yield claim


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
