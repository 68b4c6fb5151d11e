"""Which rules these are: a hash of the program's code and word lists, the same wherever they are installed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon.compiled import SUFFIX

_PACKAGE = os.path.dirname(__file__)


@cache
def fingerprint() -> str:
    """12 hex digits; two reports with the same were made by the same rules, whatever the version says."""
    whole = hashlib.sha256()
    for name in sorted(_sources(_PACKAGE)):
        with open(os.path.join(_PACKAGE, name), "rb") as file:
            whole.update(f"{name.replace(os.sep, '/')}\n".encode())
            whole.update(hashlib.sha256(file.read()).digest())
    return whole.hexdigest()[:12]


def _sources(package: str) -> Iterator[str]:
    for folder, _, files in os.walk(package):
        for name in files:
            if name.endswith((".py", ".yaml")) and not name.endswith(f"{SUFFIX}.py"):
                yield os.path.relpath(os.path.join(folder, name), package)
