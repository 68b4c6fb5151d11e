"""Regular expressions that cost little to have at a start.

Compiling those that a page asks for takes an eighth of a check. So what the interpreter has made of each is kept beside
this module's bytecode, as that is, and the next start has it from there. Where nothing is kept, or by another version
of Python, or where nothing may be written, each is compiled as ever.

`compiled` gives what `re.compile` gives. `pattern` gives it when it is first used, since most texts have no use for
many of ours; in the innermost loops, the other is a little faster.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the interpreter's own, behind `re`
import marshal
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

_VERSION = (sys.hexversion, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
_new: dict[tuple[str, int], re.Pattern[str]] = {}


def compiled(written: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, for a constant: each one is kept."""
    key = written, int(flags)
    kept = _kept().get(key)
    if kept is None:
        kept = _new[key] = re.compile(written, flags)
        return kept
    return _restored(written, kept)


if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # a function, for all that anybody sees
        """A regular expression, not compiled yet."""

        def __init__(self, written, flags=0):
            self._written, self._flags = written, flags

        def __getattr__(self, name):
            if name != "compiled":
                return getattr(self.compiled, name)
            self.compiled = compiled(self._written, self._flags)
            return self.compiled


def keep() -> None:
    """Keeps what had to be compiled, where bytecode is kept too."""
    cached = _path()
    if not _new or sys.dont_write_bytecode or not cached:
        return
    from importlib.machinery import SourceFileLoader

    all_kept = dict(_kept())
    for (written, flags), made in _new.items():
        parts = _parts(written, flags)
        if parts and _restored(written, parts) == made:  # which compares what it is made of
            all_kept[written, flags] = parts
    SourceFileLoader("", "").set_data(cached, marshal.dumps((_VERSION, all_kept)))  # whole, or not at all


def _parts(written: str, flags: int) -> Any:
    """What an expression is made of; None where this Python has it otherwise."""
    from importlib import import_module

    try:
        parsed = import_module("re._parser").parse(written, flags)
        code = import_module("re._compiler")._code(parsed, flags)
        groups: dict[str, int] = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in groups.items():
            names[number] = name
        return int(flags | parsed.state.flags), list(map(int, code)), len(names) - 1, groups, tuple(names)
    except (AttributeError, ImportError, TypeError):
        return None


def _restored(written: str, parts: Any) -> re.Pattern[str]:
    made: re.Pattern[str] = _sre.compile(written, *parts)
    return made


@cache
def _kept() -> dict[tuple[str, int], Any]:
    try:
        with open(_path(), "rb") as file:
            version, kept = marshal.loads(file.read())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept if version == _VERSION else {}


def _path() -> str:
    cached = __spec__.cached if __spec__ else None
    return cached.removesuffix(".pyc") + ".expressions" if cached else ""


__all__ = ["compiled", "keep", "pattern"]
