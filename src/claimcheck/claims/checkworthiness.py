"""How soon a careful editor would check a claim."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimcheck.claims.atom import Atom
from claimcheck.claims.demands import find_demand
from claimcheck.claims.wording import FINITE, wording
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Duration, Kind, Period, Tag

# Round weights, chosen by hand: what is named below adds to or takes from 0.3.
_OF_KIND = {
    Kind.CASUALTY: 0.4,
    Kind.CHARACTERISATION: 0.1,
    Kind.QUANTITY: 0.1,
    Kind.DATE: 0.05,
    Kind.OFFICIAL: 0.0,
    Kind.QUOTATION: 0.0,
    Kind.EVENT: 0.0,
    Kind.OPINION: -0.25,
}
_PERSONS = frozenset({"he", "she", "they"})
_FIGURE = re.compile(r"\d")


class _Words(NamedTuple):
    accusing: Phrases
    compared: Phrases
    recorded: Phrases
    talk: Phrases
    total: Phrases
    unreal: Phrases
    leaning: frozenset[str]
    measured: frozenset[str]
    numbers: frozenset[str]


@cache
def _words() -> _Words:
    lexicon = load("checkworthy")
    return _Words(
        Phrases(lexicon["accusing"]),
        Phrases(lexicon["compared"]),
        Phrases(lexicon["recorded"]),
        Phrases(lexicon["talk"]),
        Phrases(lexicon["total"]),
        Phrases(lexicon["unreal"]),
        frozenset(lexicon["leaning"]) | frozenset(load("evaluative")["adjectives"]),
        frozenset(lexicon["measured"]),
        frozenset(lexicon["numbers"]),
    )


def checkworthiness(atom: Atom, kind: Kind) -> float:
    """0 to 1: casualties, figures, records and accusations first; wishes, questions and small talk last."""
    words = wording(atom).lower
    if not words or "?" in words[-3:]:
        return 0.0
    spoken = kind in (Kind.OFFICIAL, Kind.CHARACTERISATION) or any(
        atom.prose.tokens.tag[i] in FINITE for i in atom.words
    )
    if not spoken and not _figures(words):
        return 0.05  # a fragment says nothing
    score = 0.3 + _OF_KIND[kind] + _substance(atom, words) - _talk(atom, words)
    if kind in (Kind.OPINION, Kind.QUOTATION) and find_demand(atom):
        score -= 0.2
    if score > 0.5:
        score = 0.5 + 0.45 * (score - 0.5)  # drawn together, so that the order holds among tolls too
    return min(1.0, max(0.0, round(score, 3)))


def _figures(words: tuple[str, ...]) -> int:
    """How many of the words are numbers."""
    numbers = _words().numbers
    return sum(bool(_FIGURE.search(word)) or word in numbers or word in {"%", "$"} for word in words)


def _substance(atom: Atom, words: tuple[str, ...]) -> float:
    lexicon, tokens = _words(), atom.prose.tokens
    names = sum(tokens.tag[i] is Tag.NAME for i in atom.words)
    persons = names > 0 or not _PERSONS.isdisjoint(words)
    return (
        0.1 * min(3, _figures(words))
        + 0.05 * any(isinstance(v, Period | Duration) for v in atom.values)
        + 0.1 * bool(lexicon.recorded.within(words))
        + 0.1 * bool(lexicon.compared.within(words))
        + 0.05 * bool(lexicon.total.within(words))
        + 0.1 * (not lexicon.measured.isdisjoint(words))
        + 0.1 * (persons and bool(lexicon.accusing.within(words)))
        + 0.03 * min(3, names)
        + 0.05 * (len(words) > 12)
    )


def _talk(atom: Atom, words: tuple[str, ...]) -> float:
    lexicon = _words()
    return (
        0.1 * ("i" in words)
        + 0.05 * ("you" in words)
        + 0.1 * bool(lexicon.unreal.within(words))
        + 0.05 * min(3, sum(word in lexicon.leaning for word in words))
        + 0.1 * bool(lexicon.talk.within(words))
        + 0.1 * (len(words) < 7)
    )
