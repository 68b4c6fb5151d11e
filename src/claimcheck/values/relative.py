"""Dates that are told from another one: yesterday, last June, the following year."""

from __future__ import annotations

from claimcheck.values.calendar import Grain
from claimcheck.values.dateforms import Calendar, Nearby, Read, Step, To
from claimcheck.values.timewords import GRAINS, Words, lexicon, read_month

# What each of these says of the unit, month, season or weekday behind it: steps, and what they count from.
DEICTIC: dict[str, tuple[int, To]] = {
    "coming": (1, To.DOCUMENT),
    "current": (0, To.DOCUMENT),
    "following": (1, To.TEXT),
    "last": (-1, To.DOCUMENT),
    "next": (1, To.DOCUMENT),
    "past": (-1, To.DOCUMENT),
    "preceding": (-1, To.TEXT),
    "previous": (-1, To.TEXT),
    "same": (0, To.TEXT),
    "subsequent": (1, To.TEXT),
    "that": (0, To.TEXT),
    "this": (0, To.DOCUMENT),
    "upcoming": (1, To.DOCUMENT),
}
DAYS = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
_NEXT = frozenset(("coming", "next"))
_LASTING = frozenset(("for", "over"))
_BEFORE_PARTS_OF_DAY = frozenset(("following", "next", "previous", "same", "that", "this"))
PARTS_OF_DAY = frozenset(("afternoon", "evening", "morning", "night"))


def read_deictic(words: Words, i: int) -> Read | None:
    """A unit, month, season or weekday told from an anchor: "last June", "this week", "that same spring"."""
    low, lex = words.low, lexicon()
    if low[i] not in DEICTIC:
        return None
    steps, to = DEICTIC[low[i]]
    article = i > 0 and low[i - 1] == "the"
    if low[i : i + 2] == ["this", "day"] and i and low[i - 1] == "from":  # "from this day on"; not "to this day"
        return Step(Grain.DAY, 0, To.TEXT), i + 2
    if low[i] == "next" and article:
        to = To.TEXT
    j = i + 1
    if low[j] in ("very", "same", "past", "coming", "following", "calendar") and low[i] != low[j]:
        if low[i] == "this" and low[j] in ("past", "coming"):
            steps, to = DEICTIC[low[j]]
        j += 1
    word = low[j]
    if word in PARTS_OF_DAY:
        told = word == "night" if low[i] == "last" else low[i] in _BEFORE_PARTS_OF_DAY
        return (Step(Grain.DAY, steps, to), j + 1) if told and not _title(words, j) else None
    if word in GRAINS:
        # "The past year" and "for the next year" are lengths of time; "this day" and "the last day of" are no dates.
        length = article and (low[i] in ("last", "past") or (i > 1 and low[i] in _NEXT and low[i - 2] in _LASTING))
        day = word == "day" and ((to is To.DOCUMENT and low[i] != "next") or low[j + 1] in ("of", "-"))
        other = (word == "week" and low[j + 1] == "'") or (word == "quarter" and to is To.TEXT)
        return None if length or day or other else (Step(GRAINS[word], steps, to), j + 1)
    month_follows = low[j + 1] == "of" or (low[j + 1] == "in" and low[j + 2] in lex.months)
    if word in lex.weekdays and low[i] == "last" and month_follows:  # "the last Monday of March"
        return None
    if word in lex.weekdays and words.capital(j):
        return Nearby(Calendar(weekday=lex.weekdays[word]), steps, to), j + 1 + (low[j + 1] in PARTS_OF_DAY)
    if word in lex.seasons and low[j + 1] != "of":
        return Nearby(Calendar(season=lex.seasons[word]), steps, to), j + 1
    month = read_month(words, j)
    verb = word in ("may", "march") and (low[i] == "that" or not words.capital(j))
    if month is None or verb or low[month[1]].isdecimal():
        return None
    named = words.capital(j) or low[i] in ("last", "next", "this")
    return (Nearby(Calendar(month[0]), steps, to), month[1]) if named else None


def _title(words: Words, i: int) -> bool:
    """Whether the word is written as in a name: "USA Today", "CBS This Morning"."""
    return i > 0 and words.capital(i) and words.capital(i - 1) and words.text[words.start[i] + 1].islower()


def read_step(words: Words, i: int) -> Read | None:
    """A unit told from an anchor, with or without its article: "last year", "the same month"."""
    found = read_deictic(words, i + (words.low[i] == "the"))
    return found if found and isinstance(found[0], Step) else None


def read_day_name(words: Words, i: int) -> Read | None:
    """Yesterday, today or tomorrow, with a part of the day behind it."""
    j = i + 1
    j += words.low[j] in PARTS_OF_DAY
    return None if _title(words, i) else (Step(Grain.DAY, DAYS[words.low[i]], To.DOCUMENT), j)


def read_whole_unit(words: Words, i: int) -> Read | None:
    """The unit in "the end of the year", "later in the month"."""
    grain = GRAINS.get(words.low[i])
    if grain is None or i == 0 or words.low[i - 1] != "the" or grain is Grain.DAY or words.low[i + 1] in ("of", "-"):
        return None
    return Step(grain, 0, To.STYLE), i + 1
