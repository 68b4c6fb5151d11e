"""Which remarks make a command fail."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from claimcheck.accounting.codes import all_codes
from claimcheck.accounting.remark import Remark
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Severity

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def fails(remarks: Iterable[Remark], fail_on: Sequence[str], *, origin: str) -> bool:
    """Whether one of them has a code that is named or is at least as grave as a severity that is.

    Raises ClaimcheckError for a word that is neither. `origin` says where the words were set.
    """
    codes = all_codes()
    fatal: set[str] = set()
    for word in fail_on:
        if word in tuple(Severity):
            fatal.update(_GRAVEST_FIRST[: _GRAVEST_FIRST.index(Severity(word)) + 1])
        elif word in codes:
            fatal.add(word)
        elif word != "never":
            near = difflib.get_close_matches(word, (*Severity, "never", *codes), n=1, cutoff=0.5)
            hint = f"did you mean {str(near[0])!r}?" if near else "write error, warning, note, a code, or never"
            raise ClaimcheckError(f"'fail_on' ({origin}) names {word!r}, which no finding is called ({hint})")
    return any(remark.severity in fatal or remark.code in fatal for remark in remarks)
