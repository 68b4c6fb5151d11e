"""Random edits of known kind to one text: every edit is named, and nothing else is."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.changes import compare
from claimcheck.model import Diff

TEXT = (
    "The fire broke out in the north wing of the old mill.",
    "At least 14 weavers were killed by the smoke in Tarsk.",
    "Inspectors had closed two of the exits on 3 May 1992.",
    "The owner, Ilse Varga, sold the building to a bank in Orsk.",
    "The foreman allegedly kept the keys in a locked drawer.",
    "The siren was tested every week, the company said.",
    "“We shouted until the roof fell in,” a survivor said.",
    "A court convicted the foreman of negligence.",
    "The pumps arrived from the harbour before noon.",
    "Most of the families left the valley during the winter.",
    "Doctors treated the injured in a school beside the river.",
    "The bridge to the harbour was open that night.",
)


@dataclass(frozen=True)
class Edit:
    """What is done to one sentence, and the kinds that the link or the text must then be called by."""

    sentence: int
    old: str
    new: str
    kinds: frozenset[str]


def edit(sentence: int, old: str, new: str, *kinds: str) -> Edit:
    assert old in TEXT[sentence]
    return Edit(sentence, old, new, frozenset(kinds))


EDITS = (
    edit(1, "14", "17", "number"),
    edit(1, "At least 14", "Fourteen", "bound"),
    edit(1, "14", "fourteen"),
    edit(1, "Tarsk", "Dorsk", "name"),
    edit(1, "were killed", "were not killed", "negation"),
    edit(2, "3 May", "13 May", "date"),
    edit(2, "3 May 1992", "May 3, 1992"),
    edit(2, "two", "three", "number"),
    edit(3, "Varga", "Dolen", "name"),
    edit(3, "Ilse Varga", "Ms Varga"),
    edit(4, "allegedly kept", "kept", "hedge-dropped"),
    edit(4, "allegedly", "reportedly"),
    edit(5, ", the company said", "", "attribution-lost"),
    edit(5, "the company said", "the union said", "attribution-changed"),
    edit(5, "company said", "company claimed", "stance"),
    edit(6, "until the roof fell in", "when the roof fell in", "quote"),
    edit(7, "convicted the foreman of", "charged the foreman with", "legal-status"),
    edit(8, "The pumps arrived", "The pumps apparently arrived", "hedge-added"),
    edit(8, "before noon", "after noon", "date"),
    edit(9, "Most", "All", "quantifier"),
    edit(10, "the river.", "the river, the mayor said.", "attribution-added"),
    edit(11, "was open", "was not open", "negation"),
    edit(11, "was open", "wasn't closed"),
    edit(11, "was open", "was closed", "opposite"),
    edit(1, "killed", "wounded", "outcome"),
    edit(9, "Most of the families", "Families", "quantifier"),
    edit(0, "The fire broke", "The fire clearly broke", "emphasis"),
    edit(0, ".", "."),
)
FREE = {"reworded", "strengthened", "weakened", "mixed"}


def diff(before: tuple[str, ...], after: tuple[str, ...]) -> Diff:
    return compare(*(claimcheck.extract(claimcheck.parse("\n\n".join(side))) for side in (before, after)))


def named(found: Diff) -> dict[int, set[str]]:
    """The kinds of each old sentence that any has, but for the rolled-up ones."""
    return {link.before[0]: kinds for link in found.links if (kinds := {str(kind) for kind in link.kinds} - FREE)}


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(EDITS), unique_by=lambda e: e.sentence, max_size=5))
def test_every_edit_is_named_and_nothing_else(edits: list[Edit]) -> None:
    after = list(TEXT)
    for one in edits:
        after[one.sentence] = after[one.sentence].replace(one.old, one.new, 1)
    found = diff(TEXT, tuple(after))
    assert named(found) == {one.sentence: set(one.kinds) for one in edits if one.kinds}
    assert not found.added
    assert not found.removed


@settings(derandomize=True, max_examples=30, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(0, len(TEXT) - 1))
def test_a_sentence_that_moved_has_only_moved(start: int, goal: int) -> None:
    after = list(TEXT)
    after.insert(goal, after.pop(start))
    found = diff(TEXT, tuple(after))
    moved = [link for link in found.links if link.moved]
    assert len(moved) == (start != goal)
    assert all(kinds == {"moved"} for kinds in named(found).values())
    assert not found.added
    assert not found.removed


@settings(derandomize=True, max_examples=20, deadline=None)
@given(st.integers(0, len(TEXT) - 1))
def test_a_sentence_taken_out_is_removed_and_put_in_is_added(number: int) -> None:
    shorter = TEXT[:number] + TEXT[number + 1 :]
    gone, come = diff(TEXT, shorter), diff(shorter, TEXT)
    assert (gone.removed, gone.added, named(gone)) == ((number,), (), {})
    assert (come.removed, come.added, named(come)) == ((), (number,), {})


def test_a_sentence_split_in_two_keeps_both() -> None:
    joined = "The pumps arrived from the harbour before noon, and doctors treated the injured in a school by the river."
    parts = ("The pumps arrived from the harbour before noon.", "Doctors treated the injured in a school by the river.")
    split, merged = (
        diff((TEXT[0], joined, TEXT[9]), (TEXT[0], *parts, TEXT[9])),
        diff((TEXT[0], *parts), (TEXT[0], joined)),
    )
    assert named(split) == {1: {"split"}}
    assert named(merged) == {1: {"merged"}}
