"""Cuts a text into words, numbers and marks."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?(?![^\W_])     # 4,482  11:30  1980s  22nd  6.5%
  | (?:[A-Za-z]\.){2,}                                    # U.S.  a.m.
  | [^\W_]+?(?=n['’]t\b) | n['’]t\b                       # did|n't
  | ['’](?:s|re|ve|ll|d|m)\b                              # Ali|'s
  | [^\W_]+(?:[-‑][^\W_]+|['’](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+|&[A-Z]+)*   # Pour-Mohammadi  O'Brien  AT&T
  | ''|``|--+|\.\.\.+
  | \S
    """,
    re.VERBOSE,
)


class Cut(NamedTuple):
    """Columns of tokens that have no tags yet."""

    start: tuple[int, ...]
    end: tuple[int, ...]
    text: tuple[str, ...]
    lower: tuple[str, ...]


def tokenise(text: str) -> Cut:
    """Every token of the text, in order; white space belongs to none."""
    found = list(TOKEN.finditer(text))
    words = tuple(m.group() for m in found)
    lower = tuple(w.lower().replace("’", "'") for w in words)
    return Cut(tuple(m.start() for m in found), tuple(m.end() for m in found), words, lower)
