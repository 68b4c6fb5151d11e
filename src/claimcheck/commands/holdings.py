"""What is held for a text: the ledger and the corpus that the settings name, else the nearest ones."""

from __future__ import annotations

import atexit
import contextlib
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from claimcheck.accounting.accounts import Accounts
from claimcheck.accounting.scope import KINDS, KINDS_WITH_CORPUS, Scope
from claimcheck.config import Config, folders_upwards
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger import Ledger, Policy, Reliability
from claimcheck.records import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.evidence.corpus import Corpus, Keeper, SourceDocument
    from claimcheck.evidence.index import Postings

LEDGER, CORPUS = "claims.yaml", "corpus"


@dataclass(frozen=True, slots=True)
class Holdings:
    """A ledger and a corpus, each None where there is none."""

    ledger: Ledger | None
    corpus: Corpus | None

    def scope(self, config: Config, *, everything: bool = False) -> Scope:
        """Which claims count by the settings: by default quotations and offices only where a corpus is held."""
        kinds = config.kinds if config.kinds is not None else KINDS_WITH_CORPUS if self.corpus else KINDS
        return Scope(kinds, config.need_sources, everything)


class Shelf:
    """Holdings by document; each file is read once."""

    def __init__(self, config: Config, *, ledger: bool = True, corpus: bool = True) -> None:
        self._config = config
        self._wanted = (ledger, corpus)
        self._ledger = cache(self._load_ledger)
        self._corpus = cache(self._load_corpus)
        self._nearest = cache(self._nearest_to)
        self._state = cache(_state)
        self._entries: dict[int, Accounts] = {}

    def for_document(self, path: str) -> Holdings:
        ledger, corpus = self._places(path)
        return Holdings(self._ledger(ledger) if ledger else None, self._corpus(corpus) if corpus else None)

    def state(self, path: str) -> bytes:
        """Differs whenever the ledger or the corpus that is held for a document does; neither is read for it."""
        return b"\n".join(self._state(place) if place else b"" for place in self._places(path))

    def _places(self, path: str) -> tuple[Path | None, Path | None]:
        folder = Path.cwd() if path == "-" else Path(os.path.abspath(path)).parent
        ledger, corpus = self._nearest(folder)
        return ledger if self._wanted[0] else None, corpus if self._wanted[1] else None

    def _nearest_to(self, folder: Path) -> tuple[Path | None, Path | None]:
        return self._config.ledger or nearest(LEDGER, folder), self._config.corpus or nearest(CORPUS, folder)

    def _load_corpus(self, folder: Path) -> Corpus:
        from claimcheck.evidence.corpus import load_corpus  # here, since most texts have neither corpus nor ledger

        config = self._config
        keeper = _keeper_at(config.scheduler) if config.scheduler else None
        return load_corpus(folder, cache=config.cache, keeper=keeper)

    def _load_ledger(self, path: Path) -> Ledger:
        from claimcheck.evidence.ledger_file import load_ledger

        return with_policy(load_ledger(path), self._config)

    def entries(self, ledger: Ledger | None) -> Accounts:
        """The ledger's entries, ready to be looked up; `ledger` is one that this shelf holds."""
        if id(ledger) not in self._entries:  # to tell ledgers by their value would read them whole for each text
            self._entries[id(ledger)] = Accounts(ledger)
        return self._entries[id(ledger)]


def jobs_for(config: Config, jobs: int | None) -> int | None:
    """One process where a cluster does the work: a line to it cannot be shared."""
    return 1 if config.scheduler else jobs


@cache
def _keeper_at(scheduler: str) -> Keeper:
    """The workers of that scheduler; the line to it is opened when a corpus is first asked, and stays to the end."""

    def keep(documents: Sequence[SourceDocument], place: Path | None) -> Postings:
        try:
            from claimcheck.archive import cluster, shards
        except ImportError as error:
            what = f"the setting scheduler needs {error.name} (pip install 'claimcheck-cli[dask]')"
            raise ClaimcheckError(what) from None
        line = contextlib.ExitStack()
        atexit.register(line.close)
        return shards.on_workers(line.enter_context(cluster.spreading(scheduler)), documents, place)

    return keep


def _state(place: Path) -> bytes:
    """The name, size and time of a file, or of every file in a folder."""
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    found = [str(place.absolute())]
    for file in files:
        with contextlib.suppress(OSError):  # `load_ledger` and `load_corpus` will say what is wrong
            stat = file.stat()
            found.append(f"{file}\t{stat.st_size}\t{stat.st_mtime_ns}")
    return "\n".join(found).encode("utf-8", "surrogatepass")


def nearest(name: str, folder: Path) -> Path | None:
    """The nearest file or folder of that name, named from the current folder where it lies in it."""
    found = next((place / name for place in folders_upwards(folder) if (place / name).exists()), None)
    here = Path.cwd()
    return found.relative_to(here) if found and found.is_relative_to(here) else found


def with_policy(ledger: Ledger, config: Config) -> Ledger:
    """The ledger with the limits that the settings give instead of its own."""
    if config.independent_sources is None and config.min_reliability is None:
        return ledger

    def limited(policy: Policy) -> Policy:
        least = config.min_reliability
        return Policy(
            config.independent_sources or policy.independent_sources,
            Reliability(least) if least else policy.min_reliability,
        )

    by_kind = tuple((kind, limited(policy)) for kind, policy in ledger.by_kind)
    return replace(ledger, policy=limited(ledger.policy), by_kind=by_kind)
