"""A document in the making: words, blocks, citations, and where each stretch of words comes from."""

from __future__ import annotations

import bisect
import datetime

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Block, BlockKind, Citation, Document, Mark, Properties, SourceMap, Span
from claimcheck.patterns import compiled
from claimcheck.readers.datelines import date_line, find_dateline, with_times
from claimcheck.readers.lines import line_starts
from claimcheck.readers.tracing import Pieces, Trace
from claimcheck.records import NamedTuple

_URL = compiled(r"https?://[^\s<>\"]{1,2000}")
_STRETCH = compiled(r"[ \t\r\n\f\v]+|\xad+|[^ \t\r\n\f\v\xad]+(?:[ \n][^ \t\r\n\f\v\xad]+)*")
_SOFT_HYPHEN = "\xad"  # says where a word may be parted, and is none of it
_SPACE = " \t\r\n\f\v"
_HEAD = 8  # blocks among which a date may stand


class _Note(NamedTuple):
    at: int
    name: str
    label: str


class Draft:
    """Takes the words of a document in order.

    With a trace, or with the places of the words, they lead back to lines; without, to paragraphs.
    """

    def __init__(self, trace: Trace | None = None, *, starts: tuple[int, ...] | None = None) -> None:
        self.length = 0
        self.page: int | None = None
        self._trace = trace
        self._starts = starts if trace is None else trace.line_starts
        self._written: list[str] = []
        self._blocks: list[Block] = []
        self._citations: list[Citation] = []
        self._marked: list[_Note] = []
        self._notes: dict[str, str] = {}
        self._pieces: list[tuple[int, int]] = []
        self._guessed: set[int] = set()
        self._marks: list[Mark] = []
        self._paragraph = 0
        self._kind, self._level, self._start = BlockKind.PARAGRAPH, 0, -1
        self._gap = False

    @property
    def is_open(self) -> bool:
        """Whether the block at hand has words."""
        return self._start >= 0

    def begin(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Ends the block at hand; the next words are those of a new one."""
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        if self._start >= 0:
            self._blocks.append(Block(self._kind, Span(self._start, self.length), self._level))
        self._start = -1
        self._gap = False
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def write(self, words: str, where: Pieces = ()) -> None:
        """Adds words to the block, every run of white space as one space or line break."""
        guessed = False
        if self._trace is not None:
            found = self._trace.find(words)
            guessed = found is None
            where = self._trace.here() if found is None else found
        for match in _STRETCH.finditer(words):
            if match[0][0] in _SPACE:
                self._gap = True
                continue
            if match[0][0] == _SOFT_HYPHEN:
                continue
            self._open()
            if self._gap and self.length > self._start:
                self._put(" ")
            self._gap = False
            if where:
                self._place(match.start(), match.end(), where, guessed=guessed)
            self._put(match[0])

    def skip(self, words: str) -> None:
        """Passes over words of the file that are none of the document's."""
        if self._trace is not None:
            self._trace.find(words)

    def turn(self, page: int) -> None:
        """The next words stand on this page, on which paragraphs are counted anew."""
        self.page = page
        self._paragraph = 0
        if self.is_open:
            self._paragraph = 1
            self._marks.append(Mark(self.length, 1, page))

    def here(self) -> int:
        """A bookmark, for `link` and `words_since`."""
        return len(self._written)

    def link(self, since: int, target: str, label: str = "") -> None:
        """The words since the bookmark lead to the target."""
        words = "".join(self._written[since:]).lstrip()
        if words:
            self._citations.append(Citation(Span(self.length - len(words), self.length), target, label or words))

    def mark(self, name: str, label: str) -> None:
        """A mark here leads to the note of that name, which may follow later; it is no part of the text."""
        self._marked.append(_Note(self.length, name, label))

    def note(self, name: str, words: str) -> None:
        """What the note of that name says."""
        self._notes.setdefault(name, " ".join(words.split()))

    def words_since(self, bookmark: int) -> str:
        return "".join(self._written[bookmark:])

    def document(
        self,
        *,
        path: str,
        title: str | None = None,
        date: datetime.date | None = None,
        own_date: datetime.date | None = None,
        properties: Properties | None = None,
        may_be_empty: bool = False,
    ) -> Document:
        """The whole; `date` outranks what the text says, and `own_date` what stands in its first lines.

        Raises ClaimcheckError when there are no words, unless the format is also used for what has none.
        """
        self.end()
        text = "".join(self._written)
        if not text and not may_be_empty:
            raise ClaimcheckError("holds no text", path=path)
        lined = next((day for block in self._blocks[:_HEAD] if (day := date_line(block.span.of(text)))), None)
        blocks, filed = with_dateline(text, with_times(text, tuple(self._blocks)))
        return Document(
            text=text,
            blocks=blocks,
            source_map=self._source_map(text),
            path=path,
            title=(title and " ".join(title.split())) or title_in(text, blocks),
            date=date or own_date or lined or filed,
            citations=self._all_citations(text),
            properties=properties or Properties(),
        )

    def _open(self) -> None:
        if self.is_open:
            return
        if self.length:
            self._put("\n\n")
        self._start = self.length
        if self._starts is None:
            self._paragraph += 1
            self._marks.append(Mark(self.length, self._paragraph, self.page))

    def _place(self, start: int, end: int, where: Pieces, *, guessed: bool) -> None:
        after = bisect.bisect_right(where, (start, 1 << 62))
        at, file_at = where[after - 1]
        inside = where[after : bisect.bisect_left(where, (end, -1))]
        pieces = ((start, file_at + (0 if guessed else start - at)), *inside)
        self._pieces += [(self.length + at - start, file_at) for at, file_at in pieces]
        if guessed:
            self._guessed.add(self.length)

    def _put(self, words: str) -> None:
        self._written.append(words)
        self.length += len(words)

    def _source_map(self, text: str) -> SourceMap:
        if self._starts is None:
            return SourceMap(((0, 0),), line_starts(text), tuple(self._marks))
        return SourceMap(tuple(self._pieces) or ((0, 0),), self._starts, guessed=frozenset(self._guessed))

    def _all_citations(self, text: str) -> tuple[Citation, ...]:
        marks = []
        for at, name, label in self._marked:
            note = self._notes.get(name)
            url = _URL.search(note or "")
            target = url[0].rstrip(".,;)") if url else None if note is None else name
            marks.append(Citation(Span(at, at), target, label, note or ""))
        return tuple(sorted((*self._citations, *marks), key=lambda citation: citation.span))


def with_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], datetime.date | None]:
    """The blocks with the dateline among the first of them as one of its own, and its date."""
    for number, block in enumerate(blocks[:_HEAD]):
        if block.kind is BlockKind.PARAGRAPH and (found := find_dateline(text, block.span)):
            parted = (Block(BlockKind.DATELINE, found.span), Block(block.kind, Span(found.story, block.span.end)))
            return (*blocks[:number], *parted, *blocks[number + 1 :]), found.date
    return blocks, None


def title_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The first heading of the first level."""
    found = next((b.span.of(text) for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None)
    return found and " ".join(found.split())
