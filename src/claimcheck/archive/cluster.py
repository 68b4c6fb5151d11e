"""The parts of an archive on the workers of a Dask cluster: of this machine, or of the one whose scheduler is named."""

from __future__ import annotations

import contextlib
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.scheduler import KilledWorker

from claimcheck.archive.scan import Outcome, Run, Work
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from distributed import Future

# Gives the stand-ins of objects, each of which lives on a worker and is asked over the line.
Spread = Callable[[type, Callable[[int, int], tuple[Any, ...]]], list[Any]]

_AHEAD = 4  # parts for each worker that wait for their turn
_FEWEST = 64
_PATIENCE = "10s"


@contextlib.contextmanager
def on_this_machine(jobs: int) -> Iterator[Run]:
    """So many processes, which speak to this one over the loopback address alone and end with it.

    Whoever reaches a worker can run code on it, so that also on this machine only those with the run's key are heard.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(_quietly())
        cluster = LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            security=True,
            local_directory=stack.enter_context(tempfile.TemporaryDirectory(prefix="claimcheck-")),
            silence_logs=50,
        )
        yield partial(_run, stack.enter_context(Client(stack.enter_context(cluster))))


@contextlib.contextmanager
def at(address: str) -> Iterator[Run]:
    """The workers of a scheduler, such as tcp://10.0.0.1:8786."""
    with _connected(address) as client:
        yield partial(_run, client)


@contextlib.contextmanager
def spreading(address: str) -> Iterator[Spread]:
    """Puts an object of a class on each worker of a scheduler: the n-th of so many, made of what is given for it."""
    with _connected(address) as client:
        yield partial(_spread, client)


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    """A line to the scheduler. Raises ClaimcheckError when none answers there."""
    with _quietly():
        try:
            client = Client(address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            what = f"no Dask scheduler answers at {address}: {error} (start one with: dask scheduler)"
            raise ClaimcheckError(what) from None
        with client:
            yield client


def _spread(client: Client, made: type, parts: Callable[[int, int], tuple[Any, ...]]) -> list[Any]:
    workers = sorted(client.scheduler_info(n_workers=-1)["workers"])
    if not workers:
        raise ClaimcheckError("the Dask scheduler has no workers (start some with: dask worker ADDRESS)")
    futures = [
        client.submit(made, *parts(at, len(workers)), actor=True, workers=[worker], pure=False)
        for at, worker in enumerate(workers)
    ]
    try:
        return [future.result() for future in futures]
    except ClaimcheckError:
        raise
    except Exception as error:
        what = f"a worker could not make its part of the index: {error} (do all of them see the corpus?)"
        raise ClaimcheckError(what) from error


def _run(client: Client, do: Callable[[Work], Counter[str]], works: Iterable[Work]) -> Iterator[Outcome]:
    """The outcomes as they come. Only so many parts are handed out at once: an archive may have a million."""
    waiting = iter(works)
    running: dict[Future, Work] = {}

    def submitted(number: int) -> list[Future]:
        new = {
            client.submit(do, work, key=("read_part", work.name, work.stamp), pure=False): work
            for work in islice(waiting, number)
        }
        running.update(new)
        return list(new)

    ahead = max(_FEWEST, _AHEAD * len(client.nthreads()))
    pending = as_completed(submitted(ahead))
    for future in pending:
        work = running.pop(future)
        yield _outcome(future, work)
        future.release()
        for new in submitted(1):
            pending.add(new)


def _outcome(future: Future, work: Work) -> Outcome:
    try:
        counts = future.result()
    except KilledWorker:
        return Outcome(work, "the workers that read it died again and again (too little memory?)")
    except CancelledError:
        raise ClaimcheckError("the Dask scheduler is gone (run the command again: what is done stays)") from None
    except OSError as error:
        return Outcome(work, str(error))
    if not work.mark.exists():
        what = "is not seen by the workers and this process alike (name a folder that all of them share)"
        raise ClaimcheckError(what, path=work.out)
    return Outcome(work, counts)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Without pages of its own, and without a word on a lost worker or an end by its broken connection.

    A worker is given one part at a time: a part is blamed for the deaths of a worker that it waited for.
    """
    settings: dict[str, object] = {
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
        "distributed.scheduler.worker-saturation": 1.0,
        "logging.distributed": "critical",
    }
    pipe = getattr(signal, "SIGPIPE", None)  # not on Windows
    before = signal.signal(pipe, signal.SIG_IGN) if pipe else None
    try:
        with dask.config.set(settings):
            yield
    finally:
        if pipe:
            signal.signal(pipe, before)
