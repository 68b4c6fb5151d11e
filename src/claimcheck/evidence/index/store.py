"""Which kind of index a corpus gets, by its size, and where it is kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from claimcheck.evidence.index.postings import MemoryPostings, Postings
from claimcheck.evidence.index.texts import Keys, number_of

SMALL = 200_000  # bytes of text, about 1,500 sentences: sooner read anew than looked up
LARGE = 20_000_000  # about 100,000 sentences: beyond, tantivy is the faster one


def postings_for(wanted: Mapping[str, str], read: Callable[[str], Keys], *, size: int, place: Path | None) -> Postings:
    """The index of the documents, which are given by id with their checksums; `size` is that of their texts.

    `place` names where it is kept between runs. With None, or where it cannot be written, it is made in memory.
    """
    if size < SMALL:
        return MemoryPostings({number_of(ident): read(ident) for ident in wanted})
    import sqlite3  # a run over a small corpus need not load it

    from claimcheck.evidence.index.catalogue import Catalogue, Fts5

    if place is not None:
        try:
            return _kept(wanted, read, size, place)
        except (OSError, sqlite3.OperationalError):  # a full disk, a folder that may not be written
            pass
    made = Catalogue(None, Fts5())
    made.update(wanted, read)
    return made


def _kept(wanted: Mapping[str, str], read: Callable[[str], Keys], size: int, place: Path) -> Postings:
    import sqlite3

    from claimcheck.evidence.index.catalogue import Catalogue, Engine, Fts5

    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if size >= LARGE and find_spec("tantivy"):
        from claimcheck.evidence.index.tantivy import Tantivy

        engine: Engine = Tantivy(place.with_suffix(".tantivy"))
    else:
        engine = Fts5()
    path = place.with_suffix(f".{engine.name}.sqlite")
    made = Catalogue(path, engine, rules=rules_fingerprint())
    try:
        made.update(wanted, read)
    except sqlite3.OperationalError:
        made.close()
        raise
    except (sqlite3.DatabaseError, OSError):  # broken inside
        made.discard()
        made = Catalogue(path, engine, rules=rules_fingerprint())
        made.update(wanted, read)
    return made


@cache
def rules_fingerprint() -> str:
    """A hash of the program: other rules may cut and count the same text otherwise."""
    root = Path(__file__).parents[2]
    found = hashlib.sha256()
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".yaml")):
                path = Path(folder, name)
                found.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return found.hexdigest()
