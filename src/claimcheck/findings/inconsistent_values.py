"""`inconsistent-values`: the text gives two tolls for one event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import Claim, Count, DocumentReport, Kind, Period, Severity, Tag


def find(report: DocumentReport) -> Iterator[Fault]:
    """Casualty claims of the text's own that name the same place and time and cannot both be true."""
    own = [
        (index, claim, count)
        for index, claim in enumerate(report.claims)
        if claim.kind is Kind.CASUALTY and claim.attribution is None
        for count in claim.values
        if isinstance(count, Count) and count.outcome and count.subset_of is None
    ]
    for (_, one, first), (index, two, second) in combinations(own[:_MOST], 2):
        if one.sentence == two.sentence or first.outcome is not second.outcome or first.unit != second.unit:
            continue
        if _disjoint(first, second) and _same_event(one, two, report):
            text = report.prose.text
            message = f"“{second.span.of(text)}” here, “{first.span.of(text)}” before, for the same event"
            yield Fault(second.span, message, index, (first.span,))


_MOST = 400  # casualty claims that are compared pairwise; beyond, a text is an archive, not an article


def _disjoint(one: Count, two: Count) -> bool:
    high_one, high_two = (c.max if c.max is not None else float("inf") for c in (one, two))
    low_one, low_two = (c.min if c.min is not None else 0 for c in (one, two))
    return high_one < low_two or high_two < low_one


def _same_event(one: Claim, two: Claim, report: DocumentReport) -> bool:
    """Same names, at least one, and no two dates that differ."""
    names_one, names_two = _names(one, report), _names(two, report)
    dates_one, dates_two = ({v.edtf for v in c.values if isinstance(v, Period)} for c in (one, two))
    return bool(names_one) and names_one == names_two and (dates_one == dates_two or not (dates_one and dates_two))


def _names(claim: Claim, report: DocumentReport) -> frozenset[str]:
    tokens = report.prose.tokens
    dates = [v.span for v in claim.values if isinstance(v, Period)]
    return frozenset(
        tokens.lower[i]
        for span in claim.spans
        for i in tokens.within(span)
        if tokens.tag[i] is Tag.NAME and not any(d.start <= tokens.start[i] < d.end for d in dates)
    )


INCONSISTENT_VALUES = FindingRule(
    code="inconsistent-values",
    severity=Severity.WARNING,
    summary="The text gives two figures for the same thing, and both cannot be true.",
    why="The text contradicts itself, and whoever wants to doubt it will quote both.",
    mend="Correct one, or say whose figures they are and that they differ.",
    find=find,
    fires=(
        Example(
            "Twelve people were killed in Orsk on 3 May 1992. Nobody was charged. "
            "Fourteen people were killed in Orsk on 3 May 1992."
        ),
    ),
    silent=(
        Example("Twelve people were killed in Orsk on 3 May 1992. Fourteen people were killed in Tarsk on 4 May 1992."),
        Example("At least 12 people were killed in Orsk. Fourteen people were killed in Orsk, the ministry said."),
        Example("At least 12 people were killed in Orsk in May. Fourteen people were killed in Orsk in May."),
        Example("Twelve people were killed in Orsk. Fourteen people were wounded in Orsk."),
    ),
)
