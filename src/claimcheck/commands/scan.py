"""`claimcheck scan`: an archive of articles into tables."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from claimcheck.commands.workers import with_bar
from claimcheck.errors import ClaimcheckError
from claimcheck.files import one_writer
from claimcheck.model import Style
from claimcheck.renderers.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.archive.scan import Run


def scan(
    sources: Sequence[str],
    *,
    out: Path,
    jobs: int | None = None,
    scheduler: str | None = None,
    megabytes: float = 16,
    style: Style | None = None,
) -> int:
    """Writes the tables and says on stderr what was found: 2 when a part could not be done, else 0."""
    try:
        from claimcheck.archive.scan import clear, find_work, is_done, read_part
    except ImportError as error:
        raise ClaimcheckError(_missing(error, "dask")) from None
    sources = [source if "://" in source else os.path.normpath(source) for source in sources]
    works = find_work(sources, out, size=round(megabytes * 1_000_000), style=style)
    totals: Counter[str] = Counter()
    failed = 0
    with _folder(out):
        left = [work for work in works if not is_done(work)]
        with _workers(min(jobs or os.cpu_count() or 1, len(left)), scheduler) as run:
            for work, counts in with_bar(run(read_part, left), total=len(left)):
                if isinstance(counts, str):
                    print(f"claimcheck: {visible(work.part.files[0].name)}: {visible(counts)}", file=sys.stderr)
                    failed += 1
                else:
                    totals += counts
        clear(out, sources, works)
    done = f"{len(works) - failed:,} of {len(works):,} parts are done"
    found = ", ".join(f"{totals[name]:,} {name}" for name in ("articles", "claims", "attributions", "findings"))
    print(f"claimcheck: {done}; new: {found}", file=sys.stderr)
    if totals["errors"]:
        what = "1 record" if totals["errors"] == 1 else f"{totals['errors']:,} records"
        how = f'claimcheck query {visible(str(out))} "SELECT * FROM errors"'
        print(f"claimcheck: {what} could not be read: {how}", file=sys.stderr)
    if failed:
        print("claimcheck: parts that failed are tried again when the same command is run again", file=sys.stderr)
    return 2 if failed else 0


@contextmanager
def _folder(out: Path) -> Iterator[None]:
    """Makes the folder, and keeps other scans from writing in it meanwhile."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClaimcheckError(f"cannot be made: {error.strerror or error}", path=str(out)) from None
    with one_writer(out / "done"):
        yield


@contextmanager
def _workers(jobs: int, scheduler: str | None) -> Iterator[Run]:
    from claimcheck.archive.scan import one_by_one

    if jobs <= 1 and scheduler is None:
        yield one_by_one
        return
    try:
        from claimcheck.archive import cluster
    except ImportError as error:
        raise ClaimcheckError(_missing(error, "dask")) from None
    with cluster.on_this_machine(jobs) if scheduler is None else cluster.at(scheduler) as run:
        yield run


def _missing(error: ImportError, extra: str) -> str:
    return f"this needs {error.name} (pip install 'claimcheck-cli[{extra}]')"
