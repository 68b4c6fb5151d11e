"""Errors that the user can mend."""

from __future__ import annotations

from collections.abc import Iterable


class ClaimcheckError(Exception):
    """The user's input or usage is wrong: one line that says where, what, and what would do.

    The command line prints it on stderr and exits with 2. Anything else that is raised is a bug of ours.
    """

    def __init__(self, what: str, *, path: str | None = None, line: int | None = None) -> None:
        where = "" if path is None else f"{path}: " if line is None else f"{path}: line {line}: "
        super().__init__(where + what)


def nearest(word: str, names: Iterable[str], *, cutoff: float = 0.5) -> str | None:
    """The one of the names that was most likely meant by the word; None when none is like it."""
    import difflib  # here, since most runs meet no wrong word

    found = difflib.get_close_matches(word, [str(name) for name in names], n=1, cutoff=cutoff)
    return found[0] if found else None
