"""What happened to people: wounded, killed, murdered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.changes.pair import Pair, Replaced, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.comparison.outcomes import compare_outcomes, death_phrases, is_death
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Change, ChangeKind, Relation

_WAY = {Relation.NARROWER: 1, Relation.COMPATIBLE: -1}


def find(pair: Pair) -> Iterator[Change]:
    """One outcome in the place of another; murdered claims more than killed, and killed more than died or wounded."""
    for replaced in pair.replaced:
        yield from _exchanged(pair, replaced)


def _exchanged(pair: Pair, replaced: Replaced) -> Iterator[Change]:
    for old, before in _outcomes(pair.old, replaced.old):
        for new, after in _outcomes(pair.new, replaced.new):
            relation = compare_outcomes(new, old)
            if relation in (None, Relation.SAME):
                continue
            way = _WAY.get(relation, int(is_death(new)) - int(is_death(old))) if relation else 0
            yield Change(ChangeKind.OUTCOME, pair.old.span_of(before), pair.new.span_of(after), way)
            return


def _outcomes(side: Side, positions: range) -> Iterator[tuple[str, range]]:
    """The words, and for a phrase such as "shot dead" the word that says the same."""
    phrases, listed = _deaths()
    n = positions.start
    while n < positions.stop:
        if phrase := listed.at(side.lower, n):
            words = range(n, n + phrase.count(" ") + 1)
            yield phrases[phrase], words
        else:
            words = range(n, n + 1)
            yield side.lemma(n), words
        n = words.stop


@cache
def _deaths() -> tuple[dict[str, str], Phrases]:
    """What was done until somebody died ("beaten to death") tells at least that he was killed."""
    done = {phrase: "kill" for phrase in load("outcomes")["killed"]["phrases"] if phrase.endswith(" to death")}
    said = death_phrases() | done
    return said, Phrases(said)


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.OUTCOME,),
    summary="Something else happened to people: the wounded are dead, the killed were murdered.",
    find=find,
    fires=(
        ("12 men were wounded in Orsk.", "12 men were killed in Orsk.", ChangeKind.OUTCOME),
        ("The guards killed the boy.", "The guards murdered the boy.", ChangeKind.OUTCOME),
        ("The boy died in custody.", "The boy was beaten to death in custody.", ChangeKind.OUTCOME),
        ("The killing of the villagers began.", "The genocide of the villagers began.", ChangeKind.OUTCOME),
        ("The massacre took place in June.", "The killing took place in June.", ChangeKind.OUTCOME),
    ),
    silent=(
        ("The guards shot dead two boys.", "The guards killed two boys."),
        ("The boy was stabbed to death in Orsk.", "The boy was killed in Orsk."),
        ("12 men were killed in Orsk.", "12 men killed in Orsk were buried."),
    ),
)
