"""`contradicted-value`: a source says another number, date, name or place."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.passages import SPEAKER, WORDS, where
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, EvidenceStance, Relation, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Claims of which some field conflicts with a passage that is about the same thing."""
    for index, claim in enumerate(report.claims):
        for passage in claim.evidence:
            if passage.stance is not EvidenceStance.CONTRADICTS:
                continue
            for field in passage.fields:
                if field.relation is Relation.CONFLICTING and field.field not in (WORDS, SPEAKER):
                    here, there = (f"“{w}”" if w else "nothing" for w in (field.claim_words, field.evidence_words))
                    message = f"{field.field}: the text has {here}, {where(passage)} has {there}"
                    yield Fault(claim.span, message, index)


CONTRADICTED_VALUE = FindingRule(
    code="contradicted-value",
    severity=Severity.ERROR,
    summary="A source that is held says another number, date, name, office or place.",
    why="One of the two is wrong, and a reader who has the source will see it.",
    mend="Correct the text, or say in the text that the sources differ.",
    find=find,
    fires=(
        Example(
            "In October 2018 the prison held 213 men.",
            "On the first day of October 2018 the prison held 312 men.",
        ),
    ),
    silent=(
        Example("In October 2018 the prison held 312 men.", "In October 2018 the prison held 312 men."),
        Example("In October 2018 the prison held 312 men.", "In October 2018 the prison had 97 cells."),
        Example("In October 2018 the prison held 312 men."),
    ),
)
