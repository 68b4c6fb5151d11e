"""When something happened."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.quantity import measured
from claimcheck.model import Kind, Period, Tag


def recognise(atom: Atom) -> str | None:
    """The date, unless the claim measures something at that date."""
    if not atom.values:
        return None
    period = next((v for v in atom.values if isinstance(v, Period) and not _is_in_a_name(atom, v)), None)
    if period is None or measured(atom) is not None:
        return None
    return f"date: {period.span.of(atom.prose.text)}"


def _is_in_a_name(atom: Atom, period: Period) -> bool:
    """Whether the date only tells things apart: "the 1988 massacre", "the May protests"."""
    tokens = atom.prose.tokens
    words = tokens.within(period.span)
    if len(words) != 1 or not 0 < words[0] < len(tokens.tag) - 1:
        return False
    before, after = tokens.tag[words[0] - 1], tokens.tag[words[0] + 1]
    return before in (Tag.DETERMINER, Tag.POSSESSIVE) and after in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)


KIND: ClaimKind = ClaimKind(
    kind=Kind.DATE,
    summary="When something happened.",
    recognise=recognise,
    matches=(
        "The siege began on 3 May 1992.",
        "In December 1988 the assembly voted on the treaty.",
    ),
    misses=(
        "The siege began at dawn.",
        "In 1992 the mine employed 4,000 people.",
        "The council was told of the 1992 siege.",
    ),
)
