"""Words for what happened to people."""

import pytest

from claimcheck.comparison.outcomes import compare_outcomes, is_death
from claimcheck.model import Relation


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("die", "kill", Relation.COMPATIBLE),
        ("kill", "die", Relation.NARROWER),
        ("kill", "execute", Relation.COMPATIBLE),
        ("execute", "kill", Relation.NARROWER),
        ("kill", "slay", Relation.SAME),
        ("murder", "execute", Relation.ABSENT),
        ("kill", "wound", Relation.CONFLICTING),
        ("injure", "wound", Relation.SAME),
        ("detain", "abduct", Relation.CONFLICTING),
        ("kill", "table", None),
        ("table", "kill", None),
        ("die", "die", Relation.SAME),
        ("die", "perish", Relation.SAME),
        ("die", "murder", Relation.COMPATIBLE),
        ("murder", "die", Relation.NARROWER),
        ("murder", "murder", Relation.SAME),
        ("execute", "behead", Relation.ABSENT),
        ("wound", "die", Relation.CONFLICTING),
        ("executed", "killed", Relation.NARROWER),
    ],
)
def test_who_was_killed_died_but_not_the_reverse(claim: str, passage: str, relation: Relation | None) -> None:
    assert compare_outcomes(claim, passage) is relation


@pytest.mark.parametrize(("word", "dead"), [("die", True), ("execute", True), ("wound", False), ("table", False)])
def test_a_death_is_told_from_other_outcomes(word: str, dead: bool) -> None:
    assert is_death(word) is dead
