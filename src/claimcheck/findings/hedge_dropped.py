"""`hedge-dropped`: the source doubts, the text does not."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.passages import HEDGE, weaker, where
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Claims that say plainly what their source says with "allegedly", "reportedly" and the like."""
    for index, claim, passage, field in weaker(report, HEDGE):
        if not field.claim_words and field.evidence_words:
            yield Fault(claim.span, f"{where(passage)} says “{field.evidence_words}”, the text does not", index)


HEDGE_DROPPED = FindingRule(
    code="hedge-dropped",
    severity=Severity.WARNING,
    summary="The source says it with a hedge that the text leaves out.",
    why="What was alleged becomes what happened, and nobody can say where.",
    mend="Take over the hedge, or find a source that needs none.",
    find=find,
    fires=(Example("Guards fired tear gas into the yard.", "Guards allegedly fired tear gas into the yard."),),
    silent=(
        Example("Guards allegedly fired tear gas into the yard.", "Guards allegedly fired tear gas into the yard."),
        Example("Guards fired tear gas into the yard.", "Guards fired tear gas into the yard."),
        Example("Guards fired tear gas into the yard."),
    ),
)
