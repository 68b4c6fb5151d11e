"""`claimcheck report`: every claim of the texts, its tag, its evidence and what an editor should look at."""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path

from claimcheck import readers
from claimcheck.commands.holdings import Shelf, jobs_for
from claimcheck.commands.workers import in_order, with_bar
from claimcheck.config import Config
from claimcheck.model import Document, DocumentReport, Report
from claimcheck.pipeline import check
from claimcheck.records import replace
from claimcheck.renderers.tally import EVERYTHING, Selection, findings_in


class Format(StrEnum):
    """How a report is printed."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


def report(
    paths: Sequence[str],
    *,
    config: Config,
    ledger: bool = True,
    corpus: bool = True,
    date: datetime.date | None = None,
    format: Format = Format.TERMINAL,
    output: str | None = None,
    selection: Selection = EVERYTHING,
    everything: bool = False,
    why: bool = False,
    fatal: Collection[str] = (),
    jobs: int | None = None,
) -> int:
    """Prints or writes the report: 1 when it holds a finding with one of the severities or codes that are fatal.

    In the terminal a claim that a longer one holds is left out, unless `everything` is asked for.
    """
    documents = [document for path in paths for document in readers.read_all(path, date=date)]
    weigher = Weigher(config, ledger=ledger, corpus=corpus)
    reports = in_order(weigher, documents, jobs=jobs_for(config, jobs), size=lambda document: len(document.text))
    whole = Report(tuple(with_bar(reports, total=len(documents))))
    selection = replace(selection, fullest=format is Format.TERMINAL and not everything)
    if output is None or output == "-":
        _print(whole, format, selection, why=why)
    else:
        from claimcheck.files import write_atomically

        write_atomically(Path(output), _written(whole, format, selection, why=why))
    return int(any(found.severity in fatal or found.code in fatal for found in findings_in(whole)))


class Weigher:
    """Holds one document after the other against what is held for it; can be sent to another process."""

    def __init__(self, config: Config, *, ledger: bool, corpus: bool) -> None:
        self._config, self._made_with = config, partial(Weigher, ledger=ledger, corpus=corpus)
        self._shelf = Shelf(config, ledger=ledger, corpus=corpus)

    def __reduce__(self) -> tuple[object, ...]:
        return self._made_with, (self._config,)

    def __call__(self, document: Document) -> DocumentReport:
        held = self._shelf.for_document(document.path)
        whole = check((document,), ledger=held.ledger, corpus=held.corpus, style=self._config.date_style)
        return whole.documents[0]


def _print(report: Report, format: Format, selection: Selection, *, why: bool) -> None:
    if format is Format.TERMINAL:
        from claimcheck.renderers import screen, terminal

        terminal.write(report, screen.screen_for(sys.stdout), selection=selection, why=why)
        return
    written = _written(report, format, selection, why=why)
    if format is Format.HTML:  # says of itself that it is UTF-8, whatever the terminal speaks
        sys.stdout.flush()
        sys.stdout.buffer.writelines(piece.encode() for piece in written)
    else:
        sys.stdout.writelines(written)


def _written(report: Report, format: Format, selection: Selection, *, why: bool) -> Iterable[str]:
    if format is Format.JSON:
        from claimcheck.renderers import json

        return json.pieces(report, selection=selection)
    if format is Format.HTML:
        from claimcheck.renderers import html

        return (html.render(report, selection=selection),)
    from claimcheck.renderers import screen, terminal

    page = io.StringIO()
    terminal.write(report, screen.Pipe(page), selection=selection, why=why)
    return (page.getvalue(),)
