"""The library: what `import claimcheck` offers, in plain arguments."""

from __future__ import annotations

from pathlib import Path

from claimcheck import changes, pipeline
from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.evidence.ledger import Ledger
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.model import Diff, Document, Report
from claimcheck.readers import parse


def check(
    document: Document | str, *, ledger: Ledger | Path | str | None = None, corpus: Corpus | Path | str | None = None
) -> Report:
    """Every claim of a document with its status, evidence and findings.

    A string is taken for plain text. The ledger and the corpus may be given as values or as paths; with neither, no
    claim is sourced. Raises ClaimcheckError when a file cannot be read.
    """
    return pipeline.check(
        (_document(document),),
        ledger=load_ledger(ledger) if isinstance(ledger, Path | str) else ledger,
        corpus=load_corpus(corpus) if isinstance(corpus, Path | str) else corpus,
    )


def diff(old: Document | str, new: Document | str) -> Diff:
    """What changed in what a text claims, from one version to the next. A string is taken for plain text."""
    return changes.compare(pipeline.extract(_document(old)), pipeline.extract(_document(new)))


def _document(given: Document | str) -> Document:
    return parse(given) if isinstance(given, str) else given
