"""From words as a parser returns them back to where the file has them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence

from claimcheck.model import Document, Mark, SourceMap
from claimcheck.readers.lines import line_starts
from claimcheck.records import replace

Pieces = tuple[tuple[int, int], ...]
_NEAR = 2_000  # characters after the last words, in which any others are looked for
_REACH = 1_000_000  # and those that are long enough to be told from others
_TELLING = 20  # characters
_SPACE = " \t\r\n\f\v"


class Trace:
    """The file with its escapes resolved as the parser resolves them, and a cursor that only moves on."""

    def __init__(self, source: str, escape: re.Pattern[str], meaning: Callable[[re.Match[str]], str]) -> None:
        written: list[str] = []
        pieces: list[tuple[int, int]] = []
        length = after = 0
        for match in escape.finditer(source):
            for words, at in ((source[after : match.start()], after), (meaning(match), match.start())):
                if words:
                    pieces.append((length, at))
                    written.append(words)
                    length += len(words)
            after = match.end()
        pieces.append((length, after))
        self.text = "".join([*written, source[after:]])
        self.line_starts = line_starts(source)
        self._pieces = pieces
        self._cursor = 0

    def find(self, words: str) -> Pieces | None:
        """Where the file has the words, as (offset in the words, offset in the file); None when it does not."""
        core = words.strip(_SPACE)
        if not core:
            return self.here()
        at = self.text.find(core, self._cursor, self._cursor + len(words) + _NEAR)
        if at < 0 and len(core) >= _TELLING:
            at = self.text.find(core, self._cursor, self._cursor + len(words) + _REACH)
        if at < 0:
            return None
        self._cursor = at + len(core)
        lead = len(words) - len(words.lstrip(_SPACE))
        return tuple((offset + lead, where) for offset, where in self._between(at, self._cursor))

    def here(self) -> Pieces:
        """The place that the cursor has reached."""
        return self._between(self._cursor, self._cursor + 1)

    def lead_back(self, document: Document, words: str) -> Document:
        """The document that was read from `words`, with places in the file; where it has them not, with paragraphs."""
        found = self.find(words)
        if found is None:
            marks = tuple(Mark(block.span.start, number) for number, block in enumerate(document.blocks, 1))
            return replace(document, source_map=SourceMap(((0, 0),), line_starts(document.text), marks))
        return replace(document, source_map=_through(document.source_map, found, self.line_starts))

    def _between(self, start: int, end: int) -> Pieces:
        return pieces_between(self._pieces, start, end)


def pieces_between(pieces: Sequence[tuple[int, int]], start: int, end: int) -> Pieces:
    """The places of the words from `start` to `end`, counted from `start`."""
    first = bisect.bisect_right(pieces, (start, 1 << 62)) - 1
    after = bisect.bisect_left(pieces, (end, -1))
    begins, file_at = pieces[first]
    return ((0, file_at + start - begins), *((at - start, where) for at, where in pieces[first + 1 : after]))


def _through(inner: SourceMap, outer: Pieces, starts: tuple[int, ...]) -> SourceMap:
    """From the text over the words that it was read from to the file that these stand in."""
    through = SourceMap(outer, starts)
    pieces: list[tuple[int, int]] = []
    ends = [*(at for at, _ in inner.pieces[1:]), 1 << 62]
    for (at, words_at), end in zip(inner.pieces, ends, strict=True):
        first = bisect.bisect_right(outer, (words_at, 1 << 62))
        after = bisect.bisect_left(outer, (words_at + end - at, -1))
        pieces.append((at, through.file_offset(words_at)))
        pieces += [(at + begins - words_at, where) for begins, where in outer[first:after]]
    return SourceMap(tuple(pieces), starts, guessed=inner.guessed)
