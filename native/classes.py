"""Data classes written out as plain ones: those a compiler turns into C structures, with an `__init__` of its own.

What the decorator would add as the program starts cannot be compiled, and what it makes is slow to make and to read.
Other decorators go as well: they change how a value is kept, and that is the compiler's to say.
"""

from __future__ import annotations

import ast
from typing import NamedTuple

_NAMES = """\
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any as _Any, ClassVar as _ClassVar, Final as _Final
from claimcheck.records import native as _native
"""


def written_out(source: str) -> str:
    """The source of a module with each of its data classes as a plain class; `records.native` adds what is missing."""
    lines, tree = source.splitlines(keepends=True), ast.parse(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and _decorator(node)]
    edits = [edit for node in classes for edit in _edits(node)]
    if classes:
        first = next(node.lineno for node in tree.body if _is_import(node))
        edits.append(_Edit(first, first - 1, _NAMES))
    for edit in sorted(edits, reverse=True):
        lines[edit.first - 1 : edit.last] = [edit.text]
    return "".join(lines)


class _Edit(NamedTuple):
    """Text in the place of these lines; before the first one where the last is smaller."""

    first: int
    last: int
    text: str


class _Field(NamedTuple):
    name: str
    type: str
    value: ast.expr | None  # as the class has it, `field(...)` included

    def option(self, name: str) -> ast.expr | None:
        given = self.value.keywords if isinstance(self.value, ast.Call) and _called(self.value) == "field" else ()
        return next((option.value for option in given if option.arg == name), None)

    def is_off(self, name: str) -> bool:
        option = self.option(name)
        return isinstance(option, ast.Constant) and option.value is False

    @property
    def parameter(self) -> str:
        if self.option("default_factory"):
            return f"{self.name}: {self.type} | None = None"
        plain = not isinstance(self.value, ast.Call) or _called(self.value) != "field"
        default = self.value if plain else self.option("default")
        return f"{self.name}: {self.type}" + (f" = {ast.unparse(default)}" if default else "")

    @property
    def assignment(self) -> str:
        factory = self.option("default_factory")
        value = f"{ast.unparse(factory)}() if {self.name} is None else {self.name}" if factory else self.name
        return f"self.{self.name} = {value}"


def _edits(node: ast.ClassDef) -> list[_Edit]:
    decorator = _decorator(node)
    assert decorator is not None
    statements = [each for each in node.body if isinstance(each, ast.AnnAssign)]
    fields = [_Field(ast.unparse(each.target), ast.unparse(each.annotation), each.value) for each in statements]
    bare = [
        _Edit(each.lineno, each.end_lineno or each.lineno, f"    {field.name}: {field.type}\n")
        for each, field in zip(statements, fields, strict=True)
    ]
    end = node.end_lineno or node.lineno
    bare += [_Edit(each.lineno, each.end_lineno or each.lineno, "") for each in node.decorator_list]
    return [*bare, _Edit(end + 1, end, _rest(node, decorator, fields))]


def _rest(node: ast.ClassDef, decorator: ast.expr, fields: list[_Field]) -> str:
    """What follows the last line of the class."""
    given = decorator.keywords if isinstance(decorator, ast.Call) else ()
    frozen = any(option.arg == "frozen" and ast.unparse(option.value) == "True" for option in given)
    made = [field for field in fields if not field.is_off("init")]
    compared = [field.name for field in fields if not field.is_off("compare")]
    assignments = [field.assignment for field in made]
    if any(isinstance(each, ast.FunctionDef) and each.name == "__post_init__" for each in node.body):
        assignments.append("self.__post_init__()")
    own, other = (f"({''.join(f'{side}.{name}, ' for name in compared)})" for side in ("self", "other"))
    defaults = ", ".join(f"{field.name!r}: {ast.unparse(field.value)}" for field in fields if field.value)
    return f"""
    __dataclass_fields__: _ClassVar[dict[str, _Any]]
    __match_args__: _Final = {tuple(field.name for field in made)!r}

    def __init__(self, {", ".join(field.parameter for field in made)}) -> None:
        {"; ".join(assignments)}

    def __eq__(self, other: object) -> bool:
        return {own} == {other} if isinstance(other, {node.name}) else NotImplemented

    def __hash__(self) -> int:
        return hash({own})


_native({node.name}, { {field.name: field.type for field in fields}!r}, {{{defaults}}}, {frozen})

"""


def _decorator(node: ast.ClassDef) -> ast.expr | None:
    return next((each for each in node.decorator_list if _called(each) == "dataclass"), None)


def _called(node: ast.expr) -> str:
    return ast.unparse(node.func if isinstance(node, ast.Call) else node)


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and node.module != "__future__")
