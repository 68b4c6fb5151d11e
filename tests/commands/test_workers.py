"""Many processes do what one does, in the same order."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimcheck.cli import run
from claimcheck.commands import workers
from claimcheck.commands.workers import in_order, with_bar
from claimcheck.errors import ClaimcheckError


def _double(number: int) -> int:
    if number == 13:
        raise ClaimcheckError("unlucky", path="a.txt", line=3)
    return 2 * number


def _one(item: object) -> int:
    return 1


def _long(item: object) -> int:
    return 1_000_000


def _here(item: object) -> int:
    return os.getpid()


@pytest.fixture(autouse=True)
def _always_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_WORTH_IT", 0)


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("number", [0, 1, 2, 12])
def test_results_come_in_order(jobs: int, number: int) -> None:
    for size in (_one, _long):
        assert list(in_order(_double, range(number), jobs=jobs, size=size)) == [2 * n for n in range(number)]


@pytest.mark.parametrize(("size", "here"), [(_one, True), (_long, False)])
def test_a_first_item_that_is_long_waits_for_no_other(size: Callable[[object], int], here: bool) -> None:
    first, *others = in_order(_here, range(4), jobs=2, size=size)
    assert (first == os.getpid()) is here
    assert os.getpid() not in others


def test_an_error_keeps_its_place_and_its_words() -> None:
    results = in_order(_double, range(20), jobs=2, size=_one)
    assert [next(results) for _ in range(13)] == [2 * n for n in range(13)]
    with pytest.raises(ClaimcheckError, match=r"^a\.txt: line 3: unlucky$"):
        next(results)


def test_no_more_is_read_ahead_than_the_processes_need() -> None:
    read = []

    def endless() -> Iterator[int]:
        for number in range(14, 10_000):
            read.append(number)
            yield number

    results = in_order(_double, endless(), jobs=2, size=_one)
    for _ in range(5):
        next(results)
    del results
    assert len(read) < 30


@pytest.mark.parametrize("command", [["check", "--all"], ["report", "--format", "json"], ["report", "--why"]])
def test_a_command_prints_the_same_bytes_on_any_number_of_cores(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [f"{number}.txt" for number in range(6)]
    for number, name in enumerate(names):
        Path(name).write_text(f"At least {number + 40} miners were killed in Orsk, Ana Duarte said.\n")
    found = {(run([*command, "--jobs", jobs, *names]), *capsys.readouterr()) for jobs in ("1", "2", "3")}
    assert len(found) == 1


def test_a_diff_prints_the_same_bytes_on_any_number_of_cores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "_LONG", 0)
    for name, number in (("old.txt", 41), ("new.txt", 43)):
        Path(name).write_text(f"At least {number} miners were killed in Orsk, Ana Duarte said.\n")
    found = set()
    for cores in (1, 2):
        monkeypatch.setattr(workers, "all_cores", lambda cores=cores: cores)
        found.add((run(["diff", "old.txt", "new.txt"]), *capsys.readouterr()))
    assert len(found) == 1
    assert "43" in found.pop()[1]


@pytest.mark.parametrize("command", ["extract", "diff", "verify"])
def test_batches_too(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "At least {} miners were killed in Orsk, Ana Duarte said."
    fields = ("text", "before", "after", "claim", "document")
    rows = [{"id": n, **dict.fromkeys(fields, text.format(n))} for n in range(8)]
    lines = [json.dumps(row) for row in rows]
    lines[3:3] = ["", "no JSON", '{"id": 1}']
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(lines))
    found = {(run([command, "--jsonl", str(file), "--jobs", jobs]), *capsys.readouterr()) for jobs in ("1", "3")}
    ((code, out, err),) = found
    assert code == 2
    assert [json.loads(line)["id"] for line in out.splitlines()] == list(range(8))
    assert [json.loads(line)["line"] for line in err.splitlines()] == [5, 6]


def test_a_killed_command_leaves_no_process_behind(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    row = json.dumps({"id": 1, "text": "At least 41 miners were killed in Orsk, Ana Duarte said. " * 100})
    file.write_text(f"{row}\n" * 200)
    command = [sys.executable, "-m", "claimcheck", "extract", "--jsonl", str(file), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.kill()
        assert running.stderr.read() == b""  # which ends only when every process that holds it has ended


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_on_a_terminal_after_a_while_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    for terminal, patience, shown in (
        (_Terminal(), 0.0, True),
        (_Terminal(), 60.0, False),
        (io.StringIO(), 0.0, False),
    ):
        monkeypatch.setattr(workers, "_PATIENCE", patience)
        monkeypatch.setattr(sys, "stderr", terminal)
        assert list(with_bar(iter(range(50)), total=50)) == list(range(50))
        assert bool(terminal.getvalue()) == shown
    assert terminal.getvalue() == ""
