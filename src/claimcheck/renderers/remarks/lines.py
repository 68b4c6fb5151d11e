"""One line for each remark, as compilers print them: every editor can jump to the place."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.renderers.visible import visible


def render(remarks: Sequence[Remark]) -> str:
    """`path:line:column: severity code message` for each, and nothing when there is none."""
    return "".join(
        f"{visible(remark.path)}:{remark.start.line}:{remark.start.column}: "
        f"{remark.severity} {remark.code} {visible(remark.message)}{_quoted(remark.quote)}\n"
        for remark in remarks
    )


def _quoted(words: str) -> str:
    """The words themselves, cut at a blank, so that a list can be read without the text beside it."""
    plain = visible(words)
    if not plain:
        return ""
    return f": “{plain}”" if len(plain) <= _LONGEST else f": “{plain[:_LONGEST].rsplit(' ', 1)[0]} …”"


_LONGEST = 80
