"""A fact-checker's sheet as CSV: what is claimed, who says so, and columns to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.renderers.visible import visible

_COLUMNS = ("claim", "who says", "source", "checked by", "date", "where", "finding", "message")
_FORMULA = ("=", "+", "-", "@")


def render(remarks: Sequence[Remark]) -> str:
    """A row for each remark that is about a claim."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for remark in remarks:
        if remark.claim is not None:
            where = f"{remark.path}:{remark.start.line}"
            row = (
                remark.quote,
                remark.who or "",
                "; ".join(remark.sources),
                "",
                "",
                where,
                remark.code,
                remark.message,
            )
            writer.writerow([_cell(cell) for cell in row])
    return page.getvalue()


def _cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
