"""The kinds of claim, in the order in which they are tried, and what decides between them."""

from __future__ import annotations

from claimcheck.claims import (
    casualty,
    characterisation,
    date,
    event,
    official,
    opinion,
    quantity,
    quotation,
)
from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.model import Kind

# The first kind that recognises a claim has it. An office is tried first, since its own words are all it consists of.
# Words that stand between quotation marks are a quotation whatever they say: it can be settled that they were said.
# A demand asserts nothing, even where it counts the dead. A label applied to facts outranks the number that it is
# applied to ("describes the killing of 300 people as a war crime"), a casualty every other number, and a number the
# date at which it was measured.
KINDS: tuple[ClaimKind, ...] = (
    official.KIND,
    quotation.KIND,
    opinion.KIND,
    characterisation.KIND,
    casualty.KIND,
    quantity.KIND,
    date.KIND,
    event.KIND,
)


def classify(atom: Atom) -> tuple[Kind, str]:
    """The kind of the claim, and the rule with the words that decided it."""
    for kind in KINDS:
        if reason := kind.recognise(atom):
            return kind.kind, f"{kind.kind}: {reason}"
    raise AssertionError("the last kind takes every claim")
