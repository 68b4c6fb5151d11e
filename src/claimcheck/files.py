"""Files that are never half written, nor written by two at once."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.errors import ClaimcheckError

_PATIENCE = 10.0  # seconds
_UNFINISHED = ".unfinished"


def write_atomically(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Replaces the file's content in one step: whoever reads it meanwhile has the old text or the new one.

    A link stays a link, and permissions stay as they are. Line ends are written as they stand in the text. A device or
    a pipe (/dev/stdout) is written to, not replaced.
    """
    import shutil  # both take as long to import as most texts to check, and a check writes no file
    import tempfile

    target = path.resolve()
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as device:
                device.writelines(_pieces(content))
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=_UNFINISHED, dir=target.parent)
    except OSError as error:
        raise ClaimcheckError(f"cannot be written: {error.strerror or error}", path=str(path)) from None
    try:
        with open(handle, "wb") as file:
            file.writelines(_pieces(content))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, name)
        else:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(name, 0o666 & ~mask)
        os.replace(name, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        if isinstance(error, OSError):
            raise ClaimcheckError(f"cannot be written: {error.strerror or error}", path=str(path)) from None
        raise


def _pieces(content: str | bytes | Iterable[str]) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from (piece.encode() for piece in ((content,) if isinstance(content, str) else content))


@contextlib.contextmanager
def one_writer(path: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Keeps other commands from writing the file, or in the folder, and clears away what a killed one has left behind.

    The folder is locked and no lock file made, so the lock ends with the process, however that ends. Waits for
    `patience` seconds, then raises ClaimcheckError.
    """
    import glob  # here, since a check writes no file

    if sys.platform == "win32":  # a file is still replaced in one step there, but two commands are not kept apart
        yield
        return
    target = path.resolve()
    folder, left_over = (target, ".*") if target.is_dir() else (target.parent, f".{glob.escape(target.name)}.*")
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise ClaimcheckError(f"cannot be written: {error.strerror or error}", path=str(path)) from None
    try:
        deadline = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > deadline:
                what = "another claimcheck is writing in its folder (try again when that has ended)"
                raise ClaimcheckError(what, path=str(path))
            time.sleep(0.02)
        for left in folder.glob(left_over + _UNFINISHED):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: better written than not
        return True
    return True
