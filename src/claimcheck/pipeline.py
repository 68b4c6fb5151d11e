"""The one place that knows the order of the stages."""

from __future__ import annotations

from claimcheck.attribution import find_attributions
from claimcheck.claims import find_claims
from claimcheck.model import Document, DocumentReport
from claimcheck.sentences import read_prose
from claimcheck.values import find_values


def extract(document: Document) -> DocumentReport:
    """The document's values, attributions and claims, with no evidence weighed."""
    prose = read_prose(document)
    values = find_values(prose)
    attributions = find_attributions(prose)
    return DocumentReport(prose, values, attributions, find_claims(prose, values, attributions))
