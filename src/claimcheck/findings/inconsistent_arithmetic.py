"""`inconsistent-arithmetic`: the text's own numbers do not add up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import Count, DocumentReport, Duration, Period, Sentence, Severity, Span, Value, hull

_YEARS = re.compile(r"P(\d+)Y")
_SHARE = re.compile(
    r"\s*(?:people|men|women|[a-z]{3,20})?\s*(?:\(|, or |, )(?:or )?(\d{1,3}(?:\.\d)?)\s?(?:%|per\s?cent)"
)


def find(report: DocumentReport) -> Iterator[Fault]:
    """Parts greater than their whole, years that do not fit their dates, and shares that do not fit their base."""
    for number, sentence in enumerate(report.prose.sentences):
        values = [v for v in report.values if sentence.span.covers(v.span)]
        for span, message, others in (*_parts(values), *_years(values, sentence, report), *_shares(values, report)):
            claim = next((i for i, c in enumerate(report.claims) if c.sentence == number and _in(span, c.spans)), None)
            yield Fault(span, message, claim, others)


def _in(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(s.covers(span) for s in spans)


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


def _years(values: list[Value], sentence: Sentence, report: DocumentReport) -> Iterator[_Found]:
    """ "Seven years after 1988", said of 1999: wrong by more than the year that counting both ends can make."""
    text = report.prose.text
    years = [(v, v.earliest.year) for v in values if isinstance(v, Period) and v.resolved and v.earliest and v.latest]
    for duration in values:
        match = _YEARS.fullmatch(duration.iso or "") if isinstance(duration, Duration) else None
        if not match:
            continue
        length = int(match[1])
        for start, first in years:
            between = text[duration.span.end : start.span.start]
            if not re.fullmatch(r"\s(?:after|since)\s(?:the\s\w{1,20}\s(?:of|in)\s)?", between):
                continue
            for end, last in years:
                if end is not start and abs(first + length - last) > 1 and end.edtf != start.edtf:
                    message = f"{first} + {length} years is {first + length}, not {last}"
                    yield hull((duration.span, start.span)), message, (end.span,)


def _shares(values: list[Value], report: DocumentReport) -> Iterator[_Found]:
    """ "12 of the 40 huts (25%)": off by more than rounding can make."""
    text = report.prose.text
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
