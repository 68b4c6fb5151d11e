"""`source-changed`: the source is no longer what it was when somebody relied on it."""

from __future__ import annotations

from claimcheck.findings.passages import cautioned
from claimcheck.findings.rule import Example, FindingRule
from claimcheck.model import Doubt, Severity

_ENTRY = """
  id: toll
  text: Forty-one miners were killed in the mine at Orsk.
  status: verified
  sources: [{ref: first, relation: supports, quote: Forty-one bodies were found}]
"""

SOURCE_CHANGED = FindingRule(
    code="source-changed",
    severity=Severity.WARNING,
    summary="A source without the words that the ledger quotes from it, or made from a file that has changed.",
    why="The claim was accounted for by words that nobody can find.",
    mend="Hold the claim against the source again, and write its new words or checksum.",
    find=cautioned(Doubt.CHANGED),
    fires=(
        Example("Forty-one miners were killed in the mine at Orsk.", "Forty-two bodies were found.", ledger=_ENTRY),
    ),
    silent=(
        Example("Forty-one miners were killed in the mine at Orsk.", "Forty-one bodies were found.", ledger=_ENTRY),
    ),
)
