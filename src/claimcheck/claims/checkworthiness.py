"""How soon a careful editor would check a claim."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.claims.atom import Atom
from claimcheck.claims.demands import find_demand
from claimcheck.claims.wording import FINITE
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Duration, Kind, Period, Tag
from claimcheck.records import NamedTuple

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
    listed: frozenset[str]  # all of them but the numbers, of a phrase its telling word


@cache
def _words() -> _Words:
    lexicon = load("checkworthy")
    leaning = frozenset(lexicon["leaning"]) | frozenset(load("evaluative")["adjectives"])
    groups = ("accusing", "compared", "recorded", "talk", "total", "unreal")
    phrases = {name: Phrases(lexicon[name]) for name in groups}
    telling = frozenset(word for group in phrases.values() for word in group.telling)
    measured = frozenset(lexicon["measured"])
    return _Words(
        **phrases,
        leaning=leaning,
        measured=measured,
        numbers=frozenset(lexicon["numbers"]),
        listed=telling | leaning | measured | _PERSONS | {"i", "you"},
    )


def checkworthiness(atom: Atom, kind: Kind) -> float:
    """0 to 1: casualties, figures, records and accusations first; wishes, questions and small talk last."""
    words = atom.lower
    if not words or "?" in words[-3:]:
        return 0.0
    spoken = kind in (Kind.OFFICIAL, Kind.CHARACTERISATION) or not FINITE.isdisjoint(atom.tag)
    figures = _figures(words)
    if not spoken and not figures:
        return 0.05  # a fragment says nothing
    listed = _words().listed.intersection(words)
    score = 0.3 + _OF_KIND[kind] + _substance(atom, listed, figures) - _talk(words, listed)
    if kind in (Kind.OPINION, Kind.QUOTATION) and find_demand(atom):
        score -= 0.2
    if score > 0.5:
        score = 0.5 + 0.45 * (score - 0.5)  # drawn together, so that the order holds among tolls too
    return min(1.0, max(0.0, round(score, 3)))


def _figures(words: tuple[str, ...]) -> int:
    """How many of the words are numbers."""
    return sum(map(_is_figure, words))


@lru_cache(maxsize=1 << 14)
def _is_figure(word: str) -> bool:
    return word in _words().numbers or word in {"%", "$"} or any(map(str.isdecimal, word))


def _has(phrases: Phrases, words: tuple[str, ...], listed: frozenset[str]) -> bool:
    return phrases.may_stand_in(listed) and phrases.within(words) is not None


def _substance(atom: Atom, listed: frozenset[str], figures: int) -> float:
    lexicon, words = _words(), atom.lower
    names = atom.tag.count(Tag.NAME)
    dated = any(isinstance(v, Period | Duration) for v in atom.values)
    score = 0.1 * min(3, figures) + 0.05 * dated
    if listed:
        persons = names > 0 or not _PERSONS.isdisjoint(listed)
        score = (
            score
            + 0.1 * _has(lexicon.recorded, words, listed)
            + 0.1 * _has(lexicon.compared, words, listed)
            + 0.05 * _has(lexicon.total, words, listed)
            + 0.1 * (not lexicon.measured.isdisjoint(listed))
            + 0.1 * (persons and _has(lexicon.accusing, words, listed))
        )
    return score + 0.03 * min(3, names) + 0.05 * (len(words) > 12)


def _talk(words: tuple[str, ...], listed: frozenset[str]) -> float:
    short = 0.1 * (len(words) < 7)
    if not listed:
        return short
    lexicon = _words()
    leaning = lexicon.leaning.intersection(listed)
    return (
        0.1 * ("i" in listed)
        + 0.05 * ("you" in listed)
        + 0.1 * _has(lexicon.unreal, words, listed)
        + 0.05 * min(3, sum([word in leaning for word in words]) if leaning else 0)
        + 0.1 * _has(lexicon.talk, words, listed)
        + short
    )
