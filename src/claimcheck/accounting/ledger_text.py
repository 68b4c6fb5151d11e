"""The ledger's file, edited as text: comments, order and style stay as whoever wrote it left them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger import LedgerEntry
from claimcheck.evidence.ledger_file import parse_ledger
from claimcheck.patterns import compiled

Plain = str | int | float | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]

_EMPTY_LIST = compiled(r"^claims:(?:[ \t]{1,8}(?:\[[ \t]{0,8}\]|~|null))?(?=[ \t]{0,80}(?:\r?$|#))", re.MULTILINE)
_BARE = compiled(r"[A-Za-z][A-Za-z0-9 ()'/,.-]{0,300}\Z")
_DAY = compiled(r"\d{4}-\d\d(?:-\d\d)?\Z")
_UNPRINTABLE = compiled("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def inserted(text: str, ident: str, fields: Mapping[str, Plain], *, path: str) -> str:
    """The ledger with one entry more, behind the entry with the nearest smaller id.

    So the entries that two people add meet in one place only when their ids are neighbours.
    """
    if not text.strip():
        text = "version: 1\nclaims:\n"
    ledger = parse_ledger(text, path=path)
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    if not ledger.entries:
        return _first("".join(lines), fields, end, path=path)
    smaller = [entry for entry in ledger.entries if entry.id < ident]
    neighbour = max(smaller, key=lambda entry: entry.id) if smaller else ledger.entries[0]
    start, stop, dash = _extent(lines, neighbour, path)
    new = _block(fields, " " * dash, end)
    gap = [end] if _is_spaced(lines, ledger.entries, path) else []
    if smaller:
        lines[stop:stop] = [*gap, *new]
    else:
        lines[start:start] = [*new, *gap]
    return "".join(lines)


def _is_spaced(lines: list[str], entries: Sequence[LedgerEntry], path: str) -> bool:
    """Whether a blank line stands between most entries."""
    stops = [_extent(lines, entry, path)[1] for entry in entries[:-1]]
    return 2 * sum(not lines[stop].strip() for stop in stops) > len(stops)


def changed(text: str, ident: str, *, status: str, more: Mapping[str, Plain], path: str) -> str:
    """The ledger with another status for an entry, and further fields that it does not have yet."""
    entry = _entry(text, ident, path)
    lines = text.splitlines(keepends=True)
    start, stop, dash = _extent(lines, entry, path)
    block = "".join(lines[start:stop])
    written = list(more)
    if taken := [key for key in written if re.search(rf"(?:^|[{{,\s]){key}:", block)]:
        raise ClaimcheckError(f"{ident} has {taken[0]!r} already (edit the entry by hand)", path=path, line=entry.line)
    end = "\r\n" if "\r\n" in text else "\n"
    if re.match(r"[ \t]*-[ \t]+\{", block):
        extra = "".join(f", {key}: {flow(value)}" for key, value in more.items())
        new, count = re.subn(rf"(\bstatus:[ \t]*){entry.status}\b", rf"\g<1>{status}{_escaped(extra)}", block, count=1)
    else:
        inner = _inner(lines[start], dash)
        extra = "".join(line for key, value in more.items() for line in _field(key, value, inner, end))
        pattern = rf"^((?:[ \t]*-)?[ \t]*status:[ \t]*){entry.status}\b([^\n]*\n?)"
        new, count = re.subn(pattern, rf"\g<1>{status}\g<2>{_escaped(extra)}", block, count=1, flags=re.MULTILINE)
    if not count:
        raise ClaimcheckError(f"the status of {ident} cannot be found (edit the entry by hand)", path=path)
    return "".join([*lines[:start], new, *lines[stop:]])


def removed(text: str, ident: str, *, path: str) -> str:
    """The ledger without an entry; the comments above it stay."""
    lines = text.splitlines(keepends=True)
    start, stop, _ = _extent(lines, _entry(text, ident, path), path)
    if stop < len(lines) and not lines[stop].strip() and (start == 0 or not lines[start - 1].strip()):
        stop += 1  # of the two blank lines around it one stays
    left = [*lines[:start], *lines[stop:]]
    return "".join(left)


def flow(value: Plain) -> str:
    """The value on one line, as YAML and people read it."""
    match value:
        case str():
            return _scalar(value)
        case None | bool() | int():
            return json.dumps(value)
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case Mapping():
            return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
        case _:
            return "[" + ", ".join(flow(item) for item in value) + "]"


def _scalar(text: str) -> str:
    plain = _BARE.match(text) and not text.endswith(" ") and "," not in text and text.lower() not in _RESERVED
    return text if plain or _DAY.match(text) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotation marks, on one line."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def _first(text: str, fields: Mapping[str, Plain], end: str, *, path: str) -> str:
    place = _EMPTY_LIST.search(text)
    if place is None:
        if re.search(r"^claims:", text, re.MULTILINE):
            raise ClaimcheckError("'claims' is written on one line (write each claim on lines of its own)", path=path)
        return f"{text}claims:{end}{''.join(_block(fields, '  ', end))}"
    rest = text[place.end() :]
    comment, newline, below = rest.partition("\n")
    return f"{text[: place.start()]}claims:{comment}{newline or end}{''.join(_block(fields, '  ', end))}{below}"


def _block(fields: Mapping[str, Plain], indent: str, end: str) -> list[str]:
    lines = [line for key, value in fields.items() for line in _field(key, value, f"{indent}  ", end)]
    lines[0] = f"{indent}- {lines[0].lstrip()}"
    return lines


def _field(key: str, value: Plain, indent: str, end: str) -> list[str]:
    """A line, or for a list of mappings a line for each."""
    if isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(item, Mapping) for item in value):
        return [f"{indent}{key}:{end}", *(f"{indent}  - {flow(item)}{end}" for item in value)]
    return [f"{indent}{key}: {flow(value)}{end}"]


def _entry(text: str, ident: str, path: str) -> LedgerEntry:
    for entry in parse_ledger(text, path=path).entries:
        if entry.id == ident:
            return entry
    raise ClaimcheckError(f"has no entry {ident!r} (somebody has taken it out)", path=path)


def _extent(lines: list[str], entry: LedgerEntry, path: str) -> tuple[int, int, int]:
    """The entry's first line, the line after its last one, and the column of its dash."""
    start = entry.line - 1
    while start >= 0 and not re.match(r"[ \t]*-(?:[ \t]|\r?$)", lines[start]):
        start -= 1
    if start < 0:
        raise ClaimcheckError("'claims' is written on one line (write each claim on lines of its own)", path=path)
    dash = len(lines[start]) - len(lines[start].lstrip())
    stop = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if len(line) - len(line.lstrip()) <= dash:
            break
        stop = number + 1
    return start, stop, dash


def _inner(line: str, dash: int) -> str:
    """The indent of an entry's fields."""
    after = line[dash + 1 :]
    return " " * (dash + 1 + len(after) - len(after.lstrip())) if after.strip() else " " * (dash + 2)


def _escaped(replacement: str) -> str:
    return replacement.replace("\\", "\\\\")
