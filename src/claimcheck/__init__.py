"""Finds the claims in an article, who makes each one, and what backs it."""

from claimcheck.pipeline import extract
from claimcheck.readers import parse_plain as parse

__all__ = ["extract", "parse"]
