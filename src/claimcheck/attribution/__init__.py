"""Who says what: source, cue and content of every attribution."""

from __future__ import annotations

from claimcheck.attribution.assembling import assemble
from claimcheck.attribution.engine import draft_attributions
from claimcheck.attribution.naming import name_speakers
from claimcheck.attribution.nesting import find_nested
from claimcheck.attribution.reading import read
from claimcheck.model import Attribution, Prose

__all__ = ["find_attributions", "find_nested"]


def find_attributions(prose: Prose) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues, none inside another; `find_nested` finds those inside."""
    reading = read(prose)
    return name_speakers(prose, assemble(reading, draft_attributions(reading)))
