"""Every rule of change names what its examples say, and nothing in their nearest neighbours."""

from collections.abc import Iterator
from pathlib import Path

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


CERTAINTY = (Path(__file__).parent / "cases" / "certainty.txt").read_text(encoding="utf-8")
KNOWN = {  # what no rule tells yet; a pair that one does must leave this list
    "In 1998 the newspaper published photographs that it said showed the massacre.",
    "Nobody believed the ministry.",
    "The clan is descended from the king.",
    "The poet died in prison, his family believes of poison.",
}


def certainty_pairs() -> Iterator[tuple[str, str, str]]:
    """Direction, before, after."""
    direction = ""
    for block in CERTAINTY.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines and lines[0].startswith("= "):
            direction = lines.pop(0)[2:]
        if lines:
            before, after = lines
            yield direction, before, after


@pytest.mark.parametrize(("direction", "before", "after"), list(certainty_pairs()))
def test_an_edit_makes_a_text_surer_or_less_sure(direction: str, before: str, after: str) -> None:
    found = [d for d in ("strengthened", "weakened") if ChangeKind(d) in kinds(before, after)] or ["none"]
    assert (found == [direction]) is (before not in KNOWN)
