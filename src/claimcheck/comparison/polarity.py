"""Whether a statement is affirmed, denied or left open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.comparison.words import Unit
from claimcheck.lexicon import load


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    found = load("polarity")
    return frozenset(found["negations"]), frozenset(found["reversing"]), frozenset(found["not_negating"])


@cache
def hedging() -> frozenset[str]:
    """Base forms of words that leave room for doubt."""
    return frozenset(load("certainty")["lemmas"])


def negations(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units that negate; "not only" negates nothing when all of it stands among them."""
    plain, reversing, harmless = _words()
    found = []
    for i, unit in enumerate(units):
        word = "not" if unit.key == "not" else unit.lemma
        followed = i + 1 < len(units) and units[i + 1].lemma in harmless
        if word in reversing or (word in plain and not followed):
            found.append(unit)
    return tuple(found)
