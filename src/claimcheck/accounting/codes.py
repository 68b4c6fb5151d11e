"""Every code that `check` and `ledger check` can print: the findings, and their own."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.accounting.scope import UNACCOUNTED
from claimcheck.accounting.silencing import FAULTY, UNUSED
from claimcheck.findings import FINDINGS
from claimcheck.model import Severity
from claimcheck.records import dataclass

STALE, ORPHANED = "ledger-stale", "orphaned-anchor"
MISSING, CHANGED = "source-missing", "source-changed"


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says, why it matters, and what would mend it."""

    name: str
    severity: Severity
    summary: str
    why: str
    mend: str


OWN: tuple[Code, ...] = (
    Code(
        FAULTY,
        Severity.WARNING,
        "An instruction to ignore a finding that gives no reason, or that cannot be understood.",
        "Whoever reads the text next cannot tell a decision from an oversight.",
        "Write <!-- claimcheck: ignore-next-line CODE -- reason -->, in plain text in square brackets.",
    ),
    Code(
        UNACCOUNTED,
        Severity.WARNING,
        "A new claim of a kind that the paper has to answer for, and nobody has accounted for it.",
        "Once it is printed, the paper is the source of it.",
        "Say whose claim it is, or add it to the ledger with a source, or accept it there with a reason and a name.",
    ),
    Code(
        UNUSED,
        Severity.NOTE,
        "An instruction to ignore a finding where there is none.",
        "It would hide the next fault in its place.",
        "Take it out.",
    ),
    Code(
        ORPHANED,
        Severity.WARNING,
        "An entry of the ledger whose words are no longer in the text.",
        "Nobody can see any more what it accounts for.",
        "Mend the anchor's doc or exact words, or take the entry out (claimcheck ledger prune, for drafts).",
    ),
)


def all_codes() -> Mapping[str, Code]:
    """Each code by its name, in the order of names."""
    found = [Code(rule.code, rule.severity, rule.summary, rule.why, rule.mend) for rule in FINDINGS]
    return {code.name: code for code in sorted((*found, *OWN), key=lambda code: code.name)}
