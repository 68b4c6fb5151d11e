"""From sources to speakers: pronouns, short names and descriptions led back to the fullest name of the document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.attribution.names import Names, described_as, name_in, type_of
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft
from claimcheck.attribution.sources import phrase_before
from claimcheck.model import Attribution, Mode, Span, Speaker, SpeakerType, Tag

_REACH = 3  # a pronoun looks back over no more units than this
_SINGULAR = frozenset({"he", "she", "his", "her", "him"})
_PLURAL = frozenset({"they", "their", "them"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_OPEN = frozenset(
    {"it", "its", "you", "your", "one", "this", "these", "those", "everyone", "anyone", "nobody", "there"}
)


def resolve(reading: Reading, drafts: tuple[Draft, ...]) -> tuple[Attribution, ...]:
    """The attributions of the drafts, each with its speaker as far as the document names one."""
    ordered = sorted(drafts, key=_position)
    speakers = _Speakers(reading)
    found = [made for draft in ordered if (made := _attribution(reading, draft, speakers.of(draft))) is not None]
    return tuple(replace(a, parent=_parent(found, n)) for n, a in enumerate(found))


def _position(draft: Draft) -> int:
    return draft.cue_words.start if draft.cue_words else draft.content[0].start


def _attribution(reading: Reading, draft: Draft, speaker: Speaker | None) -> Attribution | None:
    content = _spans(reading, draft.content)
    if not content:
        return None
    return Attribution(
        source=_spans(reading, draft.source),
        cue=_spans(reading, (draft.cue_words,)),
        content=content,
        mode=_mode(reading, draft.content),
        stance=draft.cue.stance,
        cue_class=draft.cue.cue_class,
        speaker=speaker,
        rule=draft.rule.name,
    )


def _parent(found: list[Attribution], n: int) -> int | None:
    """The nearest attribution before it that has its cue in its content."""
    cue = found[n].cue[:1]
    for other in range(n - 1, max(-1, n - 4), -1):
        if cue and any(span.covers(cue[0]) for span in found[other].content):
            return other
    return None


def _spans(reading: Reading, pieces: tuple[range, ...]) -> tuple[Span, ...]:
    return tuple(sorted(reading.span(words) for piece in pieces if (words := reading.tight(piece))))


def _mode(reading: Reading, pieces: tuple[range, ...]) -> Mode:
    quoted = [reading.quoted_by[i] >= 0 for piece in pieces for i in piece if reading.is_word(i)]
    return Mode.DIRECT if all(quoted) else Mode.MIXED if any(quoted) else Mode.INDIRECT


@dataclass(frozen=True, slots=True)
class _Heard:
    """A speaker and the unit in which he or they last spoke."""

    speaker: Speaker
    unit: int


class _Speakers:
    """Resolves the sources of a document one after the other; later ones lean on earlier ones."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names = Names(reading)
        self._last_person: _Heard | None = None
        self._last_group: _Heard | None = None

    def of(self, draft: Draft) -> Speaker | None:
        """Who the draft's source is, or None where the document leaves it open."""
        if not draft.source:
            return None
        words = draft.source[0]
        unit = self._reading.unit_of(words.start)
        speaker = self._resolve(words, unit)
        if speaker is not None:
            heard = _Heard(speaker, unit)
            if speaker.type is SpeakerType.PERSON:
                self._last_person = heard
            elif speaker.type is not SpeakerType.DOCUMENT:
                self._last_group = heard
        return speaker

    def _resolve(self, words: range, unit: int) -> Speaker | None:
        tokens = self._reading.tokens
        first = tokens.lower[words.start]
        if len(words) == 1 and first in _RELATIVE:
            return self._antecedent(words.start, unit)
        if len(words) == 1 and first in _SINGULAR:
            return self._person_before(words.start, unit)
        if len(words) == 1 and first in _PLURAL:
            return self._group_before(unit)
        if first in _OPEN or (len(words) == 1 and tokens.tag[words.start] is Tag.POSSESSIVE):
            return None
        return self._named(words)

    def _antecedent(self, relative: int, unit: int) -> Speaker | None:
        floor = self._reading.units[unit].words.start
        at = relative - 1 if relative > floor and self._reading.tokens.lower[relative - 1] == "," else relative
        phrase = phrase_before(self._reading, at, floor)
        if phrase is None or (len(phrase) == 1 and self._reading.tokens.tag[phrase.start] is Tag.PRONOUN):
            return None
        found = self._named(phrase)
        return None if found is None else replace(found, rule="the noun before the relative pronoun")

    def _person_before(self, at: int, unit: int) -> Speaker | None:
        """Who "he" or "she" is: the subject of the sentences just before, or who spoke last."""
        subject = self._names.person_before(at, unit, _REACH)
        heard = self._last_person
        if heard is not None and unit - heard.unit > _REACH:
            heard = None
        if subject is not None and (heard is None or subject.unit > heard.unit):
            speaker = self._named(subject.words)
            if speaker is None or speaker.type is not SpeakerType.PERSON:
                return None
            rivals = heard is not None and heard.speaker.name != speaker.name
            return replace(speaker, rule="the subject of the sentence before", certain=not rivals)
        if heard is None:
            return None
        return replace(heard.speaker, rule="who spoke last", certain=heard.speaker.certain and unit - heard.unit <= 2)

    def _group_before(self, unit: int) -> Speaker | None:
        heard = self._last_group
        if heard is None or unit - heard.unit > _REACH:
            return None
        return replace(heard.speaker, rule="who spoke last", certain=heard.speaker.certain and unit - heard.unit <= 2)

    def _named(self, words: range) -> Speaker | None:
        reading = self._reading
        kind = type_of(reading, words)
        if kind is SpeakerType.PERSON:
            name = name_in(reading, words)
            if name is not None:
                return self._names.fullest(name)
            described = self._names.person_described(words)
            if described is not None:
                return described
        elif kind is SpeakerType.GROUP:
            fuller = self._names.group_described(words)
            if fuller is not None:
                return Speaker(fuller, kind, "the fullest description of the group")
        return Speaker(described_as(reading, words), kind)
