"""Every kind of index gives the same answers, whatever happens to its file."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import signal
import sqlite3
import stat
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from claimcheck.comparison.words import read_units
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.index import Index, MemoryPostings, Postings, read_text
from claimcheck.evidence.index.catalogue import Catalogue, Fts5
from claimcheck.evidence.index.sharded import ShardedPostings, shard_of
from claimcheck.evidence.index.texts import Keys, number_of
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

Documents = Mapping[str, Keys]
WORDS = [f"word{number}" for number in range(300)]


def _documents(seed: int, many: int = 60) -> dict[str, Keys]:
    """Documents of random keys, of which few are common and most are rare; some have a title."""
    chance = random.Random(seed)

    def keys(most: int) -> list[str]:
        return [WORDS[min(299, int(chance.expovariate(1 / 40)))] for _ in range(chance.randint(1, most))]

    return {f"d{n}": (keys(4) if n % 3 else [], *(keys(20) for _ in range(chance.randint(1, 12)))) for n in range(many)}


def _in_memory(documents: Documents) -> MemoryPostings:
    return MemoryPostings({number_of(ident): keys for ident, keys in documents.items()})


def _checksum(keys: Keys) -> str:
    return hashlib.sha256(repr(keys).encode()).hexdigest()


def _filled(catalogue: Catalogue, documents: Documents) -> Catalogue:
    catalogue.update({ident: _checksum(keys) for ident, keys in documents.items()}, documents.__getitem__)
    return catalogue


def _fts5(documents: Documents, folder: Path) -> Postings:
    return _filled(Catalogue(folder / "index.sqlite", Fts5()), documents)


def _tantivy(documents: Documents, folder: Path) -> Postings:
    pytest.importorskip("tantivy")
    from claimcheck.evidence.index.tantivy import Tantivy

    return _filled(Catalogue(folder / "index.sqlite", Tantivy(folder / "index.tantivy")), documents)


def _sharded(documents: Documents, folder: Path) -> Postings:
    parts: list[dict[str, Keys]] = [{} for _ in range(3)]
    for ident, keys in documents.items():
        parts[shard_of(ident, 3)][ident] = keys
    return ShardedPostings([_filled(Catalogue(folder / f"{at}.sqlite", Fts5()), part) for at, part in enumerate(parts)])


KINDS = (_fts5, _tantivy, _sharded)
Make = Callable[[Documents, Path], Postings]


def _assert_same(one: Postings, other: Postings) -> None:
    chance = random.Random(5)
    assert one.sentences == other.sentences
    assert dict(one.frequencies(WORDS)) == dict(other.frequencies(WORDS))
    for _ in range(40):
        weights = {chance.choice(WORDS): chance.randrange(1, 9000) for _ in range(12)}
        rows = [row for row, _ in one.heaviest(weights, 50)]
        assert rows == [row for row, _ in other.heaviest(weights, 50)]
        around = [near for row in rows for near in (row, row + 1)]
        assert dict(one.shared(around, list(weights))) == dict(other.shared(around, list(weights)))


@pytest.mark.parametrize("make", KINDS)
def test_every_kind_answers_what_memory_answers(make: Make, tmp_path: Path) -> None:
    documents = _documents(1)
    _assert_same(_in_memory(documents), make(documents, tmp_path))


@pytest.mark.parametrize("make", KINDS)
def test_documents_that_come_go_and_change_leave_what_a_new_index_would_hold(make: Make, tmp_path: Path) -> None:
    documents = _documents(1)
    make(documents, tmp_path)
    changed = {ident: keys for ident, keys in documents.items() if ident not in ("d3", "d4", "d40")}
    changed |= {"d7": ([], ["word1", "word250"]), "new": (["word9"], ["word2"])}
    _assert_same(_in_memory(changed), make(changed, tmp_path))


def test_only_what_has_changed_is_read_again(tmp_path: Path) -> None:
    documents = _documents(1)
    _fts5(documents, tmp_path)
    read = []
    changed = {ident: "x" if ident in ("d2", "d5") else _checksum(keys) for ident, keys in documents.items()}
    Catalogue(tmp_path / "index.sqlite", Fts5()).update(changed, lambda i: read.append(i) or documents[i])  # type: ignore[func-returns-value]  # append gives None on purpose
    assert sorted(read) == ["d2", "d5"]


def test_other_rules_make_it_anew(tmp_path: Path) -> None:
    documents = _documents(1, 3)
    _fts5(documents, tmp_path)
    read = []
    made = Catalogue(tmp_path / "index.sqlite", Fts5(), rules="other")
    made.update({i: _checksum(k) for i, k in documents.items()}, lambda i: read.append(i) or documents[i])  # type: ignore[func-returns-value]  # as above
    assert sorted(read) == ["d0", "d1", "d2"]


def test_the_file_is_the_users_alone_and_holds_no_word(tmp_path: Path) -> None:
    _fts5({"d1": (["clandestine"], ["prisoner", "massacre", "prisoner"])}, tmp_path)
    for file in tmp_path.iterdir():
        if os.name == "posix":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
        for word in (b"clandestine", b"prisoner", b"massacre"):
            assert word not in file.read_bytes()


@pytest.mark.parametrize("broken", [b"no database", b""])
def test_a_broken_file_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    documents = _documents(1, 5)
    (tmp_path / "index.sqlite").write_bytes(broken)
    _assert_same(_in_memory(documents), _fts5(documents, tmp_path))


@pytest.mark.skipif(find_spec("tantivy") is None, reason="tantivy is an extra")
def test_an_engine_that_is_ahead_of_the_catalogue_is_made_anew(tmp_path: Path) -> None:
    documents = _documents(1, 20)
    _tantivy(documents, tmp_path)
    db = sqlite3.connect(tmp_path / "index.sqlite")
    db.execute("UPDATE state SET value = '12' WHERE name = 'engine'")
    db.commit()
    db.close()
    _assert_same(_in_memory(documents), _tantivy(documents, tmp_path))


def _rebuild(folder: Path, documents: Documents, make: Make) -> None:
    make(documents, folder)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill here")
@pytest.mark.parametrize("make", [_fts5, _tantivy])
def test_killed_at_any_moment_it_goes_on_from_there(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.evidence.index.catalogue._STEP", 40)
    documents = _documents(2, 120)
    make({}, tmp_path)
    forked = multiprocessing.get_context("fork")
    for attempt in range(12):
        process = forked.Process(target=_rebuild, args=(tmp_path, documents, make))
        process.start()
        time.sleep(0.004 * attempt)
        process.kill()
        process.join()
    _assert_same(_in_memory(documents), make(documents, tmp_path))


def _ask(folder: Path, documents: Documents, make: Make) -> None:
    _assert_same(_in_memory(documents), make(documents, folder))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("make", [_fts5, _tantivy])
def test_many_processes_build_and_read_it_at_once(make: Make, tmp_path: Path) -> None:
    documents = _documents(3)
    forked = multiprocessing.get_context("fork")
    processes = [forked.Process(target=_ask, args=(tmp_path, documents, make)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]


class _Lost(MemoryPostings):
    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        raise ConnectionError("worker 2 is gone")


def test_a_lost_part_is_an_error_and_never_silence() -> None:
    documents = _documents(1)
    sharded = ShardedPostings([_in_memory(documents), _Lost({})])
    with pytest.raises(ClaimcheckError, match="part 2 of 2 of the index does not answer: worker 2 is gone"):
        sharded.heaviest({"word1": 1}, 10)


def test_a_sentence_is_found_by_its_rare_words_and_its_neighbours() -> None:
    filler = "The clerk was told. " * 3
    text = f"{filler}Ana Duarte came to Orsk. She was sentenced to six years in prison. {filler}"
    other = f"{filler}Eva Ruiz came to Lund. She was sentenced to six years in prison. {filler}"
    texts = [read_text(name, read_prose(parse_plain(words))) for name, words in (("b", other), ("a", text))]
    index = Index(texts)
    claim = read_units(read_prose(parse_plain("Ana Duarte was sentenced to six years in prison.")))
    first, second = index.search(claim, 2)
    assert (first.reach, second.reach) == (1.0, second.coverage)
    assert index.texts[first.text].source == "a"
    assert index.span(first).of(text) == "She was sentenced to six years in prison"
