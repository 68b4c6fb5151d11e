"""Two versions of a text: what changed in what it claims."""

from __future__ import annotations

from functools import cache

from claimcheck.changes.alignment import Link, Words, align
from claimcheck.changes.pair import MARKS, Pair, Side, Version, stem
from claimcheck.changes.rules import RULES
from claimcheck.lexicon import load
from claimcheck.model import Change, ChangeKind, Diff, DocumentReport, Edit, SentenceLink

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
    """The same claim with another tag: a source came or went."""
    old = {claim.id: claim for claim in pair.old.claims}
    same = [(old[claim.id], claim) for claim in pair.new.claims if claim.id in old]
    return [Change(ChangeKind.TAG_CHANGED, one.span, two.span) for one, two in same if one.status is not two.status]
