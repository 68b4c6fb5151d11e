"""A claim's id is its own: it stays where only the looks change, and changes with what is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.claims.identity import Identities

SENTENCE = "The guards shot 14 people near Orsk."


def ids(text: str) -> list[str]:
    return [claim.id for claim in claimcheck.extract(claimcheck.parse(text)).claims]


def ident(words: str, speaker: str | None = None) -> str:
    return Identities().of(words, speaker)


SAME = [
    ("The guards shot 14 people.", "the guards shot 14 people", "a capital and a full stop"),
    ("The guards  shot\n14 people", "The guards shot 14 people", "white space"),
    ("The governor's “new” order", 'The governor’s "new" order', "typographic quotes"),
    ("the years 1998–2004", "the years 1998-2004", "dashes"),
]
OTHER = [
    ("The guards shot 14 people", "The guards shot 15 people", "a number"),
    ("The guards shot 14 people", "The guards did not shoot 14 people", "a negation"),
    ("The guards shot Ivan", "The guards shot ivan", "a capital inside"),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(a, b, id=name) for a, b, name in SAME])
def test_looks_do_not_change_the_id(one: str, other: str) -> None:
    assert ident(one) == ident(other)


@pytest.mark.parametrize(("one", "other"), [pytest.param(a, b, id=name) for a, b, name in OTHER])
def test_what_is_said_changes_the_id(one: str, other: str) -> None:
    assert ident(one) != ident(other)


def test_another_speaker_makes_another_claim() -> None:
    assert len({ident("It rained"), ident("It rained", "Ana Duarte"), ident("It rained", "Jan Novak")}) == 3


def test_equal_claims_of_one_document_are_told_apart() -> None:
    first, second = ids(f"{SENTENCE} {SENTENCE}")
    assert first != second
    assert ids(SENTENCE) == [first]


def test_moving_and_reflowing_keep_the_id() -> None:
    (alone,) = ids(SENTENCE)
    assert alone in ids(f"The mayor resigned in May.\n\nIt snowed. {SENTENCE}")
    assert ids(SENTENCE.replace(" people", "  people")) == [alone]


@given(st.text(), st.one_of(st.none(), st.text()))
def test_every_text_has_an_id_of_12_hex_digits(words: str, speaker: str | None) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", ident(words, speaker))
