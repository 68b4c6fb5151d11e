"""Tokens, their parts of speech, and the phrases they form: by rules and word lists, with no trained model."""

from claimcheck.grammar.inflection import VerbForms, all_forms, base_of, forms, singular
from claimcheck.grammar.phrases import VerbGroup, noun_phrases, verb_groups
from claimcheck.grammar.tagging import tag
from claimcheck.grammar.tokens import tokenise

__all__ = [
    "VerbForms",
    "VerbGroup",
    "all_forms",
    "base_of",
    "forms",
    "noun_phrases",
    "singular",
    "tag",
    "tokenise",
    "verb_groups",
]
