"""The command line: parse, call, print, exit code."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.pipeline import extract as extract_document
from claimcheck.readers import parse_plain
from claimcheck.renderers.json import extraction

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def root() -> None:
    """Find the claims in an article, who makes each one, and what backs it."""


@app.command()
def extract(jsonl: Annotated[Path, typer.Option("--jsonl", help="One document per line: id, text, date.")]) -> None:
    """Print what each document of a JSONL file claims, one JSON object per line."""
    for line in jsonl.open(encoding="utf-8"):
        row = json.loads(line)
        date = datetime.date.fromisoformat(row["date"][:10]) if row.get("date") else None
        found = extraction(extract_document(parse_plain(row["text"], date=date)))
        sys.stdout.write(json.dumps({"id": row["id"], **found}) + "\n")


def main() -> None:
    app()
