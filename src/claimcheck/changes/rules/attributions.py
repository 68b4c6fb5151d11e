"""Who says it, and how the saying is called."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.grammar import base_of
from claimcheck.lexicon import load
from claimcheck.model import Attribution, Change, ChangeKind, Mode, Span, SpeakerType, Tag, hull

_LONGEST = 15  # words of a source; a longer one is a clause that was taken for one
_STATING = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.PARTICIPLE})  # one of these stands in every statement
_HELPING = frozenset({Tag.PRONOUN, Tag.AUXILIARY, Tag.MODAL, Tag.DETERMINER, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.TO})
_NAMING = "naming"  # "critics call the law unjust" states something without a verb
_KEPT = 0.5  # the share of the content's words that must live on for the content to be the same


def find(pair: Pair) -> Iterator[Change]:
    """Attributions lost, added and changed on words that both sides have; then the sense of their cues."""
    view = _View(pair)
    matched: set[int] = set()
    for before in pair.old.attributions:
        kept = view.kept(before) if _is_somebody(pair.old, before) else None
        if kept is None:
            continue
        number = view.covering(kept, matched)
        if number is None:
            if view.untied(pair.old, before):
                yield Change(ChangeKind.ATTRIBUTION_LOST, _where(before), None, 1)
            continue
        matched.add(number)
        yield from _source_changes(pair, before, pair.new.attributions[number])
    for number, after in enumerate(pair.new.attributions):
        if (
            _is_somebody(pair.new, after)
            and number not in matched
            and view.came_from_old(after)
            and not view.had_attribution(after)
            and view.untied(pair.new, after)
        ):
            yield Change(ChangeKind.ATTRIBUTION_ADDED, None, _where(after), -1)
    yield from _stance_changes(pair)


def _where(said: Attribution) -> Span:
    """The words that tie the content to its source."""
    return hull((*said.source, *said.cue)) if said.source or said.cue else hull(said.content)


def _is_somebody(side: Side, said: Attribution) -> bool:
    """Whether there is a source at all ("allegedly" names nobody: it is a hedge), and not half a sentence."""
    return bool(said.source) and len(_positions(side, said.source)) <= _LONGEST


class _View:
    """Which words of the old side became which of the new one."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    @cached_property
    def became(self) -> dict[int, int]:
        """Position in the old words -> position in the new ones, other forms of a word included ("fled", "fleeing")."""
        pair = self.pair
        found = dict(pair.became)
        for replaced in pair.replaced:
            lemmas = {pair.new.lemma(n): n for n in reversed(replaced.new)}
            found |= {n: lemmas[lemma] for n in replaced.old if (lemma := pair.old.lemma(n)) in lemmas}
        return found

    def kept(self, said: Attribution) -> list[int] | None:
        """Where the content stands in the new words, or None when most of it is gone (values may be others)."""
        inside = _told(self.pair.old, said)
        values = set(_positions(self.pair.old, tuple(value.span for value in self.pair.old.values)))
        kept = [self.became[i] for i in inside if i in self.became]
        return kept if kept and len(kept) >= _KEPT * len(set(inside) - values) else None

    def untied(self, side: Side, said: Attribution) -> bool:
        """Whether only this side ties a statement to that source.

        Not where cue and source stand on the other side too (the words are only read otherwise there), where another
        verb took the cue's place ("the letter proves" for "the letter suggests"), or where the content states nothing.
        """
        is_old = side is self.pair.old
        changed = self.pair.gone if is_old else self.pair.come
        cue, source = _positions(side, said.cue), _positions(side, said.source)
        if not changed.intersection(cue) and not changed.issuperset(source):
            return False
        blocks = [(r.old, r.new) if is_old else (r.new, r.old) for r in self.pair.replaced]
        kept = set(self.became.values()) if is_old else set(self.became)
        replaced = any(
            set(other) - kept and set(cue).intersection(own) and not set(source) & set(own) for own, other in blocks
        )
        if replaced and not changed.intersection(source):
            return False
        tags = [side.prose.tokens.tag[side.words[n]] for n in _positions(side, said.content)]
        return said.mode is not Mode.INDIRECT or said.rule == _NAMING or not _STATING.isdisjoint(tags)

    def covering(self, kept: list[int], matched: set[int]) -> int | None:
        """The new attribution whose content holds most of those words."""
        best: tuple[int | None, int] = None, 0
        for number, said in enumerate(self.pair.new.attributions):
            shared = len(set(kept).intersection(_positions(self.pair.new, said.content)))
            if number not in matched and shared > best[1] and shared >= _KEPT * len(kept):
                best = number, shared
        return best[0]

    def came_from_old(self, said: Attribution) -> bool:
        inside = set(_told(self.pair.new, said))
        return bool(inside) and len(inside.intersection(self.became.values())) >= _KEPT * len(inside)

    def had_attribution(self, said: Attribution) -> bool:
        """Whether the old side attributed most of the same words."""
        inside = set(_told(self.pair.new, said))
        side = self.pair.old
        old = {self.became.get(i) for a in side.attributions for i in _positions(side, a.content)}
        return len(inside & old) >= _KEPT * len(inside)


def _positions(side: Side, spans: tuple[Span, ...]) -> list[int]:
    tokens = side.prose.tokens
    return [n for n, i in enumerate(side.words) if any(s.start <= tokens.start[i] < s.end for s in spans)]


def _told(side: Side, said: Attribution) -> list[int]:
    """The words of the content that tell something by themselves: "withdrawn" of "it had withdrawn"."""
    inside = _positions(side, said.content)
    telling = [n for n in inside if side.tag(n) not in _HELPING]
    return telling or inside


def _source_changes(pair: Pair, before: Attribution, after: Attribution) -> Iterator[Change]:
    if not before.source or not after.source or _same_source(pair, before, after):
        return
    one, two = hull(before.source), hull(after.source)
    yield Change(ChangeKind.ATTRIBUTION_CHANGED, one, two)
    named_before, named_after = _is_named(pair.old, before), _is_named(pair.new, after)
    if named_before and not named_after:
        yield Change(ChangeKind.NAMED_TO_ANONYMOUS, one, two)
        yield Change(ChangeKind.NAME, one, two)
    elif named_after and not named_before and _is_anonymous(before):
        yield Change(ChangeKind.ANONYMOUS_TO_NAMED, one, two)


def _same_source(pair: Pair, before: Attribution, after: Attribution) -> bool:
    if before.speaker and after.speaker and before.speaker.name == after.speaker.name:
        return True
    one, two = _source_words(pair.old, before), _source_words(pair.new, after)
    if not one or not two or one <= two:
        return True
    return two <= one and _is_named(pair.old, before) == _is_named(pair.new, after)


def _source_words(side: Side, said: Attribution) -> set[str]:
    """The words up to the first comma that say who it is; empty for a pronoun, which may be anybody."""
    tokens = side.prose.tokens
    telling = (Tag.NAME, Tag.NOUN, Tag.ADJECTIVE)  # "three survivors" for "two survivors" is another number
    inside = _positions(side, said.source)
    ends = (k for k in range(1, len(inside)) if side.words[inside[k]] - side.words[inside[k - 1]] > 1)
    inside = inside[: next(ends, len(inside))]
    return {side.lower[n] for n in inside if tokens.tag[side.words[n]] in telling}


def _is_named(side: Side, said: Attribution) -> bool:
    tokens = side.prose.tokens
    return any(tokens.tag[side.words[n]] is Tag.NAME for n in _positions(side, said.source))


def _is_anonymous(said: Attribution) -> bool:
    return said.speaker is None or said.speaker.type is SpeakerType.ANONYMOUS


@cache
def _cue_classes() -> dict[str, int]:
    """Cue verb -> how firmly it puts its content: -2 denial, -1 doubt, 1 fact. Others are neutral."""
    cues = load("certainty")["cues"]
    return {v: level for name, level in (("denial", -2), ("doubt", -1), ("fact", 1)) for v in cues[name]}


def _stance_changes(pair: Pair) -> Iterator[Change]:
    """A verb of saying in the place of one of another class: "said" for "claimed"."""
    for old, new in pair.replaced:
        before, after = _cue(pair.old, old), _cue(pair.new, new)
        if before and after and before[0] != after[0]:
            yield Change(ChangeKind.STANCE, before[1], after[1], 1 if after[0] > before[0] else -1)


def _cue(side: Side, positions: range) -> tuple[int, Span] | None:
    """The first word of saying or thinking among some words: its class and place."""
    classes, neutral = _cue_classes(), load("certainty")["neutral"]
    for n in positions:
        for base in _bases(side, n):
            if base in classes or base in neutral:
                return classes.get(base, 0), side.span_of(range(n, n + 1))
    return None


def _bases(side: Side, n: int) -> Iterator[str]:
    """What a word may be listed as, the longest first: "pointed" as "point out", "claims" as "claim"."""
    word = side.lower[n]
    base = base_of(word) or word
    if n + 1 < len(side.lower):
        yield f"{base} {side.lower[n + 1]}"
    yield "be sure" if word in ("sure", "certain") else base
    yield word.removesuffix("s")


RULE: ChangeRule = ChangeRule(
    kinds=(
        ChangeKind.ATTRIBUTION_LOST,
        ChangeKind.ATTRIBUTION_ADDED,
        ChangeKind.ATTRIBUTION_CHANGED,
        ChangeKind.NAMED_TO_ANONYMOUS,
        ChangeKind.ANONYMOUS_TO_NAMED,
        ChangeKind.STANCE,
    ),
    summary="Somebody else says it now, or nobody, or it is called by a surer or less sure word.",
    find=find,
    fires=(
        ("The bridge was mined, the ministry said.", "The bridge was mined.", ChangeKind.ATTRIBUTION_LOST),
        ("At least 12 men died on Monday, police said.", "14 men died on Tuesday.", ChangeKind.ATTRIBUTION_LOST),
        ("The bridge was mined.", "The bridge was mined, the ministry said.", ChangeKind.ATTRIBUTION_ADDED),
        ("The army withdrew.", "The army said it had withdrawn.", ChangeKind.ATTRIBUTION_ADDED),
        ("Critics call the law unjust.", "The law is unjust.", ChangeKind.ATTRIBUTION_LOST),
        ("The road was open, police said.", "The road was open, the mayor said.", ChangeKind.ATTRIBUTION_CHANGED),
        ("The mayor said the road was open.", "The mayor claimed the road was open.", ChangeKind.STANCE),
    ),
    silent=(
        ("The minister said the figures were wrong.", "The minister told reporters the figures were wrong."),
        ("According to police, the road was open.", "The road was open, police said."),
        ("The court threw out the case.", "The court dismissed the case."),
        ("The letter suggests that the order was old.", "The letter proves that the order was old."),
    ),
)
