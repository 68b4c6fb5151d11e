"""Lengths of time, as ISO 8601 writes them."""

from __future__ import annotations

import pytest

from claimcheck.model import Comparator, Duration
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values.periods import find_periods


def durations(text: str) -> list[tuple[str, str | None, Comparator]]:
    found = find_periods(read_prose(parse_plain(text)))
    return [(v.span.of(text), v.iso, v.comparator) for v in found if isinstance(v, Duration)]


EXACT = [
    ("For the first time in 32 years it met.", "32 years", "P32Y"),
    ("They had 60 days to answer.", "60 days", "P60D"),
    ("After a 7-year campaign it closed.", "7-year", "P7Y"),
    ("THE BOY WAS 4- YEARS OLD.", "4- YEARS OLD", "P4Y"),
    ("Rates hit a four year low.", "four year", "P4Y"),
    ("She was jailed for three decades.", "three decades", "P30Y"),
    ("It took twenty-five years.", "twenty-five years", "P25Y"),
    ("It took two hundred years.", "two hundred years", "P200Y"),
    ("It took 2.5 million years.", "2.5 million years", "P2500000Y"),
    ("It took a thousand years.", "a thousand years", "P1000Y"),
    ("It took 3 hrs.", "3 hrs", "PT3H"),
    ("It took two and a half years.", "two and a half years", "P2.5Y"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It took half a century.", "half a century", "P50Y"),
    ("It took 2 years and 3 months.", "2 years and 3 months", "P27M"),
    ("It took 2 years, 3 months and 14 days.", "2 years, 3 months and 14 days", "P2Y3M14D"),
    ("It took 3 weeks and 2 days.", "3 weeks and 2 days", "P23D"),
    ("It took 2 days, 4 hours and 10 minutes.", "2 days, 4 hours and 10 minutes", "P2DT4H10M"),
    ("The strike lasted a week.", "a week", "P1W"),
    ("He left within a fortnight.", "a fortnight", "P14D"),
    ("A 48-hour curfew began.", "48-hour", "PT48H"),
    ("A 19-year-old was shot.", "19-year-old", "P19Y"),
    ("He died at age seventy-nine.", "seventy-nine", "P79Y"),
    ("Two boys, aged 12, were shot.", "12", "P12Y"),
    ("He was 26 years of age.", "26 years of age", "P26Y"),
    ("It rained for two full days.", "two full days", "P2D"),
    ("It grew over the past decade.", "past decade", "P10Y"),
    ("It stayed the capital for the next decade.", "next decade", "P10Y"),
    ("It grew over the last three years.", "three years", "P3Y"),
    ("It fell in the last three years of the war.", "three years", "P3Y"),
    ("It rose in the last three days before the vote.", "three days", "P3D"),
    ("a month", "a month", "P1M"),
    ("It was shut for a month.", "a month", "P1M"),
]


@pytest.mark.parametrize(("text", "words", "iso"), EXACT)
def test_a_length_of_time_has_its_iso_8601(text: str, words: str, iso: str) -> None:
    assert durations(text) == [(words, iso, Comparator.EXACT)]


HEDGED = [
    ("It took over three years.", "over three years", "P3Y", Comparator.OVER),
    ("It took more than 40 days.", "more than 40 days", "P40D", Comparator.OVER),
    ("It took at least 40 days.", "at least 40 days", "P40D", Comparator.AT_LEAST),
    ("It took nearly a year.", "nearly a year", "P1Y", Comparator.ABOUT),
    ("It took less than a month.", "less than a month", "P1M", Comparator.UNDER),
    ("It can take up to six weeks.", "up to six weeks", "P6W", Comparator.AT_MOST),
]


@pytest.mark.parametrize(("text", "words", "iso", "comparator"), HEDGED)
def test_a_hedge_is_kept(text: str, words: str, iso: str, comparator: Comparator) -> None:
    assert durations(text) == [(words, iso, comparator)]


def test_a_length_with_two_ends_is_neither_of_them() -> None:
    assert durations("He faces ten to fifteen years.") == [("ten to fifteen years", None, Comparator.BETWEEN)]


@pytest.mark.parametrize("text", ["It took several years.", "It took a few days.", "They fought for decades."])
def test_a_vague_length_has_no_iso_8601(text: str) -> None:
    assert [iso for _, iso, _ in durations(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "They meet twice a year.",
        "It costs $5 a day.",
        "A year of drought followed.",
        "Second place went to them, third to us.",
        "Two of the days were wet.",
        "It was the year of the flood.",
        "They met two years ago.",
    ],
)
def test_a_rate_or_a_date_is_no_length(text: str) -> None:
    assert durations(text) == []


AMOUNTS = [
    ("They had about 60 days to answer.", [("about 60 days", 60, 60, 60, "day")]),
    ("He faces ten to fifteen years.", [("ten to fifteen years", None, 10, 15, "year")]),
    ("It took over three years.", [("over three years", 3, 3, None, "year")]),
    ("It took several weeks.", [("several weeks", None, 3, 9, "week")]),
    ("It took 2 years and 3 months.", [("2 years", 2, 2, 2, "year"), ("3 months", 3, 3, 3, "month")]),
    ("They fought for decades.", []),
]


@pytest.mark.parametrize(("text", "amounts"), AMOUNTS)
def test_a_length_says_how_many_of_which_unit(text: str, amounts: list[tuple[object, ...]]) -> None:
    (found,) = (v for v in find_periods(read_prose(parse_plain(text))) if isinstance(v, Duration))
    assert [(a.span.of(text), a.number, a.min, a.max, a.unit) for a in found.amounts] == amounts
    assert all(a.length_of == found.span for a in found.amounts)
