"""Files as they stand in a git revision or in the index, read without touching the work tree."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess

_OBJECT = re.compile(rb"[0-9a-f]{40,64} ([a-z]{1,10}) ([0-9]{1,18})")
_HEAD_OF = "GITHEAD_"

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
    done = _run(["rev-parse", "--show-toplevel"], folder) if _may_be_in_one(folder) else None
    if done is None or done.returncode:
        raise ClaimcheckError("is in no git repository (name two files instead of revisions)", path=str(folder))
    return Path(done.stdout.decode(errors="surrogateescape").rstrip("\n"))


def _may_be_in_one(folder: Path) -> bool:
    """Whether git has to be asked, which takes a good part of the time that a page does."""
    return "GIT_DIR" in os.environ or any((place / ".git").exists() for place in (folder, *folder.parents))


def branching_point(revision: str, *, root: Path) -> str:
    """The commit in which HEAD and the revision last agreed; the revision itself where they never did."""
    return _run(["merge-base", "--end-of-options", revision, "HEAD"], root).stdout.decode().strip() or revision


def sides(*, root: Path, environment: Mapping[str, str]) -> tuple[str, ...]:
    """What the next commit will follow on: HEAD and, in a merge, the other sides; before the first commit, nothing.

    While git runs the hooks of a merge that it makes by itself, only the environment names the other sides.
    """
    if not is_revision("HEAD", folder=root):
        return (_run(["hash-object", "-t", "tree", "--stdin"], root).stdout.decode().strip(),)
    merging = _run(["rev-parse", "--git-path", "MERGE_HEAD"], root).stdout.decode(errors="surrogateescape").strip()
    try:
        others = (root / merging).read_text(encoding="ascii").split()
    except OSError:
        others = [name.removeprefix(_HEAD_OF) for name in sorted(environment) if name.startswith(_HEAD_OF)]
    return ("HEAD", *(other for other in others if is_revision(other, folder=root)))


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


def ignored_by_git(names: Sequence[str], *, root: Path) -> frozenset[str]:
    """Those of the names, from the root, that git is told to leave alone and does not keep already."""
    asked = "".join(f"{name}\0" for name in names).encode(errors="surrogateescape")
    answer = _run(["check-ignore", "-z", "--stdin"], root, asked).stdout
    return frozenset(answer.decode(errors="surrogateescape").split("\0")) - {""}


def contents_at(wanted: Sequence[tuple[str, str]], *, root: Path) -> tuple[bytes | None, ...]:
    """The bytes of many files, each by revision or STAGED and name, from one run of git; None where there is none."""
    # A name may hold a line break, which the batch could not tell from its end.
    specs = [f"{revision}:{name}" if "\n" not in name else "" for revision, name in wanted]
    asked = "".join(f"{spec}\n" for spec in specs).encode(errors="surrogateescape")
    answer = _run(["cat-file", "--batch"], root, asked).stdout
    found: list[bytes | None] = []
    at = 0
    for _ in specs:
        end = answer.index(b"\n", at)
        header = _OBJECT.fullmatch(answer[at:end])
        at = end + 1
        if header is None:
            found.append(None)
            continue
        size = int(header.group(2))
        found.append(answer[at : at + size] if header.group(1) == b"blob" else None)
        at += size + 1
    return tuple(found)


def _run(words: list[str], folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    import subprocess  # here, since most texts lie in no repository

    try:
        return subprocess.run(["git", "-C", str(folder), *words], input=stdin, capture_output=True, check=False)
    except FileNotFoundError:
        raise ClaimcheckError("git is not installed (name two files instead of revisions)") from None


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(done.stderr.decode(errors="replace").split()[:20])
