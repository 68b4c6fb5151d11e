"""Numbers as intervals."""

import pytest

from claimcheck.comparison.counts import Interval, compare_numbers
from claimcheck.model import Comparator, Relation

EXACT, ABOUT, OVER, LEAST, MOST = (
    Comparator.EXACT,
    Comparator.ABOUT,
    Comparator.OVER,
    Comparator.AT_LEAST,
    Comparator.AT_MOST,
)


def _number(comparator: Comparator, figure: float) -> Interval:
    low = None if comparator is MOST else figure
    high = None if comparator in (OVER, LEAST) else figure
    return Interval(figure, low, high, comparator)


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
    ],
)
def test_numbers_are_compared_as_what_they_allow(
    claim: tuple[Comparator, float], passage: tuple[Comparator, float], relation: Relation
) -> None:
    assert compare_numbers(_number(*claim), _number(*passage)) is relation
