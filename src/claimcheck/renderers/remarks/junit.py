"""JUnit XML, which build servers show as tests: a failed one for each remark."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.model import Severity
from claimcheck.renderers.remarks.lines import line
from claimcheck.renderers.visible import visible


def render(remarks: Sequence[Remark]) -> str:
    """One suite; notes are tests that pass, and so is a run without remarks."""
    failures = sum(remark.severity is not Severity.NOTE for remark in remarks)
    cases = [_case(remark) for remark in remarks] or ['    <testcase classname="claimcheck" name="claims"/>']
    head = f'<testsuite name="claimcheck" tests="{len(cases)}" failures="{failures}" errors="0" skipped="0">'
    body = "\n".join(cases)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  {head}\n{body}\n  </testsuite>\n</testsuites>\n'


def _case(remark: Remark) -> str:
    from xml.sax.saxutils import escape  # here, since it brings in half of the standard library's network

    name = f"{remark.code} {remark.start.line}:{remark.start.column}"
    opening = f"    <testcase classname={_attribute(remark.path)} name={_attribute(name)}>"
    text = escape(_sound(line(remark)))
    if remark.severity is Severity.NOTE:
        inner = f"<system-out>{text}</system-out>"
    else:
        kind = _attribute(str(remark.severity))
        inner = f"<failure type={kind} message={_attribute(remark.message)}>{text}</failure>"
    return f"{opening}\n      {inner}\n    </testcase>"


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_sound(visible(text)))


def _sound(text: str) -> str:
    """Without the two characters that XML does not have, though they show nothing to hide."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
