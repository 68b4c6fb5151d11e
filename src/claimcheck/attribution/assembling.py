"""From drafts, which count in tokens, to attributions, which count in code points."""

from __future__ import annotations

from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft
from claimcheck.model import Attribution, Mode, Span


def assemble(reading: Reading, drafts: tuple[Draft, ...]) -> tuple[Attribution, ...]:
    """The attributions of the drafts in the order of their cues, with no speakers yet."""
    made = (attribution(reading, draft) for draft in sorted(drafts, key=_position))
    return tuple(a for a in made if a is not None)


def _position(draft: Draft) -> int:
    return draft.cue_words.start if draft.cue_words else draft.content[0].start


def attribution(reading: Reading, draft: Draft) -> Attribution | None:
    """The draft's attribution, or None where its content has no words."""
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
        speaker=None,
        rule=draft.rule.name,
    )


def _spans(reading: Reading, pieces: tuple[range, ...]) -> tuple[Span, ...]:
    return tuple(sorted(reading.span(words) for piece in pieces if (words := reading.tight(piece))))


def _mode(reading: Reading, pieces: tuple[range, ...]) -> Mode:
    quoted = [reading.quoted_by[i] >= 0 for piece in pieces for i in piece if reading.is_word(i)]
    return Mode.DIRECT if all(quoted) else Mode.MIXED if any(quoted) else Mode.INDIRECT
