"""`unverified-casualty`: the dead are counted, and nothing says by whom."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, Kind, Severity, Status


def find(report: DocumentReport) -> Iterator[Fault]:
    """Casualty claims in the text's own voice that nothing supports."""
    for index, claim in enumerate(report.claims):
        if claim.kind is Kind.CASUALTY and claim.status is Status.UNVERIFIED:
            yield Fault(claim.span, "no source is held for this casualty claim, and the text names none", index)


UNVERIFIED_CASUALTY = FindingRule(
    code="unverified-casualty",
    severity=Severity.WARNING,
    summary="A casualty claim in the text's own voice that no source supports.",
    why="A wrong toll hurts the families of the dead and is used to doubt all the rest.",
    mend="Say who gives the figure, or add the source to the corpus and the claim to the ledger.",
    find=find,
    fires=(Example("At least 41 miners were killed in the collapse."),),
    silent=(
        Example("At least 41 miners were killed in the collapse, the rescue service said."),
        Example("The collapse killed the mood at the ministry."),
        Example("The mine employed 41 people."),
    ),
)
