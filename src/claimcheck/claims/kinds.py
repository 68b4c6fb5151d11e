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
# Words that stand between quotation marks are a quotation whatever they say, save a toll: it can be settled that they
# were said. A demand asserts nothing, even where it counts the dead. A toll outranks every other fact, a label the
# number and date of what it is put on, and a number the date at which it was measured.
KINDS: tuple[ClaimKind, ...] = (
    official.KIND,
    quotation.KIND,
    opinion.KIND,
    casualty.KIND,
    characterisation.KIND,
    quantity.KIND,
    date.KIND,
    event.KIND,
)


def classify(atom: Atom) -> tuple[Kind, str]:
    """The kind of the claim, and the rule with the words that decided it."""
    for kind in KINDS:
        if reason := kind.recognise(atom):
            return kind.kind, reason
    raise AssertionError("the last kind takes every claim")
