"""`claimcheck report`: every claim of the texts, its tag, its evidence and what an editor should look at."""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from claimcheck import readers
from claimcheck.commands.holdings import Shelf
from claimcheck.config import Config
from claimcheck.model import Document, DocumentReport, Report, Severity
from claimcheck.pipeline import check
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
    fatal: Collection[Severity | str] = (),
) -> int:
    """Prints or writes the report: 1 when it holds a finding with one of the severities or codes that are fatal.

    In the terminal a claim that a longer one holds is left out, unless `everything` is asked for.
    """
    documents = [readers.read(path, date=date) for path in paths]
    whole = _checked(documents, config, Shelf(config, ledger=ledger, corpus=corpus))
    selection = replace(selection, fullest=format is Format.TERMINAL and not everything)
    if output is None or output == "-":
        _print(whole, format, selection, why=why)
    else:
        from claimcheck.files import write_atomically

        write_atomically(Path(output), _written(whole, format, selection, why=why))
    return int(any(found.severity in fatal or found.code in fatal for found in findings_in(whole)))


def _checked(documents: Sequence[Document], config: Config, shelf: Shelf) -> Report:
    """Each document held against what the settings name, else against what is nearest."""
    reports: list[DocumentReport] = []
    for document in documents:
        held = shelf.for_document(document.path)
        reports += check((document,), ledger=held.ledger, corpus=held.corpus, style=config.date_style).documents
    return Report(tuple(reports))


def _print(report: Report, format: Format, selection: Selection, *, why: bool) -> None:
    if format is Format.TERMINAL:
        from claimcheck.renderers import terminal

        terminal.write(report, terminal.console_for(sys.stdout), selection=selection, why=why)
        return
    written = _written(report, format, selection, why=why)
    if format is Format.HTML:  # says of itself that it is UTF-8, whatever the terminal speaks
        sys.stdout.flush()
        sys.stdout.buffer.write(written.encode())
    else:
        sys.stdout.write(written)


def _written(report: Report, format: Format, selection: Selection, *, why: bool) -> str:
    if format is Format.JSON:
        from claimcheck.renderers import json

        return json.render(report, selection=selection)
    if format is Format.HTML:
        from claimcheck.renderers import html

        return html.render(report, selection=selection)
    from claimcheck.renderers import terminal

    page = io.StringIO()
    terminal.write(report, terminal.console_for(page), selection=selection, why=why)
    return page.getvalue()
