"""The lines of a PDF's pages, as they are set: words, place, size of type."""

from __future__ import annotations

import ctypes
import datetime
import itertools
import re
import statistics
from collections.abc import Iterator, Mapping

from claimcheck.errors import ClaimcheckError
from claimcheck.patterns import compiled
from claimcheck.readers.decoding import kind_of
from claimcheck.readers.reader import not_installed
from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_MOST_PAGES = 3_000
_LONGEST_PAGE = 200_000  # characters
_HYPHENS = "\x02\ufffe\xad"  # how PDFium writes a hyphen at which a word is parted
_FOLIO = compiled(
    r"(?:page\s|p\.\s?|[-–—|]\s?)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:/|of)\s?\d{1,4})?(?:\s?[-–—|])?", re.IGNORECASE
)
_EDGE = 0.12  # of the page's height, in which running heads stand
_HEADS = 2  # lines at the head of a page, and as many at its foot, that may be no text
_WIDE = 0.8  # times the size: a gap that is no space between words
_ALIGNED = 1.5  # points
_SMALL = 0.87  # of the line's size, below which a raised number is a note mark
_PDF_DATE = compiled(r"(?:D:)?(\d{4})(\d{2})(\d{2})")


_Box = tuple[float, float, float, float]  # left, bottom, right, top


class Line(NamedTuple):
    """A line of a page; sizes in points, `base` (on which the letters stand) and `top` from the foot of the page."""

    words: str
    page: int
    left: float
    right: float
    base: float
    top: float
    size: float
    bold: bool
    marks: tuple[tuple[int, str], ...]  # raised numbers, which are left out of the words: where, and what
    gaps: tuple[tuple[int, float], ...]  # wide gaps: where the words after them begin, and how far to the right


class Pages(NamedTuple):
    lines: list[Line]
    heights: list[float]
    title: str | None
    author: str | None
    created: datetime.date | None


def read_pages(content: bytes, *, path: str) -> Pages:
    """Every line but running heads and page numbers, in reading order."""
    try:
        import pypdfium2
    except ImportError:
        raise not_installed("pdf", path=path) from None
    if b"%PDF-" not in content[:1024]:
        found = "is empty" if not content else f"is {kind_of(content) or 'something else'}, not a PDF file"
        raise ClaimcheckError(f"{found} (give it the right ending)", path=path)
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ClaimcheckError("is encrypted (save it without a password)", path=path) from None
        raise ClaimcheckError("is a broken PDF file (save it anew)", path=path) from None
    try:
        return _read(pdf, path, pypdfium2)
    except pypdfium2.PdfiumError:
        raise ClaimcheckError("is a broken PDF file (save it anew)", path=path) from None
    finally:
        pdf.close()


def _read(pdf: Any, path: str, library: Any) -> Pages:
    number = len(pdf)
    if number > _MOST_PAGES:
        raise ClaimcheckError(f"has {number:,} pages (split it: at most {_MOST_PAGES:,})", path=path)
    lines: list[Line] = []
    heights = []
    for index in range(number):
        page = pdf[index]
        heights.append(page.get_height())
        words = page.get_textpage()
        if words.count_chars() > _LONGEST_PAGE:
            raise ClaimcheckError(f"page {index + 1} has more than {_LONGEST_PAGE:,} characters", path=path)
        lines += _in_columns(list(_lines(words, index + 1, library.raw)))
        words.close()
        page.close()
    if not lines:
        raise ClaimcheckError("holds no text, only pictures of it (run OCR on it, such as ocrmypdf)", path=path)
    about = pdf.get_metadata_dict()
    made = _PDF_DATE.match(about.get("CreationDate") or "")
    return Pages(
        _without_chance_gaps(_without_furniture(lines, heights)),
        heights,
        about.get("Title") or None,
        about.get("Author") or None,
        _day(made) if made else None,
    )


def _without_chance_gaps(lines: list[Line]) -> list[Line]:
    """The lines with those gaps only that stand above or below another: the columns of a table."""

    def aligned(line: Line, other: Line | None, x: float) -> bool:
        near = other is not None and other.page == line.page and abs(other.base - line.base) < 4 * line.size
        return near and other is not None and any(abs(x - there) < _ALIGNED for _, there in other.gaps)

    if not lines:
        return []
    around = zip([None, *lines[:-1]], lines, [*lines[1:], None], strict=True)
    return [
        line._replace(gaps=tuple(g for g in line.gaps if aligned(line, above, g[1]) or aligned(line, below, g[1])))
        for above, line, below in around
    ]


def _day(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None


def _lines(page: Any, number: int, raw: Any) -> Iterator[Line]:
    """The lines as the page has them; what stands side by side, such as a raised mark, is one line."""
    # One character for each of the page's, so that indices are those of the boxes.
    characters = [chr(raw.FPDFText_GetUnicode(page, i)) for i in range(page.count_chars())]
    boxes = {i: page.get_charbox(i) for i, c in enumerate(characters) if not c.isspace()}
    held: list[int] = []
    for part in _runs(characters, boxes):
        if held and not _beside(held, part, boxes):
            yield _line(page, number, raw, characters, held, boxes)
            held = []
        held += part
    if held:
        yield _line(page, number, raw, characters, held, boxes)


def _runs(characters: list[str], boxes: Mapping[int, _Box]) -> Iterator[list[int]]:
    """What the page sets in one go; PDFium tells of no line's end after a hyphen, but the next letter stands lower."""
    run: list[int] = []
    last: _Box | None = None
    for at, character in enumerate(characters):
        box = boxes.get(at)
        if character in "\r\n" or (box and last and box[3] < last[1] and box[0] < last[0]):
            if last:
                yield run
            run, last = [], None
        if character not in "\r\n":
            run.append(at)
            last = box or last
    if last:
        yield run


def _beside(left: list[int], right: list[int], boxes: Mapping[int, _Box]) -> bool:
    """Whether the second run of characters stands to the right of the first, on one line."""
    a, b = _hull([boxes[i] for i in left if i in boxes]), _hull([boxes[i] for i in right if i in boxes])
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    height = min(a[3] - a[1], b[3] - b[1])
    return b[0] >= a[2] - 1 and 2 * overlap > height and b[0] - a[2] < 6 * max(a[3] - a[1], b[3] - b[1])


def _hull(boxes: list[_Box]) -> _Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _line(
    page: Any, number: int, raw: Any, characters: list[str], indices: list[int], boxes: Mapping[int, _Box]
) -> Line:
    inked = [i for i in indices if i in boxes]
    sizes = {i: raw.FPDFText_GetFontSize(page, i) * _scale(page, i, raw) for i in inked}
    size = statistics.median(sizes.values())
    base = statistics.median_low(boxes[i][1] for i in inked)
    words: list[str] = []
    marks: list[tuple[int, str]] = []
    spaces: list[tuple[float, int, float]] = []
    length, before = 0, None
    for i in indices:
        if i in boxes:
            if before is not None and i - before > 1:
                spaces.append((boxes[i][0] - boxes[before][2], length, boxes[i][0]))
            before = i
        if i in boxes and sizes[i] < _SMALL * size and boxes[i][1] > base + 0.12 * size and characters[i].isdigit():
            if marks and marks[-1][0] == length:
                marks[-1] = (length, marks[-1][1] + characters[i])
            else:
                marks.append((length, characters[i]))
            continue
        words.append("-" if characters[i] in _HYPHENS else characters[i])
        length += 1
    left, _, right, top = _hull([boxes[i] for i in inked])
    bold = raw.FPDFText_GetFontWeight(page, inked[0]) >= 600
    return Line("".join(words), number, left, right, base, top, round(size, 1), bold, tuple(marks), _gaps(spaces, size))


def _gaps(spaces: list[tuple[float, int, float]], size: float) -> tuple[tuple[int, float], ...]:
    """The spaces that are wide beside the others of the line, which in justified text are wide as well."""
    usual = statistics.median(sorted(width for width, _, _ in spaces)[: max(1, len(spaces) // 2)]) if spaces else 0.0
    least = max(_WIDE * size, 2 * usual if len(spaces) > 1 else 0.0)
    return tuple((at, left) for width, at, left in spaces if width > least)


def _scale(page: Any, index: int, raw: Any) -> float:
    """How much larger than its nominal size a character is set."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(page, index, ctypes.byref(matrix)):
        return 1.0
    return float((matrix.b**2 + matrix.d**2) ** 0.5 or 1.0)


def _in_columns(lines: list[Line]) -> list[Line]:
    """The lines column by column where they jump to and fro between two; else as the page has them."""
    if len(lines) < 6:
        return lines
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    sides = [-1 if line.right <= middle + 2 else 1 if line.left >= middle - 2 else 0 for line in lines]
    jumps = sum(a * b < 0 for a, b in itertools.pairwise(sides))
    if jumps < 3 or sides.count(0) * 3 > len(lines):
        return lines
    written: list[Line] = []
    group: list[tuple[int, Line]] = []
    for side, line in zip(sides, lines, strict=True):
        if side == 0:
            written += [line for _, line in sorted(group, key=lambda item: item[0])]
            group = []
            written.append(line)
        else:
            group.append((side, line))
    return written + [line for _, line in sorted(group, key=lambda item: item[0])]


def _without_furniture(lines: list[Line], heights: list[float]) -> list[Line]:
    """The lines without page numbers and running heads: what the next pages have alike in the same place."""
    edges: dict[int, list[Line]] = {}
    for line in lines:
        height = heights[line.page - 1]
        if line.base > (1 - _EDGE) * height or line.top < _EDGE * height:
            edges.setdefault(line.page, []).append(line)
    found: dict[tuple[str, int], set[int]] = {}
    outer: set[Line] = set()
    for page, of in edges.items():
        ordered = sorted(of, key=lambda line: line.base)
        for line in {*ordered[:_HEADS], *ordered[-_HEADS:]}:
            outer.add(line)
            found.setdefault(_pattern(line), set()).add(page)

    def running(line: Line) -> bool:
        if line not in outer:
            return False
        pages = found[_pattern(line)]
        return bool(_FOLIO.fullmatch(line.words.strip()) or pages & {line.page + step for step in (-2, -1, 1, 2)})

    return [line for line in lines if not running(line)]


def _pattern(line: Line) -> tuple[str, int]:
    """A line's words without its numbers, and its height on the page."""
    return re.sub(r"\d+|\s+", "#", line.words.strip()), round(line.base / 12)
