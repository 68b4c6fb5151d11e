"""Every rule of change names what its examples say, and nothing in their nearest neighbours."""

import pytest

import claimcheck
from claimcheck.changes import RULES, compare
from claimcheck.changes.rules import ChangeRule
from claimcheck.model import ChangeKind, Diff

FIRES = [(rule, *example) for rule in RULES for example in rule.fires]
SILENT = [(rule, *pair) for rule in RULES for pair in rule.silent]


def diff(before: str, after: str) -> Diff:
    return compare(claimcheck.extract(claimcheck.parse(before)), claimcheck.extract(claimcheck.parse(after)))


def kinds(before: str, after: str) -> set[ChangeKind]:
    return {kind for link in diff(before, after).links for kind in link.kinds}


@pytest.mark.parametrize(("rule", "before", "after", "kind"), FIRES)
def test_a_change_is_called_by_its_name(rule: ChangeRule, before: str, after: str, kind: ChangeKind) -> None:
    assert kind in kinds(before, after)


@pytest.mark.parametrize(("rule", "before", "after"), SILENT)
def test_the_same_said_otherwise_is_no_change(rule: ChangeRule, before: str, after: str) -> None:
    assert not kinds(before, after).intersection(rule.kinds)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example[1])
def test_each_change_points_at_words_of_both_versions(example: tuple[ChangeRule, str, str, ChangeKind]) -> None:
    _, before, after, _ = example
    for link in diff(before, after).links:
        for change in link.changes:
            assert change.before is None or change.before.of(before).strip()
            assert change.after is None or change.after.of(after).strip()


def test_every_kind_of_change_has_a_rule_or_comes_from_the_links() -> None:
    of_links = {
        "added",
        "removed",
        "moved",
        "split",
        "merged",
        "reworded",
        "tag-changed",
        "strengthened",
        "weakened",
        "mixed",
    }
    of_rules = {kind for rule in RULES for kind in rule.kinds}
    assert of_rules | {ChangeKind(name) for name in of_links} == set(ChangeKind)
