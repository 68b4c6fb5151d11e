"""What an input format is: a name, the suffixes of its files, and the function that reads them."""

from __future__ import annotations

import datetime
from typing import Protocol

from claimcheck.model import Document
from claimcheck.records import dataclass


class Parse(Protocol):
    """From the decoded text of a file to its document; a `date` that is given outranks the text's own."""

    def __call__(self, text: str, *, path: str = "-", date: datetime.date | None = None) -> Document: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format."""

    name: str
    suffixes: tuple[str, ...]  # in lower case, with the dot
    parse: Parse
