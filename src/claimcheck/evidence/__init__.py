"""What backs a claim: the ledger, the corpus, and the passages that speak to it."""
