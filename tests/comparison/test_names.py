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
        ("Ana Ruiz", "", Relation.ABSENT),
        ("Ana Duarte’s", "Ana Duarte", Relation.SAME),
        ("Ana Duarte's", "Ana Duarte", Relation.SAME),
        ("Ana Duarte", "Ana Duarte’s", Relation.SAME),
        ("O’Brien", "O'Brien", Relation.SAME),
        ("Pour‑Mohammadi", "Pour-Mohammadi", Relation.SAME),
        ("Al Assad", "Alassad", Relation.SAME),
        ("J.R. Duarte", "JR Duarte", Relation.SAME),
        ("B. Duarte", "Ana Duarte", Relation.CONFLICTING),
        ("Ana Duarte", "B. Duarte", Relation.CONFLICTING),
        ("Ana Duarte", "A. Duarte", Relation.COMPATIBLE),
        ("An Duarte", "Ana Duarte", Relation.CONFLICTING),
        ("Ana Duarte", "An Duarte", Relation.CONFLICTING),
        ("Ana B. Duarte", "Ana Carla Duarte", Relation.ABSENT),
        ("Ana B. Duarte", "Ana Berta Duarte", Relation.COMPATIBLE),
        ("Muhammad Karimi", "Mohammed Karimi", Relation.CONFLICTING),
        ("Ali Saidi", "Ali Saiidi", Relation.COMPATIBLE),
        ("Li Wei", "Lee Wei", Relation.CONFLICTING),
        ("Ana Lee", "Ana Lie", Relation.ABSENT),
        ("Dr. Ana Duarte", "Ana Duarte", Relation.SAME),
        ("José Duarte", "Jose Duarte", Relation.SAME),
    ],
)
def test_spellings_and_short_forms_are_one_person_and_brothers_are_two(
    claim: str, passage: str, relation: Relation
) -> None:
    assert compare_names(claim, passage) is relation
