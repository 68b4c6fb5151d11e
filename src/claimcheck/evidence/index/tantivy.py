"""The optional engine for corpora beyond what SQLite's index serves (extra `tantivy`); same rows, same ranking."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import tantivy

from claimcheck.evidence.index.postings import heaviest_first
from claimcheck.evidence.index.texts import place_of

_HEAP = 64_000_000  # bytes that the writer holds before it writes

_DOUBLED = 4  # times that an answer may grow when its end is a tie


class Tantivy:
    """An index in a folder of its own beside the catalogue. `state` in it names what the catalogue must say too."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writer: tantivy.IndexWriter | None = None

    def prepare(self, catalogue: sqlite3.Connection, *, afresh: bool) -> None:
        if afresh:
            shutil.rmtree(self._folder, ignore_errors=True)
        try:
            self._index = self._opened()
        except ValueError:  # broken; the catalogue sees that it is empty, and begins anew
            shutil.rmtree(self._folder, ignore_errors=True)
            self._index = self._opened()

    def _opened(self) -> tantivy.Index:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        return tantivy.Index(_SCHEMA, path=str(self._folder))

    def add(self, row: int, ids: Sequence[int]) -> None:
        document = tantivy.Document()
        document.add_text("words", " ".join(f"{ident:x}" for ident in ids))
        document.add_unsigned("row", row)
        document.add_unsigned("document", place_of(row)[0])
        self._writing().add_document(document)

    def remove(self, document: int, rows: Iterable[tuple[int, Sequence[int]]]) -> None:
        self._writing().delete_documents_by_query(_unsigned("document", document))

    def commit(self) -> str:
        state, writer = secrets.randbits(60), self._writing()
        writer.delete_documents_by_query(tantivy.Query.exists_query("state"))
        marker = tantivy.Document()
        marker.add_unsigned("state", state)
        writer.add_document(marker)
        try:
            writer.commit()
            writer.wait_merging_threads()
        except ValueError as error:  # what the library says of a disk that is full, among others
            raise OSError(str(error)) from error
        finally:
            self._writer = None
        return str(state)

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
            self._writer.garbage_collect_files()  # what a killed process left would be in the way
        return self._writer

    def is_at(self, state: str) -> bool:
        self._index.reload()
        self._searcher = self._index.searcher()
        if not state:
            return self._searcher.num_docs == 0
        return state.isdecimal() and bool(self._searcher.search(_unsigned("state", int(state)), limit=1).hits)

    def heaviest(self, weights: Mapping[int, int], limit: int) -> list[tuple[int, int]]:
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, _word(i, weight)) for i, weight in weights.items()])
        asked = limit
        while True:
            hits = self._searcher.search(query, limit=asked, count=False).hits
            if len(hits) < asked or asked > limit << _DOUBLED or hits[-1][0] < hits[limit - 1][0]:
                break
            asked *= 2  # the last ones weigh the same, and which of them come first is for us to say
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return heaviest_first(((int(row or 0), int(hit[0])) for row, hit in zip(rows, hits, strict=True)), limit)


def _schema() -> tantivy.Schema:
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    fields.add_unsigned_field("row", fast=True)
    fields.add_unsigned_field("document", indexed=True)
    fields.add_unsigned_field("state", indexed=True, fast=True)
    return fields.build()


_SCHEMA = _schema()


def _word(ident: int, weight: int) -> tantivy.Query:
    found = tantivy.Query.term_query(_SCHEMA, "words", f"{ident:x}", "basic")
    return tantivy.Query.boost_query(tantivy.Query.const_score_query(found, 1.0), weight)


def _unsigned(field: str, value: int) -> tantivy.Query:
    return tantivy.Query.term_query(_SCHEMA, field, value)
