"""What compiled modules give: `python benchmarks/compiled.py` builds a wheel with and one without, and measures both.

Both are run in turn, from folders of their own. The table goes to RESULTS.md beside this file. `--wheels PURE COMPILED`
takes wheels that are there already.
"""

from __future__ import annotations

import argparse
import compileall
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import measure
import page
import texts
from measure import Spread, shown

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-m", "claimcheck"]
_TITLE = "## Compiled modules"
_BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--largest", type=int, default=1_000_000, metavar="BYTES")
    options.add_argument("--wheels", nargs=2, type=Path, metavar=("PURE", "COMPILED"))
    options.add_argument("--output", type=Path, default=page.RESULTS)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as work:
        wheels = given.wheels or [
            _built(Path(work, name), compiled=name == "compiled") for name in ("pure", "compiled")
        ]
        wheels = [wheel.resolve() for wheel in wheels]
        os.chdir(work)  # so that no ledger, corpus or settings are found
        folders = [_unpacked(wheel, Path(work, name)) for wheel, name in zip(wheels, ("a", "b"), strict=True)]
        rows = [*_sizes(wheels, folders), *_stages(folders, given.runs), *_commands(folders, given.runs, given.largest)]
    lines = ["| | pure Python | compiled | |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    before = given.output.read_text(encoding="utf-8") if given.output.exists() else "# Results\n"
    given.output.write_text(page.placed(before, _TITLE, "\n".join([_head(), *lines])), encoding="utf-8")


def _head() -> str:
    describe = ["git", "describe", "--always", "--dirty"]
    revision = subprocess.run(describe, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return f"""{_TITLE}

Made by `python benchmarks/compiled.py` on {datetime.date.today()}, at {revision or "an unknown revision"}.
{page.machine()}, load {os.getloadavg()[0]:.1f} at the start; Python {platform.python_version()}.
CPU time, the least of several runs in turn; words are those read in a CPU second.
"""


def _built(folder: Path, *, compiled: bool) -> Path:
    environment = {**os.environ, "CLAIMCHECK_COMPILE": str(int(compiled))}
    subprocess.run([sys.executable, "-c", _BUILD, str(folder)], cwd=ROOT, env=environment, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _unpacked(wheel: Path, folder: Path) -> Path:
    """The wheel as an installer leaves it, with bytecode."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    compileall.compile_dir(folder, quiet=1)
    return folder


def _sizes(wheels: Sequence[Path], folders: Sequence[Path]) -> Iterator[Sequence[str]]:
    packed = [wheel.stat().st_size for wheel in wheels]
    installed = [sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) for folder in folders]
    for name, sizes in (("wheel", packed), ("installed", installed)):
        yield name, *(f"{size / 1e6:.1f} MB" for size in sizes), ""


def _stages(folders: Sequence[Path], runs: int) -> Iterator[Sequence[str]]:
    command = [sys.executable, str(ROOT / "benchmarks" / "stages.py"), "200000"]
    best: list[dict[str, float]] = [{}, {}]
    for _ in range(runs):
        for speeds, folder in zip(best, folders, strict=True):
            done = subprocess.run(command, env=_environment(folder), capture_output=True, text=True, check=True)
            speeds.update({name: max(speed, speeds.get(name, 0)) for name, speed in json.loads(done.stdout).items()})
    for name, pure in best[0].items():
        yield f"{name}, words", f"{pure:,.0f}", f"{best[1][name]:,.0f}", f"{best[1][name] / pure:.2f} ×"


def _commands(folders: Sequence[Path], runs: int, largest: int) -> Iterator[Sequence[str]]:
    known = texts.sentences([])
    Path("empty.txt").write_text("", encoding="utf-8")
    _versions(known, "page", 8_000)
    _versions(known, "long", largest)
    many = Path("many")
    many.mkdir()
    for n in range(50):
        (many / f"{n:02}.txt").write_text(texts.different(known, 8_000, seed=n), encoding="utf-8")
    for name, arguments, often in (
        ("`check` of nothing", ["check", "empty.txt"], 3),
        ("`check` 8 KB", ["check", "page.txt"], 3),
        ("`diff` 8 KB", ["diff", "page.txt", "page2.txt"], 3),
        ("`check`, 50 files of 8 KB, one process", ["check", "--jobs", "1", "--no-cache", "many"], 1),
        (f"`check` {largest // 1000} KB", ["check", "long.txt"], 1),
        (f"`diff` {largest // 1000} KB", ["diff", "long.txt", "long2.txt"], 1),
    ):
        pure, compiled = (spread.least for spread in _in_turn([*PROGRAM, *arguments], folders, often * runs))
        yield name, shown(pure.cpu), shown(compiled.cpu), f"{pure.cpu / compiled.cpu:.2f} ×"
        if largest >= 1_000_000 and "long" in arguments[1]:
            yield (
                f"{name}, time",
                shown(pure.seconds),
                shown(compiled.seconds),
                f"{pure.seconds / compiled.seconds:.2f} ×",
            )


def _versions(known: Sequence[str], name: str, size: int) -> None:
    text = texts.different(known, size)
    Path(f"{name}.txt").write_text(text, encoding="utf-8")
    Path(f"{name}2.txt").write_text(texts.edited(text, known), encoding="utf-8")


def _in_turn(command: Sequence[str], folders: Sequence[Path], runs: int) -> list[Spread]:
    found: list[list[measure.Cost]] = [[] for _ in folders]
    for _ in range(runs):
        for costs, folder in zip(found, folders, strict=True):
            costs.append(measure.cost_of(command, environment=_environment(folder)))
    return [Spread(tuple(costs)) for costs in found]


def _environment(folder: Path) -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(folder)}


if __name__ == "__main__":
    main()
