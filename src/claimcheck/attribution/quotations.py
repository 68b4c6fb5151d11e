"""Where quoted words stand: every kind of mark, nested or left open, told from apostrophes, inches and feet."""

from __future__ import annotations

import bisect
import re

from claimcheck.model import BlockKind, Document, Span
from claimcheck.patterns import compiled
from claimcheck.records import dataclass

_MARKS = compiled(r"[“”\"„‟«»‘’‚‹›]|'{2,3}|``|'")  # three: a quotation inside ends with the one around it
_CLOSES: dict[str, tuple[str, ...]] = {
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "”": ("”", '"'),
    '"': ('"', "”", "“"),
    "``": ("''", "'''", '"', "”"),
    "''": ("''", "'''", '"'),
}
_DOUBLE = frozenset(_CLOSES)
_SINGLE = frozenset("‘‚'’")
# Words that begin with an apostrophe: a mark before them opens nothing.
_ELIDED = compiled(r"(?:em|til|twas|tis|cause|bout|n|round|neath|\d0s|\d\d)\b", re.IGNORECASE)
_LONGEST_SINGLE = 600  # a single quotation that does not close within this many characters is an apostrophe


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of quoted words. `outer` holds the marks, `inner` does not; a block quotation has none."""

    outer: Span
    inner: Span
    closed: bool = True  # False: it runs to the end of its paragraph, and may go on in the next
    block: bool = False


def find_quotations(document: Document) -> tuple[Quoted, ...]:
    """The outermost quotations in the order of the text; none crosses a block."""
    found: list[Quoted] = []
    for block in document.blocks:
        if block.kind is BlockKind.QUOTE:
            found.append(Quoted(block.span, block.span, block=True))
        else:
            found += _in_block(document.text, block.span)
    return tuple(found)


def find_inside(document: Document, outer: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """The quotations that stand inside others, in the order of the text."""
    return tuple(quoted for around in outer for quoted in _in_block(document.text, around.inner))


def _in_block(text: str, block: Span) -> list[Quoted]:
    marks = [(m.start(), m.group()) for m in _MARKS.finditer(text, *block)]
    offsets = [at for at, _ in marks]
    found: list[Quoted] = []
    n = 0
    while n < len(marks):
        at, mark = marks[n]
        n += 1
        if mark in _DOUBLE and _opens(text, at, mark, block):
            close = _close(text, marks, n, mark, block)
            inside = at + len(mark)
            if close is None:
                if mark in ('"', "''") and len(text[inside : block.end].split()) < 2:
                    continue
                found.append(Quoted(Span(at, block.end), Span(inside, block.end), closed=False))
                break
            end, closing = marks[close]
            inner = Span(inside, end + (closing == "'''"))
            found.append(Quoted(Span(at, end + len(closing)), inner))
            n = close + 1
        elif mark in _SINGLE and _opens_single(text, at, mark, block):
            last = _single_end(text, marks, n, at, block)
            if last is not None:
                found.append(Quoted(Span(at, last + 1), Span(at + 1, last)))
                n = bisect.bisect_right(offsets, last)
    return found


def _close(text: str, marks: list[tuple[int, str]], first: int, opener: str, block: Span) -> int | None:
    """The mark that closes a quotation: the first that can, but for those that close a curly one inside."""
    inside = 0
    fallback = None
    for m in range(first, len(marks)):
        at, mark = marks[m]
        if mark == "“" and opener in '“"' and _after(text, at + 1, block).isalnum():
            inside += 1
        elif _ends(text, marks[m], opener, block):
            if inside == 0 or mark != "”":
                return m
            inside -= 1
            fallback = m if fallback is None else fallback
    return fallback


def _before(text: str, at: int, block: Span) -> str:
    return text[at - 1] if at > block.start else " "


def _after(text: str, at: int, block: Span) -> str:
    return text[at] if at < block.end else " "


def _opens(text: str, at: int, mark: str, block: Span) -> bool:
    if mark in ("“", "„", "‟", "«", "``"):
        return True
    before, after = _before(text, at, block), _after(text, at + len(mark), block)
    if mark == "”":  # set the wrong way round
        return before.isspace() and after.isalnum()
    return not after.isspace() and (before.isspace() or before in "([{—–-:/,.=‘'>")


def _ends(text: str, found: tuple[int, str], opener: str, block: Span) -> bool:
    at, mark = found
    if mark not in _CLOSES[opener]:
        return False
    if mark == "“" and opener != "„":  # set the wrong way round
        return not _before(text, at, block).isspace() and not _after(text, at + 1, block).isalnum()
    if mark in ('"', "''"):  # straight: a mark after a blank and before a letter opens another
        return not (_before(text, at, block).isspace() and _after(text, at + len(mark), block).isalnum())
    return True


def _opens_single(text: str, at: int, mark: str, block: Span) -> bool:
    before, after = _before(text, at, block), _after(text, at + 1, block)
    if mark == "’" or not (before.isspace() or before in '([—–-:“"') or after.isspace():
        return False
    return not _ELIDED.match(text, at + 1)


def _single_end(text: str, marks: list[tuple[int, str]], first: int, at: int, block: Span) -> int | None:
    """The closing mark: one after punctuation if there is one in reach, else the first that cannot be an apostrophe."""
    fallback = None
    for n in range(first, len(marks)):
        end, mark = marks[n]
        if end - at > _LONGEST_SINGLE or mark in "‘‚":
            break
        if mark not in "’'" or _after(text, end + 1, block).isalnum() or _before(text, end, block).isspace():
            continue
        before = _before(text, end, block)
        if before in ".,!?…;":
            return end
        plural = before == "s" and _after(text, end + 1, block).isspace()  # "the miners’ wives"
        if fallback is None and (not plural or n == len(marks) - 1):
            fallback = end
        if fallback is not None and end - fallback > 200:
            break
    return fallback
