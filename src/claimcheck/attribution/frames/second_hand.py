"""The source behind a source: "Yonhap, quoting KCNA, said"; "…, the radio reported, citing an officer"."""

from __future__ import annotations

from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Rule
from claimcheck.attribution.sources import with_appositions
from claimcheck.attribution.words import speaking_nouns
from claimcheck.grammar import singular
from claimcheck.model import Attribution, CueClass, Span, Stance, Tag

SECOND_HAND: Rule = Rule(
    "second-hand",
    "Whom a source quotes or cites for all that it says stands behind it.",
    (
        "The agency, quoting state radio, said that 41 miners had died.",
        "The bridge was closed, the agency said, citing an army officer.",
    ),
    ("The agency, citing the lack of rain, said that the wells were dry.",),
)
_QUOTING = frozenset({"quoting", "citing"})
_REACH = 12  # tokens after the cue


def find_second_hand(reading: Reading, said: Attribution) -> Attribution | None:
    """The attribution of the same content to whoever the source quotes, or None."""
    if not said.source or not said.cue:
        return None
    tokens = reading.tokens
    cue = tokens.within(said.cue[-1])
    if not cue:
        return None
    end = reading.prose.sentences[reading.prose.sentence_at(said.cue[-1].start)].words.stop
    places = [*tokens.within(said.source[0]), *range(cue.stop, min(end, cue.stop + _REACH))]
    at = next((k for k in places if tokens.lower[k] in _QUOTING and reading.quoted_by[k] < 0), None)
    if at is None or any(span.covers(tokens.span(range(at, at + 1))) for span in said.content):
        return None
    phrase = phrase_after(reading, at + 1, end)
    if phrase is None or not _speaks(reading, phrase):
        return None
    source = tokens.span(reading.tight(with_appositions(reading, phrase, end)))
    return Attribution(
        source=(_clipped(source, said),),
        cue=(tokens.span(range(at, at + 1)),),
        content=said.content,
        mode=said.mode,
        stance=Stance.ASSERTS,
        cue_class=CueClass.REPORTED,
        speaker=None,
        rule=SECOND_HAND.name,
    )


def _clipped(source: Span, said: Attribution) -> Span:
    """The source up to where the content begins."""
    ends = [span.start for span in said.content if source.start < span.start < source.end]
    return Span(source.start, min(ends, default=source.end))


def _speaks(reading: Reading, phrase: range) -> bool:
    """Whether the phrase names somebody, or a kind of source: not "the lack of rain"."""
    tokens = reading.tokens
    stop = next((k for k in phrase if tokens.tag[k] is Tag.PREPOSITION), phrase.stop)
    head = tokens.lower[stop - 1]
    return tokens.tag[stop - 1] is Tag.NAME or bool({head, singular(head)} & (speaking_nouns() | _PEOPLE))


_PEOPLE = frozenset({"officer", "doctor", "lawyer", "minister", "analyst", "expert", "spokesman", "source"})
