"""From the bytes of a file to its text, or to one line that says why they are no text."""

from __future__ import annotations

import sys

from claimcheck.errors import ClaimcheckError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
)
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_LARGEST = 100_000_000  # bytes; a library of books, and what a device that never ends is cut off at
_BOM = b"\xef\xbb\xbf"


def read_bytes(path: str) -> bytes:
    """The content of the file, or of standard input for "-"."""
    if path == "-":
        return _bounded(sys.stdin.buffer, path)
    try:
        with open(path, "rb") as file:
            return _bounded(file, path)
    except PermissionError:
        raise ClaimcheckError("may not be read (check its permissions)", path=path) from None
    except OSError as error:
        raise ClaimcheckError(f"cannot be read: {error.strerror or error}", path=path) from None


def _bounded(file: BinaryIO, path: str) -> bytes:
    content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ClaimcheckError(f"is larger than {_LARGEST // 1_000_000} MB (split it)", path=path)
    return content


def kind_of(content: bytes) -> str | None:
    """What a file is by its first bytes, where it is no text."""
    return next((name for magic, name in _BINARY if content.startswith(magic)), None)


def decode(content: bytes, *, path: str, encoding: str | None = None) -> str:
    """The text of a UTF-8 file, without its byte order mark; another encoding counts where the file is no UTF-8."""
    for mark, name in _OTHER_ENCODINGS:
        if content.startswith(mark):
            raise ClaimcheckError(f"is written in {name} (save it as UTF-8)", path=path)
    if kind := kind_of(content):
        raise ClaimcheckError(f"is {kind}, not a text (give it the right ending, or save its text)", path=path)
    if (nul := content.find(b"\0")) >= 0:
        raise ClaimcheckError(f"is a binary file: byte {nul} is NUL (save its text as UTF-8)", path=path)
    skipped = len(_BOM) if content.startswith(_BOM) else 0
    try:
        text = content[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        if encoding is not None:
            return _in_encoding(content, encoding, path)
        at = error.start + skipped
        line = 1 + content[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
        what = f"byte {at} (0x{content[at]:02x}) is not UTF-8 (save the file as UTF-8)"
        raise ClaimcheckError(what, path=path, line=line) from None
    if not text.strip():
        raise ClaimcheckError("is empty" if not content else "holds nothing but white space", path=path)
    return text


def _in_encoding(content: bytes, encoding: str, path: str) -> str:
    # Browsers read what calls itself Latin 1 as its superset from Windows.
    codec = "cp1252" if encoding in ("iso-8859-1", "latin1", "ascii", "us-ascii") else encoding
    try:
        return content.decode(codec, "replace")
    except LookupError:
        raise ClaimcheckError(f"names an unknown encoding: {encoding!r} (save it as UTF-8)", path=path) from None
