"""Two versions of a text: what changed in what it claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.changes.alignment import Link, Words, align
from claimcheck.changes.pair import MARKS, Pair, Side, Version, stem
from claimcheck.changes.rules import RULES
from claimcheck.lexicon import load
from claimcheck.model import Change, ChangeKind, Claim, Diff, DocumentReport, Edit, SentenceLink, Status

__all__ = ["RULES", "compare"]


def compare(old: DocumentReport, new: DocumentReport) -> Diff:
    """What became of every sentence of the old version, and what changed in what the text claims."""
    links = align(_words(old), _words(new), light=_light())
    kept_old = {i for link in links for i in link.before}
    kept_new = {j for link in links for j in link.after}
    one, two = Version(old), Version(new)
    return Diff(
        old,
        new,
        tuple(_changes(link, one, two) for link in links),
        added=tuple(j for j in range(len(new.prose.sentences)) if j not in kept_new),
        removed=tuple(i for i in range(len(old.prose.sentences)) if i not in kept_old),
    )


def _words(report: DocumentReport) -> list[Words]:
    """The stems of each sentence's words."""
    tokens = report.prose.tokens
    return [
        tuple(stem(tokens.lower[i]) for i in sentence.words if tokens.tag[i] not in MARKS)
        for sentence in report.prose.sentences
    ]


@cache
def _light() -> frozenset[str]:
    return frozenset(stem(word) for words in load("closed_class").values() for word in words)


def _changes(link: Link, old: Version, new: Version) -> SentenceLink:
    pair = Pair(Side(old, link.before), Side(new, link.after))
    one, two = pair.old.span, pair.new.span
    changes = []
    if link.moved:
        changes.append(Change(ChangeKind.MOVED, one, two))
    if len(link.after) > 1:
        changes.append(Change(ChangeKind.SPLIT, one, two))
    if len(link.before) > 1:
        changes.append(Change(ChangeKind.MERGED, one, two))
    if pair.old.text_of(one) != pair.new.text_of(two):
        found = [change for rule in RULES for change in rule.find(pair)]
        if not found and pair.replaced:
            found.append(Change(ChangeKind.REWORDED, one, two))
        changes += found
    changes += _tag_changes(pair)
    return SentenceLink(link.before, link.after, link.likeness, link.moved, tuple(changes), _edits(pair))


def _edits(pair: Pair) -> tuple[Edit, ...]:
    return tuple(
        Edit(pair.old.span_of(r.old) if r.old else None, pair.new.span_of(r.new) if r.new else None)
        for r in pair.replaced
    )


def _tag_changes(pair: Pair) -> list[Change]:
    """Claims for which a source came or went; what became attributed or lost its speaker is called so by a rule."""
    found = []
    for one, two in _same_claims(pair.old.claims, pair.new.claims):
        if one.status is not two.status and Status.SOURCED in (one.status, two.status):
            note = f"{one.status} → {two.status}"
            found.append(Change(ChangeKind.TAG_CHANGED, one.span, two.span, note=note))
    return found


def _same_claims(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The claims that say the same, then those of one kind that are most alike in their words."""
    by_id = {claim.id: claim for claim in old}
    left = list(dict.fromkeys(old))
    rest = []
    for claim in new:
        same = by_id.get(claim.id)
        if same in left:
            left.remove(same)
            yield same, claim
        else:
            rest.append(claim)
    for claim in rest:
        words = frozenset(claim.text.lower().split())
        alike = [
            (len(words & frozenset(o.text.lower().split())), n) for n, o in enumerate(left) if o.kind is claim.kind
        ]
        shared, n = max(alike, default=(0, 0))
        if 2 * shared > len(words):
            yield left.pop(n), claim
