"""Inflected forms from base forms, and back."""

import pytest

from claimcheck.grammar import base_of, forms, singular


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
