"""Who says what: source, cue and content of every attribution."""

from __future__ import annotations

from claimcheck.model import Attribution, Prose


def find_attributions(prose: Prose) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues."""
    return ()
