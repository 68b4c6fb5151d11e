"""The words around a number bound it: many sentences, each with what a careful reader would note down."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Amount, Count
from claimcheck.readers.plain import parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values import find_values

LINES = Path(__file__).with_name("hedged_numbers.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(part.strip() for part in line.split("|", 3)) for line in LINES if line and line[0] != "#"]


@pytest.mark.parametrize(("comparator", "least", "most", "sentence"), CASES)
def test_a_hedge_bounds_its_number(comparator: str, least: str, most: str, sentence: str) -> None:
    found = [v for v in find_values(read_prose(parse_plain(sentence))) if isinstance(v, Count | Amount)]
    ends = tuple(None if end == "-" else float(end) for end in (least, most))
    assert (comparator, *ends) in [(v.comparator.value, v.min, v.max) for v in found]


def test_there_are_enough_of_them() -> None:
    assert len(CASES) > 100
