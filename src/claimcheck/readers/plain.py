"""Plain text: what is a paragraph, a heading, a list or a quotation is read off the text's own shape."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

from claimcheck.model import Block, BlockKind, Document, SourceMap, Span
from claimcheck.patterns import compiled, pattern
from claimcheck.readers.datelines import date_line, find_dateline, with_times
from claimcheck.readers.front_matter import date_of, read_front_matter, title_of
from claimcheck.readers.instructions import is_instruction
from claimcheck.readers.lines import line_starts
from claimcheck.readers.reader import whole
from claimcheck.records import NamedTuple

_LINE = compiled(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = compiled(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_BULLET = pattern(r"(?:[-*+•‣·▪◦–—]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]{1,8}(?=\S)")
_QUOTED = pattern(r"(?:>[ \t]?){1,9}")
_FINAL = pattern(r"[.!?…:;,][\"”’»')\]]{0,3}\Z")
_RULE = " \t-–—*_=~#+•·."
_MAX_WRAP = 120  # a text whose lines are longer was not wrapped by hand
_MAX_HEADING = 120


class Line(NamedTuple):
    """A line with words in it: `start` and `end` leave out the white space around them."""

    start: int
    end: int
    indent: int  # columns; a tab counts four
    after: int  # line breaks between the line before it and this one

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def parse_plain(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The text as it is: offsets in the document are offsets in the decoded file."""
    front = read_front_matter(text, path=path)
    lines = _lines(text, front.body)
    groups = _paragraphs(text, lines)
    blocks, found = _blocks(text, groups)
    headline = blocks[0].span.of(text) if blocks and blocks[0].kind is BlockKind.HEADING else None
    return Document(
        text=text,
        blocks=blocks,
        source_map=SourceMap(((0, 0),), line_starts(text)),
        path=path,
        title=title_of(front) or headline,
        date=date or date_of(front, path=path) or found,
    )


read = whole(parse_plain)


def _lines(text: str, start: int) -> list[Line]:
    """The lines that say something; rules ("* * *", "---") part paragraphs and are none themselves.

    Nor are instructions to claimcheck.
    """
    lines: list[Line] = []
    previous = start
    breaks = 0
    for match in _LINE.finditer(text, start):
        breaks += len(_BREAK.findall(text, previous, match.start()))
        previous = match.end()
        raw = match.group()
        words = raw.strip()
        if not words:
            continue
        if not words.strip(_RULE) or is_instruction(words):
            breaks += 1
            continue
        lead = len(raw) - len(raw.lstrip())
        at = match.start() + lead
        lines.append(Line(at, at + len(words), len(raw[:lead].expandtabs(4)), breaks if lines else 2))
        breaks = 0
    return lines


def _paragraphs(text: str, lines: list[Line]) -> list[list[Line]]:
    """The lines of each paragraph: several where the text is wrapped by hand, else one."""
    wrapped = _wrap_width(text, lines)
    groups: list[list[Line]] = []
    for line in lines:
        if wrapped and groups and line.after == 1 and _continues(text, groups[-1], line, wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """The width at which the text is wrapped; None where each line is a paragraph of its own.

    In a wrapped text most lines that another one follows break off in mid-sentence.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.after == 1]
    if not pairs:
        return None
    widths = sorted(a.width for a, _ in pairs)
    width = widths[int(0.95 * (len(widths) - 1))]
    if not 30 <= width <= _MAX_WRAP:
        return None
    broken = [a for a, _ in pairs if not _ends_sentence(text, a)]
    full = [a for a in broken if a.width >= 0.6 * width]
    return width if 2 * len(broken) > len(pairs) and 2 * len(full) > len(broken) else None


def _ends_sentence(text: str, line: Line) -> bool:
    return bool(re.search(r"[.!?…:][\"”’»')\]]{0,3}\Z", text[max(line.start, line.end - 5) : line.end]))


def _continues(text: str, group: list[Line], line: Line, width: int) -> bool:
    last = group[-1]
    quoted = text[last.start] == ">"
    if quoted or text[line.start] == ">":
        return quoted and text[line.start] == ">"
    if _BULLET.match(text, line.start, line.end):
        return False
    if line.indent > last.indent + 1 and not _BULLET.match(text, last.start, last.end):
        return False  # the first line of a paragraph is indented
    return last.width >= 0.6 * width or text[line.start].islower() or text[last.end - 1] in ",-–—"


def _blocks(text: str, groups: list[list[Line]]) -> tuple[tuple[Block, ...], datetime.date | None]:
    """The blocks, and the first date that a dateline or a line of its own gives among the first paragraphs."""
    headings = _headings(text, groups)
    quotes_by_indent = 4 * sum(group[0].indent >= 4 for group in groups) <= len(groups)
    blocks: list[Block] = []
    date = None
    for number, group in enumerate(groups):
        span = Span(group[0].start, group[-1].end)
        if number < 8 and date is None:
            date = date_line(span.of(text)) if len(group) == 1 else None
        if quoted := _QUOTED.match(text, *span):
            blocks.append(Block(BlockKind.QUOTE, Span(quoted.end(), span.end), quoted.group().count(">")))
        elif bullet := _BULLET.match(text, *span):
            level = 1 + group[0].indent // 4
            blocks.append(Block(BlockKind.LIST_ITEM, Span(bullet.end(), span.end), level))
        elif number in headings:
            blocks.append(Block(BlockKind.HEADING, span, 1 if number == 0 else 2))
        elif quotes_by_indent and len(group) > 1 and all(line.indent >= 4 for line in group):
            blocks.append(Block(BlockKind.QUOTE, span, 1))
        elif dateline := find_dateline(text, span):
            blocks.append(Block(BlockKind.DATELINE, dateline.span))
            blocks.append(Block(BlockKind.PARAGRAPH, Span(dateline.story, span.end)))
            date = date or dateline.date
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, span))
    return with_times(text, tuple(block for block in blocks if block.span.of(text).strip())), date


def _headings(text: str, groups: list[list[Line]]) -> set[int]:
    """Which paragraphs are headings: short, on a line of their own, without a full stop, and with text below them.

    Where most lines look like that (verse, tables, notes without punctuation), none but the first line is one.
    """
    short = {n for n, group in enumerate(groups) if len(group) == 1 and _heading_shaped(text, group[0])}
    if 2 * len(short) > len(groups):
        short &= {0}
    prose = [n for n in range(len(groups)) if n not in short]
    last = max(prose, default=-1)
    return {n for n in short if n < last and not {n - 3, n - 2, n - 1} <= short}


def _heading_shaped(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    if len(words) > _MAX_HEADING or _FINAL.search(words) or words[0] in "\"“'‘«":
        return False
    first = words.lstrip("([")[:1]
    return first.isupper() or first.isdigit()
