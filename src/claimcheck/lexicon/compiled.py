"""Word lists compiled as Python compiles modules, since reading them as YAML takes longer than checking a page.

Beside its source, the compiled form of `cues.yaml` lies where that of a module `cues.py` would: in `__pycache__`, made
anew whenever the file's time or size differs. A wheel carries each list as a module, so that nothing need be written.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import SourceFileLoader
from types import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from _typeshed import ReadableBuffer

_FOLDER = os.path.dirname(__file__)
_NAME = "WORDS"
SUFFIX = "_words"  # of the module that a wheel has in place of a list


def read(name: str) -> Any:
    """The content of the list of that name."""
    source = os.path.join(_FOLDER, f"{name}.yaml")
    module = os.path.join(_FOLDER, f"{name}{SUFFIX}.py")
    loader = SourceFileLoader(name, module) if os.path.exists(module) else _WordsLoader(name, source)
    code = loader.get_code(name)
    assert code is not None
    namespace: dict[str, Any] = {}
    exec(code, namespace)
    return namespace[_NAME]


def compile_all() -> None:
    """Makes every compiled form ahead of the first run, also where Python is told to write no bytecode."""
    sys.dont_write_bytecode = False
    for entry in sorted(os.listdir(_FOLDER)):
        if entry.endswith(".yaml"):
            read(entry.removesuffix(".yaml"))


def as_python(content: str) -> str:
    """The Python source that has the same content as a list in YAML."""
    return f"{_NAME} = {_parse(content)!r}\n"


class _WordsLoader(SourceFileLoader):
    """Python's own loader, for another language."""

    def source_to_code(  # type: ignore[override]  # as in the base class, whose stub has one more way to call it
        self, data: ReadableBuffer, path: str, *, _optimize: int = -1
    ) -> CodeType:
        return compile(as_python(bytes(data).decode("utf-8")), path, "exec", dont_inherit=True, optimize=_optimize)


def _parse(content: str) -> Any:
    import yaml

    safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's where it is there

    class Loader(safe):  # type: ignore[misc]
        """Reads "no", "on" and "yes" as the words they are, not as truth values."""

        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
            for first, resolvers in safe.yaml_implicit_resolvers.items()
        }

    return yaml.load(content, Loader=Loader)
