"""Nouns that are cues: "the mayor's claim that the dam was safe", "his promise to rebuild"."""

from __future__ import annotations

from claimcheck.attribution.contents import has_finite_verb
from claimcheck.attribution.cues import Frame, Hit
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft, Rule
from claimcheck.attribution.sources import phrase_before
from claimcheck.attribution.words import AUTHOR, GENITIVE, MODIFIER, NOMINAL
from claimcheck.model import Tag

NOUN = Rule(
    "noun-cue",
    "Somebody's claim, promise or criticism is a cue, and the clause or phrase after it the content.",
    ("The union's claim that the mine was unsafe went unanswered.", "His promise to rebuild the school was forgotten."),
    ("The union's claim was heard in March.",),
)
IN_VIEW = Rule(
    "in-somebodys-view",
    "“In the mayor's view” takes the rest of its sentence.",
    ("In the mayor's view, the dam is a danger.",),
    ("In the mayor's office, the lights were on.",),
)
_VIEWS = frozenset({"view", "opinion", "eyes", "mind", "words", "estimation", "judgment", "judgement", "telling"})


def find_noun(reading: Reading, hit: Hit, floor: int, end: int) -> Draft | None:
    """The attribution of a noun with a possessor before it, or None."""
    tokens = reading.tokens
    source = _possessor(reading, hit.words.start, floor)
    if source is None:
        return None
    i = hit.words.stop
    if i >= end:
        return None
    word = tokens.lower[i]
    if word == "that" and hit.cue.takes(Frame.THAT) and has_finite_verb(reading, i + 1, end):
        content = range(i, _noun_clause_end(reading, i, end))
        return Draft(NOUN, hit.cue, hit.words, (source,), (content,))
    if (
        word == "to"
        and hit.cue.takes(Frame.INFINITIVE)
        and (tokens.tag[i] is Tag.TO or (i + 1 < end and tokens.tag[i + 1] is Tag.INFINITIVE))
    ):
        return Draft(NOUN, hit.cue, hit.words, (source,), (range(i, _noun_clause_end(reading, i, end)),))
    if (
        word in hit.cue.prepositions
        and i + 1 < end
        and (tokens.tag[i + 1] in (*NOMINAL, *MODIFIER, Tag.GERUND) or reading.quoted_by[i + 1] >= 0)
    ):
        return Draft(
            NOUN,
            hit.cue,
            range(hit.words.start, i + 1),
            (source,),
            (range(i + 1, _noun_clause_end(reading, i + 1, end)),),
        )
    return None


def _possessor(reading: Reading, at: int, floor: int) -> range | None:
    """Whose noun it is: "his", "the union's"; adjectives may stand between."""
    tokens = reading.tokens
    i = at - 1
    while i > floor and tokens.tag[i] in (Tag.ADJECTIVE, Tag.ADVERB, Tag.PARTICIPLE, Tag.NUMBER) and at - i < 5:
        i -= 1
    if i < floor:
        return None
    if tokens.tag[i] is Tag.POSSESSIVE and tokens.lower[i] not in GENITIVE:
        return None if tokens.lower[i] in (*AUTHOR, "its", "your") and tokens.lower[i] != "its" else range(i, i + 1)
    if tokens.lower[i] in GENITIVE:
        phrase = phrase_before(reading, i, floor)
        if phrase is None:
            return None
        start = max(
            (k + 1 for k in phrase if tokens.tag[k] is Tag.PREPOSITION and tokens.lower[k] != "of"),
            default=phrase.start,
        )
        return range(start, phrase.stop)
    return None


def _noun_clause_end(reading: Reading, start: int, end: int) -> int:
    """The end of content that hangs on a noun: before the verb of the sentence that the noun is subject of."""
    tokens = reading.tokens
    i = start + 1
    verbs = 0
    in_clause = tokens.lower[start] == "that"
    while i < end:
        if reading.quoted_by[i] >= 0:
            i = reading.quotation_words[reading.quoted_by[i]].stop
            continue
        if tokens.lower[i] in (",", ";", ":", "—", "–", "--"):
            return i
        if tokens.tag[i] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) and tokens.tag[i - 1] not in (
            Tag.AUXILIARY,
            Tag.MODAL,
            Tag.NEGATION,
            Tag.ADVERB,
        ):
            verbs += 1
            if verbs > in_clause and not _relative_before(reading, start, i):
                return i
        if tokens.tag[i] is Tag.SUBORDINATOR and tokens.lower[i] not in ("that", "whether"):
            return i
        i += 1
    return end


def _relative_before(reading: Reading, start: int, i: int) -> bool:
    return any(
        reading.tokens.tag[k] is Tag.RELATIVE or reading.tokens.lower[k] in ("who", "which")
        for k in range(max(start + 1, i - 4), i)
    )


def find_view(reading: Reading, at: int, floor: int, end: int, cue_source: Hit) -> Draft | None:
    """The attribution of "in X's view", which begins at the token, or None."""
    tokens = reading.tokens
    if tokens.lower[at] not in ("in", "to") or at + 2 >= end:
        return None
    for i in range(at + 2, min(end, at + 12)):
        if tokens.lower[i] in _VIEWS:
            break
        if tokens.tag[i] not in (*NOMINAL, *MODIFIER) and tokens.lower[i] not in GENITIVE:
            return None
    else:
        return None
    source = _possessor(reading, i, at + 1)
    if source is None or source.start < at + 1:
        return None
    after = i + 1
    if after < end and tokens.lower[after] in (",", ":"):
        content = range(after + 1, end)
        before = range(floor, at - 1) if at - 1 > floor and tokens.lower[at - 1] == "," else range(0)
        pieces = tuple(r for r in (before, content) if r)
        return Draft(IN_VIEW, cue_source.cue, range(i, i + 1), (source,), pieces)
    if (after >= end or tokens.lower[after] == ".") and at > floor:
        return Draft(IN_VIEW, cue_source.cue, range(i, i + 1), (source,), (range(floor, at),))
    return None
