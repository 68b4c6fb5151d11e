"""When something happened."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.quantity import measured
from claimcheck.model import Kind, Period


def recognise(atom: Atom) -> str | None:
    """The date, unless the claim measures something at that date."""
    period = next((v for v in atom.values if isinstance(v, Period)), None)
    if period is None or measured(atom) is not None:
        return None
    return f"date: {period.span.of(atom.prose.text)}"


KIND = ClaimKind(
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
    ),
)
