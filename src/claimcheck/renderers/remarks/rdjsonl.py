"""Diagnostics as reviewdog reads them, one JSON object per line."""

from __future__ import annotations

import json
from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.model import Severity
from claimcheck.renderers.remarks.lines import words_shown
from claimcheck.renderers.visible import visible

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(remarks: Sequence[Remark]) -> str:
    """A line for each remark. It names lines only: columns would have to count bytes."""
    return "".join(json.dumps(_diagnostic(remark)) + "\n" for remark in remarks)


def _diagnostic(remark: Remark) -> dict[str, object]:
    return {
        "message": visible(remark.message) + words_shown(remark.quote),
        "location": {
            "path": visible(remark.path),
            "range": {"start": {"line": remark.start.line}, "end": {"line": remark.end.line}},
        },
        "severity": _SEVERITY[remark.severity],
        "source": {"name": "claimcheck"},
        "code": {"value": remark.code},
    }
