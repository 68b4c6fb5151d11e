"""The lexicon of cues, and where its words stand in a text."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.attribution.words import listed
from claimcheck.enumerations import StrEnum
from claimcheck.grammar.inflection import all_forms, forms, possible_bases, singular
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
    FIGURE = "figure"
    AGENTLESS = "agentless"
    AIMED = "aimed"
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


@lru_cache(maxsize=1 << 14)
def _patterns(word: str) -> tuple[_Pattern, ...]:
    """The cues of which the word is a form of the first word: the longest first, then as the lexicon has them."""
    table = _by_first_word()
    found = []
    for base in possible_bases(word):
        for number, cue, rest in table.get(base, ()):
            which = _forms_of(cue, base).get(word)
            if which is not None:
                found.append((-len(rest), number, _Pattern(rest, cue, which)))
    return tuple(pattern for _, _, pattern in sorted(found))


@cache
def _by_first_word() -> dict[str, list[tuple[int, Cue, tuple[str, ...]]]]:
    """Under the first word of each cue, its place in the lexicon, the cue, and its other words."""
    found: dict[str, list[tuple[int, Cue, tuple[str, ...]]]] = {}
    for number, cue in enumerate(cues()):
        # "concerned": the form of "be" is looked for before it
        first, *rest = cue.base.removeprefix("be ").split() if cue.part is Part.VERB else cue.base.split()
        found.setdefault(first, []).append((number, cue, tuple(rest)))
    return found


def _forms_of(cue: Cue, first: str) -> dict[str, frozenset[Form]]:
    """The forms of the first word of a cue."""
    if cue.part is Part.VERB and cue.base.startswith("be "):
        return {first: frozenset({Form.PARTICIPLE})}
    if cue.part is Part.VERB:
        return _verb_forms(first)
    return dict.fromkeys(_noun_forms(first) if cue.part is Part.NOUN else (first,), frozenset())


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


def may_begin(word: str) -> bool:
    """Whether a cue may begin with the word (lower case)."""
    return bool(_patterns(word))


def cues_at(tokens: Tokens, at: int, end: int) -> tuple[Hit, ...]:
    """The cues that may begin at the token, longest first: a word may be both verb and noun."""
    found = []
    for p in _patterns(tokens.lower[at]):
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
