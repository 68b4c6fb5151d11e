"""`misquoted`: the words in quotation marks are not the words in the source."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.contradicted_value import QUOTED_WORDS
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, Relation, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Quotations that a source has in other words."""
    for index, claim in enumerate(report.claims):
        for passage in claim.evidence:
            altered = [f for f in passage.fields if f.field == QUOTED_WORDS and f.relation is Relation.CONFLICTING]
            for field in altered:
                where = passage.path if passage.line is None else f"{passage.path}:{passage.line}"
                message = f"the text has “{field.claim_words}”, {where} has “{field.evidence_words}”"
                yield Fault(claim.span, message, index)


MISQUOTED = FindingRule(
    code="misquoted",
    severity=Severity.ERROR,
    summary="Words in quotation marks differ from the words in the source.",
    why="Quotation marks promise that somebody said exactly this.",
    mend="Restore the words, mark what was left out or changed (… or [ ]), or report the speech without marks.",
    find=find,
    fires=(
        Example(
            "“The staff opened all the doors they had keys for,” Varga said.",
            "The minister, Ilse Varga, said: “The staff opened some of the doors they had keys for.”",
        ),
    ),
    silent=(
        Example(
            "“The staff opened all the doors they had keys for,” Varga said.",
            "The minister, Ilse Varga, said: “The staff opened all the doors they had keys for.”",
        ),
        Example("“The staff opened all the doors they had keys for,” Varga said."),
    ),
)
