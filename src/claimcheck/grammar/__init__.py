"""Tokens, their parts of speech, and the phrases they form: by rules and word lists, with no trained model."""

from claimcheck.grammar.tagging import tag
from claimcheck.grammar.tokens import tokenise

__all__ = ["tag", "tokenise"]
