"""Instructions to claimcheck that a text carries: which findings its author has decided to leave as they are."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from enum import StrEnum

from claimcheck.model import Place
from claimcheck.patterns import pattern
from claimcheck.readers.lines import line_starts
from claimcheck.records import dataclass

MARK = "claimcheck:"  # begins every instruction

_INSIDE = r"[ \t]{0,8}claimcheck:((?:(?!-->)[^\n\r]){0,600}?)"
_COMMENT = pattern(rf"(?<!`)<!--{_INSIDE}-->")
# In a text without markup an instruction has a line of its own.
_BRACKETED = pattern(r"^[ \t]{0,8}(\[claimcheck:([^\]\n\r]{0,600})\])[ \t]{0,8}$", re.MULTILINE)
_PARTS = pattern(
    r"[ \t]{0,8}+([\w-]{0,40}+)[ \t]{0,8}+((?:(?!--|[–—]).){0,300}+)(?:(?:--|[–—])(.{0,500}))?\Z", re.DOTALL
)
_FENCE = pattern(r"[ ]{0,3}(`{3,}|~{3,})")


class Reach(StrEnum):
    """How far an instruction reaches."""

    LINE = "ignore-line"
    NEXT_LINE = "ignore-next-line"
    NEXT_PARAGRAPH = "ignore-next-paragraph"
    FILE = "ignore-file"


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction; `lines` are those that it reaches, counted from 1. None of `reach`: its verb is not known."""

    verb: str
    reach: Reach | None
    codes: tuple[str, ...]  # none: every code
    reason: str
    start: Place
    end: Place
    lines: range


def find_instructions(text: str, *, markup: bool) -> tuple[Instruction, ...]:
    """Those in HTML comments and, where the format has no markup, in square brackets; those shown as code are none."""
    if MARK not in text:
        return ()
    starts = line_starts(text)
    lines = [text[start:end].rstrip("\r\n") for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]
    shown = _code_lines(lines) if markup else frozenset()
    found = [(match.start(), match.end(), match.group(1)) for match in _COMMENT.finditer(text)]
    if not markup:
        found += [(match.start(1), match.end(1), match.group(2)) for match in _BRACKETED.finditer(text)]
    silent = {bisect.bisect_right(starts, start) for start, _, _ in found}
    return tuple(
        _instruction(_place(start, starts), _place(end, starts), words, lines, silent)
        for start, end, words in sorted(found)
        if _place(start, starts).line not in shown
    )


def is_instruction(line: str) -> bool:
    """Whether a line of plain text, without white space around it, is an instruction and none of the text's words."""
    return MARK in line and bool(_BRACKETED.fullmatch(line) or _COMMENT.fullmatch(line))


def _instruction(start: Place, end: Place, words: str, lines: list[str], silent: set[int]) -> Instruction:
    parts = _PARTS.match(words)
    verb, codes, reason = parts.groups(default="") if parts else ("", "", "")
    reach = next((reach for reach in Reach if reach == verb), None)
    named = tuple(code for code in re.split(r"[\s,]{1,20}", codes.strip()) if code)
    return Instruction(
        verb, reach, named, " ".join(reason.split()), start, end, _reached(reach, start.line, lines, silent)
    )


def _reached(reach: Reach | None, line: int, lines: list[str], silent: set[int]) -> range:
    match reach:
        case Reach.FILE:
            return range(1, len(lines) + 1)
        case Reach.LINE:
            return range(line, line + 1)
        case Reach.NEXT_LINE | Reach.NEXT_PARAGRAPH:
            first = next(_with_words(line + 1, lines, silent), len(lines) + 1)
            if reach is Reach.NEXT_LINE:
                return range(first, first + 1)
            after = next((n for n in range(first, len(lines) + 1) if not lines[n - 1].strip()), len(lines) + 1)
            return range(first, after)
        case None:
            return range(0)


def _with_words(line: int, lines: list[str], silent: set[int]) -> Iterator[int]:
    return (n for n in range(line, len(lines) + 1) if lines[n - 1].strip() and n not in silent)


def _code_lines(lines: list[str]) -> frozenset[int]:
    """The lines inside fenced code."""
    inside: set[int] = set()
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if fence:
            inside.add(number)
            if mark and mark.group(1).startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark.group(1)
    return frozenset(inside)


def _place(offset: int, starts: tuple[int, ...]) -> Place:
    line = bisect.bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)
