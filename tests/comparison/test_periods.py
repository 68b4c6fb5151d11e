"""Dates held against dates."""

import pytest

from claimcheck.comparison.periods import DateParts, compare_dates
from claimcheck.model import Relation


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        (DateParts(1992, 5, 3), DateParts(1992, 5, 3), Relation.SAME),
        (DateParts(1992, 5, 3), DateParts(1992, 5, 4), Relation.CONFLICTING),
        (DateParts(1992, 5, 3), DateParts(1992, 5, None), Relation.NARROWER),
        (DateParts(1992, None, None), DateParts(1992, 5, 3), Relation.COMPATIBLE),
        (DateParts(None, 5, 3), DateParts(1992, 5, 3), Relation.COMPATIBLE),
        (DateParts(None, 5, None), DateParts(1992, None, None), Relation.ABSENT),
    ],
)
def test_a_part_that_both_give_must_agree(claim: DateParts, passage: DateParts, relation: Relation) -> None:
    assert compare_dates(claim, passage) is relation
