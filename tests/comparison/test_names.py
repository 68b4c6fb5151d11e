"""Names of persons, as different sources write them."""

import pytest

from claimcheck.comparison.names import compare_names
from claimcheck.model import Relation


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("Ana Duarte", "Ana Duarte", Relation.SAME),
        ("Pour-Mohammadi", "Pourmohammadi", Relation.SAME),
        ("Duarte", "Ana Duarte", Relation.COMPATIBLE),
        ("A. Duarte", "Ana Duarte", Relation.COMPATIBLE),
        ("Ana Duarte", "Ana María Duarte", Relation.COMPATIBLE),
        ("Ana Duarte", "Minister Duarte", Relation.NARROWER),
        ("Mustafa Kadhimi", "Mostafa Kadhimi", Relation.COMPATIBLE),
        ("Ana Duarte", "Duarte", Relation.NARROWER),
        ("Hassan Karimi", "Hussein Karimi", Relation.CONFLICTING),
        ("Ana Duarte", "Ana Ruiz", Relation.ABSENT),
        ("", "Ana Ruiz", Relation.ABSENT),
    ],
)
def test_spellings_and_short_forms_are_one_person_and_brothers_are_two(
    claim: str, passage: str, relation: Relation
) -> None:
    assert compare_names(claim, passage) is relation
