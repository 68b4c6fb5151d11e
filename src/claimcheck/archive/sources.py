"""What an archive is made of: files found through fsspec, cut into parts, and the records that a part holds."""

from __future__ import annotations

import gzip
import io
import json
import logging
import posixpath
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr
from datetime import date
from typing import IO, Any

import fsspec

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document
from claimcheck.readers import SUFFIXES, read_content, read_contents
from claimcheck.readers.records import FIELDS, article_in
from claimcheck.records import NamedTuple, replace

_PACKED = (".gz", ".bz2", ".xz", ".zst")
_LINES, _COLUMNS, _CRAWL = "jsonl", "parquet", "warc"
_SUFFIXES = {".jsonl": _LINES, ".ndjson": _LINES, ".parquet": _COLUMNS, ".warc": _CRAWL, ".wet": _CRAWL}
_TEXT = "text"
_MOST_TEXTS = 256  # in one part
_LONGEST = 100_000_000  # bytes of one record, as for a file


class File(NamedTuple):
    name: str  # as the user would write it
    url: str  # by which any worker finds it
    stamp: str  # another one when the content has changed
    size: int


class Part(NamedTuple):
    """What one worker does at a time; `start` and `stop` are bytes of lines, or row groups, and -1 is the end."""

    source: str
    kind: str
    files: tuple[File, ...]
    start: int = 0
    stop: int = -1


class Record(NamedTuple):
    """One article, or why it is none; without an id it is the whole file."""

    source: str
    id: str | None
    document: Document | str


def find_parts(source: str, *, size: int) -> Iterator[Part]:
    """The parts of a file or folder, of about so many bytes, in the order of its files' names.

    Raises ClaimcheckError when nothing in it can be read.
    """
    files = _files(source)
    texts = [file for file, kind in files if kind == _TEXT]
    for group in _grouped(texts, size):
        yield Part(source, _TEXT, tuple(group))
    for file, kind in files:
        if kind == _LINES and not file.name.endswith(_PACKED):
            for start in range(0, max(1, file.size), size):
                yield Part(source, kind, (file,), start, start + size)
        elif kind == _COLUMNS:
            for start, stop in _row_groups(file, size):
                yield Part(source, kind, (file,), start, stop)
        elif kind != _TEXT:
            yield Part(source, kind, (file,))


def records_in(part: Part) -> Iterator[Record]:
    """The articles of a part, one after the other: never all at once in memory."""
    for file in part.files:
        if part.kind == _TEXT:
            yield from _text(file)
            continue
        read = {_LINES: _lines, _COLUMNS: _rows, _CRAWL: _pages}[part.kind]
        try:
            yield from read(file, part.start, part.stop)
        except Exception as error:
            if _is_failure(error):
                raise
            yield Record(file.name, None, f"cannot be read to its end: {reason_of(error)}")


def _files(source: str) -> list[tuple[File, str]]:
    fs, root = _located(source)
    try:
        found = fs.find(root, detail=True)
    except FileNotFoundError:
        found = {}
    if not found:
        raise ClaimcheckError("no such file or folder" if not fs.exists(root) else "holds no file", path=source)
    local = "://" not in source
    files = []
    for path, about in sorted(found.items()):
        inside = posixpath.relpath(path, root)
        if inside != "." and any(piece.startswith(".") for piece in inside.split("/")):
            continue
        kind = _kind(path)
        if kind is not None:
            name = source if inside == "." else f"{source.rstrip('/')}/{inside}"
            stamp = next((str(about[key]) for key in ("ETag", "etag", "mtime", "LastModified") if key in about), "")
            url = path if local else fs.unstrip_protocol(path)
            files.append((File(name, url, stamp, int(about.get("size") or 0)), kind))
    if not files:
        raise ClaimcheckError(f"holds nothing to read ({', '.join(SUFFIXES)}, .parquet, .warc, .wet)", path=source)
    return files


def _located(source: str) -> tuple[Any, str]:
    try:
        return fsspec.core.url_to_fs(source)  # type: ignore[no-any-return]
    except ImportError as error:
        raise ClaimcheckError(f"needs one more library: {error}", path=source) from None
    except ValueError as error:
        raise ClaimcheckError(f"cannot be found: {error}", path=source) from None


def _kind(path: str) -> str | None:
    name = path.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    suffix = posixpath.splitext(name)[1]
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    return _TEXT if suffix in SUFFIXES and name == path.lower() else None


def _grouped(files: Sequence[File], size: int) -> Iterator[list[File]]:
    """The files in groups that begin at names, not at numbers: a new file leaves all groups but its own as they are."""
    group: list[File] = []
    for file in files:
        full = len(group) >= _MOST_TEXTS or sum(one.size for one in group) >= size
        if group and (full or _begins(file)):
            yield group
            group = []
        group.append(file)
    if group:
        yield group


def _begins(file: File) -> bool:
    name = posixpath.basename(file.name).encode("utf-8", "surrogatepass")
    return zlib.crc32(name) % (_MOST_TEXTS // 4) == 0


def _open(file: File, *, compression: str | None = "infer") -> IO[bytes]:
    """The file, read through a buffer of Python's own: a bucket's files know no `readline` with a limit."""
    return io.BufferedReader(fsspec.open(file.url, "rb", compression=compression).open())


def _text(file: File) -> Iterator[Record]:
    """The one article of most files, the several of some."""
    try:
        if file.size > _LONGEST:
            raise ClaimcheckError("is larger than 100 MB (split it)")
        with _open(file) as stream:
            documents = read_contents(stream.read(), path=file.name)
    except Exception as error:
        if _is_failure(error):
            raise
        yield Record(file.name, None, reason_of(error))
        return
    for document in documents:
        yield Record(file.name, document.record, document)


def _lines(file: File, start: int, stop: int) -> Iterator[Record]:
    """The records of the lines that begin in the range."""
    with _open(file) as stream:
        if start:
            stream.seek(start - 1)
            stream.readline()
            at = stream.tell()
        else:
            at = 0
        while stop < 0 or at < stop:
            line = stream.readline(_LONGEST)
            if not line:
                return
            begun, at = at, at + len(line)
            if len(line) == _LONGEST:
                raise ClaimcheckError(f"the line at byte {begun} is longer than 100 MB (split it)")
            if line.strip():
                yield _from_line(file.name, line, begun)


def _from_line(name: str, line: bytes, at: int) -> Record:
    try:
        fields = json.loads(line.decode("utf-8-sig" if at == 0 else "utf-8"))
        if not isinstance(fields, dict):
            raise ValueError("not an object")
    except (ValueError, RecursionError) as error:
        return Record(name, f"byte {at}", f"not a JSON object: {error}")
    return _from_fields(name, fields, f"byte {at}")


def _row_groups(file: File, size: int) -> Iterator[tuple[int, int]]:
    """Ranges of row groups of about so many bytes. A broken file has one, empty, whose records say why."""
    from pyarrow import parquet

    try:
        with _open(file) as stream:
            about = parquet.ParquetFile(stream).metadata
            sizes = [about.row_group(n).total_byte_size for n in range(about.num_row_groups)]
    except Exception as error:
        if _is_failure(error):
            raise
        sizes = []
    start, held = 0, 0
    for n, group in enumerate(sizes):
        held += group
        if held >= size:
            yield start, n + 1
            start, held = n + 1, 0
    if held or not sizes:
        yield start, len(sizes)


def _rows(file: File, start: int, stop: int) -> Iterator[Record]:
    from pyarrow import parquet

    with _open(file) as stream:
        table = parquet.ParquetFile(stream)
        columns = [name for name in table.schema_arrow.names if name.lower() in FIELDS]
        before = sum(table.metadata.row_group(n).num_rows for n in range(start))
        batches = table.iter_batches(batch_size=64, row_groups=list(range(start, stop)), columns=columns)
        for number, row in enumerate((row for batch in batches for row in batch.to_pylist()), before):
            yield _from_fields(file.name, row, f"row {number}")


def _from_fields(name: str, fields: Mapping[str, Any], place: str) -> Record:
    """A record of named fields; where it has no id, its place stands for one."""
    try:
        document = article_in({key.lower(): value for key, value in fields.items()}, path=name)
    except Exception as error:
        return Record(name, place, reason_of(error))
    return Record(name, document.record or place, document)


def _pages(file: File, start: int, stop: int) -> Iterator[Record]:
    """The pages of a crawl that were delivered and are HTML or plain text; one without a date has the crawl's."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    with _open(file, compression=None) as stream:
        crawl = ArchiveIterator(stream)
        try:
            while (record := _next(crawl)) is not None:
                suffix = _page_suffix(record)
                if suffix is not None:
                    address = record.rec_headers.get_header("WARC-Target-URI") or ""
                    yield Record(file.name, address, _page(record, suffix))
        except ArchiveLoadFailed as error:
            raise ClaimcheckError(f"is no WARC file: {error}") from None
        if crawl.err_count:
            yield Record(file.name, None, f"{crawl.err_count} of its records have another length than they say")


def _next(crawl: Iterator[Any]) -> Any:
    """The next record, or None; what the library would print of it, with its words, is not printed."""
    with redirect_stderr(io.StringIO()):
        return next(crawl, None)


def _page_suffix(record: Any) -> str | None:
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return None
        type_ = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        type_ = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    return {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}.get(
        type_.partition(";")[0].strip().lower()
    )


def _page(record: Any, suffix: str) -> Document | str:
    try:
        with redirect_stderr(io.StringIO()):
            content = record.content_stream().read(_LONGEST)
        document = read_content(content, path=f"page{suffix}")
    except Exception as error:
        if _is_failure(error):
            raise
        return reason_of(error).removeprefix(f"page{suffix}: ")
    return document if document.date else replace(document, date=_day(record.rec_headers.get_header("WARC-Date")))


def _day(crawled: str | None) -> date | None:
    try:
        return date.fromisoformat((crawled or "")[:10])
    except ValueError:
        return None


def _is_failure(error: Exception) -> bool:
    """Whether a disk or network failed: no fault of the file, and worth another run. A broken file has no errno."""
    unpacking = type(error) in (OSError, gzip.BadGzipFile)
    return isinstance(error, OSError) and not (unpacking and error.errno is None)


def reason_of(error: Exception) -> str:
    """Why a record was left out; a fault of our own must not end a run over millions of them."""
    return str(error) if isinstance(error, ClaimcheckError) else f"{type(error).__name__}: {error}"
