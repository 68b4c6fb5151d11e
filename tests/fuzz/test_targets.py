"""No bytes crash the program: what the fuzzer once found, and random ones anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, attempt

FOUND = sorted(path for path in (Path(__file__).parent / "found").rglob("*") if path.is_file())
_WORDS = """
    --- title: date: 2020-05-12 version: 1 claims: id: text: status: verified sources: ref: derived_from: reliability:
    [ ] { } : - > | & * ! # ? , " ' policy: values: type: count min: 41 [tool.claimcheck] corpus = ledger = {"id": "a",
    "text": } <p> </p> <!-- claimcheck: ignore-line --> <script> ``` [^1] [1] ](x) ** _ At least 41 were killed.
    “ ” said
"""
_PIECES = [*_WORDS.split(), "\n", "\n\n", "  ", "\x00", "\r", "\ud7ff", "\u202e", "\x1b[2J"]
_BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(_PIECES), max_size=40).map(lambda pieces: " ".join(pieces).encode()),
)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_is_read_or_refused(path: Path) -> None:
    attempt(TARGETS[path.parent.name], path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@given(data=_BYTES)
@settings(max_examples=60)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    attempt(TARGETS[name], data)
