"""How many claims a report holds, by tag and by kind, and which of them are shown."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from claimcheck.model import Claim, DocumentReport, Finding, Kind, Report, Severity, Status
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

    With `top`, only that many of them, the most check-worthy of the whole report, still in the order of the text.
    """

    tags: frozenset[Tag] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    top: int | None = None

    def of(self, report: Report) -> tuple[tuple[Claim, ...], ...]:
        """For each document its shown claims."""
        shown = [
            (number, index, claim)
            for number, document in enumerate(report.documents)
            for index, claim in enumerate(document.claims)
            if (not self.tags or tag_of(claim) in self.tags) and (not self.kinds or claim.kind in self.kinds)
        ]
        if self.top is not None:
            shown = sorted(shown, key=lambda entry: -entry[2].checkworthiness)[: self.top]
        kept = {(number, index) for number, index, _ in shown}
        return tuple(
            tuple(claim for index, claim in enumerate(document.claims) if (number, index) in kept)
            for number, document in enumerate(report.documents)
        )


EVERYTHING = Selection()


def count(report: Report) -> Counter[tuple[Kind, Tag]]:
    """How many claims of each kind have each tag."""
    return Counter((claim.kind, tag_of(claim)) for _, claim in report)


def findings_of(document: DocumentReport) -> tuple[Finding, ...]:
    """Every finding of the document, on its claims and on itself."""
    return (*document.findings, *(finding for claim in document.claims for finding in claim.findings))


def findings_in(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for document in report.documents for finding in findings_of(document))


def at_or_above(severity: Severity) -> frozenset[Severity]:
    """The severities that are at least as grave."""
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    return frozenset(order[: order.index(severity) + 1])
