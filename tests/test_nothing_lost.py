"""Whatever ends a command, its files are as they were before or as they should be after, and never in between."""

from __future__ import annotations

import contextlib
import datetime
import errno
import importlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from claimcheck.cli import run
from claimcheck.commands import ledger
from claimcheck.commands.adding import add as corpus_add
from claimcheck.commands.review import review
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.files import one_writer, write_atomically

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork and kill")

TOLLS = [f"At least {number} miners were killed in Orsk on {number} May 1992." for number in range(3, 31)]
WRITERS = ("files.py", "ledger.py", "review.py", "ledger_text.py")


def in_a_child(work: Callable[[], object]) -> int:
    """The process id of a child that does the work and nothing else."""
    child = os.fork()
    if child:
        return child
    try:
        sys.stdout = sys.stderr = io.StringIO()
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def ended(child: int) -> bool:
    """Whether it ended well; False when it was killed. Anything else is a fault."""
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the command failed"
    return not os.WIFSIGNALED(status)


def killed_at_line(number: int, work: Callable[[], object]) -> bool:
    """Whether the work came to its end before the line of that number in the code that writes was reached."""

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal number
        if not frame.f_code.co_filename.endswith(WRITERS):
            return None
        if event == "line":
            number -= 1
            if number < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    def watched() -> None:
        sys.settrace(trace)
        work()
        sys.settrace(None)

    return ended(in_a_child(watched))


def sweep(work: Callable[[], object], allowed: set[bytes], start: Callable[[], None], step: int = 1) -> int:
    """Kills the work at one line after the other, until it ends; how often it was killed."""
    path = Path("claims.yaml")
    for number in range(0, 100_000, step):
        start()
        done = killed_at_line(number, work)
        assert (path.read_bytes() if path.exists() else b"") in allowed
        if done:
            return number // step
    raise AssertionError("the work never ended")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add() -> None:
    ledger.add(["story.md"], config=Config())


def decide(answers: Iterator[str]) -> None:
    review(config=Config(), today=datetime.date(2026, 1, 12), ask=lambda _: next(answers))


def states(work: Callable[[], None], start: Callable[[], None]) -> set[bytes]:
    """The ledger before and after the work."""
    path = Path("claims.yaml")
    start()
    before = path.read_bytes() if path.exists() else b""
    work()
    return {before, path.read_bytes()}


SOME_OR_ALL = pytest.mark.parametrize("step", [41, pytest.param(3, marks=pytest.mark.slow)])


@SOME_OR_ALL
def test_a_killed_add_leaves_the_old_or_the_new_ledger(step: int, folder: Path) -> None:
    """Killed at every line that reads or writes the ledger, one in three or in forty-one."""
    Path("story.md").write_text("\n\n".join(TOLLS[:2]), "utf-8")

    def start() -> None:
        Path("claims.yaml").write_text("version: 1  # ours\nclaims:\n", "utf-8")

    assert sweep(add, states(add, start), start, step) > 100 // step


@SOME_OR_ALL
def test_a_killed_review_keeps_each_answer_that_it_said_was_saved(step: int, folder: Path) -> None:
    Path("story.md").write_text("\n\n".join(TOLLS[:2]), "utf-8")
    add()
    draft = Path("claims.yaml").read_bytes()
    answers = ("y", "ab", "Counted by hand.", "n", "The court has not ruled.")

    def start() -> None:
        Path("claims.yaml").write_bytes(draft)

    allowed = states(lambda: decide(iter((*answers[:3], "q"))), start) | states(lambda: decide(iter(answers)), start)
    assert sweep(lambda: decide(iter(answers)), allowed, start, step) > 100 // step


def kills(work: Callable[[], object], start: Callable[[], None], check: Callable[[], None], *, wanted: int) -> int:
    """Kills the work at random moments of its run, checks what is left, and counts how often it was still at work."""
    start()
    began = time.monotonic()
    work()
    longest, moments, killed = time.monotonic() - began, random.Random(7), 0
    for _ in range(10 * wanted):
        start()
        child = in_a_child(work)
        time.sleep(moments.uniform(0, longest))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        killed += not ended(child)
        check()
        if killed == wanted:
            break
    return killed


@pytest.mark.slow
def test_a_ledger_survives_two_hundred_kills_at_any_moment(folder: Path) -> None:
    Path("story.md").write_text("\n\n".join(TOLLS[:2]), "utf-8")

    def start() -> None:
        Path("claims.yaml").unlink(missing_ok=True)

    allowed = states(add, start)

    def check() -> None:
        assert (Path("claims.yaml").read_bytes() if Path("claims.yaml").exists() else b"") in allowed

    assert kills(add, start, check, wanted=200) == 200


def import_documents(name: str = "inbox") -> None:
    assert corpus_add([name], config=Config(), today=datetime.date(2026, 1, 12)) == 0


def held() -> dict[str, bytes]:
    """What the corpus holds, leaving out what a killed command had not finished."""
    files = (path for path in Path("corpus").rglob("*") if path.is_file() and path.suffix != ".unfinished")
    return {str(path): path.read_bytes() for path in files}


@pytest.mark.slow
def test_an_import_survives_a_hundred_kills_and_goes_on(folder: Path) -> None:
    """Whatever is there is whole, and the same command brings in the rest."""
    Path("inbox").mkdir()
    for number, toll in enumerate(TOLLS[:6]):
        Path("inbox", f"{number}.txt").write_text(toll, "utf-8")
    import_documents()
    whole = held()

    def start() -> None:
        shutil.rmtree("corpus", ignore_errors=True)

    def check() -> None:
        assert held().items() <= whole.items()
        import_documents()
        assert held() == whole
        assert not list(Path("corpus").rglob("*.unfinished"))

    assert kills(import_documents, start, check, wanted=100) == 100


def test_two_imports_at_once_lose_nothing(folder: Path) -> None:
    for name, tolls in (("one", TOLLS[:8]), ("two", TOLLS[8:16])):
        Path(name).mkdir()
        for number, toll in enumerate(tolls):
            Path(name, f"{number}.txt").write_text(toll, "utf-8")
    children = [in_a_child(lambda name=name: import_documents(name)) for name in ("one", "two")]  # type: ignore[misc]
    assert all(ended(child) for child in children)
    assert len([name for name in held() if name.endswith(".md")]) == 16


def test_what_a_killed_command_left_is_cleared_away_by_the_next(folder: Path) -> None:
    def write() -> None:
        os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        write_atomically(Path("claims.yaml"), "version: 1\n")

    assert not ended(in_a_child(write))
    assert [path.name.endswith(".unfinished") for path in folder.glob(".claims.yaml*")] == [True]
    with one_writer(Path("claims.yaml")):
        assert not list(folder.glob(".claims.yaml*"))


def test_two_that_write_at_once_lose_nothing(folder: Path) -> None:
    """Each adds one text after the other; the ledger has them all."""
    for number, toll in enumerate(TOLLS[:12]):
        Path(f"{number}.md").write_text(toll, "utf-8")
    halves = ([f"{number}.md" for number in range(start, 12, 3)] for start in range(3))
    children = [in_a_child(lambda half=half: ledger.add(half, config=Config())) for half in halves]  # type: ignore[misc]
    assert all(ended(child) for child in children)
    assert len(load_ledger("claims.yaml").entries) == 12


def test_a_ledger_that_somebody_writes_is_waited_for_and_then_left(folder: Path) -> None:
    def hold() -> None:
        with one_writer(Path("claims.yaml")):
            Path("held").touch()
            time.sleep(0.5)

    child = in_a_child(hold)
    while not Path("held").exists():
        time.sleep(0.01)
    with (
        pytest.raises(ClaimcheckError, match=r"^claims\.yaml: another claimcheck is writing"),
        one_writer(Path("claims.yaml"), patience=0),
    ):
        pass
    with one_writer(Path("claims.yaml"), patience=30):
        assert ended(child)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_one_line_and_no_half_file(small_disk: Path) -> None:
    (small_disk / ".git").mkdir()
    (small_disk / "story.md").write_text("\n\n".join(TOLLS), "utf-8")
    (small_disk / "claims.yaml").write_text("version: 1\nclaims: []\n", "utf-8")
    with contextlib.suppress(OSError), open(small_disk / "ballast", "wb", buffering=0) as ballast:
        while True:
            ballast.write(b"x" * 512)
    for arguments in (("ledger", "add", "story.md"), ("report", "story.md", "--format", "json", "-o", "report.json")):
        command = [sys.executable, "-m", "claimcheck", *arguments]
        done = subprocess.run(command, cwd=small_disk, capture_output=True, text=True)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert os.strerror(errno.ENOSPC) in done.stderr
    assert (small_disk / "claims.yaml").read_text("utf-8") == "version: 1\nclaims: []\n"
    assert {path.name for path in small_disk.iterdir()} == {".git", "story.md", "claims.yaml", "ballast"}


@pytest.mark.skipif(os.getuid() != 0, reason="root becomes somebody who may not write")
@pytest.mark.parametrize("arguments", ["ledger add story.md", "report story.md -o report.txt", "init"])
def test_a_folder_that_cannot_be_written_is_one_line(arguments: str, folder: Path) -> None:
    Path("story.md").write_text(TOLLS[0], "utf-8")
    before = sorted(folder.iterdir())
    for above in (folder, *folder.parents):  # somebody else may look, not write
        if above != Path("/tmp") and above.is_relative_to("/tmp"):
            above.chmod(0o755)
    for module in ("claimcheck.commands.ledger", "claimcheck.commands.init"):
        importlib.import_module(module)  # somebody else may not be able to read the program
    assert run(["report", "story.md"]) == 0
    reading, writing = os.pipe()

    def work() -> None:
        os.setuid(65534)
        sys.stderr = io.StringIO()
        code = run(arguments.split())
        os.write(writing, f"{code} {sys.stderr.getvalue()}".encode())

    assert ended(in_a_child(work))
    code, _, said = os.read(reading, 10_000).decode().partition(" ")
    assert (code, said.count("\n")) == ("2", 1), said
    assert os.strerror(errno.EACCES) in said
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("format", ["terminal", "json", "html"])
def test_output_that_nobody_can_take_is_one_line(format: str, folder: Path) -> None:
    Path("story.md").write_text(TOLLS[0], "utf-8")
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "claimcheck", "report", "story.md", "--format", format]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr


def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    Path("story.md").write_text(TOLLS[0], "utf-8")
    command = [sys.executable, "-m", "claimcheck", "report", "story.md", "-o"]
    printed = subprocess.run([*command, "/dev/stdout"], capture_output=True, check=True).stdout
    assert b"3 miners killed" in printed
