"""The speaker in "“…,” X said": what stands between the mark and the cue, however its words are tagged."""

from __future__ import annotations

from claimcheck.attribution.cues import Form, Frame, Hit
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.words import FINITE, GENITIVE, MODIFIER, PHRASAL, listed
from claimcheck.model import CueClass, Tag

_LONGEST = 35  # tokens between the closing mark and the cue
_ENDS = frozenset({",", "?", "!", "…", "...", "—", "–", "--", "-", "."})
_RELATIVES = frozenset({"who", "whose", "which", "whom", "that"})
_SPEAKING = frozenset({CueClass.QUOTED, CueClass.REPORTED})


def speaks(hit: Hit) -> bool:
    """Whether the cue, in one of its finite forms, can follow a quotation and its speaker."""
    return (
        hit.cue.takes(Frame.QUOTE)
        and hit.cue.cue_class in _SPEAKING
        and bool(hit.forms & {Form.PAST, Form.THIRD, Form.BASE})
    )


def speaker_before(reading: Reading, verb: int, floor: int) -> range | None:
    """The words from a quotation that ends as speech does up to the cue, when they can be but one noun phrase."""
    tokens, quoted = reading.tokens, reading.quoted_by
    lower, tag = tokens.lower, tokens.tag
    start = next((k + 1 for k in range(verb - 1, max(floor, verb - _LONGEST) - 1, -1) if quoted[k] >= 0), None)
    if start is None or start >= verb or lower[start - 2] not in _ENDS:
        return None
    if reading.quotation_words[quoted[start - 1]].stop != start:
        return None
    named = tokens.text[start][:1].isupper() and lower[start] not in listed("openers")
    if not named and tag[start] not in PHRASAL:
        return None
    stop = verb
    while stop > start + 1 and tag[stop - 1] in (Tag.ADVERB, Tag.AUXILIARY, Tag.MODAL):
        stop -= 1
    in_relative = False
    described = False  # within an apposition or a relative clause: "Haas, director of the rights group, said"
    for k in range(start, stop):
        joins = tag[k] in (Tag.CONJUNCTION, Tag.SUBORDINATOR) and lower[k] not in ("and", "that")
        if joins or lower[k] in (";", ":"):
            return None
        in_relative = in_relative or lower[k] in _RELATIVES
        described = described or lower[k] in _RELATIVES or (lower[k] == "," and k > start)
        sure = tag[k] in (Tag.AUXILIARY, Tag.MODAL) or not described
        if (
            tag[k] in FINITE
            and sure
            and lower[k] not in GENITIVE
            and not in_relative
            and tokens.text[k][:1].islower()
            and tag[k - 1] not in MODIFIER
        ):
            return None
    return range(start, stop)


def speaker_after(reading: Reading, at: int, end: int) -> range | None:
    """The capitalised words after a cue that stands behind a quotation: "said Will Doyle"."""
    tokens = reading.tokens
    stop = at
    while stop < end and tokens.text[stop][:1].isupper() and reading.quoted_by[stop] < 0:
        stop += 1
    return range(at, stop) if stop > at else None
