"""The command line as its users meet it: output, one line for every error, and exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.cli import run
from claimcheck.cli.explain import pages
from claimcheck.commands.holdings import nearest
from claimcheck.findings import FINDINGS

STORY = "Ana Duarte was minister.\n\nAt least 41 miners were killed in Orsk on 3 May 1992. No answer has come so far.\n"


class Done(NamedTuple):
    """What one run of the program came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def claimcheck(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command in this process."""

    def call(*arguments: str) -> Done:
        code = run(list(arguments))
        return Done(code, *capsys.readouterr())

    return call


def spawned(*arguments: str, stdin: bytes = b"") -> Done:
    """Runs one command in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "claimcheck", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, env=environment)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_version_needs_neither_rich_nor_typer_nor_the_pipeline() -> None:
    script = (
        "import sys; sys.argv = ['claimcheck', '--version']\n"
        "from claimcheck.cli import main; main()\n"
        "print([name for name in ('rich', 'typer', 'yaml', 'claimcheck.pipeline') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    version, loaded = done.stdout.splitlines()
    assert version.startswith("claimcheck ")
    assert loaded == "[]"
    assert spawned("--version").out.splitlines() == [version]


def test_a_report_of_a_file_and_of_standard_input_say_the_same(claimcheck: Run, story: Path) -> None:
    of_file = claimcheck("report", str(story))
    of_stdin = spawned("report", "-", stdin=STORY.encode())
    assert (of_file.code, of_file.err) == (0, "")
    assert of_file.out.splitlines()[1:] == of_stdin.out.splitlines()[1:]
    assert of_stdin.out.startswith("standard input\n")
    assert "41 miners" in of_file.out


def test_a_report_is_the_same_twice_and_says_the_same_in_json(claimcheck: Run, story: Path) -> None:
    first, second = (claimcheck("report", str(story), "--format", "json", "--date", "1992-06-01") for _ in range(2))
    assert first == second
    (document,) = json.loads(first.out)["documents"]
    assert (document["path"], document["date"]) == (str(story), "1992-06-01")


def test_the_style_says_in_which_year_a_bare_day_lies(claimcheck: Run, tmp_path: Path) -> None:
    text = "The killings of 1988 were denied. They peaked on July 28."
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": 1, "text": text, "date": "2020-07-31"}), encoding="utf-8")
    for style, edtf, rule in (("news", "2020-07-28", "nearest"), ("history", "1988-07-28", "anchor")):
        values = json.loads(claimcheck("extract", "--jsonl", str(rows), "--style", style).out)["values"]
        assert (values[-1]["edtf"], values[-1]["resolved_by"]) == (edtf, rule)
    story = tmp_path / "story.md"
    story.write_text(text, encoding="utf-8")
    options = ("--style", "history", "--date", "2020-07-31", "--format", "json")
    assert '"edtf": "1988-07-28"' in claimcheck("report", str(story), *options).out


USAGE = [
    ("report",),
    ("report", "STORY", "--statu", "sourced"),
    ("report", "STORY", "--status", "true"),
    ("report", "STORY", "--kind", "rumour"),
    ("report", "STORY", "--top", "0"),
    ("report", "STORY", "--date", "3 May"),
    ("report", "STORY", "--style", "novel"),
    ("report", "STORY", "--fail-on", "perishible"),
    ("report", "STORY", "FOLDER"),
    ("report", "STORY", "missing.md"),
    ("extract",),
    ("extract", "--jsonl", "missing.jsonl"),
    ("extract", "--jsonl", "FOLDER"),
    ("explain", "perishible"),
    ("unknown",),
]


@pytest.mark.parametrize("arguments", USAGE)
def test_wrong_usage_is_one_line_and_exit_2(claimcheck: Run, story: Path, arguments: tuple[str, ...]) -> None:
    places = {"STORY": str(story), "FOLDER": str(story.parent)}
    done = claimcheck(*(places.get(argument, argument) for argument in arguments))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("claimcheck: ")
    assert done.err.count("\n") == 1


def test_fail_on_decides_the_exit_code(claimcheck: Run, story: Path) -> None:
    assert claimcheck("report", str(story), "--fail-on", "never").code == 0
    reported = json.loads(claimcheck("report", str(story), "--format", "json").out)
    expected = 1 if reported["summary"]["findings"] else 0
    assert claimcheck("report", str(story), "--fail-on", "note").code == expected


def test_a_broken_ledger_is_one_line_and_can_be_left_aside(claimcheck: Run, story: Path) -> None:
    ledger = story.parent / "claims.yaml"
    ledger.write_text("version: 1\nclaims: [\n", encoding="utf-8")
    done = claimcheck("report", str(story))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"claimcheck: {ledger}: line ")
    assert done.err.count("\n") == 1
    assert claimcheck("report", str(story), "--no-ledger").code == 0
    assert claimcheck("report", str(story), "--ledger", "missing.yaml").code == 2
    assert claimcheck("report", str(story), "--no-ledger", "--corpus", "missing").code == 2


def test_explain_knows_every_finding_and_names_the_nearest(claimcheck: Run) -> None:
    overview = claimcheck("explain").out
    for rule in FINDINGS:
        assert f"  {rule.code} " in overview
    page = claimcheck("explain", "perishable").out
    assert "What mends it:" in page
    assert "did you mean perishable" in claimcheck("explain", "perishible").err


def test_no_code_is_explained_twice() -> None:
    codes = [code for found in pages().values() for code in found]
    assert len(codes) == len(set(codes))


def test_colour_is_for_terminals_and_for_those_who_ask(
    claimcheck: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in claimcheck("report", str(story)).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = claimcheck("report", str(story)).out
    assert "\x1b[1;33m" in coloured or "\x1b[33m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3\d", claimcheck("report", str(story)).out)


BROKEN = b"""\
{"id": 1, "text": "Twelve men died.", "date": "1992-05-03T10:00:00"}
{"id": 2, "text": 12}
not json

{"id": 3}
{"text": "No id."}
[1]
{"id": 4, "text": "a", "date": "May"}
{"id": "\xff"}
{"id": DIGITS}
{"id": 5, "text": "Nine men died. Line\\u2028separator \\ud800."}
""".replace(b"DIGITS", b"9" * 5000)


def test_a_broken_line_is_a_record_and_the_run_goes_on(claimcheck: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(BROKEN)
    for done in (claimcheck("extract", "--jsonl", str(source)), spawned("extract", "--jsonl", "-", stdin=BROKEN)):
        assert done.code == 2
        assert [json.loads(line)["id"] for line in done.out.splitlines()] == [1, 5]
        records = [json.loads(line) for line in done.err.splitlines()]
        assert [record["line"] for record in records] == [2, 3, 5, 6, 7, 8, 9, 10]
        assert all(record["error"] for record in records)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1, "text": "Twelve men died in Orsk."}\n' * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", "extract", "--jsonl", str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == -signal.SIGPIPE


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupted_run_exits_130_quietly() -> None:
    command = [sys.executable, "-m", "claimcheck", "extract", "--jsonl", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=_hear_interrupts) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b'{"id": 1, "text": "Twelve men died."}\n' * 100)
        running.stdin.flush()
        running.stdout.readline()  # it runs, and waits for more
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert said == b""
    assert running.returncode == 130


def _hear_interrupts() -> None:
    """A test run in the background ignores ^C, and its children would, too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_nearest_ledger_is_found_up_to_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "repository" / "articles" / "orsk.md"
    article.parent.mkdir(parents=True)
    (tmp_path / "claims.yaml").touch()
    monkeypatch.chdir(tmp_path / "repository")
    assert nearest("claims.yaml", Path("articles").absolute()) is None
    (tmp_path / "repository" / "claims.yaml").touch()
    assert nearest("claims.yaml", Path("articles").absolute()) == Path("claims.yaml")
    assert nearest("claims.yaml", Path.cwd()) == Path("claims.yaml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "repository" / ".git").mkdir()
    assert nearest("claims.yaml", article.parent) == Path("repository/claims.yaml")
    (tmp_path / "repository" / "claims.yaml").unlink()
    assert nearest("claims.yaml", article.parent) is None
