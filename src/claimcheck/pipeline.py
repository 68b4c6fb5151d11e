"""The one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.attribution import find_all_attributions
from claimcheck.claims import find_claims
from claimcheck.evidence.citing import cite
from claimcheck.evidence.weighing import weigh
from claimcheck.findings import find_findings
from claimcheck.model import Document, DocumentReport, Report, Style
from claimcheck.sentences import read_prose
from claimcheck.values import find_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.evidence.corpus import Corpus
    from claimcheck.evidence.ledger import Ledger


def extract(document: Document, *, style: Style | None = None) -> DocumentReport:
    """The document's values, attributions and claims, with no evidence weighed."""
    prose = read_prose(document)
    values = find_values(prose, style=style)
    attributions, nested = find_all_attributions(prose, values)
    claims = find_claims(prose, values, attributions)
    return DocumentReport(prose, values, attributions, claims, nested=nested)


def check(
    documents: Iterable[Document],
    *,
    ledger: Ledger | None = None,
    corpus: Corpus | None = None,
    style: Style | None = None,
) -> Report:
    """Every document's claims with their status, evidence and findings."""
    weighed = (weigh(extract(document, style=style), ledger=ledger, corpus=corpus) for document in documents)
    return Report(tuple(find_findings(cite(report, corpus)) for report in weighed))
