"""The index of a corpus that is too large for one machine, in parts on the workers of a Dask cluster.

Each worker reads and indexes its share of the documents, which lie in a folder that all of them see. Texts never leave
that folder: what goes over the line is words of claims and numbers of rows.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from claimcheck.archive.cluster import Spread
from claimcheck.evidence.corpus import OnDisk, SourceDocument
from claimcheck.evidence.index.postings import Postings, Shared
from claimcheck.evidence.index.sharded import ShardedPostings, shard_of
from claimcheck.evidence.index.store import postings_for
from claimcheck.evidence.sources import read_keys
from claimcheck.records import replace

_PATIENCE = 60.0  # seconds for an answer; a question takes milliseconds


class Shard:
    """One part of the index, on the worker that holds it, which asks it one question at a time."""

    def __init__(self, documents: Sequence[SourceDocument], place: Path | None) -> None:
        held = {source.id: source for source in documents}
        wanted = {ident: source.sha256 for ident, source in held.items()}
        size = sum(source.size for source in documents)
        self._postings = postings_for(wanted, lambda ident: read_keys(held[ident]), size=size, place=place)

    def sentences(self) -> int:
        return self._postings.sentences

    def frequencies(self, keys: Collection[str]) -> Mapping[str, int]:
        return self._postings.frequencies(keys)

    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        return self._postings.heaviest(weights, limit)

    def shared(self, rows: Iterable[int], keys: Collection[str]) -> Mapping[int, Shared]:
        return self._postings.shared(rows, keys)


class _Remote:
    """A part that is asked over the line. A worker that is gone, or that keeps silent, raises."""

    def __init__(self, actor: Any) -> None:
        self._actor = actor

    @property
    def sentences(self) -> int:
        return int(self._actor.sentences().result(timeout=_PATIENCE))

    def frequencies(self, keys: Collection[str]) -> Mapping[str, int]:
        found: Mapping[str, int] = self._actor.frequencies(sorted(keys)).result(timeout=_PATIENCE)
        return found

    def heaviest(self, weights: Mapping[str, int], limit: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = self._actor.heaviest(dict(weights), limit).result(timeout=_PATIENCE)
        return found

    def shared(self, rows: Iterable[int], keys: Collection[str]) -> Mapping[int, Shared]:
        found: Mapping[int, Shared] = self._actor.shared(list(rows), sorted(keys)).result(timeout=_PATIENCE)
        return found


def on_workers(spread: Spread, documents: Sequence[SourceDocument], place: Path | None) -> Postings:
    """The index of the documents, a part of it on each worker. Raises ClaimcheckError where a part cannot be made."""

    def part(at: int, parts: int) -> tuple[list[SourceDocument], Path | None]:
        own = [_from_anywhere(source) for source in documents if shard_of(source.id, parts) == at]
        return own, place.with_name(f"{place.name}-{at + 1}-of-{parts}") if place else None

    shards = [_Remote(actor) for actor in spread(Shard, part)]
    return ShardedPostings(shards, run=ThreadPoolExecutor(len(shards)).map)


def _from_anywhere(source: SourceDocument) -> SourceDocument:
    """The document with a path that means the same in every folder and on every machine."""
    if not isinstance(source.content, OnDisk):
        return source
    return replace(source, content=replace(source.content, path=os.path.abspath(source.content.path)))
