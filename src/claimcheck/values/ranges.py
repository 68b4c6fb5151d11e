"""Ranges of dates as one period: from July to September 1988, 1915-16, between March 1965 and November 1968."""

from __future__ import annotations

from claimcheck.records import replace
from claimcheck.values.calendar import Grain, Stretch
from claimcheck.values.dateforms import (
    Absolute,
    Between,
    Calendar,
    Form,
    InYear,
    Lasting,
    Piece,
    Reading,
    Rest,
    Shift,
    Step,
    To,
)
from claimcheck.values.datereading import read_point
from claimcheck.values.daysmonths import dated
from claimcheck.values.timewords import DASHES, TO, Words
from claimcheck.values.years import counted, glued_after, read_short_year, read_year

NOW = frozenset(("date", "now", "present"))  # "1998 to date"
_AND = frozenset(("and", "or", "&", "then"))
_LISTING = frozenset((*_AND, ",", "again", "early", "in", "late", "mid", "on", "the", "-"))
_LONG_EVENT = 15  # years: wars that are dated to the day are shorter, lives longer


def read_between(words: Words, i: int) -> Reading | None:
    """The range that a preposition opens at this word: "from July to September 1988", "between 1965 and 1968"."""
    low = words.low
    first = read_point(words, i + 1 + (low[i + 1] == "in"))
    if low[i + 1] == "now":
        first = Reading(Step(Grain.DAY, 0, To.DOCUMENT), i + 1, i + 2)
    if first is None:
        return None
    if isinstance(first.form, Between):
        return replace(first, first=i)
    joins = ("and", *TO) if low[i] == "between" else tuple(TO)
    if low[first.end] in joins or low[first.end] in DASHES:
        return _joined(words, first, i, first.end + 1)
    return None


def read_range(words: Words, i: int) -> Reading | None:
    """The date that begins here, with its other end where a dash or "to" leads to one."""
    first = read_point(words, i)
    if first is None or isinstance(first.form, Between | Shift | Lasting | Rest):
        return first
    low, j = words.low, first.end
    year = isinstance(first.form, Absolute) and first.form.stretch.grain is Grain.YEAR
    if low[j] in DASHES or low[j] in TO or (low[j] == "/" and year and words.glued(j - 1)):
        spaced = low[j] in DASHES and words.glued(j - 1) != words.glued(j)
        joined = None if spaced else _joined(words, first, i, j + 1)
        if joined:
            return joined
    return first


def _joined(words: Words, first: Reading, start: int, i: int) -> Reading | None:
    """The range from `first` to the date at word `i`; what one end lacks, the other gives."""
    low = words.low
    a = first.form
    last: Reading | None = None
    joint = low[i - 1]
    if low[i] in ("c", "ca", "circa"):
        i += 1 + (low[i + 1] == ".")
    if isinstance(a, Absolute) and a.stretch.grain is Grain.YEAR:
        short = read_short_year(words, i)
        year = read_year(words, i)
        if year and year[0].grain is Grain.YEAR and len(low[i]) in (3, 4) and not glued_after(words, year[1]):
            last = Reading(Absolute(year[0]), i, year[1])
        elif short and a.stretch.year > 999 and low[i].isdecimal():
            value = a.stretch.year // 100 * 100 + short[0]
            if value > a.stretch.year:
                last = Reading(Absolute(Stretch(Grain.YEAR, value)), i, short[1])
    k = i + (low[i : i + 2] == ["the", "present"])
    if last is None and low[k] in NOW:
        last = Reading(Step(Grain.DAY, 0, To.DOCUMENT), k, k + 1)
    if last is None:
        last = read_point(words, i, joined=joint in DASHES)
    if last is None or isinstance(last.form, Between | Shift | Lasting | Rest | Piece):
        return None
    if joint in DASHES and (_a_life(a, last.form) or (isinstance(last.form, Step) and low[last.first] not in NOW)):
        return None  # "ORSK, May 3, 1992 — Today"
    forms = _lent(a, last.form)
    if forms is None or (isinstance(last.form, Step) and last.form.to is not To.DOCUMENT):
        return None
    if isinstance(forms[1], Absolute) and forms[1].stretch.grain is Grain.YEAR and counted(words, last.end):
        return None
    return Reading(Between(*forms, ends=(first, last)), start, last.end)


def lent_to_list(words: Words, first: Reading, last: Reading) -> Reading:
    """The first date with the year that the next one names for both: "in April and June 1955"."""
    between = words.low[first.end : last.first]
    listed = between and _LISTING.issuperset(between) and (between[0] in _AND or between == [","])
    grains = (Grain.DAY, Grain.MONTH, Grain.SEASON, Grain.QUARTER)
    if not (listed and isinstance(first.form, Calendar) and isinstance(last.form, Absolute)):
        return first
    if first.form.weekday is not None or last.form.stretch.grain not in grains:
        return first
    lent = _lent(first.form, last.form)
    return replace(first, form=lent[0]) if lent else first


def _a_life(a: Form, b: Form) -> bool:
    """Whether two days lie so far apart that they are a birth and a death: "(8 September 1841 – 1 May 1904)"."""
    if not (isinstance(a, Absolute) and isinstance(b, Absolute)):
        return False
    return a.stretch.grain is b.stretch.grain is Grain.DAY and b.stretch.year - a.stretch.year > _LONG_EVENT


def _lent(a: Form, b: Form) -> tuple[Form, Form] | None:
    """Both ends, each with the year that the other one names; None where they cannot be the ends of one range."""
    if (
        isinstance(a, Calendar)
        and isinstance(b, Absolute)
        and b.stretch.grain in (Grain.DAY, Grain.MONTH, Grain.SEASON)
    ):
        if a.month is not None:
            year = b.stretch.year - (a.month > b.stretch.first_month)
            lent = dated(year, a.month, a.day)
            return (lent, b) if lent else None
        if a.season is not None:
            season = Stretch(Grain.SEASON, b.stretch.year, a.season)
            return Absolute(replace(season, year=season.year - (season.first_month > b.stretch.first_month))), b
        return None
    if isinstance(a, Calendar) and isinstance(b, InYear) and a.month is not None:
        return InYear(a, b.year), b
    if isinstance(a, Absolute) and isinstance(b, Calendar) and b.month is not None:
        year = a.stretch.year + (b.month < a.stretch.first_month)
        lent = dated(year, b.month, b.day)
        return (a, lent) if lent and a.stretch.grain in (Grain.DAY, Grain.MONTH) else None
    if isinstance(a, Absolute) and isinstance(b, Absolute):
        same = a.stretch.year, a.stretch.first_month, a.stretch.day
        return (a, b) if same <= (b.stretch.year, b.stretch.first_month, b.stretch.day) else None
    if isinstance(a, Calendar) and isinstance(b, Calendar):
        alike = (a.month is None, a.weekday is None, a.season is None) == (
            b.month is None,
            b.weekday is None,
            b.season is None,
        )
        return (a, b) if alike else None
    return a, b
