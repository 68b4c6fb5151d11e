"""`pytest --renew-golden` writes the golden files anew; read their diff like code. `--slow` runs everything.

No test can reach a network, and none fails because the machine is busy.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run: a failure belongs to the change that makes it. `--hypothesis-profile=search` looks
# for new ones.
settings.register_profile("claimcheck", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("claimcheck")

GOLDEN = Path(__file__).parent / "golden"


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: it sees what C code does as well, and cannot be taken back."""
    internet = (socket.AF_INET, socket.AF_INET6)
    opened = event == "socket.__new__" and len(arguments) > 1 and arguments[1] in internet
    if opened or event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise PermissionError(f"no network in tests ({event})")


sys.addaudithook(_refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the files in tests/golden anew")
    parser.addoption("--slow", action="store_true", help="run also what takes many seconds")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--slow"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: run it with --slow"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--renew-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name} differs: read the diff, then pytest --renew-golden"

    return compare
