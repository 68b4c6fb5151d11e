"""Regular expressions that cost little to have at a start.

Compiling those that a page asks for takes an eighth of a check, so what the interpreter has made of each is kept.

`compiled` gives what `re.compile` gives. `pattern` gives it when it is first used, since most texts have no use for
many of ours; in the innermost loops, the other is a little faster.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the interpreter's own, behind `re`
import re

from claimcheck.kept import keep, kept


def compiled(written: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, for a constant: each one is kept."""
    key = written, int(flags)
    parts = kept(key)
    if parts is not None:
        return _restored(written, parts)
    made = re.compile(written, flags)
    keep(key, lambda: _parts(made))
    return made


TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import compile as pattern
    from typing import Any
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


def _parts(made: re.Pattern[str]) -> Any:
    """What an expression is made of; None where this Python has it otherwise."""
    from importlib import import_module

    try:
        parsed = import_module("re._parser").parse(made.pattern, made.flags)
        code = import_module("re._compiler")._code(parsed, made.flags)
        groups: dict[str, int] = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in groups.items():
            names[number] = name
        parts = made.flags, list(map(int, code)), len(names) - 1, groups, tuple(names)
        return parts if _restored(made.pattern, parts) == made else None  # which compares what it is made of
    except (AttributeError, ImportError, TypeError):
        return None


def _restored(written: str, parts: Any) -> re.Pattern[str]:
    made: re.Pattern[str] = _sre.compile(written, *parts)
    return made


__all__ = ["compiled", "pattern"]
