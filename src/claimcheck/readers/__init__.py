"""From files to documents: one module per input format."""

from claimcheck.readers.plain import parse_plain

__all__ = ["parse_plain"]
