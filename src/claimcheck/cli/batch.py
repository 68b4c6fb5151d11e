"""The batch mode: one JSON object per line in, one out, in order and in constant memory."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from claimcheck.commands.workers import in_order, with_bar
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Style
from claimcheck.renderers.encoding import encoded

Row = Mapping[str, Any]


def run(path: str, answer: Callable[[Row], Mapping[str, Any]], *, jobs: int | None = None) -> int:
    """Writes the answer to each line; a broken line is a record on stderr. 2 when there was one, else 0."""
    code = 0
    if path == "-" and jobs is None:
        jobs = 1  # whoever writes line by line may wait for each answer
    with _open(path) as stream:
        lines = ((number, line) for number, line in enumerate(stream, 1) if line.strip())
        answers = in_order(partial(_answered, answer), lines, jobs=jobs, size=_size)
        for number, found, error in answers if sys.stdout.isatty() else with_bar(answers):
            if error is None:
                sys.stdout.writelines(found)
            else:
                sys.stderr.write(json.dumps({"line": number, "error": error}) + "\n")
                code = 2
    return code


def extraction(row: Row, *, style: Style | None = None) -> Mapping[str, Any]:
    """What a document claims."""
    from claimcheck import pipeline, readers
    from claimcheck.renderers import json

    return json.extraction(pipeline.extract(readers.parse(text_of(row, "text"), date=date_of(row)), style=style))


def verification(row: Row) -> dict[str, Any]:
    """Whether a document backs a claim."""
    from claimcheck.evidence.verify import verify
    from claimcheck.renderers import json

    return json.verification(verify(text_of(row, "claim"), text_of(row, "document")))


def comparison(row: Row) -> dict[str, Any]:
    """What changed between the two versions of a text."""
    from claimcheck import readers
    from claimcheck.changes import compare
    from claimcheck.pipeline import extract
    from claimcheck.renderers import diff_json

    old, new = (readers.parse(text_of(row, side)) for side in ("before", "after"))
    return diff_json.batch(compare(extract(old), extract(new)))


def _size(numbered: tuple[int, bytes]) -> int:
    return len(numbered[1])


class _Line:
    """An answer as a line, in pieces that are made as they are written; all at once for another process."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[str]:
        yield from self._pieces
        yield "\n"

    def __reduce__(self) -> tuple[object, ...]:
        return _Line, (("".join(self._pieces),),)


def _answered(
    answer: Callable[[Row], Mapping[str, Any]], numbered: tuple[int, bytes]
) -> tuple[int, Iterable[str], str | None]:
    """The line's number, its answer as a line, and what is wrong with it."""
    number, line = numbered
    try:
        row = _row(line, first=number == 1)
        return number, _Line(encoded({"id": row["id"], **answer(row)})), None
    except ClaimcheckError as error:
        return number, (), str(error).removeprefix("-: ")


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
