"""What several findings read off the passages that a claim was held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.findings.rule import Fault
from claimcheck.model import Claim, DocumentReport, Doubt, Evidence, FieldComparison, Relation, Status

WORDS, SPEAKER, HEDGE = "words", "speaker", "hedge"
LIKE = 0.6  # a passage less like the claim than this may speak of something else


def where(passage: Evidence) -> str:
    """ "corpus/a.md:12", where an editor finds the passage."""
    return passage.path if passage.line is None else f"{passage.path}:{passage.line}"


def weaker(report: DocumentReport, *fields: str) -> Iterator[tuple[int, Claim, Evidence, FieldComparison]]:
    """Unsourced claims whose nearest passage says less in one of these fields and conflicts in none."""
    for index, claim in enumerate(report.claims):
        if claim.status is Status.SOURCED or not claim.evidence:
            continue
        passage = claim.evidence[0]
        if passage.score < LIKE or passage.named(Relation.CONFLICTING):
            continue
        for field in passage.fields:
            if field.field in fields and field.relation is Relation.NARROWER:
                yield index, claim, passage, field


def cautioned(doubt: Doubt) -> Callable[[DocumentReport], Iterator[Fault]]:
    """The rule that fires on claims of which some evidence is in this doubt, once for each reason."""

    def find(report: DocumentReport) -> Iterator[Fault]:
        for index, claim in enumerate(report.claims):
            if not claim.evidence:
                continue
            for words in dict.fromkeys(c.words for e in claim.evidence for c in e.cautions if c.doubt is doubt):
                yield Fault(claim.span, words, index)

    return find
