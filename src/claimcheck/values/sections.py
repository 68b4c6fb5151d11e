"""The years that the headings of a text say its sections tell of."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from claimcheck.model import BlockKind, Document

Years = tuple[int, int]  # the first and the last, inclusive


class Sections:
    """Where each section begins, and the years in its heading or in the heading above that one."""

    def __init__(self, document: Document, dated: Iterable[tuple[int, Years]]) -> None:
        """`dated` are the offsets at which years are named, sorted, with the years."""
        self.starts: list[int] = []
        self.years: list[Years | None] = []
        above: list[tuple[int, Years | None]] = []  # level and years of the headings that this place is under
        named = list(dated)
        for block in document.blocks:
            if block.kind is not BlockKind.HEADING:
                continue
            while above and above[-1][0] >= block.level:
                above.pop()
            k = bisect.bisect_left(named, (block.span.start,))
            here = k < len(named) and named[k][0] < block.span.end
            years = named[k][1] if here else above[-1][1] if above else None
            above.append((block.level, years if block.level > 1 else None))  # a title names what the text is about
            self.starts.append(block.span.start)
            self.years.append(years)

    def years_at(self, offset: int) -> Years | None:
        """The years that the section at the offset tells of; None where its heading names none."""
        k = bisect.bisect_right(self.starts, offset) - 1
        return self.years[k] if k >= 0 else None
