"""Prepositional cues: "according to the police, …"; "…, in the words of the judge"."""

from __future__ import annotations

from claimcheck.attribution.contents import clause_end, has_finite_verb, opens_clause
from claimcheck.attribution.cues import Hit, Strength
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft, Rule
from claimcheck.attribution.sources import with_appositions
from claimcheck.attribution.words import FINITE, listed
from claimcheck.model import Tag

ACCORDING: Rule = Rule(
    "according-to",
    "“According to somebody” takes the clause that it stands in.",
    ("According to the police, the door was locked.", "The door was locked, according to the police."),
    ("The seats were given out according to age.",),
)


_CLAUSE_OPENERS = frozenset({"where", "when", "which", "who", "that", "because", "and", "but", "while", "whereas"})


def find_preposition(reading: Reading, hit: Hit, floor: int, end: int) -> Draft | None:
    """The attribution of a prepositional cue with its source after it, or None."""
    tokens = reading.tokens
    lower = tokens.lower
    if len(hit.words) == 1 and hit.words.start > floor and tokens.text[hit.words.start][0].isupper():
        return None  # "the driver, Per Lund"
    phrase = _source(reading, hit.words.stop, end)
    if phrase is None:
        return None
    apart = hit.words.start == floor or lower[hit.words.start - 1] == ","
    if (
        not apart
        and not any(
            tokens.tag[k] in (Tag.NAME, Tag.PRONOUN, Tag.POSSESSIVE) or tokens.lower[k] in ("the", "a", "an")
            for k in phrase
        )
        and not any(
            k in lower[phrase.start : phrase.stop]
            for k in (
                "officials",
                "reports",
                "data",
                "sources",
                "polls",
                "figures",
                "police",
                "experts",
                "analysts",
                "estimates",
                "documents",
                "records",
                "witnesses",
                "media",
                "people",
                "some",
                "one",
                "two",
                "three",
                "lawyers",
                "researchers",
                "prosecutors",
                "residents",
                "critics",
                "supporters",
            )
        )
    ):
        return None
    if hit.cue.strength is Strength.WEAK and not any(tokens.tag[k] is Tag.NAME for k in phrase):
        return None
    opener = hit.words.start
    leading = all(
        not reading.is_word(k)
        or lower[k]
        in ("and", "but", "yet", "still", "so", "that", "meanwhile", "because", "while", "although", "though")
        for k in range(max(floor, opener - 2), opener)
    )
    inner = opener - 2 > floor and lower[opener - 1] == "," and lower[opener - 2] in _CLAUSE_OPENERS
    if inner or (leading and (opener - floor) <= 2):
        comma = _comma_after(reading, phrase.stop, end)
        if comma is None:
            verb = next(
                (k for k in range(phrase.stop, end) if tokens.tag[k] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)), None
            )
            if verb is None:
                return None
            start = phrase.stop  # "According to the report the property was sold"
            split = _split_names(reading, phrase)
            if split is not None:
                return Draft(ACCORDING, hit.cue, hit.words, (range(phrase.start, split),), (range(split, end),))
            if reading.tokens.tag[start] not in (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.NOUN, Tag.POSSESSIVE):
                return None
        else:
            start = _past_name(reading, comma, end) + 1
        if start >= end:
            return None
        stop = clause_end(reading, start, end)
        return Draft(
            ACCORDING,
            hit.cue,
            hit.words,
            (range(phrase.start, max(phrase.stop, min(start - 1, comma or 0))),),
            (range(start, stop),),
        )
    source = with_appositions(reading, _whole(reading, phrase, end) if apart else phrase, end)
    left = _clause_before(reading, opener, floor)
    if left is None:
        return None
    pieces = [left]
    if (
        source.stop < end
        and lower[source.stop] == ","
        and source.stop + 1 < end
        and (not has_finite_verb(reading, left.start, left.stop) or tokens.tag[source.stop + 1] in FINITE)
    ):
        pieces.append(range(source.stop + 1, end))
    elif source.stop + 1 < end and lower[source.stop] in (",", ".") and reading.quoted_by[source.stop + 1] >= 0:
        words = reading.quotation_words[reading.quoted_by[source.stop + 1]]
        pieces.append(range(words.start, min(words.stop, max(end, words.stop))))
    return Draft(ACCORDING, hit.cue, hit.words, (source,), tuple(pieces))


def _source(reading: Reading, at: int, end: int) -> range | None:
    """The noun phrase after the cue, or the title of a work in quotation marks."""
    if at < end and reading.quoted_by[at] >= 0:
        words = reading.quotation_words[reading.quoted_by[at]]
        title = words.start == at and reading.tokens.text[min(at + 1, words.stop - 1)][:1].isupper()
        return words if title and len(words) <= 16 else None
    phrase = phrase_after(reading, at, end)
    if phrase is None and at + 1 < end and reading.tokens.tag[at] is Tag.DETERMINER:  # "a newly found letter"
        later = phrase_after(reading, at + 2, end)
        return None if later is None else range(at, later.stop)
    return phrase


def _whole(reading: Reading, phrase: range, end: int) -> range:
    """The source up to the next comma: "a person close to the talks", "an email previously kept secret"."""
    tokens = reading.tokens
    related = False  # "a person close to the talks | who was not authorised to speak"
    for k in range(phrase.stop, min(end, phrase.stop + 20)):
        related = related or tokens.lower[k] in ("who", "which", "that")
        if tokens.lower[k] in (",", ";", ":", "—", "–", "--", ".", "and", "but") or reading.quoted_by[k] >= 0:
            return range(phrase.start, k)
        acts = tokens.tag[k] in (Tag.AUXILIARY, Tag.MODAL) and not related
        if acts or tokens.tag[k] is Tag.SUBORDINATOR or tokens.lower[k] in listed("time"):
            return phrase
    return range(phrase.start, end) if end - phrase.stop < 20 else phrase


def _comma_after(reading: Reading, at: int, end: int) -> int | None:
    """The comma that ends the source's words: the first after which a clause or a quotation begins."""
    tokens = reading.tokens
    lower = tokens.lower
    related = False
    for k in range(at, min(end, at + 45)):
        if reading.quoted_by[k] >= 0:
            return next((m for m in range(at, k) if lower[m] == ","), k - 1) if k > at else None
        related = related or lower[k] in ("who", "which", "that", "whose")
        if lower[k] == "," and k + 1 < end and (reading.quoted_by[k + 1] >= 0 or opens_clause(reading, k + 1, end)):
            return k
        if lower[k] in (";", ":") or (tokens.tag[k] in FINITE and not related and not _reduced(reading, k, end)):
            return None
    comma = next((k for k in range(at, min(end, at + 25)) if lower[k] == ","), None)
    return comma if comma is not None and has_finite_verb(reading, comma, end) else None


def _past_name(reading: Reading, comma: int, end: int) -> int:
    """The comma behind a name that stands alone between two: "according to his wife, | Rania, six men came"."""
    tokens = reading.tokens
    k = comma + 1
    while k < end and tokens.tag[k] is Tag.NAME:
        k += 1
    named = comma + 1 < k < end and tokens.lower[k] == "," and tokens.tag[comma - 1] is Tag.NOUN
    return k if named and opens_clause(reading, k + 1, end) else comma


def _reduced(reading: Reading, k: int, end: int) -> bool:
    """Whether a word tagged as a verb only describes the noun before it: "polls conducted for the press"."""
    tag = reading.tokens.tag
    return tag[k] is Tag.VERB and k + 1 < end and tag[k + 1] in (Tag.PREPOSITION, Tag.PUNCTUATION)


def _split_names(reading: Reading, phrase: range) -> int | None:
    """Where a second noun phrase begins inside what looked like one."""
    tag = reading.tokens.tag
    for k in range(phrase.start + 1, phrase.stop):
        if tag[k] is Tag.DETERMINER and tag[k - 1] in (Tag.NOUN, Tag.NAME):
            return k
    return None


def _clause_before(reading: Reading, at: int, floor: int) -> range | None:
    """The clause that the cue closes."""
    lower = reading.tokens.lower
    stop = at
    while stop > floor and not reading.is_word(stop - 1) and reading.quoted_by[stop - 1] < 0:
        stop -= 1
    start = floor
    while start < stop and lower[start] in ("and", "but", "so", "yet", "still", "however", "meanwhile", ","):
        start += 1
    for k in range(stop - 1, start, -1):
        if lower[k] == ";" and reading.quoted_by[k] < 0:
            start = k + 1
            break
    return range(start, stop) if start < stop else None
