"""Values in the short form in which people write them: "≥ 41 miners killed", "3 May 1992"."""

from __future__ import annotations

import calendar
import datetime
import re

from claimcheck.model import Amount, Comparator, Count, Duration, Official, Outcome, Period, ResolvedBy, Value
from claimcheck.patterns import compiled
from claimcheck.values.triggers import tally_words

_SIGN = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "≈ ",
    Comparator.OVER: "> ",
    Comparator.AT_LEAST: "≥ ",
    Comparator.UNDER: "< ",
    Comparator.AT_MOST: "≤ ",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_YEARLESS = compiled(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PART = r"(?:([\d.]{1,12})%s)?"
_DURATION = compiled("P" + "".join(_PART % u for u in "YMWD") + "(?:T" + "".join(_PART % u for u in "HMS") + ")?")
_OF = ("the", "these", "those", "them", "us", "its", "their", "his", "her", "our")
_DURATION_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def readable(value: Value, text: str) -> str | None:
    """The value as an editor would note it down; None when it says no more than its words."""
    words = " ".join(value.span.of(text).split())
    match value:
        case Count():
            return _count(value, words)
        case Amount():
            number = words if value.unit == "fraction" else _number(value, words)
            if number == words:
                return words
            return number if value.unit is None or number == f"“{words}”" else f"{number} {value.unit}"
        case Period():
            return _period(value, words)
        case Duration():
            return _SIGN.get(value.comparator, "") + _duration(value.iso) if value.iso else None
        case Official():
            return _official(value)
        case _:
            return None


def day(date: datetime.date) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def _count(count: Count, words: str) -> str:
    number = _number(count, words)
    if number == f"“{words}”":
        noun = ""
    else:
        people = "person" if count.number == 1 else "people"
        noun = count.of or (people if count.unit == "person" else count.unit) or ""
    noun = f"of {noun}" if noun.lower().split(" ")[0] in _OF else noun
    outcome = "" if count.outcome in (None, Outcome.OTHER) else str(count.outcome)
    if outcome in noun or not tally_words().isdisjoint(noun.split()):
        outcome = ""  # "212 murders" and "3 of the injured" say so themselves
    return " ".join(part for part in (number, noun, outcome) if part)


def _number(value: Count | Amount, words: str) -> str:
    if value.comparator is Comparator.BETWEEN and value.min is not None and value.max is not None:
        return f"{figure(value.min)}–{figure(value.max)}"
    if value.comparator is Comparator.VAGUE or value.number is None:
        return f"“{words}”"
    return _SIGN.get(value.comparator, "") + figure(value.number)


def figure(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.10g}"


def when(period: Period) -> str | None:
    """The period without the words that the text has for it; None where its days are not known."""
    if period.earliest is None or period.latest is None:
        return None
    days = _between(period.earliest, period.latest, period.edtf)
    return " ".join(part for part in (period.bound, period.part, days) if part)


def _period(period: Period, words: str) -> str | None:
    days = when(period)
    if days is None:
        return None if period.edtf is None else _open(period.edtf, words)
    return days if period.resolved_by is ResolvedBy.EXPLICIT or words == days else f"“{words}” = {days}"


def _open(edtf: str, words: str) -> str:
    """A date of which the year is not known."""
    if found := _YEARLESS.fullmatch(edtf):
        date = f"{int(found[2])} " if found[2] else ""
        return f"{date}{_MONTHS[int(found[1]) - 1]}, year not known"
    return f"“{words}” = {edtf}, not known more closely"


def _between(first: datetime.date, last: datetime.date, edtf: str | None) -> str:
    if edtf and (season := _SEASONS.get(edtf[5:7])) and re.fullmatch(r"\d{4}-2[1-4]", edtf):
        return f"{season} {edtf[:4]}"
    if edtf and re.fullmatch(r"\d{4}-3[789]", edtf):  # the part of the year is told before it
        return edtf[:4]
    if first == last:
        return day(first)
    month_ends = last.day == calendar.monthrange(last.year, last.month)[1]
    if first.day == 1 and month_ends:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{day(first)} – {day(last)}"


def _duration(iso: str) -> str:
    found = _DURATION.fullmatch(iso)
    if not found or not any(found.groups()):
        return iso
    pairs = [(number, unit) for number, unit in zip(found.groups(), _DURATION_UNITS, strict=True) if number]
    return " ".join(f"{number} {unit}{'' if number == '1' else 's'}" for number, unit in pairs)


def _official(official: Official) -> str:
    tenure = f"{official.tenure} " if official.tenure else ""
    where = ", ".join(part for part in (official.organisation, official.place) if part and part not in official.role)
    return f"{official.person}: {tenure}{official.role}" + (f", {where}" if where else "")


def independent(sources: int) -> str:
    """ "2 independent sources"."""
    return f"{sources} independent source{'' if sources == 1 else 's'}"
