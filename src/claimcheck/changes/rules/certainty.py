"""Hedges and boosters that came or went, and quantifiers that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Change, ChangeKind, Period, Span, Tag


@cache
def _hedges() -> Phrases:
    return Phrases(load("certainty")["hedges"])


@cache
def _boosters() -> Phrases:
    return Phrases(load("certainty")["boosters"])


@cache
def _quantifiers() -> tuple[Phrases, dict[str, int]]:
    step = {phrase: number for number, group in enumerate(load("quantifiers")) for phrase in group}
    return Phrases(step), step


def find(pair: Pair) -> Iterator[Change]:
    """A hedge more or less, a booster where no hedge changed, and one quantifier in the place of another."""
    hedges = list(_hedge_changes(pair))
    yield from hedges
    if not hedges:
        yield from _booster_changes(pair)
    yield from _quantifier_changes(pair)


def _hedge_changes(pair: Pair) -> Iterator[Change]:
    """Only as many as one side has more than the other: "allegedly" for "reportedly" changes nothing."""
    old, new = _standing(_hedges(), pair.old), _standing(_hedges(), pair.new)
    fewer = len(old) - len(new)
    gone, come = _unmatched(old, new)
    for _, span in gone[: max(0, fewer)]:
        yield Change(ChangeKind.HEDGE_DROPPED, span, None, 1)
    for _, span in come[: max(0, -fewer)]:
        yield Change(ChangeKind.HEDGE_ADDED, None, span, -1)


def _booster_changes(pair: Pair) -> Iterator[Change]:
    """A word of certainty that was put in or taken out counts as a hedge dropped or added."""
    gone, come = _unmatched(_standing(_boosters(), pair.old), _standing(_boosters(), pair.new))
    if len(gone) > len(come):
        yield Change(ChangeKind.HEDGE_ADDED, gone[0][1], None, -1)
    elif len(come) > len(gone):
        yield Change(ChangeKind.HEDGE_DROPPED, None, come[0][1], 1)


_SAYING = ("alleged", "suspected", "supposed", "considered", "presumed")

_Standing = list[tuple[str, Span]]


def _standing(phrases: Phrases, side: Side) -> _Standing:
    """Where phrases stand; "May" the month and "alleged" as a verb of saying are none."""
    tokens = side.prose.tokens
    dates = [v.span for v in side.values if isinstance(v, Period)]
    found = []
    for positions in phrases.all(side.lower):
        words, span = " ".join(side.lower[positions.start : positions.stop]), side.span_of(positions)
        tag = tokens.tag[side.words[positions.start]]
        other = (words in _SAYING and tag is Tag.VERB) or (words == "may" and tag is not Tag.MODAL)
        if not other and not any(d.overlaps(span) for d in dates):
            found.append((words, span))
    return found


def _unmatched(old: _Standing, new: _Standing) -> tuple[_Standing, _Standing]:
    """What each side has more often than the other."""
    surplus_old = Counter(w for w, _ in old) - Counter(w for w, _ in new)
    surplus_new = Counter(w for w, _ in new) - Counter(w for w, _ in old)
    return [f for f in old if f[0] in surplus_old], [f for f in new if f[0] in surplus_new]


def _quantifier_changes(pair: Pair) -> Iterator[Change]:
    """Quantifiers in the words that one side has in the place of the other's."""
    phrases, step = _quantifiers()
    for old, new in pair.replaced:
        if not old or not new:
            continue
        before = [r for r in phrases.all(pair.old.lower) if r.start < old.stop and old.start < r.stop]
        after = [r for r in phrases.all(pair.new.lower) if r.start < new.stop and new.start < r.stop]
        for one, two in zip(before, after, strict=False):
            steps = [step[" ".join(s.lower[r.start : r.stop])] for s, r in ((pair.old, one), (pair.new, two))]
            if steps[0] != steps[1] and 0 not in steps:
                way = 1 if steps[1] > steps[0] else -1
                yield Change(ChangeKind.QUANTIFIER, pair.old.span_of(one), pair.new.span_of(two), way)


RULE = ChangeRule(
    kinds=(ChangeKind.HEDGE_DROPPED, ChangeKind.HEDGE_ADDED, ChangeKind.QUANTIFIER),
    summary="The text became surer or less sure, or says it of more or fewer.",
    find=find,
    fires=(
        ("The guards allegedly beat the men.", "The guards beat the men.", ChangeKind.HEDGE_DROPPED),
        ("The order came from the capital.", "The order apparently came from the capital.", ChangeKind.HEDGE_ADDED),
        ("Some of the men were beaten.", "All of the men were beaten.", ChangeKind.QUANTIFIER),
    ),
    silent=(
        ("The guards allegedly beat the men.", "The guards reportedly beat the men."),
        ("The guards beat the men.", "The men were beaten by the guards."),
    ),
)
