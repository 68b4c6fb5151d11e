"""No regular expression of the program takes more than linear time, whatever it is given."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

import claimcheck

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
