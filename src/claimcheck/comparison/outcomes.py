"""What happened to people: killed, wounded, detained; which words say the same, less, more or something else."""

from __future__ import annotations

from functools import cache

from claimcheck.grammar.inflection import base_of
from claimcheck.lexicon import load
from claimcheck.model import Outcome, Relation

_FORMS = ("base", "past", "ing", "alone", "state", "act", "tally")
_BOTH = {Outcome.SENTENCED, Outcome.DETAINED}  # whoever was jailed may have been sentenced, too
_DEATHS = (Outcome.KILLED, Outcome.EXECUTED)
PLAIN_DEATHS = 2  # lists of deaths whose words say the same of the fact: "died" and "perished", "killed" and "slain"


def compare_outcomes(claim: str, passage: str) -> Relation | None:
    """How one word of outcome stands to another, both in lower case or as lemmas; None when one of them is none.

    Narrower: the claim says more, "killed" where the passage has "died".
    """
    mine, theirs = _outcomes().get(claim), _outcomes().get(passage)
    if mine is None or theirs is None:
        return None
    if mine in _DEATHS and theirs in _DEATHS:
        return _deaths(claim, passage)
    if {mine, theirs} == _BOTH:
        return Relation.ABSENT
    return Relation.SAME if mine is theirs else Relation.CONFLICTING


def is_death(word: str) -> bool:
    """Whether the word, in lower case or as a lemma, says that somebody died."""
    return _outcomes().get(word) in _DEATHS


def outcome_of(word: str) -> Outcome | None:
    """What the word, in lower case or as a lemma, says happened to people."""
    return _outcomes().get(word)


def death_step(word: str) -> int | None:
    """How much the word says of how somebody died, from the fact alone; None when it speaks of no death."""
    return _step(word) if is_death(word) else None


def _deaths(claim: str, passage: str) -> Relation:
    one, other = _step(claim), _step(passage)
    if one < other:
        return Relation.COMPATIBLE
    if one > other:
        return Relation.NARROWER
    return Relation.SAME if one < PLAIN_DEATHS or claim == passage else Relation.ABSENT


@cache
def death_phrases() -> dict[str, str]:
    """Phrases for dying or killing in several words, each with the word that stands for it."""
    return {word: group[0] for group in load("deaths")[:PLAIN_DEATHS] for word in group if " " in word} | {
        "put to death": "execute"
    }


@cache
def _outcomes() -> dict[str, Outcome]:
    found: dict[str, Outcome] = {}
    for name, entry in load("outcomes").items():
        for form in _FORMS:
            for word in entry.get(form, ()):
                if " " not in word:
                    found.setdefault(word, Outcome(name))
    for group in load("deaths"):
        for word in group:
            found.setdefault(word, Outcome.KILLED)
    return found


@cache
def _strength() -> dict[str, int]:
    return {word: step for step, group in enumerate(load("deaths")) for word in group}


def _step(word: str) -> int:
    """How much a word for death says; one that is in no list says as much as "kill"."""
    return _strength().get(word, _strength().get(base_of(word) or word, 1))
