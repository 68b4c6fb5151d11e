"""Numbers as intervals: whether both can be true of the same thing."""

from __future__ import annotations

from claimcheck.model import Amount, Comparator, Count, Relation
from claimcheck.records import NamedTuple

_ABOUT = 0.1  # how far, as a share, "about" may lie from the figure
_NEARLY_ALL = 0.25  # "over 100" said of 120 is a fair way to put it, of 1,000 it is not


class Interval(NamedTuple):
    """What a number allows; None is open. `number` is the figure of the text, None for vague words."""

    number: float | None
    least: float | None
    most: float | None
    comparator: Comparator = Comparator.EXACT


def interval(value: Count | Amount) -> Interval:
    return Interval(value.number, value.min, value.max, value.comparator)


def compare_numbers(claim: Interval, passage: Interval) -> Relation:
    """How two statements of the size of the same thing stand to each other.

    Narrower is a claim that allows less than the passage: "12" where the passage has "at least 10".
    """
    if claim == passage:
        return Relation.SAME
    if _figure(claim) and _figure(passage):
        return Relation.SAME if claim.number == passage.number else Relation.CONFLICTING
    if claim.comparator is passage.comparator and claim.comparator is not Comparator.VAGUE:
        return Relation.CONFLICTING  # "over 40" is not how to report "over 30"
    if Comparator.ABOUT in (claim.comparator, passage.comparator):
        return _about(claim, passage)
    low, high = _bounds(claim)
    other_low, other_high = _bounds(passage)
    if high < other_low or other_high < low:
        return Relation.CONFLICTING
    if low <= other_low and other_high <= high:
        return _fair(claim, passage)
    return Relation.NARROWER


def _figure(value: Interval) -> bool:
    return value.comparator is Comparator.EXACT and value.number is not None and value.least == value.most


def _about(claim: Interval, passage: Interval) -> Relation:
    one, other = _middle(claim), _middle(passage)
    if one is None or other is None:
        return Relation.ABSENT
    if abs(one - other) > _ABOUT * max(abs(one), abs(other)):
        return Relation.CONFLICTING
    return Relation.COMPATIBLE if claim.comparator is Comparator.ABOUT else Relation.NARROWER


def _fair(claim: Interval, passage: Interval) -> Relation:
    """A bound that holds; one that lies far from what the passage says tells too little to call it agreement."""
    one, other = claim.number, passage.number
    if one is None or other is None or claim.comparator is Comparator.BETWEEN:
        return Relation.COMPATIBLE
    return Relation.COMPATIBLE if abs(one - other) <= _NEARLY_ALL * max(abs(one), abs(other)) else Relation.ABSENT


def _middle(value: Interval) -> float | None:
    if value.number is not None:
        return value.number
    return None if value.least is None or value.most is None else (value.least + value.most) / 2


def _bounds(value: Interval) -> tuple[float, float]:
    low = float("-inf") if value.least is None else value.least
    high = float("inf") if value.most is None else value.most
    # "Over 30" leaves out 30 itself: of whole numbers 31 is the first.
    if value.comparator is Comparator.OVER and value.least == value.number:
        low += 1e-9
    if value.comparator is Comparator.UNDER and value.most == value.number:
        high -= 1e-9
    return low, high
