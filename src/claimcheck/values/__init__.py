"""From words to normalised values: counts, amounts, periods, durations, officials."""

from __future__ import annotations

from claimcheck.model import Prose, Value
from claimcheck.values.amounts import find_amounts
from claimcheck.values.counts import find_counts
from claimcheck.values.officials import find_officials
from claimcheck.values.periods import find_periods


def find_values(prose: Prose) -> tuple[Value, ...]:
    """Every value of the text, in order; of two that overlap in one kind, the longer one."""
    periods = find_periods(prose)
    amounts = find_amounts(prose, taken=tuple(p.span for p in periods))
    counts = find_counts(prose, taken=tuple(v.span for v in (*periods, *amounts)))
    found: tuple[Value, ...] = (*periods, *amounts, *counts, *find_officials(prose))
    return tuple(sorted(found, key=lambda value: value.span))
