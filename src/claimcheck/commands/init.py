"""`claimcheck init`: settings, a ledger and a corpus to begin with, and the lines for hooks and CI."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from claimcheck import __version__
from claimcheck.commands.holdings import CORPUS, LEDGER
from claimcheck.config import folders_upwards, load_config
from claimcheck.files import write_atomically
from claimcheck.readers import SEARCHED_SUFFIXES
from claimcheck.renderers.visible import visible

_SETTINGS = """\
# Settings of claimcheck; `claimcheck config` shows what holds and where it was set.

# kinds = ["casualty", "characterisation"]   # the kinds of claim that `claimcheck check` asks about
# need_sources = ["casualty"]                # of these attribution is not enough
# independent_sources = 2                    # how many independent sources make a claim sourced
# min_reliability = "C"                      # the least reliable grade that counts, A to F
# fail_on = ["warning"]                      # what `check` fails on: severities, codes, or never

# [[ignore]]
# path = "archive/**"
# codes = ["perishable"]                     # leave out for every code
# reason = "Printed before 2020."
"""

_LEDGER = """\
# The claims that somebody has accounted for. `claimcheck ledger add PATH` writes drafts here,
# `claimcheck ledger review` goes through them.
#
#  - id: orsk-toll
#    text: At least 41 miners were killed in Orsk on 3 May 1992.
#    kind: casualty
#    status: verified        # draft | accepted | verified | disputed | retracted
#    sources:
#      - {ref: district-court-1994, relation: supports, quote: "forty-one bodies were identified"}
#    reviewed: {by: your initials, on: 2026-01-12, note: what you compared}
version: 1
claims: []
"""

_CORPUS = """\
# The source documents

One file for each, .md or .txt; its name without the ending is its id. On top of it, what is known about it:

```yaml
---
title: Judgment of 9 November 1994
author: [District Court of Orsk]
issued: 1994-11-09
reliability: A            # Admiralty code, A to F: your judgement
derived_from: []          # ids of the documents that it repeats
---
```

This file is not read as a source.
"""

_PATTERN = rf"(?i)\.({'|'.join(suffix[1:] for suffix in SEARCHED_SUFFIXES)})$"

PRE_COMMIT = f"""\
  - repo: local
    hooks:
      - id: claimcheck
        name: claimcheck
        entry: claimcheck check --staged
        language: python
        additional_dependencies: ["claimcheck-cli[pdf,rst]=={__version__}"]
        files: {_PATTERN}
        require_serial: true
"""

GITHUB = f"""\
name: claims
on: pull_request
jobs:
  claimcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 0}}
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install "claimcheck-cli[all]=={__version__}"
      - run: claimcheck check --changed-since "origin/$GITHUB_BASE_REF" --format github
"""

GITLAB = f"""\
claims:
  image: python:3.12
  variables: {{GIT_DEPTH: 0}}
  script:
    - pip install "claimcheck-cli[all]=={__version__}"
    - >-
      claimcheck check --changed-since "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
      --format lines --format gitlab:claims.json
  artifacts: {{when: always, reports: {{codequality: claims.json}}}}
  rules: [{{if: $CI_PIPELINE_SOURCE == "merge_request_event"}}]
"""


def init() -> int:
    """Writes what is not there yet, at the root of the repository, and prints what to put into the hooks and the CI."""
    here = Path.cwd()
    root = folders_upwards(here)[-1]
    settings = load_config(here).file
    _write(root / "claimcheck.toml", _SETTINGS, instead=settings)
    _write(root / LEDGER, _LEDGER)
    _write(root / CORPUS / "README.md", _CORPUS, instead=root / CORPUS if (root / CORPUS).exists() else None)
    if not (root / ".git").exists():
        _say("This is no git repository: `claimcheck check` takes every claim for a new one. `git init` makes it one.")
        return 0
    hooks = root / ".pre-commit-config.yaml"
    known = hooks.exists() and "claimcheck" in hooks.read_text(encoding="utf-8", errors="replace")
    if not known:
        head = "" if hooks.exists() else "repos:\n"
        _say("For pre-commit, in .pre-commit-config.yaml (then: pre-commit install):", head + PRE_COMMIT)
    if (root / ".github").is_dir():
        _say("For GitHub, in .github/workflows/claims.yaml:", GITHUB)
    if (root / ".gitlab-ci.yml").exists():
        _say("For GitLab, in .gitlab-ci.yml:", GITLAB)
    return 0


def _write(path: Path, text: str, *, instead: Path | None = None) -> None:
    """Writes the file unless it, or what stands for it, is there already."""
    held = instead if instead is not None else path if path.exists() else None
    if held is None:
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text)
    word = "wrote" if held is None else "kept"
    sys.stdout.write(f"{word} {visible(os.path.relpath(held or path))}\n")


def _say(what: str, text: str = "") -> None:
    sys.stdout.write(f"\n{what}\n" + (f"\n{text}" if text else ""))
