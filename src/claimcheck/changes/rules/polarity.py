"""A "not" that came or went."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.model import Change, ChangeKind

_NEGATIONS = frozenset(
    {"not", "n't", "no", "never", "nobody", "none", "neither", "nor", "nothing", "without", "cannot"}
    | {"declined", "declines", "denied", "denies", "failed", "fails", "refused", "refuses"}
)
_PREFIXES = ("un", "in", "im", "il", "ir", "non-", "non", "dis")


def find(pair: Pair) -> Iterator[Change]:
    """An odd number of negations more or less, or a word in the place of its opposite ("armed", "unarmed")."""
    old = [pair.old.span_of(n) for n in _negations(pair.old) if pair.dropped(n)]
    new = [pair.new.span_of(n) for n in _negations(pair.new) if pair.added(n)]
    if (len(old) - len(new)) % 2:
        dropped = len(old) > len(new)
        yield Change(ChangeKind.NEGATION, old[-1] if dropped else None, None if dropped else new[-1])
        return
    for before, after in pair.replaced:
        for i in before:
            for j in after:
                if _opposite(pair.old.lower[i], pair.new.lower[j]):
                    one, two = pair.old.span_of(range(i, i + 1)), pair.new.span_of(range(j, j + 1))
                    yield Change(ChangeKind.NEGATION, one, two)


def _negations(side: Side) -> Iterator[range]:
    """Where they stand; the ones inside a source ("who asked not to be named") deny nothing that is claimed."""
    sources = [span for said in side.attributions for span in said.source]
    for i, word in enumerate(side.lower):
        if word == "not" and i and side.lower[i - 1] == "or":
            continue  # "whether or not"
        if word in _NEGATIONS and not any(source.covers(side.span_of(range(i, i + 1))) for source in sources):
            yield range(i, i + 1)


def _opposite(one: str, two: str) -> bool:
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in _PREFIXES)


RULE = ChangeRule(
    kinds=(ChangeKind.NEGATION,),
    summary="The text now denies what it said, or says what it denied.",
    find=find,
    fires=(
        ("The ministry did not issue the order.", "The ministry issued the order.", ChangeKind.NEGATION),
        ("The men were armed.", "The men were unarmed.", ChangeKind.NEGATION),
        ("Inspectors failed to reach the mine.", "Inspectors reached the mine.", ChangeKind.NEGATION),
    ),
    silent=(
        ("Nobody answered the letter.", "No one answered the letter."),
        ("The police did not reply.", "The police didn't reply."),
    ),
)
