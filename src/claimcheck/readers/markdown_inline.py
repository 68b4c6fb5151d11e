"""What a Markdown block says without its markup, and where each stretch of it stands in the raw words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.records import NamedTuple, dataclass, field

if TYPE_CHECKING:
    from markdown_it.token import Token

_NUMBERED = re.compile(r"\[(?:\^[^\]\s]{1,60}|\d{1,3})\](?!\()")
_REFERENCE = re.compile(r"\](?:\[[^\[\]]{0,999}\])?")
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_REACH = 4096  # how far ahead a token's words are looked for


class Link(NamedTuple):
    """A link in the written words."""

    start: int
    end: int
    target: str


@dataclass(slots=True)
class Written:
    """The words, as (stretch, offset in the raw words), and the links among them."""

    stretches: list[tuple[str, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, at: int) -> None:
        if words:
            self.stretches.append((words, at))
            self.length += len(words)


def write_words(raw: str, tokens: Sequence[Token]) -> Written:
    """The words of a block's inline tokens. Code and pictures are left out; escapes and entities are what they mean."""
    written = Written()
    cursor = 0
    opened: list[tuple[int, str, bool]] = []  # links: where their words begin, target, whether they keep their brackets

    def find(words: str) -> int:
        at = raw.find(words, cursor, cursor + len(words) + _REACH)
        return cursor if at < 0 else at

    for token in tokens:
        if token.type == "text":
            at = find(token.content)
            written.add(token.content, at)
            cursor = at + len(token.content)
        elif token.type == "text_special":
            at = find(token.markup)
            written.add(token.content, at)
            cursor = at + len(token.markup)
        elif token.type in ("softbreak", "hardbreak"):
            cursor = find("\n")
            written.add("\n", cursor)
            cursor += 1
        elif token.type == "code_inline":
            cursor = _after_code(raw, find(token.markup), token.markup)
        elif token.type == "html_inline":
            at = find(token.content)
            if _BREAK_TAG.match(token.content):
                written.add("\n", at)
            cursor = at + len(token.content)
        elif token.type == "image":
            cursor = _after_link(raw, find("![") + 2 + len(token.content))
        elif token.type == "link_open":
            bracket = find("<" if token.markup == "autolink" else "[")
            keeps = bool(_NUMBERED.match(raw, bracket))  # "[3]" is a mark, and 3 no number of the text
            opened.append((written.length, str(token.attrs.get("href", "")), keeps))
            written.add("[" if keeps else "", bracket)
            cursor = bracket + 1
        elif token.type == "link_close":
            start, target, keeps = opened.pop()
            written.add("]" if keeps else "", cursor)
            written.links.append(Link(start, written.length, target))
            cursor = cursor + 1 if token.markup == "autolink" else _after_link(raw, cursor)
        else:
            cursor = find(token.markup) + len(token.markup)
    return written


def _after_code(raw: str, at: int, ticks: str) -> int:
    closing = re.compile(f"(?<!`){re.escape(ticks)}(?!`)").search(raw, at + len(ticks))
    return closing.end() if closing else at


def _after_link(raw: str, at: int) -> int:
    """The offset behind a link or picture whose words end at `at`, where its "]" stands."""
    from markdown_it.helpers import parseLinkDestination, parseLinkTitle

    if raw[at : at + 2] != "](":
        reference = _REFERENCE.match(raw, at)
        return reference.end() if reference else at
    at = _after_space(raw, at + 2)
    destination = parseLinkDestination(raw, at, len(raw))
    at = _after_space(raw, destination.pos if destination.ok else at)
    title = parseLinkTitle(raw, at, len(raw))
    at = _after_space(raw, title.pos if title.ok else at)
    return at + 1 if raw[at : at + 1] == ")" else at


def _after_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at] in " \t\n":
        at += 1
    return at
