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
    return Phrases([*load("certainty")["boosters"], *load("certainty")["evaluations"]])


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
    gone, come = _exchanged(_hedges(), pair)
    for span in gone[len(come) :]:
        yield Change(ChangeKind.HEDGE_DROPPED, span, None, 1)
    for span in come[len(gone) :]:
        yield Change(ChangeKind.HEDGE_ADDED, None, span, -1)


def _booster_changes(pair: Pair) -> Iterator[Change]:
    """A word of certainty or of emphasis that was put in or taken out."""
    gone, come = _exchanged(_boosters(), pair)
    if len(gone) > len(come):
        yield Change(ChangeKind.EMPHASIS, gone[0], None, -1)
    elif len(come) > len(gone):
        yield Change(ChangeKind.EMPHASIS, None, come[0], 1)


def _exchanged(phrases: Phrases, pair: Pair) -> tuple[list[Span], list[Span]]:
    """Phrases that only one side says of what both sides say, without those that stand on both."""
    old = [(words, span) for words, at, span in _standing(phrases, pair.old) if pair.dropped(at)]
    new = [(words, span) for words, at, span in _standing(phrases, pair.new) if pair.added(at)]
    return _surplus(old, new), _surplus(new, old)


def _surplus(some: list[tuple[str, Span]], others: list[tuple[str, Span]]) -> list[Span]:
    """Where the phrases stand that the others do not have, or have less often."""
    left = Counter(words for words, _ in others)
    found = []
    for words, span in some:
        if left[words]:
            left[words] -= 1
        else:
            found.append(span)
    return found


_SAYING = ("alleged", "suspected", "supposed", "considered", "presumed")
_NO_DOUBT = frozenset({"not", "n't", "only", "never", "no", "barely", "hardly", "scarcely", "afford", "hear", "see"})


def _standing(phrases: Phrases, side: Side) -> Iterator[tuple[str, range, Span]]:
    """Where phrases stand that say how sure the text is: no month, no verb of saying, no words of a quotation."""
    dates = [v.span for v in side.values if isinstance(v, Period)]
    for positions in phrases.all(side.lower):
        words, span = " ".join(side.lower[positions.start : positions.stop]), side.span_of(positions)
        if _is_meant(words, positions, side) and not any(d.overlaps(span) for d in dates):
            yield words, positions, span


def _is_meant(words: str, positions: range, side: Side) -> bool:
    """Whether words of the list are used in the sense of the list."""
    tag = side.prose.tokens.tag[side.words[positions.start]]
    following = side.lower[positions.stop] if positions.stop < len(side.lower) else ""
    if words == "could":
        return following not in _NO_DOUBT  # "could only wait", "could not see" tell what somebody was able to do
    if words == "may":
        return tag is Tag.MODAL
    if words in ("one of the", "some of the"):
        return following in ("most", "least", "best", "worst", "first", "few") or following.endswith("est")
    return not (words in _SAYING and tag is Tag.VERB)


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
    kinds=(ChangeKind.HEDGE_DROPPED, ChangeKind.HEDGE_ADDED, ChangeKind.EMPHASIS, ChangeKind.QUANTIFIER),
    summary="The text became surer or less sure, or says it of more or fewer.",
    find=find,
    fires=(
        ("The guards allegedly beat the men.", "The guards beat the men.", ChangeKind.HEDGE_DROPPED),
        ("The order came from the capital.", "The order apparently came from the capital.", ChangeKind.HEDGE_ADDED),
        ("The order clearly came from the capital.", "The order came from the capital.", ChangeKind.EMPHASIS),
        ("Some of the men were beaten.", "All of the men were beaten.", ChangeKind.QUANTIFIER),
    ),
    silent=(
        ("The guards allegedly beat the men.", "The guards reportedly beat the men."),
        ("The guards beat the men.", "The men were beaten by the guards."),
        ("The men, who were perhaps guards, beat her.", "The men beat her."),
        ("The boats could only wait.", "The boats waited."),
        ("One of the twelve men was found.", "A man was found."),
    ),
)
