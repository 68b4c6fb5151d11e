"""What each start would compile anew: kept beside this module's bytecode, from where the next start has it.

Where nothing is kept, or by another version of Python, or where nothing may be written, it is compiled as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the interpreter's own, behind `re`
import marshal
import sys
from collections.abc import Callable, Hashable
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_VERSION = (sys.hexversion, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
_new: dict[Hashable, Callable[[], Any]] = {}


def kept(key: Hashable) -> Any:
    """What is kept by that key; None when nothing is."""
    return _kept().get(key)


def keep(key: Hashable, value: Callable[[], Any]) -> None:
    """Has what the call gives, unless it is None, kept by that key when the program ends: code, or other constants."""
    _new[key] = value


def write() -> None:
    """Writes what is to be kept, where bytecode is written too."""
    path = _path()
    if not _new or sys.dont_write_bytecode or not path:
        return
    made = {key: value for key, make in _new.items() if (value := make()) is not None}
    if made:
        from importlib.machinery import SourceFileLoader

        SourceFileLoader("", "").set_data(path, marshal.dumps((_VERSION, _kept() | made)))  # whole, or not at all


@cache
def _kept() -> dict[Hashable, Any]:
    try:
        with open(_path(), "rb") as file:
            version, found = marshal.loads(file.read())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if version == _VERSION else {}


def _path() -> str:
    cached = __spec__.cached if __spec__ else None
    return cached.removesuffix(".pyc") + ".compiled" if cached else ""
