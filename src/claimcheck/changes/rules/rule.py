"""What a rule of change is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.changes.pair import Pair
from claimcheck.model import Change, ChangeKind
from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """Names changes of some kinds between two linked stretches, with pairs of texts that prove it."""

    kinds: tuple[ChangeKind, ...]
    summary: str
    find: Callable[[Pair], Iterator[Change]]
    fires: tuple[tuple[str, str, ChangeKind], ...]  # (before, after, what it must be called)
    silent: tuple[tuple[str, str], ...]  # the nearest pairs in which nothing of these kinds changed
