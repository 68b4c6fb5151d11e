"""Lengths of time in words and figures, as ISO 8601 writes them."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import Comparator
from claimcheck.values.timewords import Words, lexicon

# Each unit as ISO 8601 has it: how many of which designator. Decades and centuries are counted in years.
_ISO = {
    "second": (1, "S"),
    "minute": (1, "M"),
    "hour": (1, "H"),
    "day": (1, "D"),
    "week": (1, "W"),
    "fortnight": (14, "D"),
    "month": (1, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
_NEXT_SMALLER = {"year": "month", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
_CLOCK = frozenset(("second", "minute", "hour"))

# Words that may follow an adjective such as "three-year" and belong to it.
_TAIL = frozenset(("long", "old"))

_AND_A_HALF = ["and", "a", "half"]
_RECENT = frozenset(("coming", "last", "next", "past"))
_ARTICLE = frozenset(("a", "an"))


class Quantity(NamedTuple):
    """So many of one unit, or of two ("2 years and 3 months"); `number` is None where the words leave it open."""

    first: int
    end: int
    number: float | None
    unit: str
    rest: tuple[float, str] | None = None
    between: bool = False  # "ten to fifteen years"

    @property
    def iso(self) -> str | None:
        if self.number is None:
            return None
        size, sign = _ISO[self.unit]
        count = self.number * size
        if self.rest:
            more, unit = self.rest
            size, other = _ISO[unit]
            if (sign, other) == ("Y", "M"):
                count, sign = count * 12 + more * size, "M"
            elif sign == other:
                count += more * size
            else:
                time = "T" if unit in _CLOCK and self.unit not in _CLOCK else ""
                return f"P{'T' if self.unit in _CLOCK else ''}{count:g}{sign}{time}{more * size:g}{other}"
        if sign == "H" and count != int(count):
            count, sign = count * 60, "M"
        whole = str(int(count)) if count == int(count) else f"{count:.6g}"
        return f"P{'T' if self.unit in _CLOCK else ''}{whole}{sign}"


def read_number(words: Words, i: int) -> tuple[float, int] | None:
    """The number in figures or words that begins here, and where it ends."""
    low, numbers = words.low, lexicon().numbers
    word = low[i]
    if word.isdecimal():
        if len(word) > 6:
            return None
        value, j = float(word), i + 1
        if low[j] == "," and words.glued(j - 1) and words.glued(j) and low[j + 1].isdecimal() and len(low[j + 1]) == 3:
            value, j = value * 1000 + int(low[j + 1]), j + 2
        if low[j] == "." and words.glued(j - 1) and words.glued(j) and low[j + 1].isdecimal() and len(low[j + 1]) < 4:
            value, j = value + int(low[j + 1]) / 10 ** len(low[j + 1]), j + 2
        return value, j
    if word in numbers:
        value, j = float(numbers[word]), i + 1
        if value >= 20:
            k = j + (low[j] == "-")
            if numbers.get(low[k], 10) < 10:
                value, j = value + numbers[low[k]], k + 1
        if low[j] == "hundred":
            value, j = value * 100, j + 1
            k = j + (low[j] == "and")
            if low[k] in numbers and low[k + 1] != "hundred" and (rest := read_number(words, k)):
                value, j = value + rest[0], rest[1]
        return value, j
    return None


def read_quantity(words: Words, i: int) -> Quantity | None:
    """The length of time that begins at this word: "three years", "a day", "7-year", "two and a half weeks"."""
    low, units = words.low, lexicon().units
    article = low[i] in _ARTICLE
    k = i + article
    if low[k] in lexicon().vague:  # "several years", "a few days"
        return _vague(words, i, k)
    if low[k] == "half":
        return _half(words, i, k)
    if low[i] in _RECENT:
        return _recent(words, i)
    read = (1.0, k) if article else read_number(words, i)
    if read is None:
        return None
    number, j = read
    between = _between(words, i, number, j)
    if between:
        return between
    if low[j : j + 3] == _AND_A_HALF:
        number, j = number + 0.5, j + 3
    j += low[j] in ("-", "‑", "–") and words.glued(j - 1) and words.glued(j)
    for _ in range(2):
        j += low[j] in lexicon().inside_lengths
    unit = units.get(low[j])
    ordinal = low[j] == "second" and low[i] != "one" and low[j - 1] != "-"
    if unit not in _ISO or ordinal or (article and low[j].endswith("s")):
        return None
    if unit == "hour" and number >= 1000:  # "at 1600 hours"
        return None
    if low[j + 1 : j + 4] == _AND_A_HALF:
        return Quantity(i, j + 4, number + 0.5, unit)
    k = j + 1 + (low[j + 1] == ",")
    k += low[k] == "and"
    more = read_number(words, k)
    smaller = _NEXT_SMALLER.get(unit)
    if more and smaller and smaller == units.get(low[more[1]]):  # "2 years and 3 months", "2 years, 3 months"
        return Quantity(i, _tail(words, more[1] + 1), number, unit, (more[0], smaller))
    return Quantity(i, _tail(words, j + 1), number, unit)


def _between(words: Words, i: int, number: float, j: int) -> Quantity | None:
    """A length with two ends: "ten to fifteen years"."""
    last = read_number(words, j + 1) if words.low[j] in ("to", "or", "-", "–") else None
    unit = lexicon().units.get(words.low[last[1]]) if last else None
    if last is None or unit not in _ISO or last[0] <= number:
        return None
    return Quantity(i, _tail(words, last[1] + 1), None, unit, between=True)


def _half(words: Words, first: int, k: int) -> Quantity | None:
    """A half of one unit: "half a century", "a half-hour"."""
    j = k + 1 + (words.low[k + 1] == "-") + (words.low[k + 1] in _ARTICLE)
    unit = lexicon().units.get(words.low[j])
    return Quantity(first, j + 1, 0.5, unit) if unit in ("century", "decade", "year", "hour") else None


def read_length(words: Words, i: int) -> Quantity | None:
    """The length of time that begins at this word and leads to no date."""
    quantity = read_quantity(words, i)
    if quantity and _stands_alone(words, quantity):
        return quantity
    return _open_length(words, i) or _age(words, i)


def _age(words: Words, i: int) -> Quantity | None:
    """The number in "aged 39", "at age 79", "at the age of seven"."""
    low = words.low
    aged = i > 0 and (low[i - 1] in ("aged", "age") or (i > 1 and low[i - 2 : i] == ["age", "of"]))
    number = read_number(words, i) if aged else None
    if number is None or number[0] > 120 or low[number[1]] in ("-", "–", "to", "and", "or"):
        return None
    return Quantity(i, number[1], number[0], "year")


def _stands_alone(words: Words, quantity: Quantity) -> bool:
    """Whether the words are a length of time without a "later" or "ago" behind them: "a year" often is a rate."""
    first = quantity.first
    before = words.low[first - 1] if first else ""
    after = words.low[quantity.end]
    if words.low[first] in _ARTICLE and quantity.number == 1.0 and quantity.rest is None:
        return before in lexicon().before_lengths or after in ("after", "before") or words.low[quantity.end - 2] == "-"
    if words.low[first : first + 2] == ["one", "day"] and before not in lexicon().before_open_lengths:  # "some day"
        return False
    return before not in ("$", "£", "€", "-", ".", "/", "#")


def _open_length(words: Words, i: int) -> Quantity | None:
    """Plural units with no number after a preposition: "for years", "within days"."""
    word = words.low[i]
    unit = lexicon().units.get(word)
    if unit in _ISO and word.endswith("s") and i and words.low[i - 1] in lexicon().before_open_lengths:
        return Quantity(i, i + 1, None, unit)
    return None


def read_comparator(words: Words, first: int) -> tuple[Comparator, int]:
    """The comparator that stands before this word, and where its words begin."""
    low = words.low
    for length in (2, 1):
        found = lexicon().comparators.get(tuple(low[first - length : first])) if first >= length else None
        if found:
            start = first - length
            return found, start - (start > 0 and low[start - 1] in ("just", "only", "slightly", "well"))
    return Comparator.EXACT, first


def _recent(words: Words, i: int) -> Quantity | None:
    """A length of time that ends or begins now: "the past decade", "over the next year"."""
    low = words.low
    unit = lexicon().units.get(low[i + 1])
    if i < 2 or low[i - 1] != "the" or unit not in _ISO or low[i + 1].endswith("s") or low[i + 2] == "of":
        return None
    if unit in ("day", "minute", "second") or (
        low[i] not in ("last", "past") and low[i - 2] not in lexicon().before_open_lengths
    ):
        return None
    return Quantity(i, i + 2, 1.0, unit)


def _vague(words: Words, first: int, i: int) -> Quantity | None:
    j = i + 1
    j += words.low[j] == "of"
    j += words.low[j] in lexicon().inside_lengths
    unit = lexicon().units.get(words.low[j])
    return Quantity(first, j + 1, None, unit) if unit in _ISO and words.low[j].endswith("s") else None


def _tail(words: Words, j: int) -> int:
    """Where "-long", " long", "-old" or " of age" ends, if one follows."""
    low = words.low
    if low[j] == "-" and low[j + 1] in _TAIL:
        return j + 2
    if low[j] in _TAIL:
        return j + 1
    return j + 2 if low[j] == "of" and low[j + 1] == "age" else j
