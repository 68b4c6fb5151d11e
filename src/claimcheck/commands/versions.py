"""The pairs of versions that the words of a command name: two files, or what git has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck import readers
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document
from claimcheck.readers import revisions
from claimcheck.readers.revisions import Changed

_NOTHING = "/dev/null"  # what git calls the other side of a file that is new or gone


def documents(what: Sequence[str], *, staged: bool) -> list[tuple[Document, Document]]:
    """Both versions of each text. Raises ClaimcheckError for words that name none."""
    here = Path.cwd()
    old: str
    new: str | None
    if staged:
        old, new, names = "HEAD", revisions.STAGED, list(what)
    else:
        revs, names = _revisions(what, here)
        if not revs:
            if len(names) != 2:
                raise ClaimcheckError("diff takes two files, or a git revision (see claimcheck diff --help)")
            return [(readers.read(names[0]), readers.read(names[1]))]
        old, new = revs[0], revs[1] if len(revs) > 1 else None
    root = revisions.root_of(here)
    wanted = [_from_root(name, here, root) for name in names]
    found = list(_followed(old, new, root))
    for name in wanted:
        if not any(_is_meant(file, [name]) for file in found):
            revisions.content_at(new, name, root=root)  # an unchanged file is fine, an unknown one an error
    return [
        (_version(old, file.old, root), _version(new, file.new, root))
        for file in found
        if file.new in wanted or file.old in wanted or (_is_meant(file, wanted) and _is_text(file))
    ]


def _followed(old: str, new: str | None, root: Path) -> Iterator[Changed]:
    """The files that differ; one that was renamed and rewritten since is one file, not a new and a lost one."""
    found = revisions.changed_files(old, new, root=root)
    lost = {file.old for file in found if file.new is None}
    before = {
        file.new: name
        for file in found
        if file.old is None and file.new and (name := revisions.name_before(old, new, file.new, root=root)) in lost
    }
    for file in found:
        if file.new in before:
            yield Changed(before[file.new], file.new)
        elif file.new is not None or file.old not in before.values():
            yield file


def _is_meant(file: Changed, wanted: Sequence[str]) -> bool:
    """Whether the file, or a folder that it is in, is named; without names, all are."""
    return not wanted or any(
        name in (file.old, file.new) or any((side or "").startswith(f"{name}/") for side in file) for name in wanted
    )


def _is_text(file: Changed) -> bool:
    return any(side and side.lower().endswith(readers.SEARCHED_SUFFIXES) for side in file)


def _version(revision: str | None, name: str | None, root: Path) -> Document:
    if name is None:
        return readers.parse("", path=_NOTHING)
    return readers.read_content(revisions.content_at(revision, name, root=root), path=name)


def _revisions(what: Sequence[str], here: Path) -> tuple[list[str], list[str]]:
    """Revisions at the head of the words ("A..B" counts as two), and the paths after them."""
    revs: list[str] = []
    rest = list(what)
    while rest and len(revs) < 2 and not Path(rest[0]).exists():
        ends = rest[0].split("..", 1) if ".." in rest[0] else [rest[0]]
        if not all(revisions.is_revision(end or "HEAD", folder=here) for end in ends):
            raise ClaimcheckError("is neither a file nor a git revision", path=rest[0])
        revs += [end or "HEAD" for end in ends]
        rest = rest[1:]
    return revs[:2], rest


def _from_root(name: str, here: Path, root: Path) -> str:
    path = (here / name).absolute()
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        raise ClaimcheckError(f"lies outside the repository {root}", path=name) from None
