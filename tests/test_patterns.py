"""No regular expression takes more than linear time, whatever it is given; and one that is kept is the one compiled."""

from __future__ import annotations

import importlib
import marshal
import os
import pkgutil
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import claimcheck
import claimcheck.kept as kept_module
import claimcheck.patterns as patterns_module

LENGTH = 10_000  # a pattern that tries each start to the end needs fifty million steps for it
PIECES = (
    *(
        " ",
        "\n",
        "\t",
        "a",
        "A",
        "0",
        "1",
        "9,",
        "1.",
        "1 ",
        "a.",
        "A.",
        "a ",
        "A ",
        "Aa ",
        "aa-",
        "-",
        "'",
        "’",
        '"',
        "“",
    ),
    *(
        "”",
        "‘",
        "(",
        ")",
        "[",
        "]",
        "{",
        "<",
        ">",
        "*",
        "_",
        "`",
        "~",
        "#",
        "|",
        "/",
        ":",
        ";",
        "!",
        "?",
        "…",
        "...",
        "%",
    ),
    *(
        "$",
        "€",
        "&",
        "&amp;",
        "http://",
        "www.",
        "a@",
        "said ",
        "of the ",
        "1980",
        "12:",
        "1st ",
        "May ",
        "x",
        "b!",
        "n",
        "+",
    ),
    *(
        ",",
        ", ",
        "and ",
        "\r\n",
        "\u00a0",
        "é",
        "е",
        "\u2028",
        "\x00",
        "---\n",
        "> ",
        "- ",
        "[^1]",
        "](",
        "<!--",
        "-->",
    ),
)


def modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(claimcheck.__path__, "claimcheck."):
        if not module.name.endswith("__main__"):
            yield module.name


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of the program keeps, by where it is first kept."""
    found: dict[str, re.Pattern[str]] = {}
    for name in modules():
        importlib.import_module(name)
        for variable, value in vars(sys.modules[name]).items():
            kept: Iterable[object] = (
                value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else (value,)
            )
            for each in kept:
                pattern = getattr(each, "compiled", each)
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    found.setdefault(f"{name}.{variable}", pattern)
    return found


def too_slow(pattern: re.Pattern[str], text: str) -> bool:
    """Whether it is still looking after half a second."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.5)
        for _ in pattern.finditer(text):
            pass
    except TimeoutError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return False


@pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="needs a clock of the process's own time")
@pytest.mark.parametrize(("name", "pattern"), patterns().items(), ids=patterns())
def test_every_pattern_is_linear(name: str, pattern: re.Pattern[str]) -> None:
    assert not [piece for piece in PIECES if too_slow(pattern, piece * (LENGTH // len(piece)) + "\x01")]


@pytest.fixture
def kept_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the patterns that a test has compiled are kept; nothing is there yet."""
    at = tmp_path / "kept"
    monkeypatch.setattr(kept_module, "_path", lambda: str(at))
    monkeypatch.setattr(kept_module, "_new", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept_module._kept.cache_clear()
    yield at
    kept_module._kept.cache_clear()


WRITTEN = ["a|b", r"(?P<day>\d{1,2})\s(?P<month>[A-Z]\w+)(x)?", "[^\\W\\d_]", "\N{GRINNING FACE}+?", ""]


def test_what_is_kept_is_what_compiling_gives(kept_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flags = (0, re.IGNORECASE, re.MULTILINE | re.VERBOSE)
    made = {(written, flag): patterns_module.compiled(written, flag) for written in WRITTEN for flag in flags}
    kept_module.write()
    kept_module._kept.cache_clear()
    monkeypatch.setattr(re, "compile", None)
    for (written, flag), pattern in made.items():
        again = patterns_module.compiled(written, flag)
        assert again == pattern == re._compiler.compile(written, flag)  # type: ignore[attr-defined]
        assert (again.flags, again.groups, again.groupindex) == (pattern.flags, pattern.groups, pattern.groupindex)


@pytest.mark.parametrize("content", [b"", b"nonsense", marshal.dumps(None), marshal.dumps(((1, "little", 2, 3), {}))])
def test_what_cannot_be_used_is_compiled_and_kept_anew(kept_at: Path, content: bytes) -> None:
    kept_at.write_bytes(content)
    assert patterns_module.compiled("a+") == re.compile("a+")
    kept_module.write()
    assert kept_at.read_bytes() != content


def test_nothing_is_kept_where_python_keeps_no_bytecode(kept_at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns_module.compiled("a+")
    kept_module.write()
    assert not kept_at.exists()


def test_a_command_keeps_what_it_compiled(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve miners died in Orsk on 3 May 1992.\n")
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "kept")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    code = "import builtins, re, sys\nmade = []\nof = {re: re.compile, builtins: compile}\n"
    code += "re.compile = lambda *a, **k: made.append(a) or of[re](*a, **k)\n"
    code += (
        "builtins.compile = lambda *a, **k: made.append(a) or of[builtins](*a, **k)\nfrom claimcheck.cli import main\n"
    )
    code += "try: main()\nexcept SystemExit: pass\nfinally: print(len(made), file=sys.stderr)\n"
    command = [sys.executable, "-c", code, "check", str(tmp_path / "a.txt")]
    counts = [
        int(subprocess.run(command, env=environment, capture_output=True, text=True).stderr.splitlines()[-1])
        for _ in range(2)
    ]
    assert counts[0] > 300
    assert counts[1] < 30  # of the standard library's own
