"""Work on many texts: on all cores, with the results in order, and a bar where somebody waits for them."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")
    R = TypeVar("R")

    from multiprocessing.context import BaseContext


_WORTH_IT = 100_000  # bytes: less is read sooner than another process is started
_LONG = 50_000  # bytes: to read so much takes many times what it takes to make the tables
_AHEAD = 4  # items for each process that are read before their turn
_PATIENCE = 1.0  # seconds without a bar
_WATCH = 0.2  # seconds

_work: Callable[[Any], Any]  # of this process, when it is a worker


def all_cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[T], R], items: Iterable[T], *, jobs: int | None = None, size: Callable[[T], int]
) -> Iterator[R]:
    """The result for each item, as if one process had made them one after the other.

    Memory is bounded by a few items a process. `work` and what it returns must be fit to be sent to another process.
    """
    jobs = jobs or all_cores()
    rest = iter(items)
    if jobs == 1:
        yield from map(work, rest)
        return
    first, total = [], 0
    for item in rest:
        first.append(item)
        total += size(item)
        if total > _WORTH_IT and len(first) > 1:
            break
    else:
        yield from map(work, first)
        return
    if size(first[0]) < _LONG:
        yield work(first.pop(0))  # here, so that processes that are forked begin with every table made
    yield from _spread(work, chain(first, rest), jobs)


def _spread(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    from concurrent.futures import Future, ProcessPoolExecutor

    waiting: deque[Future[R]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin, initargs=(work,))
    try:
        for item in items:
            waiting.append(pool.submit(_done, item))
            if len(waiting) > _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _context() -> BaseContext | None:
    """Forked processes share what is loaded; elsewhere than on Linux forking is not safe, and the default is taken."""
    import multiprocessing

    return multiprocessing.get_context("fork") if sys.platform == "linux" else None


def _begin(work: Callable[[Any], Any]) -> None:
    global _work
    import threading  # here, since most runs start no process

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is for the process that writes the output; it ends the others
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _work = work


def _end_with(parent: int) -> None:
    """Ends this process when the one that wants its results is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)


def _done(item: T) -> Any:
    return _work(item)


def with_bar(results: Iterator[R], *, total: int | None = None) -> Iterator[R]:
    """The results, with a bar on the terminal once they take longer than a second; never in a file or a pipe."""
    if not sys.stderr.isatty():
        yield from results
        return
    since = time.monotonic()
    progress = None
    try:
        for number, result in enumerate(results, 1):
            if progress is None and time.monotonic() - since > _PATIENCE:
                progress = _bar(total)
            if progress is not None:
                progress(number)
            yield result
    finally:
        if progress is not None:
            progress(None)


def _bar(total: int | None) -> Callable[[int | None], None]:
    """Shows how far the work is, and with None goes away."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("texts", total=total)
    progress.start()

    def show(done: int | None) -> None:
        if done is None:
            progress.stop()
        else:
            progress.update(task, completed=done)

    return show
