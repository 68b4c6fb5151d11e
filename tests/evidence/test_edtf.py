"""Dates of the ledger and of sources, as ISO 8601-2 writes them."""

from __future__ import annotations

import datetime

import pytest

from claimcheck.evidence.edtf import read_edtf


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("1992-05-03", (1992, 5, 3), (1992, 5, 3)),
        ("1992-05", (1992, 5, 1), (1992, 5, 31)),
        ("1992", (1992, 1, 1), (1992, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("1992-22", (1992, 6, 1), (1992, 8, 31)),
        ("1992-24", (1992, 12, 1), (1993, 2, 28)),
        ("1992-35", (1992, 7, 1), (1992, 9, 30)),
        ("1992-37", (1992, 1, 1), (1992, 4, 30)),
        ("1992-38", (1992, 5, 1), (1992, 8, 31)),
        ("1992-39", (1992, 9, 1), (1992, 12, 31)),
        ("1992-40", (1992, 1, 1), (1992, 6, 30)),
        ("1992-41", (1992, 7, 1), (1992, 12, 31)),
        ("1992-05-03~/1992-06", (1992, 5, 3), (1992, 6, 30)),
    ],
)
def test_a_date_covers_its_days(written: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]) -> None:
    found = read_edtf(written)
    assert found is not None
    assert (found.earliest, found.latest) == (datetime.date(*earliest), datetime.date(*latest))


@pytest.mark.parametrize("written", ["1992-13", "1992-42", "12/5/20", "1992-02-30", "../..", "1993/1992"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_edtf(written) is None
