"""Finds the sentences of the sources that could speak to a claim: the rare words first, then how much they cover."""

from claimcheck.evidence.index.postings import MemoryPostings, Postings
from claimcheck.evidence.index.search import Index, Passage
from claimcheck.evidence.index.texts import Text, read_text

__all__ = ["Index", "MemoryPostings", "Passage", "Postings", "Text", "read_text"]
