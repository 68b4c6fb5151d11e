"""Direct speech: somebody's words between quotation marks."""

from __future__ import annotations

from claimcheck.claims import casualty
from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.model import Kind, Mode


def recognise(atom: Atom) -> str | None:
    """The marks and the speaker, when the claim is a direct quotation."""
    said = atom.attribution
    if said is None or said.mode is not Mode.DIRECT or not (said.source or said.speaker):
        return None
    if casualty.recognise(atom):
        return None  # a toll is checked as a toll, whoever gives it
    speaker = said.speaker.name if said.speaker else said.source[0].of(atom.prose.text)
    return f"direct speech of {speaker}"


KIND: ClaimKind = ClaimKind(
    kind=Kind.QUOTATION,
    summary="Words in quotation marks with their speaker.",
    recognise=recognise,
    matches=(
        "“The bridge fell in minutes,” said Ana Duarte.",
        "Ana Duarte said: “The bridge fell in minutes.”",
    ),
    misses=(
        "Ana Duarte said the bridge fell in minutes.",
        "The so-called “bridge of peace” fell into the river.",
    ),
)
