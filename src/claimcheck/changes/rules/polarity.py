"""A "not" that came or went, and words in the place of their opposites."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.changes.pair import Pair, Replaced, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.lexicon import load
from claimcheck.model import Change, ChangeKind, Tag

_NEGATIONS = frozenset(
    {"not", "n't", "no", "never", "nobody", "none", "neither", "nor", "nothing", "without", "cannot"}
    | {"declined", "declines", "denied", "denies", "failed", "fails", "refused", "refuses"}
)
_TAGS = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.VERB, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE})
_SHORT = 4  # words; in longer stretches two opposites may be said of different things
_PREFIXES = ("un", "in", "im", "il", "ir", "non-", "non", "dis")


@cache
def _listed() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("opposites"))


def find(pair: Pair) -> Iterator[Change]:
    """An odd number of negations more or less, or a word in the place of its opposite ("armed", "unarmed").

    Both in one place are no change: what is not closed is open.
    """
    old = [pair.old.span_of(n) for n in _negations(pair.old) if pair.dropped(n)]
    new = [pair.new.span_of(n) for n in _negations(pair.new) if pair.added(n)]
    opposites, undone = [], False
    for replaced in pair.replaced:
        found = list(_opposites(pair, replaced))
        if found and _denies(pair.old, replaced.old) != _denies(pair.new, replaced.new):
            undone = True
        else:
            opposites += found
    if (len(old) - len(new)) % 2 == 0:
        yield from opposites
    elif not undone:
        dropped = len(old) > len(new)
        yield Change(ChangeKind.NEGATION, old[-1] if dropped else None, None if dropped else new[-1])


def _denies(side: Side, positions: range) -> bool:
    return any(side.lower[n] in _NEGATIONS for n in positions)


def _opposites(pair: Pair, replaced: Replaced) -> Iterator[Change]:
    """Words that were exchanged for their opposites, by their prefix or as listed."""
    short = max(map(len, replaced)) <= _SHORT
    for i in replaced.old:
        for j in replaced.new:
            one, two = pair.old.span_of(range(i, i + 1)), pair.new.span_of(range(j, j + 1))
            if _NEGATIONS & {pair.old.lower[i], pair.new.lower[j]}:
                continue
            if _prefixed(pair.old.lower[i], pair.new.lower[j]):
                yield Change(ChangeKind.NEGATION, one, two)
            listed = frozenset({pair.old.lemma(i), pair.new.lemma(j)}) in _listed()
            if short and listed and {pair.old.tag(i), pair.new.tag(j)} <= _TAGS:
                yield Change(ChangeKind.OPPOSITE, one, two)


def _negations(side: Side) -> Iterator[range]:
    """Where they stand; the ones inside a source ("who asked not to be named") deny nothing that is claimed."""
    sources = [span for said in side.attributions for span in said.source]
    for i, word in enumerate(side.lower):
        if word == "not" and ((i and side.lower[i - 1] == "or") or side.lower[i + 1 : i + 3] == ("to", "be")):
            continue  # "whether or not"; "asked not to be named" denies nothing that is claimed
        if word in _NEGATIONS and not any(source.covers(side.span_of(range(i, i + 1))) for source in sources):
            yield range(i, i + 1)


def _prefixed(one: str, two: str) -> bool:
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in _PREFIXES)


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.NEGATION, ChangeKind.OPPOSITE),
    summary="The text now denies what it said, says what it denied, or says the opposite: closed for open.",
    find=find,
    fires=(
        ("The ministry did not issue the order.", "The ministry issued the order.", ChangeKind.NEGATION),
        ("The guard denied the theft.", "The guard admitted the theft.", ChangeKind.NEGATION),
        ("The men were armed.", "The men were unarmed.", ChangeKind.NEGATION),
        ("The mayor supported the ban.", "The mayor opposed the ban.", ChangeKind.OPPOSITE),
        ("Prices rose in May.", "Prices fell in May.", ChangeKind.OPPOSITE),
        ("Inspectors failed to reach the mine.", "Inspectors reached the mine.", ChangeKind.NEGATION),
    ),
    silent=(
        ("The shop opened in May and closed in June.", "The shop, opened in May, closed in June."),
        ("The road was open all night.", "The road was not closed all night."),
        ("Nobody answered the letter.", "No one answered the letter."),
        ("The police did not reply.", "The police didn't reply."),
        ("An officer said the road was open.", "An officer who did not want to be named said the road was open."),
    ),
)
