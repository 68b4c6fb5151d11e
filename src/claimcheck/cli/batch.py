"""The batch mode: one JSON object per line in, one out, in order and in constant memory."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from claimcheck.errors import ClaimcheckError

Row = Mapping[str, Any]


def run(path: str, answer: Callable[[Row], dict[str, Any]]) -> int:
    """Writes the answer to each line; a broken line is a record on stderr. 2 when there was one, else 0."""
    code = 0
    with _open(path) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                row = _row(line, first=number == 1)
                found = answer(row)
            except ClaimcheckError as error:
                record = {"line": number, "error": str(error).removeprefix("-: ")}
                sys.stderr.write(json.dumps(record) + "\n")
                code = 2
            else:
                sys.stdout.write(json.dumps({"id": row["id"], **found}) + "\n")
    return code


def text_of(row: Row, name: str) -> str:
    """The string in a field that every row must have."""
    if not isinstance(row.get(name), str):
        raise ClaimcheckError(f"{name!r} is no string" if name in row else f"{name!r} is missing")
    text: str = row[name]
    return text


def date_of(row: Row) -> datetime.date | None:
    """The day in `date`; a time after it is left aside."""
    if row.get("date") in (None, ""):
        return None
    try:
        return datetime.date.fromisoformat(text_of(row, "date")[:10])
    except ValueError:
        raise ClaimcheckError(f"'date' is not a day: {row['date']!r} (write it as 2020-05-12)") from None


def _row(line: bytes, *, first: bool) -> Row:
    try:
        row = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as error:
        raise ClaimcheckError(f"byte {error.start} of the line is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ClaimcheckError(f"not JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise ClaimcheckError("not a record: nested too deeply") from None
    except ValueError:
        raise ClaimcheckError("not a record: a number with thousands of digits") from None
    if not isinstance(row, dict):
        raise ClaimcheckError("not a JSON object")
    if "id" not in row:
        raise ClaimcheckError("'id' is missing")
    return row


def _open(path: str) -> BinaryIO:
    if path == "-":
        return sys.stdin.buffer
    if Path(path).is_dir():
        raise ClaimcheckError("is a directory (name a JSONL file)", path=path)
    try:
        return open(path, "rb")
    except FileNotFoundError:
        raise ClaimcheckError("no such file", path=path) from None
    except OSError as error:
        raise ClaimcheckError(f"cannot be read: {error.strerror or error}", path=path) from None
