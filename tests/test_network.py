"""Nothing is ever sent or fetched."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.commands.scan import scan

ROOT = Path(__file__).resolve().parent.parent
NETWORK = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib", "urllib3"}
# What could speak to one for an archive, each imported in one module; the tests of `scan` watch its addresses.
ARCHIVES = {"dask": "cluster.py", "distributed": "cluster.py", "duckdb": "query.py", "fsspec": "sources.py"}
# Runs the program in a process where any socket, of whatever family, ends in a traceback.
WATCHED = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.")):
        raise PermissionError(event)
sys.addaudithook(refuse)
sys.argv[0] = "claimcheck"
from claimcheck.cli import main
main()
"""


def test_the_tests_themselves_can_reach_no_network() -> None:
    with pytest.raises(PermissionError, match="no network"):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(PermissionError, match="no network"):
        socket.socket()


def test_no_module_imports_what_speaks_to_a_network() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found = {name.split(".")[0] for name in names if name != "urllib.parse"}
            assert not found & NETWORK, path
            homes = {ROOT / "src" / "claimcheck" / "archive" / ARCHIVES[name] for name in found & ARCHIVES.keys()}
            assert homes <= {path}, path


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "articles/marn-prison-fire.md", "--why"),
        ("diff", "articles/marn-prison-fire.md", "articles/marn-prison-fire.corrected.md"),
        ("check", "articles"),
        ("explain",),
        ("scan", "docs/marn-series.jsonl", "--jobs", "1", "--out", "OUT"),
        ("query", "OUT", "speakers"),
    ],
)
def test_no_command_opens_a_socket(arguments: tuple[str, ...], tmp_path: Path) -> None:
    arguments = tuple(str(tmp_path) if word == "OUT" else word for word in arguments)
    if arguments[0] == "query":
        scan([str(ROOT / "docs" / "marn-series.jsonl")], out=tmp_path, jobs=1)
    done = subprocess.run([sys.executable, "-c", WATCHED, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
