"""`speaker-differs`: somebody said it, but somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.passages import SPEAKER, where
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, Relation, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Claims that a source has in the mouth of another speaker."""
    for index, claim in enumerate(report.claims):
        for passage in claim.evidence:
            for field in passage.fields:
                if field.field == SPEAKER and field.relation is Relation.CONFLICTING:
                    message = f"in the text it is “{field.claim_words}”, in {where(passage)} “{field.evidence_words}”"
                    yield Fault(claim.span, message, index)


SPEAKER_DIFFERS = FindingRule(
    code="speaker-differs",
    severity=Severity.ERROR,
    summary="The source has these words from somebody else.",
    why="Words put in the wrong mouth wrong two people at once.",
    mend="Name the one who said it.",
    find=find,
    fires=(Example("“We heard the keys,” Ana Duarte said.", "“We heard the keys,” Elin Moss said."),),
    silent=(
        Example("“We heard the keys,” Ana Duarte said.", "“We heard the keys,” Ana Duarte said."),
        Example("“We heard the keys,” Ana Duarte said."),
    ),
)
