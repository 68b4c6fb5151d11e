"""PDF: lines put together to paragraphs, words that were parted at the line's end made whole."""

from __future__ import annotations

import datetime
import re
import statistics
from collections import Counter
from itertools import groupby

from claimcheck.model import BlockKind, Document, Properties
from claimcheck.patterns import compiled
from claimcheck.readers.draft import Draft
from claimcheck.readers.pdf_lines import Line, read_pages

_PARTED = compiled(r"(\w{1,60})[-‐]\Z")
_BULLET = compiled(r"(?:[•‣·▪◦●○–—*-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s{1,8}(?=\S)")
_END = compiled(r"[.!?…:][\"”’»')\]]{0,3}\Z")
_NOTE = compiled(r"\[?(\d{1,3})[\].)]?\s{1,4}(?=\S)")
_BACK = compiled(r"[↩↑]\ufe0e?\s{0,3}\Z")
_KEEPS = frozenset(  # first parts of words that are written with a hyphen
    [
        "all",
        "anti",
        "co",
        "cross",
        "ex",
        "half",
        "high",
        "long",
        "low",
        "mid",
        "multi",
        "non",
        "post",
        "pre",
        "pro",
        "quasi",
        "self",
        "semi",
        "short",
        "so",
        "two",
        "three",
        "four",
        "well",
    ]
)
_LARGER = 1.12  # than the text's size: a heading
_SMALLER = 0.9  # notes


def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    pages = read_pages(content, path=path)
    page = _Page(pages.lines)
    page.write()
    about = Properties((pages.author,) if pages.author else (), created=pages.created)
    return (page.draft.document(path=path, title=page.title or pages.title, date=date, properties=about),)


class _Page:
    def __init__(self, lines: list[Line]) -> None:
        self.draft = Draft()
        self.title: str | None = None
        self._rows = 0
        self._lines = lines
        self._size = Counter(
            {size: sum(len(line.words) for line in of) for size, of in groupby(sorted(lines, key=_size), key=_size)}
        ).most_common(1)[0][0]
        self._leading = self._usual_leading()
        self._pages = {page: list(of) for page, of in groupby(lines, key=lambda each: each.page)}
        self._words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.words for line in lines).lower()))
        self._headings = sorted({line.size for line in lines if line.size >= _LARGER * self._size}, reverse=True)
        self._marks = {name for line in lines for _, name in line.marks if line.size >= _SMALLER * self._size}

    def _usual_leading(self) -> float:
        """From one line to the next of a paragraph."""
        steps = [
            a.base - b.base
            for a, b in zip(self._lines, self._lines[1:], strict=False)
            if a.page == b.page and 0 < a.base - b.base < 4 * self._size and a.size == b.size == self._size
        ]
        return min(statistics.multimode(round(step * 2) / 2 for step in steps)) if steps else 1.2 * self._size

    def write(self) -> None:
        paragraphs: list[list[Line]] = []
        for line in self._lines:
            if paragraphs and self._continues(paragraphs[-1][-1], line):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        for paragraph in paragraphs:
            self._paragraph(paragraph)

    def _continues(self, last: Line, line: Line) -> bool:
        if abs(last.size - line.size) > 0.06 * self._size or self._is_heading(last) != self._is_heading(line):
            return False
        if _BULLET.match(line.words) or self._is_note(line) or self._breaks_off(last, line):
            return False
        if line.gaps:
            return False
        if last.gaps:  # words that found no room in a cell go on below it
            return line.left >= last.gaps[0][1] - 4 and 0 < last.base - line.base < 1.3 * self._leading
        below = last.base - line.base
        if last.page == line.page and below >= 0:
            wide = below > max(1.3 * self._leading, self._leading + 0.25 * self._size)
            indented = line.left > last.left + 0.8 * self._size and bool(_END.search(last.words.rstrip()))
            return not wide and not indented
        # The next column or page begins: a paragraph that has not ended goes on.
        return not _END.search(last.words.rstrip()) and not self._is_heading(line)

    def _is_heading(self, line: Line) -> bool:
        return line.size >= _LARGER * self._size

    def _is_note(self, line: Line) -> bool:
        if line.marks and line.marks[0][0] == 0:
            return True
        return line.size <= _SMALLER * self._size and bool(_NOTE.match(line.words))

    def _breaks_off(self, last: Line, line: Line) -> bool:
        """Whether the sentence and the line end although the next word would have found room."""
        if last.page != line.page or not _END.search(last.words.rstrip()):
            return False
        word = len(line.words.split(maxsplit=1)[0]) + 1
        width = (last.right - last.left) / max(1, len(last.words))
        column = (each.right for each in self._pages[last.page] if each.left < last.right and each.right > last.left)
        return last.right + 1.5 * word * width < max(column)

    def _paragraph(self, lines: list[Line]) -> None:
        first = lines[0]
        kind, level, skipped = BlockKind.PARAGRAPH, 0, 0
        note: str | None = None
        if self._is_heading(first):
            kind, level = BlockKind.HEADING, 1 + self._headings.index(first.size)
        elif self._is_note(first):
            found = _NOTE.match(first.words)
            note = first.marks[0][1] if first.marks else found[1] if found else None
            skipped = found.end() if found and not first.marks else 0
        elif all(line.bold for line in lines) and len(lines) < 3 and not _END.search(lines[-1].words.rstrip()):
            kind, level = BlockKind.HEADING, 2 + len(self._headings)
        elif found := _BULLET.match(first.words):
            kind, level, skipped = BlockKind.LIST_ITEM, 1, found.end()
            if any(_BACK.search(line.words) for line in lines):  # browsers print notes as a list with links back
                note = found[0].strip(" .)")
        if self.draft.page != first.page:
            self.draft.end()
            self.draft.turn(first.page)
        if first.gaps and kind is BlockKind.PARAGRAPH:
            self._row(first, lines[1:])
            return
        self.draft.begin(kind, level)
        since = self.draft.here()
        self._write(lines, skipped, as_note=note is not None)
        words = self.draft.words_since(since).strip()
        if kind is BlockKind.HEADING and level == 1 and self.title is None:
            self.title = words
        if note is not None:
            self.draft.note(f"note {note}", words)
        self.draft.end()

    def _row(self, line: Line, below: list[Line]) -> None:
        """The cells of a row, with what stands below each."""
        self._rows += 1
        begins = [(0, line.left), *line.gaps]
        ends = [*(at for at, _ in line.gaps), len(line.words)]
        for number, ((start, left), end) in enumerate(zip(begins, ends, strict=True)):
            right = begins[number + 1][1] if number + 1 < len(begins) else float("inf")
            self.draft.begin(BlockKind.TABLE_CELL, self._rows)
            self.draft.write(line.words[start:end])
            for other in below:
                if left - 4 <= other.left < right - 4:
                    self.draft.write(" " + other.words)
        self.draft.end()

    def _write(self, lines: list[Line], skipped: int, *, as_note: bool) -> None:
        for number, line in enumerate(lines):
            if self.draft.page != line.page:
                self.draft.turn(line.page)
            following = lines[number + 1].words.lstrip() if number + 1 < len(lines) else ""
            at = skipped if number == 0 else 0
            for where, name in line.marks:
                if where >= at and not (as_note and number == 0 and where == 0):
                    self.draft.write(line.words[at:where])
                    self.draft.mark(f"note {name}", f"[{name}]")
                    at = where
            words = _BACK.sub("", line.words[at:]).rstrip()
            if parted := _PARTED.search(words):
                self.draft.write(words if self._keeps_hyphen(parted[1], following) else words[:-1])
            else:
                self.draft.write(words + "\n")

    def _keeps_hyphen(self, first: str, following: str) -> bool:
        """Whether the word is written with a hyphen also where no line ends."""
        rest = re.match(r"\w+", following)
        if not rest or not following[0].islower():
            return True
        whole, hyphened = (first + rest[0]).lower(), f"{first}-{rest[0]}".lower()
        if self._words[whole] or self._words[hyphened]:
            return self._words[hyphened] > self._words[whole]
        return first.lower() in _KEEPS or first[-1].isdigit()


def _size(line: Line) -> float:
    return line.size
