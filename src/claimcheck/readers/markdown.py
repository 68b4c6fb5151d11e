"""Markdown (CommonMark with tables and notes): the words without the markup, each mapped to where the file has it."""

from __future__ import annotations

import datetime
import re

from claimcheck.model import BlockKind, Document
from claimcheck.patterns import compiled
from claimcheck.readers.draft import Draft
from claimcheck.readers.front_matter import date_of, properties_of, read_front_matter, title_of
from claimcheck.readers.lines import line_starts
from claimcheck.readers.reader import whole
from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    _Range: TypeAlias = Any  # of bytes, as {"start": …, "end": …}


_LINE_END = compiled(r"\r(?!\n)")
_UNREADABLE = compiled("[\0\ud800-\udfff]")
_MARK = compiled(r"\[\^([^\]\s]{1,60})\]")
_NUMBERED = compiled(r"\[(?:\^[^\]\s]{1,60}|\d{1,3})\](?!\()")
_BREAK_TAG = compiled(r"<br\b", re.IGNORECASE)
_BLANK = re.compile(rb"\s*")
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough"})
_UNREAD = frozenset({"CodeBlock", "HtmlBlock"})


def parse_markdown(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The text of all blocks but code and HTML; links and footnote marks are citations, and marks no part of it."""
    front = read_front_matter(text, path=path)
    page = _Page(_LINE_END.sub("\n", _UNREADABLE.sub("\ufffd", text)), front.body)
    page.read()
    draft = page.draft
    del text, page  # before the document's own text is made
    return draft.document(
        path=path,
        title=title_of(front),
        date=date,
        own_date=date_of(front, path=path),
        may_be_empty=True,
        properties=properties_of(front),
    )


read = whole(parse_markdown)


class _Block(NamedTuple):
    """A block, or what holds blocks, that is open, and what it makes of the words right in it."""

    end: int = 0  # of its bytes
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    quotes: int = 0  # in how many quotes and lists it is
    items: int = 0
    bookmark: int = 0  # where its words begin
    note: str = ""


class _Link(NamedTuple):
    """A link that is open."""

    target: str
    bookmark: int
    closing: int | None  # the place of its "]", where it keeps its brackets


class _Page:
    """Writes the words of a file as the parser comes to them."""

    def __init__(self, text: str, start: int) -> None:
        self.draft = Draft(starts=line_starts(text))
        self._text = text
        self._start = start
        self._bytes = text[start:].encode()
        self._reached = 0, start  # bytes, and the place in the text
        self._open = [_Block()]
        self._links: list[_Link] = []
        self._words: list[str] = []  # not written yet, and where they come from
        self._length = 0
        self._pieces: list[tuple[int, int]] = []
        self._unread = 0  # how deep in what is not read
        self._mark_end = 0

    def read(self) -> None:
        import pyromark  # here, since the batch mode reads no Markdown

        options = pyromark.Options
        extensions = options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH
        for event, where in pyromark.events_with_range(self._text[self._start :], options=extensions):
            name, inside = _named(event)
            if self._unread:
                self._unread += (name == "Start") - (name == "End")
            elif name == "Text":
                self._write(str(inside), where)
            elif name == "Start":
                self._begin(inside, where)
            elif name == "End":
                self._end(inside)
            elif name in ("SoftBreak", "HardBreak") or (name == "InlineHtml" and _BREAK_TAG.match(str(inside))):
                self._put("\n", self._place(where["start"]))
            elif name == "FootnoteReference":
                self._mark(str(inside))
        self._here()

    def _place(self, byte: int) -> int:
        """Where the text has what begins with that byte; asked for in the order of the file."""
        reached, place = self._reached
        self._reached = byte, place + len(self._bytes[reached:byte].decode())
        return self._reached[1]

    def _put(self, words: str, place: int) -> None:
        self._words.append(words)
        self._pieces.append((self._length, place))
        self._length += len(words)

    def _here(self) -> int:
        """A bookmark in the draft, which then has all words so far."""
        if self._words:
            self.draft.write("".join(self._words), tuple(self._pieces))
            self._words, self._length, self._pieces = [], 0, []
        return self.draft.here()

    def _mark(self, name: str) -> None:
        self._here()
        self.draft.mark(f"^{name}", f"[{name}]")

    def _write(self, words: str, where: _Range) -> None:
        if where["start"] < self._mark_end:
            return
        place = self._place(where["start"])
        # A mark without a note is plain text to the parser, which parts it at its brackets.
        if words == "[" and self._text[place - 1 : place] != "\\" and (mark := _MARK.match(self._text, place)):
            self._mark_end = where["start"] + len(mark[0].encode())
            self._mark(mark[1])
        else:
            self._put(words, place)

    def _begin(self, inside: Any, where: _Range) -> None:
        tag, given = _named(inside)
        if tag == "Link":
            mailed = given["link_type"] == "Email"
            self._begin_link(f"mailto:{given['dest_url']}" if mailed else given["dest_url"], where)
        elif tag == "Image":
            if self._is_alone(where["end"]):
                self.draft.begin(BlockKind.CAPTION)  # of which nothing is written yet
            else:
                self._unread = 1
        elif tag not in _INLINE:
            self._unread = int(tag in _UNREAD)
            if not self._unread:
                self._open.append(self._block(tag, given, where["end"]))
            self._begin_block()

    def _end(self, inside: Any) -> None:
        tag, _ = _named(inside)
        if tag == "Link":
            link = self._links.pop()
            if link.closing is not None:
                self._put("]", link.closing)
            self._here()
            self.draft.link(link.bookmark, link.target)
        elif tag != "Image" and tag not in _INLINE:
            ended = self._open.pop()
            self._begin_block()
            if ended.note:
                self.draft.note(f"^{ended.note}", self.draft.words_since(ended.bookmark))

    def _begin_link(self, target: str, where: _Range) -> None:
        place = self._place(where["start"])
        mark = _NUMBERED.match(self._text, place)  # "[3]" is a mark, and 3 no number of the text
        self._links.append(_Link(target, self._here(), mark and mark.end() - 1))
        if mark:
            self._put("[", place)

    def _is_alone(self, end: int) -> bool:
        """Whether a picture that ends there is all that its block has."""
        blank = _BLANK.match(self._bytes, end)
        ends = blank is not None and blank.end() >= self._open[-1].end
        return ends and not (self._words or self._links or self.draft.is_open)

    def _block(self, tag: str, given: Any, end: int) -> _Block:
        above = self._open[-1]
        block = above._replace(end=end, bookmark=self._here(), note=given if tag == "FootnoteDefinition" else "")
        if tag == "Heading":
            return block._replace(kind=BlockKind.HEADING, level=int(given["level"][1:]))
        if tag == "TableCell":
            return block._replace(kind=BlockKind.TABLE_CELL, level=0)
        if tag == "Item":
            return block._replace(kind=BlockKind.LIST_ITEM, level=above.items + 1, items=above.items + 1)
        if tag == "BlockQuote":
            return block._replace(kind=BlockKind.QUOTE, level=above.quotes + 1, quotes=above.quotes + 1)
        return block

    def _begin_block(self) -> None:
        """What follows is in a block of its own, which is what the innermost of those that are open makes of it."""
        self._here()
        self.draft.begin(self._open[-1].kind, self._open[-1].level)


def _named(item: Any) -> tuple[str, Any]:
    """The name of an event, or of what begins or ends with it, and what it brings along."""
    return (item, None) if isinstance(item, str) else next(iter(item.items()))
