"""From files to documents: one module per input format, listed here."""

from __future__ import annotations

import datetime
from pathlib import Path

from claimcheck.checksums import checksum
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document
from claimcheck.readers.decoding import decode, read_bytes
from claimcheck.readers.instructions import MARK, Instruction, find_instructions
from claimcheck.readers.plain import parse_plain
from claimcheck.readers.reader import Reader
from claimcheck.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Format = Literal["text", "markdown"]


READERS: tuple[Reader, ...] = (
    Reader(
        "markdown",
        (".md", ".markdown", ".mdown"),
        "Markdown with tables, footnotes and front matter",
        "markdown",
        markup=True,
    ),
    Reader("text", (".txt", ".text"), "Plain text", "plain", markup=False),
    Reader(
        "html",
        (".html", ".htm", ".xhtml"),
        "Web pages, live or saved: the article, not the navigation",
        "html",
        markup=True,
        extra="html",
    ),
    Reader(
        "mhtml", (".mhtml", ".mht"), "Web pages that a browser saved as one file", "mail", "read_page", extra="html"
    ),
    Reader("docx", (".docx",), "Word: the final text of tracked changes, with notes and without comments", "docx"),
    Reader("odt", (".odt",), "OpenDocument: the final text of tracked changes, with notes and without comments", "odt"),
    Reader("pdf", (".pdf",), "PDF with text: running heads and page numbers left out", "pdf", extra="pdf"),
    Reader("rst", (".rst", ".rest"), "reStructuredText", "rst", markup=False, extra="rst"),
    Reader("asciidoc", (".adoc", ".asciidoc", ".asc"), "AsciiDoc", "asciidoc", markup=False),
    Reader("email", (".eml",), "E-mail: its text, with the subject as title", "mail"),
    Reader("jsonl", (".jsonl", ".ndjson"), "JSON Lines: an object with `text` on each line", "records", "read_jsonl"),
    Reader("csv", (".csv", ".tsv"), "CSV: a row with a column `text` for each article", "records", "read_csv"),
)
SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)
# What a folder is searched for: pages and tables in it are seldom articles, and are read only where they are named.
_NAMED_ONLY = ("html", "mhtml", "jsonl", "csv")
SEARCHED_SUFFIXES = tuple(s for reader in READERS if reader.name not in _NAMED_ONLY for s in reader.suffixes)

__all__ = [
    "READERS",
    "SEARCHED_SUFFIXES",
    "SUFFIXES",
    "Format",
    "Reader",
    "instructions_in",
    "parse",
    "parse_plain",
    "read",
    "read_all",
    "read_content",
    "read_contents",
    "reader_for",
]


def read(path: Path | str, *, date: datetime.date | None = None) -> Document:
    """The document in a file, by its suffix; "-" is plain text on standard input.

    A `date` that is given outranks the one in the file. Raises ClaimcheckError for whatever cannot be read as a text,
    and for a file with several texts.
    """
    return _only(read_all(path, date=date), str(path))


def read_all(path: Path | str, *, date: datetime.date | None = None) -> tuple[Document, ...]:
    """The documents in a file: several where each of its records is one."""
    name = str(path)
    if name != "-":
        _check_file(name)
    return read_contents(read_bytes(name), path=name, date=date)


def read_content(content: bytes, *, path: str, date: datetime.date | None = None) -> Document:
    """The document in the bytes of a file of that name, which need not be on disk."""
    return _only(read_contents(content, path=path, date=date), path)


def read_contents(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    """The documents in the bytes of a file of that name."""
    found = checksum(content)
    return tuple(replace(d, sha256=found) for d in reader_for(path).read(content, path=path, date=date))


def parse(text: str, *, format: Format = "text", path: str = "-", date: datetime.date | None = None) -> Document:
    """The document that a string holds."""
    if format == "markdown":
        from claimcheck.readers.markdown import parse_markdown as parse_text
    else:
        parse_text = parse_plain
    document = parse_text(text, path=path, date=date)
    return replace(document, sha256=checksum(text))


def instructions_in(content: bytes, *, path: str) -> tuple[Instruction, ...]:
    """Those that a file of that name carries; a format without lines carries none."""
    markup = reader_for(path).markup
    if markup is None or MARK.encode() not in content:
        return ()
    return find_instructions(decode(content, path=path), markup=markup)


def reader_for(name: str) -> Reader:
    """The reader of files of that name. Raises ClaimcheckError when there is none."""
    suffix = Path(name).suffix.lower() if name != "-" else ""
    if not suffix:
        return next(reader for reader in READERS if reader.name == "text")
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    raise ClaimcheckError(
        f"files of the type {suffix} cannot be read (save it as one of {', '.join(SUFFIXES)})", path=name
    )


def _only(documents: tuple[Document, ...], path: str) -> Document:
    if len(documents) != 1:
        raise ClaimcheckError(f"holds {len(documents)} texts (name a file with one)", path=path)
    return documents[0]


def _check_file(name: str) -> None:
    path = Path(name)
    if path.is_dir():
        raise ClaimcheckError("is a directory (name the files in it)", path=name)
    if not path.exists():
        raise ClaimcheckError("no such file", path=name)
