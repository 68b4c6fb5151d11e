"""Where somebody stands before the law: suspected, accused, charged, convicted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Change, ChangeKind, Span


@cache
def _steps() -> tuple[Phrases, dict[str, int]]:
    step = {phrase: number for number, group in enumerate(load("legal_status")) for phrase in group}
    return Phrases(step), step


def find(pair: Pair) -> Iterator[Change]:
    """A word of one step in the place of a word of another."""
    old, new = _standing(pair.old), _standing(pair.new)
    gone = {span: step for step, span in old if step not in {s for s, _ in new}}
    come = {span: step for step, span in new if step not in {s for s, _ in old}}
    for before, after in pair.partners(list(gone), list(come)):
        yield Change(ChangeKind.LEGAL_STATUS, before, after, 1 if come[after] > gone[before] else -1)


def _standing(side: Side) -> list[tuple[int, Span]]:
    phrases, step = _steps()
    return [(step[" ".join(side.lower[r.start : r.stop])], side.span_of(r)) for r in phrases.all(side.lower)]


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.LEGAL_STATUS,),
    summary="Charged became convicted, or the other way round.",
    find=find,
    fires=(
        ("Dolen was charged with fraud.", "Dolen was convicted of fraud.", ChangeKind.LEGAL_STATUS),
        ("The suspect was questioned.", "The killer was questioned.", ChangeKind.LEGAL_STATUS),
    ),
    silent=(
        ("Dolen was sentenced to six years.", "Dolen was jailed for six years."),
        ("The court charged a fee of ten crowns.", "The court set a fee of ten crowns."),
    ),
)
