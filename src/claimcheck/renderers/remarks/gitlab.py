"""The code quality report of GitLab."""

from __future__ import annotations

import json
from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.model import Severity
from claimcheck.renderers.remarks.fingerprints import fingerprints
from claimcheck.renderers.remarks.lines import words_shown
from claimcheck.renderers.visible import visible

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(remarks: Sequence[Remark]) -> str:
    """A list with an issue for each remark."""
    issues = [
        {
            "description": visible(remark.message) + words_shown(remark.quote),
            "check_name": remark.code,
            "fingerprint": mark,
            "severity": _SEVERITY[remark.severity],
            "location": {
                "path": visible(remark.path),
                "lines": {"begin": remark.start.line, "end": remark.end.line},
            },
        }
        for remark, mark in zip(remarks, fingerprints(remarks), strict=True)
    ]
    return json.dumps(issues, indent=2) + "\n"
