"""Words as data: one YAML file per subject, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.lexicon.compiled import read


@cache
def load(name: str) -> Any:
    """The content of `lexicon/NAME.yaml`. Callers must not change it."""
    return read(name)
