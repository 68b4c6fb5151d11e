"""What a word can be when it stands alone: a part of speech, or several for its neighbours to decide between."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.grammar.inflection import bases_of, forms, irregular, third
from claimcheck.lexicon import load
from claimcheck.model import Tag

# Readings of an open-class word, as bits.
NOUN = 1 << 0
ADJECTIVE = 1 << 1
ADVERB = 1 << 2
BASE = 1 << 3
THIRD = 1 << 4
PAST = 1 << 5
PARTICIPLE = 1 << 6
GERUND = 1 << 7
PAST_FORM = PAST | PARTICIPLE

_ALONE = {NOUN: Tag.NOUN, ADJECTIVE: Tag.ADJECTIVE, ADVERB: Tag.ADVERB}
_VERB_PREFIXES = frozenset({"co", "de", "mis", "over", "pre", "re", "un"})
_NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ship", "hood", "ance", "ence", "ency", "ancy", "dom", "er",
    "or",    "age", "ure", "logy", "graphy", "eer", "ee", "ess", "man", "men", "cide", "cy",
)  # fmt: skip
_ADJECTIVE_ENDINGS = (
    "ous", "ful", "less", "able", "ible", "ic", "ical", "al", "ive", "ish", "ward", "like", "ary", "ory", "ar", "ile",
    "ent",    "ant", "some", "most", "iest", "est",
)  # fmt: skip
_EITHER_ENDINGS = ("ian", "ese", "ist", "ant", "ent", "ary", "ory", "ar", "ile")


@cache
def closed() -> dict[str, Tag]:
    """The words whose part of speech does not depend on their neighbours."""
    return {word: Tag(name) for name, words in load("closed_class").items() for word in words}


# "found" is find's past before it is a verb of its own; likewise "saw", "felt", "wound".
_PAST_FIRST = frozenset({"found", "saw", "felt", "wound", "lay", "fell"})


@lru_cache(maxsize=1 << 14)
def _known(lower: str) -> int:
    """The readings of a word that the lexicons list, as itself or as an inflected form; 0 when they do not."""
    found = _unchanging().get(lower, 0)
    for base in bases_of(lower):
        found |= _as_form(lower, base)
    if lower.endswith("s") and any(third(noun) == lower for noun in _nouns_like_verbs() & _singulars(lower)):
        found |= NOUN
    return found & ~(BASE | NOUN | ADJECTIVE) if lower in _PAST_FIRST else found


def _as_form(form: str, base: str) -> int:
    """The readings of the form as one of the verb."""
    past, participle = irregular().get(base, ((), ()))
    regular = not past and form.endswith("ed")
    found = BASE if form == base else 0
    if form == forms(base).third:
        found |= THIRD
    if form == forms(base).gerund or (form.endswith("ing") and form != base):
        found |= GERUND
    if form in past or regular:
        found |= PAST
    if form in participle or regular:
        found |= PARTICIPLE
    return found


@cache
def _unchanging() -> dict[str, int]:
    """The readings of the listed words other than verbs, and of nouns that are verbs as well."""
    verbs, others = load("verbs"), load("open_class")
    found: dict[str, int] = {}
    for words, reading in (
        (verbs["noun_too"], NOUN),
        (verbs["adjective_too"], ADJECTIVE),
        (others["adjective"], ADJECTIVE),
        (others["adverb"], ADVERB),
        (others["noun"], NOUN),
        (others["noun_or_adjective"], NOUN | ADJECTIVE),
        (others["ly_adjective"], ADJECTIVE),
        (others["ly_noun"], NOUN),
    ):
        listed = dict.fromkeys(words, reading)
        for word in found.keys() & listed.keys():
            listed[word] |= found[word]
        found.update(listed)
    return found


@cache
def people() -> frozenset[str]:
    """The nouns for people, in the singular where there is one."""
    return frozenset(load("people")["nouns"])


@cache
def _nouns_like_verbs() -> frozenset[str]:
    return frozenset(load("verbs")["noun_too"])


def _singulars(plural: str) -> frozenset[str]:
    """What the plural may be the plural of."""
    return frozenset({plural[:-1], plural[:-2], plural[:-3], f"{plural[:-3]}y"})


def is_known(lower: str) -> bool:
    """Whether a lexicon lists the word, as itself or as a form of one that it lists."""
    return lower in closed() or _known(lower) != 0


@lru_cache(maxsize=1 << 14)
def readings(lower: str) -> int:
    """The readings of an open-class word in lower case, by the lexicons or else by its ending."""
    found = _known(lower)
    if found:
        return found
    if lower.endswith("s") and not lower.endswith("ss") and _known(lower[:-1]) & NOUN:
        return NOUN
    first, hyphen, last = lower.replace("‑", "-").rpartition("-")
    if hyphen and last and first in _VERB_PREFIXES:
        return readings(last)
    if hyphen and last:
        part = readings(last)
        return ADJECTIVE if part & (PARTICIPLE | GERUND | ADJECTIVE) else NOUN | ADJECTIVE
    return _by_ending(lower)


def _by_ending(lower: str) -> int:
    if len(lower) < 4:
        return NOUN
    if lower.endswith("ly"):
        return ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return GERUND
    if lower.endswith("ed") and len(lower) > 4:
        return PAST_FORM
    if lower.endswith(("ize", "ise", "ify")):
        return BASE | NOUN if lower.endswith("ise") else BASE
    if lower.endswith(("izes", "ifies")) and len(lower) > 6:
        return THIRD
    if lower.endswith(_EITHER_ENDINGS) and not lower.endswith("ment"):
        return NOUN | ADJECTIVE
    if lower.endswith(_NOUN_ENDINGS):
        return NOUN
    if lower.endswith("est") and not any(_known(lower[:-n]) & ADJECTIVE for n in (2, 3)):
        return ADJECTIVE if lower.endswith("iest") or lower[-4] == lower[-5:-4] else NOUN  # "biggest", and not "chest"
    if lower.endswith(_ADJECTIVE_ENDINGS):
        return ADJECTIVE
    return NOUN


@lru_cache(maxsize=1 << 14)
def alone(lower: str) -> Tag | int:
    """The word's tag when only one is possible, otherwise its readings as bits."""
    tag = closed().get(lower)
    if tag is not None:
        return tag
    found = readings(lower)
    return _ALONE.get(found, found)
