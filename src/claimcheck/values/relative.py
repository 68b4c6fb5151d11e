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
PARTS_OF_DAY = frozenset(("afternoon", "evening", "morning", "night"))


def read_deictic(words: Words, i: int) -> Read | None:
    """A unit, month, season or weekday told from an anchor: "last June", "this week", "that same spring"."""
    low, lex = words.low, lexicon()
    if low[i] not in DEICTIC:
        return None
    steps, to = DEICTIC[low[i]]
    article = i > 0 and low[i - 1] == "the"
    if low[i] == "next" and article:
        to = To.TEXT
    j = i + 1
    if low[j] in ("very", "same", "past", "coming", "following", "calendar") and low[i] != low[j]:
        if low[i] == "this" and low[j] in ("past", "coming"):
            steps, to = DEICTIC[low[j]]
        j += 1
    word = low[j]
    if word in PARTS_OF_DAY and words.capital(j) and words.text[words.start[j] + 1].islower():  # "CBS This Morning"
        return None
    if word in PARTS_OF_DAY:
        if low[i] == "last":
            return (Step(Grain.DAY, -1, to), j + 1) if word == "night" else None
        return (
            (Step(Grain.DAY, steps, to), j + 1)
            if low[i] in ("this", "that", "following", "next", "same", "previous")
            else None
        )
    if word in GRAINS and not (word == "quarter" and to is To.TEXT):
        grain = GRAINS[word]
        if grain is Grain.DAY and (
            low[i] in ("last", "past", "current", "coming", "this") or low[j + 1] in ("of", "-")
        ):
            return None
        if low[i] in ("last", "past") and article:  # a length of time: "over the past year"
            return None
        if word == "week" and low[j + 1] == "'":
            return None
        return Step(grain, steps, to), j + 1
    if word in lex.weekdays and words.capital(j):
        end = j + 1 + (low[j + 1] in PARTS_OF_DAY)
        return Nearby(Calendar(weekday=lex.weekdays[word]), steps, to), end
    if word in lex.months and (
        words.capital(j) or (low[i] in ("last", "next", "this") and word not in ("may", "march"))
    ):
        month = read_month(words, j)
        if month is None or low[month[1]].isdecimal() or (low[i] == "that" and word in ("may", "march")):
            return None
        return Nearby(Calendar(month[0]), steps, to), month[1]
    if word in lex.seasons and low[j + 1] != "of":
        return Nearby(Calendar(season=lex.seasons[word]), steps, to), j + 1
    return None


def read_step(words: Words, i: int) -> Read | None:
    found = read_deictic(words, i + (words.low[i] == "the"))
    return found if found and isinstance(found[0], Step) else None


def read_day_name(words: Words, i: int) -> Read | None:
    j = i + 1
    j += words.low[j] in PARTS_OF_DAY
    if i and words.capital(i) and words.capital(i - 1) and words.text[words.start[i] + 1].islower():  # "USA Today"
        return None
    return Step(Grain.DAY, DAYS[words.low[i]], To.DOCUMENT), j


def read_whole_unit(words: Words, i: int) -> Read | None:
    """The unit in "the end of the year", "later in the month"."""
    grain = GRAINS[words.low[i]]
    if i == 0 or words.low[i - 1] != "the" or grain is Grain.DAY or words.low[i + 1] in ("of", "-"):
        return None
    return Step(grain, 0, To.STYLE), i + 1
