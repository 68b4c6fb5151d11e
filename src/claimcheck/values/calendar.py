"""Stretches of the calendar and how they are written in EDTF (ISO 8601-2)."""

from __future__ import annotations

import datetime
from enum import IntEnum

from claimcheck.records import dataclass, replace


class Grain(IntEnum):
    """How finely a stretch is named, from the finest up."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    SEASON = 6
    THIRD = 7
    HALF = 8
    YEAR = 9
    DECADE = 10
    CENTURY = 11


# Grains that do not need all of year, month and day: which code of EDTF's "sub-year groupings" their first month has.
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One named stretch of time.

    `year` is astronomical: 1 BC is 0. `month` is the first month of a quarter, third or half, and EDTF's number (21 to
    24) of a season. `day` is that of a day, the Monday of a week, the Saturday of a weekend.
    """

    grain: Grain
    year: int
    month: int = 0
    day: int = 0

    @property
    def first_month(self) -> int:
        return _SEASON_START.get(self.month, self.month or 1)

    @property
    def edtf(self) -> str:
        year = _year(self.year)
        match self.grain:
            case Grain.CENTURY | Grain.DECADE if self.year < 0:  # "-048X" would be 490 to 481 BC, not the 480s
                return f"{year}/{_year(self.year + (99 if self.grain is Grain.CENTURY else 9))}"
            case Grain.CENTURY:
                return year[:-2] + "XX"
            case Grain.DECADE:
                return year[:-1] + "X"
            case Grain.YEAR:
                return year
            case Grain.THIRD:
                return f"{year}-{37 + self.month // 4}"
            case Grain.HALF:
                return f"{year}-{40 if self.month == 1 else 41}"
            case Grain.QUARTER:
                return f"{year}-{33 + self.month // 3}"
            case Grain.WEEK | Grain.WEEKEND:
                return f"{self.earliest}/{self.latest}"
            case Grain.DAY:
                return f"{year}-{self.month:02d}-{self.day:02d}"
        return f"{year}-{self.month:02d}"

    @property
    def earliest(self) -> datetime.date | None:
        """The first day; None where the proleptic calendar of `datetime` does not reach."""
        if self.year < 1 or self.year > 9999:
            return None
        return datetime.date(self.year, self.first_month, self.day or 1)

    @property
    def latest(self) -> datetime.date | None:
        """The last day, inclusive."""
        first = self.earliest
        if first is None:
            return None
        match self.grain:
            case Grain.DAY:
                return first
            case Grain.WEEKEND:
                return days_on(first, 1)
            case Grain.WEEK:
                return days_on(first, 6)
            case Grain.YEAR | Grain.DECADE | Grain.CENTURY:
                years = {Grain.YEAR: 0, Grain.DECADE: 9, Grain.CENTURY: 99}[self.grain]
                return datetime.date(self.year + years, 12, 31) if self.year + years <= 9999 else None
        months = {Grain.MONTH: 0, Grain.QUARTER: 2, Grain.SEASON: 2, Grain.THIRD: 3, Grain.HALF: 5}[self.grain]
        year, month = _months_on(self.year, self.first_month, months)
        return datetime.date(year, month, _days_in(year, month)) if year <= 9999 else None

    def nth_weekday(self, index: int, weekday: int) -> Stretch | None:
        """The n-th of a weekday in a month, from its end where negative; None where the month has fewer."""
        start, end = self.earliest, self.latest
        if self.grain is not Grain.MONTH or start is None or end is None:
            return None
        if index < 0:
            day = days_on(end, -((end.weekday() - weekday) % 7) + 7 * (index + 1))
        else:
            day = days_on(start, (weekday - start.weekday()) % 7 + 7 * (index - 1))
        return day_stretch(day) if day and start <= day <= end else None

    def widened(self, grain: Grain) -> Stretch | None:
        """The stretch of a coarser grain that holds this one; None where the grain is finer."""
        if grain == self.grain:
            return self
        if grain < self.grain:
            return None
        year, month = self.year, self.first_month
        match grain:
            case Grain.CENTURY:
                return Stretch(grain, year // 100 * 100)
            case Grain.DECADE:
                return Stretch(grain, year // 10 * 10)
            case Grain.YEAR:
                return Stretch(grain, year)
            case Grain.HALF:
                return Stretch(grain, year, 1 if month < 7 else 7)
            case Grain.THIRD:
                return Stretch(grain, year, (month - 1) // 4 * 4 + 1)
            case Grain.SEASON:
                season = {v + n: k for k, v in _SEASON_START.items() for n in range(3)}.get(month, 24)
                return Stretch(grain, year - (month < 3), season)
            case Grain.QUARTER:
                return Stretch(grain, year, (month - 1) // 3 * 3 + 1)
            case Grain.MONTH:
                return Stretch(grain, year, month)
        first = self.earliest
        if first is None:
            return None
        monday = days_on(first, -first.weekday())
        return day_stretch(monday and (days_on(monday, 5) if grain is Grain.WEEKEND else monday), grain)

    def shifted(self, steps: int) -> Stretch | None:
        """The stretch of the same grain that many steps later (earlier, where negative)."""
        match self.grain:
            case Grain.CENTURY | Grain.DECADE | Grain.YEAR:
                size = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}[self.grain]
                year = self.year + steps * size
                return replace(self, year=year) if abs(year) < 10_000 else None
            case Grain.SEASON:
                year, season = divmod(self.year * 4 + self.month - 21 + steps, 4)
                return replace(self, year=year, month=season + 21)
            case Grain.MONTH | Grain.QUARTER | Grain.THIRD | Grain.HALF:
                size = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.THIRD: 4, Grain.HALF: 6}[self.grain]
                year, month = _months_on(self.year, self.month, steps * size)
                return replace(self, year=year, month=month) if 0 < year < 10_000 else None
        first = self.earliest
        moved = first and days_on(first, steps if self.grain is Grain.DAY else 7 * steps)
        return day_stretch(moved, self.grain)


def day_stretch(day: datetime.date | None, grain: Grain = Grain.DAY) -> Stretch | None:
    """The stretch of this grain (a day, week or weekend) that begins on the day."""
    return Stretch(grain, day.year, day.month, day.day) if day else None


def numbered_week(year: int, number: int) -> Stretch | None:
    """The n-th week of the year as ISO 8601 counts them; None where the year has fewer."""
    try:
        return day_stretch(datetime.date.fromisocalendar(year, number, 1), Grain.WEEK)
    except ValueError:
        return None


def real_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day; BC years are taken for leap years, as 29 February proves nothing there."""
    return 1 <= month <= 12 and 1 <= day <= _days_in(year if year > 0 else 4, month)


def _days_in(year: int, month: int) -> int:
    """How long the month is; of a year beyond the calendar of `datetime`, too."""
    within = 2000 + year % 400
    return 31 if month == 12 else (datetime.date(within, month + 1, 1) - datetime.date(within, month, 1)).days


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def days_on(day: datetime.date, days: int) -> datetime.date | None:
    """The day that many days later; None where the calendar of `datetime` ends."""
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None


def _months_on(year: int, month: int, steps: int) -> tuple[int, int]:
    year, month = divmod(year * 12 + month - 1 + steps, 12)
    return year, month + 1
