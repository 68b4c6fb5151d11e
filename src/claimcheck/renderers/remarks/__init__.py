"""What `check` found, in the formats that people, editors and machines read: one module each, listed here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from claimcheck.accounting.remark import Remark
from claimcheck.renderers.remarks import lines

Render = Callable[[Sequence[Remark]], str]

FORMATS: Mapping[str, Render] = {"lines": lines.render}


def write(remarks: Sequence[Remark], outputs: Sequence[str], *, environment: Mapping[str, str]) -> None:
    """Writes each output, `FORMAT` to standard output or `FORMAT:FILE` to a file."""
    sys.stdout.write(lines.render(remarks))
