"""Dates, longer periods and durations."""

from __future__ import annotations

from claimcheck.model import Duration, Period, Prose


def find_periods(prose: Prose) -> tuple[Period | Duration, ...]:
    """Periods and durations in the order of the text."""
    return ()
