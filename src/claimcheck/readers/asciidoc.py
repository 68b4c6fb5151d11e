"""AsciiDoc, as far as articles use it: no maintained library reads it in Python.

Blocks, lists, tables, quotations, notes and the header are told apart; conditions and includes are not followed.
"""

from __future__ import annotations

import datetime
import re

from claimcheck.model import BlockKind, Document, Properties, Span
from claimcheck.patterns import compiled
from claimcheck.readers.draft import Draft
from claimcheck.readers.lines import line_starts
from claimcheck.readers.reader import whole
from claimcheck.records import NamedTuple

_HEADING = compiled(r"(={1,6}|#{1,6})[ \t]{1,8}(?=\S)")
_ATTRIBUTE = compiled(r":!?([\w-]{1,60})!?:(?:[ \t]{1,8}(.*))?")
_ITEM = compiled(r"[ \t]{0,20}(\*{1,5}|-|\.{1,5}|\d{1,3}[.)]|[a-z]\.)[ \t]{1,8}(?=\S)")
_TERM = compiled(r"[^\s:].{0,200}?(:{2,4}|;;)(?:[ \t]{1,8}|$)")
_DELIMITER = compiled(r"(?P<code>-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}.*)|(?P<quote>_{4,})|(?P<open>={4,}|\*{4,}|--)")
_MACRO_LINE = compiled(
    r"(?:image|video|audio|include|ifdef|ifndef|endif|toc|ifeval)::|\[\[|\[[^\]]{0,300}\]$|'''$|<<<$"
)
_QUOTED = compiled(r"\[(?:quote|verse)\b", re.IGNORECASE)
_CODED = compiled(r"\[(?:source|listing|literal|stem)\b", re.IGNORECASE)
_CELL = compiled(r"(?:\d{0,3}(?:\.\d{1,3})?[+*])?[<^>.]{0,3}[aehlmsv]?\|")
_INLINE = compiled(
    r"(?P<escaped>\\[*_`#^~\[{+])"
    r"|(?P<opening>``(?=(?:[^`']|'(?!')){1,2000}'')|\"`(?=\S))|(?P<closing>''|(?<=\S)`\")"
    r"|(?P<code>``[^`\n]{1,500}``|(?<!\w)`[^`\n]{1,500}`(?!\w)|\+\+\+.{0,500}?\+\+\+|(?:stem|kbd|btn|pass|image|icon):\S{0,300}?\[[^\]]{0,300}\])"
    r"|footnote(?:ref)?:(?P<note>[\w-]{0,60})\[(?P<said>(?:[^\[\]]|\[[^\[\]]{0,300}\]){0,2000})\]"
    r"|(?P<link>(?:link:|mailto:|xref:)?(?:https?://|(?<=link:)|(?<=mailto:)|(?<=xref:))[^\s\[\]<>]{1,2000})\[(?P<words>[^\]]{0,500})\]"
    r"|(?P<url>https?://[^\s\[\]<>]{1,2000}[^\s\[\]<>.,;:!?)])"
    r"|<<(?P<cross>[^,>]{1,200})(?:,(?P<named>[^>]{1,300}))?>>"
    r"|\{(?P<attribute>[\w-]{1,60})\}"
    r"|(?P<anchor>\[\[[^\]]{1,200}\]\]|\[#[^\]]{1,100}\](?=#))"
    r"|(?P<hard>[ ]\+(?=\r?\n|\Z))"
    r"|(?P<mark>\*\*|__|##|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)|(?<=\S)_(?![\w_])"
    r"|(?<![\w#])#(?=\S)|(?<=\S)#(?![\w#])|\^(?=\S)|(?<=\S)~)"
)
_SIGNS = {"nbsp": "\xa0", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "quot": '"', "empty": "", "sp": " "}
_DAY = compiled(r"\d{4}-\d{2}-\d{2}")


class _Line(NamedTuple):
    at: int
    words: str


def parse_asciidoc(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The blocks of a text without code; links, notes and cross references are citations."""
    page = _Page(text)
    page.read()
    about = Properties(authors=page.authors)
    return page.draft.document(path=path, date=date, own_date=page.date, may_be_empty=True, properties=about)


read = whole(parse_asciidoc)


class _Page:
    def __init__(self, text: str) -> None:
        starts = line_starts(text)
        ends = (*starts[1:], len(text))
        self._lines = [_Line(a, text[a:b].rstrip()) for a, b in zip(starts, ends, strict=True)]
        self.draft = Draft(starts=starts)
        self.authors: tuple[str, ...] = ()
        self.date: datetime.date | None = None
        self._attributes: dict[str, str] = dict(_SIGNS)
        self._text = text
        self._pending: Span | None = None  # the words of the block at hand
        self._notes: list[tuple[str, int, str]] = []
        self._quoting: str | None = None  # the line that ends the quotation
        self._next: BlockKind | None = None  # what a line in brackets makes of the next block

    def read(self) -> None:
        at = self._header()
        while at < len(self._lines):
            at = self._line(at)
        self._end()
        for name, where, words in self._notes:
            since = self.draft.here()
            self._inline(words, where)
            self._end()
            self.draft.note(name, self.draft.words_since(since))

    def _header(self) -> int:
        """Writes the title; reads authors, revision and attributes."""
        at = 0
        while at < len(self._lines) and (not self._lines[at].words or self._lines[at].words.startswith("//")):
            at += 1
        if at == len(self._lines) or not self._lines[at].words.startswith("= "):
            return at
        self._heading(self._lines[at])
        at += 1
        for number, line in enumerate(self._lines[at : at + 100]):
            if not line.words:
                return at + number
            if found := _ATTRIBUTE.fullmatch(line.words):
                self._attribute(found[1], found[2] or "")
            elif found := _DAY.search(line.words):
                self._attribute("revdate", found[0])
            elif number == 0:
                self.authors = tuple(part.split("<")[0].strip() for part in line.words.split(";"))
        return min(at + 100, len(self._lines))

    def _attribute(self, name: str, words: str) -> None:
        self._attributes[name] = words
        if name in ("author", "authors"):
            self.authors = tuple(part.strip() for part in words.split(";"))
        if name in ("date", "revdate"):
            try:
                self.date = datetime.date.fromisoformat(words.strip()[:10])
            except ValueError:
                return

    def _line(self, at: int) -> int:
        """Reads one line, or the block that it opens; the number of the next."""
        line = self._lines[at]
        words = line.words
        delimiter = _DELIMITER.fullmatch(words)
        if not words or words == "+":
            self._end()
        elif words == self._quoting:
            self._end()
            self._quoting = None
        elif delimiter and (delimiter["code"] or self._next is BlockKind.HEADING):
            self._next = None
            return self._after(at, words)
        elif delimiter and (delimiter["quote"] or (self._next is BlockKind.QUOTE)):
            self._quoting, self._next = words, None
            self._end()
        elif delimiter:
            self._end()
        elif words == "|===":
            return self._table(at + 1)
        elif words.startswith("//"):
            return at + 1
        elif self._pending is not None and not _ITEM.match(words):
            self._write(line)
        else:
            return self._block(at)
        return at + 1

    def _block(self, at: int) -> int:
        line = self._lines[at]
        words = line.words
        kind = BlockKind.QUOTE if self._quoting or self._next is BlockKind.QUOTE else BlockKind.PARAGRAPH
        if _MACRO_LINE.match(words):
            # A heading cannot be told to be one by a line in brackets, so that it can stand for code here.
            self._next = BlockKind.QUOTE if _QUOTED.match(words) else BlockKind.HEADING if _CODED.match(words) else None
            return at + 1
        if self._next is BlockKind.HEADING:
            self._next = None
            return self._after(at, "")
        self._next = None
        if found := _ATTRIBUTE.fullmatch(words):
            self._attribute(found[1], found[2] or "")
        elif _HEADING.match(words):
            self._heading(line)
        elif words.startswith(".") and re.match(r"\.[^\s.]", words):
            self._begin(BlockKind.CAPTION)
            self._write(_Line(line.at + 1, words[1:]))
            self._end()
        elif found := _ITEM.match(words):
            level = len(found[1]) if found[1][0] in "*." else 1
            self._begin(BlockKind.LIST_ITEM, level)
            self._write(_Line(line.at + found.end(), words[found.end() :]))
        elif found := _TERM.match(words):
            self._begin(BlockKind.LIST_ITEM, 1)
            self._write(_Line(line.at, words[: found.start(1)]))
            self._begin(BlockKind.LIST_ITEM, 1)
            self._write(_Line(line.at + found.end(), words[found.end() :]))
        elif words[0] in " \t":
            return self._after(at, "")  # a literal paragraph
        else:
            self._begin(kind, int(kind is BlockKind.QUOTE))
            self._write(line)
        return at + 1

    def _after(self, at: int, closing: str) -> int:
        """The number of the line after the one that closes what begins here."""
        self._end()
        end = next((n for n in range(at + 1, len(self._lines)) if self._lines[n].words == closing), len(self._lines))
        return end + 1

    def _heading(self, line: _Line) -> None:
        found = _HEADING.match(line.words)
        if found:
            self._begin(BlockKind.HEADING, len(found[1]))
            self._write(_Line(line.at + found.end(), line.words[found.end() :]))
            self._end()

    def _table(self, at: int) -> int:
        while at < len(self._lines) and self._lines[at].words != "|===":
            line = self._lines[at]
            cells = list(_CELL.finditer(line.words))
            if not cells and line.words:
                self._write(line)
            ends = [*(cell.start() for cell in cells[1:]), len(line.words)]
            for cell, end in zip(cells, ends, strict=False):
                self._begin(BlockKind.TABLE_CELL)
                self._write(_Line(line.at + cell.end(), line.words[cell.end() : end]))
            at += 1
        self._end()
        return at + 1

    def _write(self, line: _Line) -> None:
        """Adds a line to the block at hand, whose markup may reach over its lines."""
        begin = line.at if self._pending is None else self._pending.start
        self._pending = Span(begin, line.at + len(line.words))

    def _begin(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        self._end()
        self.draft.begin(kind, level)

    def _end(self) -> None:
        if self._pending is not None:
            self._inline(self._pending.of(self._text), self._pending.start)
        self._pending = None
        self.draft.end()

    def _inline(self, words: str, at: int) -> None:
        cursor = 0
        for found in _INLINE.finditer(words):
            self._plain(words[cursor : found.start()], at + cursor)
            cursor = found.end()
            self._markup(found, at)
        self._plain(words[cursor:], at + cursor)

    def _plain(self, words: str, at: int) -> None:
        self.draft.write(words, ((0, at),))

    def _markup(self, found: re.Match[str], at: int) -> None:
        if found["opening"] or found["closing"]:
            self.draft.write("“" if found["opening"] else "”", ((0, at + found.start()),))
        elif found["escaped"]:
            self._plain(found[0][1:], at + found.start() + 1)
        elif found["said"] is not None:
            self._note(found["note"], found["said"], at + found.start("said"))
        elif found["link"]:
            target = re.sub(r"^(?:link|xref):", "", found["link"])
            since = self.draft.here()
            shown = re.split(r",(?=\w+=)|\^$", found["words"])[0] or target
            self._plain(shown, at + found.start("words" if found["words"] else "link"))
            self.draft.link(since, target)
        elif found["url"]:
            since = self.draft.here()
            self._plain(found["url"], at + found.start())
            self.draft.link(since, found["url"])
        elif found["named"]:
            self._plain(found["named"].strip(), at + found.start("named"))
        elif found["attribute"]:
            known = self._attributes.get(found["attribute"], found[0])
            self.draft.write(known, ((0, at + found.start()),))

    def _note(self, name: str, words: str, at: int) -> None:
        known = next((n for n, (ident, _, _) in enumerate(self._notes) if name and ident == name), None)
        if known is None and (words or not name):
            self._notes.append((name or f"note {len(self._notes) + 1}", at, words))
            known = len(self._notes) - 1
        number = "?" if known is None else str(known + 1)
        self.draft.mark(name if known is None else self._notes[known][0], f"[{number}]")
