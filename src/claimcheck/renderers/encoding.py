"""JSON, piece by piece: what is written is many times as long as the text that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def encoded(item: Any, *, indent: int | None = None) -> Iterator[str]:
    """As `json.dumps(item, indent=indent)`; an iterator in the item or in its dicts is a list, made item for item."""
    return _encoded(item, indent, "" if indent is None else "\n")


def _encoded(item: Any, indent: int | None, line: str) -> Iterator[str]:
    """The pieces of an item of which the lines begin like `line`."""
    inner = line + " " * (indent or 0)
    between = ", " if indent is None else "," + inner
    if isinstance(item, Iterator):
        before = "[" + inner
        for each in item:
            yield before
            yield from _encoded(each, indent, inner)
            before = between
        yield line + "]" if before == between else "[]"
    elif isinstance(item, dict) and any(isinstance(value, Iterator) for value in item.values()):
        before = "{" + inner
        for key, value in item.items():
            yield f"{before}{json.dumps(key)}: "
            yield from _encoded(value, indent, inner)
            before = between
        yield line + "}"
    else:
        yield json.dumps(item, indent=indent).replace("\n", line)  # no string holds a line break of its own
