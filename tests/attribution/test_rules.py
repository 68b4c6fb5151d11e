"""Every rule's own examples and near misses."""

from __future__ import annotations

import pytest

from claimcheck.attribution import find_all_attributions
from claimcheck.attribution.frames import RULES
from claimcheck.attribution.rule import Rule
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose


def rules_used(text: str) -> set[str]:
    prose = read_prose(parse_plain(text))
    outermost, nested = find_all_attributions(prose)
    return {a.rule for a in (*outermost, *nested)}


@pytest.mark.parametrize(
    ("rule", "text"), [(r, text) for r in RULES for text in r.matches], ids=lambda x: getattr(x, "name", x)
)
def test_a_rule_makes_an_attribution_of_its_examples(rule: Rule, text: str) -> None:
    assert rule.name in rules_used(text)


@pytest.mark.parametrize(
    ("rule", "text"), [(r, text) for r in RULES for text in r.misses], ids=lambda x: getattr(x, "name", x)
)
def test_a_rule_makes_none_of_its_near_misses(rule: Rule, text: str) -> None:
    assert rule.name not in rules_used(text)


def test_names_are_stable_and_used_once() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and " " not in name for name in names)
