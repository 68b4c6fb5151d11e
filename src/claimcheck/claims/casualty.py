"""People killed, injured, detained, disappeared, displaced or otherwise harmed, with their number."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.model import Count, Kind, Outcome


def recognise(atom: Atom) -> str | None:
    """The count and its outcome."""
    for value in atom.values:
        if isinstance(value, Count) and value.outcome is not None:
            outcome = "harmed" if value.outcome is Outcome.OTHER else value.outcome
            return f"{outcome}: {value.span.of(atom.prose.text)}"
    return None


KIND: ClaimKind = ClaimKind(
    kind=Kind.CASUALTY,
    summary="A number of people killed, injured, detained, disappeared, displaced or otherwise harmed.",
    recognise=recognise,
    matches=(
        "At least 41 miners were killed in Orsk.",
        "The shelling wounded 12 people.",
        "Police detained 30 demonstrators in the capital.",
        "More than 600 people were killed or wounded.",
        "Soldiers raped 12 women in Tarn.",
    ),
    misses=(
        "The storm killed the mood.",
        "The new law affects 600 people.",
        "Seven ministers signed the report.",
        "The committee executed the plan.",
    ),
)
