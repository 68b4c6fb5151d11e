"""`claimcheck diff`: two files, or the same files at two git revisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from claimcheck.cli import batch
from claimcheck.cli.settings import settings
from claimcheck.commands import diff as command
from claimcheck.commands.diff import Format
from claimcheck.model import ChangeKind


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
        return batch.run(jsonl, batch.comparison, jobs=jobs)
    shown, fatal = (frozenset(_kinds(words, option)) for words, option in ((only, "--only"), (fail_on, "--fail-on")))
    return command.diff(
        what or (),
        config=settings(ledger=ledger, corpus=corpus),
        staged=staged,
        only=shown,
        everything=everything,
        format=format,
        output=output,
        fatal=fatal,
    )


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
