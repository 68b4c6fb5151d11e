"""A correction notice, written from the typed changes alone."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Change, ChangeKind, Diff, SentenceLink, hull
from claimcheck.renderers.visible import visible

_VALUES = (ChangeKind.NUMBER, ChangeKind.BOUND, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.LEGAL_STATUS)
_SAYINGS = (ChangeKind.ATTRIBUTION_CHANGED, ChangeKind.ATTRIBUTION_LOST, ChangeKind.ATTRIBUTION_ADDED)


def correction(diff: Diff) -> str:
    """A sentence for each change of what the text claims, in the order of the new text; empty when there is none."""
    lines = [line for link in diff.links for line in _sentences(link, diff)]
    return "".join(f"{line}\n" for line in lines)


def _sentences(link: SentenceLink, diff: Diff) -> Iterator[str]:
    """What was said, and what is said now. A sentence with several changes is given whole, once."""
    told = [c for c in link.changes if c.kind in (*_VALUES, *_SAYINGS, ChangeKind.NEGATION, ChangeKind.QUANTIFIER)]
    quotes = [c for c in link.changes if c.kind is ChangeKind.QUOTE]
    hedges = [
        c for c in link.changes if c.kind in (ChangeKind.HEDGE_ADDED, ChangeKind.HEDGE_DROPPED, ChangeKind.STANCE)
    ]
    before, after = _whole(link, diff)
    if len(told) == 1 and not quotes and not hedges and told[0].kind in _VALUES and told[0].before and told[0].after:
        old, new = _words(told[0], diff)
        yield f"An earlier version of this article said “{old}” where it now says “{new}”: {after}"
    elif quotes and not told:
        for change in quotes:
            old, new = _words(change, diff)
            if old and new:
                yield f"An earlier version of this article misquoted the words “{new}” as “{old}”."
            else:
                how = "as a quotation" if old else "in its own words"
                yield f"An earlier version of this article gave “{old or new}” {how}."
    elif told or quotes or hedges:
        yield f"An earlier version of this article said: “{before}” It should have said: “{after}”"


def _words(change: Change, diff: Diff) -> tuple[str, str]:
    old = visible(change.before.of(diff.old.prose.text)) if change.before else ""
    new = visible(change.after.of(diff.new.prose.text)) if change.after else ""
    return old, new


def _whole(link: SentenceLink, diff: Diff) -> tuple[str, str]:
    """The linked sentences of both versions."""
    sides = ((link.before, diff.old), (link.after, diff.new))
    one, two = (hull(tuple(r.prose.sentences[n].span for n in ns)).of(r.prose.text) for ns, r in sides)
    return visible(one), visible(two)
