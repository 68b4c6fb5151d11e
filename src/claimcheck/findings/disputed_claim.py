"""`disputed-claim`: a claim of which the ledger says that the sources do not agree."""

from __future__ import annotations

from claimcheck.findings.passages import cautioned
from claimcheck.findings.rule import Example, FindingRule
from claimcheck.model import Doubt, Severity

_ENTRY = "{id: toll, text: Forty-one miners were killed in the mine at Orsk., status: disputed}"
_DRAFT = "{id: toll, text: Forty-one miners were killed in the mine at Orsk., status: draft}"

DISPUTED_CLAIM = FindingRule(
    code="disputed-claim",
    severity=Severity.WARNING,
    summary="A claim that the ledger holds as disputed.",
    why="Somebody has looked at it and found that the sources do not agree.",
    mend="Say in the text that it is disputed, and by whom.",
    find=cautioned(Doubt.DISPUTED),
    fires=(Example("Forty-one miners were killed in the mine at Orsk.", ledger=_ENTRY),),
    silent=(
        Example("Nine miners were injured in the mine at Orsk.", ledger=_ENTRY),
        Example("Forty-one miners were killed in the mine at Orsk.", ledger=_DRAFT),
    ),
)
