"""What a claim kind is: a rule, and beside it the record that names it, says it in a sentence and proves it."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.claims.atom import Atom
from claimcheck.model import Kind
from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """One kind of claim. `recognise` returns the rule and the words that decided, or None when the atom is another."""

    kind: Kind
    summary: str
    recognise: Callable[[Atom], str | None]
    matches: tuple[str, ...]  # sentences of which at least one atom is of this kind
    misses: tuple[str, ...]  # the nearest sentences of which none is
