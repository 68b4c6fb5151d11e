"""Inflected forms from base forms, and back."""

import pytest

from claimcheck.grammar import all_forms, base_of, forms, singular
from claimcheck.grammar.inflection import bases_of, verbs
from claimcheck.grammar.words import NOUN, readings
from claimcheck.lexicon import load


@pytest.mark.parametrize(
    "expected",
    [
        "stop stops stopped stopped stopping",
        "begin begins began begun beginning",
        "deny denies denied denied denying",
        "die dies died died dying",
        "panic panics panicked panicked panicking",
        "visit visits visited visited visiting",
        "refer refers referred referred referring",
        "cite cites cited cited citing",
        "agree agrees agreed agreed agreeing",
        "point_out points_out pointed_out pointed_out pointing_out",
    ],
)
def test_forms_and_bases_agree(expected: str) -> None:
    five = [form.replace("_", " ") for form in expected.split()]
    assert list(forms(five[0])) == five
    assert " " in five[0] or all(base_of(form) == five[0] for form in five)


@pytest.mark.parametrize(
    ("plural", "one"),
    [("bodies", "body"), ("women", "woman"), ("people", "person"), ("police", "police"), ("churches", "church"),
     ("cases", "case"), ("house", "house"), ("news", "news"), ("heroes", "hero"), ("policemen", "policeman")],
)  # fmt: skip
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_every_form_of_every_verb_leads_back_to_it() -> None:
    """No table of forms is made: the endings are taken off, and none may be forgotten."""
    assert [(base, form) for base in verbs() for form in all_forms(base) if base not in bases_of(form)] == []


def test_every_noun_that_is_a_verb_as_well_has_its_plural() -> None:
    rivals = {"found", "saw", "felt", "wound", "lay", "fell"}  # which are pasts first
    nouns = [noun for noun in load("verbs")["noun_too"] if noun not in rivals]
    assert [noun for noun in nouns if not readings(noun) & readings(forms(noun).third) & NOUN] == []
