"""A corpus on the workers of a cluster gives the verdicts of one machine, and a worker that is lost is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.archive.test_cluster import address_in, running

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the workers")]

_PATIENCE = 120.0  # seconds
_TEXT = """---
date: 1992-06-01
---

At least 41 miners were killed in Orsk on 3 May 1992. The mine at Ufa was closed for two years.

In Halden 12 miners were detained. Nobody was charged in Marn.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text, and a corpus of forty documents of which a few speak to it."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    told = ("At least 41 miners were killed in Orsk on 3 May 1992.", "In Halden 14 miners were detained.")
    for number in range(40):
        about = told[number % 2] if number in (7, 20) else f"The clerk of office {number} was told of rain in Perm."
        document = (
            f"---\ntitle: Paper {number}\nissued: 1992-05-04\nreliability: B\n---\n\nIt rained. {about} It was late.\n"
        )
        Path(corpus, f"paper-{number}.md").write_text(document)
    Path(tmp_path, "text.md").write_text(_TEXT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler, and its three workers' process ids."""
    here = "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"
    dask, about = (sys.executable, "-m", "dask"), folder / "cluster.json"
    with ExitStack() as stack:
        line = running(*dask, "scheduler", *here, "--port", "0", "--scheduler-file", str(about))
        scheduler = stack.enter_context(line)
        address = address_in(about, scheduler)
        worker = *dask, "worker", address, *here, "--nthreads", "1", "--no-nanny"
        workers = [stack.enter_context(running(*worker, "--local-directory", str(folder / str(at)))) for at in range(3)]
        counted = "from distributed import Client; c = Client('{}'); c.wait_for_workers(3, timeout=60); c.close()"
        subprocess.run([sys.executable, "-c", counted.format(address)], check=True, timeout=_PATIENCE)
        yield address, [worker.pid for worker in workers]


def report(**environment: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "claimcheck", "report", "--format", "json", "text.md"]
    return subprocess.run(asked, env={**os.environ, **environment}, capture_output=True, text=True, timeout=_PATIENCE)


def test_the_verdicts_are_those_of_one_machine(folder: Path, cluster: tuple[str, list[int]]) -> None:
    alone, together = report(), report(CLAIMCHECK_SCHEDULER=cluster[0])
    assert together.returncode == 0, together.stderr
    assert together.stdout == alone.stdout
    assert '"paper-20"' in together.stdout


def test_a_worker_that_is_lost_is_an_error(folder: Path, cluster: tuple[str, list[int]]) -> None:
    """It dies between the making of the index and the first question."""
    killing = f"""
import os, signal, sys
from claimcheck.archive import shards
made = shards.on_workers
def on_workers(*arguments):
    postings = made(*arguments)
    os.kill({cluster[1][1]}, signal.{signal.SIGKILL.name})
    return postings
shards.on_workers = on_workers
from claimcheck.cli import main
sys.argv = ["claimcheck", "report", "text.md"]
main()
"""
    asked = [sys.executable, "-c", killing]
    environment = {**os.environ, "CLAIMCHECK_SCHEDULER": cluster[0]}
    found = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=_PATIENCE)
    assert found.returncode == 2, found.stderr
    assert "of 3 of the index does not answer" in found.stderr
    assert found.stderr.count("\n") == 1
    assert not found.stdout


def test_a_scheduler_that_is_not_there_is_named(folder: Path) -> None:
    found = report(CLAIMCHECK_SCHEDULER="tcp://127.0.0.1:9")
    assert found.returncode == 2
    assert found.stderr.startswith("claimcheck: no Dask scheduler answers at tcp://127.0.0.1:9")
