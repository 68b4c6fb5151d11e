"""The text of `corpus/ID.md`: what is known of a source document, and its words as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimcheck.model import Block, BlockKind, Document
from claimcheck.patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_SPECIAL = compiled(r"[\\`*_\[\]<>&~|!]")
# What would make a list, a heading, a quotation or a rule of a line.
_HEAD = compiled(r"(?m)^(\d{0,9})([#+.)=>-])")


def source_file(document: Document, fields: Mapping[str, Any]) -> str:
    """The file, from which the same words are read again. Fields without a value are left out."""
    import yaml

    known = {name: value for name, value in fields.items() if value not in (None, "", [], ())}
    head = yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=1_000)
    return f"---\n{head}---\n\n{markdown(document)}"


def markdown(document: Document) -> str:
    """The words of a document with its headings, lists and quotations; cells are paragraphs, notes have no marks."""
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    start: int | None = None  # of a dateline, which stands on a line with its story
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            start = block.span.start
            continue
        words = document.text[block.span.start if start is None else start : block.span.end]
        start = None
        yield _written(block, "\n".join(line.strip() for line in re.split(r"\r\n?|\n", words) if line.strip()))


def _written(block: Block, words: str) -> str:
    escaped = _HEAD.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", words))
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(max(block.level, 1), 6)} {' '.join(escaped.split())}"
        case BlockKind.LIST_ITEM:
            indent = "  " * (min(max(block.level, 1), 9) - 1)
            return f"{indent}- " + escaped.replace("\n", f"\n{indent}  ")
        case BlockKind.QUOTE:
            return "> " + escaped.replace("\n", "\n> ")
        case _:
            return escaped
