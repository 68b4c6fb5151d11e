"""A number of the text, and the words of the lexicon that belong to numbers."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Comparator, Sentence, Span, Tokens
from claimcheck.records import dataclass
from claimcheck.values.readings import Form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text. `span` takes in the comparator, a range's both ends and a currency before the figure.

    "About" leaves number, min and max alike: the text gives no interval, and one made up here would say more than
    the text. Vague words have an interval and no number; so have ranges. `core` is the number without its
    comparator. `compound` is the word that a hyphen ties to it: "member" in "five-member".
    """

    span: Span
    core: Span
    words: range  # the tokens of the span
    number: float | None
    min: float | None
    max: float | None
    comparator: Comparator
    form: Form
    sentence: int
    currency: str = ""
    compound: str = ""
    glued: bool = False  # letters follow without a space: a unit or a model name
    bare_year: bool = False  # "1988": four figures with nothing that makes them a quantity


@dataclass(frozen=True, slots=True)
class Lexicon:
    before: dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]  # by the last word
    after: dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]  # by the first
    after_noun: dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]  # by the first
    filler: frozenset[str]
    topic: frozenset[str]
    labels: frozenset[str]
    clock: frozenset[str]
    months: frozenset[str]
    year_after: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    change: frozenset[str]
    measures: frozenset[str]
    not_before_measures: frozenset[str]


@cache
def lexicon_of_numbers() -> Lexicon:
    raw: dict[str, Any] = load("comparators")
    numbers: dict[str, Any] = load("numbers")
    names = (
        *("labels", "clock", "months", "year_after", "one_before", "one_after", "change_verbs"),
        *("measures", "not_before_measures"),
    )
    return Lexicon(
        _phrases(raw["before"], -1),
        _phrases(raw["after"], 0),
        _phrases(raw["after_noun"], 0),
        frozenset(raw["filler"]),
        frozenset(raw["topic"]),
        *(frozenset(numbers[name]) for name in names),
    )


def _phrases(side: dict[str, list[str]], key: int) -> dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]:
    """The phrases by the word at that place, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
    for name, entries in side.items():
        for entry in entries:
            split = tuple(entry.split())
            table.setdefault(split[key], []).append((split, Comparator(name)))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


def words_before(tokens: Tokens, i: int, sentence: Sentence, many: int) -> tuple[str, ...]:
    return tokens.lower[max(sentence.words.start, i - many) : i]


def is_year_like(value: float | None) -> bool:
    return value is not None and value == int(value) and 1000 <= value <= 2100


def open_ends(comparator: Comparator, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The interval as the comparator leaves it: "over 30" is open above, "up to 30" below."""
    if comparator in (Comparator.OVER, Comparator.AT_LEAST):
        return low, None
    if comparator in (Comparator.UNDER, Comparator.AT_MOST):
        return None, high
    return low, high
