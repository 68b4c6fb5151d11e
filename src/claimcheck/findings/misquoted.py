"""`misquoted`: the words in quotation marks are not the words in the source."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.passages import WORDS, where
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, FieldComparison, Relation, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Quotations that a source has in other words."""
    seen = set()  # a quotation in several claims is at fault once
    for index, claim in enumerate(report.claims):
        for passage in claim.evidence:
            altered = [f for f in passage.fields if f.field == WORDS and f.relation is Relation.CONFLICTING]
            if altered and (claim.attribution, passage.path, passage.span) not in seen:
                seen.add((claim.attribution, passage.path, passage.span))
                differences = "; ".join(_difference(field) for field in altered)
                yield Fault(claim.span, f"{where(passage)} has other words: {differences}", index)


def _difference(field: FieldComparison) -> str:
    if not field.claim_words:
        return f"“{field.evidence_words}” is left out without a mark"
    if not field.evidence_words:
        return f"“{field.claim_words}” is not there"
    return f"“{field.evidence_words}” where the text has “{field.claim_words}”"


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
