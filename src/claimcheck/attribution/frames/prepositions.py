"""Prepositional cues: "according to the police, …"; "…, in the words of the judge"."""

from __future__ import annotations

from claimcheck.attribution.contents import clause_end, has_finite_verb
from claimcheck.attribution.cues import Hit, Strength
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft, Rule
from claimcheck.attribution.sources import phrase_after, with_appositions
from claimcheck.attribution.words import FINITE
from claimcheck.model import Tag

ACCORDING = Rule(
    "according-to",
    "“According to somebody” takes the clause that it stands in.",
    ("According to the police, the door was locked.", "The door was locked, according to the police."),
    ("The seats were given out according to age.",),
)


def find_preposition(reading: Reading, hit: Hit, floor: int, end: int) -> Draft | None:
    """The attribution of a prepositional cue with its source after it, or None."""
    tokens = reading.tokens
    lower = tokens.lower
    phrase = phrase_after(reading, hit.words.stop, end)
    if phrase is None or reading.quoted_by[phrase.start] >= 0:
        return None
    if not any(
        tokens.tag[k] in (Tag.NAME, Tag.PRONOUN) or tokens.lower[k] in ("the", "a", "an") for k in phrase
    ) and not any(
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
    if leading and (opener - floor) <= 2:
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
            start = comma + 1
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
    source = with_appositions(reading, phrase, end)
    left = _clause_before(reading, opener, floor)
    if left is None:
        return None
    pieces = [left]
    if (
        source.stop < end
        and lower[source.stop] == ","
        and source.stop + 1 < end
        and not has_finite_verb(reading, left.start, left.stop)
    ):
        pieces.append(range(source.stop + 1, end))
    elif source.stop + 1 < end and lower[source.stop] in (",", ".") and reading.quoted_by[source.stop + 1] >= 0:
        words = reading.quotation_words[reading.quoted_by[source.stop + 1]]
        pieces.append(range(words.start, min(words.stop, max(end, words.stop))))
    return Draft(ACCORDING, hit.cue, hit.words, (source,), tuple(pieces))


def _comma_after(reading: Reading, at: int, end: int) -> int | None:
    """The comma that ends the source's phrase: the first, or the one that closes an apposition."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    for k in range(at, min(end, at + 40)):
        if reading.quoted_by[k] >= 0:
            return k - 1 if k > at else None
        if lower[k] == ",":
            following = k + 1
            close = next(
                (m for m in range(following, min(end, following + 30)) if lower[m] == "," and reading.quoted_by[m] < 0),
                None,
            )
            if (
                close is not None
                and following < end
                and not has_finite_verb(reading, following, close)
                and tag[following] in (Tag.DETERMINER, Tag.NUMBER)
                and lower[following] in ("a", "an", "the")
                and has_finite_verb(reading, close + 1, end)
                and close - following > 2
                and reading.quoted_by[close - 1] < 0
                and tag[close + 1] not in FINITE
            ):
                return close
            if close is not None and following < end and lower[following] in ("who", "which", "whose"):
                return close
            return k
        if tag[k] in (Tag.VERB, Tag.MODAL, Tag.AUXILIARY) and not any(
            lower[m] in ("who", "that", "which") or tag[m] in (Tag.PARTICIPLE, Tag.GERUND) for m in range(at, k)
        ):
            return None
    return None


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
