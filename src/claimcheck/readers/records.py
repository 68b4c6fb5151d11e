"""JSONL and CSV: one article in each record, under names that most archives use."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator, Mapping

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document, Properties
from claimcheck.patterns import compiled
from claimcheck.readers.decoding import decode
from claimcheck.readers.lines import line_starts
from claimcheck.readers.plain import parse_plain
from claimcheck.readers.tracing import Trace
from claimcheck.records import NamedTuple, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_TEXTS = ("text", "body", "content", "article", "fulltext", "full_text")
_NAMES = ("id", "ident", "uid", "doc_id", "url", "link")
_TITLES = ("title", "headline", "heading")
_DATES = ("date", "published", "issued", "publication_date", "pubdate", "datepublished", "published_at")
_AUTHORS = ("author", "authors", "byline", "creator")
_PUBLISHERS = ("publisher", "source", "publication", "outlet")
_URLS = ("url", "link", "uri")
FIELDS = frozenset((*_TEXTS, *_NAMES, *_TITLES, *_DATES, *_AUTHORS, *_PUBLISHERS, *_URLS))  # in lower case
_JSON_ESCAPE = compiled(r"(?:\\u[0-9a-fA-F]{4}){1,2}|\\.", re.DOTALL)
_CSV_ESCAPE = compiled(r'""')


class _Record(NamedTuple):
    line: int
    fields: Mapping[str, Any]  # by name in lower case


def read_jsonl(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    source = decode(content, path=path)
    return _documents(_json_lines(source, path), Trace(source, _JSON_ESCAPE, _json_meaning), path, date)


def read_csv(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    source = decode(content, path=path)
    return _documents(_csv_rows(source, path), Trace(source, _CSV_ESCAPE, lambda _: '"'), path, date)


def _json_lines(source: str, path: str) -> Iterator[_Record]:
    starts = (*line_starts(source), len(source))
    for number in range(1, len(starts)):
        line = source[starts[number - 1] : starts[number]].strip()
        if not line:
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            what = getattr(error, "msg", "nested too deeply")
            raise ClaimcheckError(f"is not JSON: {what} (one object on each line)", path=path, line=number) from None
        if not isinstance(fields, dict):
            raise ClaimcheckError("is not an object (write {…} on each line)", path=path, line=number)
        yield _Record(number, {key.lower(): value for key, value in fields.items()})


def _csv_rows(source: str, path: str) -> Iterator[_Record]:
    first = source[: source.find("\n")] if "\n" in source else source
    delimiter = max(",;\t|", key=first.count)
    csv.field_size_limit(100_000_000)
    rows = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        if not set(names) & set(_TEXTS):
            raise ClaimcheckError(
                f"has no column {_TEXTS[0]!r} (name the columns in the first line)", path=path, line=1
            )
        line = rows.line_num + 1
        for row in rows:
            if any(row):
                yield _Record(line, dict(zip(names, row, strict=False)))
            line = rows.line_num + 1
    except csv.Error as error:
        raise ClaimcheckError(f"is not CSV: {error}", path=path, line=rows.line_num) from None


def _documents(records: Iterator[_Record], trace: Trace, path: str, date: datetime.date | None) -> tuple[Document, ...]:
    found: list[Document] = []
    taken: set[str] = set()
    for record in records:
        document = article_in(record.fields, path=path, line=record.line, date=date)
        name = document.record
        name = name if name and name not in taken else str(record.line)
        taken.add(name)
        found.append(replace(trace.lead_back(document, _first(record.fields, _TEXTS) or ""), record=name))
    if not found:
        raise ClaimcheckError("holds no record", path=path)
    return tuple(found)


def article_in(
    fields: Mapping[str, Any], *, path: str, line: int | None = None, date: datetime.date | None = None
) -> Document:
    """The article that fields in lower case hold; its `record` is the id that they give. Places count in its text."""
    words = _first(fields, _TEXTS)
    if words is None or not words.strip():
        names = ", ".join(repr(name) for name in _TEXTS[:3])
        raise ClaimcheckError(f"has no text (under one of {names})", path=path, line=line)
    day = date or _day(fields, path, line)
    try:
        document = parse_plain(words, path=path, date=day)
    except ClaimcheckError as error:
        raise ClaimcheckError(str(error).removeprefix(f"{path}: "), path=path, line=line) from None
    authors = fields.get(next((key for key in _AUTHORS if fields.get(key)), ""), ())
    about = Properties(
        tuple(str(a) for a in authors) if isinstance(authors, list) else (str(authors),) if authors else (),
        _first(fields, _PUBLISHERS),
        _first(fields, _URLS),
    )
    title = _first(fields, _TITLES) or document.title
    return replace(document, title=title, properties=about, record=_first(fields, _NAMES))


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    found = next((fields[name] for name in names if fields.get(name) not in (None, "")), None)
    return None if found is None else str(found)


def _day(fields: Mapping[str, Any], path: str, line: int | None) -> datetime.date | None:
    found = _first(fields, _DATES)
    if found is None:
        return None
    try:
        return datetime.date.fromisoformat(found.strip()[:10])
    except ValueError:
        what = f"its date is not a day: {found!r} (write it as 2020-05-12)"
        raise ClaimcheckError(what, path=path, line=line) from None


def _json_meaning(match: re.Match[str]) -> str:
    try:
        return str(json.loads(f'"{match[0]}"'))
    except ValueError:
        return match[0]
