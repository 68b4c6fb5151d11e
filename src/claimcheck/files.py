"""Files that are never half written."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from claimcheck.errors import ClaimcheckError


def write_atomically(path: Path, text: str) -> None:
    """Replaces the file's content in one step: whoever reads it meanwhile has the old text or the new one.

    A link stays a link, and permissions stay as they are. Line ends are written as they stand in the text.
    """
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise ClaimcheckError(f"cannot be written: {error.strerror or error}", path=str(path)) from None
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
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
