"""Memory grows with a text, and no faster; counted in bytes that are allocated, so that no other process counts."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

import claimcheck
from claimcheck.changes import compare
from claimcheck.cli import batch
from claimcheck.renderers import diff_json
from claimcheck.renderers.encoding import encoded
from claimcheck.renderers.json import pieces

ROOT = Path(__file__).parent.parent
PARAGRAPH = (
    "Ana Duarte, the mayor of Orsk, said on Monday that at least {0} miners were killed in May 19{0}. “Nobody warned "
    "us,” she said. The fire, which began in hall {0}, spread to the *harbour*, and [the ministry](https://example.org)"
    " denied that {0} people were missing.\n\n"
)


def text(paragraphs: int) -> str:
    return "".join(PARAGRAPH.format(10 + n % 89) for n in range(paragraphs))


def check(size: int) -> object:
    return claimcheck.check(claimcheck.parse(text(size), format="markdown"))


def report(size: int) -> object:
    return sum(map(len, pieces(claimcheck.check(claimcheck.parse(text(size), format="markdown")))))


def extract(size: int) -> object:
    return sum(map(len, encoded(batch.extraction({"id": 1, "text": text(size)}))))


def diff(size: int) -> object:
    old, new = (claimcheck.extract(claimcheck.parse(words)) for words in (text(size), text(size + 1)[400:]))
    return sum(map(len, diff_json.pieces(compare(old, new))))


def peak(work: Callable[[], object]) -> int:
    """The least of three runs: in one of them a table of words that other tests have filled may grow."""
    return min(_once(work) for _ in range(3))


def _once(work: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize("work", [check, report, extract, diff])
def test_a_text_four_times_as_long_takes_four_times_the_memory(work: Callable[[int], object]) -> None:
    work(60)  # the word lists are read once, and words are kept in mind, up to a bound
    assert peak(lambda: work(240)) < 4.4 * peak(lambda: work(60)) + 500_000


@pytest.mark.slow
@pytest.mark.parametrize(("work", "most"), [(check, 80), (report, 80), (extract, 80), (diff, 150)])
def test_each_character_takes_so_many_bytes(work: Callable[[int], object], most: int) -> None:
    """In a process of its own: what other tests have left in this one is not the text's."""
    name = work.__name__
    asked = f"from tests.test_memory import {name}, peak; {name}(240); print(peak(lambda: {name}(240)))"
    found = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(found.stdout) < most * len(text(240))


def test_an_item_is_made_when_its_turn_comes() -> None:
    made = []

    def items() -> object:
        for n in range(3):
            made.append(n)
            yield n

    written = encoded({"items": items()})
    next(item for item in written if item == "0")
    assert made == [0]


@pytest.mark.parametrize("indent", [None, 1, 2])
def test_json_in_pieces_is_json(indent: int | None) -> None:
    whole = {"none": [], "some": [{"a": [1, "b\n"], "c": {}}, []], "d": None, "inner": {"deep": [1.5, True]}}
    lazy = {
        "none": iter(()),
        "some": iter([{"a": iter([1, "b\n"]), "c": {}}, iter(())]),
        "d": None,
        "inner": {"deep": iter([1.5, True])},
    }
    assert "".join(encoded(lazy, indent=indent)) == json.dumps(whole, indent=indent)
