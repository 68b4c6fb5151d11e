"""The text of a claim, so that it can be read alone."""

from __future__ import annotations

from claimcheck.model import Filled, Prose


def readable(prose: Prose, stretches: tuple[range, ...]) -> tuple[str, tuple[Filled, ...]]:
    """The words of the stretches in reading order, on one line."""
    pieces = (prose.tokens.span(stretch).of(prose.text) for stretch in stretches)
    return " ".join(" ".join(pieces).split()), ()
