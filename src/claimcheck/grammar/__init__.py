"""Tokens and their parts of speech: by rules and word lists, with no trained model."""

from claimcheck.grammar.inflection import VerbForms, all_forms, base_of, forms, singular
from claimcheck.grammar.tagging import tag
from claimcheck.grammar.tokens import tokenise

__all__ = [
    "VerbForms",
    "all_forms",
    "base_of",
    "forms",
    "singular",
    "tag",
    "tokenise",
]
