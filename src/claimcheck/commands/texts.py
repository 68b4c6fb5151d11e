"""The texts that a command looks at: files, folders, or what git has changed; never the sources of the corpus."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import SEARCHED_SUFFIXES as SEARCHED
from claimcheck.readers import SUFFIXES
from claimcheck.readers.decoding import read_bytes
from claimcheck.readers.revisions import (
    STAGED,
    Changed,
    branching_point,
    changed_files,
    contents_at,
    ignored_by_git,
    is_revision,
    root_of,
    sides,
)
from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A file by its name as the user would write it, its content, and its earlier content, if git has any."""

    path: str
    content: bytes
    before: tuple[bytes, ...] = ()


def texts_at(paths: Sequence[str], *, leave_out: Iterable[Path] = ()) -> tuple[Text, ...]:
    """The files as they lie on disk, with what git's HEAD has of them. Without paths, all of this folder.

    Raises ClaimcheckError for a path that does not exist and for a folder without any text.
    """
    root = _root()
    names = _named(paths or ["."], tuple(leave_out), root)
    if root is None:
        return tuple(Text(name, read_bytes(name)) for name in names)
    inside = {name: within for name in names if (within := _within(name, root)) is not None}
    before = _before(sides(root=root, environment={}), [Changed(within, within) for within in inside.values()], root)
    return tuple(Text(name, read_bytes(name), before.get(inside.get(name, ""), ())) for name in names)


def staged_texts(
    paths: Sequence[str], *, environment: Mapping[str, str], leave_out: Iterable[Path] = ()
) -> tuple[Text, ...]:
    """The texts that the commit in the making changes, as they are staged.

    Where pre-commit checks a push or a range, it names the two revisions, and these count.
    """
    old, new = environment.get("PRE_COMMIT_FROM_REF"), environment.get("PRE_COMMIT_TO_REF")
    root = _repository()
    if old and new:
        return _changed(paths, (branching_point(old, root=root),), new, root, leave_out)
    return _changed(paths, sides(root=root, environment=environment), STAGED, root, leave_out)


def texts_since(paths: Sequence[str], revision: str, *, leave_out: Iterable[Path] = ()) -> tuple[Text, ...]:
    """The texts that differ from where this branch left the revision, as they lie on disk."""
    root = _repository()
    if not is_revision(revision, folder=root):
        raise ClaimcheckError(f"git knows no revision {revision!r} (see git log; in CI, fetch the whole history)")
    return _changed(paths, (branching_point(revision, root=root),), None, root, leave_out)


def _changed(
    paths: Sequence[str], bases: tuple[str, ...], new: str | None, root: Path, leave_out: Iterable[Path]
) -> tuple[Text, ...]:
    _check_exist(paths)
    chosen = tuple(Path(os.path.abspath(path)) for path in paths)
    outside = tuple(leave_out)
    files = []
    for file in changed_files(bases[0], new, root=root):
        if file.new is None:
            continue
        place = root / file.new
        if not file.new.lower().endswith(SUFFIXES if place in chosen else SEARCHED):
            continue
        if (not chosen or any(place.is_relative_to(path) for path in chosen)) and not _left_out(place, outside):
            files.append(file)
    names = [file.new for file in files if file.new is not None]
    now: Iterable[bytes | None]
    if new is None:
        now = [read_bytes(str(root / name)) for name in names]
    else:
        now = contents_at([(new, name) for name in names], root=root)
    before = _before(bases, files, root)
    return tuple(
        Text(_shown(root / name), content, before[name])
        for name, content in zip(names, now, strict=True)
        if content is not None  # a submodule
    )


def _before(bases: tuple[str, ...], files: Sequence[Changed], root: Path) -> dict[str, tuple[bytes, ...]]:
    """By its name now, what each file was at each of the revisions; nothing where it was not there."""
    wanted = [(file.new or "", base, file.old) for file in files for base in bases if file.old is not None]
    contents = contents_at([(base, old) for _, base, old in wanted], root=root) if wanted else ()
    found: dict[str, list[bytes]] = {file.new or "": [] for file in files}
    for (name, _, _), content in zip(wanted, contents, strict=True):
        if content is not None:
            found[name].append(content)
    return {name: tuple(versions) for name, versions in found.items()}


def _named(paths: Sequence[str], leave_out: tuple[Path, ...], root: Path | None) -> tuple[str, ...]:
    """The texts that the paths name, each once; of folders, in order, neither hidden texts nor those git ignores."""
    _check_exist(paths)
    found: dict[str, None] = {}
    for path in paths:
        inside = _walk(Path(path), leave_out) if Path(path).is_dir() else [path]
        if not inside:
            raise ClaimcheckError(f"holds no text (it should hold files in one of {', '.join(SEARCHED)})", path=path)
        if root is not None and Path(path).is_dir():
            within = {name: _within(name, root) for name in inside}
            ignored = ignored_by_git([name for name in within.values() if name], root=root)
            inside = [name for name in inside if within[name] not in ignored]
        found.update(dict.fromkeys(inside))
    return tuple(name for name in found if name == "-" or not _left_out(Path(name), leave_out))


def _walk(folder: Path, leave_out: tuple[Path, ...]) -> list[str]:
    names = []
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _left_out(Path(top, name), leave_out)
        )
        names += [os.path.join(top, name) for name in sorted(files) if name.lower().endswith(SEARCHED)]
    return [os.path.normpath(name) for name in names]


def _check_exist(paths: Sequence[str]) -> None:
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise ClaimcheckError("no such file or folder", path=path)


def _left_out(path: Path, leave_out: Iterable[Path]) -> bool:
    absolute = Path(os.path.abspath(path))
    return any(absolute.is_relative_to(os.path.abspath(folder)) for folder in leave_out)


def _repository() -> Path:
    return root_of(Path.cwd())


def _root() -> Path | None:
    try:
        return _repository()
    except ClaimcheckError:
        return None


def _within(name: str, root: Path) -> str | None:
    """The file's name as git has it; None for what lies outside of the repository."""
    place = Path(os.path.abspath(name))
    return place.relative_to(root).as_posix() if name != "-" and place.is_relative_to(root) else None


def _shown(place: Path) -> str:
    return os.path.relpath(place)
