"""How many words a CPU second each stage reads: `python benchmarks/stages.py [FILE …] [--words N]`.

Without files it reads the sample's articles and sources. The text is repeated, paragraph after paragraph, until it has
about N words; each stage is timed alone, on the values of the stages before it, and the best of three runs counts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.attribution import find_attributions
from claimcheck.claims import find_claims
from claimcheck.sentences import read_prose
from claimcheck.values import find_values

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--words", type=int, default=30_000)
    given = options.parse_args()
    files = given.files or [*sorted((ROOT / "articles").glob("*.md")), *sorted((ROOT / "corpus").glob("*.md"))]
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in files)
    text = "\n\n".join([text] * max(1, given.words // len(text.split())))
    words = len(text.split())
    document = claimcheck.parse(text)
    prose = read_prose(document)
    values, attributions = find_values(prose), find_attributions(prose)
    stages: dict[str, Callable[[], Any]] = {
        "reader": lambda: claimcheck.parse(text),
        "sentences and tags": lambda: read_prose(document),
        "values": lambda: find_values(prose),
        "attributions": lambda: find_attributions(prose),
        "claims": lambda: find_claims(prose, values, attributions),
        "all of extract": lambda: claimcheck.extract(document),
    }
    print(f"{words:,} words")
    for name, run in stages.items():
        seconds = min(_cpu_seconds(run) for _ in range(3))
        print(f"{name:20}{words / max(seconds, 1e-9):>14,.0f} words a CPU second")


def _cpu_seconds(run: Callable[[], Any]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
