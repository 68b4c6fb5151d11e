"""`claimcheck diff`: two files, or the same files at two git revisions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import batch
from claimcheck.errors import ClaimcheckError
from claimcheck.model import ChangeKind

if TYPE_CHECKING:
    from claimcheck.model import Diff, Document


class Format(StrEnum):
    """How changes are printed."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    CORRECTION = "correction"


def diff(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="OLD NEW | REV [REV] [--] PATH...", help="Two files; or one or two git revisions."),
    ] = None,
    staged: Annotated[bool, typer.Option("--staged", help="Compare HEAD with what is staged.")] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Show only this kind of change; repeatable.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show also what only moved or was reworded.")] = False,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TERMINAL,
    fail_on: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Exit with 1 on this kind of change; repeatable.")
    ] = None,
    jsonl: Annotated[
        str | None, typer.Option("--jsonl", metavar="FILE", help="One pair per line: id, before, after.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="So many pairs at a time; else one for each core."),
    ] = None,
) -> int:
    """Show what changed in what a text claims, between two files or two git revisions."""
    if jsonl:
        return batch.run(jsonl, _changes, jobs=jobs)
    shown, fatal = (frozenset(_kinds(words, option)) for words, option in ((only, "--only"), (fail_on, "--fail-on")))
    diffs = [_compare(old, new) for old, new in _documents(what or [], staged=staged)]
    for number, found in enumerate(diffs):
        _print(found, format, shown, everything=everything, first=number == 0)
    return 1 if fatal & {kind for found in diffs for kind in found.kinds} else 0


def _changes(row: batch.Row) -> dict[str, object]:
    from claimcheck import readers
    from claimcheck.renderers import diff_json

    old, new = (readers.parse(batch.text_of(row, side)) for side in ("before", "after"))
    return diff_json.batch(_compare(old, new))


def _compare(old: Document, new: Document) -> Diff:
    from claimcheck.changes import compare
    from claimcheck.pipeline import extract

    return compare(extract(old), extract(new))


def _kinds(words: Sequence[str] | None, option: str) -> list[ChangeKind]:
    """The kinds named; several may stand in one word, with commas between them."""
    from claimcheck.cli.explain import did_you_mean

    known = tuple(ChangeKind)
    kinds = []
    for word in (part for given in words or () for part in given.split(",") if part):
        if word not in known:
            raise typer.BadParameter(f"no change is called {word!r} ({did_you_mean(word, known)})", param_hint=option)
        kinds.append(ChangeKind(word))
    return kinds


def _documents(what: Sequence[str], *, staged: bool) -> list[tuple[Document, Document]]:
    """The pairs of versions that the words on the command line mean."""
    from claimcheck import readers
    from claimcheck.readers import revisions

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
    pairs = []
    found = revisions.changed_files(old, new, root=root)
    for name in wanted:
        if not any(name in (f.old, f.new) or (f.new or "").startswith(f"{name}/") for f in found):
            revisions.content_at(new, name, root=root)  # an unchanged file is fine, an unknown one an error
    for file in found:
        if file.new in wanted and file.old is None:
            file = revisions.Changed(revisions.name_before(old, new, file.new, root=root), file.new)
        if file.old is None or file.new is None or not readers.can_read(file.new):
            continue
        if not wanted or any(name in (file.old, file.new) or file.new.startswith(f"{name}/") for name in wanted):
            sides = (
                readers.read_content(revisions.content_at(rev, name, root=root), path=name)
                for rev, name in ((old, file.old), (new, file.new))
            )
            pairs.append((next(sides), next(sides)))
    return pairs


def _revisions(what: Sequence[str], here: Path) -> tuple[list[str], list[str]]:
    """Revisions at the head of the words ("A..B" counts as two), and the paths after them."""
    from claimcheck.readers import revisions

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


def _print(found: Diff, format: Format, only: frozenset[ChangeKind], *, everything: bool, first: bool) -> None:
    match format:
        case Format.TERMINAL:
            from claimcheck.renderers import diff_terminal, terminal

            console = terminal.console_for(sys.stdout)
            if not first:
                console.print()
            diff_terminal.write_diff(found, console, only=only, everything=everything)
        case Format.JSON:
            from claimcheck.renderers import diff_json

            sys.stdout.write(diff_json.render(found))
        case Format.MARKDOWN | Format.GITHUB:
            from claimcheck.renderers import diff_markdown

            write = diff_markdown.github if format is Format.GITHUB else diff_markdown.markdown
            sys.stdout.write(write(found, only=only, everything=everything))
        case Format.CORRECTION:
            from claimcheck.renderers import correction

            sys.stdout.write(correction.correction(found))
