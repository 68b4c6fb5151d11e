"""Errors that the user can mend."""


class ClaimcheckError(Exception):
    """The user's input or usage is wrong: one line that says where, what, and what would do.

    The command line prints it on stderr and exits with 2. Anything else that is raised is a bug of ours.
    """

    def __init__(self, what: str, *, path: str | None = None, line: int | None = None) -> None:
        where = "" if path is None else f"{path}: " if line is None else f"{path}: line {line}: "
        super().__init__(where + what)
