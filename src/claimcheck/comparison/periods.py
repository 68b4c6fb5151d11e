"""Dates: part by part where they are written out, as stretches of days where they are resolved."""

from __future__ import annotations

from claimcheck.model import Period, Relation
from claimcheck.records import NamedTuple

_WEEK = 7


class DateParts(NamedTuple):
    """A date as far as it is written out; None for what is left out."""

    year: int | None
    month: int | None
    day: int | None
    likely: int | None = None  # the year, where it is left out and the text's own date tells it

    @property
    def written(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day


def compare_dates(claim: DateParts, passage: DateParts) -> Relation:
    """Conflicting where both give a part and differ; narrower where the claim gives a part that the passage lacks.

    A likely year of the passage bears out the claim's, and is never held against it.
    """
    if passage.year is None and claim.year is not None and claim.year == passage.likely:
        passage = DateParts(claim.year, passage.month, passage.day, passage.likely)
    parts = tuple(zip(claim.written, passage.written, strict=True))
    both = [(a, b) for a, b in parts if a is not None and b is not None]
    if any(a != b for a, b in both):
        return Relation.CONFLICTING
    if not both:
        return Relation.ABSENT
    if any(a is not None and b is None for a, b in parts):
        return Relation.NARROWER
    return Relation.SAME if claim.written == passage.written and passage.likely is None else Relation.COMPATIBLE


def compare_periods(claim: Period, passage: Period) -> Relation:
    """A day inside the passage's month is narrower; a month around the passage's day is compatible.

    Where one of them is only about right ("two weeks ago", "c. 1350"), they conflict if they lie further apart than it
    is long itself, a week at least.
    """
    if claim.earliest is None or claim.latest is None or passage.earliest is None or passage.latest is None:
        return Relation.SAME if claim.edtf is not None and claim.edtf == passage.edtf else Relation.ABSENT
    if (claim.earliest, claim.latest) == (passage.earliest, passage.latest):
        return Relation.SAME
    apart = max((passage.earliest - claim.latest).days, (claim.earliest - passage.latest).days)
    if apart > 0:
        return Relation.CONFLICTING if apart > max(_allowance(claim), _allowance(passage)) else Relation.COMPATIBLE
    if claim.earliest <= passage.earliest and passage.latest <= claim.latest:
        return Relation.COMPATIBLE
    return Relation.NARROWER


def _allowance(period: Period) -> int:
    """Within how many days of it the period is still meant."""
    if "~" not in (period.edtf or "") or period.earliest is None or period.latest is None:
        return 0
    return max(_WEEK, (period.latest - period.earliest).days)
