"""Reads one number, in figures or words or both, from an offset of a text: "4,482", "half a million", "2½"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from claimcheck.enumerations import StrEnum
from claimcheck.lexicon import load
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_FIGURE = compiled(
    r"""
    (?: \d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)                # 4,482  1,00,000
      | \d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,6}(?!\d)     # 4 482 with a narrow space
      | \d{1,3}(?:[ ]\d{3}){1,3}(?![ ]?\d)                 # 4 482 as the United Nations write it
      | \d{1,30}
      | (?=\.\d)
    )
    (?: \.\d{1,20} | (?<=\d),\d{1,2}(?![\d,]) )?
    (?: [eE][-+−]?\d{1,2}(?!\w) | \s?[×x]\s?10\^?[-+−]?\d{1,2}(?!\w)
      | \s?[×x]\s?2\^\d{1,2}(?!\w) | (?<=(?<!\d)2)\^\d{1,2}(?!\w) )?      # 3 × 2^12  2^20
    """,
    re.VERBOSE,
)
_WORD = compiled(r"[^\W\d_]{1,20}")
_JOIN = compiled(r"(?P<hyphen>[ \t]?[-‐‑][ \t]?)|(?P<comma>,)?\s{1,4}(?P<and>(?:and|AND|And|&)\s{1,4})?")
_SLASH = compiled(r"(?P<gap> ?)(?P<top>\d{1,2})[/⁄](?P<bottom>\d{1,3})(?![\d/,.]\d|[\w/])")
_PART_OF_GREAT = compiled(r"(?:\s(?:of\s)?an?\s{1,4}|\s?-\s?|\s)(?P<word>[a-z]+)", re.IGNORECASE)
AND_A_HALF = compiled(r"\s{1,4}(?:and|AND|&)\s{1,4}(?:a|one|A|ONE)[\s-](?P<word>half|quarter|third)\b", re.IGNORECASE)
_FEW_GREAT = compiled(r"\s{1,4}(?P<word>dozen|hundred|thousand|million|billion)s?\b", re.IGNORECASE)
_OF_GREAT = compiled(r"\s{1,4}of\s{1,4}(?P<word>thousands|millions|billions|hundreds|dozens)\b", re.IGNORECASE)


_POWER_OF_TWO = compiled(r"(?:(?P<times>\d{1,9}(?:\.\d{1,9})?)\s?[×x]\s?)?2\^(?P<power>\d{1,2})")
_TEMPERATURE = compiled(r"[°º]|\bdegrees?\b|\btemperatures?\b")
_NEAR = 60  # code points
_DENOMINATORS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 50, 60, 64, 100)


class Form(StrEnum):
    """How a number is written."""

    FIGURE = "figure"
    WORDS = "words"
    VAGUE = "vague"  # hundreds, several
    PART = "part"  # two thirds, 1/4


class Reading(NamedTuple):
    """A number as it stands in a text: it ends at `end`; a vague one has `least` and `most` but no `value`."""

    end: int
    value: float | None
    least: float | None
    most: float | None
    form: Form
    scale: float = 1.0  # the last magnitude: 1e6 for "3 million"


class Words(NamedTuple):
    """The number words of the lexicon."""

    below: dict[str, float]  # zero to ninety
    hundreds: dict[str, float]
    groups: dict[str, float]
    magnitudes: dict[str, float]
    suffixes: dict[str, float]
    parts: dict[str, float]
    vague: dict[str, tuple[float, float | None]]  # by the whole phrase
    plurals: dict[str, float]


@cache
def words() -> Words:
    raw: dict[str, Any] = load("numbers")
    return Words(
        {**raw["units"], **raw["tens"]},
        raw["hundreds"],
        raw["groups"],
        raw["magnitudes"],
        raw["suffixes"],
        raw["fractions"],
        {phrase: (float(low), None if high is None else float(high)) for phrase, (low, high) in raw["vague"].items()},
        raw["plurals"],
    )


@cache
def beginnings() -> frozenset[str]:
    """Words that a number may start with; an article before one of them belongs to it."""
    known = words()
    vague = {word for phrase in known.vague for word in phrase.split() if word not in ("a", "of")}
    return frozenset(vague).union(
        known.below, known.hundreds, known.groups, known.magnitudes, known.parts, known.plurals
    )


def read_number(text: str, start: int) -> Reading | None:
    """The longest number that starts at the offset, or None where none does."""
    if text[start].isdigit() or text[start] == ".":
        return _read_figure(text, start)
    if not text[start].isascii() and unicodedata.category(text[start]) == "No":
        return _exact(start + 1, unicodedata.numeric(text[start]), Form.PART)
    word = _WORD.match(text, start)
    if word is None:
        return None
    lower = word.group().lower()
    known = words()
    if lower in known.below or lower in known.hundreds or lower in known.groups or lower in known.magnitudes:
        if lower in known.plurals:
            return _read_plural(text, word.end(), known.plurals[lower])
        return _read_exact(text, start)
    if lower in known.plurals:
        return _read_plural(text, word.end(), known.plurals[lower])
    if lower in known.parts:
        return _read_part(text, word.end(), lower)
    return None


def read_vague(text: str, start: int, phrase: str) -> Reading:
    """A vague phrase that starts at the offset ("several", "a few"), with the magnitude that it multiplies."""
    least, most = words().vague[phrase]
    end = start + len(phrase)
    great = _FEW_GREAT.match(text, end)
    if great is None:
        return Reading(end, None, least, most, Form.VAGUE)
    unit = _unit(great["word"].lower())
    low = least * unit
    return Reading(great.end(), None, low, None if most is None else (most + 1) * unit - 1, Form.VAGUE, unit)


def _unit(word: str) -> float:
    known = words()
    return known.magnitudes.get(word) or known.hundreds.get(word) or known.groups[word]


def _exact(end: int, value: float, form: Form, scale: float = 1.0) -> Reading:
    return Reading(end, value, value, value, form, scale)


def _read_plural(text: str, end: int, unit: float) -> Reading:
    """ "hundreds": at least one unit and fewer than ten; "tens of thousands" multiplies."""
    great = _OF_GREAT.match(text, end)
    if great is not None:
        word = great["word"].lower()
        unit, end = unit * words().plurals[word], great.end()
    return Reading(end, None, unit, unit * 10 - 1, Form.VAGUE, unit)


def _read_part(text: str, end: int, word: str) -> Reading | None:
    """ "half a million" is a number, "half" and (a) "third" are parts of something."""
    great = _PART_OF_GREAT.match(text, end)
    name = great["word"].lower() if great else ""
    known = words()
    plain = great is not None and great.group()[: -len(name)].isspace() and word not in ("half", "quarter")
    if great is not None and not plain and (name in known.magnitudes or name in known.hundreds or name in known.groups):
        unit = _unit(name)
        return _exact(great.end(), unit / known.parts[word], Form.WORDS, unit)
    return _exact(end, 1 / known.parts[word], Form.PART)


def _figure(text: str, start: int) -> tuple[int, float] | None:
    found = _FIGURE.match(text, start)
    if found is None or not found.group():
        return None
    power = _POWER_OF_TWO.fullmatch(found.group())
    if power is not None:
        return found.end(), float(power["times"] or 1) * 2.0 ** int(power["power"])
    digits = found.group().replace("−", "-").replace("^", "")
    for space in ("\u00a0", "\u2009", "\u202f", " "):
        digits = digits.replace(space, "")
    digits = digits.replace("×10", "e").replace("x10", "e")
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    digits = digits.replace(",", ".")
    try:
        return found.end(), float(digits)
    except ValueError:
        return None


def _read_figure(text: str, start: int) -> Reading | None:
    part = _SLASH.match(text, start)
    if part is not None and not part["gap"]:
        return _slash(part, 0.0)
    return _read_exact(text, start)


def _slash(part: re.Match[str], whole: float) -> Reading | None:
    top, bottom = int(part["top"]), int(part["bottom"])
    fraction = 0 < top < bottom and bottom in _DENOMINATORS  # 9/11 and 24/7 are none
    return _exact(part.end(), whole + top / bottom, Form.PART) if fraction else None


class _Sum:
    """A number while it is read: closed groups of thousands, and the group that is still open."""

    def __init__(self) -> None:
        self.total = self.group = 0.0
        self.ceiling = float("inf")  # the next magnitude must be below it
        self.last = ""  # what was read last: "", below, tens, figure, hundred, magnitude, group
        self.scale = 1.0
        self.figures = False

    def take_figure(self, value: float, join: re.Match[str] | None, *, goes_on: bool) -> bool:
        if self.last == "" or (self.last == "hundred" and value < 100) or (self.last == "magnitude" and goes_on):
            if join is not None and (join["comma"] or (self.last == "magnitude" and join["and"])):
                return False
            self.group += value
            self.last, self.figures = "figure", True
            return True
        return False

    def take_word(self, word: str, join: re.Match[str] | None) -> bool:
        known = words()
        value = known.below.get(word)
        if value is not None:
            fits = self.last in ("", "hundred", "magnitude") or (
                self.last == "tens" and 0 < value < 10 and join is not None and not join["and"] and not join["comma"]
            )
            if not fits or (join is not None and join["hyphen"] and self.last == "magnitude"):
                return False
            self.group += value
            self.last = "tens" if value >= 20 else "below"
        elif word in known.hundreds:
            if self.last not in ("", "below", "tens", "figure") or self.group >= 1000 or _joins(join):
                return False
            self.group = (self.group or 1.0) * 100
            self.last, self.scale = "hundred", 100.0
        elif word in known.magnitudes:
            unit = known.magnitudes[word]
            if self.last == "magnitude" or unit >= self.ceiling or _joins(join):
                return False
            self.total += (self.group if self.last else 1.0) * unit
            self.group, self.ceiling, self.scale, self.last = 0.0, unit, unit, "magnitude"
        elif word in known.groups:
            if self.total or self.last not in ("", "below", "tens", "figure") or _joins(join):
                return False
            self.group = (self.group or 1.0) * known.groups[word]
            self.last, self.scale = "group", known.groups[word]
        else:
            return False
        return True


def _joins(join: re.Match[str] | None) -> bool:
    return join is not None and bool(join["and"] or join["comma"])


def _read_exact(text: str, start: int) -> Reading | None:
    """Reads on for as long as what follows makes the same number greater: "three million, two hundred and forty"."""
    number, at, end = _Sum(), start, start
    join: re.Match[str] | None = None
    while True:
        word = _WORD.match(text, at)
        if word is not None:
            lower = word.group().lower()
            if number.last in ("below", "figure") and not number.total and _is_part(lower, number.group, join):
                return _exact(word.end(), number.group / words().parts[lower], Form.PART)
            if join is not None and join["comma"] and not _goes_on(text, word.end()):
                break
            if number.last == "hundred" and _opens_another(text, word.end()):
                break
            if not number.take_word(lower, join):
                break
            end = word.end()
            half = AND_A_HALF.match(text, end) if number.last in ("below", "figure", "magnitude") else None
            if half is not None:
                number.group += (number.scale if number.last == "magnitude" else 1.0) / words().parts[
                    half["word"].lower()
                ]
                end = half.end()
        else:
            figure = _figure(text, at)
            if figure is not None and number.last == "hundred" and _opens_another(text, figure[0]):
                break
            if figure is None or not number.take_figure(figure[1], join, goes_on=_goes_on(text, figure[0])):
                break
            end = _suffixed(text, figure[0], number)
        if number.last == "group":
            break
        if (join := _JOIN.match(text, end)) is None or join.group().count("\n") > 1:
            break
        at = join.end()
    if end == start:
        return None
    form = Form.FIGURE if number.figures else Form.WORDS
    return _exact(end, number.total + number.group, form, number.scale)


def _is_part(word: str, top: float, join: re.Match[str] | None) -> bool:
    bottom = words().parts.get(word)
    if bottom is None or join is None or join["and"] or join["comma"]:
        return False
    if word in ("halves", "thirds") and top > bottom:
        return top % bottom > 0  # five thirds
    return top < bottom and (word.endswith("s") if top > 1 else not word.endswith("s")) and top >= 1


def _goes_on(text: str, at: int) -> bool:
    """Whether a hundred or a greater unit follows, so that what stands before it is a group of its own."""
    word = _WORD.match(text, at + 1) if at < len(text) and text[at] in " -\n\t\u00a0" else None
    return word is not None and (word.group().lower() in words().hundreds or word.group().lower() in words().magnitudes)


def _opens_another(text: str, at: int) -> bool:
    """Whether a hundred or a dozen follows, so that another number begins: three hundred and [two dozen]."""
    word = _WORD.match(text, at + 1) if at < len(text) and text[at] in " -\n\t\u00a0" else None
    return word is not None and (word.group().lower() in words().hundreds or word.group().lower() in words().groups)


def is_temperature(text: str, at: int) -> bool:
    """Whether temperatures are spoken of before the offset, so that a K behind a figure stands for kelvins."""
    return _TEMPERATURE.search(text, max(0, at - _NEAR), at) is not None


def _suffixed(text: str, end: int, number: _Sum) -> int:
    """Reads what is glued to a figure: "1.5m", "2½", "2 1/2"; returns where the number ends."""
    part = _SLASH.match(text, end)
    if part is not None and part["gap"] and (read := _slash(part, number.group)) is not None and read.value is not None:
        number.group = read.value
        return read.end
    if end < len(text) and text[end] in "½⅓⅔¼¾⅛⅜⅝⅞⅕":
        number.group += unicodedata.numeric(text[end])
        return end + 1
    word = _WORD.match(text, end)
    if word is not None and word.group() == "K" and is_temperature(text, end):
        return end
    unit = words().suffixes.get(word.group()) if word is not None else None
    if word is not None and unit is None and word.group().lower() in words().magnitudes:
        unit = words().magnitudes[word.group().lower()]
    after = text[word.end()] if word is not None and word.end() < len(text) else " "
    if word is None or unit is None or after.isalnum() or after == "/" or number.group >= 10_000:
        return end
    if unit >= 1e6 and number.group >= 1000:
        return end  # "1500b" is a measure
    number.total, number.group = number.group * unit, 0.0
    number.ceiling, number.scale, number.last = unit, unit, "magnitude"
    return word.end()
