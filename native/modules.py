"""Which modules are compiled: those in which reading a text spends its time, and the values that they pass on."""

from __future__ import annotations

from pathlib import Path

_COMPILED = (
    "attribution",
    "claims",
    "comparison/words.py",
    "grammar",
    "lexicon/phrases.py",
    "model.py",
    "sentences.py",
    "values",
)


def compiled(sources: Path) -> list[str]:
    """The files, relative to the folder that has the package in it."""
    paths = [sources / "claimcheck" / name for name in _COMPILED]
    found = [file for path in paths for file in ([path] if path.suffix else path.rglob("*.py"))]
    return sorted(file.relative_to(sources).as_posix() for file in found)
