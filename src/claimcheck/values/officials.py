"""People in offices."""

from __future__ import annotations

from claimcheck.model import Official, Prose


def find_officials(prose: Prose) -> tuple[Official, ...]:
    """One value for each office that the text gives a person, in the order of the text."""
    return ()
