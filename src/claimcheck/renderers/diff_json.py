"""What changed, as JSON: whole for one pair of versions, short for the batch mode."""

from __future__ import annotations

from typing import Any

from claimcheck.model import Diff, DocumentReport, SentenceLink, Span, hull


def batch(diff: Diff) -> dict[str, Any]:
    """One pair of the batch mode. `links` keep their order; a sentence that crosses them is under `moved`."""
    return {
        "links": [_link(link, diff) for link in diff.links if not link.moved],
        "moved": [_link(link, diff) for link in diff.links if link.moved],
        "added": [list(diff.new.prose.sentences[n].span) for n in diff.added],
        "removed": [list(diff.old.prose.sentences[n].span) for n in diff.removed],
    }


def _link(link: SentenceLink, diff: Diff) -> dict[str, Any]:
    return {
        "before": list(_span(link.before, diff.old)),
        "after": list(_span(link.after, diff.new)),
        "kinds": list(link.kinds),
    }


def _span(sentences: tuple[int, ...], report: DocumentReport) -> Span:
    return hull(tuple(report.prose.sentences[n].span for n in sentences))
