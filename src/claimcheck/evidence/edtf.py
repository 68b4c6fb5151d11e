"""Dates as ISO 8601-2 (EDTF) writes them, as far as people use it in a ledger: which days they cover."""

from __future__ import annotations

import calendar
import datetime

from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

_ONE = compiled(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%])?\Z"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # winter begins in the year that names it
_QUARTERS = {33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)}
_THIRDS = {37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)}
_HALVES = {40: (1, 6), 41: (7, 12)}
_GROUPS = {**_SEASONS, **_QUARTERS, **_THIRDS, **_HALVES}


class Extent(NamedTuple):
    """The first and last day, inclusive; None where the date is open. `edtf` is as written."""

    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None


def read_edtf(written: str) -> Extent | None:
    """The days of a date, month, year, season, decade, century or interval ("1988-07/1988-09", "1988/.."), or None."""
    text = written.strip()
    if "/" not in text:
        return _one(text)
    first, _, last = text.partition("/")
    start = Extent("", None, None) if first in {"", ".."} else _one(first)
    end = Extent("", None, None) if last in {"", ".."} else _one(last)
    if start is None or end is None or start == end == Extent("", None, None):
        return None
    if start.earliest and end.latest and end.latest < start.earliest:
        return None
    return Extent(text, start.earliest, end.latest)


def read_day(written: str) -> Extent | None:
    """A single day, or None."""
    found = _one(written.strip())
    return found if found and found.earliest == found.latest else None


def _one(text: str) -> Extent | None:
    match = _ONE.match(text)
    if not match:
        return None
    digits = match["year"]
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if low == 0 or ("X" in digits and match["month"]):
        return None
    try:
        if match["day"]:
            day = datetime.date(low, int(match["month"]), int(match["day"]))
            return Extent(text, day, day)
        if match["month"]:
            month = int(match["month"])
            first, last = _GROUPS.get(month, (month, month))
            return Extent(text, datetime.date(low, first, 1), _month_end(low + (last > 12), (last - 1) % 12 + 1))
        return Extent(text, datetime.date(low, 1, 1), datetime.date(high, 12, 31))
    except ValueError:
        return None


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
