"""Which findings make a command fail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from claimcheck.accounting.codes import all_codes
from claimcheck.accounting.remark import Remark
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError, nearest
from claimcheck.model import Finding, Severity

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def fatal_by(fail_on: Sequence[str], *, origin: str) -> frozenset[str]:
    """The severities, graver ones included, and the codes that the words name.

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
            near = nearest(word, (*Severity, "never", *codes))
            hint = f"did you mean {near!r}?" if near else "write error, warning, note, a code, or never"
            raise ClaimcheckError(f"{origin} names {word!r}, which no finding is called ({hint})")
    return frozenset(fatal)


def fatal_of(config: Config) -> frozenset[str]:
    """What is fatal by the settings."""
    return fatal_by(config.fail_on, origin=f"'fail_on' ({config.origin('fail_on')})")


def fails(found: Iterable[Finding | Remark], fatal: Collection[str]) -> bool:
    """Whether one of them is of a severity or has a code that is fatal."""
    return any(each.severity in fatal or each.code in fatal for each in found)
