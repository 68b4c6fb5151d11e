"""An index in several parts, each of which a worker can hold; together they answer what one index would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.index.postings import Postings, Shared, heaviest_first
from claimcheck.evidence.index.texts import number_of, place_of

Answer = TypeVar("Answer")
Run = Callable[[Callable[[int], Any], Iterable[int]], Iterable[Any]]  # `map`, or an executor's


def shard_of(ident: str, shards: int) -> int:
    """The part that holds a document, by its id."""
    return number_of(ident) % shards


class ShardedPostings:
    """The parts in the order of `shard_of`. Weights come from what all of them hold, so that no part ranks by its own.

    `run` asks the parts, one after another or at once. A part that does not answer is an error: without it, a claim
    would be called unverified that is not.
    """

    def __init__(self, shards: Sequence[Postings], *, run: Run = map) -> None:
        self._shards, self._run = tuple(shards), run
        self.sentences = sum(self._ask(lambda shard, _: shard.sentences))

    def frequencies(self, keys: Collection[str]) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        for counted in self._ask(lambda shard, _: shard.frequencies(keys)):
            found.update(counted)
        return found

    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        found = self._ask(lambda shard, _: shard.heaviest(weights, limit))
        return heaviest_first((row for rows in found for row in rows), limit)

    def shared(self, rows: Iterable[int], keys: Collection[str]) -> Mapping[int, Shared]:
        parts: list[list[int]] = [[] for _ in self._shards]
        for row in rows:
            parts[place_of(row)[0] % len(parts)].append(row)
        found: dict[int, Shared] = {}
        for held in self._ask(lambda shard, at: shard.shared(parts[at], keys)):
            found.update(held)
        return found

    def _ask(self, question: Callable[[Postings, int], Answer]) -> Iterator[Answer]:
        def asked(at: int) -> Answer:
            try:
                return question(self._shards[at], at)
            except Exception as error:
                what = f"part {at + 1} of {len(self._shards)} of the index does not answer: {error} (start it again)"
                raise ClaimcheckError(what) from error

        yield from self._run(asked, range(len(self._shards)))
