"""Markdown (CommonMark with tables): the words without the markup, each mapped to where it stands in the file."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimcheck.model import BlockKind, Document
from claimcheck.readers.draft import Draft
from claimcheck.readers.front_matter import date_of, properties_of, read_front_matter, title_of
from claimcheck.readers.lines import line_starts
from claimcheck.readers.markdown_inline import Link, write_words
from claimcheck.readers.reader import whole
from claimcheck.readers.tracing import pieces_between

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?")
_MARK = re.compile(r"\[\^([^\]\s]{1,60})\]")
_NOTE = re.compile(r"^\[\^([^\]\s]{1,60})\]:[ \t]{0,8}", re.MULTILINE)


def parse_markdown(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The text of all blocks but code and HTML; links and footnote marks are citations, and marks no part of it."""
    front = read_front_matter(text, path=path)
    page = _Page(text.replace("\0", "\ufffd"))
    page.write(page.text[front.body :], bisect.bisect_left(page.line_starts, front.body))
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


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # here, since the batch mode reads no Markdown

    # Without the two joins, escapes and entities stay tokens of their own that know how the file writes them. Line ends
    # are made alike before, as the rule copies the file in any case; and what is inside a block is read when its turn
    # comes, as the tokens of all blocks are many times as large as the file.
    return (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .disable(["normalize", "text_join", "fragments_join", "inline"])
    )


class _Page:
    """Writes the words of a file, and where each stretch of words comes from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = line_starts(text)
        self.draft = Draft(starts=self.line_starts)
        self._in_note = False

    def write(self, part: str, first_line: int) -> None:
        """Adds the blocks of a part of the file that begins on that line, counted from 0."""
        references: dict[str, Any] = {}
        tokens = _parser().parse(_LINE_END.sub("\n", part) if "\r" in part else part, references)
        del part
        tokens.reverse()
        open_blocks: list[Token] = []
        cursor = 0
        while tokens:
            token = tokens.pop()
            if token.nesting == 1:
                open_blocks.append(token)
            elif token.nesting == -1:
                open_blocks.pop()
            elif token.type == "inline" and token.map and token.content.strip():
                kind, level = _kind(open_blocks)
                first = token.map[0] + first_line
                cursor = max(cursor, self.line_starts[min(first, len(self.line_starts) - 1)])
                lines = self._locate(token.content, first, cursor, cell=kind is BlockKind.TABLE_CELL)
                cursor = lines[-1][1] + 1
                inside: list[Token] = []
                _parser().inline.parse(token.content, _parser(), references, inside)
                self._write_block(kind, level, token.content, inside, lines)
            elif token.type == "code_block" and token.map and self._in_note:  # a note's next paragraphs are indented
                self.write(token.content, token.map[0] + first_line)

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

    def _write_block(
        self, kind: BlockKind, level: int, raw: str, tokens: Sequence[Token], lines: list[tuple[int, int]]
    ) -> None:
        shift = 0
        if len(tokens) == 1 and tokens[0].type == "image":
            kind, raw, shift, tokens = BlockKind.CAPTION, tokens[0].content, 2, tokens[0].children or []
        found = write_words(raw, tokens)
        words = "".join(stretch for stretch, _ in found.stretches)
        if not words.strip():
            return
        pieces = []
        length = 0
        for stretch, at in found.stretches:
            begins, file_at = lines[max(0, bisect.bisect_right(lines, (at + shift, len(self.text))) - 1)]
            pieces.append((length, max(0, file_at + at + shift - begins)))
            length += len(stretch)
        self.draft.begin(kind, level)
        self._in_note = self._in_note and kind is BlockKind.PARAGRAPH and any(lines) and self._indented(lines[0][1])
        self._write_words(words, pieces, found.links, kind, level)

    def _indented(self, file_at: int) -> bool:
        line = self.line_starts[bisect.bisect_right(self.line_starts, file_at) - 1]
        return self.text[line : line + 4].isspace()

    def _write_words(
        self, words: str, pieces: list[tuple[int, int]], links: Sequence[Link], kind: BlockKind, level: int
    ) -> None:
        """The words of a block; those of the notes in it are blocks of their own."""
        notes = list(_NOTE.finditer(words))
        ends = [*(note.start() for note in notes), len(words)]
        self._write_stretch(words, 0, ends[0], pieces, links)
        for note, end in zip(notes, ends[1:], strict=True):
            self.draft.begin(kind, level)
            since = self.draft.here()
            self._write_stretch(words, note.end(), end, pieces, links)
            self.draft.note(f"^{note[1]}", self.draft.words_since(since))
            self._in_note = True
        self.draft.end()

    def _write_stretch(
        self, words: str, start: int, end: int, pieces: list[tuple[int, int]], links: Sequence[Link]
    ) -> None:
        """The words between two offsets, parted where links begin and end, without the marks of notes."""
        marks = {mark.start(): mark for mark in _MARK.finditer(words, start, end)}
        closing = {link.end: link for link in links}
        for linked in links:
            if mark := marks.get(linked.start):  # a note of one word, such as a URL, is a link to CommonMark
                self.draft.note(f"^{mark[1]}", closing.pop(linked.end).target)
        opened: dict[int, int] = {}
        cuts = {start, end, *marks, *(mark.end() for mark in marks.values())}
        cuts |= {at for link in links for at in link[:2] if start <= at <= end}
        opening = {link.start for link in links}
        for at, following in pairwise([*sorted(cuts), end]):
            if link := closing.get(at):
                self.draft.link(opened.get(link.start, self.draft.here()), link.target)
            if at in opening:
                opened[at] = self.draft.here()
            if mark := marks.get(at):
                self.draft.mark(f"^{mark[1]}", f"[{mark[1]}]")
            elif at < following:
                self.draft.write(words[at:following], pieces_between(pieces, at, following))


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
