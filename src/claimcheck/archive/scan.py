"""From sources to tables: each part is read by one worker and written once; what is written is not done again."""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from claimcheck import pipeline
from claimcheck.archive.sources import Part, Record, find_parts, reason_of, records_in
from claimcheck.archive.tables import FACT, TABLES, Column, Row, Rows, rows_of
from claimcheck.checksums import checksum
from claimcheck.errors import ClaimcheckError
from claimcheck.files import write_atomically
from claimcheck.fingerprint import fingerprint
from claimcheck.model import Style
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

DONE = "done"  # the folder of marks: one for each part whose tables are all written
_UNFINISHED = ".unfinished"
_AT_ONCE = 256  # articles that are held before they are written

Run = Callable[[Callable[["Work"], Counter[str]], Iterable["Work"]], Iterator["Outcome"]]


class Work(NamedTuple):
    """What a worker needs: also one on another machine, which must see `out` under the same name."""

    part: Part
    out: str
    style: Style | None
    rules: str

    @property
    def name(self) -> str:
        """The name of its files: the same in every run over the same source."""
        part = self.part
        key = "\n".join((part.source, part.files[0].name, str(part.start), str(part.stop)))
        return checksum(key)[:16]

    @property
    def stamp(self) -> str:
        """Another one as soon as its tables would be others."""
        key = repr((self.part, self.style, self.rules, sorted(TABLES.items())))
        return checksum(key)

    @property
    def mark(self) -> Path:
        return Path(self.out, DONE, f"{self.name}.json")


class Outcome(NamedTuple):
    """The rows of each table that a part gave, or why it could not be done."""

    work: Work
    counts: Counter[str] | str


def find_work(sources: Sequence[str], out: Path, *, size: int, style: Style | None = None) -> list[Work]:
    """All parts of the sources, each of about so many bytes of text, done or not.

    Raises ClaimcheckError for a source in which nothing can be read.
    """
    return [
        Work(part, os.path.abspath(out), style, fingerprint())
        for source in dict.fromkeys(sources)
        for part in find_parts(source, size=size)
    ]


def is_done(work: Work) -> bool:
    """Whether its tables are written as they would be now."""
    with contextlib.suppress(FileNotFoundError, ValueError):
        return bool(json.loads(work.mark.read_text("utf-8")).get("stamp") == work.stamp)
    return False


def one_by_one(do: Callable[[Work], Counter[str]], works: Iterable[Work]) -> Iterator[Outcome]:
    """In this process, without a cluster."""
    for work in works:
        try:
            yield Outcome(work, do(work))
        except OSError as error:
            yield Outcome(work, str(error))


def read_part(work: Work) -> Counter[str]:
    """Writes the tables of one part, each in one step, and then the mark that they are all there."""
    if fingerprint() != work.rules:
        raise ClaimcheckError("a worker has another version of claimcheck (install the same one on all)")
    for name in (*TABLES, DONE):
        Path(work.out, name).mkdir(parents=True, exist_ok=True)
    work.mark.unlink(missing_ok=True)
    with contextlib.ExitStack() as stack:
        tables = {name: stack.enter_context(_Table(work, name)) for name in TABLES}
        for record in records_in(work.part):
            for name, rows in _rows(record, work.style).items():
                tables[name].add(rows)
        counts = Counter({name: table.rows for name, table in tables.items()})
    names = [file.name for file in work.part.files]
    mark = {"stamp": work.stamp, "source": work.part.source, "files": names, "rows": dict(counts)}
    write_atomically(work.mark, json.dumps(mark, indent=1) + "\n")
    return counts


def _rows(record: Record, style: Style | None) -> Rows:
    """What the tables say of a record: its article, or why there is none."""
    source, document = record.source, record.document
    if not isinstance(document, str):
        article = source if record.id is None else f"{source}#{record.id}"
        try:
            (report,) = pipeline.check((document,), style=style).documents
            return rows_of(report, article=article, source=source, record=record.id)
        except Exception as error:
            document = reason_of(error)
    return {"errors": [{"source": source, "record": record.id, "reason": document.removeprefix(f"{source}: ")}]}


class _Table:
    """One table of one part, written beside its place and put there when it is whole."""

    def __init__(self, work: Work, name: str) -> None:
        self._place = Path(work.out, name, f"{work.name}.parquet")
        self._schema, self._held = schema_of(name), list[Row]()
        self.rows = 0

    def __enter__(self) -> _Table:
        self._beside = self._place.with_name(f".{self._place.name}.{os.getpid()}{_UNFINISHED}")
        self._writer = parquet.ParquetWriter(self._beside, self._schema, compression="zstd")
        return self

    def add(self, rows: Sequence[Row]) -> None:
        self._held += rows
        self.rows += len(rows)
        if len(self._held) >= 16 * _AT_ONCE:
            self._write()

    def _write(self) -> None:
        try:
            table = pa.Table.from_pylist(self._held, schema=self._schema)
        except UnicodeEncodeError:  # half of a surrogate pair, which JSON can hold and UTF-8 cannot
            table = pa.Table.from_pylist(_encodable(self._held), schema=self._schema)
        self._writer.write_table(table)
        self._held.clear()

    def __exit__(self, kind: object, *rest: object) -> None:
        if kind is None:
            self._write()
        self._writer.close()
        if kind is None:
            os.replace(self._beside, self._place)
        else:
            self._beside.unlink(missing_ok=True)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_encodable(each) for each in value]
    return {key: _encodable(each) for key, each in value.items()} if isinstance(value, dict) else value


def schema_of(name: str) -> Any:
    """A table's columns as Parquet has them, each with what it says."""
    return pa.schema([_field(column) for column in TABLES[name]])


_TYPES = {"string": pa.string(), "int": pa.int64(), "double": pa.float64(), "date": pa.date32()}


def _field(column: Column) -> Any:
    inner = column.type.removeprefix("list of ")
    type_ = pa.struct([_field(each) for each in FACT]) if inner == "fact" else _TYPES[inner]
    whole = pa.list_(type_) if inner != column.type else type_
    return pa.field(column.name, whole, metadata={"what": column.what} if column.what else None)


_OURS = compiled(r"\.?[0-9a-f]{16}\.")


def clear(out: Path, sources: Sequence[str], works: Iterable[Work]) -> None:
    """Takes out what a killed worker has left half written, and the parts that the sources have no more.

    What was found in other sources stays.
    """
    wanted = {work.name for work in works}
    for mark in sorted(Path(out, DONE).glob("*.json")):
        if mark.stem not in wanted and json.loads(mark.read_text("utf-8")).get("source") in sources:
            mark.unlink()
    kept = {mark.stem for mark in Path(out, DONE).glob("*.json")}
    for name in TABLES:
        for file in Path(out, name).glob("*"):
            if _OURS.match(file.name) and file.stem not in kept:
                file.unlink(missing_ok=True)
