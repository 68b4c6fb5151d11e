"""Splits blocks into sentences; a sentence never crosses a block."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from functools import cache

from claimcheck.grammar import tag, tokenise
from claimcheck.grammar.tokens import Cut, abbreviations
from claimcheck.lexicon import load
from claimcheck.model import BlockKind, Document, Prose, Sentence, Sentences, Span

_TERMINATORS = frozenset(".!?…。") | {"...", ".."}
_CLOSING = frozenset("”’»)]}›") | {"''"}
_OPENING = frozenset("“‘«([{„‚‹") | {"``", "`"}
_EITHER = frozenset("\"'")  # opens or closes, by the space around it
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.TABLE_CELL})
_LONGEST = 400  # tokens: rules look ahead within a sentence, so a text without full stops must not be one sentence


def read_prose(document: Document) -> Prose:
    """The document with its sentences and tagged tokens."""
    cut = tokenise(document.text)
    sentences = Sentences(_sentences(document, cut))
    return Prose(document, sentences, tag(cut, (sentence.words for sentence in sentences)))


def _sentences(document: Document, cut: Cut) -> Iterator[Sentence]:
    for number, block in enumerate(document.blocks):
        words = range(bisect.bisect_left(cut.start, block.span.start), bisect.bisect_left(cut.start, block.span.end))
        if words:
            for piece in (words,) if block.kind in _WHOLE else split(cut, words):
                for part in _bounded(cut, piece):
                    yield Sentence(Span(cut.start[part[0]], cut.end[part[-1]]), number, part)


def split(cut: Cut, words: range) -> Iterator[range]:
    """The sentences of one block, as ranges of token indices that leave no token out."""
    text = cut.text
    start = i = words.start
    while i < words.stop:
        if text[i][-1] in ".!?…。":
            end = _after(cut, i, words.stop)
            if end < words.stop and _ends(cut, start, i, end, words.stop):
                yield range(start, end)
                start = end
            i = max(end, i + 1)
        else:
            i += 1
    if start < words.stop:
        yield range(start, words.stop)


def _bounded(cut: Cut, words: range) -> Iterator[range]:
    """The words in stretches of bearable length, each ending where the text has a semicolon, else a comma, if any."""
    while len(words) > _LONGEST:
        later = range(words.start + _LONGEST - 1, words.start + _LONGEST // 2, -1)
        marks = (next((i for i in later if cut.text[i] == mark), None) for mark in (";", ","))
        end = next((i for i in marks if i is not None), words.start + _LONGEST - 1) + 1
        yield range(words.start, end)
        words = range(end, words.stop)
    yield words


def _after(cut: Cut, i: int, stop: int) -> int:
    """The index after the terminator and the marks that close with it."""
    text = cut.text
    i += 1
    while i < stop:
        word = text[i]
        if word in _TERMINATORS or word in _CLOSING:
            i += 1
        elif word in _EITHER:
            spaced_before = cut.start[i] > cut.end[i - 1]
            spaced_after = i + 1 >= stop or cut.start[i + 1] > cut.end[i]
            if spaced_before and not spaced_after:
                break  # it opens the next sentence
            if spaced_before and i + 1 < stop and _opens(cut, i):
                break
            i += 1
        else:
            break
    return i


def _opens(cut: Cut, i: int) -> bool:
    """Whether a mark with spaces on both sides opens: an even number of its like stand shortly before it."""
    mark = cut.text[i]
    return cut.text[max(0, i - 80) : i].count(mark) % 2 == 0


def _ends(cut: Cut, start: int, i: int, end: int, stop: int) -> bool:
    """Whether the sentence ends before the token `end`, its terminator being at `i`."""
    text = cut.text
    following = end
    while following < stop and (text[following] in _OPENING or text[following] in _EITHER):
        following += 1
    if following == stop:
        return False
    after = text[following]
    first = after[0]
    word = text[i]
    if first.islower() or not (first.isalnum() or first in "$£€¥@#"):
        return False
    spaced = cut.start[end] > cut.end[end - 1]
    if not spaced:
        return word in {".", "?", "!"} and end == i + 1 and _run_together(cut, i, following)
    if len(word) > 1 and word[-1] == "." and word[0] != ".":
        return _after_abbreviation(cut, i, following)
    if word == "." and i == start + 1 and (text[start].isdigit() or len(text[start]) == 1):
        return False  # the number of a list's item
    if word in {"?", "!"} and end > i + 1 and first.isupper() and _reported(cut, following, stop):
        return False  # “Why?” Smith asked.
    return i > start


def _run_together(cut: Cut, i: int, following: int) -> bool:
    """Whether the space after a full stop was forgotten: "in need.And", and after a name before a starter, too."""
    before, after = cut.text[i - 1] if i else "", cut.text[following]
    if len(before) < 2 or not before.isalpha() or len(after) < 2 or not (after[0].isupper() and after[1:].islower()):
        return False
    return before.islower() or (before[1:].islower() and after in _starters())


def _after_abbreviation(cut: Cut, i: int, following: int) -> bool:
    """Whether an abbreviation's full stop is the sentence's as well: "in the U.S. The"."""
    stem, after = cut.text[i][:-1], cut.text[following]
    group = abbreviations().get(stem)
    if group in {"title", "before_number"} or len(stem) == 1:
        return False
    if group == "month" or not after[0].isupper():
        return False
    return after in _starters() or (len(stem) > 1 and after.endswith("ly") and stem in {"a.m", "p.m"})


@cache
def _starters() -> frozenset[str]:
    """Words that, with a capital, begin a sentence and hardly ever a name."""
    groups = (
        "determiner",
        "pronoun",
        "possessive",
        "preposition",
        "conjunction",
        "subordinator",
        "adverb",
        "auxiliary",
    )
    closed = load("closed_class")
    words = [word for group in groups for word in closed[group]]
    return frozenset(
        word.capitalize() for word in (*words, "after", "as", "before", "since", "no", "that", "there", "when", "to")
    )


def _reported(cut: Cut, following: int, stop: int) -> bool:
    """Whether a verb of saying with its subject follows a quotation's question or exclamation mark."""
    for j in range(following, min(stop, following + 5)):
        word = cut.lower[j]
        if word in _saying():
            return j > following
        if not (cut.text[j][0].isupper() or word in {"the", "a", "of"}) or word in {"he", "she", "they", "the"}:
            return False
    return False


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("sentence_ends")["saying"])
