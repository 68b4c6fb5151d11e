"""docs/archives.md says what the program does: its tables, questions and example are the program's own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from claimcheck.archive.query import QUESTIONS
from claimcheck.archive.tables import FACT, TABLES, Column
from claimcheck.cli import run
from claimcheck.commands.scan import scan

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGE = DOCS / "archives.md"


def tables() -> str:
    whole = [_table(f"### {name}", columns) for name, columns in TABLES.items()]
    return "\n\n".join([*whole, _table("### fact\n\nWhat `facts` of a claim lists.", FACT)])


def _table(title: str, columns: tuple[Column, ...]) -> str:
    rows = [f"| `{column.name}` | {column.type} | {column.what} |" for column in columns]
    return "\n".join([title, "", "| column | type | |", "|---|---|---|", *rows])


def questions() -> str:
    rows = [f"| `{' '.join((q.name, q.words)).strip()}` | {q.summary} |" for q in QUESTIONS]
    return "\n".join(["| question | |", "|---|---|", *rows])


def test_the_picture_is_drawn_from_the_answer() -> None:
    code = "import series, pathlib; print(series.drawing(pathlib.Path('marn-series.jsonl')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=DOCS, capture_output=True, text=True, check=True)
    for drawing in (done.stdout, (DOCS / "marn-series.svg").read_text("utf-8")):
        found = [text.text for text in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")]
        assert {"at least 12: Ministry of Justice", "27 to 41: nobody named", "2019-05-20"} <= set(found)


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command of the example answers."""
    monkeypatch.chdir(DOCS.parent)
    assert scan(["docs/marn-series.jsonl"], out=tmp_path, jobs=1) == 0
    capsys.readouterr()
    assert run(["query", str(tmp_path), "history prisoners were killed in the fire at Marn prison"]) == 0
    lines = capsys.readouterr().out.splitlines()
    start, end = lines[0].index("change"), lines[0].index("text")
    shown = [f"{line[:10]}  {line[start:end]}".rstrip() for line in lines]
    return "```text\n" + "\n".join(shown) + "\n```"


def _held(name: str, block: str, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")
    wanted = f"<!-- {name} -->\n{block}\n<!-- end -->"
    if request.config.getoption("--renew-golden"):
        text = re.sub(rf"<!-- {name} -->\n.*?<!-- end -->", lambda _: wanted, text, flags=re.DOTALL)
        PAGE.write_text(text, "utf-8")
    assert wanted in text, f"the block {name!r} is out of date: pytest --renew-golden"


def test_the_tables_are_described(request: pytest.FixtureRequest) -> None:
    _held("tables", tables(), request)


def test_the_questions_are_listed(request: pytest.FixtureRequest) -> None:
    _held("questions", questions(), request)


def test_the_example_is_what_the_program_answers(example: str, request: pytest.FixtureRequest) -> None:
    _held("example", example, request)
