"""What earlier runs found, kept so that a text that has not changed need not be read again.

No text is kept. What was found quotes the text, so it is sealed with a key made of the whole text and of whatever else
decides the result: only who has that very text can read it again. A kept result that is broken, or that nobody can
open, is as good as none.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

_LONGEST = 64_000_000  # bytes: a file that has grown beyond is begun anew
_FILES = 8  # for so many settings, and versions of the program, results are kept
_CHECK = 8  # bytes that tell a result from a broken one


class Results:
    """The results under one set of rules and settings; in no folder, or one that cannot be used, there are none."""

    def __init__(self, folder: Path | None, *context: str) -> None:
        self._kept: dict[bytes, bytes] = {}
        self._handle: int | None = None
        self._context = "\n".join(context).encode("utf-8", "surrogatepass")
        if folder is not None:
            with contextlib.suppress(OSError):
                self._open(folder / "results" / hashlib.sha256(b"context" + self._context).hexdigest()[:32])

    def _open(self, place: Path) -> None:
        for folder in (place.parent.parent, place.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self._handle = os.open(place, flags, 0o600)
        if os.fstat(self._handle).st_size > _LONGEST:
            os.truncate(self._handle, 0)
        with open(place, "rb") as file:
            for line in file:
                name, _, sealed = line.rstrip(b"\n").partition(b" ")
                self._kept[name] = sealed
        os.utime(place)
        _prune(place.parent)

    def find(self, *parts: bytes) -> bytes | None:
        """What was kept for just these parts."""
        secret = self._secret(parts)
        sealed = self._kept.get(_name(secret))
        if sealed is None:
            return None
        with contextlib.suppress(binascii.Error):
            found = base64.b64decode(sealed, validate=True)
            content = _under(found[_CHECK:], secret, found[:_CHECK])
            return content if _check(content, secret) == found[:_CHECK] else None
        return None

    def keep(self, content: bytes, *parts: bytes) -> None:
        """Keeps it at once, in one write, so that an interrupted run goes on where it was."""
        if self._handle is None:
            return
        secret = self._secret(parts)
        check = _check(content, secret)
        sealed = check + _under(content, secret, check)
        with contextlib.suppress(OSError):  # a line of its own, also behind one that was broken off
            os.write(self._handle, b"\n".join((b"", _name(secret) + b" " + base64.b64encode(sealed), b"")))

    def _secret(self, parts: Iterable[bytes]) -> bytes:
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in (self._context, *parts))).digest()


def _name(secret: bytes) -> bytes:
    return hashlib.sha256(b"name" + secret).hexdigest()[:32].encode()


def _check(content: bytes, secret: bytes) -> bytes:
    return hashlib.sha256(b"check" + secret + content).digest()[:_CHECK]


def _under(content: bytes, secret: bytes, check: bytes) -> bytes:
    """The content under a stream of bytes that only the secret gives; once more, and it is open again."""
    stream = hashlib.shake_256(b"seal" + secret + check).digest(len(content))
    return (int.from_bytes(content, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(content), "big")


def _prune(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in files[_FILES:]:
        old.unlink(missing_ok=True)
