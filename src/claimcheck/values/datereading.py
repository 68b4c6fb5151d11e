"""Reads the words of one date into a form; which year or day it means is settled later."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from claimcheck.model import Comparator, Part
from claimcheck.records import replace
from claimcheck.values.calendar import Grain, Stretch
from claimcheck.values.dateforms import (
    Absolute,
    Between,
    Calendar,
    Form,
    Lasting,
    Nearby,
    NthWeekday,
    NumberedWeek,
    Piece,
    Read,
    Reading,
    Rest,
    Shift,
    Step,
    To,
)
from claimcheck.values.daysmonths import (
    read_day_first,
    read_day_number,
    read_holiday,
    read_listed_day,
    read_month_first,
    read_quarter_code,
    read_season,
    read_weekday,
    read_year_first,
)
from claimcheck.values.durations import STEPS, Quantity, read_comparator, read_quantity
from claimcheck.values.numericdates import full_year, read_numeric
from claimcheck.values.relative import (
    DAYS,
    DEICTIC,
    read_day_name,
    read_deictic,
    read_step,
    read_whole_unit,
)
from claimcheck.values.timewords import DASHES, GRAINS, TO, Words, clause_ends, lexicon
from claimcheck.values.years import (
    counted,
    glued_before,
    is_year,
    read_century,
    read_plain_year,
    read_short_year,
    read_year,
)

_GROUPS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "qtr": Grain.QUARTER,
    "half": Grain.HALF,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
}
_FIRST_OF_WEEK, _LAST_OF_WEEK = (0, 6), (4, 5, 6)  # Monday, Sunday; Friday to Sunday
_WHOLES = frozenset(("course", "duration", "height", "remainder", "rest", "whole"))
_COMING = ("coming", "next")
_OTHER_ENDS = frozenset(("before", "in", "leading", "of", "to", "until"))  # "the last 3 days before the vote"
_BEFORE_SHORT = frozenset(("by", "during", "in", "of", "since", "summer", "until", "winter"))
_SIDES = {"earlier": -1, "later": 1}
_FROM_END = {"last": -1, "final": -1, "latter": -1}


def read_point(words: Words, i: int, *, joined: bool = False, simple: bool = False) -> Reading | None:
    """The date that begins at this word (behind a dash, where `joined`); ranges are read elsewhere.

    A `simple` date is not told from another one in turn, so that "the day after the day after …" ends.
    """
    if joined and words.low[i].isdecimal():
        found = _from_figure(words, i, joined=True, simple=simple)
        return Reading(found[0], i, found[1]) if found else None
    j = i + (words.low[i] == "the")
    part: Part | None = None
    inner = _after_part(words, j)
    if inner:
        part, j = inner
        found = read_whole_unit(words, j) if words.low[j] in GRAINS else _begins(words, j, simple=True)
        if found and part and part is not Part.MID and words.low[j - 1] in ("of", "the"):
            found = _of_week(found[0], part), found[1]
        if found and words.low[j] == "this" and words.low[i] in _SIDES and isinstance(found[0], Step):
            found = Rest(_SIDES[words.low[i]], found[0]), found[1]
    else:
        found = _begins(words, j, simple=simple)
    if found is None:
        return None
    year_alone = part is None and words.low[j].isdecimal() and found[1] == j + 1
    # In "the 1988 massacre" the article belongs to the massacre.
    return Reading(found[0], j if year_alone else i, found[1], part)


def _of_week(form: Form, part: Part) -> Form:
    """The first or the last three days, where "the beginning of" or "the end of" goes with a week; else the form."""
    if isinstance(form, Step) and form.grain is Grain.WEEK:
        return Piece(1 if part is Part.EARLY else -1, 3, Grain.DAY, form)
    return form


def _after_part(words: Words, i: int) -> tuple[Part | None, int] | None:
    """Where the date begins of which "early", "the end of" or "the latter half of" names a part."""
    low = words.low
    word = low[i]
    part = lexicon().parts.get(word)
    if part and word in ("early", "late", "mid"):
        j = i + 1 + (low[i + 1] == "-")
        j += low[j] in ("in", "on", "into")
        return (part, j + (low[j] == "the") * (low[j - 1] != "-"))
    if word in ("later", "earlier") and low[i + 1] in ("in", "that", "this", "the", "last", "next", "previous", "on"):
        j = i + 1 + (low[i + 1] in ("in", "on"))
        return None, j + (low[j] == "the")
    if part and low[i + 1] == "of":
        return part, i + 2 + (low[i + 2] == "the")
    if word in ("first", "early", "latter", "last", "later") and low[i + 1] == "part" and low[i + 2] == "of":
        return (Part.EARLY if word in ("first", "early") else Part.LATE), i + 3 + (low[i + 3] == "the")
    if word in _WHOLES and low[i + 1] == "of":
        return None, i + 2 + (low[i + 2] == "the")
    return None


def _begins(words: Words, i: int, *, simple: bool) -> Read | None:
    if words.low[i].isdecimal():
        return _from_figure(words, i, simple=simple)
    for read in _simple_readers().get(words.low[i], ()):
        found = read(words, i)
        if found:
            return found
    if not simple:
        for read in _compound_readers().get(words.low[i], ()):
            found = read(words, i)
            if found:
                return found
    return None


def _from_figure(words: Words, i: int, *, joined: bool = False, simple: bool = False) -> Read | None:
    if not joined and glued_before(words, i):
        return None
    found = read_numeric(words, i) or read_day_first(words, i) or read_listed_day(words, i)
    if found:
        return found
    year = read_year(words, i) or _lent_era(words, i)
    if year and is_year(words, i, year[1]):
        return read_year_first(words, year[0], year[1]) or (Absolute(year[0]), year[1])
    short = _apostrophe_year(words, i)
    if simple or short:
        return short or _century(words, i)
    return _short_decade(words, i) or _century(words, i) or _grouped(words, i) or _counted_units(words, i)


def _short_decade(words: Words, i: int) -> Read | None:
    """A decade in two figures: "the 80s", "the mid-'90s"; not "in her 80s"."""
    word = words.low[i]
    if len(word) == 2 and word[1] == "0" and words.low[i + 1] == "s" and words.glued(i) and _no_age(words, i):
        return Absolute(Stretch(Grain.DECADE, 1900 + int(word))), i + 2
    return None


def _apostrophe_year(words: Words, i: int) -> Read | None:
    """A year in two figures behind an apostrophe: "in '88"."""
    low = words.low
    if i < 2 or low[i - 1] != "'" or not words.glued(i - 1) or words.glued(i - 2) or low[i - 2] not in _BEFORE_SHORT:
        return None
    year = read_short_year(words, i)
    closed = year is None or low[year[1]] in ("'", "s") or counted(words, year[1])
    return None if year is None or closed else (Absolute(Stretch(Grain.YEAR, full_year(year[0]))), year[1])


def _lent_era(words: Words, i: int) -> tuple[Stretch, int] | None:
    """The first year of "499-493 BC", "499 to 493 BC" or "496 and 495 BC"."""
    low = words.low
    if len(low[i]) < 5 and (low[i + 1] in DASHES or low[i + 1] in ("to", "and")) and low[i + 2].isdecimal():
        last = read_year(words, i + 2)
        if last and last[1] > i + 3 and last[0].grain is Grain.YEAR and last[0].year <= 0:
            return Stretch(Grain.YEAR, 1 - int(low[i])), i + 1
    return None


def _counted_units(words: Words, i: int) -> Read | None:
    """A length of time that leads to a date: "two years ago", "three days after 5 May"."""
    quantity = read_quantity(words, i)
    return _shift(words, quantity) if quantity else None


def _shift(words: Words, quantity: Quantity) -> Read | None:
    low, j = words.low, quantity.end
    if quantity.unit not in STEPS:
        return None
    grain, steps = _steps(quantity)
    word = low[j]
    onset = word in ("starting", "beginning", "commencing")
    if word == "," and low[j + 1] == "from":  # "for 3 days, from today"
        onset, j = True, j + 1
    if onset and steps is not None:
        base = read_point(words, j + 1 + (low[j + 1] == "on"), simple=True)
        if base and not isinstance(base.form, Between) and low[base.end] not in TO and low[base.end] not in DASHES:
            return Lasting(quantity, base.form), base.end
        return None
    if word == "ago":
        return Shift(steps and -steps, grain, To.DOCUMENT), j + 1
    if word == "from" and low[j + 1] == "now":
        return Shift(steps, grain, To.DOCUMENT), j + 2
    if word in ("after", "before", "from", "following"):
        base = read_point(words, j + 1, simple=True)
        ranges = base is not None and word == "from" and (low[base.end] in TO or low[base.end] in DASHES)
        if base and steps is not None and not ranges and not isinstance(base.form, Between | Piece):
            if word != "before" and quantity.first and low[quantity.first - 1] == "for":
                return Lasting(quantity, base.form), base.end
            if word == "after" and read_comparator(words, quantity.first)[0] is Comparator.UNDER:
                return Lasting(quantity, base.form), base.end
            return Shift(-steps if word == "before" else steps, grain, base.form), base.end
    if word in ("later", "afterwards", "afterward"):
        return Shift(steps, grain, To.TEXT), j + 1
    if word in ("earlier", "previously") or (word in ("before", "prior") and clause_ends(words, j + 1)):
        return Shift(steps and -steps, grain, To.TEXT), j + 1
    return None


def _steps(quantity: Quantity) -> tuple[Grain, int | None]:
    """The length in whole steps of one grain; None where it is vague or does not come out even."""
    grain, size = STEPS[quantity.unit]
    if quantity.number is None or quantity.number != int(quantity.number):
        return grain, None
    number = int(quantity.number)
    if len(quantity.measures) == 1:
        return grain, number * size
    more = int(quantity.measures[1].number or 0)
    match tuple(measure.unit for measure in quantity.measures):
        case "year", "month":
            return Grain.MONTH, number * 12 + more
        case "week", "day":
            return Grain.DAY, number * 7 + more
    return grain, None


def _numbered_year(words: Words, i: int) -> Read | None:
    year = read_plain_year(words, i + 1 + (words.low[i + 1] == "of"))
    return (Absolute(Stretch(Grain.YEAR, year[0])), year[1]) if year else None


def _unit_first(words: Words, i: int) -> Read | None:
    """A unit told from a date: "the day before", "the week after 5 May"."""
    low = words.low
    grain = GRAINS[low[i]]
    j = i + 1
    if low[i] == "week" and low[j] in ("beginning", "starting", "commencing", "ending"):
        return _week(words, j + 1 + (low[j + 1] == "on"), ends=low[j] == "ending")
    if low[i] == "week" and low[j].isdecimal() and (numbered := _numbered_week(words, j)):
        return numbered
    if low[i] == "year" and (end := _year_end(words, j)):
        year = read_plain_year(words, end)
        return (Absolute(Stretch(Grain.YEAR, year[0])), year[1]) if year else (Step(Grain.YEAR, 0, To.STYLE), end)
    if low[i] == "weekend" and i and low[i - 1] == "the":
        return Piece(1, 2, Grain.DAY, Nearby(Calendar(weekday=5), -1, To.DOCUMENT)), j
    if low[i : j + 2] in (["year", "-", "ago"], ["year", "-", "earlier"]):
        return Step(Grain.YEAR, -1, To.DOCUMENT if low[j + 1] == "ago" else To.TEXT), j + 2
    if not i or low[i - 1] != "the" or grain not in (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR):
        return None
    if low[j : j + 2] == ["'", "s"] and grain is not Grain.DAY:  # "the year's campaign"
        return Step(grain, 0, To.STYLE), j
    if low[j] == "of" and (low[i] == "week" or (low[i] == "month" and low[j + 1] in lexicon().months)):
        base = read_point(words, j + 1, simple=True)
        return (Shift(0, grain, base.form) if low[i] == "week" else base.form, base.end) if base else None
    if low[j : j + 2] in (["before", "last"], ["after", "next"]) and not _goes_on(low[j + 2]):
        return Step(grain, -2 if low[j] == "before" else 2, To.DOCUMENT), j + 2
    if low[j] in ("before", "after"):
        sign = 1 if low[j] == "after" else -1
        if low[j + 1] in ("yesterday", "tomorrow"):
            return Step(Grain.DAY, 2 * sign, To.DOCUMENT), j + 2
        if clause_ends(words, j + 1):
            return Step(grain, sign, To.TEXT), j + 1
        base = read_point(words, j + 1, simple=True)
        return (Shift(sign, grain, base.form), base.end) if base else (Shift(None, grain, To.TEXT), j + 1)
    if (low[j] == "following" and clause_ends(words, j + 1)) or (low[j] == "following" and grain is Grain.DAY):
        return Step(grain, 1, To.TEXT), j + 1
    return None


def _eve(words: Words, i: int) -> Read | None:
    """The day before: "on the eve of 4 March"."""
    day = read_point(words, i + 2, simple=True) if words.low[i + 1] == "of" else None
    if day is None or not isinstance(day.form, Absolute | Calendar):
        return None
    return (Shift(-1, Grain.DAY, day.form), day.end) if _is_day(day.form) else None


def _is_day(form: Absolute | Calendar) -> bool:
    return form.stretch.grain is Grain.DAY if isinstance(form, Absolute) else bool(form.day or form.weekday is not None)


def _week(words: Words, i: int, *, ends: bool) -> Read | None:
    """The week that begins or ends with the day at `i`: in a year in which it can, if that is near."""
    base = read_point(words, i, simple=True)
    if base is None:
        return None
    form = base.form
    if isinstance(form, Calendar) and form.day and not form.falls_on:
        form = replace(form, falls_on=_LAST_OF_WEEK if ends else _FIRST_OF_WEEK)
    return Piece(-1 if ends else 1, 7, Grain.DAY, form), base.end


def _short_week(words: Words, i: int) -> Read | None:
    """A week as calendars write it: "w/c May 9", "w/e 9 May"."""
    low = words.low
    short = low[i + 1] == "/" and low[i + 2] in ("c", "e", "b") and words.glued(i) and words.glued(i + 1)
    return _week(words, i + 3, ends=low[i + 2] == "e") if short else None


def _numbered_week(words: Words, j: int) -> Read | None:
    """The rest of "week 12 of 1994" or "week 9 of last year", from its number on."""
    number = int(words.low[j]) if len(words.low[j]) < 3 else 0
    k = j + 1 + (words.low[j + 1] in ("of", "in", ","))
    year = read_plain_year(words, k)
    said: Read | None = (Absolute(Stretch(Grain.YEAR, year[0])), year[1]) if year else read_step(words, k)
    if not 1 <= number <= 53 or said is None or not _names_year(said[0]):
        return None
    return NumberedWeek(number, said[0]), said[1]


def _goes_on(word: str) -> bool:
    """Whether "last" or "next" belongs to the word behind it: "the week before last | Monday"."""
    lex = lexicon()
    return word in GRAINS or word in lex.weekdays or word in lex.months or word in lex.seasons


def _year_end(words: Words, j: int) -> int | None:
    """Where "year-end" or "year's end" ends, if `j` stands behind its "year"."""
    for tail in (["-", "end"], ["'", "s", "end"]):
        if words.low[j : j + len(tail)] == tail:
            return j + len(tail)
    return None


def _century(words: Words, i: int) -> Read | None:
    """A numbered century; of "the 18th and 19th centuries", the first."""
    number = read_day_number(words, i)
    if number is None or not number[2]:
        return None
    found = read_century(words, number[0], number[1])
    if found is None and words.low[number[1]] == "and":
        other = read_day_number(words, number[1] + 1)
        if other and other[2] and words.low[other[1]] in ("century", "centuries"):
            return Absolute(Stretch(Grain.CENTURY, (number[0] - 1) * 100)), number[1]
    return (Absolute(found[0]), found[1]) if found else None


def _grouped(words: Words, i: int) -> Read | None:
    """The n-th unit or units of something longer: "the first half of 1990", "the last two weeks of May"."""
    low = words.low
    if low[i] in _FROM_END:
        number, j = _FROM_END[low[i]], i + 1
    else:
        ordinal = read_day_number(words, i)
        if ordinal is None or not ordinal[2]:
            return None
        number, j, _ = ordinal
    j += low[j] == "-"
    if low[j] in lexicon().weekdays and words.capital(j) and low[j + 1] in ("of", "in"):
        of = read_point(words, j + 2, simple=True)
        month = (of.form, of.end) if of else read_whole_unit(words, j + 3)  # "of the month"
        return (NthWeekday(number, lexicon().weekdays[low[j]], month[0]), month[1]) if month else None
    count, unit = 1, low[j]
    if low[j] in lexicon().numbers or low[j].isdecimal():
        quantity = read_quantity(words, j)
        if quantity is None or quantity.number is None or len(quantity.measures) > 1 or quantity.number > 60:
            return None
        count, unit, j = int(quantity.number), quantity.unit, quantity.end - 1
    grain = _GROUPS.get(unit)
    if grain is None:
        return None
    whole = read_point(words, j + 1 + (low[j + 1] in ("of", "in")), simple=True)
    if whole and (grain not in (Grain.HALF, Grain.QUARTER) or _names_year(whole.form)):
        return Piece(number, count, grain, whole.form), whole.end
    if grain is Grain.QUARTER and count == 1 and 0 < number < 5 and _about_money(words, i):
        return Calendar(quarter=number), j + 1
    if count == 1 and unit in ("week", "month", "year", "decade") and low[i - 1] == "the" and low[j + 1] == "of":
        return Shift(None, grain, To.TEXT), j + 1  # "the first year of the war": a time, but nobody says when
    return None


def _about_money(words: Words, i: int) -> bool:
    """Whether a quarter is one of a company's year and not of a match."""
    return not lexicon().money.isdisjoint(words.low[max(0, i - 15) : i + 15])


def _last_units(words: Words, i: int) -> Read | None:
    """The calendar weeks before this one: "last 2 weeks" with no article; "the last two weeks" end with today."""
    quantity = read_quantity(words, i + 1)
    if quantity is None or quantity.number is None or quantity.unit not in STEPS or words.low[i + 1] == "a":
        return None
    if words.low[i] in _COMING or (i and words.low[i - 1] == "the"):
        return _beside_now(words, quantity, 1 if words.low[i] in _COMING else -1)
    if i and words.low[i - 1].isalpha() and words.low[i - 1] not in ("in", "over", "during", "within"):
        return None
    grain, size = STEPS[quantity.unit]
    steps = int(quantity.number) * size
    return Between(Step(grain, -steps, To.DOCUMENT), Step(grain, -1, To.DOCUMENT)), quantity.end


def _beside_now(words: Words, quantity: Quantity, side: int) -> Read | None:
    """The time up to the document's date, or from it: "the last | 3 months"; not "the last | 3 months of the war"."""
    if words.low[quantity.end] == "ago":  # "the last 5 months, and 4 days ago"
        first = quantity.measures[0]
        quantity = quantity._replace(end=first.end, measures=(first,))
    whole = all(m.unit in STEPS and (m.number or 0.5).is_integer() for m in quantity.measures)
    if not whole or words.low[quantity.end] in _OTHER_ENDS:
        return None
    return Lasting(quantity, To.DOCUMENT, side), quantity.end


def _names_year(form: Form) -> bool:
    if isinstance(form, Absolute):
        return form.stretch.grain in (Grain.YEAR, Grain.CENTURY)
    return isinstance(form, Step) and form.grain in (Grain.YEAR, Grain.CENTURY)


def _no_age(words: Words, i: int) -> bool:
    """Whether "80s" or "eighties" follows "the" (or "the early", "the mid-", an apostrophe), and not "her" or "his"."""
    k = i - 1
    if k >= 0 and words.low[k] in ("'", "nineteen"):
        return True
    k -= k >= 0 and words.low[k] == "-"
    k -= k >= 0 and words.low[k] in ("early", "late", "mid")
    return k >= 0 and words.low[k] in ("the", "and", "or")


def _decade_word(words: Words, i: int) -> Read | None:
    """A decade by name: "the eighties"; not "in his eighties"."""
    if not _no_age(words, i):
        return None
    return Absolute(Stretch(Grain.DECADE, 1900 + lexicon().decades[words.low[i]])), i + 1


def _quarter_code(words: Words, i: int) -> Read | None:
    """A quarter or a half of a year as companies write it: "Q3 2010", "H1 2010"."""
    part = read_quarter_code(words, i)
    year = read_plain_year(words, i + 2) if part else None
    return (Absolute(replace(part, year=year[0])), year[1]) if part and year else None


def _era_first(words: Words, i: int) -> Read | None:
    year = read_year(words, i)
    return (Absolute(year[0]), year[1]) if year else None


_Table = dict[str, tuple[Callable[[Words, int], Read | None], ...]]


@cache
def _simple_readers() -> _Table:
    """What to try, in order, at each word that can begin a date."""
    lex = lexicon()
    return _by_word(
        (lex.holidays, read_holiday),
        (lex.months, read_month_first),
        (lex.weekdays, read_weekday),
        (DEICTIC, read_deictic),
        ((*lex.ordinals, *lex.numbers), read_day_first),
        ((*lex.ordinals, "twenty", "thirty"), _century),
        (DAYS, read_day_name),
        (("year",), _numbered_year),
        (lex.seasons, read_season),
        (lex.decades, _decade_word),
        (("h", "q"), _quarter_code),
        (("ad", "a"), _era_first),
    )


@cache
def _compound_readers() -> _Table:
    """The same for dates that are told from another one, which is read with the simple readers alone."""
    lex = lexicon()
    return _by_word(
        ((*lex.ordinals, "twenty", "thirty", *_FROM_END), _grouped),
        ((*lex.numbers, *lex.vague, "a", "an", "half"), _counted_units),
        (GRAINS, _unit_first),
        (("eve",), _eve),
        (("w",), _short_week),
        (("last", "past", *_COMING), _last_units),
    )


def _by_word(*tables: tuple[Iterable[str], Callable[[Words, int], Read | None]]) -> _Table:
    found: _Table = {}
    for words, read in tables:
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), read)
    return found


def may_follow(article: str, word: str) -> bool:
    """Whether a date or a length of time can begin with the two words; True for anything that is no article."""
    if article == "the":
        return word in starters() or word in _WHOLES or word.isdecimal()
    return article not in ("a", "an") or word in _after_a()


@cache
def _after_a() -> frozenset[str]:
    lex = lexicon()
    marks = (*TO, *DASHES, ".", "and", "or", "half", "hundred", "thousand", "million", "billion")
    return frozenset((*lex.vague, *lex.units, *lex.inside_lengths, *marks))


@cache
def starters() -> frozenset[str]:
    """The words, other than figures, that a date can begin with."""
    return frozenset((*_simple_readers(), *_compound_readers(), *lexicon().parts, "the", "later", "earlier", "latter"))
