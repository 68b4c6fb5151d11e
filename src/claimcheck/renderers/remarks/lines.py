"""One line for each remark, as compilers print them: every editor can jump to the place."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.renderers.visible import visible

_LONGEST = 80


def render(remarks: Sequence[Remark]) -> str:
    """Nothing when there is none."""
    return "".join(f"{line(remark)}\n" for remark in remarks)


def line(remark: Remark) -> str:
    """`path:line:column: severity code message: “words”`; a message about a format without lines says where."""
    place = visible(remark.path) + ("" if remark.where else f":{remark.start.line}:{remark.start.column}")
    return f"{place}: {remark.severity} {remark.code} {visible(remark.message)}{words_shown(remark.quote)}"


def words_shown(words: str) -> str:
    """The words themselves, cut at a blank, so that a list can be read without the text beside it."""
    plain = visible(words)
    if not plain:
        return ""
    return f": “{plain}”" if len(plain) <= _LONGEST else f": “{plain[:_LONGEST].rsplit(' ', 1)[0]} …”"
