"""From sources to speakers, and from drafts to attributions."""

from __future__ import annotations

from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft
from claimcheck.model import Attribution, Mode, Span, Speaker, SpeakerType


def resolve(reading: Reading, drafts: tuple[Draft, ...]) -> tuple[Attribution, ...]:
    """The attributions of the drafts, each with its speaker as far as the document names one."""
    found = [made for draft in drafts if (made := _attribution(reading, draft)) is not None]
    return tuple(sorted(found, key=lambda a: a.cue[0] if a.cue else a.content[0]))


def _attribution(reading: Reading, draft: Draft) -> Attribution | None:
    content = _spans(reading, draft.content)
    if not content:
        return None
    source = _spans(reading, draft.source)
    speaker = Speaker(source[0].of(reading.prose.text), SpeakerType.PERSON) if source else None
    return Attribution(
        source=source,
        cue=_spans(reading, (draft.cue_words, *draft.extra_cue)),
        content=content,
        mode=_mode(reading, draft.content),
        stance=draft.cue.stance,
        cue_class=draft.cue.cue_class,
        speaker=speaker,
        rule=draft.rule.name,
    )


def _spans(reading: Reading, pieces: tuple[range, ...]) -> tuple[Span, ...]:
    return tuple(reading.span(words) for piece in pieces if (words := reading.tight(piece)))


def _mode(reading: Reading, pieces: tuple[range, ...]) -> Mode:
    quoted = [reading.quoted_by[i] >= 0 for piece in pieces for i in piece if reading.is_word(i)]
    return Mode.DIRECT if all(quoted) else Mode.MIXED if any(quoted) else Mode.INDIRECT
