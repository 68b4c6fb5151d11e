"""What an index of many passages costs: `python benchmarks/index.py [--passages N …]`.

The passages are halves of the sample's sentences with names and numbers of their own, each unlike the others. They are
given to the index as units, since reading them is the reader's work. The claims are passages without every fifth unit.
Beside it, in the same run, SQLite's FTS5 with porter stemming is asked in the plain way: all words, ordered by rank.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import claimcheck
from claimcheck.comparison.words import Unit, read_units
from claimcheck.evidence.index import Index
from claimcheck.evidence.index.catalogue import Catalogue, Engine, Fts5
from claimcheck.evidence.index.texts import Keys, number_of, row_of
from claimcheck.sentences import read_prose

ROOT = Path(__file__).resolve().parent.parent
PER_DOCUMENT = 50
CLAIMS = 200


class Passages:
    """Sentences by number, made anew each time they are asked for, so that a million take no memory."""

    def __init__(self) -> None:
        files = [*sorted((ROOT / "articles").glob("*.md")), *sorted((ROOT / "corpus").glob("*.md"))]
        self._halves: list[tuple[tuple[Unit, ...], tuple[str, ...]]] = []
        for path in files:
            prose = read_prose(claimcheck.read(path))
            units = read_units(prose)
            for number in range(len(prose.sentences)):
                found = tuple(unit for unit in units if unit.sentence == number)
                for half in (found[: len(found) // 2], found[len(found) // 2 :]):
                    if len(half) > 3:
                        self._halves.append((half, tuple(unit.key for unit in half)))
        self._names = [
            a + b for a in ("Ar", "Bel", "Cor", "Dun", "El", "Far", "Gol") for b in ("ash", "evo", "in", "olt")
        ]

    def units(self, number: int) -> list[Unit]:
        """Two halves of sentences, and a name, a place and a number that make them one passage of its own."""
        chance = random.Random(number)
        first, second = chance.choice(self._halves)[0], chance.choice(self._halves)[0]
        like = next(unit for unit in first if unit.content) if any(unit.content for unit in first) else first[0]
        made = [
            f"{chance.choice(self._names)}{chance.randrange(2000)}",
            f"#exact{number}.0",
            chance.choice(self._names),
        ]
        own = [Unit(like.sort, like.span, word, word.lower(), like.tag, True, True) for word in made]
        return [*first, *own[:2], *second, own[2]]

    def keys(self, document: int) -> Keys:
        start = document * PER_DOCUMENT
        return ([], *([unit.key for unit in self.units(start + n)] for n in range(PER_DOCUMENT)))

    def claim(self, number: int) -> list[Unit]:
        """The passage without every fifth unit and without its own number, which would find it at once."""
        return [unit for n, unit in enumerate(self.units(number)) if n % 5 != 4 and not unit.key.startswith("#exact")]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--passages", type=int, nargs="*", default=[100_000])
    options.add_argument("--only", choices=("fts5", "tantivy"), help="leave the other one out")
    given = options.parse_args()
    passages = Passages()
    print(
        "| index | passages | build, s | update of 1%, s | size, MB | p50, ms | p99, ms | 4 processes | found first |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for many in given.passages:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("fts5", "tantivy"):
                if given.only in (None, name) and (name == "fts5" or find_spec("tantivy")):
                    _measure(name, many, passages, Path(folder, name))
            if given.only != "tantivy":
                _measure_plain(many, passages, Path(folder, "plain.sqlite"))


def _open(name: str, folder: Path) -> Catalogue:
    engine: Engine = Fts5()
    if name == "tantivy":
        from claimcheck.evidence.index.tantivy import Tantivy

        engine = Tantivy(folder / "index.tantivy")
    return Catalogue(folder / "index.sqlite", engine)


def _measure(name: str, many: int, passages: Passages, folder: Path) -> None:
    folder.mkdir()
    documents = {str(number): "1" for number in range(many // PER_DOCUMENT)}
    built = _seconds(lambda: _open(name, folder).update(documents, lambda ident: passages.keys(int(ident))))
    for number in range(0, len(documents), 100):
        documents[str(number)] = "2"
    updated = _seconds(lambda: _open(name, folder).update(documents, lambda ident: passages.keys(int(ident))))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    times, first = _ask(name, folder, documents, passages)
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        start = time.perf_counter()
        together = pool.starmap(_first_found, [(name, folder, documents, many, part) for part in range(4)])
        at_once = time.perf_counter() - start
    same = "same answers" if sum(together) == first else f"OTHER ANSWERS: {sum(together)} of {first}"
    print(
        f"| {name} | {many:,} | {built:.1f} | {updated:.1f} | {size / 1e6:.0f} "
        f"| {_ms(times, 0.5)} | {_ms(times, 0.99)} | {same}, {at_once:.1f} s | {first / len(times):.0%} |",
        flush=True,
    )


def _ask(name: str, folder: Path, documents: dict[str, str], passages: Passages) -> tuple[list[float], int]:
    made = _open(name, folder)
    made.update(documents, lambda ident: passages.keys(int(ident)))
    index = Index({}, made)
    times, first = [], 0
    for number in _asked(len(documents) * PER_DOCUMENT):
        claim = passages.claim(number)
        start = time.perf_counter()
        found = index.rank(claim, 12)
        times.append(time.perf_counter() - start)
        first += bool(found) and found[0].row == _row(number)
    return times, first


def _first_found(name: str, folder: Path, documents: dict[str, str], many: int, part: int) -> int:
    """How many of a quarter of the claims find their passage first, asked in a process of its own."""
    passages, made = Passages(), _open(name, folder)
    made.update(documents, lambda ident: passages.keys(int(ident)))
    index = Index({}, made)
    asked = list(_asked(many))[part::4]
    return sum(index.rank(passages.claim(number), 1)[0].row == _row(number) for number in asked)


def _measure_plain(many: int, passages: Passages, path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE plain USING fts5(words, tokenize='porter unicode61')")

    def build() -> None:
        words = ((n, " ".join(unit.text for unit in passages.units(n))) for n in range(many))
        db.executemany("INSERT INTO plain (rowid, words) VALUES (?, ?)", words)
        db.commit()

    built, times, first = _seconds(build), [], 0
    for number in _asked(many):
        words = {word for unit in passages.claim(number) for word in unit.text.split() if word.isalnum()}
        query = " OR ".join(f'"{word}"' for word in sorted(words))
        start = time.perf_counter()
        found = db.execute("SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 12", (query,)).fetchall()
        times.append(time.perf_counter() - start)
        first += bool(found) and found[0][0] == number
    size = path.stat().st_size / 1e6
    line = f"| plain FTS5 | {many:,} | {built:.1f} | | {size:.0f} | {_ms(times, 0.5)} | {_ms(times, 0.99)} | "
    print(f"{line}| {first / len(times):.0%} |", flush=True)


def _asked(many: int) -> Iterator[int]:
    chance = random.Random(11)
    return (chance.randrange(many) for _ in range(CLAIMS))


def _row(number: int) -> int:
    return row_of(number_of(str(number // PER_DOCUMENT)), number % PER_DOCUMENT + 1)


def _ms(times: list[float], share: float) -> str:
    return f"{1000 * sorted(times)[min(len(times) - 1, int(share * len(times)))]:.1f}"


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
