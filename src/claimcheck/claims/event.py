"""Who did what to whom: what no other kind claims."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.model import Kind


def recognise(atom: Atom) -> str | None:
    """Always: what is left is an event or a state of things."""
    return "no number, date, office or label"


KIND: ClaimKind = ClaimKind(
    kind=Kind.EVENT,
    summary="Who did what to whom, with no number, date or office in it.",
    recognise=recognise,
    matches=("The rulers hid the names of the dead.",),
    misses=("Ministers must resign.", "The siege began on 3 May 1992."),
)
