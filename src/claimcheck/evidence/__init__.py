"""What backs a claim: the ledger, the corpus, and the passages that speak to it."""

from claimcheck.evidence.citing import cite
from claimcheck.evidence.corpus import Corpus, SourceDocument, load_corpus
from claimcheck.evidence.independence import enough, independent_sources
from claimcheck.evidence.ledger import Ledger, LedgerEntry, load_ledger
from claimcheck.evidence.weighing import weigh

__all__ = [
    "Corpus",
    "Ledger",
    "LedgerEntry",
    "SourceDocument",
    "cite",
    "enough",
    "independent_sources",
    "load_corpus",
    "load_ledger",
    "weigh",
]
