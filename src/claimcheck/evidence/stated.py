"""The values that an entry of the ledger states, held against those of a claim."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.comparison.counts import compare_numbers, interval
from claimcheck.comparison.names import compare_names, fold
from claimcheck.comparison.periods import compare_periods
from claimcheck.model import (
    Amount,
    Comparator,
    Count,
    Duration,
    FieldComparison,
    Official,
    Period,
    Relation,
    Tenure,
    Value,
)

_AGREEING = (Relation.SAME, Relation.COMPATIBLE)
_NOW = {None, Tenure.CURRENT}


def compare_values(
    claimed: Sequence[Value], stated: Sequence[Value], *, only: type[Value] | None = None
) -> tuple[FieldComparison, ...]:
    """What can be told of the values of which either side has just one of a sort: that they agree or conflict."""
    found = []
    for value in claimed:
        rivals = [other for other in stated if type(other) is type(value)]
        if len(rivals) != 1 or sum(type(other) is type(value) for other in claimed) != 1:
            continue
        relation = _relation(value, rivals[0])
        if (only is None or isinstance(value, only)) and relation is not Relation.ABSENT:
            found.append(FieldComparison(_field(value), relation, _written(value), _written(rivals[0])))
    return tuple(found)


def _relation(value: Value, other: Value) -> Relation:
    """SAME or CONFLICTING, or ABSENT where nothing can be told."""
    match value, other:
        case Count(), Count():
            return _if_conflicting(compare_numbers(interval(value), interval(other)))
        case Amount(), Amount() if value.unit == other.unit:
            return _if_conflicting(compare_numbers(interval(value), interval(other)))
        case Period(), Period():
            return _if_conflicting(compare_periods(value, other))
        case Duration(), Duration() if value.comparator is other.comparator is Comparator.EXACT:
            return Relation.CONFLICTING if value.iso and other.iso and value.iso != other.iso else Relation.ABSENT
        case Official(), Official():
            return _offices(value, other)
    return Relation.ABSENT


def _if_conflicting(relation: Relation) -> Relation:
    return relation if relation is Relation.CONFLICTING else Relation.ABSENT


def _offices(value: Official, other: Official) -> Relation:
    """One office is one role of one body or place; who holds it, and whether still, is what can conflict."""
    here, there = _office(value), _office(other)
    if not here or not here <= there:
        return Relation.ABSENT
    same_person = compare_names(value.person, other.person) in _AGREEING
    same_tenure = value.tenure is other.tenure or {value.tenure, other.tenure} <= _NOW
    if same_person:
        told = not {value.tenure, other.tenure} & {None, Tenure.THEN}  # "then mayor" does not tell what somebody is now
        return Relation.SAME if same_tenure else Relation.CONFLICTING if told else Relation.ABSENT
    whole = here == there and (value.organisation or value.place)
    return Relation.CONFLICTING if whole and value.tenure is other.tenure is Tenure.CURRENT else Relation.ABSENT


def _office(value: Official) -> frozenset[str]:
    words = " ".join(filter(None, (value.role, value.organisation, value.place))).split()
    return frozenset(fold(word.lower()) for word in words) - {"of", "the", "for", "in", "at"}


def _field(value: Value) -> str:
    return "office" if isinstance(value, Official) else type(value).__name__.lower()


def _written(value: Value) -> str:
    match value:
        case Period():
            return value.edtf or ""
        case Duration():
            return value.iso or ""
        case Count():
            return _figure(value, value.of)
        case Amount():
            return _figure(value, value.unit)
        case Official():
            where = (part for part in (value.organisation, value.place) if part and part not in value.role)
            tenure = f"{value.tenure} " if value.tenure else ""
            return f"{value.person}: {tenure}{', '.join((value.role, *where))}"
    return ""


def _figure(value: Count | Amount, what: str | None) -> str:
    figure = "" if value.number is None else f"{value.number:g}"
    bound = "" if value.comparator is Comparator.EXACT else value.comparator
    return " ".join(filter(None, (bound, figure, what)))
