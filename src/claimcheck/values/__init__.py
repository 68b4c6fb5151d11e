"""From words to normalised values: counts, amounts, periods, durations, officials."""

from __future__ import annotations

from claimcheck.model import Prose, Style, Value
from claimcheck.values.amounts import find_amounts
from claimcheck.values.counts import find_counts
from claimcheck.values.numbers import find_numbers
from claimcheck.values.officials import find_officials
from claimcheck.values.periods import find_periods


def find_values(prose: Prose, *, style: Style | None = None) -> tuple[Value, ...]:
    """Every value of the text, in order. A number is part of one value: a period, an amount or a count.

    A `style` says how dates without a year are meant; without one, the text itself tells.
    """
    periods = find_periods(prose, style=style)
    numbers = find_numbers(prose, taken=tuple(p.span for p in periods))
    amounts = find_amounts(prose, numbers)
    counts = find_counts(prose, numbers, taken=tuple(a.span for a in amounts))
    found: tuple[Value, ...] = (*periods, *amounts, *counts, *find_officials(prose))
    return tuple(sorted(found, key=lambda value: value.span))
