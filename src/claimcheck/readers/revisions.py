"""Files as they stand in a git revision or in the index, read without touching the work tree."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError

STAGED = ":0"  # as git writes it: the file in the index


class Changed(NamedTuple):
    """A file that differs between two states; `old` is its name before a rename, None when it is new."""

    old: str | None
    new: str | None


def is_revision(name: str, *, folder: Path) -> bool:
    """Whether git knows a commit by this name here."""
    done = _run(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], folder)
    return done.returncode == 0


def root_of(folder: Path) -> Path:
    """The top of the work tree that the folder is in. Raises ClaimcheckError outside one."""
    done = _run(["rev-parse", "--show-toplevel"], folder)
    if done.returncode:
        raise ClaimcheckError("is in no git repository (name two files instead of revisions)", path=str(folder))
    return Path(done.stdout.decode(errors="surrogateescape").rstrip("\n"))


def changed_files(old: str, new: str | None, *, root: Path) -> tuple[Changed, ...]:
    """The files that differ between a revision and another, the index (STAGED) or the work tree (None)."""
    options = ["--cached"] if new == STAGED else []
    states = [old] if new in (STAGED, None) else [old, str(new)]
    done = _run(["diff", "--name-status", "--find-renames", "-z", *options, "--end-of-options", *states, "--"], root)
    if done.returncode:
        raise ClaimcheckError(f"git cannot compare {old} with {new or 'the work tree'}: {_reason(done)}")
    words = done.stdout.decode(errors="surrogateescape").split("\0")
    files = []
    at = 0
    while at < len(words) - 1:
        status = words[at][:1]
        if status in "RC":
            files.append(Changed(words[at + 1], words[at + 2]))
            at += 3
        else:
            files.append(Changed(None if status == "A" else words[at + 1], None if status == "D" else words[at + 1]))
            at += 2
    return tuple(files)


def name_before(old: str, new: str | None, name: str, *, root: Path) -> str:
    """What a file was called at the old revision, followed through every rename since then."""
    until = "HEAD" if new in (STAGED, None) else new
    words = ["log", "--follow", "--diff-filter=R", "--name-status", "-z", "--format=", "--end-of-options"]
    done = _run([*words, f"{old}..{until}", "--", name], root)
    for field in done.stdout.decode(errors="surrogateescape").strip("\0\n").split("\0R")[:1_000]:
        names = field.split("\0")[1:]
        if len(names) >= 2 and names[1] == name:
            name = names[0]
    return name


def content_at(revision: str | None, name: str, *, root: Path) -> bytes:
    """The bytes of a file, named from the root, at a revision, in the index (STAGED) or in the work tree (None)."""
    if revision is None:
        try:
            return (root / name).read_bytes()
        except OSError as error:
            raise ClaimcheckError(f"cannot be read: {error.strerror or error}", path=name) from None
    which = f"{STAGED}:{name}" if revision == STAGED else f"{revision}:{name}"
    done = _run(["cat-file", "blob", which], root)
    if done.returncode:
        where = "the index" if revision == STAGED else revision
        raise ClaimcheckError(f"is not in {where} (see git log --follow -- {name})", path=name)
    return done.stdout


def _run(words: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise ClaimcheckError("git is not installed (name two files instead of revisions)") from None


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(done.stderr.decode(errors="replace").split()[:20])
