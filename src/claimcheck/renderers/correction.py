"""A correction notice, written from the typed changes alone."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import (
    Amount,
    Change,
    ChangeKind,
    Count,
    Diff,
    DocumentReport,
    Duration,
    Period,
    SentenceLink,
    Span,
    Tag,
    hull,
)
from claimcheck.renderers.visible import visible

_VALUES = (ChangeKind.NUMBER, ChangeKind.BOUND, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.LEGAL_STATUS)
_OTHERS = (
    *(ChangeKind.ATTRIBUTION_CHANGED, ChangeKind.ATTRIBUTION_LOST, ChangeKind.ATTRIBUTION_ADDED),
    *(ChangeKind.HEDGE_ADDED, ChangeKind.HEDGE_DROPPED, ChangeKind.STANCE, ChangeKind.EMPHASIS),
    *(ChangeKind.NEGATION, ChangeKind.QUANTIFIER),
)
# What the new words are called, and the values that they must be for that to be a sentence.
_CALLED: dict[ChangeKind, tuple[str, tuple[type, ...]]] = {
    ChangeKind.NUMBER: ("figure", (Count, Amount, Duration)),
    ChangeKind.BOUND: ("figure", (Count, Amount)),
    ChangeKind.DATE: ("date", (Period,)),
}
_LONGEST = 40  # words of a sentence that is told in another
_QUOTED = frozenset('“”"«»„?!:;')


def correction(diff: Diff) -> str:
    """A sentence for each change of what the text claims, in the order of the new text; empty when there is none."""
    lines = [line for link in diff.links for line in _sentences(link, diff)]
    return "".join(f"{line}\n" for line in lines)


def _sentences(link: SentenceLink, diff: Diff) -> Iterator[str]:
    """What was said, and what is said now. A sentence with several changes is given whole, once."""
    told = [c for c in link.changes if c.kind in (*_VALUES, *_OTHERS)]
    quotes = [c for c in link.changes if c.kind is ChangeKind.QUOTE]
    before, after = _whole(link, diff)
    only = told[0] if len(told) == 1 and not quotes else None
    if only and only.kind in _VALUES and only.before and only.after:
        old, new = _words(only, diff)
        said, called = _reported(link, diff.old), _called(only, only.after, diff)
        if said and called and len(link.edits) == 1:
            yield f"An earlier version of this article said that {said}; the correct {called}."
        else:
            yield f"An earlier version of this article said “{old}” where it now says “{new}”: {after}"
    elif quotes and not told:
        for change in quotes:
            old, new = (words.rstrip(" ,") for words in _words(change, diff))
            if old and new:
                yield f"An earlier version of this article misquoted the words “{new}” as “{old}”."
            else:
                how = "as a quotation" if old else "in its own words"
                yield f"An earlier version of this article gave “{old or new}” {how}."
    elif told or quotes:
        yield f"An earlier version of this article said: “{before}” It should have said: “{after}”"


def _reported(link: SentenceLink, report: DocumentReport) -> str | None:
    """The old sentence as it stands after "said that"; None where that could be no sentence, or an unclear one."""
    if len(link.before) != 1:
        return None
    tokens, sentence = report.prose.tokens, report.prose.sentences[link.before[0]]
    text = visible(sentence.span.of(report.prose.text))
    unclear = any(tokens.tag[i] is Tag.PRONOUN for i in sentence.words)  # "it" and "they" would have lost their names
    if unclear or not text.endswith(".") or _QUOTED & set(text) or not 3 < len(sentence.words) <= _LONGEST:
        return None
    first = sentence.words[0]
    if tokens.tag[first] is Tag.NAME:
        return text[:-1]
    if tokens.tag[first] in (Tag.DETERMINER, Tag.NUMBER, Tag.PREPOSITION, Tag.POSSESSIVE):
        return text[0].lower() + text[1:-1]
    return None


def _called(change: Change, after: Span, diff: Diff) -> str | None:
    """ "figure is 312", "date is 4 May 1992", "name is Dolen"; None where the words are nothing of the kind."""
    words = visible(after.of(diff.new.prose.text))
    if change.kind is ChangeKind.NAME:
        return f"name is {words.rstrip('.')}"
    name, types = _CALLED.get(change.kind, ("", ()))
    if not any(isinstance(value, types) and value.span == after for value in diff.new.values):
        return None
    starts = any(sentence.span.start == after.start for sentence in diff.new.prose.sentences)
    return f"{name} is {(words[0].lower() + words[1:] if starts else words).rstrip('.')}"


def _words(change: Change, diff: Diff) -> tuple[str, str]:
    old = visible(change.before.of(diff.old.prose.text)) if change.before else ""
    new = visible(change.after.of(diff.new.prose.text)) if change.after else ""
    return old, new


def _whole(link: SentenceLink, diff: Diff) -> tuple[str, str]:
    """The linked sentences of both versions."""
    sides = ((link.before, diff.old), (link.after, diff.new))
    one, two = (hull(tuple(r.prose.sentences[n].span for n in ns)).of(r.prose.text) for ns, r in sides)
    return visible(one), visible(two)
