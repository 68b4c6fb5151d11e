"""`single-source`: the toll rests on one document."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, EvidenceStance, Kind, Severity, Status


def find(report: DocumentReport) -> Iterator[Fault]:
    """Sourced casualty claims whose support is one document; several that repeat one are `circular-source`."""
    for index, claim in enumerate(report.claims):
        if claim.kind is not Kind.CASUALTY or claim.status is not Status.SOURCED:
            continue
        support = [e for e in claim.evidence if e.stance is EvidenceStance.SUPPORTS]
        accounted = any(not e.roots for e in support)  # an entry of the ledger, whose sources a person has weighed
        sources = {e.source for e in support}
        if not accounted and len(sources) == 1:
            yield Fault(claim.span, f"only {sources.pop()} supports it", index)


SINGLE_SOURCE = FindingRule(
    code="single-source",
    severity=Severity.NOTE,
    summary="A casualty claim is supported by one source only.",
    why="Tolls change and sources err; two that know of it independently are the rule in casualty recording.",
    mend="Look for a second source of another origin, or say whose figure it is.",
    find=find,
    fires=(Example("41 prisoners were killed in the fire.", "41 prisoners were killed in the fire."),),
    silent=(
        Example("The prison held 312 men.", "The prison held 312 men."),
        Example("41 prisoners were killed in the fire."),
    ),
)
