"""Finds the claims in an article, who makes each one, and what backs it.

    document = claimcheck.read("article.md")
    report = claimcheck.check(document, ledger="claims.yaml", corpus="corpus")
    changes = claimcheck.diff(claimcheck.read("old.md"), document)

`read` and `parse` give a Document, `extract` its claims without evidence, `check` a Report, `diff` a Diff. The values
are described in `claimcheck.model`. What the user can mend is raised as a ClaimcheckError.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.api import check, diff
    from claimcheck.errors import ClaimcheckError
    from claimcheck.evidence.corpus import load_corpus
    from claimcheck.evidence.ledger_file import load_ledger
    from claimcheck.pipeline import extract
    from claimcheck.readers import parse, read

__version__ = "0.1.0"
__all__ = [
    "ClaimcheckError",
    "__version__",
    "check",
    "diff",
    "extract",
    "load_corpus",
    "load_ledger",
    "parse",
    "read",
]

_HOMES = {
    "ClaimcheckError": "claimcheck.errors",
    "check": "claimcheck.api",
    "diff": "claimcheck.api",
    "extract": "claimcheck.pipeline",
    "load_corpus": "claimcheck.evidence.corpus",
    "load_ledger": "claimcheck.evidence.ledger_file",
    "parse": "claimcheck.readers",
    "read": "claimcheck.readers",
}


def __getattr__(name: str) -> object:
    """Each name from its module, imported when it is first asked for: `claimcheck --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
