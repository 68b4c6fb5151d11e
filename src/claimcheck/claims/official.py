"""A person in an office."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.model import Kind, Official, Tag

_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})


def recognise(atom: Atom) -> str | None:
    """The person and the office, when the office is all that the claim says: no verb stands outside of it."""
    tokens = atom.prose.tokens
    for value in atom.values:
        if not isinstance(value, Official):
            continue
        outside = [i for i in atom.words if not value.span.start <= tokens.start[i] < value.span.end]
        if not any(tokens.tag[i] in _FINITE for i in outside):
            tenure = f"{value.tenure} " if value.tenure else ""
            return f"{value.person}: {tenure}{value.role}"
    return None


KIND = ClaimKind(
    kind=Kind.OFFICIAL,
    summary="A person in an office: who holds, held or will hold it.",
    recognise=recognise,
    matches=(),
    misses=(
        "Ana Duarte, his mother, came from Orsk.",
        "The minister resigned.",
    ),
)
