"""`ledger-stale`: the claim rests on an entry of the ledger that should be looked at again."""

from __future__ import annotations

from claimcheck.findings.passages import cautioned
from claimcheck.findings.rule import Example, FindingRule
from claimcheck.model import Doubt, Severity

_ENTRY = (
    "{id: toll, text: Forty-one miners were killed in the mine at Orsk., status: verified, review_after: 1994-01-01}"
)
_ANCHORED = """
  id: toll
  text: Forty-one miners were killed in the mine at Orsk.
  status: verified
  anchors: [{doc: "-", exact: "Forty-one miners were killed at Orsk"}]
"""
_HELD = _ANCHORED.replace("killed at", "killed in the mine at")

LEDGER_STALE = FindingRule(
    code="ledger-stale",
    severity=Severity.WARNING,
    summary="An entry of the ledger that was to be reviewed again by now, or whose words are gone from the text.",
    why="What was true on the day of the review may no longer be.",
    mend="Review it, and write a new day for review_after or the new words for its anchor.",
    find=cautioned(Doubt.STALE),
    fires=(
        Example("Forty-one miners were killed in the mine at Orsk.", ledger=_ENTRY, date="1994-02-01"),
        Example("Forty-one miners were killed in the mine at Orsk.", ledger=_ANCHORED),
    ),
    silent=(
        Example("Forty-one miners were killed in the mine at Orsk.", ledger=_ENTRY, date="1993-12-31"),
        Example("Forty-one miners were killed in the mine at Orsk.", ledger=_HELD),
    ),
)
