"""From files to documents: one module per input format, listed here."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Literal

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document
from claimcheck.readers import markdown, plain
from claimcheck.readers.decoding import decode, read_bytes
from claimcheck.readers.plain import parse_plain
from claimcheck.readers.reader import Reader

READERS: tuple[Reader, ...] = (markdown.READER, plain.READER)
Format = Literal["text", "markdown"]

__all__ = ["READERS", "Format", "Reader", "can_read", "parse", "parse_plain", "read", "read_content"]


def read(path: Path | str, *, date: datetime.date | None = None) -> Document:
    """The document in a file, by its suffix; "-" is plain text on standard input.

    A `date` that is given outranks the one in the file. Raises ClaimcheckError for whatever cannot be read as a text.
    """
    name = str(path)
    if name != "-":
        _check_file(name)
    return read_content(read_bytes(name), path=name, date=date)


def read_content(content: bytes, *, path: str, date: datetime.date | None = None) -> Document:
    """The document in the bytes of a file of that name, which need not be on disk."""
    reader = plain.READER if path == "-" else _reader_for(path)
    document = reader.parse(decode(content, path=path), path=path, date=date)
    return replace(document, sha256=hashlib.sha256(content).hexdigest())


def can_read(path: str) -> bool:
    """Whether there is a reader for files of this name."""
    suffix = Path(path).suffix.lower()
    return not suffix or any(suffix in reader.suffixes for reader in READERS)


def parse(text: str, *, format: Format = "text", path: str = "-", date: datetime.date | None = None) -> Document:
    """The document that a string holds."""
    reader = next(reader for reader in READERS if reader.name == format)
    document = reader.parse(text, path=path, date=date)
    return replace(document, sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _check_file(name: str) -> None:
    path = Path(name)
    if path.is_dir():
        raise ClaimcheckError("is a directory (name the files in it)", path=name)
    if not path.exists():
        raise ClaimcheckError("no such file", path=name)


def _reader_for(name: str) -> Reader:
    suffix = Path(name).suffix.lower()
    if not suffix:
        return plain.READER
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    known = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    raise ClaimcheckError(f"files of the type {suffix} cannot be read (save it as one of {known})", path=name)
