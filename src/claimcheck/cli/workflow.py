"""The commands that stand in people's workflow: their options, and what they call."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.model import Kind

_Ledger = Annotated[str | None, typer.Option(metavar="FILE", help="The ledger; else the nearest claims.yaml.")]
_Corpus = Annotated[str | None, typer.Option(metavar="DIR", help="The sources; else the nearest corpus/.")]


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help="Texts and folders of texts.")] = None,
    staged: Annotated[bool, typer.Option("--staged", help="Check what is staged for the next commit.")] = False,
    changed_since: Annotated[
        str | None, typer.Option(metavar="REV", help="Check what has changed since this branch left REV.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Say everything, also what was there before and what is only worth a note.")
    ] = False,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Count also claims that git's HEAD has already.")
    ] = False,
    kind: Annotated[
        list[Kind] | None, typer.Option(help="Ask about claims of this kind instead of the usual ones; repeatable.")
    ] = None,
    need_source: Annotated[
        list[Kind] | None,
        typer.Option(help="Ask for a source for this kind even where the text says who says so; repeatable."),
    ] = None,
    ledger: _Ledger = None,
    corpus: _Corpus = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT", help="Exit with 1 on: error, warning (usual), note, a code, never; repeatable."),
    ] = None,
    format: Annotated[
        list[str] | None, typer.Option(metavar="FMT[:FILE]", help="How to print it, and where to; repeatable.")
    ] = None,
) -> int:
    """List the new claims that nobody has accounted for.

    A line for each, and nothing when all is well. Without PATH, the texts of this folder.
    """
    from claimcheck.commands.check import check
    from claimcheck.config import load_config

    if staged and changed_since is not None:
        raise typer.BadParameter("--staged and --changed-since exclude each other")
    flags = {"kinds": kind, "need_sources": need_source, "ledger": ledger, "corpus": corpus, "fail_on": fail_on}
    return check(
        paths or (),
        config=load_config(Path.cwd(), environment=os.environ, flags={k: v for k, v in flags.items() if v}),
        staged=staged,
        since=changed_since,
        everything=everything,
        baseline=not no_baseline,
        outputs=format or ("lines",),
        environment=os.environ,
    )


def config() -> None:
    """Show each setting, and where it was set."""
    from claimcheck.commands.config import show
    from claimcheck.config import load_config

    show(load_config(Path.cwd(), environment=os.environ))


def add_to(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    for command in (check, config):
        app.command()(command)
