"""Days and months by name, with the year behind them: 28 July, May 3rd, 1992, in June, Christmas Eve."""

from __future__ import annotations

from claimcheck.values.calendar import Grain, Stretch, real_day
from claimcheck.values.dateforms import Absolute, Between, Calendar, Form, InYear, Piece, Read, Step
from claimcheck.values.numericdates import full_year, read_numeric
from claimcheck.values.relative import read_step
from claimcheck.values.timewords import BARRIER, DASHES, ORDINAL_SUFFIXES, TO, Words, clause_ends, lexicon, read_month
from claimcheck.values.years import (
    counted,
    glued_after,
    glued_before,
    range_follows,
    read_short_year,
    read_year,
    read_year_words,
)

_LISTED = 5  # days in one list, at most


def read_day_first(words: Words, i: int) -> Read | None:
    """ "28 July", "the 3rd of May, 1992", "28–30 August", "28 | and 29 August" (two dates: this is the first)."""
    first = read_day_number(words, i)
    if first is None:
        return None
    day, j, ordinal = first
    low = words.low
    last: int | None = None
    listed = False
    end = j
    joined = low[j] in DASHES or low[j] in TO or low[j] in ("and", ",", "or", "&")
    if joined:
        k = j + 1 + (low[j + 1] == "and") * (low[j] == ",")
        k += low[k] == "the"
        second = read_day_number(words, k)
        for _ in range(_LISTED):  # "12, 13 and 14 May"
            if second and low[j] == "," and low[second[1]] in (",", "and"):
                second = read_day_number(words, second[1] + 1 + (low[second[1] + 1] == "and"))
        if second and second[0] > day:
            listed = low[j] not in DASHES and low[j] not in TO
            last, j, ordinal = second[0], second[1], ordinal or second[2]
    if ordinal and low[j] == "day":
        j += 1
    of = low[j] == "of"
    k = j + of
    k += low[k] == "the" and low[k + 1] == "month"
    k += 2 if low[k] == "month" and low[k + 1] == "of" else 0
    month = read_month(words, k)
    if month is None:
        if ordinal and last is None:
            return _bare_day(words, i, day, j)
        return None
    doubtful = low[k] in ("may", "march", "august", "mar") and not words.capital(k) and not (ordinal or of)
    if doubtful and read_year(words, month[1]) is None:
        return None
    if last is not None and low[i - 1] == "between" and low[end] == "and":
        listed = False
    year, after = read_year_after(words, month[1], has_day=True)
    start = dated(year, month[0], day)
    if start is None:
        return None
    if last is None:
        return start, after
    if listed:
        return start, end
    finish = dated(year, month[0], last)
    return (Between(start, finish), after) if finish else None


def read_month_first(words: Words, i: int) -> Read | None:
    """ "July 28", "May 3rd, 1992", "Jan. 24", "April 6-7", "October, 1917", "in June"."""
    month = read_month(words, i)
    if month is None:
        return None
    low = words.low
    numeric = read_numeric(words, i)
    if numeric:
        return numeric
    j = month[1]
    k = j + (low[j] == "," or (low[j] == "/" and words.glued(j - 1) and words.glued(j)))
    article = low[k] == "the"
    k += article
    day = None if article and words.capital(k) else read_day_number(words, k)
    comma = low[j] == ","
    clock = (
        day is not None
        and low[day[1]] in (":", ".")
        and words.glued(day[1] - 1)
        and words.glued(day[1])
        and low[day[1] + 1].isdecimal()
    )
    if (
        day
        and not clock
        and not (comma and not day[2])
        and (low[k].isdecimal() or day[2] or low[k] in ("twenty", "thirty"))
    ):
        spelled = None if low[k].isdecimal() or day[2] else read_year_words(words, k)
        unit = low[day[1]] in lexicon().units or low[day[1]] in ("people", "percent", "%", "million")
        if not spelled and not unit and (low[k].isdecimal() or words.capital(i) or low[i] not in ("may", "march")):
            found = _month_day(words, month[0], day)
            if found:
                return found
    year, after = read_year_after(words, j, has_day=False)
    form = dated(year, month[0], None)
    if year is not None and form:
        return form, after
    return (Calendar(month[0]), j) if not _part_of_name(words, i) and _bare_month(words, i, j) else None


def _month_day(words: Words, month: int, day: tuple[int, int, bool]) -> Read | None:
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
        return (Between(first, second), after) if first and second else None
    year, after = read_year_after(words, j, has_day=True)
    other = read_day_number(words, j + 1) if year is None and low[j] == "and" and low[j + 1].isdecimal() else None
    if other and not read_month(words, other[1]):  # "May 4 | and 5, 1865"
        year, _ = read_year_after(words, other[1], has_day=True)
    form = dated(year, month, number)
    return (form, after) if form else None


def read_holiday(words: Words, i: int) -> Read | None:
    """ "Christmas Eve 1989"; "Christmas" alone only where a preposition makes it a time."""
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
    """The second day of "May 4 and 5, 1865"."""
    low = words.low
    day = read_day_number(words, i)
    if i < 4 or low[i - 1] not in ("and", "&") or day is None or not low[i - 2].isdecimal():
        return None
    month = read_month(words, i - 3 - (low[i - 3] == "."))
    if month is None or month[1] != i - 2 or not int(low[i - 2]) < day[0] or read_month(words, day[1]):
        return None
    year, after = read_year_after(words, day[1], has_day=True)
    form = dated(year, month[0], day[0])
    return (form, after) if form else None


def _bare_day(words: Words, i: int, day: int, j: int) -> Read | None:
    """ "On the 14th": a day of the month that the text speaks of."""
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
    k = j + (low[j] == ",")
    k += low[k] in ("of", "in")
    comma = low[j] == ","
    year = read_year(words, k)
    if year and year[0].grain is Grain.YEAR and not glued_before(words, k) and not glued_after(words, year[1]):
        if range_follows(words, year[1]) and low[year[1]] == "/" and words.glued(year[1]):  # "January 1642/3"
            return year[0].year + 1, year[1] + 2
        figures = year[1] - k > 1 or not (counted(words, year[1]) and (comma or low[k][-2:] == "00"))
        if figures and (year[1] - k > 1 or 1000 <= year[0].year <= 2100):
            return year[0].year, year[1]
    elif year and year[1] - k > 1 and year[0].grain is Grain.YEAR:
        return year[0].year, year[1]
    if low[k] in lexicon().numbers and (spelled := read_year_words(words, k)):
        return spelled
    if not comma or low[k - 1] != ",":
        said = read_step(words, k)
        if said and isinstance(said[0], Step) and said[0].grain is Grain.YEAR:
            return said
    apostrophe = low[k] == "'" and words.glued(k)
    wire = (
        has_day
        and words.text[words.start[j - 1]].isalpha()
        and words.text[words.start[j - 1] : words.end[j - 1]].isupper()
    )
    short = read_short_year(words, k) if apostrophe or low[k - 1] == "of" or (wire and not comma) else None
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
    before = words.text[words.start[i - 1] : words.end[i - 1]]
    wire = before.isupper() and len(before) > 1
    return before[0].isupper() and before[0].isalpha() and not wire and low[i - 1] not in lexicon().weekdays


def _bare_month(words: Words, i: int, j: int) -> bool:
    """Whether a month with no day or year beside it is meant as a month."""
    low = words.low
    word = low[i]
    before = low[i - 1] if i else BARRIER
    if before == "-" and words.glued(i - 1):
        before = low[i - 2]
    if word == "may" or word == "march":
        strong = before in (
            "in",
            "since",
            "until",
            "till",
            "during",
            "early",
            "late",
            "mid",
            "last",
            "next",
            "by",
            "through",
        )
        if not words.capital(i):
            return strong and before not in ("by", "through", "last", "next")
        wire = words.text[words.start[i] : words.end[i]].isupper()
        return strong or (not wire and before in lexicon().before_months and before not in ("on", "for", "the"))
    if words.capital(i):
        if (low[j] in DASHES or low[j] in TO) and low[j + 1] in lexicon().months:
            return True
        name_follows = words.capital(j) and low[j] not in lexicon().months
        if word in ("april", "june", "august") and name_follows and before not in lexicon().before_months:
            return False
        if len(word) <= 4 and word not in ("june", "july"):  # abbreviations
            return low[i + 1] == "." or before in lexicon().before_months or before in DASHES
        return True
    return (len(word) > 3 and word != "august") or before in (
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "and",
        "between",
    )
