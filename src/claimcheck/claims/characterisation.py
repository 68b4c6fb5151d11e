"""A legal or evaluative label put on facts."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.wording import FINITE
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Kind, Tag
from claimcheck.records import NamedTuple

_REACH = 7  # words between the verb and its label: "amounts to one of the gravest war crimes"
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "became", "become", "remains"})
# A label further on than these is only mentioned: "is urged to act on the massacre".
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE, Tag.MODAL})
_STOPS = frozenset(
    {"who", "which", "that", "because", "when", "while", "if", "and", "but", "or", "to", "as"}
) | frozenset(
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
_PARTS = frozenset(
    {"act", "acts", "campaign", "case", "form", "kind", "one", "part", "series", "short", "sort", "some"}
)
_MARKS = frozenset("\"“”‘’'«»") | {"''", "``"}
_NOUN_REACH = 5  # words between "the worst" and what it is the worst of


class _Words(NamedTuple):
    nouns: Phrases
    adjectives: Phrases
    applying: Phrases
    naming: frozenset[str]
    judging: frozenset[str]
    measuring: frozenset[str]
    labelling: frozenset[str]  # words of which every claim with a label has one


@cache
def _words() -> _Words:
    lexicon = load("legal_labels")
    labels = {phrase.split()[0] for phrase in (*lexicon["nouns"], *lexicon["adjectives"])}
    return _Words(
        Phrases(lexicon["nouns"]),
        Phrases(lexicon["adjectives"]),
        Phrases(lexicon["applying"]),
        frozenset(lexicon["naming"]),
        frozenset(lexicon["judging"]),
        frozenset(lexicon["measuring"]),
        frozenset(labels | {*lexicon["judging"], *lexicon["measuring"]}),
    )


def recognise(atom: Atom) -> str | None:
    """The label, the words that put it on something, and who does; a label that is only mentioned is none."""
    label = _applied(atom)
    speaker = atom.attribution.speaker if atom.attribution else None
    return f"{label}, by {speaker.name}" if label and speaker else label


def _applied(atom: Atom) -> str | None:
    lexicon, said_of = _words(), False
    if lexicon.labelling.isdisjoint(atom.lower):
        return None
    kept = [n for n, word in enumerate(atom.lower) if word not in _MARKS]
    words, tags = [atom.lower[n] for n in kept], [atom.tag[n] for n in kept]
    for n, word in enumerate(words):
        start: int | None = None
        if applied := lexicon.applying.at(words, n):
            start = n + len(applied.split())
        elif word in _BE and (word != "'s" or tags[n] is Tag.AUXILIARY):
            start, said_of = n + 1, True
        elif word in lexicon.naming and (complement := _complement(words, n)):
            start, applied = complement, f"{word} as"
        if start is not None and (label := _label(words, tags, start)):
            return f"label: {applied or word} {label}"
    return None if said_of or any(tag in FINITE for tag in tags) else _without_verb(atom, words, tags)


def names_label(words: list[str]) -> bool:
    """Whether a legal or evaluative label stands anywhere in the words (lower case)."""
    lexicon = _words()
    return bool(lexicon.nouns.within(words) or lexicon.adjectives.within(words))


def _without_verb(atom: Atom, words: list[str], tags: list[Tag]) -> str | None:
    """The label of what somebody names ("the siege as a genocide") or of a heading ("The worst crime of the war")."""
    naming = _words().naming
    named = atom.attribution is not None and any(
        atom.prose.tokens.lower[i] in naming for span in atom.attribution.cue for i in atom.prose.tokens.within(span)
    )
    if (named or "as" in words) and (start := _complement(words, -1)) and (label := _label(words, tags, start)):
        return f"label: as {label}"
    label = superlative(words, 1 if words[:1] == ["the"] else 0)
    return f"label: {label}" if label else None


def _complement(words: list[str], n: int) -> int | None:
    """Where the label of "described X as LABEL" or "called it a LABEL" begins."""
    rest = words[n + 1 : n + 25]
    if "as" in rest:
        return n + 2 + rest.index("as")
    for at, word in enumerate(rest[:6]):
        if word in {"a", "an"} and at:
            return n + 1 + at
    return None


def _label(words: list[str], tags: list[Tag], start: int) -> str | None:
    lexicon, definite = _words(), False
    for n in range(start, min(start + _REACH, len(words))):
        if label := superlative(words, n):
            return label
        if not definite:
            if label := lexicon.adjectives.at(words, n):
                return label
            if label := lexicon.nouns.at(words, n):
                after = n + len(label.split())
                if after >= len(words) or tags[after] not in (Tag.NOUN, Tag.NAME):
                    return label  # and not "a crime scene"
        if words[n] == "of" and words[n - 1] not in _PARTS:
            return None  # "afraid of terrorism"
        if words[n] in _STOPS or tags[n] in _VERBAL or not words[n][0].isalnum():
            return None
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
            if label := lexicon.nouns.at(words, at):
                return f"{words[n]} {label}"
    return None


KIND: ClaimKind = ClaimKind(
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
        "The square is a crime scene.",
        "The villagers are afraid of persecution.",
        "The storm destroyed Orsk's illegal market.",
    ),
)
