"""The report as one HTML file that opens anywhere: the article, its claims marked, and what is known of each."""

from __future__ import annotations

from claimcheck.model import Report
from claimcheck.renderers.html.numbered import number_claims
from claimcheck.renderers.html.page import page
from claimcheck.renderers.tally import EVERYTHING, Selection


def render(report: Report, *, selection: Selection = EVERYTHING) -> str:
    """A whole page: without network, readable without its script, the same for the same report."""
    return page(report, number_claims(report.documents, selection.of(report)))
