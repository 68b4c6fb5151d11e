"""The index in a SQLite file that can be deleted at any time: which documents it has, and what stands in each row.

It holds no text: a word is a number made from it by a hash, a sentence is the sorted numbers of its words.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.index.postings import Shared, most_weight
from claimcheck.evidence.index.texts import Keys, number_of, row_of

_LAYOUT = "1"
_WAIT = 60  # seconds for another process that writes
_STEP = 20_000  # rows after which what is done is kept
_ASKED = 500  # values in one statement
_TABLES = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (number INTEGER PRIMARY KEY, checksum TEXT, sentences INTEGER);
CREATE TABLE IF NOT EXISTS rows (row INTEGER PRIMARY KEY, keys BLOB);
CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY, hash INTEGER UNIQUE, frequency INTEGER);
"""


class Engine(Protocol):
    """What finds the rows in which words stand. A word is given by its id in the catalogue."""

    name: str

    def prepare(self, catalogue: sqlite3.Connection, *, afresh: bool) -> None:
        """Makes ready for reading and writing."""

    def add(self, row: int, ids: Sequence[int]) -> None: ...

    def remove(self, document: int, rows: Iterable[tuple[int, Sequence[int]]]) -> None: ...

    def commit(self) -> str:
        """Keeps what was added and removed, and names the state that this makes."""

    def is_at(self, state: str) -> bool:
        """Whether what can be read now is that state."""

    def heaviest(self, weights: Mapping[int, int], limit: int) -> list[tuple[int, int]]: ...


class Fts5:
    """SQLite's own full-text index, in the same file: for up to about 100,000 sentences."""

    name = "fts5"

    def prepare(self, catalogue: sqlite3.Connection, *, afresh: bool) -> None:
        self._db = catalogue
        columns = "words, content='', detail=none, columnsize=0, tokenize='ascii'"
        self._db.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS postings USING fts5({columns})")

    def add(self, row: int, ids: Sequence[int]) -> None:
        self._db.execute("INSERT INTO postings (rowid, words) VALUES (?, ?)", (row, _written(ids)))

    def remove(self, document: int, rows: Iterable[tuple[int, Sequence[int]]]) -> None:
        gone = "INSERT INTO postings (postings, rowid, words) VALUES ('delete', ?, ?)"
        self._db.executemany(gone, [(row, _written(ids)) for row, ids in rows])

    def commit(self) -> str:
        return ""  # the catalogue's own commit keeps both

    def is_at(self, state: str) -> bool:
        return state == ""

    def heaviest(self, weights: Mapping[int, int], limit: int) -> list[tuple[int, int]]:
        ask = "SELECT rowid FROM postings WHERE postings MATCH ?"
        found = ((self._rows(ask, ident), weight) for ident, weight in weights.items())
        return most_weight(found, limit)

    def _rows(self, ask: str, ident: int) -> list[int]:
        return [row for (row,) in self._db.execute(ask, (f'"{ident:x}"',))]


def _written(ids: Sequence[int]) -> str:
    return " ".join(f"{ident:x}" for ident in ids)


class Catalogue:
    """The rows of some documents, in a file or, without one, in memory; it answers what `Postings` asks."""

    def __init__(self, path: Path | None, engine: Engine, *, rules: str = "") -> None:
        """Opens the index; one of another layout or other rules, or a broken one, is made anew."""
        self._path, self._engine = path, engine
        self._state = f"{_LAYOUT} {engine.name} {rules}"
        self.sentences = 0
        self._ids: dict[str, int] = {}
        try:
            self._open()
        except sqlite3.DatabaseError:
            self.discard()
            self._open()

    def _open(self) -> None:
        name = ":memory:" if self._path is None else str(self._path)
        if self._path is not None:
            self._path.touch(mode=0o600)
        self._db = sqlite3.connect(name, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        with self._transaction():
            self._prepare(afresh=self._stored("made by") != self._state)

    def _prepare(self, *, afresh: bool) -> None:
        if afresh:
            for table in ("postings", "state", "documents", "rows", "keys"):
                self._db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _TABLES.split(";"):
            self._db.execute(statement)
        self._engine.prepare(self._db, afresh=afresh)
        self._store("made by", self._state)

    def discard(self) -> None:
        """Takes the file away; the index can be made anew."""
        with contextlib.suppress(sqlite3.Error, AttributeError):
            self._db.close()
        if self._path is not None:
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        self._db.close()

    def update(self, wanted: Mapping[str, str], read: Callable[[str], Keys]) -> None:
        """Brings the index to hold exactly the documents, given by id with their checksums; `read` gives their keys.

        What has not changed is not read. Killed at any moment, the next call goes on from there.
        """
        numbered = {number_of(ident): (ident, checksum) for ident, checksum in wanted.items()}
        if len(numbered) < len(wanted):
            raise ClaimcheckError("two documents of the corpus cannot be told apart by their names (rename one)")
        for _ in range(3):  # another process may bring the index to another state between the two steps
            if not self._holds(numbered) or not self._engine_agrees():
                self._bring_to(numbered, read)
            if self._path is not None:
                self._db.execute("BEGIN")  # what is read from here on stays as it is, whoever writes
            if self._holds(numbered) and self._engine_agrees():
                (self.sentences,) = self._db.execute("SELECT coalesce(sum(sentences), 0) FROM documents").fetchone()
                return
            if self._db.in_transaction:
                self._db.execute("COMMIT")
        raise ClaimcheckError("the index is being rewritten by another process (try again, or run with --no-cache)")

    def _holds(self, numbered: Mapping[int, tuple[str, str]]) -> bool:
        held = dict(self._db.execute("SELECT number, checksum FROM documents"))
        return held == {number: checksum for number, (_, checksum) in numbered.items()}

    def _engine_agrees(self) -> bool:
        """Whether the engine kept what the catalogue did; a crash between the two leaves it ahead."""
        return self._engine.is_at(self._stored("engine") or "")

    def _bring_to(self, numbered: Mapping[int, tuple[str, str]], read: Callable[[str], Keys]) -> None:
        done = False
        while not done:
            with self._transaction():
                if not self._engine_agrees():
                    self._prepare(afresh=True)
                held = dict(self._db.execute("SELECT number, checksum FROM documents"))
                for number, checksum in held.items():
                    if number not in numbered or numbered[number][1] != checksum:
                        self._remove(number)
                missing = [number for number in sorted(numbered) if held.get(number) != numbered[number][1]]
                done = self._add_some(missing, numbered, read)
                self._store("engine", self._engine.commit())

    def _add_some(
        self, missing: Sequence[int], numbered: Mapping[int, tuple[str, str]], read: Callable[[str], Keys]
    ) -> bool:
        """Adds documents up to a good number of rows; whether that was all."""
        frequencies: Counter[int] = Counter()
        rows = 0
        for at, number in enumerate(missing, 1):
            ident, checksum = numbered[number]
            rows += self._add(number, checksum, read(ident), frequencies)
            if rows >= _STEP and at < len(missing):
                break
        else:
            at = len(missing)
        self._count(frequencies)
        return at == len(missing)

    def _add(self, number: int, checksum: str, found: Keys, frequencies: Counter[int]) -> int:
        for sentence, keys in enumerate(found):
            if not keys:
                continue
            ids = array("I", sorted(self._id(key) for key in keys))
            row = row_of(number, sentence)
            self._db.execute("INSERT INTO rows VALUES (?, ?)", (row, ids.tobytes()))
            different = sorted(set(ids))
            self._engine.add(row, different)
            frequencies.update(different)
        self._db.execute("INSERT INTO documents VALUES (?, ?, ?)", (number, checksum, max(0, len(found) - 1)))
        return len(found)

    def _remove(self, number: int) -> None:
        of_document = (row_of(number, 0), row_of(number + 1, 0))
        found = self._db.execute("SELECT row, keys FROM rows WHERE row >= ? AND row < ?", of_document).fetchall()
        rows = [(row, sorted(set(array("I", keys)))) for row, keys in found]
        self._engine.remove(number, rows)
        self._count(Counter({ident: -times for ident, times in Counter(i for _, ids in rows for i in ids).items()}))
        self._db.execute("DELETE FROM rows WHERE row >= ? AND row < ?", of_document)
        self._db.execute("DELETE FROM documents WHERE number = ?", (number,))

    def _count(self, frequencies: Mapping[int, int]) -> None:
        change = "UPDATE keys SET frequency = frequency + ? WHERE id = ?"
        self._db.executemany(change, [(times, ident) for ident, times in frequencies.items()])

    def _id(self, key: str) -> int:
        if key not in self._ids:
            self._ids[key] = self._known([key]).get(key) or self._new(key)
        return self._ids[key]

    def _new(self, key: str) -> int:
        made = self._db.execute("INSERT INTO keys (hash, frequency) VALUES (?, 0)", (_hash(key),)).lastrowid
        assert made is not None
        return made

    def _known(self, keys: Collection[str]) -> dict[str, int]:
        """The ids of the keys that stand anywhere."""
        by_hash = {_hash(key): key for key in keys}
        return {
            by_hash[found]: ident for ident, found, _ in self._asked("id, hash, frequency", "keys", "hash", by_hash)
        }

    def frequencies(self, keys: Collection[str]) -> dict[str, int]:
        by_hash = {_hash(key): key for key in keys}
        found = self._asked("hash, frequency", "keys", "hash", by_hash)
        return {by_hash[hashed]: times for hashed, times in found if times}

    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        ids = self._known(weights)
        return self._engine.heaviest({ids[key]: weight for key, weight in weights.items() if key in ids}, limit)

    def shared(self, rows: Iterable[int], keys: Collection[str]) -> dict[int, Shared]:
        by_id = {ident: key for key, ident in self._known(keys).items()}
        found = {}
        for row, packed in self._asked("row, keys", "rows", "row", rows):
            ids = array("I", packed)
            found[row] = Shared(frozenset(by_id[ident] for ident in by_id.keys() & set(ids)), len(ids))
        return found

    def _asked(self, columns: str, table: str, name: str, values: Iterable[int]) -> Iterator[Any]:
        wanted = list(values)
        for at in range(0, len(wanted), _ASKED):
            some = wanted[at : at + _ASKED]
            marks = ",".join("?" * len(some))
            yield from self._db.execute(f"SELECT {columns} FROM {table} WHERE {name} IN ({marks})", some)

    def _stored(self, name: str) -> str | None:
        with contextlib.suppress(sqlite3.OperationalError):  # no such table yet
            found = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
            return found[0] if found else None
        return None

    def _store(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._ids.clear()  # some of them are taken back
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _hash(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
