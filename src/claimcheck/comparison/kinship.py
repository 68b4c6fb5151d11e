"""Words that come from one stem: the illustrations of a book and the book that somebody illustrated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.comparison.counts import compare_numbers
from claimcheck.comparison.names import fold, sound
from claimcheck.comparison.periods import compare_dates
from claimcheck.comparison.words import Sort, Unit
from claimcheck.model import Relation

_ENDINGS = (
    *("ations", "ation", "ating", "ated", "ates", "ate", "itions", "ition", "ments", "ment", "ities", "ness", "ions"),
    *("ings", "ists", "ally", "ity", "ion", "ing", "ers", "ors", "ist", "ive", "er", "or", "ed", "es", "al", "ly"),
    *("s", "e"),
)
_DOERS = ("er", "or", "ers", "ors", "ist", "ists", "ive", "ives")
_SHORTEST = 4  # letters of a stem
_INSIDE = frozenset({"of", "the", "for", "and", "on", "to"})  # words of a name that its acronym leaves out
_AGREES = (Relation.SAME, Relation.COMPATIBLE)


@cache
def stem(word: str) -> str:
    """What noun, verb and adverb of one stem share, roughly."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def akin(one: str, other: str) -> bool:
    """Whether two words come from one stem and mean the same sort of thing: not "prison" and "prisoner"."""
    return stem(one) == stem(other) and is_doer(one) == is_doer(other)


def is_doer(word: str) -> bool:
    return word.endswith(_DOERS) and stem(word) != word


def says(unit: Unit, other: Unit) -> bool:
    """Whether the other unit says what the unit says, whatever its form."""
    if unit.number:
        if other.number:
            return is_ordinal(unit) == is_ordinal(other) and compare_numbers(unit.number, other.number) in _AGREES
        return other.date is not None and other.date.year == unit.number.number
    if unit.date:
        if other.date:
            return compare_dates(unit.date, other.date) in _AGREES
        return other.number is not None and unit.date.month is None and unit.date.year == other.number.number
    if other.sort is not Sort.WORD:
        return False
    if unit.key == other.key:
        return True
    if unit.name:
        return fold(unit.text) == fold(other.text) or (other.name and sound(unit.text) == sound(other.text))
    return akin(unit.lemma, other.lemma)


def acronyms(units: Sequence[Unit]) -> frozenset[str]:
    """The capital letters of each name in several words: "UN" for "the United Nations"."""
    found, letters = set(), ""
    for i, unit in enumerate(units):
        if unit.name and not unit.text.isupper():
            letters += unit.text[0]
        elif unit.lemma not in _INSIDE or not any(other.name for other in units[i + 1 : i + 3]):
            found.add(letters)
            letters = ""
    return frozenset(short for short in found | {letters} if len(short) > 1)


def is_ordinal(unit: Unit) -> bool:
    return unit.key.endswith("th")
