"""Constants declared final, so that compiled code finds them at a fixed place instead of by name in the module."""

from __future__ import annotations

import ast
import re

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_IMPORT = "TYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Final as _Constant\n"


def made_final(source: str) -> str:
    """The source of a module with each constant of it declared as one: names in capitals that are given one value."""
    lines, tree = source.splitlines(keepends=True), ast.parse(source)
    changed = {ast.unparse(node.target) for node in tree.body if isinstance(node, ast.AugAssign)}
    found = [node for node in tree.body if _constant(node) not in ("", "TYPE_CHECKING", *changed)]
    for node in found:
        name, line = _constant(node), lines[node.lineno - 1]
        if isinstance(node, ast.AnnAssign):
            _, type_, rest = line.partition(ast.unparse(node.annotation))
            lines[node.lineno - 1] = f"{name}: _Constant[{type_}]{rest}" if type_ else line
        else:
            lines[node.lineno - 1] = f"{name}: _Constant{line[len(name) :]}"
    if found:
        lines.insert(next(node.lineno for node in tree.body if _is_import(node)) - 1, _IMPORT)
    return "".join(lines)


def _constant(node: ast.stmt) -> str:
    """The constant that the statement gives a value, if it does."""
    if isinstance(node, ast.AnnAssign) and node.value and not ast.unparse(node.annotation).startswith("Final"):
        target: ast.expr = node.target
    elif isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
    else:
        return ""
    return target.id if isinstance(target, ast.Name) and _CONSTANT.fullmatch(target.id) else ""


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and node.module != "__future__")
