"""Who says what: source, cue and content of every attribution."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.attribution.assembling import assemble
from claimcheck.attribution.engine import draft_attributions
from claimcheck.attribution.naming import name_speakers
from claimcheck.attribution.nesting import find_nested
from claimcheck.attribution.reading import Reading, read
from claimcheck.model import Attribution, Prose, Value

__all__ = ["find_all_attributions", "find_attributions"]


def find_attributions(prose: Prose, values: Sequence[Value] = ()) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues, none inside another; the values tell who "the minister" is."""
    return _outermost(read(prose), values)


def find_all_attributions(
    prose: Prose, values: Sequence[Value] = ()
) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """The same, and apart from them those that stand inside others."""
    reading = read(prose)
    outermost = _outermost(reading, values)
    return outermost, find_nested(reading, outermost)


def _outermost(reading: Reading, values: Sequence[Value]) -> tuple[Attribution, ...]:
    return name_speakers(reading.prose, assemble(reading, draft_attributions(reading)), values)
