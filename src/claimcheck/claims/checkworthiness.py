"""How soon a careful editor would check a claim."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimcheck.claims import opinion
from claimcheck.claims.atom import Atom
from claimcheck.claims.wording import Phrases, lower_words
from claimcheck.lexicon import load
from claimcheck.model import Amount, Count, Duration, Kind, Period, Tag

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
_FIGURE = re.compile(r"\d")


class _Words(NamedTuple):
    recorded: Phrases
    compared: Phrases
    total: Phrases
    measured: frozenset[str]
    numbers: frozenset[str]
    talk: Phrases


@cache
def _words() -> _Words:
    lexicon = load("checkworthy")
    return _Words(
        Phrases(lexicon["recorded"]),
        Phrases(lexicon["compared"]),
        Phrases(lexicon["total"]),
        frozenset(lexicon["measured"]),
        frozenset(lexicon["numbers"]),
        Phrases(lexicon["talk"]),
    )


def checkworthiness(atom: Atom, kind: Kind) -> float:
    """0 to 1: casualties, figures, records and accusations first; wishes, questions and small talk last."""
    words = lower_words(atom)
    if not words or words[-1] == "?":
        return 0.0
    score = 0.3 + _OF_KIND[kind] + _substance(atom, words) - _talk(atom, words)
    if opinion.demand(atom):
        score -= 0.2
    return min(1.0, max(0.0, round(score, 3)))


def _substance(atom: Atom, words: tuple[str, ...]) -> float:
    lexicon, tokens = _words(), atom.prose.tokens
    score = 0.0
    figures = sum(bool(_FIGURE.search(word)) or word in lexicon.numbers or word in {"%", "$"} for word in words)
    figures += sum(isinstance(v, Count | Amount) for v in atom.values)
    score += 0.1 * min(3, figures)
    if any(isinstance(v, Period | Duration) for v in atom.values):
        score += 0.05
    if lexicon.recorded.within(words):
        score += 0.1
    if lexicon.compared.within(words):
        score += 0.1
    if lexicon.total.within(words):
        score += 0.05
    if any(word in lexicon.measured for word in words):
        score += 0.1
    names = sum(tokens.tag[i] is Tag.NAME for i in atom.words)
    return score + 0.03 * min(3, names) + 0.05 * (len(words) > 12)


def _talk(atom: Atom, words: tuple[str, ...]) -> float:
    lexicon, tokens = _words(), atom.prose.tokens
    score = 0.0
    if "i" in words:
        score += 0.1
    if "you" in words:
        score += 0.05
    if any(tokens.tag[i] is Tag.MODAL for i in atom.words) or "'ll" in words:
        score += 0.1
    if lexicon.talk.within(words):
        score += 0.1
    if len(words) < 7:
        score += 0.1
    return score
