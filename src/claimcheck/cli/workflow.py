"""The commands that stand in people's workflow: their options, and what they call."""

from __future__ import annotations

import datetime
import os
from typing import Annotated

import typer

from claimcheck.cli.settings import settings
from claimcheck.evidence.ledger import EntryStatus
from claimcheck.model import Kind

_Ledger = Annotated[str | None, typer.Option(metavar="FILE", help="The ledger; else the nearest claims.yaml.")]
_Corpus = Annotated[str | None, typer.Option(metavar="DIR", help="The sources; else the nearest corpus/.")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Keep nothing for the next run, and use nothing that an earlier one kept.")
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="So many texts at a time; else one for each core."),
]
_FailOn = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT", help="Exit with 1 on: error, warning (usual), note, a code, never; repeatable."),
]


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
    no_cache: NoCache = False,
    fail_on: _FailOn = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FMT[:FILE]",
            help="lines (usual), github, gitlab, junit, markdown, rdjsonl, sarif or csv, and where to; repeatable.",
        ),
    ] = None,
    jobs: Jobs = None,
) -> int:
    """List the new claims that nobody has accounted for.

    A line for each, and nothing when all is well. Without PATH, the texts of this folder.
    """
    from claimcheck.commands.check import check

    if staged and changed_since is not None:
        raise typer.BadParameter("--staged and --changed-since exclude each other")
    return check(
        paths or (),
        config=settings(
            kinds=kind,
            need_sources=need_source,
            ledger=ledger,
            corpus=corpus,
            cache="off" if no_cache else None,
            fail_on=fail_on,
        ),
        staged=staged,
        since=changed_since,
        everything=everything,
        baseline=not no_baseline,
        outputs=format or ("lines",),
        jobs=jobs,
        environment=os.environ,
    )


def config() -> None:
    """Show each setting, and where it was set."""
    from claimcheck.commands.config import show

    show(settings())


ledger_app = typer.Typer(help="Add, list, review, check and prune the claims of the ledger.")


@ledger_app.command("add")
def ledger_add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Texts and folders of texts.")],
    kind: Annotated[
        list[Kind] | None, typer.Option(help="Add claims of this kind instead of the usual ones; repeatable.")
    ] = None,
    ledger: _Ledger = None,
    corpus: _Corpus = None,
) -> int:
    """Write the claims that nobody has accounted for into the ledger, as drafts."""
    from claimcheck.commands import ledger as commands

    return commands.add(paths, config=settings(kinds=kind, ledger=ledger, corpus=corpus))


@ledger_app.command("list")
def ledger_list(
    status: Annotated[list[EntryStatus] | None, typer.Option(help="Only entries with this status; repeatable.")] = None,
    ledger: _Ledger = None,
) -> int:
    """List the entries: status, kind, id and text."""
    from claimcheck.commands import ledger as commands

    return commands.show(config=settings(ledger=ledger), statuses=status or ())


@ledger_app.command("review")
def ledger_review(ledger: _Ledger = None, corpus: _Corpus = None) -> int:
    """Go through the drafts one by one; each answer is saved at once."""
    from claimcheck.commands.review import review

    return review(config=settings(ledger=ledger, corpus=corpus), today=datetime.date.today())


@ledger_app.command("check")
def ledger_check(
    today: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day on which reviews are due.")] = None,
    ledger: _Ledger = None,
    corpus: _Corpus = None,
    fail_on: _FailOn = None,
) -> int:
    """List anchors that no longer hold, sources that are missing or changed, and reviews that are due."""
    from claimcheck.commands import ledger as commands

    try:
        day = datetime.date.fromisoformat(today) if today else datetime.date.today()
    except ValueError:
        raise typer.BadParameter(f"{today!r} is not a day (write it as 2020-05-12)", param_hint="--today") from None
    return commands.check(config=settings(ledger=ledger, corpus=corpus, fail_on=fail_on), today=day)


@ledger_app.command("prune")
def ledger_prune(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be taken out.")] = False,
    ledger: _Ledger = None,
) -> int:
    """Take out the drafts whose words are in no text any more."""
    from claimcheck.commands import ledger as commands

    return commands.prune(config=settings(ledger=ledger), dry_run=dry_run)


def init() -> int:
    """Write settings, a ledger and a corpus to begin with; never over what is there."""
    from claimcheck.commands.init import init

    return init()


def doctor() -> int:
    """Say what is wrong with this set-up, and what to do."""
    from claimcheck.commands.doctor import doctor

    return doctor(environment=os.environ, today=datetime.date.today())


def add_to(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    for command in (check, config, init, doctor):
        app.command()(command)
    app.add_typer(ledger_app, name="ledger")
