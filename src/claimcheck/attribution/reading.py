"""A text as the rules of attribution read it: in units that a quotation does not break."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterator, Sequence

from claimcheck.attribution.quotations import Quoted, find_quotations
from claimcheck.model import Prose, Span, Tag, Tokens
from claimcheck.records import dataclass

_MARKS = (Tag.PUNCTUATION, Tag.QUOTE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that a quotation runs through."""

    words: range
    block: int
    number: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A prose with its quotations. `quoted_by` gives for each token the index of its quotation (marks too), or -1."""

    prose: Prose
    quotations: tuple[Quoted, ...]
    quotation_words: tuple[range, ...]
    quoted_by: Sequence[int]
    units: tuple[Unit, ...]

    @property
    def tokens(self) -> Tokens:
        return self.prose.tokens

    def is_word(self, i: int) -> bool:
        return self.prose.tokens.tag[i] not in _MARKS

    def tight(self, words: range) -> range:
        """The words without the punctuation at their edges, quotation marks kept."""
        start, end = words.start, words.stop
        tag, quoted = self.tokens.tag, self.quoted_by
        while (
            start < end
            and tag[start] is Tag.PUNCTUATION
            and quoted[start] < 0
            and self.tokens.text[start] not in "$€£#@("
        ):
            start += 1
        while (
            end > start
            and tag[end - 1] is Tag.PUNCTUATION
            and quoted[end - 1] < 0
            and self.tokens.text[end - 1] not in "%)"
        ):
            end -= 1
        return range(start, end)

    def span(self, words: range) -> Span:
        return self.tokens.span(words)


def read(prose: Prose) -> Reading:
    """The prose with its quotations found and its sentences joined where a quotation runs through them."""
    tokens = prose.tokens
    quotations = find_quotations(prose.document)
    ranges, quoted_by = words_quoted(tokens, quotations)
    units: list[Unit] = []
    for sentence in prose.sentences:
        for words in _at_quotations(tokens, ranges, quoted_by, sentence.words):
            first = words.start
            if units and first and quoted_by[first] >= 0 and quoted_by[first] == quoted_by[first - 1]:
                units[-1] = Unit(range(units[-1].words.start, words.stop), sentence.block, len(units) - 1)
            else:
                units.append(Unit(words, sentence.block, len(units)))
    return Reading(prose, quotations, ranges, quoted_by, tuple(units))


def words_quoted(tokens: Tokens, quotations: tuple[Quoted, ...]) -> tuple[tuple[range, ...], Sequence[int]]:
    """The tokens of each quotation, and for each token the index of its quotation or -1."""
    ranges = tuple(
        range(bisect.bisect_left(tokens.start, q.outer.start), bisect.bisect_left(tokens.start, q.outer.end))
        for q in quotations
    )
    quoted_by = array("i", [-1]) * len(tokens.start)
    for number, words in enumerate(ranges):
        for i in words:
            quoted_by[i] = number
    return ranges, quoted_by


def _at_quotations(
    tokens: Tokens, ranges: tuple[range, ...], quoted_by: Sequence[int], words: range
) -> Iterator[range]:
    """The sentence, cut where a full stop and then a quotation stand in it."""
    start = words.start
    for i in words:
        if quoted_by[i] >= 0 and i > start + 1 and ranges[quoted_by[i]].start == i and quoted_by[i - 1] < 0:
            before = tokens.text[i - 1]
            if (
                before in (".", "?", "!")
                and tokens.start[i] > tokens.end[i - 1]
                and tokens.text[min(i + 1, words.stop - 1)][:1].isupper()
            ):
                yield range(start, i)
                start = i
    yield range(start, words.stop)
