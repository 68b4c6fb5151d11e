"""The commands and their options."""

from __future__ import annotations

import datetime
import sys
from functools import partial
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli import archives, comparing, sources, workflow
from claimcheck.cli.settings import settings
from claimcheck.commands.report import Format
from claimcheck.model import Kind, Style
from claimcheck.renderers.tally import Selection, Tag

DateStyle = Annotated[
    Style | None, typer.Option(help="Dates with no year: near the text's own date, or in the year told of.")
]

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


def call(arguments: list[str]) -> object:
    """What the command that the arguments name returns. Usage errors are typer's own."""
    try:
        return app(arguments, prog_name="claimcheck", standalone_mode=False)
    except typer.Abort:
        return 130


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Find the claims in an article, who makes each one, and what backs it."""


@app.command()
def report(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Texts (.md, .docx, .pdf …); - is standard input.")
    ],
    status: Annotated[list[Tag] | None, typer.Option(help="Show only claims with this tag; repeatable.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Show only claims of this kind; repeatable.")] = None,
    top: Annotated[int | None, typer.Option(min=1, metavar="N", help="Show only the N most check-worthy.")] = None,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TERMINAL,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file instead of printing it.")
    ] = None,
    ledger: Annotated[
        str | None, typer.Option(metavar="FILE", help="The ledger; else the nearest claims.yaml.")
    ] = None,
    corpus: Annotated[str | None, typer.Option(metavar="DIR", help="The sources; else the nearest corpus/.")] = None,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Read no ledger.")] = False,
    no_corpus: Annotated[bool, typer.Option("--no-corpus", help="Read no sources.")] = False,
    no_cache: workflow.NoCache = False,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The texts' date, over their own.")] = None,
    style: DateStyle = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show also a claim of which a longer one has all the words.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Show the rule and the words that decided each tag.")] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT", help="Exit with 1 on findings: error, warning, note, a code, or never; repeatable."
        ),
    ] = None,
    jobs: workflow.Jobs = None,
) -> int:
    """Show every claim of the texts, its tag, its evidence and what an editor should look at."""
    from claimcheck.commands import report as command
    from claimcheck.commands.failing import fatal_by

    return command.report(
        paths,
        config=settings(ledger=ledger, corpus=corpus, date_style=style, cache="off" if no_cache else None),
        ledger=not no_ledger,
        corpus=not no_corpus,
        date=_day(date) if date else None,
        format=format,
        output=output,
        selection=Selection(frozenset(status or ()), frozenset(kind or ()), top),
        everything=everything,
        why=why,
        fatal=fatal_by(fail_on or (), origin="--fail-on"),
        jobs=jobs,
    )


@app.command()
def extract(
    jsonl: Annotated[str, typer.Option("--jsonl", metavar="FILE", help="One document per line: id, text, date.")],
    style: DateStyle = None,
    jobs: workflow.Jobs = None,
) -> int:
    """Print what each document of a JSONL file claims, one JSON object per line."""
    from claimcheck.cli import batch

    return batch.run(jsonl, partial(batch.extraction, style=style), jobs=jobs)


app.command()(comparing.diff)


@app.command()
def verify(
    jsonl: Annotated[str, typer.Option("--jsonl", metavar="FILE", help="One case per line: id, claim, document.")],
    jobs: workflow.Jobs = None,
) -> int:
    """Print whether each document of a JSONL file backs its claim, one JSON object per line."""
    from claimcheck.cli import batch

    return batch.run(jsonl, batch.verification, jobs=jobs)


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A finding, a kind or a rule; all, when left out.")
    ] = None,
) -> None:
    """Explain a finding, a kind of claim or a rule of attribution, with examples."""
    from claimcheck.cli import explain as explained

    sys.stdout.write(explained.explain(code) if code else explained.overview())


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day (write it as 2020-05-12)", param_hint="--date") from None


workflow.add_to(app)
sources.add_to(app)
archives.add_to(app)
