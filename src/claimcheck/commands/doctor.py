"""`claimcheck doctor`: what is wrong with the settings, the ledger, the corpus and the hooks here, and what to do."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.machinery import ExtensionFileLoader
from pathlib import Path

from claimcheck import sentences
from claimcheck.accounting.codes import all_codes
from claimcheck.commands.failing import fatal_of
from claimcheck.commands.holdings import CORPUS, nearest
from claimcheck.commands.ledger import faults, ledger_path
from claimcheck.config import Config, PathRule, folders_upwards, load_config
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.records import NamedTuple
from claimcheck.renderers.visible import visible


class Advice(NamedTuple):
    """One thing that was looked at; `wrong` when something should be done about it."""

    wrong: bool
    text: str


def doctor(*, environment: Mapping[str, str], today: datetime.date) -> int:
    """Prints a line for each thing that was looked at; 1 when one of them is wrong."""
    found = tuple(_look(environment, today))
    for advice in found:
        sys.stdout.write(f"{'wrong' if advice.wrong else 'ok':<6}{visible(advice.text)}\n")
    return int(any(advice.wrong for advice in found))


def _look(environment: Mapping[str, str], today: datetime.date) -> Iterator[Advice]:
    here = Path.cwd()
    try:
        config = load_config(here, environment=environment)
        fatal_of(config)
    except ClaimcheckError as error:
        yield Advice(True, f"settings: {error}")
        config = Config()
    else:
        where = (
            os.path.relpath(config.file) if config.file else "no file, the defaults hold (claimcheck init makes one)"
        )
        yield Advice(False, f"settings: {where}")
    for rule in config.ignore:
        yield from _rule(rule)
    corpus: Corpus | None = None
    try:
        folder = config.corpus or nearest(CORPUS, here)
        corpus = load_corpus(folder) if folder else None
    except ClaimcheckError as error:
        yield Advice(True, f"corpus: {error}")
    else:
        held = "none here: nothing can be sourced by it" if corpus is None else _sources(corpus)
        yield Advice(False, f"corpus: {held}")
    yield from _ledger(config, corpus, today)
    yield from _git(folders_upwards(here)[-1])
    yield _modules()


def _rule(rule: PathRule) -> Iterator[Advice]:
    codes = all_codes()
    for code in rule.codes:
        if code not in codes:
            yield Advice(True, f"settings: ignore {rule.path}: no finding is called {code!r} (see claimcheck explain)")
    files = (Path(top, name) for top, _, names in os.walk(rule.folder) for name in names)
    if not any(rule.covers(file) for file in files):
        yield Advice(True, f"settings: ignore {rule.path}: there is no such file (take the rule out)")


def _sources(corpus: Corpus) -> str:
    ungraded = sum(source.reliability is None for source in corpus.documents)
    return f"{len(corpus.documents)} documents" + (f", {ungraded} without a grade of reliability" if ungraded else "")


def _ledger(config: Config, corpus: Corpus | None, today: datetime.date) -> Iterator[Advice]:
    path = ledger_path(config)
    if not path.exists():
        yield Advice(
            config.ledger is not None, f"ledger: there is none at {path} (claimcheck ledger add PATH begins one)"
        )
        return
    try:
        ledger = load_ledger(path)
    except ClaimcheckError as error:
        yield Advice(True, f"ledger: {error}")
        return
    counts = Counter(entry.status for entry in ledger.entries)
    yield Advice(False, f"ledger: {path}: " + (", ".join(f"{n} {s}" for s, n in sorted(counts.items())) or "empty"))
    loose = sum(1 for _ in faults(ledger, corpus, today=today))
    if loose:
        things = "1 thing has" if loose == 1 else f"{loose} things have"
        yield Advice(True, f"ledger: {things} come loose (claimcheck ledger check lists them)")


def _git(root: Path) -> Iterator[Advice]:
    if not (root / ".git").exists():
        yield Advice(True, "git: this is no repository, so every claim counts as new (git init)")
        return
    if _ask_git(root, "--is-shallow-repository") == "true":
        what = "only a part of the history is here, so --changed-since may fail (git fetch --unshallow)"
        yield Advice(True, f"git: {what}")
    hooks = root / ".pre-commit-config.yaml"
    if not hooks.exists() or "claimcheck" not in hooks.read_text(encoding="utf-8", errors="replace"):
        yield Advice(True, "hook: .pre-commit-config.yaml does not name claimcheck (claimcheck init prints the lines)")
        return
    installed = root / _ask_git(root, "--git-path", "hooks/pre-commit")
    if installed.exists():
        yield Advice(False, "hook: installed")
    else:
        yield Advice(True, "hook: named but not installed (pre-commit install)")


def _ask_git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), "rev-parse", *words], capture_output=True, check=False)
    return done.stdout.decode(errors="surrogateescape").strip()


def _modules() -> Advice:
    """Which form of the modules that read is installed; both give the same results."""
    if isinstance(getattr(sentences.__spec__, "loader", None), ExtensionFileLoader):
        return Advice(False, "modules: compiled")
    return Advice(False, "modules: as Python (CLAIMCHECK_COMPILE=1 pip install makes faster ones)")
