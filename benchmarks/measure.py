"""What a command costs: time, CPU and memory, of it and of the processes that it starts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    seconds: float
    cpu: float
    megabytes: float


class Spread(NamedTuple):
    """The costs of several runs of one thing."""

    runs: tuple[Cost, ...]

    @property
    def median(self) -> Cost:
        return Cost(*(statistics.median(column) for column in zip(*self.runs, strict=True)))

    @property
    def least(self) -> Cost:
        return Cost(*(min(column) for column in zip(*self.runs, strict=True)))

    @property
    def seconds(self) -> str:
        """The median, and from where to where the runs went."""
        lowest, highest = (pick(run.seconds for run in self.runs) for pick in (min, max))
        return f"{shown(self.median.seconds)} ({shown(lowest)}–{shown(highest)})"


def shown(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


# A process counts the memory of the one that it was started from as its own; this one is as small as can be.
_LAUNCHER = """
import os, sys, time
null = os.open(os.devnull, os.O_WRONLY)
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
_, status, used = os.wait4(child, 0)
seconds = time.perf_counter() - start
print(os.waitstatus_to_exitcode(status), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def cost_of(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Cost:
    """One run with its output thrown away. Its exit code may say that there are findings, not that it failed."""
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    done = subprocess.run(
        launcher, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=True
    )
    code, seconds, cpu, memory = done.stdout.split()
    if code not in ("0", "1") or "Traceback" in done.stderr:
        raise RuntimeError(f"{' '.join(command)}: exit code {code}\n{done.stderr[-2000:]}")
    return Cost(float(seconds), float(cpu), int(memory) / (1024 if sys.platform == "linux" else 1024 * 1024))


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Spread]:
    """The costs of each command, run one after the other so often that a busy moment does not fall on one alone."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(cost_of(command))
    return {name: Spread(tuple(costs)) for name, costs in found.items()}


def bytes_of(run: Callable[[], object]) -> tuple[int, int]:
    """How many bytes of what a run in this process allocates its result keeps, and how many were held at most."""
    tracemalloc.start()
    try:
        result = run()
        kept, most = tracemalloc.get_traced_memory()
        del result
        return kept, most
    finally:
        tracemalloc.stop()


def cpu_seconds(run: Callable[[], object], runs: int = 3) -> float:
    """The CPU time of the best of several runs in this process."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best
