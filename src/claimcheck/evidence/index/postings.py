"""Where each word stands: what every kind of index must answer, and the one that lies in memory."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from claimcheck.evidence.index.texts import Keys, row_of
from claimcheck.records import NamedTuple

Weight = TypeVar("Weight", int, float)


class Shared(NamedTuple):
    """What a row has of the keys that were asked for, and how many units it is long."""

    keys: frozenset[str]
    length: int


class Postings(Protocol):
    """Rows are sentences and titles; a key is a unit's. Whoever answers, the answers are the same."""

    @property
    def sentences(self) -> int:
        """How many sentences there are in all."""

    def frequencies(self, keys: Collection[str]) -> Mapping[str, int]:
        """In how many rows each of the keys stands, for those that stand in any."""

    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        """The rows with most of the weight, and how much each has; the first row first where two have the same.

        Weights are whole numbers whose sum stays below 2 ** 24, so that every kind of index adds them up alike.
        """

    def shared(self, rows: Iterable[int], keys: Collection[str]) -> Mapping[int, Shared]:
        """What the rows have of the keys, for those that exist."""


def most_weight(postings: Iterable[tuple[Iterable[int], int]], limit: int) -> list[tuple[int, int]]:
    """The heaviest rows, from the rows of each key with its weight."""
    sums: defaultdict[int, int] = defaultdict(int)
    for rows, weight in postings:
        for row in rows:
            sums[row] += weight
    return heaviest_first(sums.items(), limit)


def heaviest_first(sums: Iterable[tuple[int, Weight]], limit: int) -> list[tuple[int, Weight]]:
    return heapq.nsmallest(limit, sums, key=lambda item: (-item[1], item[0]))


class MemoryPostings:
    """For corpora of which all texts lie in memory anyway."""

    def __init__(self, documents: Mapping[int, Keys]) -> None:
        self._rows: dict[int, tuple[frozenset[str], int]] = {}
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self.sentences = 0
        for number, found in documents.items():
            for sentence, keys in enumerate(found):
                if keys:
                    self._add(row_of(number, sentence), keys)
            self.sentences += max(0, len(found) - 1)

    def _add(self, row: int, keys: Collection[str]) -> None:
        different = frozenset(keys)
        self._rows[row] = different, len(keys)
        for key in different:
            self._postings[key].append(row)

    def frequencies(self, keys: Collection[str]) -> dict[str, int]:
        return {key: len(self._postings[key]) for key in keys if key in self._postings}

    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        return most_weight(((self._postings.get(key, ()), weight) for key, weight in weights.items()), limit)

    def shared(self, rows: Iterable[int], keys: Collection[str]) -> dict[int, Shared]:
        wanted = frozenset(keys)
        found = ((row, self._rows[row]) for row in rows if row in self._rows)
        return {row: Shared(wanted & there, length) for row, (there, length) in found}
