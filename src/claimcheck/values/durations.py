"""Lengths of time in words and figures, as ISO 8601 writes them."""

from __future__ import annotations

from claimcheck.model import Amount, Comparator, Duration, Span
from claimcheck.records import NamedTuple
from claimcheck.values.calendar import Grain
from claimcheck.values.number import open_ends
from claimcheck.values.timewords import BARRIER, Words, lexicon

# Each unit as ISO 8601 has it: how many of which designator. Decades and centuries are counted in years.
_ISO = {
    "second": (1, "TS"),
    "minute": (1, "TM"),
    "hour": (1, "TH"),
    "day": (1, "D"),
    "week": (1, "W"),
    "fortnight": (14, "D"),
    "month": (1, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
# How many steps of which grain each unit is.
STEPS = {
    "day": (Grain.DAY, 1),
    "week": (Grain.WEEK, 1),
    "fortnight": (Grain.WEEK, 2),
    "month": (Grain.MONTH, 1),
    "year": (Grain.YEAR, 1),
    "decade": (Grain.YEAR, 10),
    "century": (Grain.YEAR, 100),
}
_MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SMALLER = {
    "year": ("month", "week", "day"),
    "month": ("week", "day"),
    "week": ("day",),
    "day": ("hour",),
    "hour": ("minute",),
    "minute": ("second",),
}

# Words that may follow an adjective such as "three-year" and belong to it.
_TAIL = frozenset(("long", "old"))

_AND_A_HALF = ["and", "a", "half"]
_RECENT = frozenset(("coming", "last", "next", "past"))
_ARTICLE = frozenset(("a", "an"))


class Measure(NamedTuple):
    """So many of one unit and the words for it; `number` is None where there are two ends or only a vague word."""

    number: float | None
    unit: str
    first: int
    end: int
    least: float | None = None
    most: float | None = None


class Quantity(NamedTuple):
    """A length of time, in one unit or in several ("2 years and 3 months")."""

    first: int
    end: int
    measures: tuple[Measure, ...]
    between: bool = False  # "ten to fifteen years"

    @property
    def number(self) -> float | None:
        return self.measures[0].number

    @property
    def unit(self) -> str:
        return self.measures[0].unit

    @property
    def iso(self) -> str | None:
        totals: dict[str, float] = {}
        for measure in self.measures:
            if measure.number is None:
                return None
            size, sign = _ISO[measure.unit]
            totals[sign] = totals.get(sign, 0.0) + measure.number * size
        if set(totals) == {"Y", "M"}:
            totals = {"M": totals["Y"] * 12 + totals["M"]}
        if len(totals) > 1 and "W" in totals:  # ISO 8601 writes weeks alone
            totals["D"] = totals.get("D", 0.0) + 7 * totals.pop("W")
        if set(totals) == {"TH"} and not totals["TH"].is_integer():
            totals = {"TM": totals["TH"] * 60}
        written, clock = "P", False
        for sign, count in totals.items():
            if sign[0] == "T" and not clock:
                written, clock = written + "T", True
            written += f"{int(count) if count.is_integer() else format(count, '.6g')}{sign[-1]}"
        return written


def _one(first: int, end: int, number: float, unit: str) -> Quantity:
    return Quantity(first, end, (Measure(number, unit, first, end, number, number),))


def _loose(
    first: int, end: int, unit: str, least: float | None, most: float | None, *, between: bool = False
) -> Quantity:
    return Quantity(first, end, (Measure(None, unit, first, end, least, most),), between)


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
        return _times(words, value, j)
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
        return _times(words, value, j)
    return None


def _times(words: Words, value: float, j: int) -> tuple[float, int]:
    """The number with the magnitude behind it: "2.5 million (years)"."""
    great = _MAGNITUDES.get(words.low[j])
    return (value * great, j + 1) if great else (value, j)


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
    read = _times(words, 1.0, k) if article else read_number(words, i)
    if read is None:
        return None
    number, j = read
    between = _between(words, i, number, j)
    if between:
        return between
    if low[j : j + 3] == _AND_A_HALF:
        number, j = number + 0.5, j + 3
    j += low[j] in ("-", "‑", "–") and words.glued(j - 1)  # "4-year", and "4- years" as it is typed
    for _ in range(2):
        j += low[j] in lexicon().inside_lengths
    unit = units.get(low[j])
    ordinal = low[j] == "second" and low[i] != "one" and low[j - 1] != "-"
    if unit not in _ISO or ordinal or (article and number == 1.0 and low[j].endswith("s")):
        return None
    if unit == "hour" and number >= 1000:  # "at 1600 hours"
        return None
    if low[j + 1 : j + 4] == _AND_A_HALF:
        return _one(i, j + 4, number + 0.5, unit)
    return _with_smaller_units(words, Measure(number, unit, i, j + 1, number, number))


def _with_smaller_units(words: Words, measure: Measure) -> Quantity:
    """The length that begins with the measure and goes on in smaller units: "2 years, 3 months and 14 days"."""
    low, measures = words.low, [measure]
    while smaller := _SMALLER.get(measures[-1].unit):
        k = measures[-1].end + (low[measures[-1].end] == ",")
        k += low[k] == "and"
        more = read_number(words, k)
        unit = lexicon().units.get(low[more[1]]) if more else None
        if more is None or unit not in smaller:
            break
        measures.append(Measure(more[0], unit, k, more[1] + 1, more[0], more[0]))
    end = measures[-1].end
    return Quantity(measure.first, _tail(words, end), tuple(measures))


def _between(words: Words, i: int, number: float, j: int) -> Quantity | None:
    """A length with two ends: "ten to fifteen years"."""
    last = read_number(words, j + 1) if words.low[j] in ("to", "or", "-", "–") else None
    unit = lexicon().units.get(words.low[last[1]]) if last else None
    if last is None or unit not in _ISO or last[0] <= number:
        return None
    return _loose(i, _tail(words, last[1] + 1), unit, number, last[0], between=True)


def _half(words: Words, first: int, k: int) -> Quantity | None:
    """A half of one unit: "half a century", "a half-hour"."""
    j = k + 1 + (words.low[k + 1] == "-") + (words.low[k + 1] in _ARTICLE)
    unit = lexicon().units.get(words.low[j])
    return _one(first, j + 1, 0.5, unit) if unit in ("century", "decade", "year", "hour") else None


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
    return _one(i, number[1], number[0], "year")


def _stands_alone(words: Words, quantity: Quantity) -> bool:
    """Whether the words are a length of time without a "later" or "ago" behind them: "a year" often is a rate."""
    first = quantity.first
    before = words.low[first - 1] if first else ""
    after = words.low[quantity.end]
    if words.low[first] in _ARTICLE and quantity.number == 1.0 and len(quantity.measures) == 1:
        alone = before in ("", BARRIER) and after == BARRIER
        known = before in lexicon().before_lengths or after in ("after", "before")
        return alone or known or words.low[quantity.end - 2] == "-"
    if words.low[first : first + 2] == ["one", "day"] and before not in lexicon().before_open_lengths:  # "some day"
        return False
    return before not in ("$", "£", "€", "-", ".", "/", "#")


def _open_length(words: Words, i: int) -> Quantity | None:
    """Plural units with no number after a preposition: "for years", "within days"."""
    word = words.low[i]
    unit = lexicon().units.get(word)
    if unit in _ISO and word.endswith("s") and i and words.low[i - 1] in lexicon().before_open_lengths:
        return _loose(i, i + 1, unit, None, None)
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


def duration(words: Words, quantity: Quantity) -> Duration:
    """The length as a value: its words begin with the comparator, and each unit in it is an amount."""
    said, start = read_comparator(words, quantity.first)
    said = Comparator.BETWEEN if quantity.between else said
    span = Span(words.start[start], words.end[quantity.end - 1])
    amounts = []
    for k, measure in enumerate(quantity.measures):
        if measure.least is None:
            continue
        first = measure.first if k else start
        end = measure.end if len(quantity.measures) > 1 else quantity.end
        comparator = Comparator.VAGUE if measure.number is None and said is Comparator.EXACT else said
        low, high = open_ends(comparator, measure.least, measure.most)
        own = Span(words.start[first], words.end[end - 1])
        amounts.append(Amount(own, measure.number, low, high, comparator, measure.unit, length_of=span))
    return Duration(span, quantity.iso, said, tuple(amounts))


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
    return _one(i, i + 2, 1.0, unit)


def _vague(words: Words, first: int, i: int) -> Quantity | None:
    j = i + 1
    j += words.low[j] == "of"
    j += words.low[j] in lexicon().inside_lengths
    unit = lexicon().units.get(words.low[j])
    if unit not in _ISO or not words.low[j].endswith("s"):
        return None
    return _loose(first, j + 1, unit, *lexicon().vague[words.low[i]])


def _tail(words: Words, j: int) -> int:
    """Where "-long", " long", "-old" or " of age" ends, if one follows."""
    low = words.low
    if low[j] == "-" and low[j + 1] in _TAIL:
        return j + 2
    if low[j] in _TAIL:
        return j + 1
    return j + 2 if low[j] == "of" and low[j + 1] == "age" else j
