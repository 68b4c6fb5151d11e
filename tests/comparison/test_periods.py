"""Dates held against dates."""

import datetime

import pytest

from claimcheck.comparison.periods import DateParts, compare_dates, compare_periods
from claimcheck.model import Period, Relation, ResolvedBy, Span


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        (DateParts(1992, 5, 3), DateParts(1992, 5, 3), Relation.SAME),
        (DateParts(1992, 5, 3), DateParts(1992, 5, 4), Relation.CONFLICTING),
        (DateParts(1992, 5, 3), DateParts(1992, 5, None), Relation.NARROWER),
        (DateParts(1992, None, None), DateParts(1992, 5, 3), Relation.COMPATIBLE),
        (DateParts(None, 5, 3), DateParts(1992, 5, 3), Relation.COMPATIBLE),
        (DateParts(None, 5, None), DateParts(1992, None, None), Relation.ABSENT),
        (DateParts(1992, None, 3), DateParts(1992, 5, None), Relation.NARROWER),
        (DateParts(1991, 5, 3), DateParts(1992, 5, 3), Relation.CONFLICTING),
        (DateParts(1992, 5, None), DateParts(1992, 6, 3), Relation.CONFLICTING),
        (DateParts(None, None, None), DateParts(1992, 5, 3), Relation.ABSENT),
        (DateParts(1992, 5, None), DateParts(1992, 5, None), Relation.SAME),
        (DateParts(1992, 5, 3), DateParts(None, 5, 3, likely=1992), Relation.COMPATIBLE),
        (DateParts(1992, None, None), DateParts(None, 5, 3, likely=1992), Relation.COMPATIBLE),
        (DateParts(1991, 5, 3), DateParts(None, 5, 3, likely=1992), Relation.NARROWER),
        (DateParts(1992, 5, 4), DateParts(None, 5, 3, likely=1992), Relation.CONFLICTING),
        (DateParts(None, 5, 3), DateParts(None, 5, 3, likely=1992), Relation.COMPATIBLE),
    ],
)
def test_a_part_that_both_give_must_agree(claim: DateParts, passage: DateParts, relation: Relation) -> None:
    assert compare_dates(claim, passage) is relation


def period(earliest: str | None, latest: str | None, edtf: str | None = None) -> Period:
    first, last = (None if day is None else datetime.date.fromisoformat(day) for day in (earliest, latest))
    return Period(Span(0, 1), edtf, first, last, resolved=first is not None, resolved_by=ResolvedBy.EXPLICIT)


MAY = ("1992-05-01", "1992-05-31")


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        (period(*MAY), period(*MAY), Relation.SAME),
        (period("1992-05-03", "1992-05-03"), period(*MAY), Relation.NARROWER),
        (period(*MAY), period("1992-05-03", "1992-05-03"), Relation.COMPATIBLE),
        (period(*MAY), period("1992-05-01", "1992-05-01"), Relation.COMPATIBLE),
        (period(*MAY), period("1992-05-31", "1992-05-31"), Relation.COMPATIBLE),
        (period(*MAY), period("1992-05-01", "1992-06-30"), Relation.NARROWER),
        (period(*MAY), period("1992-04-01", "1992-05-31"), Relation.NARROWER),
        (period(*MAY), period("1992-05-31", "1992-06-02"), Relation.NARROWER),
        (period(*MAY), period("1992-06-01", "1992-06-30"), Relation.CONFLICTING),
        (period(*MAY), period("1992-04-01", "1992-04-30"), Relation.CONFLICTING),
        (period("1992-05-31", "1992-06-02"), period(*MAY), Relation.NARROWER),
        (period("1992-04-01", "1992-05-01"), period(*MAY), Relation.NARROWER),
        (period(None, None, "XXXX-05-03"), period(None, None, "XXXX-05-03"), Relation.SAME),
        (period(None, None, "XXXX-05-03"), period(None, None, "XXXX-05-04"), Relation.ABSENT),
        (period(None, None), period(None, None), Relation.ABSENT),
        (period(*MAY, "1992-05"), period(None, "1992-05-31", "1992-05"), Relation.SAME),
        (period("1992-05-03", "1992-05-03", "1992-05-03~"), period("1992-05-10", "1992-05-10"), Relation.COMPATIBLE),
        (period("1992-05-10", "1992-05-10"), period("1992-05-03", "1992-05-03", "1992-05-03~"), Relation.COMPATIBLE),
        (period("1992-05-03", "1992-05-03", "1992-05-03~"), period("1992-05-11", "1992-05-11"), Relation.CONFLICTING),
        (period(*MAY, "1992-05~"), period("1992-06-20", "1992-06-20"), Relation.COMPATIBLE),
        (period(*MAY), period(None, "1992-05-31"), Relation.ABSENT),
        (period(*MAY), period("1992-05-01", None), Relation.ABSENT),
        (period(None, "1992-05-31"), period(*MAY), Relation.ABSENT),
        (period("1992-05-01", None), period(*MAY), Relation.ABSENT),
    ],
)
def test_stretches_of_days_are_compared_as_stretches(claim: Period, passage: Period, relation: Relation) -> None:
    assert compare_periods(claim, passage) is relation
