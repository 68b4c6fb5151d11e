"""Money, percent, distance and other measures."""

from __future__ import annotations

from claimcheck.model import Amount, Prose, Span


def find_amounts(prose: Prose, *, taken: tuple[Span, ...] = ()) -> tuple[Amount, ...]:
    """Amounts in the order of the text. Numbers inside a `taken` span (dates) are not amounts."""
    return ()
