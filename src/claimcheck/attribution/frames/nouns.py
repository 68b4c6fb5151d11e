"""Nouns that are cues: "the mayor's claim that the dam was safe", "his promise to rebuild"."""

from __future__ import annotations

from functools import cache

from claimcheck.attribution.contents import has_finite_verb, skip_setting
from claimcheck.attribution.cues import Frame, Hit
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft, Rule
from claimcheck.attribution.sources import group_start, main_subject, subject_before
from claimcheck.attribution.words import AUTHOR, BE, GENITIVE, PHRASAL, listed
from claimcheck.grammar import singular
from claimcheck.grammar.words import people
from claimcheck.model import Stance, Tag

NOUN: Rule = Rule(
    "noun-cue",
    "Somebody's claim, promise or criticism is a cue, and the clause or phrase after it the content.",
    ("The union's claim that the mine was unsafe went unanswered.", "His promise to rebuild the school was forgotten."),
    ("The union's claim was heard in March.",),
)
LIGHT_VERB: Rule = Rule(
    "light-verb-and-noun",
    "Who makes a claim or raises questions is the source of what the noun is about.",
    ("The union made the claim that the mine was unsafe.", "The council has issued a warning that the dam is weak."),
    ("The claim that the mine was unsafe made the front page.", "The union made the beds."),
)
IS_THAT: Rule = Rule(
    "noun-is-that",
    "What somebody's claim, fear or promise “is” stands after it.",
    ("The doctors' fear is that the water is bad.", "His promise was to rebuild the school."),
    ("The doctors' fear is great.", "His promise was kept."),
)
UNCLAIMED: Rule = Rule(
    "nobodys-allegation",
    "What an allegation or a rumour says is content, and nobody is named as its source.",
    (
        "Rumours that the dam had failed spread by noon.",
        "He resigned amid allegations that he took the money.",
        "The mayor faces accusations of fraud.",
    ),
    ("Rumours spread by noon.", "The allegations were heard in May."),
)
IN_VIEW: Rule = Rule(
    "in-somebodys-view",
    "“In the mayor's view”, “by the union's count” and “to the farmers” take the rest of their sentence.",
    (
        "In the mayor's view, the dam is a danger.",
        "To the farmers, the trial was a farce.",
        "By the union's count, 41 miners died.",
        "In a June poll, most voters wanted peace.",
    ),
    (
        "In the mayor's office, the lights were on.",
        "By the union's house, 41 miners stood.",
        "To the north, the road was closed.",
    ),
)
_VIEWS = frozenset({"view", "opinion", "eyes", "mind", "words", "estimation", "judgment", "judgement", "telling"})
_COUNTS = frozenset({"account", "accounts", "count", "estimate", "estimates", "reckoning", "tally"})


def find_noun(reading: Reading, hit: Hit, floor: int, end: int) -> Draft | None:
    """The attribution of a noun with a possessor before it, or None."""
    tokens = reading.tokens
    i = hit.words.stop
    if i >= end:
        return None
    source = _possessor(reading, hit.words.start, floor)
    cue = hit.words
    rule = NOUN
    if source is None:
        made = _maker(reading, hit.words.start, floor)
        if made is not None:
            source, cue, rule = made[1], range(made[0], i), LIGHT_VERB
        elif tokens.lower[i] == "by":
            source = phrase_after(reading, i + 1, end)
            i = i if source is None else source.stop
            if i >= end:
                return None
        elif _is_faced(reading, hit, floor) or (
            hit.cue.stance in (Stance.ALLEGES, Stance.FEELS)
            and tokens.lower[i] == "that"
            and _stands_alone(reading, hit, floor)
        ):
            rule = UNCLAIMED
        else:
            return None
    sources = () if source is None else (source,)
    later = skip_setting(reading, i, end)
    if later < end and tokens.lower[later] == "that":  # "her claim during the debate that"
        i = later
    word = tokens.lower[i]
    if word in BE and i + 1 < end and sources and i == hit.words.stop:  # "her fear is that", "his promise was to"
        i += 1
        word = tokens.lower[i]
        rule = IS_THAT
    if word == "that" and hit.cue.takes(Frame.THAT) and has_finite_verb(reading, i + 1, end):
        content = range(i, _noun_clause_end(reading, i, end))
        return Draft(rule, hit.cue, cue, sources, (content,))
    if (
        word == "to"
        and hit.cue.takes(Frame.INFINITIVE)
        and (tokens.tag[i] is Tag.TO or (i + 1 < end and tokens.tag[i + 1] is Tag.INFINITIVE))
    ):
        return Draft(rule, hit.cue, cue, sources, (range(i, _noun_clause_end(reading, i, end)),))
    if (
        rule is not IS_THAT
        and word in hit.cue.prepositions
        and i + 1 < end
        and (tokens.tag[i + 1] in PHRASAL or tokens.tag[i + 1] is Tag.GERUND or reading.quoted_by[i + 1] >= 0)
    ):
        return Draft(
            rule,
            hit.cue,
            range(cue.start, i + 1) if cue.stop == i else cue,
            sources,
            (range(i + 1, _noun_clause_end(reading, i + 1, end)),),
        )
    return None


def _maker(reading: Reading, noun: int, floor: int) -> tuple[int, range] | None:
    """Who "made the claim" or "has raised questions": where the verb group begins, and its subject; or None."""
    tokens = reading.tokens
    i = noun - 1
    while i > floor and noun - i < 5 and tokens.tag[i] in (Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER, Tag.NOUN):
        i -= 1
    if i <= floor or tokens.lower[i] not in listed("light_verbs") or tokens.tag[i] is Tag.NOUN:
        return None
    group = group_start(reading, i, floor)
    subject = subject_before(reading, group, floor)
    if subject is None and tokens.lower[group - 1] in ("and", "but", "to", ","):
        subject = main_subject(reading, group, floor)
    return None if subject is None else (group, subject)


def _is_faced(reading: Reading, hit: Hit, floor: int) -> bool:
    """Whether somebody "faces accusations of", and nobody makes them."""
    lower = reading.tokens.lower
    before = range(max(floor, hit.words.start - 3), hit.words.start)
    return any(lower[k] in listed("facing_verbs") for k in before)


def _stands_alone(reading: Reading, hit: Hit, floor: int) -> bool:
    """Whether nothing but an article or adjectives stand with the noun: "amid rumours that", "the allegation that"."""
    before = hit.words.start - 1
    return before < floor or reading.tokens.tag[before] is not Tag.POSSESSIVE


def _possessor(reading: Reading, at: int, floor: int) -> range | None:
    """Whose noun it is: "his", "the union's"; adjectives may stand between."""
    tokens = reading.tokens
    i = at - 1
    while i > floor and tokens.tag[i] in (Tag.ADJECTIVE, Tag.ADVERB, Tag.PARTICIPLE, Tag.NUMBER) and at - i < 5:
        i -= 1
    if i < floor:
        return None
    if tokens.tag[i] is Tag.POSSESSIVE and tokens.lower[i] not in GENITIVE:
        return None if tokens.lower[i] in AUTHOR else range(i, i + 1)
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
        first = i  # of a verb with its adverbs: "later proved"
        while first > start + 1 and tokens.tag[first - 1] is Tag.ADVERB:
            first -= 1
        if tokens.tag[i] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) and tokens.tag[first - 1] not in (
            Tag.AUXILIARY,
            Tag.MODAL,
            Tag.NEGATION,
        ):
            verbs += 1
            if verbs > in_clause and not _relative_before(reading, start, i):
                return first
        if tokens.tag[i] is Tag.SUBORDINATOR and tokens.lower[i] not in ("that", "whether"):
            return i
        i += 1
    return end


def _relative_before(reading: Reading, start: int, i: int) -> bool:
    return any(
        reading.tokens.tag[k] is Tag.RELATIVE or reading.tokens.lower[k] in ("who", "which")
        for k in range(max(start + 1, i - 4), i)
    )


def _polled(reading: Reading, at: int, floor: int, end: int) -> range | None:
    """The poll in "in a June poll, most voters …", or None."""
    tokens = reading.tokens
    phrase = phrase_after(reading, at + 1, end)
    if at != floor or phrase is None or phrase.stop + 1 >= end or tokens.lower[phrase.stop] != ",":
        return None
    return phrase if tokens.lower[phrase.stop - 1] in ("poll", "polls", "survey", "surveys") else None


@cache
def _people() -> frozenset[str]:
    return frozenset({*people(), "her", "him", "many", "me", "people", "some", "them", "us"})


def _seen_by(reading: Reading, at: int, floor: int, end: int) -> range | None:
    """The people in "to the farmers, the trial was a farce", or None."""
    tokens = reading.tokens
    phrase = phrase_after(reading, at + 1, end)
    if at != floor or phrase is None or phrase.stop + 1 >= end or tokens.lower[phrase.stop] != ",":
        return None
    head = tokens.lower[phrase.stop - 1]
    return phrase if {head, singular(head)} & _people() and has_finite_verb(reading, phrase.stop, end) else None


def find_view(reading: Reading, at: int, floor: int, end: int, cue_source: Hit) -> Draft | None:
    """The attribution of "in X's view" or "by X's count", which begins at the token, or None."""
    tokens = reading.tokens
    if tokens.lower[at] not in ("in", "to", "by") or at + 2 >= end:
        return None
    if tokens.lower[at] == "in":
        polled = _polled(reading, at, floor, end)
        if polled is not None:
            return Draft(IN_VIEW, cue_source.cue, range(at, at + 1), (polled,), (range(polled.stop + 1, end),))
    if tokens.lower[at] == "to":
        seen = _seen_by(reading, at, floor, end)
        if seen is not None:
            return Draft(IN_VIEW, cue_source.cue, range(at, at + 1), (seen,), (range(seen.stop + 1, end),))
    for i in range(at + 2, min(end, at + 12)):
        if tokens.lower[i] in (_COUNTS if tokens.lower[at] == "by" else _VIEWS):
            break
        if tokens.tag[i] not in PHRASAL and tokens.lower[i] not in GENITIVE:
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
