"""What an input format is: a name, the suffixes of its files, and the function that reads them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from importlib import import_module

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document
from claimcheck.readers.decoding import decode
from claimcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Parse(Protocol):
        """From the decoded text of a file to its document; a `date` that is given outranks the text's own."""

        def __call__(self, text: str, *, path: str = "-", date: datetime.date | None = None) -> Document: ...

    class Read(Protocol):
        """From the bytes of a file to its documents, of which most formats have one."""

        def __call__(self, content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format; its module is loaded when a file of that format is read.

    `markup` says how a text carries instructions to claimcheck: as comments of the markup (True), in square brackets
    (False), or not at all (None).
    """

    name: str
    suffixes: tuple[str, ...]  # in lower case, with the dot
    summary: str
    module: str  # in this folder
    function: str = "read"
    markup: bool | None = None
    extra: str | None = None  # what to install besides: claimcheck-cli[extra]

    @property
    def read(self) -> Read:
        found: Read = getattr(import_module(f"claimcheck.readers.{self.module}"), self.function)
        return found


def whole(parse: Parse) -> Read:
    """A reader of files that are one UTF-8 text."""

    def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
        return (parse(decode(content, path=path), path=path, date=date),)

    return read


def not_installed(extra: str, *, path: str) -> ClaimcheckError:
    """For a format whose library is not there."""
    suffix = "PDF" if extra == "pdf" else extra
    return ClaimcheckError(
        f"reading {suffix} needs one more library (pip install 'claimcheck-cli[{extra}]')", path=path
    )


def in_bounds(read: Callable[[], tuple[Document, ...]], *, path: str) -> tuple[Document, ...]:
    """What `read` returns; a file that is nested without end is refused."""
    try:
        return read()
    except RecursionError:
        raise ClaimcheckError("is nested too deeply (make it flatter)", path=path) from None
