"""A table in Markdown, for a comment or a job's summary."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.patterns import compiled
from claimcheck.renderers.visible import visible

_SPECIAL = compiled(r"([\\`*_{}\[\]()#+!|~<>&@-])")


def render(remarks: Sequence[Remark]) -> str:
    """A row for each remark; without remarks a sentence."""
    if not remarks:
        return "claimcheck: nothing to account for.\n"
    rows = ["| Where | What | Words |", "|---|---|---|"]
    rows += [
        f"| {_plain(f'{remark.path}:{remark.start.line}')} "
        f"| {remark.severity} {_plain(remark.code)}: {_plain(remark.message)} | {_plain(remark.quote)} |"
        for remark in remarks
    ]
    return "\n".join(rows) + "\n"


def _plain(text: str) -> str:
    """The text with nothing in it that Markdown or HTML would obey."""
    return _SPECIAL.sub(r"\\\1", visible(text)).replace(r"\&", "&amp;").replace(r"\<", "&lt;")
