"""Accusations of somebody by name: what the paper itself would have to prove."""

from __future__ import annotations

from functools import cache

from claimcheck.grammar import base_of
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Claim, DocumentReport, Kind, Tag, Tokens
from claimcheck.records import NamedTuple

_BE = frozenset({"is", "are", "was", "were", "'s", "remains", "became"})
_KINDS = (Kind.EVENT, Kind.QUANTITY, Kind.DATE, Kind.CASUALTY)
_ADJECTIVES = 3  # words between "is a" and "murderer"
_MODIFYING = frozenset({Tag.ADJECTIVE, Tag.NOUN, Tag.ADVERB, Tag.PARTICIPLE})


class _Words(NamedTuple):
    people: Phrases
    adjectives: Phrases
    acts: frozenset[str]
    phrases: Phrases
    idioms: Phrases
    between: frozenset[str]


@cache
def _words() -> _Words:
    lexicon = load("accusations")
    return _Words(
        Phrases(lexicon["people"]),
        Phrases(lexicon["adjectives"]),
        frozenset(lexicon["acts"]),
        Phrases(lexicon["phrases"]),
        Phrases(lexicon["idioms"]),
        frozenset(lexicon["between"]),
    )


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for name in load("countries"))


def accuses(claim: Claim, report: DocumentReport) -> bool:
    """Whether the claim says of somebody by name that they did or are what is a crime or a grave wrong.

    Only what is said of the name itself, with which the claim begins.
    """
    if claim.kind not in _KINDS:
        return False
    tokens = report.prose.tokens
    inside = [i for span in claim.spans for i in tokens.within(span) if tokens.tag[i] is not Tag.PUNCTUATION]
    if any(tokens.tag[i] is Tag.NEGATION for i in inside):
        return False
    after = _after_name(inside, tokens)
    return after is not None and _wrong([tokens.lower[i] for i in inside], [tokens.tag[i] for i in inside], after)


def _after_name(inside: list[int], tokens: Tokens) -> int | None:
    """The position after the name that the claim begins with; a title may stand before it. None for a country."""
    start = next((n for n, i in enumerate(inside[:4]) if tokens.tag[i] is Tag.NAME), None)
    if start is None or any(tokens.tag[i] is not Tag.NOUN for i in inside[:start] if tokens.lower[i] != "the"):
        return None
    end = start
    while end < len(inside) and tokens.tag[inside[end]] is Tag.NAME:
        end += 1
    name = " ".join(tokens.lower[i] for i in inside[start:end])
    return None if name in _countries() else end


def _wrong(words: list[str], tags: list[Tag], n: int) -> bool:
    """Whether what follows the name is a grave act, or "is" and a grave word."""
    lexicon = _words()
    while n < len(words) and words[n] in lexicon.between:
        n += 1
    if n >= len(words) or lexicon.idioms.at(words, n):
        return False
    if words[n] in _BE:
        return _is_called(words, tags, n + 1)
    if lexicon.phrases.at(words, n):
        return True
    return tags[n] in (Tag.VERB, Tag.PARTICIPLE) and base_of(words[n]) in lexicon.acts


def _is_called(words: list[str], tags: list[Tag], n: int) -> bool:
    lexicon = _words()
    while n < len(words) and words[n] in lexicon.between:
        n += 1
    for at in range(n, min(n + _ADJECTIVES, len(words))):
        if lexicon.people.at(words, at) or lexicon.adjectives.at(words, at):
            return True
        if tags[at] not in _MODIFYING:
            return False
    return False
