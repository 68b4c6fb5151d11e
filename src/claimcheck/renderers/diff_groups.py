"""How changes are grouped for a reader: what weighs most first, what only moved last."""

from __future__ import annotations

from collections import Counter

from claimcheck.model import ChangeKind, Diff, SentenceLink
from claimcheck.records import dataclass

_VALUES = frozenset(
    {ChangeKind.NUMBER, ChangeKind.BOUND, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.NEGATION, ChangeKind.QUOTE}
    | {ChangeKind.QUANTIFIER, ChangeKind.LEGAL_STATUS, ChangeKind.OPPOSITE, ChangeKind.OUTCOME}
)
_SAYINGS = frozenset(
    {ChangeKind.ATTRIBUTION_ADDED, ChangeKind.ATTRIBUTION_CHANGED, ChangeKind.ATTRIBUTION_LOST, ChangeKind.STANCE}
    | {ChangeKind.NAMED_TO_ANONYMOUS, ChangeKind.ANONYMOUS_TO_NAMED}
)
_ROLLED_UP = frozenset({ChangeKind.STRENGTHENED, ChangeKind.WEAKENED, ChangeKind.MIXED})
# A link whose words are this little alike may be no version of the same sentence at all.
UNSURE = 0.45


@dataclass(frozen=True, slots=True)
class Group:
    """Links under one heading; `folded` ones change nothing that the text claims."""

    title: str
    links: tuple[SentenceLink, ...]
    folded: bool = False


def groups(diff: Diff, *, only: frozenset[ChangeKind] = frozenset()) -> tuple[Group, ...]:
    """Every link that changed, once, under the first heading that fits; with `only`, those with one of its kinds."""
    titles = ("Strengthened", "Values", "Who says it", "Weakened", "Other", "Moved or reworded")
    found: dict[str, list[SentenceLink]] = {title: [] for title in titles}
    for link in diff.links:
        kinds = frozenset(link.kinds)
        if kinds and (not only or kinds & only):
            found[_title(kinds)].append(link)
    return tuple(
        Group(title, tuple(links), folded=title == titles[-1] and not only) for title, links in found.items() if links
    )


def _title(kinds: frozenset[ChangeKind]) -> str:
    if kinds & {ChangeKind.STRENGTHENED, ChangeKind.MIXED}:
        return "Strengthened"
    if kinds & _VALUES:
        return "Values"
    if kinds & _SAYINGS:
        return "Who says it"
    if ChangeKind.WEAKENED in kinds:
        return "Weakened"
    return "Other" if ChangeKind.TAG_CHANGED in kinds else "Moved or reworded"


def totals(diff: Diff) -> str:
    """ "2 strengthened · 1 number · 3 added": each kind with how many sentences it touches."""
    kinds = Counter(kind for link in diff.links for kind in link.kinds)
    kinds[ChangeKind.ADDED], kinds[ChangeKind.REMOVED] = len(diff.added), len(diff.removed)
    first = [kind for kind in (ChangeKind.STRENGTHENED, ChangeKind.MIXED, ChangeKind.WEAKENED) if kinds[kind]]
    rest = [kind for kind in ChangeKind if kinds[kind] and kind not in _ROLLED_UP]
    totals = " · ".join(f"{kinds[kind]} {kind}" for kind in (*first, *rest))
    unsure = sum(link.likeness < UNSURE for link in diff.links)
    return (totals + (f" ({unsure} rewritten?)" if unsure else "")) or "nothing changed in what the text claims"


def called(link: SentenceLink) -> tuple[str, ...]:
    """The kinds of a link, with what their words do not say."""
    notes = {change.kind: change.note for change in link.changes if change.note}
    return tuple(f"{kind} ({notes[kind]})" if kind in notes else str(kind) for kind in link.kinds)
