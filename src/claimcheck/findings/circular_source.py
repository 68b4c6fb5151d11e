"""`circular-source`: several sources, and all of them repeat one."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, EvidenceStance, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Claims with two or more supporting sources that go back to a single document."""
    for index, claim in enumerate(report.claims):
        support = [e for e in claim.evidence if e.stance is EvidenceStance.SUPPORTS and e.roots]
        sources = tuple(dict.fromkeys(e.source for e in support))
        roots = {root for e in support for root in e.roots}
        if len(sources) > 1 and len(roots) == 1:
            message = f"{' and '.join(sources)} are one source: both go back to {roots.pop()}"
            yield Fault(claim.span, message, index)


CIRCULAR_SOURCE = FindingRule(
    code="circular-source",
    severity=Severity.WARNING,
    summary="All the sources that support the claim go back to one document.",
    why="Ten papers that repeat one report are one source, however often they print it.",
    mend="Find a source of another origin, or say in the text whose report it is.",
    find=find,
    fires=(
        Example(
            "Guards fired tear gas into the yard.",
            "Guards fired tear gas into the yard.",
            repeated="Guards fired tear gas into the yard.",
        ),
    ),
    silent=(Example("Guards fired tear gas into the yard.", "Guards fired tear gas into the yard."),),
)
