"""`claimcheck corpus …`: the commands for the source documents, and their options."""

from __future__ import annotations

import datetime
import sys
from typing import Annotated

import typer

from claimcheck.cli.settings import settings

_Corpus = Annotated[str | None, typer.Option(metavar="DIR", help="The corpus; else the nearest corpus/.")]

corpus_app = typer.Typer(help="Add, list, check and search the source documents.")


@corpus_app.command("add")
def corpus_add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Documents of any format, and folders.")],
    corpus: _Corpus = None,
    ask: Annotated[
        bool | None, typer.Option("--ask/--no-ask", help="Ask for what a file does not say; usual on a terminal.")
    ] = None,
) -> int:
    """Read documents into the corpus: originals are kept, doubles left out. Stopped, it goes on when run again."""
    from claimcheck.commands.adding import add

    asks = sys.stdin.isatty() if ask is None else ask
    return add(paths, config=settings(corpus=corpus), today=datetime.date.today(), ask=input if asks else None)


@corpus_app.command("list")
def corpus_list(corpus: _Corpus = None) -> int:
    """List the documents: reliability, day, id and title."""
    from claimcheck.commands import corpus as commands

    return commands.show(config=settings(corpus=corpus))


@corpus_app.command("check")
def corpus_check(
    corpus: _Corpus = None,
    fail_on: Annotated[
        list[str] | None, typer.Option(metavar="WHAT", help="error, warning, note, or never; repeatable.")
    ] = None,
) -> int:
    """List originals that changed or are missing, fields that are, and documents derived from themselves."""
    from claimcheck.commands import corpus as commands

    return commands.check(config=settings(corpus=corpus, fail_on=fail_on))


@corpus_app.command("search")
def corpus_search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words, or beginnings of words.")],
    corpus: _Corpus = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="Stop after N sentences.")] = 50,
) -> int:
    """Print the sentences that have all of the words, with file and line."""
    from claimcheck.commands import corpus as commands

    return commands.search(words, config=settings(corpus=corpus), most=most)


def add_to(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.add_typer(corpus_app, name="corpus")
