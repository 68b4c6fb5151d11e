"""Values as people write them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from claimcheck.model import (
    Amount,
    Bound,
    Comparator,
    Count,
    Duration,
    Official,
    Outcome,
    Part,
    Period,
    Quotation,
    ResolvedBy,
    Span,
    Tenure,
    Value,
)
from claimcheck.renderers.readable import readable

TEXT = "some words"
HERE = Span(0, 10)


def period(first: str, last: str, edtf: str | None = None, by: ResolvedBy = ResolvedBy.EXPLICIT) -> Period:
    day = datetime.date.fromisoformat
    return Period(HERE, edtf or first, day(first), day(last), True, by)


def count(
    comparator: Comparator,
    number: float | None = 41,
    *,
    of: str | None = "miners",
    outcome: Outcome | None = None,
) -> Count:
    high = 50.0 if comparator is Comparator.BETWEEN else None
    return Count(HERE, number, number, high, comparator, "person", of, outcome)


CASES: list[tuple[Value, str | None]] = [
    (count(Comparator.AT_LEAST, outcome=Outcome.KILLED), "≥ 41 miners killed"),
    (
        count(Comparator.OVER, 30000, of="political prisoners", outcome=Outcome.EXECUTED),
        "> 30,000 political prisoners executed",
    ),
    (count(Comparator.BETWEEN, 40, of=None), "40–50 people"),
    (count(Comparator.EXACT, 1, of=None, outcome=Outcome.OTHER), "1 person"),
    (count(Comparator.ABOUT, of="them"), "≈ 41 of them"),
    (count(Comparator.VAGUE, None, outcome=Outcome.INJURED), "“some words” injured"),
    (count(Comparator.EXACT, of="murders", outcome=Outcome.KILLED), "41 murders"),
    (count(Comparator.EXACT, of="the injured", outcome=Outcome.INJURED), "41 of the injured"),
    (Amount(HERE, 1 / 3, 1 / 3, 1 / 3, Comparator.EXACT, "fraction"), "some words"),
    (Amount(HERE, 3.2e6, 3.2e6, 3.2e6, Comparator.EXACT, "USD"), "3,200,000 USD"),
    (Amount(HERE, 7.45, None, 7.45, Comparator.UNDER, "%"), "< 7.45 %"),
    (period("1992-05-03", "1992-05-03"), "3 May 1992"),
    (period("1992-05-01", "1992-05-31"), "May 1992"),
    (period("1992-01-01", "1992-12-31"), "1992"),
    (period("1990-01-01", "1999-12-31"), "1990–1999"),
    (period("1988-06-01", "1988-08-31", "1988-22"), "summer 1988"),
    (replace(period("1988-09-01", "1988-12-31", "1988-39"), part=Part.LATE), "late 1988"),
    (period("1988-07-28", "1988-08-14"), "28 July 1988 – 14 August 1988"),
    (period("1994-01-31", "1994-01-31", by=ResolvedBy.NEAREST), "“some words” = 31 January 1994"),
    (Period(HERE, "XXXX-07-28", None, None, False, ResolvedBy.NONE), "28 July, year not known"),
    (replace(period("1979-01-01", "1979-12-31"), bound=Bound.SINCE), "since 1979"),
    (replace(period("1979-01-01", "1979-12-31"), part=Part.EARLY), "early 1979"),
    (Period(HERE, "XXXX-07", None, None, False, ResolvedBy.NONE), "July, year not known"),
    (Period(HERE, "-0490", None, None, False, ResolvedBy.NONE), "“some words” = -0490, not known more closely"),
    (Period(HERE, None, None, None, False, ResolvedBy.NONE), None),
    (Duration(HERE, "P32Y"), "32 years"),
    (Duration(HERE, "P1Y6M"), "1 year 6 months"),
    (Duration(HERE, "P2.5Y"), "2.5 years"),
    (Duration(HERE, "P3Y", Comparator.OVER), "> 3 years"),
    (Duration(HERE, "PXY"), "PXY"),
    (
        Official(HERE, "Ana Duarte", "Minister of Justice", tenure=Tenure.FORMER),
        "Ana Duarte: former Minister of Justice",
    ),
    (Official(HERE, "Ana Duarte", "head", "the judiciary", "Orsk"), "Ana Duarte: head, the judiciary, Orsk"),
    (Quotation(HERE, "Ana Duarte"), None),
]


@pytest.mark.parametrize(("value", "note"), CASES)
def test_a_value_reads_as_a_note(value: Value, note: str | None) -> None:
    assert readable(value, TEXT) == note
