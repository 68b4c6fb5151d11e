"""Foreign text made safe to print: what a terminal would obey or hide is shown instead."""

from __future__ import annotations

import re

from claimcheck.patterns import pattern

_LINE_BREAK = pattern(r"[ \t]{0,80}(?:\r\n?|\n)[ \t]{0,80}|\t")
# Control characters, marks that reorder or hide text, tags, and halves of surrogate pairs. Joiners that scripts and
# emoji need stay.
_UNSAFE = pattern(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text in one line: line breaks as a space, escape as ␛, other unsafe characters as their code (\\u202e)."""
    if text.isprintable():  # all of them are not, nor are line breaks
        return text
    return _UNSAFE.sub(_shown, _LINE_BREAK.sub(" ", text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
