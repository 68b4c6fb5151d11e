"""`claimcheck query`: the answer to a question of an archive, as a table, CSV or JSON."""

from __future__ import annotations

import csv
import json
import sys
from enum import StrEnum
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.renderers.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.archive.query import Answer

_WIDEST = 100  # characters of a cell in the plain table


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(folder: Path, question: str, *, format: Format = Format.TABLE) -> int:
    """Prints the answer."""
    try:
        from claimcheck.archive.query import ask
    except ImportError as error:
        raise ClaimcheckError(f"this needs {error.name} (pip install 'claimcheck-cli[query]')") from None
    answer = ask(folder, question)
    {Format.TABLE: _table, Format.CSV: _csv, Format.JSON: _json}[format](answer)
    return 0


def _table(answer: Answer) -> None:
    rows = [answer.columns, *([_cell(value) for value in row] for row in answer.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cell(value: object) -> str:
    text = visible(" ".join(_plain(value).split()))
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, default=str, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _csv(answer: Answer) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_plain(value) for value in row] for row in answer.rows)


def _json(answer: Answer) -> None:
    """One object on each line."""
    for row in answer.rows:
        print(json.dumps(dict(zip(answer.columns, row, strict=True)), default=str))
