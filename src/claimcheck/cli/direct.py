"""What a hook or a person runs most: a command with paths and plain switches alone.

It needs no parser, and the parser takes longer to import than a page takes to check. Whatever else is given goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

_SWITCHES: Mapping[str, frozenset[str]] = {
    "check": frozenset({"--staged", "--all", "--no-baseline", "--no-cache"}),
    "diff": frozenset({"--staged", "--all"}),
    "report": frozenset({"--no-ledger", "--no-corpus", "--all", "--why", "--no-cache"}),
}


def command_for(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The command with its arguments; None when they want a parser."""
    name, *rest = arguments or [""]
    switches = {word for word in rest if word.startswith("-") and word != "-"}
    paths = [word for word in rest if word not in switches]
    if name not in _SWITCHES or not switches <= _SWITCHES[name]:
        return None
    if name == "check":
        return partial(_check, paths, switches)
    if name == "diff":
        return partial(_diff, paths, switches)
    return partial(_report, paths, switches) if paths else None


def _check(paths: Sequence[str], switches: set[str]) -> int:
    import os

    from claimcheck.cli.settings import settings
    from claimcheck.commands.check import check

    return check(
        paths,
        config=settings(cache="off" if "--no-cache" in switches else None),
        staged="--staged" in switches,
        everything="--all" in switches,
        baseline="--no-baseline" not in switches,
        environment=os.environ,
    )


def _report(paths: Sequence[str], switches: set[str]) -> int:
    from claimcheck.cli.settings import settings
    from claimcheck.commands.report import report

    return report(
        paths,
        config=settings(cache="off" if "--no-cache" in switches else None),
        ledger="--no-ledger" not in switches,
        corpus="--no-corpus" not in switches,
        everything="--all" in switches,
        why="--why" in switches,
    )


def _diff(what: Sequence[str], switches: set[str]) -> int:
    from claimcheck.cli.settings import settings
    from claimcheck.commands.diff import diff

    return diff(what, config=settings(), staged="--staged" in switches, everything="--all" in switches)
