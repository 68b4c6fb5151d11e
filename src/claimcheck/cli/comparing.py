"""`claimcheck diff`: two files, or the same files at two git revisions."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claimcheck.cli import batch
from claimcheck.model import ChangeKind

if TYPE_CHECKING:
    from claimcheck.model import Diff, Document, DocumentReport


class Format(StrEnum):
    """How changes are printed."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    CORRECTION = "correction"
    HTML = "html"


def diff(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="OLD NEW | REV [REV] [--] PATH...", help="Two files; or one or two git revisions."),
    ] = None,
    staged: Annotated[bool, typer.Option("--staged", help="Compare HEAD with what is staged.")] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Show only this kind of change; repeatable.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show also what only moved or was reworded.")] = False,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TERMINAL,
    fail_on: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Exit with 1 on this kind of change; repeatable.")
    ] = None,
    ledger: Annotated[
        str | None, typer.Option(metavar="FILE", help="The ledger; else the nearest claims.yaml.")
    ] = None,
    corpus: Annotated[str | None, typer.Option(metavar="DIR", help="The sources; else the nearest corpus/.")] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file instead of printing it.")
    ] = None,
    jsonl: Annotated[
        str | None, typer.Option("--jsonl", metavar="FILE", help="One pair per line: id, before, after.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="So many pairs at a time; else one for each core."),
    ] = None,
) -> int:
    """Show what changed in what a text claims, between two files or two git revisions."""
    if jsonl:
        return batch.run(jsonl, _changes, jobs=jobs)
    shown, fatal = (frozenset(_kinds(words, option)) for words, option in ((only, "--only"), (fail_on, "--fail-on")))
    from claimcheck.commands.versions import documents

    weighed = _weighing(ledger, corpus)
    diffs = [_compare(weighed(old), weighed(new)) for old, new in documents(what or [], staged=staged)]
    if output is None or output == "-":
        _print(diffs, format, shown, everything=everything)
    else:
        from claimcheck.files import write_atomically

        page = io.StringIO()
        _write(diffs, format, page, shown, everything=everything)
        write_atomically(Path(output), page.getvalue())
    return 1 if fatal & {kind for found in diffs for kind in found.kinds} else 0


def _changes(row: batch.Row) -> dict[str, object]:
    from claimcheck import readers
    from claimcheck.pipeline import extract
    from claimcheck.renderers import diff_json

    old, new = (readers.parse(batch.text_of(row, side)) for side in ("before", "after"))
    return diff_json.batch(_compare(extract(old), extract(new)))


def _compare(old: DocumentReport, new: DocumentReport) -> Diff:
    from claimcheck.changes import compare

    return compare(old, new)


def _weighing(ledger: str | None, corpus: str | None) -> Callable[[Document], DocumentReport]:
    """How a version is read: its claims weighed against what is held, so that a source that came or went is seen."""
    from claimcheck.cli.settings import settings
    from claimcheck.commands.holdings import Shelf
    from claimcheck.evidence import weigh
    from claimcheck.pipeline import extract

    config = settings(ledger=ledger, corpus=corpus)
    shelf = Shelf(config)

    def weighed(document: Document) -> DocumentReport:
        held = shelf.for_document(document.path)
        report = extract(document, style=config.date_style)
        return weigh(report, ledger=held.ledger, corpus=held.corpus) if held.ledger or held.corpus else report

    return weighed


def _kinds(words: Sequence[str] | None, option: str) -> list[ChangeKind]:
    """The kinds named; several may stand in one word, with commas between them."""
    from claimcheck.cli.explain import did_you_mean

    known = tuple(ChangeKind)
    kinds = []
    for word in (part for given in words or () for part in given.split(",") if part):
        if word not in known:
            raise typer.BadParameter(f"no change is called {word!r} ({did_you_mean(word, known)})", param_hint=option)
        kinds.append(ChangeKind(word))
    return kinds


def _print(diffs: Sequence[Diff], format: Format, only: frozenset[ChangeKind], *, everything: bool) -> None:
    if format is not Format.HTML:
        _write(diffs, format, sys.stdout, only, everything=everything)
        return
    page = io.StringIO()
    _write(diffs, format, page, only, everything=everything)
    sys.stdout.flush()  # the page says of itself that it is UTF-8, whatever the terminal speaks
    sys.stdout.buffer.write(page.getvalue().encode())


def _write(
    diffs: Sequence[Diff], format: Format, stream: TextIO, only: frozenset[ChangeKind], *, everything: bool
) -> None:
    match format:
        case Format.TERMINAL:
            from claimcheck.renderers import diff_terminal, terminal

            console = terminal.console_for(stream)
            for number, found in enumerate(diffs):
                if number:
                    console.print()
                diff_terminal.write_diff(found, console, only=only, everything=everything)
        case Format.JSON:
            from claimcheck.renderers import diff_json

            stream.writelines(map(diff_json.render, diffs))
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
