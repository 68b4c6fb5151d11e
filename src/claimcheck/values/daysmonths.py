"""Days, months, weekdays and seasons by name, with the year behind them: 28 July, May 3rd, 1992, Christmas Eve."""

from __future__ import annotations

from claimcheck.records import replace
from claimcheck.values.calendar import Grain, Stretch, real_day
from claimcheck.values.counted import is_person
from claimcheck.values.dateforms import Absolute, Between, Calendar, Form, InYear, Piece, Read, Reading, Step
from claimcheck.values.numericdates import full_year, read_numeric
from claimcheck.values.relative import DAYS, PARTS_OF_DAY, read_step
from claimcheck.values.timewords import BARRIER, DASHES, ORDINAL_SUFFIXES, TO, Words, clause_ends, lexicon, read_month
from claimcheck.values.years import (
    counted,
    glued_after,
    glued_before,
    range_follows,
    read_plain_year,
    read_short_year,
    read_year_words,
)

_LISTED = 5  # days in one list, at most
_LISTING = frozenset((",", "and", "&"))
_RANGING = DASHES | TO | {"/"}
_VERBS = frozenset(("may", "march"))
_OF_PEOPLE = frozenset({"arrest", "body", "death", "execution", "family", "killing", "murder", "testimony", "trial"})
_GIVEN_NAMES = frozenset(("april", "august", "jan", "june", *_VERBS))


def read_day_first(words: Words, i: int) -> Read | None:
    """A day before its month: "28 July", "the 3rd of May, 1992", "28–30 August"; of "28 and 29 August" the first."""
    low = words.low
    first = read_day_number(words, i)
    if first is None:
        return None
    day, j, ordinal = first
    last = _last_of_days(words, j, day)
    ranging = last is not None and (low[j] in _RANGING or (low[i - 1] == "between" and low[j] == "and"))
    k = last[1] if last else j
    ordinal = ordinal or (last is not None and last[2])
    k += ordinal and low[k] == "day"
    of = low[k] == "of"
    k += of
    for filler in ("the", "month", "of"):
        k += low[k] == filler
    month = read_month(words, k)
    if month is None:
        return _bare_day(words, i, day, j) if ordinal and last is None else None
    doubtful = low[k] in ("may", "march", "august", "mar") and not words.capital(k) and not (ordinal or of)
    if doubtful and read_plain_year(words, month[1]) is None:
        return None
    year, after = read_year_after(words, month[1], has_day=True)
    start = dated(year, month[0], day)
    finish = dated(year, month[0], last[0]) if last and ranging else None
    if start is None or (ranging and finish is None):
        return None
    if finish:
        return Between(start, finish, (Reading(start, i, j), Reading(finish, j + 1, after))), after
    return start, j if last else after


def _last_of_days(words: Words, j: int, day: int) -> tuple[int, int, bool] | None:
    """The last day of "28–30" or of "12, 13 and 14", where `j` is behind the first one."""
    low = words.low
    stroke = low[j] == "/" and words.glued(j - 1) and words.glued(j)  # the night of "5/6 May"
    if not (stroke or low[j] in DASHES or low[j] in TO or low[j] in ("and", ",", "or", "&")):
        return None
    k = j + 1 + (low[j] == "," and low[j + 1] == "and")
    last = read_day_number(words, k + (low[k] == "the"))
    for _ in range(_LISTED):
        if last and low[j] == "," and low[last[1]] in (",", "and"):
            last = read_day_number(words, last[1] + 1 + (low[last[1] + 1] == "and"))
    return last if last and day < last[0] and not (stroke and last[0] > day + 1) else None


def read_month_first(words: Words, i: int) -> Read | None:
    """A month, with a day or a year behind it or alone: "May 3rd, 1992", "Jan. 24", "April 6-7", "October, 1917"."""
    month = read_month(words, i)
    if month is None:
        return None
    numeric = read_numeric(words, i)
    if numeric:
        return numeric
    j = month[1]
    day = _day_behind(words, i, j)
    found = _month_day(words, i, month[0], day) if day else None
    if found:
        return found
    year, after = read_year_after(words, j, has_day=False)
    form = dated(year, month[0], None)
    if year is not None and form:
        return form, after
    return (Calendar(month[0]), j) if not _part_of_name(words, i) and _bare_month(words, i, j) else None


def read_year_first(words: Words, year: Stretch, j: int) -> Read | None:
    """A year with its month right behind it, and perhaps the day: "1994 | October", "2019 | June 3"."""
    month = read_month(words, j) if year.grain is Grain.YEAR else None
    if month is None:
        part = read_quarter_code(words, j) if year.grain is Grain.YEAR else None
        return (Absolute(replace(part, year=year.year)), j + 2) if part else None
    day = read_day_number(words, month[1]) if words.low[month[1]].isdecimal() else None
    if day and not counted(words, day[1]) and not glued_after(words, day[1]):
        form = dated(year.year, month[0], day[0])
        return (form, day[1]) if form else None
    name = words.low[j] in _GIVEN_NAMES and not clause_ends(words, month[1])
    verb = words.low[j] in _VERBS and not words.capital(j)
    if name or verb or read_plain_year(words, month[1]):
        return None
    return Absolute(Stretch(Grain.MONTH, year.year, month[0])), month[1]


def read_quarter_code(words: Words, i: int) -> Stretch | None:
    """The quarter or half of some year that "Q3" or "H1" stands for."""
    if words.low[i] not in ("h", "q") or not words.capital(i) or not words.glued(i) or glued_after(words, i + 2):
        return None
    number = int(words.low[i + 1]) if words.low[i + 1] in ("1", "2", "3", "4") else 0
    if words.low[i] == "h":
        return Stretch(Grain.HALF, 0, number * 6 - 5) if 0 < number < 3 else None
    return Stretch(Grain.QUARTER, 0, number * 3 - 2) if number else None


def _day_behind(words: Words, i: int, j: int) -> tuple[int, int, bool] | None:
    """The number of the day behind the month at `i`, which ends at `j`; not a time, a count or a year in words."""
    low = words.low
    comma = low[j] == ","
    k = j + (comma or (low[j] == "/" and words.glued(j - 1) and words.glued(j)))
    if low[k] == "the" and words.capital(k + 1):  # "by the end of May the Second Army"
        return None
    k += low[k] == "the"
    day = read_day_number(words, k)
    if day is None or (comma and not day[2]):
        return None
    end = day[1]
    clock = low[end] in (":", ".") and words.glued(end - 1) and words.glued(end) and low[end + 1].isdecimal()
    if clock or low[end] in lexicon().units or low[end] in ("people", "percent", "%", "million"):
        return None
    if i and low[i - 1] == "in" and not comma and not day[2] and (counted(words, end) or is_person(low[end])):
        return None  # "in May 30 men were shot"; of the day it would be "on May 30"
    if low[k].isdecimal() or day[2]:
        named = low[k].isdecimal() or words.capital(i) or low[i] not in _VERBS
        year = None if named else read_plain_year(words, day[1])
        return day if named or (year and not counted(words, year[1])) else None
    spelled = low[k] in ("twenty", "thirty") and words.capital(i) and not read_year_words(words, k)
    return day if spelled else None


def _month_day(words: Words, i: int, month: int, day: tuple[int, int, bool]) -> Read | None:
    """The rest of a date after its month and day: more days, the year."""
    low = words.low
    number, j, _ = day
    last: tuple[int, int, bool] | None = None
    if low[j] in DASHES or low[j] in TO:
        k = j + 1 + (low[j + 1] == "the")
        last = read_day_number(words, k)
        if last and (
            read_month(words, last[1])
            or last[0] <= number
            or (low[j] in TO and not last[2] and low[k] not in lexicon().ordinals)
        ):
            last = None
        if last and (low[last[1]] in lexicon().units or (low[last[1]] == ":" and words.glued(last[1]))):
            last = None
    if last:
        year, after = read_year_after(words, last[1], has_day=True)
        first, second = dated(year, month, number), dated(year, month, last[0])
        if first is None or second is None:
            return None
        return Between(first, second, (Reading(first, i, j), Reading(second, k, after))), after
    year, after = read_year_after(words, j, has_day=True)
    more = _days_behind(words, j, number) if year is None else ()
    if more:  # "May 4 | and 5, 1865"
        year, _ = read_year_after(words, more[-1][2], has_day=True)
    form = dated(year, month, number)
    return (form, after) if form else None


def read_weekday(words: Words, i: int) -> Read | None:
    """A weekday, with the date behind it or alone: "Thursday, March 15, 2012", "Monday night", "Friday last week"."""
    low, lex = words.low, lexicon()
    word = low[i]
    j = i + 1 + (low[i + 1] == "." and words.glued(i) and len(word) < 6)
    comma = j + (low[j] == ",")
    comma += low[comma] == "the"
    dated = read_day_first(words, comma) if low[comma].isdecimal() or low[comma] in lex.ordinals else None
    if dated is None and low[comma] in lex.months:
        dated = read_month_first(words, comma)
        if dated and isinstance(dated[0], Calendar) and dated[0].day is None:
            dated = None
    if dated and not isinstance(dated[0], Between):
        form = dated[0]
        return (replace(form, falls_on=(lex.weekdays[word],)) if isinstance(form, Calendar) else form), dated[1]
    if not words.capital(i) or (low[j] in lex.after_weekday_in_names and words.capital(j)):
        return None
    if i and (low[i - 1] in lex.before_weekday_in_names and words.capital(i - 1)):
        return None
    if (
        i and low[j] == "of" and (low[i - 1] in lex.ordinals or low[i - 1] == "last")
    ):  # "the first Monday of every month"
        return None
    if len(word) < 6 and low[j - 1] != "." and not (i and low[i - 1] in ("on", "last", "next", "this")):
        return None
    if low[j] in PARTS_OF_DAY and words.capital(j) and words.capital(j + 1):
        return None  # Saturday Night Live
    j += low[j] in PARTS_OF_DAY
    week = read_step(words, j) if low[j] in ("last", "next", "this") else None
    if week and isinstance(week[0], Step) and week[0].grain is Grain.WEEK:
        return Piece(lex.weekdays[word] + 1, 1, Grain.DAY, week[0]), week[1]
    return Calendar(weekday=lex.weekdays[word]), j


def read_season(words: Words, i: int) -> Read | None:
    """A season, with its year or alone: "the summer of 1988", "winter 1941-42", "spring last year"."""
    low = words.low
    date = Calendar(season=lexicon().seasons[low[i]])
    j = i + 1
    k = j + (low[j] in ("of", "in"))
    year = read_plain_year(words, k)
    if year and low[i : k + 1] != ["fall", "in"]:
        end = year[1]
        if low[i].startswith("winter") and low[end] in DASHES:  # of one year and the next
            second = read_short_year(words, end + 1) or read_plain_year(words, end + 1)
            end = second[1] if second else end
        return Absolute(Stretch(Grain.SEASON, year[0], lexicon().seasons[low[i]])), end
    said = read_step(words, k)
    if said and isinstance(said[0], Step) and said[0].grain is Grain.YEAR:
        return InYear(date, said[0]), said[1]
    before = low[i - 1] if i else BARRIER
    if low[j] in lexicon().after_seasons or (before == "of" and low[i - 2] in lexicon().parts):
        return date, j
    if low[i] in ("summer", "autumn", "winter") and "the" in low[max(0, i - 3) : i] and clause_ends(words, j):
        return date, j  # "the severe northern winter"
    named = i > 0 and words.capital(i) and words.capital(i - 1) and before not in lexicon().before_seasons
    verb = low[i] in ("spring", "fall") and before in ("and", "the") and low[j] in ("in", "from", "to", "for")
    if before not in lexicon().before_seasons or named or verb or low[j] == "of":
        return None
    return date, j


def read_holiday(words: Words, i: int) -> Read | None:
    """A holiday, with its year or alone; "Christmas" alone only where a preposition makes it a time."""
    low = words.low
    if not words.capital(i) and low[i] not in ("earth", "saint"):
        return None
    for name, month, day, yearly in lexicon().holidays[low[i]]:
        j = i + len(name)
        if tuple(low[i:j]) != name:
            continue
        year, after = read_year_after(words, j, has_day=False)
        if year is not None:
            form = dated(year, month, day)
            return (form, after) if form else None
        bare = name[-1] not in ("day", "eve")
        if bare and (i == 0 or low[i - 1] not in lexicon().before_months or words.capital(j)):
            return None
        return Calendar(month, day, yearly=yearly), j
    return None


def read_listed_day(words: Words, i: int) -> Read | None:
    """A later day of "May 4 and 5, 1865" or of "May 4, 5 and 7"."""
    low = words.low
    first = i
    for _ in range(_LISTED):
        first -= 2 + (low[first - 1] == "and" and first > 2 and low[first - 2] == ",")
        if first < 1 or low[first + 1] not in _LISTING or not low[first].isdecimal():
            return None
        month = read_month(words, first - 1 - (low[first - 1] == "." and first > 1))
        if month is None or month[1] != first:
            continue
        more = _days_behind(words, first + 1, int(low[first]))
        day = next(((day, end) for day, at, end in more if at == i), None)
        if day is None:
            return None
        year, after = read_year_after(words, more[-1][2], has_day=True)
        form = dated(year, month[0], day[0])
        return (form, after if day[1] == more[-1][2] else day[1]) if form else None
    return None


def _days_behind(words: Words, j: int, day: int) -> tuple[tuple[int, int, int], ...]:
    """The days of a list behind the first one, which ends at `j`: each with where it begins and ends.

    A list in which commas stand ends in "and" with a day or "yesterday": "May 4, 25 people" is none.
    """
    low, found = words.low, list[tuple[int, int, int]]()
    for _ in range(_LISTED):
        if low[j] not in _LISTING:
            break
        last = low[j] != "," or low[j + 1] == "and"
        k = j + 1 + (low[j] == "," and last)
        read = read_day_number(words, k) if low[k].isdecimal() else None
        if last and read is None and found and (low[k] in DAYS or low[k] in lexicon().weekdays):
            return tuple(found)
        if (
            read is None
            or read[0] <= day
            or read_month(words, read[1])
            or ((low[j] == "," or found) and counted(words, read[1]))
        ):
            break
        day, j = read[0], read[1]
        found.append((day, k, j))
        if last:
            return tuple(found)
    return ()


def _bare_day(words: Words, i: int, day: int, j: int) -> Read | None:
    """A day of the month that the text speaks of: "on the 14th"."""
    low = words.low
    month = read_step(words, j + (low[j] == "of"))
    if month and isinstance(month[0], Step) and month[0].grain is Grain.MONTH:
        return Piece(day, 1, Grain.DAY, month[0]), month[1]
    if i > 1 and low[i - 1] == "the" and low[i - 2] in ("on", "by", "until") and clause_ends(words, j):
        return Calendar(day=day), j
    return None


def read_day_number(words: Words, i: int) -> tuple[int, int, bool] | None:
    """The number of a day, where it ends, and whether it is an ordinal."""
    low = words.low
    word = low[i]
    if word.isdecimal():
        value = int(word) if len(word) < 3 else 0
        if not 1 <= value <= 31:
            return None
        if low[i + 1] in ORDINAL_SUFFIXES and words.glued(i):
            return value, i + 2, True
        return value, i + 1, False
    lex = lexicon()
    if word in lex.ordinals:
        return lex.ordinals[word], i + 1, True
    if word in lex.numbers:
        value, k = lex.numbers[word], i + 1 + (low[i + 1] == "-")
        if value in (20, 30):
            if low[k] in lex.ordinals and lex.ordinals[low[k]] + value <= 31:
                return value + lex.ordinals[low[k]], k + 1, True
            if lex.numbers.get(low[k], 99) + value <= 31:
                return value + lex.numbers[low[k]], k + 1, False
        return (value, i + 1, False) if value <= 31 else None
    return None


def read_year_after(words: Words, j: int, *, has_day: bool) -> tuple[int | Form | None, int]:
    """The year behind a month or day, told in figures or in words ("last year", "of the same year")."""
    low = words.low
    comma = low[j] == ","
    k = j + comma
    k += low[k] in ("of", "in")
    year = read_plain_year(words, k)
    if year and not glued_before(words, k):
        end = year[1]
        if low[end] == "/" and words.glued(end - 1) and range_follows(words, end):  # "January 1642/3"
            return year[0] + 1, end + 2
        # "On May 5, 2000 people came."
        if end - k > 1 or not (counted(words, end) and (comma or low[k].endswith("00"))):
            return year[0], end
    spelled = read_year_words(words, k) if low[k] in lexicon().numbers else None
    if spelled:
        return spelled
    said = None if comma and k == j + 1 else read_step(words, k)
    if said and isinstance(said[0], Step) and said[0].grain is Grain.YEAR:
        return said
    # "17 NOV 89", "April of 87", "May '68"
    month = words.text[words.start[j - 1] : words.end[j - 1]]
    wire = has_day and not comma and month.isalpha() and month.isupper()
    short = read_short_year(words, k) if wire or low[k - 1] == "of" or (low[k] == "'" and words.glued(k)) else None
    if short and not counted(words, short[1]):
        return full_year(short[0]), short[1]
    return None, j


def dated(year: int | Form | None, month: int, day: int | None) -> Form | None:
    if isinstance(year, int):
        if day is None:
            return Absolute(Stretch(Grain.MONTH, year, month))
        return Absolute(Stretch(Grain.DAY, year, month, day)) if real_day(year, month, day) else None
    if day is not None and not real_day(2000, month, day):
        return None
    return Calendar(month, day) if year is None else InYear(Calendar(month, day), year)


def _part_of_name(words: Words, i: int) -> bool:
    """Whether a month stands in a name ("Theresa May", "June Smith", "August Wilson") rather than in a date."""
    low = words.low
    if i == 0 or low[i] not in lexicon().doubtful_months or low[i - 1] in lexicon().before_months or words.glued(i - 1):
        return False
    if low[i + 1] in DASHES and low[i + 2] in lexicon().months:  # "in Orsk Nov-Dec 1994"
        return False
    before = words.text[words.start[i - 1] : words.end[i - 1]]
    wire = before.isupper() and len(before) > 1
    return before[0].isupper() and before[0].isalpha() and not wire and low[i - 1] not in lexicon().weekdays


def _tells_of_person(words: Words, i: int) -> bool:
    """Whether the word before leads to a person: "the wife of Jan Lind", and not "the end of May"."""
    before = words.low[i - 1] if i else BARRIER
    if words.low[i] == "jan":
        return before in ("of", "for", "from", "and", "that", "to", "by", "after", "before")
    noun = words.low[i - 2] if i > 1 else BARRIER
    return before == "of" and (is_person(noun) or noun in _OF_PEOPLE)


def _bare_month(words: Words, i: int, j: int) -> bool:
    """Whether a month with no day or year beside it is meant as a month."""
    low, lex = words.low, lexicon()
    word = low[i]
    before = low[i - 1] if i else BARRIER
    if before == "-" and words.glued(i - 1):  # "mid-May"
        before = low[i - 2]
    joined = (low[j] in DASHES or low[j] in TO) and low[j + 1] in lex.months
    name_follows = words.capital(j) and low[j] not in lex.months
    if name_follows and word in _GIVEN_NAMES and _tells_of_person(words, i):
        return False
    if word in _VERBS:
        if not words.capital(i):
            return before in lex.before_lower_may
        wire = words.text[words.start[i] : words.end[i]].isupper()
        return before in lex.before_may or joined or (not wire and before in lex.before_months - lex.before_verbs)
    if not words.capital(i):
        return (len(word) > 3 and word != "august") or before in lex.before_lower_may
    if joined or before in lex.before_months or before in DASHES:
        return True
    if word in ("april", "june", "august") and name_follows:
        return False
    return len(word) > 4 or word in ("june", "july") or low[i + 1] == "."  # other short ones are abbreviations
