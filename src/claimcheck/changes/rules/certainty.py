"""Hedges and boosters that came or went, and quantifiers that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules import legal_status
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.grammar import singular
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Change, ChangeKind, Period, Span, Tag


@cache
def _hedges() -> Phrases:
    return Phrases([*load("certainty")["hedges"], *load("certainty")["softeners"]])


@cache
def _boosters() -> Phrases:
    return Phrases(load("certainty")["boosters"])


@cache
def _evaluations() -> Phrases:
    return Phrases(load("certainty")["evaluations"])


_Ladder = tuple[Phrases, dict[str, int]]


def _ladder(groups: list[list[str]]) -> _Ladder:
    """Phrases, and on which rung each stands."""
    step = {phrase: number for number, group in enumerate(groups) for phrase in group}
    return Phrases(step), step


@cache
def _quantifiers() -> _Ladder:
    return _ladder(load("quantifiers"))


@cache
def _causes() -> _Ladder:
    return _ladder(load("certainty")["causes"])


def find(pair: Pair) -> Iterator[Change]:
    """A hedge more or less, a booster where no hedge changed, praise and blame, and quantifiers."""
    quantifiers = list(_quantifier_changes(pair))
    spans = {span for change in quantifiers for span in (change.before, change.after) if span}
    steps = {span for change in legal_status.find(pair) for span in (change.before, change.after)}
    told = [h for h in _hedge_changes(pair) if not any(_where(h).overlaps(span) for span in spans)]
    hedges = [h for h in told if _where(h) not in steps or _words(h, pair) != "accused"]
    yield from hedges
    yield from _cause_changes(pair, {_where(h) for h in hedges})
    if not hedges:
        yield from _emphasis(pair, _boosters(), way=1)
    yield from _emphasis(pair, _evaluations(), way=0)
    yield from quantifiers


def _words(change: Change, pair: Pair) -> str:
    side = pair.old if change.before else pair.new
    return side.text_of(_where(change)).lower()


def _where(change: Change) -> Span:
    span = change.before or change.after
    assert span  # a change stands at least on one side
    return span


def _hedge_changes(pair: Pair) -> Iterator[Change]:
    """Only as many as one side has more than the other: "allegedly" for "reportedly" changes nothing."""
    gone, come = _exchanged(_hedges(), pair)
    for span in gone[len(come) :]:
        yield Change(ChangeKind.HEDGE_DROPPED, span, None, 1)
    for span in come[len(gone) :]:
        yield Change(ChangeKind.HEDGE_ADDED, None, span, -1)


def _cause_changes(pair: Pair, told: set[Span]) -> Iterator[Change]:
    """One thing now brings about what it only came before, or the other way round."""
    phrases, rung = _causes()
    for old, new in pair.replaced:
        before = next((r for r in phrases.all(pair.old.lower) if r.start < old.stop and old.start < r.stop), None)
        after = next((r for r in phrases.all(pair.new.lower) if r.start < new.stop and new.start < r.stop), None)
        if before is None or after is None:
            continue
        one, two = pair.old.span_of(before), pair.new.span_of(after)
        steps = [rung[" ".join(s.lower[r.start : r.stop])] for s, r in ((pair.old, before), (pair.new, after))]
        way = steps[1] - steps[0]
        if not way or any(span.overlaps(one) or span.overlaps(two) for span in told):
            continue
        kind = ChangeKind.HEDGE_DROPPED if way > 0 else ChangeKind.HEDGE_ADDED
        yield Change(kind, one, two, 1 if way > 0 else -1)


def _emphasis(pair: Pair, phrases: Phrases, *, way: int) -> Iterator[Change]:
    """A word that presses or colours the claim was put in or taken out; `way` is where putting it in leads."""
    gone, come = _exchanged(phrases, pair)
    if len(gone) > len(come):
        yield Change(ChangeKind.EMPHASIS, gone[0], None, -way)
    elif len(come) > len(gone):
        yield Change(ChangeKind.EMPHASIS, None, come[0], way)


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


_SAYING = ("accused", "alleged", "suspected", "supposed", "considered", "presumed")
_NO_DOUBT = frozenset({"not", "n't", "only", "never", "no", "barely", "hardly", "scarcely", "afford", "hear", "see"})


def _standing(phrases: Phrases, side: Side) -> Iterator[tuple[str, range, Span]]:
    """Where phrases stand that say how sure the text is: no month, no verb of saying, no words of a quotation."""
    dates = [v.span for v in side.values if isinstance(v, Period)]
    for positions in phrases.all(side.lower):
        words, span = " ".join(side.lower[positions.start : positions.stop]), side.span_of(positions)
        if _is_meant(words, positions, side) and not any(d.overlaps(span) for d in dates):
            yield words, positions, span


_SEEMING = ("seem", "seems", "seemed", "appear", "appears", "appeared")  # "seems to" is a phrase of its own
_CONNECTING = frozenset({"to", "despite", "of", "given", "by", "from"})  # "due to the fact that" is a long "because"


def _tag_after(side: Side, positions: range) -> Tag | None:
    return side.prose.tokens.tag[side.words[positions.stop]] if positions.stop < len(side.words) else None


def _is_meant(words: str, positions: range, side: Side) -> bool:
    """Whether words of the list are used in the sense of the list."""
    tag = side.prose.tokens.tag[side.words[positions.start]]
    following = side.lower[positions.stop] if positions.stop < len(side.lower) else ""
    if words == "could":
        return following not in _NO_DOUBT  # "could only wait", "could not see" tell what somebody was able to do
    if words == "may":
        return tag is Tag.MODAL
    if words in _SEEMING:
        return following not in ("to", "that", "as") and _tag_after(side, positions) in (Tag.ADJECTIVE, Tag.DETERMINER)
    if words == "the fact that":
        return not positions.start or side.lower[positions.start - 1] not in _CONNECTING
    if words in ("among the", "one of the", "some of the"):
        return following in ("most", "least", "best", "worst", "first", "few") or following.endswith("est")
    return not (words in _SAYING and tag is Tag.VERB)


def _quantifier_changes(pair: Pair) -> Iterator[Change]:
    """One quantifier in the place of another, or one before a plural that had none ("some critics" for "critics")."""
    step = _quantifiers()[1]
    old_ones, new_ones = _quantities(pair.old), _quantities(pair.new)
    for old, new in pair.replaced:
        before = [r for r in old_ones if _touches(r, old)]
        after = [r for r in new_ones if _touches(r, new)]
        for one, two in zip(before, after, strict=False):
            if (not new and one.stop <= old.stop) or (not old and two.stop <= new.stop):
                continue  # what is gone was another quantifier than the one that follows
            steps = [step[" ".join(s.lower[r.start : r.stop])] for s, r in ((pair.old, one), (pair.new, two))]
            if steps[0] != steps[1] and 0 not in steps:
                way = 1 if steps[1] > steps[0] else -1
                yield Change(ChangeKind.QUANTIFIER, pair.old.span_of(one), pair.new.span_of(two), way)
        if not new and _limits(pair.old, old):
            yield Change(ChangeKind.QUANTIFIER, pair.old.span_of(old), None, 1)
        if not old and _limits(pair.new, new):
            yield Change(ChangeKind.QUANTIFIER, None, pair.new.span_of(new), -1)


def _touches(words: range, changed: range) -> bool:
    """Whether some of the words changed, or words that stood right before them ("nearly all", "all")."""
    return words.start < max(changed.stop, changed.start + 1) and changed.start < words.stop


def _quantities(side: Side) -> list[range]:
    """Where quantifiers stand; "the most" makes a superlative and "as few as" a comparison."""
    found = _quantifiers()[0].all(side.lower)
    return [r for r in found if not r.start or side.lower[r.start - 1] not in ("the", "as") or len(r) > 1]


_OF_SOME = frozenset({"some", "several", "many", "certain", "a few", "most", "a number of"})


def _limits(side: Side, positions: range) -> bool:
    """Whether the words say of only some what could be said of all: they stand before a bare plural."""
    words = " ".join(side.lower[positions.start : positions.stop]).removesuffix(" of the")
    following = side.lower[positions.stop : positions.stop + 2]
    return words in _OF_SOME and any(singular(word) not in (None, word) for word in following)


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.HEDGE_DROPPED, ChangeKind.HEDGE_ADDED, ChangeKind.EMPHASIS, ChangeKind.QUANTIFIER),
    summary="The text became surer or less sure, or says it of more or fewer.",
    find=find,
    fires=(
        ("The guards allegedly beat the men.", "The guards beat the men.", ChangeKind.HEDGE_DROPPED),
        ("The order came from the capital.", "The order apparently came from the capital.", ChangeKind.HEDGE_ADDED),
        ("The order clearly came from the capital.", "The order came from the capital.", ChangeKind.EMPHASIS),
        ("The order was a brutal one.", "The order was one.", ChangeKind.EMPHASIS),
        ("Dolen is an accused smuggler.", "Dolen is a smuggler.", ChangeKind.HEDGE_DROPPED),
        ("There is evidence of a plot.", "There is compelling evidence of a plot.", ChangeKind.EMPHASIS),
        ("Smoke is linked to the disease.", "Smoke causes the disease.", ChangeKind.HEDGE_DROPPED),
        ("He resigned because of the raid.", "He resigned after the raid.", ChangeKind.HEDGE_ADDED),
        ("Nearly all the men fled.", "All the men fled.", ChangeKind.QUANTIFIER),
        ("The army promised to withdraw.", "The army withdrew.", ChangeKind.HEDGE_DROPPED),
        ("The letter seems genuine.", "The letter is genuine.", ChangeKind.HEDGE_DROPPED),
        ("Some of the men were beaten.", "All of the men were beaten.", ChangeKind.QUANTIFIER),
        ("Residents fled.", "Some residents fled.", ChangeKind.QUANTIFIER),
    ),
    silent=(
        ("The convicted guard spoke.", "The accused guard spoke."),
        ("The guards allegedly beat the men.", "The guards reportedly beat the men."),
        ("The guards beat the men.", "The men were beaten by the guards."),
        ("The men, who were perhaps guards, beat her.", "The men beat her."),
        ("The boats could only wait.", "The boats waited."),
        ("One of the twelve men was found.", "A man was found."),
        ("The bridge is the most famous in Orsk.", "The bridge is crossed every day."),
        ("The march failed due to the fact that it rained.", "The march failed because it rained."),
    ),
)
