"""Markdown (CommonMark with tables): the words without the markup, each mapped to where it stands in the file."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.model import Block, BlockKind, Citation, Document, SourceMap, Span
from claimcheck.readers.datelines import date_line, find_dateline
from claimcheck.readers.front_matter import date_of, read_front_matter, title_of
from claimcheck.readers.lines import line_starts
from claimcheck.readers.markdown_inline import write_words
from claimcheck.readers.reader import Reader

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile(r"\[\^([^\]\s]{1,60})\]")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,60})\]:[ \t]{0,8}", re.MULTILINE)
_URL = re.compile(r"https?://[^\s<>]{1,2000}")


def parse_markdown(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The text of all blocks but code and HTML, blocks parted by an empty line; links and footnote marks cited."""
    front = read_front_matter(text, path=path)
    page = _Page(text.replace("\0", "\ufffd"), front.body)
    page.write(_parser().parse(page.text[front.body :]))
    blocks, words = tuple(page.blocks), "".join(page.written)
    title = title_of(front) or next(
        (b.span.of(words) for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None
    )
    found = next((day for block in blocks[:8] if (day := date_line(block.span.of(words)))), None)
    blocks, filed = _with_dateline(words, blocks)
    return Document(
        text=words,
        blocks=blocks,
        source_map=SourceMap(tuple(page.pieces) or ((0, 0),), page.line_starts),
        path=path,
        title=title and " ".join(title.split()),
        date=date or date_of(front, path=path) or found or filed,
        citations=page.citations(),
    )


READER = Reader("markdown", (".md", ".markdown", ".mdown"), parse_markdown)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # here, since the batch mode reads no Markdown

    # Without the two joins, escapes and entities stay tokens of their own that know how the file writes them.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["text_join", "fragments_join"])


def _with_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], datetime.date | None]:
    for number, block in enumerate(blocks[:8]):
        if block.kind is BlockKind.PARAGRAPH and (found := find_dateline(text, block.span)):
            parted = (Block(BlockKind.DATELINE, found.span), Block(block.kind, Span(found.story, block.span.end)))
            return (*blocks[:number], *parted, *blocks[number + 1 :]), found.date
    return blocks, None


class _Page:
    """Collects the words of a file, its blocks and citations, and where each stretch of words comes from."""

    def __init__(self, text: str, body: int) -> None:
        self.text = text
        self.line_starts = line_starts(text)
        self.written: list[str] = []
        self.length = 0
        self.pieces: list[tuple[int, int]] = []
        self.blocks: list[Block] = []
        self._first_line = bisect.bisect_left(self.line_starts, body)
        self._links: list[Citation] = []
        self._marks: list[tuple[Span, str]] = []
        self._notes: dict[str, str] = {}

    def citations(self) -> tuple[Citation, ...]:
        """Links, and footnote marks with the URL in their note, else the note's name, else None: there is no note."""
        linked = {link.span for link in self._links}
        marks = [Citation(span, self._notes.get(name), name) for span, name in self._marks if span not in linked]
        return tuple(sorted((*self._links, *marks), key=lambda citation: citation.span))

    def write(self, tokens: Sequence[Token]) -> None:
        """Adds the blocks of a parsed file."""
        open_blocks: list[Token] = []
        cursor = 0
        for token in tokens:
            if token.nesting == 1:
                open_blocks.append(token)
            elif token.nesting == -1:
                open_blocks.pop()
            elif token.type == "inline" and token.map and token.content.strip():
                kind, level = _kind(open_blocks)
                first = token.map[0] + self._first_line
                cursor = max(cursor, self.line_starts[min(first, len(self.line_starts) - 1)])
                lines = self._locate(token.content, first, cursor, cell=kind is BlockKind.TABLE_CELL)
                cursor = lines[-1][1] + 1
                self._write_block(kind, level, token, lines)

    def _locate(self, raw: str, first: int, cursor: int, *, cell: bool) -> list[tuple[int, int]]:
        """For each line of a block's raw words, its offset there and in the file."""
        found = []
        offset = 0
        for number, line in enumerate(raw.split("\n"), first):
            end = self.line_starts[number + 1] if number + 1 < len(self.line_starts) else len(self.text)
            words = line.strip()
            # What stands before a line (">", "-") may hold the same characters, what stands behind it only white space;
            # cells stand in a row, and a heading's closing "#" is no part of it.
            at = -1 if cell else len(self.text[cursor:end].rstrip()) + cursor - len(words)
            if at < cursor or not self.text.startswith(words, at):
                at = self.text.find(words, cursor, end)
            at = cursor if at < 0 else at
            found.append((offset + len(line) - len(line.lstrip()), at))
            cursor = max(cursor, at if cell else end)
            offset += len(line) + 1
        return found

    def _write_block(self, kind: BlockKind, level: int, token: Token, lines: list[tuple[int, int]]) -> None:
        tokens, raw, shift = token.children or [], token.content, 0
        if len(tokens) == 1 and tokens[0].type == "image":
            kind, raw, shift, tokens = BlockKind.CAPTION, tokens[0].content, 2, tokens[0].children or []
        found = write_words(raw, tokens)
        words = "".join(stretch for stretch, _ in found.stretches)
        if not words.strip():
            return
        if self.length:
            self._add("\n\n", lines[0][1])
        start = self.length
        for stretch, at in found.stretches:
            begins, file_at = lines[max(0, bisect.bisect_right(lines, (at + shift, len(self.text))) - 1)]
            self._add(stretch, max(0, file_at + at + shift - begins))
        for link in found.links:
            span = Span(start + link.start, start + link.end)
            self._links.append(Citation(span, link.target, words[link.start : link.end]))
        self._marks += [
            (Span(start + mark.start(), start + mark.end()), f"^{mark[1]}")
            for mark in _MARK.finditer(words)
            if not _NOTE.match(words, mark.start())
        ]
        notes = list(_NOTE.finditer(words))
        starts = [0, *(note.end() for note in notes)]
        ends = [*(note.start() for note in notes), len(words)]
        for note, end in zip(notes, ends[1:], strict=True):
            url = _URL.search(words, note.end(), end)
            self._notes[f"^{note[1]}"] = url[0].rstrip(".,;)") if url else f"^{note[1]}"
        for begin, end in zip(starts, ends, strict=True):
            if words[begin:end].strip():
                self.blocks.append(Block(kind, Span(start + begin, start + len(words[:end].rstrip())), level))

    def _add(self, words: str, file_at: int) -> None:
        self.pieces.append((self.length, file_at))
        self.written.append(words)
        self.length += len(words)


def _kind(open_blocks: Sequence[Token]) -> tuple[BlockKind, int]:
    """What the innermost of the open blocks makes of the words in it, and its level."""
    for token in reversed(open_blocks):
        if token.type == "heading_open":
            return BlockKind.HEADING, int(token.tag[1])
        if token.type in ("th_open", "td_open"):
            return BlockKind.TABLE_CELL, 0
        if token.type in ("list_item_open", "blockquote_open"):
            level = sum(other.type == token.type for other in open_blocks)
            return (BlockKind.QUOTE if token.type == "blockquote_open" else BlockKind.LIST_ITEM), level
    return BlockKind.PARAGRAPH, 0
