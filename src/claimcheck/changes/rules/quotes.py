"""Words in quotation marks that are no longer the same words, or no longer in marks."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.model import Change, ChangeKind, Span, Tag
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

_OPENING = ("“", "``", "«")
_CLOSING = ("”", "''", "»")
_SINGLE = ("'", "’", "‘")  # also apostrophes, and quotations within quotations
_HELD = compiled(r"(?<![\w'’])['‘]((?:[\w-]{1,30}[ ]){0,2}[\w-]{1,30})['’](?!\w)")
_FEW = 3  # words in marks that are no speech: the "miracle"
_KEPT = 0.5  # the share of a quotation's words that must stand on the other side for it to be the same speech


class Quoted(NamedTuple):
    """A stretch between quotation marks; `words` without the marks and punctuation."""

    words: tuple[str, ...]
    span: Span


def find(pair: Pair) -> Iterator[Change]:
    """Quotations of one side that the other has with other words, or without marks."""
    old, new = _quoted(pair.old), _quoted(pair.new)
    only_old = [q for q in old if q.words not in {n.words for n in new}]
    only_new = [q for q in new if q.words not in {o.words for o in old}]
    for before, after in zip(only_old, only_new, strict=False):
        yield Change(ChangeKind.QUOTE, before.span, after.span)
    shared = min(len(only_old), len(only_new))
    for quoted in only_old[shared:]:
        if _share(quoted.words, pair.new.lower) >= _KEPT:
            yield Change(ChangeKind.QUOTE, quoted.span, None, int(_is_distance(quoted)))
    for quoted in only_new[shared:]:
        if _share(quoted.words, pair.old.lower) >= _KEPT:
            yield Change(ChangeKind.QUOTE, None, quoted.span, -int(_is_distance(quoted)))


def _is_distance(quoted: Quoted) -> bool:
    """Whether the marks hold a word or two at arm's length: without them the text says it in its own voice."""
    return len(quoted.words) <= _FEW


def _share(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    known = set(others)
    return sum(word in known for word in words) / max(1, len(words))


def _quoted(side: Side) -> list[Quoted]:
    """Stretches between an opening mark and the next one that closes; curly marks may be left open at either end."""
    tokens = side.prose.tokens
    found: list[Quoted] = []
    start: int | None = None
    words: list[str] = []
    inside = [i for n in side.sentences for i in side.prose.sentences[n].words]
    marks = [tokens.text[i] for i in inside if tokens.tag[i] is Tag.QUOTE and tokens.text[i] in "“”"]
    if marks[:1] == ["”"]:
        start = tokens.start[inside[0]]  # opened in the sentence before
    for i in inside:
        mark = tokens.text[i]
        if tokens.tag[i] is Tag.QUOTE and mark not in _SINGLE:
            if words and mark not in _OPENING and start is not None:
                found.append(Quoted(tuple(words), Span(start, tokens.start[i])))
                start, words = None, []
            elif start is not None or mark not in _CLOSING:
                start, words = tokens.end[i], []  # also a second mark beside the first, or a quotation in a quotation
        elif start is not None and tokens.tag[i] is not Tag.PUNCTUATION:
            words.append(tokens.lower[i])
    if start is not None and words and marks[-1:] == ["“"]:
        found.append(Quoted(tuple(words), Span(start, tokens.end[inside[-1]])))
    return sorted([*found, *_held(side, found)], key=lambda quoted: quoted.span)


def _held(side: Side, quoted: list[Quoted]) -> Iterator[Quoted]:
    """At most three words between single marks, outside other quotations."""
    for match in _HELD.finditer(side.prose.text, *side.span):
        span = Span(*match.span(1))
        if not any(other.span.overlaps(span) for other in quoted):
            yield Quoted(tuple(match[1].lower().split()), span)


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.QUOTE,),
    summary="Quoted words were changed, or lost or gained their quotation marks.",
    find=find,
    fires=(
        ("“We will never leave,” she said.", "“We will not leave,” she said.", ChangeKind.QUOTE),
        ("The 'miracle' drew thousands.", "The miracle drew thousands.", ChangeKind.QUOTE),
        ("Dolen said that the men were masked.", "“The men were masked,” Dolen said.", ChangeKind.QUOTE),
    ),
    silent=(
        ('"They took my son," Dolen said.', "“They took my son,” Dolen said."),
        ("The 'miracle' drew the guards' sons.", "The ‘miracle’ drew the guards’ sons."),
    ),
)
