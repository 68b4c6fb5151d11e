"""Every code that `check` and `ledger check` can print: the findings, and their own."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.accounting.scope import DISPUTED, RETRACTED, UNACCOUNTED
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
        DISPUTED,
        Severity.WARNING,
        "A claim that the ledger holds as disputed.",
        "Somebody has looked at it and found that the sources do not agree.",
        "Say in the text that it is disputed, and by whom.",
    ),
    Code(
        FAULTY,
        Severity.WARNING,
        "An instruction to ignore a finding that gives no reason, or that cannot be understood.",
        "Whoever reads the text next cannot tell a decision from an oversight.",
        "Write <!-- claimcheck: ignore-next-line CODE -- reason -->, in plain text in square brackets.",
    ),
    Code(
        RETRACTED,
        Severity.ERROR,
        "A claim that the ledger has retracted.",
        "It was found to be wrong once, and it is back.",
        "Take the claim out, or correct it.",
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
        STALE,
        Severity.WARNING,
        "An entry of the ledger that was to be reviewed again by now.",
        "What was true on the day of the review may no longer be.",
        "Review it, and write a new day for review_after.",
    ),
    Code(
        ORPHANED,
        Severity.WARNING,
        "An entry of the ledger whose words are no longer in the text.",
        "Nobody can see any more what it accounts for.",
        "Mend the anchor's doc or exact words, or take the entry out (claimcheck ledger prune, for drafts).",
    ),
    Code(
        CHANGED,
        Severity.WARNING,
        "A source document that no longer has the words that the ledger quotes from it.",
        "The claim was accounted for by words that nobody can find.",
        "Hold the entry against the source again.",
    ),
    Code(
        MISSING,
        Severity.WARNING,
        "A source that the ledger names and the corpus does not hold.",
        "The claim counts as sourced by a document that nobody can open.",
        "Add the document to the corpus, or mend 'ref'.",
    ),
)


def all_codes() -> Mapping[str, Code]:
    """Each code by its name, in the order of names."""
    found = [Code(rule.code, rule.severity, rule.summary, rule.why, rule.mend) for rule in FINDINGS]
    return {code.name: code for code in sorted((*found, *OWN), key=lambda code: code.name)}
