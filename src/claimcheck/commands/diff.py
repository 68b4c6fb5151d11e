"""`claimcheck diff`: what changed in what the texts claim, from one version to another."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path

from claimcheck.config import Config
from claimcheck.model import ChangeKind, Diff, Document, DocumentReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


class Format(StrEnum):
    """How changes are printed."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    CORRECTION = "correction"
    HTML = "html"


def diff(
    what: Sequence[str],
    *,
    config: Config,
    staged: bool = False,
    only: frozenset[ChangeKind] = frozenset(),
    everything: bool = False,
    format: Format = Format.TERMINAL,
    output: str | None = None,
    fatal: frozenset[ChangeKind] = frozenset(),
) -> int:
    """Prints or writes the changes: 1 when one of them is of a kind that is fatal."""
    from claimcheck.changes import compare
    from claimcheck.commands.versions import documents

    reports = _read((version for pair in documents(what, staged=staged) for version in pair), config)
    diffs = [compare(old, new) for old, new in zip(reports, reports, strict=True)]
    if output is None or output == "-":
        _print(diffs, format, only, everything=everything)
    else:
        from claimcheck.files import write_atomically

        write_atomically(Path(output), _written(diffs, format, only, everything=everything))
    return int(any(fatal & found.kinds for found in diffs))


def _read(versions: Iterable[Document], config: Config) -> Iterator[DocumentReport]:
    """The versions as they are read, on every core where they are long."""
    from claimcheck.commands.holdings import jobs_for
    from claimcheck.commands.workers import in_order

    return in_order(_Weigher(config), versions, jobs=jobs_for(config, None), size=lambda version: len(version.text))


class _Weigher:
    """Reads a version and weighs its claims against what is held, so that a source that came or went is seen.

    Can be sent to another process.
    """

    def __init__(self, config: Config) -> None:
        from claimcheck.commands.holdings import Shelf

        self._config, self._shelf = config, Shelf(config)

    def __reduce__(self) -> tuple[object, ...]:
        return _Weigher, (self._config,)

    def __call__(self, version: Document) -> DocumentReport:
        from claimcheck.pipeline import extract

        held = self._shelf.for_document(version.path)
        report = extract(version, style=self._config.date_style)
        if held.ledger is None and held.corpus is None:
            return report
        from claimcheck.evidence.weighing import weigh

        return weigh(report, ledger=held.ledger, corpus=held.corpus)


def _print(diffs: Sequence[Diff], format: Format, only: frozenset[ChangeKind], *, everything: bool) -> None:
    if format is not Format.HTML:
        _write(diffs, format, sys.stdout, only, everything=everything)
        return
    sys.stdout.flush()  # the page says of itself that it is UTF-8, whatever the terminal speaks
    sys.stdout.buffer.writelines(piece.encode() for piece in _written(diffs, format, only, everything=everything))


def _written(diffs: Sequence[Diff], format: Format, only: frozenset[ChangeKind], *, everything: bool) -> Iterable[str]:
    if format is Format.JSON:
        from claimcheck.renderers import diff_json

        return chain.from_iterable(map(diff_json.pieces, diffs))
    page = io.StringIO()
    _write(diffs, format, page, only, everything=everything)
    return (page.getvalue(),)


def _write(
    diffs: Sequence[Diff], format: Format, stream: TextIO, only: frozenset[ChangeKind], *, everything: bool
) -> None:
    match format:
        case Format.TERMINAL:
            from claimcheck.renderers import diff_terminal, screen

            shown = screen.screen_for(stream)
            for number, found in enumerate(diffs):
                if number:
                    shown.put(screen.line())
                diff_terminal.write_diff(found, shown, only=only, everything=everything)
        case Format.JSON:
            stream.writelines(_written(diffs, format, only, everything=everything))
        case Format.MARKDOWN | Format.GITHUB:
            from claimcheck.renderers import diff_markdown

            render = diff_markdown.github if format is Format.GITHUB else diff_markdown.markdown
            stream.writelines(render(found, only=only, everything=everything) for found in diffs)
        case Format.CORRECTION:
            from claimcheck.renderers import correction

            stream.writelines(map(correction.correction, diffs))
        case Format.HTML:
            from claimcheck.renderers import diff_html

            stream.write(diff_html.render(diffs, only=only))
