"""`inconsistent-arithmetic`: the text's own numbers do not add up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.findings.rule import ClaimFinder, Example, Fault, FindingRule
from claimcheck.model import Count, DocumentReport, Period, ResolvedBy, Severity, Span, Value

_SUM = re.compile(r"\byears?\s(?:after|since)\s.{0,40}\d{4}$")
_SHARE = re.compile(
    r"\s{0,4}+(?:people|men|women|[a-z]{3,20})?\s{0,4}(?:\(|, or |, )(?:or )?(\d{1,3}(?:\.\d)?)\s?(?:%|per\s?cent)"
)


def find(report: DocumentReport) -> Iterator[Fault]:
    """Parts greater than their whole, years that do not fit their dates, and shares that do not fit their base."""
    text = report.prose.text
    by_sentence: defaultdict[int, list[Value]] = defaultdict(list)
    for value in report.values:
        by_sentence[report.prose.sentence_at(value.span.start)].append(value)
    holders = ClaimFinder(report)
    for values in by_sentence.values():
        for span, message, others in (*_parts(values), *_years(values, text), *_shares(values, text)):
            yield Fault(span, message, holders.at(span), others)


_Found = tuple[Span, str, tuple[Span, ...]]


def _parts(values: list[Value]) -> Iterator[_Found]:
    """A part that is certainly more than the whole it is said to be part of."""
    wholes = {v.span: v for v in values if isinstance(v, Count)}
    parts = defaultdict(list)
    for value in wholes.values():
        if value.subset_of in wholes:
            parts[value.subset_of].append(value)
    for span, inside in parts.items():
        whole = wholes[span]
        for part in inside:
            if part.min is not None and whole.max is not None and part.min > whole.max:
                message = f"a part of {part.min:,.0f} is more than the whole of {whole.max:,.0f}"
                yield part.span, message, (whole.span,)


def _years(values: list[Value], text: str) -> Iterator[_Found]:
    """ "In 1999, seven years after 1988": wrong by more than the year that counting both ends can make."""
    periods = [v for v in values if isinstance(v, Period) and v.earliest and v.latest]
    for one, two in (pair for first, then in pairwise(periods) for pair in ((first, then), (then, first))):
        sum_of = _SUM.search(one.span.of(text)) if one.resolved_by is ResolvedBy.RELATIVE else None
        between = text[min(one.span.end, two.span.end) : max(one.span.start, two.span.start)]
        if not sum_of or two.resolved_by is not ResolvedBy.EXPLICIT or not re.fullmatch(r",?\s", between):
            continue
        right, said = one.earliest, two.earliest
        if right and said and abs(right.year - said.year) > 1:
            message = f"{one.span.of(text)} is {right.year}, not {said.year}"
            yield one.span, message, (two.span,)


def _shares(values: list[Value], text: str) -> Iterator[_Found]:
    """ "12 of the 40 huts (25%)": off by more than rounding can make."""
    counts = [v for v in values if isinstance(v, Count) and v.number is not None and v.min == v.max]
    for part, whole in pairwise(counts):
        if not re.fullmatch(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?", text[part.span.end : whole.span.start]):
            continue
        share = _SHARE.match(text, whole.span.end)
        if share and part.number is not None and whole.number:
            right = 100 * part.number / whole.number
            if abs(right - float(share[1])) > 1:
                message = f"{part.number:,.0f} of {whole.number:,.0f} is {right:.1f}%, not {share[1]}%"
                yield Span(part.span.start, share.end()), message, ()


INCONSISTENT_ARITHMETIC = FindingRule(
    code="inconsistent-arithmetic",
    severity=Severity.ERROR,
    summary="Numbers in one sentence do not add up.",
    why="A reader who does the sum stops believing the other numbers.",
    mend="Check the sum and correct whichever number is wrong.",
    find=find,
    fires=(
        Example("In 1999, seven years after 1988, the mine was reopened."),
        Example("The guards burned 12 of the 40 huts (25%)."),
        Example("Forty people were killed, including 52 children."),
    ),
    silent=(
        Example("In 1995, seven years after 1988, the mine was reopened."),
        Example("In 1996, seven years after 1988, the mine was reopened."),
        Example("The guards burned 12 of the 40 huts (30%)."),
        Example("At least 40 people were killed, including 12 children."),
        Example("In 1999 the mine was reopened, 20 years after the strike."),
    ),
)
