"""What a word can be when it stands alone: a part of speech, or several for its neighbours to decide between."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.grammar.inflection import all_forms, forms, irregular
from claimcheck.lexicon import load
from claimcheck.model import Tag

# Readings of an open-class word, as bits.
NOUN, ADJECTIVE, ADVERB, BASE, THIRD, PAST, PARTICIPLE, GERUND = (1 << n for n in range(8))
PAST_FORM = PAST | PARTICIPLE

_ALONE = {NOUN: Tag.NOUN, ADJECTIVE: Tag.ADJECTIVE, ADVERB: Tag.ADVERB}
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


@cache
def _known() -> dict[str, int]:
    """The readings of every inflected form of every word in the lexicons."""
    readings: dict[str, int] = {}

    def add(word: str, reading: int) -> None:
        readings[word] = readings.get(word, 0) | reading

    verbs, others = load("verbs"), load("open_class")
    for base in {*verbs["verb"], *irregular()}:
        third, gerund = forms(base).third, forms(base).gerund
        past, participle = irregular().get(base, ((), ()))
        for form in all_forms(base):
            if form == base:
                add(form, BASE)
            if form == third:
                add(form, THIRD)
            if form == gerund or (form.endswith("ing") and form != base):
                add(form, GERUND)
            if form in past or (not past and form.endswith("ed")):
                add(form, PAST)
            if form in participle or (not past and form.endswith("ed")):
                add(form, PARTICIPLE)
    for noun in verbs["noun_too"]:
        add(noun, NOUN)
        add(forms(noun).third, NOUN)
    for word in verbs["adjective_too"]:
        add(word, ADJECTIVE)
    for group, reading in (
        ("adjective", ADJECTIVE),
        ("adverb", ADVERB),
        ("noun", NOUN),
        ("noun_or_adjective", NOUN | ADJECTIVE),
        ("ly_adjective", ADJECTIVE),
        ("ly_noun", NOUN),
    ):
        for word in others[group]:
            add(word, reading)
    # "found" is find's past before it is a verb of its own; likewise "saw", "felt", "wound".
    for word in ("found", "saw", "felt", "wound", "lay", "fell"):
        readings[word] &= ~(BASE | NOUN | ADJECTIVE)
    return readings


def is_known(lower: str) -> bool:
    """Whether a lexicon lists the word, as itself or as a form of one that it lists."""
    return lower in closed() or lower in _known()


@lru_cache(maxsize=1 << 16)
def readings(lower: str) -> int:
    """The readings of an open-class word in lower case, by the lexicons or else by its ending."""
    found = _known().get(lower)
    if found:
        return found
    if lower.endswith("s") and not lower.endswith("ss") and _known().get(lower[:-1], 0) & NOUN:
        return NOUN
    _, hyphen, last = lower.replace("‑", "-").rpartition("-")
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
    if lower.endswith(_EITHER_ENDINGS) and not lower.endswith("ment"):
        return NOUN | ADJECTIVE
    if lower.endswith(_NOUN_ENDINGS):
        return NOUN
    if lower.endswith(_ADJECTIVE_ENDINGS):
        return ADJECTIVE
    return NOUN


@lru_cache(maxsize=1 << 16)
def alone(lower: str) -> Tag | int:
    """The word's tag when only one is possible, otherwise its readings as bits."""
    tag = closed().get(lower)
    if tag is not None:
        return tag
    found = readings(lower)
    return _ALONE.get(found, found)
