"""Finds the claims in an article, who makes each one, and what backs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.pipeline import extract
    from claimcheck.readers import parse, read

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "parse", "read"]

_HOMES = {"extract": "claimcheck.pipeline", "parse": "claimcheck.readers", "read": "claimcheck.readers"}


def __getattr__(name: str) -> object:
    """Each name from its module, imported when it is first asked for: `claimcheck --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
