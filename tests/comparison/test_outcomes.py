"""Words for what happened to people."""

import pytest

from claimcheck.comparison.outcomes import compare_outcomes
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
    ],
)
def test_who_was_killed_died_but_not_the_reverse(claim: str, passage: str, relation: Relation | None) -> None:
    assert compare_outcomes(claim, passage) is relation
