"""Measures everything in one run and writes it down: `make benchmarks`, or `python benchmarks/run.py [FILE …]`.

Without files, texts are made of the sample's sentences. `--largest` bounds the texts (10 MB takes many minutes),
`--no-peers` leaves other programs out, `--runs` says how often each short command is run. The table goes to RESULTS.md
beside this file, the plot to RESULTS.svg. `--quick` runs most things once and long texts only all different: for a busy
machine, on which the whole takes an hour.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import measure
import page
import peers
import plot
import stages
import texts
from measure import Spread, shown

import claimcheck
from claimcheck.changes import compare

HERE = Path(__file__).resolve().parent
PROGRAM = [sys.executable, "-m", "claimcheck"]
_WHATEVER_CODE = ("sh", "-c", '"$@" > /dev/null 2>&1; exit 0', "sh")  # other programs have codes of their own
_TITLE = "## The program"  # of our section of the page
SIZES = {"8 KB": 8_000, "1 MB": 1_000_000, "10 MB": 10_000_000}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", metavar="FILE", type=Path)
    options.add_argument("--largest", type=int, default=10_000_000, metavar="BYTES")
    options.add_argument("--no-peers", action="store_true")
    options.add_argument("--quick", action="store_true")
    options.add_argument("--runs", type=int, default=9)
    options.add_argument(
        "--files", type=int, default=10_000, metavar="N", help="how many small files are checked", dest="many"
    )
    options.add_argument("--output", type=Path, default=page.RESULTS)
    given = options.parse_args()
    known = texts.sentences(given.files)
    long = 200_000 if given.quick else 1_000_000
    sizes = {name: size for name, size in SIZES.items() if size <= given.largest}
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # so that no ledger, corpus or settings are found
        speeds: list[tuple[str, float, bool]] = []
        parts = [
            _head(given),
            *_section("Start and a page", _short(known, given.runs)),
            *_section("Speed and memory, by stage", _stages(known, speeds)),
            *_section("From a page to a long text", _long(known, sizes, given.runs, quick=given.quick)),
            *_section("Many files", _many(known, given.many)),
            *_section("Two versions of a long text", _versions(known, min(long, given.largest))),
        ]
        if not given.no_peers:
            parts += _section("Other programs on the same text", _peers(known, speeds, quick=given.quick))
        drawing = plot.bars("Words a CPU second (scale of powers of ten)", speeds)
    given.output.with_suffix(".svg").write_text(drawing, encoding="utf-8")
    picture = f"\n![Words a CPU second]({given.output.with_suffix('.svg').name})\n"
    before = given.output.read_text(encoding="utf-8") if given.output.exists() else "# Results\n"
    given.output.write_text(page.placed(before, _TITLE, "\n".join(parts) + picture), encoding="utf-8")


def _head(given: argparse.Namespace) -> str:
    describe = ["git", "describe", "--always", "--dirty"]
    revision = subprocess.run(describe, cwd=HERE, capture_output=True, text=True, check=False).stdout.strip()
    machine = page.machine()
    used = ", ".join(f"{name} {version(name)}" for name in ("typer", "rich", "rapidfuzz", "pyyaml"))
    source = "the sample's sentences" if not given.files else f"the sentences of {len(given.files)} files"
    return f"""{_TITLE}

Made by `python benchmarks/run.py` on {datetime.date.today()}, at {revision or "an unknown revision"}. {machine}, load
{os.getloadavg()[0]:.1f} at the start; Python {platform.python_version()}, {used}. The texts are made of {source}.
Medians, with the least and the most in brackets; where the machine is busy, CPU time says more than the clock.
"""


def _section(title: str, rows: Iterator[Sequence[str]]) -> list[str]:
    print(title, file=sys.stderr)
    header, *body = rows
    lines = [f"### {title}\n", f"| {' | '.join(header)} |", f"|{'---|' * len(header)}"]
    for row in body:
        print("  " + "  ".join(row), file=sys.stderr)
        lines.append(f"| {' | '.join(row)} |")
    return [*lines, ""]


def _short(known: Sequence[str], runs: int) -> Iterator[Sequence[str]]:
    short, other = Path("page.txt"), Path("other.txt")
    short.write_text(texts.different(known, 8_000), encoding="utf-8")
    other.write_text(texts.edited(short.read_text(encoding="utf-8"), known), encoding="utf-8")
    commands = {
        "`python -c pass`": [sys.executable, "-c", "pass"],
        "`--version`": [*PROGRAM, "--version"],
        "`check` 8 KB": [*PROGRAM, "check", str(short)],
        "`report` 8 KB": [*PROGRAM, "report", str(short)],
        "`report --format json` 8 KB": [*PROGRAM, "report", "--format", "json", str(short)],
        "`diff` 8 KB": [*PROGRAM, "diff", str(short), str(other)],
    }
    found = measure.in_turn(commands, runs)
    python = found["`python -c pass`"]
    yield "command", "time", "CPU", "times `python -c pass`", "memory"
    for name, spread in found.items():
        ratio = spread.median.seconds / python.median.seconds
        yield name, spread.seconds, shown(spread.median.cpu), f"{ratio:.1f}", f"{spread.median.megabytes:.0f} MB"


def _stages(known: Sequence[str], speeds: list[tuple[str, float, bool]]) -> Iterator[Sequence[str]]:
    yield "stage", "words a CPU second", "bytes a character that it leaves", "and holds at most"
    text = texts.different(known, 200_000)
    words = len(text.split())
    for name, run in stages.of(text).items():
        speed = words / max(1e-9, measure.cpu_seconds(run))
        speeds.append((f"claimcheck: {name}", speed, True))
        kept, most = measure.bytes_of(run)
        yield name, f"{speed:,.0f}", f"{kept / len(text):.1f}", f"{most / len(text):.1f}"


def _long(known: Sequence[str], sizes: dict[str, int], runs: int, *, quick: bool) -> Iterator[Sequence[str]]:
    yield "text", "command", "time", "CPU", "words a CPU second", "memory"
    for name, size in sizes.items():
        for kind, make in (("repeated", texts.repeated), ("all different", texts.different)):
            if quick and kind == "repeated":
                continue
            text = make(known, size)
            words = len(text.split())
            file, other, lines, line = Path("long.txt"), Path("other.txt"), Path("long.jsonl"), Path("line.jsonl")
            file.write_text(text, encoding="utf-8")
            other.write_text(texts.edited(text, known), encoding="utf-8")
            line.write_text(json.dumps({"id": 1, "text": text}) + "\n", encoding="utf-8")
            pages = [text[start : start + 8_000] for start in range(0, len(text), 8_000)]
            lines.write_text("".join(json.dumps({"id": n, "text": p}) + "\n" for n, p in enumerate(pages)))
            commands = {
                "check": [*PROGRAM, "check", "--no-baseline", str(file)],
                "report --format json": [*PROGRAM, "report", "--format", "json", str(file)],
                "extract --jsonl (pages of 8 KB)": [*PROGRAM, "extract", "--jobs", "1", "--jsonl", str(lines)],
                "extract --jsonl (one text)": [*PROGRAM, "extract", "--jsonl", str(line)],
                "diff": [*PROGRAM, "diff", str(file), str(other)],
            }
            for command, spread in measure.in_turn(
                commands, min(1 if quick else runs, max(1, 1_000_000 // size))
            ).items():
                speed = words * (2 if command == "diff" else 1) / spread.median.cpu
                yield (
                    *(f"{name}, {kind}", f"`{command}`", spread.seconds, shown(spread.median.cpu)),
                    *(f"{speed:,.0f}", f"{max(run.megabytes for run in spread.runs):.0f} MB"),
                )


def _many(known: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    yield "files", "run", "time", "CPU", "of the first"
    alone, spread, again = "one process, nothing kept", "every core", "again, unchanged"
    more = {alone: ["--jobs", "1", "--no-cache"]}
    for number, size, runs in ((50, 8_000, (alone, spread, again)), (most, 1_000, (spread, again))):
        folder = Path(f"many{number}of{size}")
        folder.mkdir()
        for n in range(number):
            (folder / f"{n:05}.txt").write_text(texts.different(known, size, seed=n), encoding="utf-8")
        first = None
        for run in runs:
            environment = {"XDG_CACHE_HOME": str(folder.absolute().parent / f"cache{number}of{size}")}
            cost = measure.cost_of([*PROGRAM, "check", *more.get(run, []), str(folder)], environment=environment)
            first = first or cost
            share = f"{cost.seconds / first.seconds:.1%}"
            yield f"{number:,} of {size // 1000} KB", run, shown(cost.seconds), shown(cost.cpu), share


def _versions(known: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """What a diff costs beside reading both versions; the whole should cost at most three times the reading."""
    yield "sentences changed", "reading both (CPU)", "comparing (CPU)", "together, times the reading"
    old = texts.different(known, size)
    for share in (0.1, 1.0):
        documents = [claimcheck.parse(side) for side in (old, texts.edited(old, known, share=share))]
        start = time.process_time()
        one, two = (claimcheck.extract(document) for document in documents)
        read = time.process_time()
        compare(one, two)
        reading, comparing = read - start, time.process_time() - read
        yield f"{share:.0%}", shown(reading), shown(comparing), f"{(reading + comparing) / reading:.2f}"


def _peers(known: Sequence[str], speeds: list[tuple[str, float, bool]], *, quick: bool) -> Iterator[Sequence[str]]:
    runs, long = (1, 30_000) if quick else (3, 100_000)
    yield "program", "what it does", "8 KB (CPU)", f"{long // 1000} KB (CPU)", "words a CPU second, in the longer text"
    files = {size: Path(f"peer{size}.txt") for size in (8_000, long)}
    for size, file in files.items():
        file.write_text(texts.different(known, size), encoding="utf-8")
    words = len(files[long].read_text(encoding="utf-8").split())

    def row(name: str, what: str, commands: Sequence[Sequence[str]]) -> Sequence[str]:
        short, longer = (
            Spread(tuple(measure.cost_of(command) for _ in range(runs))).median.cpu for command in commands
        )
        speeds.append((name, words / longer, name.startswith("claimcheck")))
        return name, what, shown(short), shown(longer), f"{words / longer:,.0f}"

    own = [[*PROGRAM, "check", str(file)] for file in files.values()]
    yield row("claimcheck check", "claims, attributions, values, findings", own)
    for peer in peers.PEERS:
        commands = [peers.command(peer, file) for file in files.values()]
        if None in commands:
            yield peer.name, peer.what, "cannot be installed here", "", ""
        else:
            yield row(peer.name, peer.what, [[*_WHATEVER_CODE, *command] for command in commands if command])


if __name__ == "__main__":
    main()
