"""A corpus that is too large to be read at once gives the same report with a cache and without one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import load_corpus
from claimcheck.evidence.sources import Source, read_sources
from claimcheck.evidence.weighing import weigh
from claimcheck.model import Claim
from claimcheck.pipeline import extract
from claimcheck.readers import parse_plain

ARTICLE = """
Guards fired tear gas into the yard of the mine. In October 2018 the mine employed 213 men in Orsk.
“We heard the keys turn in the lock,” Ana Duarte said. The clerk of Lund was told.
"""
SOURCE = """---
title: Inspection of Orsk
author: [District Court of Orsk]
---

Guards fired tear gas into the yard of the mine.

In October 2018 the mine employed 312 men in Orsk.

“We heard the keys turn in the lock,” Ana Duarte told the court.
"""


def _write(corpus: Path) -> None:
    chance = random.Random(4)
    people, places = ("The clerk", "A miner", "The mayor"), ("Lund", "Halden", "Marn", "Veldran")
    for number in range(30):
        lines = [
            f"{chance.choice(people)} of {chance.choice(places)} was told on day {n} of {number}." for n in range(9)
        ]
        (corpus / f"filler-{number}.txt").write_text("\n\n".join(lines), "utf-8")
    (corpus / "orsk.md").write_text(SOURCE, "utf-8")


@pytest.fixture(params=["small", "large", "huge"])
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Path]:
    small, large = {"small": (10**9, 10**9), "large": (10, 10**9), "huge": (10, 10)}[request.param]
    monkeypatch.setattr("claimcheck.evidence.index.store.SMALL", small)
    monkeypatch.setattr("claimcheck.evidence.sources.SMALL", small)
    monkeypatch.setattr("claimcheck.evidence.index.store.LARGE", large)
    folder = tmp_path / "corpus"
    folder.mkdir()
    _write(folder)
    yield folder
    read_sources.cache_clear()


def _weighed(corpus: Path, cache: Path | None) -> tuple[Claim, ...]:
    read_sources.cache_clear()
    return weigh(extract(parse_plain(ARTICLE)), corpus=load_corpus(corpus, cache=cache)).claims


def test_the_report_is_the_same_with_and_without_a_cache(corpus: Path, tmp_path: Path) -> None:
    without = _weighed(corpus, None)
    assert {claim.status for claim in without} == {"sourced", "unverified"}
    assert "“213” here, “312” there" in " ".join(claim.why for claim in without)
    assert _weighed(corpus, tmp_path / "cache") == without
    assert _weighed(corpus, tmp_path / "cache") == without


def test_a_source_that_changed_is_read_again(corpus: Path, tmp_path: Path) -> None:
    before = _weighed(corpus, tmp_path / "cache")
    (corpus / "orsk.md").write_text(SOURCE.replace("312", "213"), "utf-8")
    (corpus / "filler-3.txt").unlink()
    after = _weighed(corpus, tmp_path / "cache")
    assert after != before
    assert after == _weighed(corpus, None)


def test_of_a_large_corpus_only_what_could_speak_to_a_claim_is_read(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _weighed(corpus, tmp_path / "cache")
    if not (tmp_path / "cache").exists():
        pytest.skip("a small corpus is read whole")
    read = []
    text = Source.text.func  # type: ignore[attr-defined]  # what a cached property calls

    def counted(source: Source) -> object:
        read.append(source.held.id)
        return text(source)

    monkeypatch.setattr(Source, "text", property(counted))
    read_sources.cache_clear()
    article = parse_plain("Guards fired tear gas into the yard of the mine.")
    weigh(extract(article), corpus=load_corpus(corpus, cache=tmp_path / "cache"))
    assert set(read) == {"orsk"}


@pytest.mark.parametrize("where", ["a file", "a broken index"])
def test_a_cache_that_cannot_be_used_changes_nothing(corpus: Path, tmp_path: Path, where: str) -> None:
    cache, expected = tmp_path / "cache", _weighed(corpus, None)
    if where == "a file":
        cache.write_text("", "utf-8")
    else:
        _weighed(corpus, cache)
        for file in (path for path in cache.rglob("*") if path.is_file()):
            content = file.read_bytes()
            file.unlink()  # whoever still has the old one open keeps it
            file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    assert _weighed(corpus, cache) == expected


def test_a_source_that_changes_under_a_run_is_an_error(corpus: Path) -> None:
    held = load_corpus(corpus).get("orsk")
    assert held is not None
    (corpus / "orsk.md").write_text("Nothing.", "utf-8")
    with pytest.raises(ClaimcheckError, match=r"orsk\.md: was changed while it was being read"):
        _ = held.document


def test_corpora_of_one_size_are_told_apart_though_they_are_looked_up_by_their_size(tmp_path: Path) -> None:
    held = []
    for name in ("one", "other", "one-again"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "orsk.txt").write_text(f"The clerk of Orsk was told by {name[:3]} men.\n", "utf-8")
        held.append(load_corpus(folder))
    one, other, again = held
    assert hash(one) == hash(other)
    assert read_sources(one) is read_sources(one)
    assert read_sources(one) is not read_sources(other)
    assert read_sources(one) is not read_sources(again)  # in another place
