"""How many of what, and what happened to them."""

from __future__ import annotations

from claimcheck.model import Count, Prose, Span


def find_counts(prose: Prose, *, taken: tuple[Span, ...] = ()) -> tuple[Count, ...]:
    """Counts in the order of the text. Numbers inside a `taken` span (dates, amounts) are not counts."""
    return ()
