"""The rules that name what changed between two linked stretches, in the order in which their changes are shown."""

from claimcheck.changes.rules import (
    attributions,
    certainty,
    dates,
    legal_status,
    names,
    numbers,
    outcomes,
    polarity,
    quotes,
)
from claimcheck.changes.rules.rule import ChangeRule

RULES: tuple[ChangeRule, ...] = (
    numbers.RULE,
    dates.RULE,
    names.RULE,
    polarity.RULE,
    outcomes.RULE,
    certainty.RULE,
    legal_status.RULE,
    attributions.RULE,
    quotes.RULE,
)

__all__ = ["RULES", "ChangeRule"]
