"""YAML that people write by hand, read strictly: every value knows its line, and every error says what would do.

Of YAML only mappings, lists and scalars are accepted. Scalars follow YAML 1.2, in which `no` and `2020-05-12` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from claimcheck.errors import ClaimcheckError, nearest
from claimcheck.evidence.edtf import Extent, read_day, read_edtf
from claimcheck.patterns import compiled
from claimcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Choice = TypeVar("Choice", bound=StrEnum)

    import yaml

_DEEPEST = 12
_TOO_DEEP = f"nested deeper than {_DEEPEST} levels (make it flatter)"
_INTEGER = compiled(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = compiled(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})\Z")
_CONFLICT = compiled(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_CONSTANTS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar, a list or a mapping, and the line on which it begins. `written` is a scalar as it stands."""

    line: int
    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    written: str = ""

    def plain(self) -> object:
        """The same without lines: what JSON has for it."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, Mapping):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


def read_yaml(text: str, *, path: str, first_line: int = 1) -> Node:
    """The one document that the text holds. `first_line` is the line of the file on which the text begins."""
    import yaml  # here, since most runs hold no ledger and no corpus

    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + first_line
        raise ClaimcheckError("merge-conflict marker (settle the conflict first)", path=path, line=line)
    try:
        return _build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), path, first_line)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        if "nesting depth" in str(error.problem):  # libyaml looks ahead, and gives up before the loop below can count
            raise ClaimcheckError(_TOO_DEEP, path=path, line=line) from None
        raise ClaimcheckError(f"is not YAML: {error.problem} (mend the YAML)", path=path, line=line) from None
    except (yaml.YAMLError, ValueError) as error:
        what = f"is not YAML: {' '.join(str(error).split())} (save it as plain UTF-8 text)"
        raise ClaimcheckError(what, path=path, line=first_line) from None


def _build(events: Iterator[yaml.Event], path: str, first_line: int) -> Node:
    """The node that the events describe, without recursion, so that no nesting can exhaust the stack."""
    import yaml

    documents: list[Node] = []
    stack: list[_Open] = []
    for event in events:
        line = event.start_mark.line + first_line if event.start_mark else first_line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise ClaimcheckError("an anchor or alias (write the value out in full)", path=path, line=line)
        if getattr(event, "tag", None):
            raise ClaimcheckError("a tag (write the plain value without '!')", path=path, line=line)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(stack) == _DEEPEST:
                raise ClaimcheckError(_TOO_DEEP, path=path, line=line)
            stack.append(_Open(line, isinstance(event, yaml.MappingStartEvent), [], {}))
            continue
        if isinstance(event, yaml.ScalarEvent):
            node = Node(line, event.value if event.style else _scalar(event.value), event.value)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = stack.pop().close()
        else:
            continue
        if stack:
            stack[-1].add(node, path)
        else:
            documents.append(node)
    if len(documents) > 1:
        raise ClaimcheckError("a second YAML document (keep one, without '---')", path=path, line=documents[1].line)
    return documents[0] if documents else Node(first_line, None)


@dataclass(slots=True)
class _Open:
    """A list or mapping of which the end is not yet read. `key` is the key that waits for its value."""

    line: int
    mapping: bool
    items: list[Node]
    fields: dict[str, Node]
    key: Node | None = None

    def add(self, node: Node, path: str) -> None:
        if not self.mapping:
            self.items.append(node)
        elif self.key is not None:
            self.fields[self.key.written] = node
            self.key = None
        elif isinstance(node.value, (tuple, Mapping)):
            raise ClaimcheckError("a key that is a list or mapping (write a name)", path=path, line=node.line)
        elif node.written in self.fields:
            what = f"{node.written!r} stands twice (keep one of the two)"
            raise ClaimcheckError(what, path=path, line=node.line)
        else:
            self.key = node

    def close(self) -> Node:
        return Node(self.line, self.fields if self.mapping else tuple(self.items))


def _scalar(written: str) -> Scalar:
    if written in _CONSTANTS:
        return _CONSTANTS[written]
    if _INTEGER.match(written):
        return int(written)
    if _FLOAT.match(written):
        return float(written)
    return written


class Fields:
    """A mapping read field by field; a field that is not known is an error with the nearest known name."""

    def __init__(
        self,
        node: Node,
        *,
        path: str,
        what: str,
        known: Iterable[str],
        required: Iterable[str] = (),
        empty: Iterable[str] = (),
    ) -> None:
        self.path, self.line, self.what = path, node.line, what
        if not isinstance(node.value, Mapping):
            raise self._error(node, f"{what} must have fields", "write 'name: value' lines")
        self._nodes = node.value
        names = tuple(known)
        for key, value in node.value.items():
            if key not in names:
                if value.value is None and " " in key:
                    raise self._error(value, f"{what} breaks off at a comma", "put the text in quotation marks")
                near = nearest(key, names, cutoff=0.6)
                raise self._error(
                    value, f"{what} has no field {key!r}", f"did you mean {near!r}?" if near else _list(names)
                )
            if value.value is None and key not in empty:
                raise self._error(value, f"{key!r} is empty", "write something or leave the field out")
        for key in required:
            if self._node(key) is None:
                raise self._error(node, f"{what} has no {key!r}", f"add '{key}: …'")

    def __contains__(self, key: str) -> bool:
        return self._node(key) is not None

    def line_of(self, key: str) -> int:
        return self._nodes[key].line if key in self._nodes else self.line

    def error(self, key: str, problem: str, would_do: str) -> ClaimcheckError:
        return ClaimcheckError(f"{problem} ({would_do})", path=self.path, line=self.line_of(key))

    def text(self, key: str) -> str | None:
        node = self._node(key)
        if node is None:
            return None
        if not isinstance(node.value, str):
            raise self._error(
                node, f"{key!r} is not text", "put it in quotation marks" if node.written else "write text"
            )
        if not node.value.strip():
            raise self._error(node, f"{key!r} is empty", "write something or leave the field out")
        return node.value

    def scalar(self, key: str) -> str | None:
        """Text or a number, as written."""
        node = self._node(key)
        if node is not None and (isinstance(node.value, (bool, tuple, Mapping)) or not node.written.strip()):
            raise self._error(node, f"{key!r} is neither text nor a number", "write one of them")
        return None if node is None else node.written

    def name(self, key: str) -> str:
        """A required text."""
        return self.text(key) or ""

    def number(self, key: str) -> float | None:
        node = self._node(key)
        if node is None:
            return None
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            raise self._error(node, f"{key!r} is not a number: {node.written!r}", "write digits only: 4482")
        return node.value

    def whole(self, key: str, low: int, high: int) -> int | None:
        node = self._node(key)
        if node is None:
            return None
        if isinstance(node.value, bool) or not isinstance(node.value, int) or not low <= node.value <= high:
            raise self._error(node, f"{key!r} is not a whole number from {low} to {high}", f"write {low}")
        return node.value

    def flag(self, key: str) -> bool:
        node = self._node(key)
        if node is not None and not isinstance(node.value, bool):
            raise self._error(node, f"{key!r} is neither true nor false", "write true or false")
        return bool(node and node.value)

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        node = self._node(key)
        if node is None:
            return None
        names = [str(choice) for choice in choices]
        if node.value not in names:
            near = nearest(node.written, names, cutoff=0.6)
            would_do = f"did you mean {near!r}?" if near else _list(names)
            raise self._error(node, f"unknown {key}: {node.written!r}", would_do)
        return choices(node.value)

    def period(self, key: str) -> Extent | None:
        """The days that a date in EDTF covers."""
        node = self._node(key)
        if node is None:
            return None
        found = None if isinstance(node.value, (bool, tuple, Mapping)) else read_edtf(node.written)
        if found is None:
            raise self._error(node, f"{key!r} is not an EDTF date: {node.written!r}", _date_hint(node.written))
        return found

    def day(self, key: str) -> Extent | None:
        node = self._node(key)
        if node is None:
            return None
        found = read_day(node.written) if isinstance(node.value, str) else None
        if found is None:
            raise self._error(node, f"{key!r} is not a day: {node.written!r}", _date_hint(node.written))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one."""
        node = self._node(key)
        if node is None:
            return ()
        items = node.value if isinstance(node.value, tuple) else (node,)
        for item in items:
            if not isinstance(item.value, str) or not item.value.strip():
                raise self._error(item, f"{key!r} is not a list of texts", f"write {key}: [one, two]")
        return tuple(str(item.value) for item in items)

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of a list."""
        node = self._node(key)
        if node is None:
            return ()
        if not isinstance(node.value, tuple):
            raise self._error(node, f"{key!r} is not a list", "begin each item with '- '")
        return node.value

    def node(self, key: str) -> Node | None:
        return self._node(key)

    def _node(self, key: str) -> Node | None:
        node = self._nodes.get(key)
        return None if node is None or node.value is None else node

    def _error(self, node: Node, problem: str, would_do: str) -> ClaimcheckError:
        return ClaimcheckError(f"{problem} ({would_do})", path=self.path, line=node.line)


def _list(names: Iterable[str]) -> str:
    return "write one of " + ", ".join(names)


def _date_hint(written: str) -> str:
    match = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})", written.strip())
    if not match:
        return "write 2020-05-12"
    first, second, year = match.groups()
    month, day = (second, first) if int(first) > 12 or "." in written else (first, second)
    if not 1 <= int(month) <= 12:
        return "write 2020-05-12"
    century = "" if len(year) == 4 else "20"
    return f"write {century}{year}-{int(month):02d}-{int(day):02d}"
