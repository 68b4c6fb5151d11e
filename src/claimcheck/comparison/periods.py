"""Dates: part by part where they are written out, as stretches of days where they are resolved."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import Period, Relation


class DateParts(NamedTuple):
    """A date as far as it is written out; None for what is left out."""

    year: int | None
    month: int | None
    day: int | None


def compare_dates(claim: DateParts, passage: DateParts) -> Relation:
    """Conflicting where both give a part and differ; narrower where the claim gives a part that the passage lacks."""
    both = [(a, b) for a, b in zip(claim, passage, strict=True) if a is not None and b is not None]
    if any(a != b for a, b in both):
        return Relation.CONFLICTING
    if not both:
        return Relation.ABSENT
    if any(a is not None and b is None for a, b in zip(claim, passage, strict=True)):
        return Relation.NARROWER
    return Relation.SAME if claim == passage else Relation.COMPATIBLE


def compare_periods(claim: Period, passage: Period) -> Relation:
    """A day inside the passage's month is narrower; a month around the passage's day is compatible."""
    if claim.earliest is None or claim.latest is None or passage.earliest is None or passage.latest is None:
        return Relation.SAME if claim.edtf is not None and claim.edtf == passage.edtf else Relation.ABSENT
    if (claim.earliest, claim.latest) == (passage.earliest, passage.latest):
        return Relation.SAME
    if claim.latest < passage.earliest or passage.latest < claim.earliest:
        return Relation.CONFLICTING
    if claim.earliest <= passage.earliest and passage.latest <= claim.latest:
        return Relation.COMPATIBLE
    return Relation.NARROWER
