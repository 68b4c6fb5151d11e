"""Whether sentences of a text retell a claim: nearly each of its words has a counterpart, and nothing speaks against.

Less is asked here than of an entailment: the words may be looser, the sentences several, and a few words may be left
over. Yet no number, date or name, no denial, doubt or speaker may differ, nobody may change places, and whoever the
claim speaks of must be the one of whom a sentence says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimcheck.comparison.retelling.pair import Pair
from claimcheck.comparison.retelling.people import links, owners, scattered, states, verbs
from claimcheck.comparison.retelling.tellings import Telling, Text
from claimcheck.comparison.retelling.words import counts, denials, opposites, quantities, telling_words, values
from claimcheck.comparison.slots import field_of
from claimcheck.comparison.words import Unit
from claimcheck.model import FieldComparison, Relation
from claimcheck.records import NamedTuple

_MISSING = 0.3  # the share of a claim's weight that may be left over
_LONGEST = 100  # units of a claim that anybody retells

RULES = (values, telling_words, quantities, counts, denials, opposites, verbs, states, owners, scattered, links)


class Cover(NamedTuple):
    """How the sentences retell a claim.

    `used` are their numbers, the one with most of the claim first; `reworded` are words of the claim with what stands
    for them; `missing` are those that none of the sentences has, and `share` is their part of the claim's weight.
    """

    used: tuple[int, ...]
    reworded: tuple[tuple[Unit, Unit], ...]
    missing: tuple[Unit, ...]
    share: float


def cover(
    claim: Sequence[Unit], tellings: Sequence[Telling], text: Text, weight: Callable[[Unit], float]
) -> Cover | None:
    """How the sentences retell the claim, None when they do not; `text` is what theirs tells as a whole."""
    if len(claim) > _LONGEST:
        return None
    pair = Pair(claim, tellings, text, weight)
    total = pair.weighed(i for i, unit in enumerate(claim) if pair.needed(unit))
    share = pair.weighed(pair.missing) / total if total else 1.0
    if share > _MISSING or next(against(pair), None):
        return None
    missing = tuple(claim[i] for i in pair.missing)
    return Cover(tuple(telling.number for telling in pair.tellings), tuple(pair.reworded()), missing, share)


def against(pair: Pair) -> Iterator[FieldComparison]:
    """What keeps the sentences from saying the claim."""
    verbs_ = [pair.mine.units[frame.predicate] for frame in pair.frames]
    if not verbs_ or any(verb.name for verb in verbs_):  # a name that passed for a verb: the reading is unsure
        yield field_of("words", Relation.ABSENT, pair.claim, ())
    for rule in RULES:
        yield from rule(pair)
