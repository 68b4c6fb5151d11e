"""What changed, as JSON: whole for one pair of versions, short for the batch mode."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Diff, DocumentReport, SentenceLink, Span, hull
from claimcheck.renderers.encoding import encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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


def render(diff: Diff) -> str:
    """The whole diff as one JSON object in ASCII."""
    return "".join(pieces(diff))


def pieces(diff: Diff) -> Iterator[str]:
    """The same link for link, each with its changes, the words on both sides and where they stand in the files."""
    document = {
        "schema": 1,
        "old": {"path": diff.old.document.path, "sha256": diff.old.document.sha256},
        "new": {"path": diff.new.document.path, "sha256": diff.new.document.sha256},
        "links": (
            {
                **_link(link, diff),
                "likeness": round(link.likeness, 3),
                "moved": link.moved,
                "changes": [
                    {
                        "kind": change.kind,
                        "before": _words(change.before, diff.old),
                        "after": _words(change.after, diff.new),
                        "direction": change.direction,
                        "note": change.note or None,
                    }
                    for change in link.changes
                ],
            }
            for link in diff.links
        ),
        "added": (_words(diff.new.prose.sentences[n].span, diff.new) for n in diff.added),
        "removed": (_words(diff.old.prose.sentences[n].span, diff.old) for n in diff.removed),
        "kinds": sorted(diff.kinds),
    }
    yield from encoded(document, indent=1)
    yield "\n"


def _words(span: Span | None, report: DocumentReport) -> dict[str, Any] | None:
    if span is None:
        return None
    place = report.document.source_map.place(span.start)
    words = span.of(report.prose.text)
    return {"start": span.start, "end": span.end, "line": place.line, "column": place.column, "text": words}
