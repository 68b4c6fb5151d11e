"""`retracted-claim`: a claim that was taken back is in the text again."""

from __future__ import annotations

from claimcheck.findings.passages import cautioned
from claimcheck.findings.rule import Example, FindingRule
from claimcheck.model import Doubt, Severity

_ENTRY = "{id: toll, text: Forty-one miners were killed in the mine at Orsk., status: retracted}"
_DRAFT = "{id: toll, text: Forty-one miners were killed in the mine at Orsk., status: draft}"

RETRACTED_CLAIM = FindingRule(
    code="retracted-claim",
    severity=Severity.ERROR,
    summary="A claim that the ledger has retracted.",
    why="It was found to be wrong once, and it is back.",
    mend="Take the claim out, or correct it.",
    find=cautioned(Doubt.RETRACTED),
    fires=(Example("Forty-one miners were killed in the mine at Orsk.", ledger=_ENTRY),),
    silent=(
        Example("Nine miners were injured in the mine at Orsk.", ledger=_ENTRY),
        Example("Forty-one miners were killed in the mine at Orsk.", ledger=_DRAFT),
    ),
)
