"""The ledger edited as text: what people wrote stays, to the byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.accounting.ledger_text import Plain, changed, flow, inserted, removed
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger_file import parse_ledger
from claimcheck.evidence.yaml_fields import read_yaml

NEW: dict[str, Plain] = {"id": "m", "text": "Ten died.", "status": "draft"}
ENTRY = "  - id: m\n    text: Ten died.\n    status: draft\n"
WRITTEN = """\
# Our ledger.
version: 1   # of the format
claims:
  # The fire.
  - id: a
    text: Two died.   # counted twice
    status: draft # wait

  - {id: x, text: "Three died.", status: draft}
  # The end.
policy: {independent_sources: 2}
"""
UNINDENTED = "version: 1\nclaims:\n- id: a\n  text: Two died.\n  status: draft\n"
INSERTED = [
    ("", "version: 1\nclaims:\n" + ENTRY),
    ("version: 1\n", "version: 1\nclaims:\n" + ENTRY),
    ("version: 1", "version: 1\nclaims:\n" + ENTRY),
    ("version: 1\nclaims: []  # none\n# end\n", "version: 1\nclaims:  # none\n" + ENTRY + "# end\n"),
    ("claims:\nversion: 1\n", "claims:\n" + ENTRY + "version: 1\n"),
    ("version: 1\r\nclaims: []\r\n", "version: 1\r\nclaims:\r\n" + ENTRY.replace("\n", "\r\n")),
    (UNINDENTED, UNINDENTED + ENTRY.replace("\n  ", "\n").removeprefix("  ")),
    (WRITTEN, WRITTEN.replace("# wait\n", "# wait\n\n" + ENTRY)),
    (WRITTEN.replace("id: a", "id: n"), WRITTEN.replace("id: a", "id: n").replace("  - id: n", ENTRY + "\n  - id: n")),
]


@pytest.mark.parametrize(("before", "after"), INSERTED)
def test_an_entry_goes_behind_the_one_with_the_nearest_smaller_id(before: str, after: str) -> None:
    assert inserted(before, "m", NEW, path="claims.yaml") == after
    assert {entry.id for entry in parse_ledger(after).entries} >= {"m"}


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("ids", ["mop", "pom", "omp"])
def test_entries_stand_as_far_apart_as_the_others_do(gap: str, ids: str) -> None:
    entries = [ENTRY.replace("id: m", f"id: {ident}") for ident in "az"]
    text = "version: 1\nclaims:\n" + gap.join(entries)
    for ident in ids:
        text = inserted(text, ident, {**NEW, "id": ident}, path="claims.yaml")
    between = text.partition("claims:\n")[2].split("  - id: ")[1:]
    assert [block[0] for block in between] == list("amopz")
    assert {block.endswith("\n\n") for block in between[:-1]} == {bool(gap)}
    assert not text.endswith("\n\n")


REVIEWED: dict[str, Plain] = {"reviewed": {"by": "ab", "on": "2026-01-12", "note": "Seen: twice, \\1"}}
NOTE = '{by: ab, on: 2026-01-12, note: "Seen: twice, \\\\1"}'


def test_a_status_changes_and_everything_else_stays() -> None:
    first = changed(WRITTEN, "a", status="accepted", more=REVIEWED, path="claims.yaml")
    assert first == WRITTEN.replace("status: draft # wait\n", f"status: accepted # wait\n    reviewed: {NOTE}\n")
    second = changed(first, "x", status="accepted", more=REVIEWED, path="claims.yaml")
    assert second == first.replace('died.", status: draft}', f'died.", status: accepted, reviewed: {NOTE}}}')
    assert [entry.reviewed.note for entry in parse_ledger(second).entries if entry.reviewed] == ["Seen: twice, \\1"] * 2
    with pytest.raises(ClaimcheckError, match="has 'reviewed' already"):
        changed(second, "x", status="disputed", more=REVIEWED, path="claims.yaml")
    with pytest.raises(ClaimcheckError, match="has no entry 'y'"):
        changed(second, "y", status="disputed", more={}, path="claims.yaml")


def test_an_entry_is_taken_out_and_nothing_else() -> None:
    assert removed(inserted(WRITTEN, "m", NEW, path=""), "m", path="") == WRITTEN
    assert removed(WRITTEN, "x", path="") == WRITTEN.replace('  - {id: x, text: "Three died.", status: draft}\n', "")


def test_a_ledger_on_one_line_is_left_to_people() -> None:
    text = "version: 1\nclaims: [{id: a, text: Two died., status: draft}]\n"
    with pytest.raises(ClaimcheckError, match="on lines of its own"):
        inserted(text, "m", NEW, path="c")
    with pytest.raises(ClaimcheckError, match="on lines of its own"):
        removed(text, "a", path="c")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
    max_leaves=6,
)


@given(PLAIN)
def test_what_is_written_is_read_as_it_was(value: Plain) -> None:
    assert read_yaml(f"key: {flow(value)}\n", path="c").plain() == {"key": value}
