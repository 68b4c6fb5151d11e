"""Each claim is told in the voice of whoever says it: the author's, or that of the person who is quoted."""

from __future__ import annotations

import pytest

import claimcheck

CASES = [
    (
        "Ana Duarte, the former interior minister, said on Monday that at least 41 miners were killed in Orsk.",
        {
            ("Ana Duarte, the former interior minister", None),
            ("Ana Duarte said on Monday", None),
            ("at least 41 miners were killed in Orsk", "Ana Duarte"),
        },
    ),
    (
        "The mayor said that the bridge was closed, and that the dam was safe.",
        {("the bridge was closed", "The mayor"), ("the dam was safe", "The mayor")},
    ),
    (
        'The court called the arrests "a crime against humanity".',
        {('The court called the arrests "a crime against humanity"', "The court")},
    ),
    (
        "The dam burst, according to Jan Novak.",
        {("The dam burst according to Jan Novak", "Jan Novak")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_claim_has_its_voice(text: str, expected: set[tuple[str, str | None]]) -> None:
    report = claimcheck.extract(claimcheck.parse(text))
    told = set()
    for claim in report.claims:
        source = None if claim.attribution is None else report.attributions[claim.attribution].source
        told.add((claim.text, source and " ".join(s.of(text) for s in source).split(",")[0]))
    assert told == expected


def test_a_bare_saying_is_told_where_nothing_else_names_the_speaker() -> None:
    """A name is never lost, but "Novak said" is told once at most."""
    text = "Jan Novak said the dam was full. Jan Novak said the road was closed."
    assert [c.text for c in claimcheck.extract(claimcheck.parse(text)).claims] == [
        "the dam was full",
        "Jan Novak said",
        "the road was closed",
    ]
