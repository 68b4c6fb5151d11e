"""A legal or evaluative label put on facts."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.wording import Phrases, lower_words
from claimcheck.lexicon import load
from claimcheck.model import Kind

_REACH = 7  # words between the verb and its label: "amounts to one of the gravest war crimes"
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "became", "become", "remains"})
# A label further on than these is only mentioned: "is urged to act on the massacre".
_STOPS = frozenset({"who", "which", "that", "because", "when", "while", "if", "and", "but", "or", "to"}) | frozenset(
    {
        "by",
        "from",
        "with",
        "in",
        "on",
        "at",
        "for",
        "about",
        "against",
        "after",
        "before",
        "during",
        "over",
        "under",
        "into",
    }
)
_MARKS = frozenset("\"“”‘’'«»") | {"''", "``"}
_NOUN_REACH = 5  # words between "the worst" and what it is the worst of


class _Words(NamedTuple):
    labels: Phrases
    applying: Phrases
    naming: frozenset[str]
    judging: frozenset[str]
    measuring: frozenset[str]


@cache
def _words() -> _Words:
    lexicon = load("legal_labels")
    return _Words(
        Phrases(lexicon["labels"]),
        Phrases(lexicon["applying"]),
        frozenset(lexicon["naming"]),
        frozenset(lexicon["judging"]),
        frozenset(lexicon["measuring"]),
    )


def recognise(atom: Atom) -> str | None:
    """The label and the words that put it on something; a label that is only mentioned is none."""
    words = [word for word in lower_words(atom) if word not in _MARKS]
    lexicon = _words()
    for n, word in enumerate(words):
        if applied := lexicon.applying.at(words, n):
            if label := _label(words, n + len(applied.split())):
                return f"label: {applied} {label}"
        elif word in _BE:
            if label := _label(words, n + 1):
                return f"label: {word} {label}"
        elif (
            word in lexicon.naming and (start := _complement(words, n)) is not None and (label := _label(words, start))
        ):
            return f"label: {word} as {label}"
    if (
        not any(word in _BE for word in words)
        and words
        and (label := superlative(words, 1 if words[0] == "the" else 0))
    ):
        return f"label: {label}"
    return None


def _complement(words: list[str], n: int) -> int | None:
    """Where the label of "described X as LABEL" or "called it a LABEL" begins."""
    rest = words[n + 1 : n + 25]
    if "as" in rest:
        return n + 2 + rest.index("as")
    for at, word in enumerate(rest[:6]):
        if word in {"a", "an"} and at:
            return n + 1 + at
    return None


def _label(words: list[str], start: int) -> str | None:
    lexicon = _words()
    definite = False
    for n in range(start, min(start + _REACH, len(words))):
        if words[n] in _STOPS or not words[n][0].isalnum():
            return None
        if label := superlative(words, n):
            return label
        if not definite and (label := lexicon.labels.at(words, n)):
            return label
        definite = definite or words[n] in {"the", "this", "that", "these", "those"}  # "the massacre" names, not judges
    return None


def superlative(words: list[str], n: int) -> str | None:
    """The superlative at the word, when it judges: "worst", or "largest political crime"."""
    lexicon = _words()
    if n >= len(words):
        return None
    if words[n] in lexicon.judging:
        return words[n]
    if words[n] in lexicon.measuring:
        for at in range(n + 1, min(n + _NOUN_REACH, len(words))):
            if label := lexicon.labels.at(words, at):
                return f"{words[n]} {label}"
    return None


KIND = ClaimKind(
    kind=Kind.CHARACTERISATION,
    summary="A legal or evaluative label put on facts, such as a war crime or the worst of its kind.",
    recognise=recognise,
    matches=(
        "The shelling of the market was a war crime.",
        "The killings amount to crimes against humanity.",
        "Historians describe the siege as a genocide.",
        "It was the worst massacre of the decade.",
        "The judge called the arrest an act of persecution.",
    ),
    misses=(
        "The tribunal for war crimes sits in Orsk.",
        "A film about the massacre opened in the capital.",
        "Orsk is the largest city of the province.",
        "The minister described the new road as a gift.",
        "The council was urged to look into the massacre.",
    ),
)
