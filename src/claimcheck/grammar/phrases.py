"""Phrases over tagged tokens: base noun phrases and verb groups."""

from __future__ import annotations

from claimcheck.grammar.context import BE, FINITE_AUXILIARIES
from claimcheck.lexicon import load
from claimcheck.model import Tag, Tokens
from claimcheck.records import dataclass

_STARTS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME})
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})
_CHAIN = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.TO, Tag.ADVERB, Tag.NEGATION})
_MAIN = frozenset({Tag.VERB, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND})
_BE = BE | {"'s", "get", "gets", "got", "getting"}


def noun_phrases(tokens: Tokens, words: range) -> tuple[range, ...]:
    """The base noun phrases among the words, in order, none inside another: "the 30 men", "Luis de la Cruz Jr.", "he".

    A possessor stands in one phrase with what it owns ("Ali's two sons"); what follows "of" is a phrase of its own.
    """
    tag, lower = tokens.tag, tokens.lower
    phrases: list[range] = []
    i = words.start
    while i < words.stop:
        if tag[i] is Tag.PRONOUN:
            phrases.append(range(i, i + 1))
            i += 1
            continue
        if tag[i] not in _STARTS or lower[i] == "'s":
            i += 1
            continue
        start, head = i, -1
        while i < words.stop:
            t = tag[i]
            if t in _HEADS:
                head = i
            elif t in (Tag.DETERMINER, Tag.POSSESSIVE) and i > start and not lower[i].startswith("'") and head >= 0:
                break  # "gave the men | a meal"
            elif head >= 0 and tag[head] is Tag.NAME and _joins_name(tokens, i, words.stop):
                pass
            elif (t is Tag.QUOTE and head < 0) or not (
                t in _STARTS
                or lower[i] in {"$", "£", "€", "%"}
                or (t is Tag.ADVERB and _adverb_inside(tokens, i, words.stop))
            ):
                break
            i += 1
        if head >= 0:
            i = head + 1
            if i < words.stop and lower[i] == "%":
                i += 1
            phrases.append(range(start, i))
        else:  # "the poor", with no noun
            if tag[start] is Tag.DETERMINER and i - start > 1:
                phrases.append(range(start, i))
            i = max(i, start + 1)
    return tuple(phrases)


def _joins_name(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the word stands inside a name: a particle, or the comma before "Jr."."""
    word, parts = tokens.lower[i], load("name_parts")
    if word in parts["particle"]:
        return i + 1 < stop and (tokens.tag[i + 1] is Tag.NAME or tokens.lower[i + 1] in parts["particle"])
    return word == "," and i + 1 < stop and tokens.lower[i + 1] in parts["suffix"]


def _adverb_inside(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether an adverb stands before an adjective of its phrase: "a highly critical report"."""
    return i + 1 < stop and tokens.tag[i + 1] in (Tag.ADJECTIVE, Tag.NUMBER) and tokens.tag[i - 1] in _STARTS


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A main verb with its auxiliaries, modal and negation: "may not have been killed"."""

    words: range
    head: int  # index of the main verb; of the last auxiliary where it is the main verb ("was ill")
    finite: bool
    passive: bool
    negated: bool
    modal: int | None  # index


def verb_groups(tokens: Tokens, words: range) -> tuple[VerbGroup, ...]:
    """The verb groups among the words, in order, none inside another."""
    tag = tokens.tag
    groups: list[VerbGroup] = []
    i = words.start
    while i < words.stop:
        if tag[i] in _MAIN:
            groups.append(_group(tokens, range(i, i + 1), i))
            i += 1
        elif tag[i] in (Tag.AUXILIARY, Tag.MODAL, Tag.TO):
            start = i
            last = i
            while i < words.stop and tag[i] in _CHAIN and not (tag[i] is Tag.TO and i > start):
                if tag[i] is Tag.AUXILIARY or tag[i] is Tag.MODAL or tag[i] is Tag.NEGATION:
                    last = i
                i += 1
            if i < words.stop and tag[i] in _MAIN:
                groups.append(_group(tokens, range(start, i + 1), i))
                i += 1
            else:
                i = last + 1
                if tag[start] is not Tag.TO:
                    head = next((k for k in range(last, start - 1, -1) if tag[k] is Tag.AUXILIARY), start)
                    groups.append(_group(tokens, range(start, i), head))
        else:
            i += 1
    return tuple(groups)


def _group(tokens: Tokens, words: range, head: int) -> VerbGroup:
    tag, lower = tokens.tag, tokens.lower
    first = words.start
    finite = (
        tag[first] in (Tag.VERB, Tag.MODAL)
        or (tag[first] is Tag.AUXILIARY and (lower[first] in FINITE_AUXILIARIES or lower[first] == "'s"))
    )  # fmt: skip
    modal = next((i for i in words if tag[i] is Tag.MODAL), None)
    auxiliaries = [lower[i] for i in words if tag[i] is Tag.AUXILIARY and i != head]
    passive = tag[head] is Tag.PARTICIPLE and (not auxiliaries or auxiliaries[-1] in _BE)
    return VerbGroup(words, head, finite, passive, any(tag[i] is Tag.NEGATION for i in words), modal)
