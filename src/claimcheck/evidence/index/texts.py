"""A source as the index sees it: units, cut by sentences, and the numbers of its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from claimcheck.comparison.words import Unit, read_units
from claimcheck.model import Period, Prose, ResolvedBy
from claimcheck.readers import parse_plain
from claimcheck.records import dataclass, replace
from claimcheck.sentences import read_prose
from claimcheck.values.periods import find_periods

_SENTENCE_BITS = 21  # two million sentences in one document
_DOCUMENT_BYTES = 5  # 40 bits: two names in a million meet once in two corpora, and then neither is lost


@dataclass(frozen=True, slots=True)
class Text:
    """A source as the index sees it: its units, cut by sentences."""

    source: str
    prose: Prose
    units: tuple[Unit, ...]
    sentences: tuple[range, ...]  # of units


def read_text(source: str, prose: Prose) -> Text:
    units = _with_likely_years(read_units(prose), prose)
    cuts, at = [], 0
    for sentence in prose.sentences:
        start = at
        while at < len(units) and units[at].span.start < sentence.span.end:
            at += 1
        if at > start:  # a sentence of marks alone has no units
            cuts.append(range(start, at))
    return Text(source, prose, units, tuple(cuts))


def _with_likely_years(units: tuple[Unit, ...], prose: Prose) -> tuple[Unit, ...]:
    """Dates without a year, with the one next to the text's own date: "7 May" in an article of 9 May 2018."""
    if prose.document.date is None or all(unit.date is None or unit.date.year for unit in units):
        return units
    years = {
        found.span.start: found.earliest.year
        for found in find_periods(prose)
        if isinstance(found, Period) and found.resolved_by is ResolvedBy.NEAREST and found.earliest
    }
    return tuple(
        replace(unit, date=unit.date._replace(likely=years.get(unit.span.start)))
        if unit.date and unit.date.year is None
        else unit
        for unit in units
    )


Keys = Sequence[Sequence[str]]  # of the title, which may have none, then of each sentence


def keys_of(text: Text, *, title: str | None = None) -> Keys:
    """What the index holds of a text."""
    named = [unit.key for unit in read_units(read_prose(parse_plain(title)))] if title else []
    return (named, *([unit.key for unit in text.units[words.start : words.stop]] for words in text.sentences))


def number_of(ident: str) -> int:
    """A document's number, the same in every index and on every machine."""
    digest = hashlib.blake2b(ident.encode("utf-8", "surrogatepass"), digest_size=_DOCUMENT_BYTES).digest()
    return int.from_bytes(digest, "big")


def row_of(document: int, sentence: int) -> int:
    """The row of a sentence, counted from 1; row 0 of a document is its title. Neighbours are neighbours."""
    return document << _SENTENCE_BITS | sentence


def place_of(row: int) -> tuple[int, int]:
    """The document and the sentence of a row."""
    return row >> _SENTENCE_BITS, row & ((1 << _SENTENCE_BITS) - 1)
