"""Which words stand in quotation marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.attribution.quotations import find_quotations
from claimcheck.readers import parse_plain


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in find_quotations(parse_plain(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Go home,” she said.", ["Go home,"]),
        ('"Go home," she said. "Now."', ["Go home,", "Now."]),
        ("``Go home,'' she said.", ["Go home,"]),
        ("''It's late,'' she said. ''Go.''", ["It's late,", "Go."]),
        ("«Go home», she said.", ["Go home"]),
        ("»Go home«, she said.", ["Go home"]),
        ("„Go home“, she said.", ["Go home"]),
        ("‘Go home,’ she said.", ["Go home,"]),
        ("'Go home,' she said.", ["Go home,"]),
        ("‘I don’t know,’ she said.", ["I don’t know,"]),
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
        ("“Nobody asked us.\n\n“Nobody ever does,” she said.", ["Nobody asked us.", "Nobody ever does,"]),
        ("He was called “Shorty” at school.", ["Shorty"]),
        ("''They say, 'We are sorry,''' she said. ''We are not.''", ["They say, 'We are sorry,'", "We are not."]),
        ('"Go home,“ she said. “Now.”', ["Go home,", "Now."]),
        ("“Go home,“ she said. “Now.“", ["Go home,", "Now."]),
    ],
)
def test_quotations_are_found(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The miners’ wives and the guards’ dogs waited.",
        "The door was 6'2\" wide and it didn't close.",
        "The ’90s were 'em years, 'twas said.",
        "It isn't the women's fault, and it wasn't the men's.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    first, second = find_quotations(parse_plain("“Nobody asked us.\n\n“Nobody ever does,” she said."))
    assert (first.closed, second.closed) == (False, True)


@given(st.text(alphabet="ab .,\n'\"“”‘’„«»`-5", max_size=80))
def test_quotations_stand_in_order_inside_the_text(text: str) -> None:
    found = find_quotations(parse_plain(text))
    assert all(0 <= q.outer.start <= q.inner.start <= q.inner.end <= q.outer.end <= len(text) for q in found)
    assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(found))
