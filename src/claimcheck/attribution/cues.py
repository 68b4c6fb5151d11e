"""The lexicon of cues, and where its words stand in a text."""

from __future__ import annotations

from functools import cache

from claimcheck.attribution.words import listed
from claimcheck.enumerations import StrEnum
from claimcheck.grammar.inflection import all_forms, forms, singular
from claimcheck.lexicon import load
from claimcheck.model import CueClass, Stance, Tag, Tokens
from claimcheck.records import NamedTuple, dataclass


class Part(StrEnum):
    """The part of speech of a cue; the values are the keys of the lexicon."""

    VERB = "verbs"
    NOUN = "nouns"
    PREPOSITION = "prepositions"
    ADVERB = "adverbs"


class Frame(StrEnum):
    """What may follow a cue, or stand around it; the lexicon explains each."""

    THAT = "that"
    BARE = "bare"
    CLAUSE = "clause"
    QUOTE = "quote"
    AHEAD = "ahead"
    INSERT = "insert"
    OBJECT = "object"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    ORDER = "order"
    NAMING = "naming"
    AS = "as"
    AGENTLESS = "agentless"
    PERSONAL = "personal"
    ADDRESSEE = "addressee"
    SOURCE = "source"
    HEDGE = "hedge"
    LABEL = "label"


class Strength(StrEnum):
    """How far the writer vouches that it was so said or meant."""

    WEAK = "weak"
    PLAIN = "plain"
    STRONG = "strong"


class Form(StrEnum):
    """The forms of a verb, as `grammar.inflection` names them."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon."""

    base: str
    part: Part
    cue_class: CueClass
    stance: Stance
    strength: Strength
    frames: frozenset[Frame]
    prepositions: frozenset[str]  # those that belong to the cue: "spoke about"
    example: str

    def takes(self, *frames: Frame) -> bool:
        return not self.frames.isdisjoint(frames)


class Hit(NamedTuple):
    """A cue where it stands: its words' indices and the forms that its first word may have."""

    words: range
    cue: Cue
    forms: frozenset[Form]


@cache
def cues() -> tuple[Cue, ...]:
    """Every cue of the lexicon, in its order."""
    return tuple(
        _cue(base, part, cue_class, stance, entry)
        for part in Part
        for cue_class, by_stance in ((CueClass(name), named) for name, named in load("cues")[part].items())
        for stance, entries in ((Stance(name), named) for name, named in by_stance.items())
        for base, entry in entries.items()
    )


def _cue(base: str, part: Part, cue_class: CueClass, stance: Stance, entry: dict[str, str]) -> Cue:
    frames, prepositions = _frames(entry["frames"])
    return Cue(
        base=base,
        part=part,
        cue_class=cue_class,
        stance=stance,
        strength=Strength(entry.get("strength", "plain")),
        frames=frames,
        prepositions=prepositions,
        example=entry["example"],
    )


@cache
def _frames(listed: str) -> tuple[frozenset[Frame], frozenset[str]]:
    """The frames, and the prepositions that stand among them with a hyphen."""
    words = listed.split()
    prepositions = frozenset(word[1:] for word in words if word.startswith("-"))
    return frozenset(Frame(word) for word in words if not word.startswith("-")), prepositions


class _Pattern(NamedTuple):
    rest: tuple[str, ...]  # the words after the first
    cue: Cue
    forms: frozenset[Form]


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    """The cues by the first word of each of their forms, the longest first."""
    found: dict[str, list[_Pattern]] = {}
    for cue in cues():
        words = cue.base.split()
        if cue.part is Part.VERB and words[0] == "be":  # "concerned": the form of "be" is looked for before it
            found.setdefault(words[1], []).append(_Pattern(tuple(words[2:]), cue, frozenset({Form.PARTICIPLE})))
        elif cue.part is Part.VERB:
            for word, which in _verb_forms(words[0]).items():
                found.setdefault(word, []).append(_Pattern(tuple(words[1:]), cue, which))
        elif cue.part is Part.NOUN:
            for word in _noun_forms(words[0]):
                found.setdefault(word, []).append(_Pattern(tuple(words[1:]), cue, frozenset()))
        else:
            found.setdefault(words[0], []).append(_Pattern(tuple(words[1:]), cue, frozenset()))
    return {word: tuple(sorted(some, key=lambda p: -len(p.rest))) for word, some in found.items()}


def _verb_forms(base: str) -> dict[str, frozenset[Form]]:
    found: dict[str, set[Form]] = {}
    for form, word in zip(Form, forms(base), strict=True):
        found.setdefault(word, set()).add(form)
    for word in all_forms(base):  # rival spellings end like the form they rival
        if word not in found:
            found[word] = {Form.GERUND} if word.endswith("ing") else {Form.PAST, Form.PARTICIPLE}
    return {word: frozenset(some) for word, some in found.items()}


def _noun_forms(base: str) -> tuple[str, ...]:
    plural = base[:-1] + "ies" if base.endswith("y") else base + "s"
    return (base, plural) if singular(plural) == base else (base,)


@cache
def first_words() -> frozenset[str]:
    """The words (lower case) that cues begin with."""
    return frozenset(_patterns())


def cues_at(tokens: Tokens, at: int, end: int) -> tuple[Hit, ...]:
    """The cues that may begin at the token, longest first: a word may be both verb and noun."""
    patterns = _patterns().get(tokens.lower[at])
    if patterns is None:
        return ()
    found = []
    for p in patterns:
        stop = at + 1 + len(p.rest)
        if stop <= end and tokens.lower[at + 1 : stop] == p.rest:
            found.append(Hit(range(at, stop), p.cue, p.forms))
        elif p.rest and stop < end and tokens.lower[at + 2 : stop + 1] == p.rest and _may_part(tokens, at + 1):
            found.append(Hit(range(at, stop + 1), p.cue, p.forms))  # "called Wednesday for"
    return tuple(found)


def _may_part(tokens: Tokens, at: int) -> bool:
    """Whether a day or an adverb stands here, as between "called" and "for"."""
    if tokens.tag[at] is Tag.ADVERB and tokens.lower[at].endswith("ly"):
        return True
    return tokens.text[at][0].isupper() and tokens.lower[at] in listed("time")
