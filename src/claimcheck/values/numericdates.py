"""Dates in figures: 1992-05-03, 03.05.1992, 5/31/92, 12-2015."""

from __future__ import annotations

from claimcheck.values.calendar import Grain, Stretch, real_day
from claimcheck.values.dateforms import Absolute, OneOf
from claimcheck.values.timewords import Words, lexicon
from claimcheck.values.years import counted, glued_after

_SEPARATORS = frozenset("-/.‑")


def read_numeric(words: Words, i: int) -> tuple[Absolute | OneOf, int] | None:
    """The date of two or three numbers that begins here; month names may stand among them ("22/Jan/2019").

    "03/05/1992" is two days in one, unless both are the same: nothing in the words says which comes first. Dots are
    written where the day comes first.
    """
    low = words.low
    sign = low[i + 1]
    if sign.isdecimal():
        day = _spaced(words, i)
        return (day, i + 3) if day else None
    if sign not in _SEPARATORS or not (words.glued(i) and words.glued(i + 1)):
        return None
    if low[i + 3] == sign and words.glued(i + 2) and words.glued(i + 3):
        a, b, c = low[i], low[i + 2], low[i + 4]
        if not _ends(words, i + 5):
            return None
        found = _three(a, b, c, sign)
        return (found, i + 5) if found else None
    month = _two(low[i], low[i + 2], sign)
    return (month, i + 3) if month and not glued_after(words, i + 3) else None


def _spaced(words: Words, i: int) -> Absolute | None:
    """Year, month and day with single spaces: "1994 11 23", with no other figure beside them."""
    figures = words.low[i : i + 3]
    lone = not (i and words.low[i - 1].isdecimal()) and not words.low[i + 3].isdecimal()
    if not lone or [len(f) for f in figures if f.isdecimal()] != [4, 2, 2]:
        return None
    if any(words.end[k] + 1 != words.start[k + 1] for k in (i, i + 1)):
        return None
    if glued_after(words, i + 3) or (words.low[i + 3] == "-" and words.glued(i + 2)) or counted(words, i + 3):
        return None
    return _day(int(figures[0]), int(figures[1]), int(figures[2]))


def _three(a: str, b: str, c: str, sign: str) -> Absolute | OneOf | None:
    months = lexicon().months
    if len(a) == 4 and a.isdecimal():
        month = months.get(b) or (int(b) if b.isdecimal() and len(b) < 3 else 0)
        return _day(int(a), month, _small(c))
    year = _year(c, two_digits=sign == "/" or b in months)
    if year is None and b.isdecimal() and len(b) == 4 and (a in months or c in months):  # "Sep-2020-23", "12-1994-Nov"
        return _day(int(b), months[a], _small(c)) if a in months else _day(int(b), months[c], _small(a))
    if year is None:
        return None
    if b in months:
        return _day(year, months[b], _small(a))
    if a in months:
        return _day(year, months[a], _small(b))
    first, second = _small(a), _small(b)
    if sign == "." or first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    readings = sorted(
        (Stretch(Grain.DAY, year, first, second), Stretch(Grain.DAY, year, second, first)), key=lambda s: s.month
    )
    return OneOf((readings[0], readings[1])) if first and second else None


def _two(a: str, b: str, sign: str) -> Absolute | None:
    """Year and month: "2015-12", "12/2015", "Dec-2018"; not "2007-08", which is a range of years."""
    months = lexicon().months
    if len(b) == 4 and b.isdecimal() and 1500 <= int(b) <= 2100 and sign in "-/":
        month = months.get(a) or (_small(a) if sign == "/" or len(a) == 2 else 0)
        return Absolute(Stretch(Grain.MONTH, int(b), month)) if 1 <= month <= 12 else None
    if len(a) == 4 and a.isdecimal() and 1500 <= int(a) <= 2100 and sign in "-/":
        month = months.get(b) or _small(b)
        rising = b.isdecimal() and len(b) == 2 and month > int(a) % 100
        return Absolute(Stretch(Grain.MONTH, int(a), month)) if 1 <= month <= 12 and not rising else None
    return None


def _small(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 3 else 0


def _year(word: str, *, two_digits: bool) -> int | None:
    if word.isdecimal() and len(word) == 4:
        return int(word)
    return full_year(int(word)) if two_digits and word.isdecimal() and len(word) == 2 else None


def full_year(short: int, near: int | None = None) -> int:
    """The year that two digits mean: the last one not more than ten years after `near` (with none: 1940 to 2039)."""
    latest = 2039 if near is None else near + 10
    return latest - (latest - short) % 100


def _day(year: int, month: int, day: int) -> Absolute | None:
    if not 1000 <= year <= 2200 or not real_day(year, month, day):
        return None
    return Absolute(Stretch(Grain.DAY, year, month, day))


def _ends(words: Words, j: int) -> bool:
    """Whether the chain of numbers ends here; a "T" may begin the time of day."""
    if words.low[j] == "t" and words.glued(j - 1) and words.low[j + 1].isdecimal():
        return True
    return not glued_after(words, j) and not (words.low[j] == "/" and words.glued(j - 1))
