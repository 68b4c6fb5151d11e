"""Numbers as intervals."""

import pytest

import claimcheck
from claimcheck.comparison.counts import Interval, compare_numbers, interval
from claimcheck.model import Comparator, Count, Relation

EXACT, ABOUT, OVER, LEAST, MOST, UNDER = (
    Comparator.EXACT,
    Comparator.ABOUT,
    Comparator.OVER,
    Comparator.AT_LEAST,
    Comparator.AT_MOST,
    Comparator.UNDER,
)
DOZENS = Interval(None, 24, 120, Comparator.VAGUE)
MANY = Interval(None, None, None, Comparator.VAGUE)
SOME = Interval(None, None, None, Comparator.ABOUT)


def _number(comparator: Comparator, figure: float) -> Interval:
    low = None if comparator in (MOST, UNDER) else figure
    high = None if comparator in (OVER, LEAST) else figure
    return Interval(figure, low, high, comparator)


def _between(low: float, high: float) -> Interval:
    return Interval(None, low, high, Comparator.BETWEEN)


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ((EXACT, 12), (EXACT, 12), Relation.SAME),
        ((EXACT, 12), (EXACT, 21), Relation.CONFLICTING),
        ((EXACT, 12), (LEAST, 14), Relation.CONFLICTING),
        ((EXACT, 15), (LEAST, 14), Relation.NARROWER),
        ((LEAST, 14), (EXACT, 15), Relation.COMPATIBLE),
        ((LEAST, 16), (EXACT, 15), Relation.CONFLICTING),
        ((OVER, 30), (EXACT, 30), Relation.CONFLICTING),
        ((OVER, 30), (EXACT, 31), Relation.COMPATIBLE),
        ((OVER, 30), (EXACT, 900), Relation.ABSENT),
        ((OVER, 40), (OVER, 30), Relation.CONFLICTING),
        ((ABOUT, 50), (EXACT, 48), Relation.COMPATIBLE),
        ((ABOUT, 50), (EXACT, 60), Relation.CONFLICTING),
        ((EXACT, 48), (ABOUT, 50), Relation.NARROWER),
        ((MOST, 10), (LEAST, 12), Relation.CONFLICTING),
        ((LEAST, 14), (MOST, 14), Relation.NARROWER),
        ((MOST, 14), (LEAST, 14), Relation.NARROWER),
        ((LEAST, 14), (EXACT, 14), Relation.COMPATIBLE),
        ((MOST, 14), (EXACT, 14), Relation.COMPATIBLE),
        ((UNDER, 30), (EXACT, 30), Relation.CONFLICTING),
        ((UNDER, 30), (EXACT, 29.5), Relation.COMPATIBLE),
        ((UNDER, 30), (EXACT, 29), Relation.COMPATIBLE),
        ((UNDER, 30), (EXACT, 3), Relation.ABSENT),
        ((EXACT, 29), (UNDER, 30), Relation.NARROWER),
        ((EXACT, 30), (UNDER, 30), Relation.CONFLICTING),
        ((UNDER, 30), (UNDER, 40), Relation.CONFLICTING),
        ((OVER, 30), (LEAST, 30), Relation.NARROWER),
        ((OVER, 30), (EXACT, 40), Relation.COMPATIBLE),
        ((OVER, 30), (EXACT, 41), Relation.ABSENT),
        ((ABOUT, 50), (EXACT, 45), Relation.COMPATIBLE),
        ((ABOUT, 50), (EXACT, 44), Relation.CONFLICTING),
        ((ABOUT, 50), (ABOUT, 51), Relation.CONFLICTING),
        ((ABOUT, 50), (LEAST, 47), Relation.COMPATIBLE),
    ],
)
def test_numbers_are_compared_as_what_they_allow(
    claim: tuple[Comparator, float], passage: tuple[Comparator, float], relation: Relation
) -> None:
    assert compare_numbers(_number(*claim), _number(*passage)) is relation


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        (_number(EXACT, 50), DOZENS, Relation.NARROWER),
        (DOZENS, _number(EXACT, 50), Relation.COMPATIBLE),
        (DOZENS, _number(EXACT, 24), Relation.COMPATIBLE),
        (DOZENS, _number(EXACT, 120), Relation.COMPATIBLE),
        (DOZENS, _number(EXACT, 12), Relation.CONFLICTING),
        (_number(EXACT, 500), DOZENS, Relation.CONFLICTING),
        (DOZENS, DOZENS, Relation.SAME),
        (MANY, _number(EXACT, 50), Relation.COMPATIBLE),
        (_number(EXACT, 50), MANY, Relation.NARROWER),
        (_number(LEAST, 30), DOZENS, Relation.NARROWER),
        (_between(10, 20), _number(EXACT, 14), Relation.COMPATIBLE),
        (_between(10, 20), _number(EXACT, 24), Relation.CONFLICTING),
        (_number(EXACT, 14), _between(10, 20), Relation.NARROWER),
        (_between(10, 20), _between(12, 14), Relation.CONFLICTING),
        (_number(ABOUT, 15), _between(10, 20), Relation.COMPATIBLE),
        (_between(10, 20), _number(ABOUT, 15), Relation.NARROWER),
        (_number(ABOUT, 25), _between(10, 20), Relation.CONFLICTING),
        (_number(ABOUT, 50), MANY, Relation.ABSENT),
        (SOME, _number(EXACT, 50), Relation.ABSENT),
        (_number(ABOUT, 50), Interval(None, 40, None, LEAST), Relation.ABSENT),
        (_number(ABOUT, 50), Interval(None, None, 60, MOST), Relation.ABSENT),
    ],
)
def test_vague_words_and_ranges_are_intervals_too(claim: Interval, passage: Interval, relation: Relation) -> None:
    assert compare_numbers(claim, passage) is relation


def test_the_values_of_a_text_are_intervals() -> None:
    report = claimcheck.extract(claimcheck.parse("At least 41 miners were killed."))
    (count,) = (value for value in report.values if isinstance(value, Count))
    assert interval(count) == Interval(41, 41, None, LEAST)
