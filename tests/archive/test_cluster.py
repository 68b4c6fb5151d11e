"""On a cluster the tables are those of one process, byte for byte, also when workers or the whole run are killed.

The clusters run in processes of their own, in which any address but the loopback one ends in a traceback.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimcheck.archive.tables import TABLES

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="kills processes by /proc")]

_PATIENCE = 120.0  # seconds
_ARTICLES = 200
# Every process of the cluster runs this first. It is told of every use of a socket, whoever makes it.
_WATCH = """
import sys
def loopback(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        address = arguments
    else:
        return
    if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "localhost"):
        raise PermissionError(f"{event} {address}")
sys.addaudithook(loopback)
"""
# And this ends a process that opens a certain file.
_POISON = """
import os
def poisoned(event, arguments):
    if event == "open" and str(arguments[0]).endswith("news/3.jsonl"):
        os._exit(9)
sys.addaudithook(poisoned)
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    chance = random.Random(4)
    places, verbs = ("Orsk", "Halden", "Ufa", "Marn"), ("killed", "injured", "detained")
    with open(folder / "news.jsonl", "w") as file:
        for number in range(_ARTICLES):
            told = (
                f"Police said that {chance.randrange(2, 90)} miners were {chance.choice(verbs)} in "
                f"{chance.choice(places)} on {chance.randrange(1, 29)} May 1992."
                for _ in range(40)
            )
            file.write(json.dumps({"id": number, "text": " ".join(told), "date": "1992-06-01"}) + "\n")
    return folder


@pytest.fixture(scope="module")
def alone(archive: Path) -> Mapping[str, bytes]:
    """What one process without a cluster writes."""
    one = command("--out", "alone", "--jobs", "1")
    assert subprocess.run(one, cwd=archive, timeout=_PATIENCE).returncode == 0
    whole = files(archive / "alone")
    assert len(whole) > 6 * 20
    return whole


@pytest.fixture
def out(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(archive)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "watch"))
    Path(tmp_path, "watch").mkdir()
    Path(tmp_path, "watch", "sitecustomize.py").write_text(_WATCH)
    return tmp_path / "out"


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "claimcheck", "scan", "news.jsonl", "--part", "0.02", *options]


def files(out: Path) -> Mapping[str, bytes]:
    """The tables, and which parts are done."""
    found = [file for name in (*TABLES, "done") for file in Path(out, name).iterdir()]
    return {str(file.relative_to(out)): file.read_bytes() for file in found}


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends, with its children, at the end of the block."""
    process = subprocess.Popen(words, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(reached: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while not reached():
        assert process.poll() is None, "it ended too soon"
        assert time.monotonic() < end
        time.sleep(0.02)


def address_in(about: Path, scheduler: subprocess.Popen[bytes]) -> str:
    """The scheduler's, once it has written all of the file that tells it."""
    wait_for(lambda: about.exists() and about.read_text().rstrip().endswith("}"), scheduler)
    address: str = json.loads(about.read_text())["address"]
    return address


def done(out: Path) -> int:
    return len(list(Path(out, "done").glob("*.json")))


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task").glob("*/children")
    found = [int(child) for file in children for child in file.read_text().split()]
    return [pid for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_a_worker_of_a_cluster_is_killed_in_the_middle(out: Path, alone: Mapping[str, bytes]) -> None:
    """A scheduler and three workers, each a process of its own; nobody starts the killed one again."""
    here = "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"
    dask, about = (sys.executable, "-m", "dask"), out.with_name("cluster.json")
    with running(*dask, "scheduler", *here, "--port", "0", "--scheduler-file", str(about)) as scheduler:
        address = address_in(about, scheduler)
        worker = *dask, "worker", address, *here, "--nthreads", "1", "--no-nanny", "--local-directory", str(out.parent)
        with running(*worker) as one, running(*worker), running(*worker):
            with running(*command("--out", str(out), "--scheduler", address)) as scanning:
                wait_for(lambda: done(out) >= 5, scanning)
                one.kill()
                assert done(out) < 40
                assert scanning.wait(_PATIENCE) == 0
            assert one.wait() == -signal.SIGKILL
    assert files(out) == alone


def test_a_worker_of_this_machine_is_killed_in_the_middle(out: Path, alone: Mapping[str, bytes]) -> None:
    with running(*command("--out", str(out), "--jobs", "2")) as scanning:
        wait_for(lambda: done(out) >= 3, scanning)
        os.kill(workers_of(scanning)[0], signal.SIGKILL)
        assert done(out) < 40
        assert scanning.wait(_PATIENCE) == 0
    assert files(out) == alone


def test_a_run_that_is_killed_goes_on_where_it_was(out: Path, alone: Mapping[str, bytes]) -> None:
    with running(*command("--out", str(out), "--jobs", "2")) as scanning:
        wait_for(lambda: done(out) >= 5, scanning)
    began = {file: file.stat().st_mtime_ns for file in Path(out, "done").glob("*.json")}
    assert 5 <= len(began) < 40
    again = subprocess.run(command("--out", str(out), "--jobs", "2"), timeout=_PATIENCE, capture_output=True, text=True)
    assert again.returncode == 0, again.stderr
    assert {file: file.stat().st_mtime_ns for file in began} == began
    assert files(out) == alone


def test_a_part_that_kills_every_worker_is_told_and_the_rest_is_done(out: Path) -> None:
    source = out.with_name("news")
    source.mkdir()
    for number in range(6):
        line = json.dumps({"id": number, "text": "Two miners were killed in Orsk.", "date": "1992-06-01"})
        Path(source, f"{number}.jsonl").write_text(line)
    watch = out.with_name("watch") / "sitecustomize.py"
    watch.write_text(_WATCH + _POISON)
    asked = [sys.executable, "-m", "claimcheck", "scan", str(source), "--out", str(out), "--jobs", "2"]
    found = subprocess.run(asked, timeout=_PATIENCE, capture_output=True, text=True)
    assert found.returncode == 2, found.stderr
    assert "news/3.jsonl: the workers that read it died again and again" in found.stderr
    assert "5 of 6 parts are done" in found.stderr
    watch.write_text(_WATCH)
    assert subprocess.run(asked, timeout=_PATIENCE).returncode == 0
    assert done(out) == 6


def test_a_cluster_that_is_not_there_is_named(out: Path) -> None:
    asked = command("--out", str(out), "--scheduler", "tcp://127.0.0.1:9")
    found = subprocess.run(asked, timeout=_PATIENCE, capture_output=True, text=True)
    assert found.returncode == 2
    assert found.stderr.startswith("claimcheck: no Dask scheduler answers at tcp://127.0.0.1:9")
    assert found.stderr.count("\n") == 1
