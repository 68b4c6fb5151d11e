"""Words as data: one YAML file per subject, read once."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon.compiled import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `lexicon/NAME.yaml`. Callers must not change it."""
    return read(name)
