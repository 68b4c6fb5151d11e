"""Annotations as GitHub Actions reads them from a job's output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.model import Severity
from claimcheck.renderers.remarks.lines import words_shown
from claimcheck.renderers.visible import visible

_SHOWN = 10  # of each kind GitHub shows no more for one step


def render(remarks: Sequence[Remark]) -> str:
    """Ten errors and ten warnings, and a notice that counts the rest."""
    lines = []
    rest: Counter[Severity] = Counter()
    given: Counter[Severity] = Counter()
    for remark in remarks:
        if remark.severity is Severity.NOTE or given[remark.severity] == _SHOWN:
            rest[remark.severity] += 1
        else:
            given[remark.severity] += 1
            lines.append(_annotation(remark))
    if rest:
        counts = ", ".join(f"{rest[s]} {s}{'' if rest[s] == 1 else 's'}" for s in Severity if rest[s])
        lines.append(f"::notice title=claimcheck::{_data(f'not shown here: {counts}; the summary lists all')}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(remark: Remark) -> str:
    place = {"file": remark.path, "line": str(remark.start.line), "endLine": str(remark.end.line)}
    if remark.start.line == remark.end.line:  # columns are refused where the lines differ
        place |= {"col": str(remark.start.column), "endColumn": str(remark.end.column)}
    fields = ",".join(f"{key}={_property(value)}" for key, value in (place | {"title": remark.code}).items())
    return f"::{remark.severity} {fields}::{_data(visible(remark.message) + words_shown(remark.quote))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
