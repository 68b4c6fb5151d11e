"""`unattributed-opinion`: a judgement that nobody in the text owns."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.opinion import QUESTION
from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, Kind, Severity, Status


def find(report: DocumentReport) -> Iterator[Fault]:
    """Opinions in the text's own voice, unless it says "we" or "I": then it owns them."""
    tokens = report.prose.tokens
    for index, claim in enumerate(report.claims):
        if claim.kind is not Kind.OPINION or claim.status is not Status.UNVERIFIED or claim.kind_why == QUESTION:
            continue
        words = (tokens.lower[i] for span in claim.spans for i in tokens.within(span))
        if not _FIRST_PERSON.intersection(words):
            yield Fault(claim.span, "a judgement or demand in the text's own voice", index)


_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me"})

UNATTRIBUTED_OPINION = FindingRule(
    code="unattributed-opinion",
    severity=Severity.NOTE,
    summary="A judgement or demand that the text makes its own without saying so.",
    why="A reader takes it for a fact that was checked; no evidence can settle it.",
    mend="Say whose opinion it is, or leave it to the reader.",
    find=find,
    fires=(Example("The minister must resign."), Example("The government should publish the inquiry.")),
    silent=(
        Example("The minister must resign, the union said."),
        Example("The minister resigned on Monday."),
        Example("We ask the government to publish the inquiry."),
        Example("When did the soldiers come?"),
    ),
)
