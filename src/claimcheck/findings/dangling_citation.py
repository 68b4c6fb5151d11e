"""`dangling-citation`: a mark that points at a source which is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.findings.rule import ClaimFinder, Example, Fault, FindingRule
from claimcheck.model import Citation, DocumentReport, Severity, Span
from claimcheck.patterns import pattern

_MARK = pattern(r"\[(\d{1,3})\]")
_ENTRY = pattern(r"^[ \t]{0,8}\[?(\d{1,3})(?:\]|[.)])[ \t]", re.MULTILINE)


def find(report: DocumentReport) -> Iterator[Fault]:
    """Citations that lead nowhere, and bracketed numbers with no entry of that number in a list of references."""
    text, document = report.prose.text, report.document
    linked = {citation.span.start for citation in document.citations}
    holders = ClaimFinder(report)
    for citation in document.citations:
        if citation.target is None:
            # A mark that is no part of the text is shown at the word before it.
            where = citation.span if citation.span.end > citation.span.start else Span(*_word_before(text, citation))
            yield Fault(where, _message(citation.label or citation.span.of(text)), holders.at(where))
    entries = {match[1] for match in _ENTRY.finditer(text)}
    for match in _MARK.finditer(text):
        at_line_start = match.start() == 0 or text[match.start() - 1] == "\n"
        if match[1] not in entries and match.start() not in linked and not at_line_start:
            yield Fault(Span(*match.span()), _message(match.group()), holders.at(Span(*match.span())))


def _word_before(text: str, citation: Citation) -> tuple[int, int]:
    end = citation.span.start
    return next((at + 1 for at in range(end - 1, -1, -1) if text[at].isspace()), 0), end


def _message(mark: str) -> str:
    return f"{mark} points at no source"


DANGLING_CITATION = FindingRule(
    code="dangling-citation",
    severity=Severity.WARNING,
    summary="A footnote mark, number or link that leads to nothing.",
    why="The reader is told that there is a source, and cannot find it.",
    mend="Add the entry to the references, or take the mark away.",
    find=find,
    fires=(
        Example("The mine was closed in 2011 [3]."),
        Example("The mine was closed [1] and sold [2].\n\n[1] Gazette, 4 May."),
    ),
    silent=(
        Example("The mine was closed in 2011 [1].\n\n[1] Mining Gazette, 4 May 2011."),
        Example("The mine was closed in 2011 [sic]."),
    ),
)
