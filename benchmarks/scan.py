"""Measures `claimcheck scan`: `python benchmarks/scan.py [--articles N] [--short M]`.

N articles of eight sentences on one core and on two workers; M articles of two, while the memory of each worker is
watched. All are made of the sample's sentences, and each begins with a speaker whom no other has. The section
"Archives" of RESULTS.md is written anew.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import measure
import page
import texts
from measure import Cost, shown

PROGRAM = [sys.executable, "-m", "claimcheck", "scan"]
_TITLE = "## Archives"
_CORES = 1000
_PART = 16_000_000  # bytes: what `scan` takes at a time


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=5_000)
    options.add_argument("--short", type=int, default=100_000)
    options.add_argument("--output", type=Path, default=page.RESULTS)
    given = options.parse_args()
    known = texts.sentences(())
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        size = write(Path("long.jsonl"), known, given.articles, 8)
        part = str(size / 32 / 1e6)
        one, two = (
            measure.cost_of([*PROGRAM, "long.jsonl", "--out", f"out{jobs}", "--jobs", jobs, "--part", part])
            for jobs in ("1", "2")
        )
        short = write(Path("short.jsonl"), known, given.short, 2)
        watched = list(watch("short.jsonl", "outshort", short / 50 / 1e6))
    section = "\n".join(
        [_TITLE, "", _head(load), *_speed(given.articles, size, one, two), *_memory(given.short, watched)]
    )
    before = given.output.read_text(encoding="utf-8") if given.output.exists() else "# Results\n"
    given.output.write_text(page.placed(before, _TITLE, section), encoding="utf-8")


def write(file: Path, known: Sequence[str], articles: int, sentences: int) -> int:
    """Articles of sentences drawn at random, one on each line; how many bytes they take."""
    chance = random.Random(11)
    with file.open("w", encoding="utf-8") as lines:
        for number in range(articles):
            drawn = " ".join(chance.choice(known) for _ in range(sentences))
            text = f"{_name(chance)} {_name(chance)} told reporters what follows. {drawn}"
            day = datetime.date(2019, 3, 14) + datetime.timedelta(days=number % 900)
            lines.write(json.dumps({"id": number, "date": day.isoformat(), "text": text}) + "\n")
    return file.stat().st_size


def _name(chance: random.Random) -> str:
    return "".join(
        chance.choice(("ba", "do", "ke", "li", "mu", "ra", "sen", "to", "vik")) for _ in range(5)
    ).capitalize()


def watch(source: str, out: str, part: float) -> Iterator[tuple[float, int]]:
    """While two workers read it: the share of the parts that is done, and the most megabytes that a worker holds."""
    command = [*PROGRAM, source, "--out", out, "--jobs", "2", "--part", str(part)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as scanning:
        while scanning.poll() is None:
            held = [_megabytes(pid) for pid in _workers(scanning.pid)]
            done = len(list(Path(out, "done").glob("*.json")))
            if held and done:
                yield done / 50, max(held)
            time.sleep(0.5)
        if scanning.returncode:
            raise RuntimeError(f"scan ended with {scanning.returncode}")


def _workers(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task").glob("*/children")
    found = [int(child) for file in children for child in file.read_text().split()]
    return [pid for pid in found if b"spawn_main" in _read(pid, "cmdline")]


def _megabytes(pid: int) -> int:
    line = next((line for line in _read(pid, "status").splitlines() if line.startswith(b"VmRSS")), b"VmRSS: 0")
    return int(line.split()[1]) // 1024


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""


def _head(load: float) -> str:
    today, machine, python = datetime.date.today(), page.machine(), sys.version.split()[0]
    used = ", ".join(f"{name} {version(name)}" for name in ("dask", "pyarrow", "fsspec"))
    return f"""Made by `python benchmarks/scan.py` on {today}. {machine}, load {load:.1f} at the start; Python
{python}, {used}. The articles are made of the sample's sentences, each behind a speaker of its own.
The machine was shared with other work: CPU time says more than the clock.
"""


def _speed(articles: int, size: int, one: Cost, two: Cost) -> Iterator[str]:
    yield f"{articles:,} articles of eight sentences, {size / articles:,.0f} bytes each as JSON Lines:\n"
    yield "| workers | time | CPU, all processes | articles a CPU second | articles a second by the clock |"
    yield "|---|---|---|---|---|"
    for name, cost in (("one process", one), ("two workers", two)):
        speeds = f"{articles / cost.cpu:,.0f} | {articles / cost.seconds:,.0f}"
        yield f"| {name} | {shown(cost.seconds)} | {shown(cost.cpu)} | {speeds} |"
    rate = _CORES * articles / two.cpu
    megabytes = rate * size / articles / 1e6
    each = _CORES * _PART / 1e6 / megabytes
    yield f"""
A thousand cores would read about {rate:,.0f} such articles a second, {rate * 86_400 / 1e6:,.0f} million a day.
This is reckoned, not measured, from the articles a CPU second of two workers, under these assumptions: the cores are
as fast as these and are not shared; the source gives {megabytes:,.0f} MB a second, and the folder of the tables takes
as much; there are many more parts than cores. A part of {_PART // 1_000_000} MB keeps a core busy for {each:,.0f} s,
so that the scheduler hands out {_CORES / each:.1f} parts a second, of the hundreds that Dask is made for, and at the
end cores wait for the last parts for about as long as one part takes. Workers ask each other for nothing.
"""


def _memory(articles: int, watched: Sequence[tuple[float, int]]) -> Iterator[str]:
    yield f"Memory of the larger of two workers while they read {articles:,} articles of two sentences:\n"
    tenths = {step: [held for done, held in watched if step / 10 < done <= (step + 2) / 10] for step in (0, 2, 4, 6, 8)}
    shown_tenths = {step: held for step, held in tenths.items() if held}
    yield "| read | " + " | ".join(f"to {step + 2}0%" for step in shown_tenths) + " |"
    yield "|---|" + "---|" * len(shown_tenths)
    yield "| most MB | " + " | ".join(str(max(held)) for held in shown_tenths.values()) + " |"


if __name__ == "__main__":
    main()
