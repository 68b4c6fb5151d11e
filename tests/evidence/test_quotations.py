"""Quotations in a source: found, altered, absent."""

import pytest

from claimcheck.evidence.quotations import Finding, QuotedText, quotations_in

SOURCE = QuotedText(
    "The minister, Ilse Varga, said: “The staff opened some of the doors, but not in time.” “Nobody slept,” a nurse "
    "told the court on Friday, “and nobody asked why the keys were gone.”"
)


@pytest.mark.parametrize(
    "quotation",
    [
        "the staff opened some of the doors",
        "The staff … not in time.",
        "The staff [of the prison] opened some of the doors",
        "[They] opened some of the doors",
        "Nobody slept, and nobody asked why the keys were gone.",
    ],
)
def test_named_departures_are_allowed(quotation: str) -> None:
    assert SOURCE.locate(quotation).finding is Finding.FOUND


def test_altered_words_are_shown_on_both_sides() -> None:
    found = SOURCE.locate("The staff opened all of the doors")
    assert found.finding is Finding.ALTERED
    assert found.alterations == (("all", "some"),)


@pytest.mark.parametrize("quotation", ["The guards ran away at once", "keys", "", "…"])
def test_other_words_are_absent(quotation: str) -> None:
    assert SOURCE.locate(quotation).finding is (Finding.FOUND if quotation == "keys" else Finding.ABSENT)


def test_a_cut_before_a_limit_is_told() -> None:
    assert SOURCE.locate("The staff opened some of the doors").cut == "but"
    assert not SOURCE.locate("Nobody slept").cut


def test_quotations_are_read_without_their_marks() -> None:
    text = 'He said “no, it’s 5.6” and ‘yes’ and "perhaps".'
    assert [span.of(text) for span in quotations_in(text)] == ["no, it’s 5.6", "yes", "perhaps"]
