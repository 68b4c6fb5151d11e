"""The commands for archives of articles: their options, and what they call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.workflow import Jobs
from claimcheck.commands.query import Format
from claimcheck.model import Style


def scan(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Folders of texts, JSONL, Parquet and WARC files, or URLs of such."),
    ],
    out: Annotated[str, typer.Option(metavar="DIR", help="Where the tables go, and stay from run to run.")],
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The Dask cluster to work on; else processes here.")
    ] = None,
    part: Annotated[float, typer.Option(min=0.001, metavar="MB", help="So much text is one part of the work.")] = 16,
    style: Annotated[
        Style | None, typer.Option(help="Dates with no year: near the text's own date, or in the year told of.")
    ] = None,
    jobs: Jobs = None,
) -> int:
    """Write what all articles of an archive claim into tables (Parquet); what is done is not done again."""
    from claimcheck.commands.scan import scan

    return scan(sources, out=Path(out), jobs=jobs, scheduler=scheduler, megabytes=part, style=style)


def query(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where `scan` wrote the tables.")],
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="SQL, or: speakers; tolls WORDS; history ID or WORDS.")
    ],
    format: Annotated[Format, typer.Option(help="How to print the answer.")] = Format.TABLE,
) -> int:
    """Answer a question of an archive: who is quoted how often, which tolls are given, how a claim changed."""
    from claimcheck.commands.query import query

    return query(Path(folder), question, format=format)


def add_to(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    for command in (scan, query):
        app.command()(command)
