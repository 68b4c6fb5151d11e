"""One module per family of patterns, and the list of all rules."""

from __future__ import annotations

from claimcheck.attribution.frames import (
    following,
    hedges,
    layout,
    nouns,
    passives,
    prepositions,
    second_hand,
    surrounding,
)
from claimcheck.attribution.rule import Rule

RULES: tuple[Rule, ...] = (
    following.QUOTATION,
    following.CLAUSE,
    following.INFINITIVE,
    following.OBJECT,
    following.NAMING,
    following.FIGURE,
    surrounding.BEFORE,
    surrounding.INVERTED,
    surrounding.INSERTED,
    surrounding.AS_SAID,
    passives.PASSIVE,
    passives.REDUCED,
    passives.AS_REPORTED,
    passives.AGENTLESS,
    nouns.NOUN,
    nouns.LIGHT_VERB,
    nouns.IS_THAT,
    nouns.UNCLAIMED,
    nouns.IN_VIEW,
    prepositions.ACCORDING,
    hedges.HEDGE,
    layout.HEADLINE,
    layout.TRANSCRIPT,
    layout.BYLINE,
    layout.CONTINUED,
    layout.OPENED,
    layout.INTRODUCED,
    second_hand.SECOND_HAND,
)
