"""Where the lines of a file begin, as editors count them."""

from __future__ import annotations

from claimcheck.patterns import compiled

_LINE_END = compiled(r"\r\n?|\n")


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which lines begin: after LF, CR or CRLF; other separators (form feed, NEL, U+2028) count no line."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
