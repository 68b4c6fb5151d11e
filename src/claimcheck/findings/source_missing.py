"""`source-missing`: the claim rests on something that nobody can open."""

from __future__ import annotations

from claimcheck.findings.passages import cautioned
from claimcheck.findings.rule import Example, FindingRule
from claimcheck.model import Doubt, Severity

_ENTRY = """
  id: toll
  text: Forty-one miners were killed in the mine at Orsk.
  status: verified
  sources: [{ref: court, relation: supports}]
"""
_HELD = _ENTRY.replace("court", "first")

SOURCE_MISSING = FindingRule(
    code="source-missing",
    severity=Severity.WARNING,
    summary="A source that the ledger names, or the file that a source was made from, is not there.",
    why="The claim counts as sourced by a document that nobody can open.",
    mend="Add the document to the corpus, or mend 'ref' or 'original'.",
    find=cautioned(Doubt.MISSING),
    fires=(Example("Forty-one miners were killed in the mine at Orsk.", "The mine was closed.", ledger=_ENTRY),),
    silent=(Example("Forty-one miners were killed in the mine at Orsk.", "The mine was closed.", ledger=_HELD),),
)
