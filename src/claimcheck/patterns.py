"""Regular expressions that are compiled when they are first used, since most texts have no use for many of ours.

`pattern` takes what `re.compile` takes; to a type checker it is that function. It is for what is looked for once in a
text, or seldom: in the innermost loops, a compiled one is a little faster.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
            self.compiled = re.compile(self._written, self._flags)
            return self.compiled


__all__ = ["pattern"]
