"""Plain text: paragraphs are lines, or stretches between blank lines."""

from __future__ import annotations

import datetime
import hashlib
import re

from claimcheck.model import Block, BlockKind, Document, SourceMap, Span

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


def parse_plain(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The text as it is: offsets in the document are offsets in the decoded file."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in _LINE.finditer(text))
    line_starts = (0, *(m.end() for m in re.finditer("\n", text)))
    return Document(
        text=text,
        blocks=blocks,
        source_map=SourceMap(((0, 0),), line_starts),
        path=path,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        date=date,
    )
