"""Splits blocks into sentences; a sentence never crosses a block."""

from __future__ import annotations

import bisect
import itertools
import re

from claimcheck.grammar import tag, tokenise
from claimcheck.model import BlockKind, Document, Prose, Sentence, Span

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")


def read_prose(document: Document) -> Prose:
    """The document with its sentences and tagged tokens."""
    cut = tokenise(document.text)
    sentences = []
    for number, block in enumerate(document.blocks):
        for span in _split(document.text, block.span, whole=block.kind is BlockKind.HEADING):
            words = range(bisect.bisect_left(cut.start, span.start), bisect.bisect_left(cut.start, span.end))
            if words:
                sentences.append(Sentence(span, number, words))
    return Prose(document, tuple(sentences), tag(cut, (s.words for s in sentences)))


def _split(text: str, block: Span, *, whole: bool) -> list[Span]:
    cuts = [block.start, *([] if whole else [m.end() for m in _END.finditer(text, *block)]), block.end]
    spans = []
    for start, end in itertools.pairwise(cuts):
        piece = text[start:end]
        if piece.strip():
            spans.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return spans
