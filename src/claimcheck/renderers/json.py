"""JSON, as the schema that ships with the package describes it."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Callable, Iterator

from claimcheck import __version__
from claimcheck.evidence.verify import Verification
from claimcheck.fingerprint import fingerprint
from claimcheck.model import (
    Attribution,
    Claim,
    Document,
    DocumentReport,
    Evidence,
    Finding,
    Relation,
    Report,
    Sentence,
    Span,
    Value,
    listed,
)
from claimcheck.renderers.encoding import encoded
from claimcheck.renderers.tally import EVERYTHING, Selection, Tag, count, findings_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


SCHEMA = 1
_APART = frozenset(("span", "ends", "amounts"))  # told as offsets, or as values of their own
_At = Callable[[Span], Span]  # where a span of the document's text stands in what the consumer holds


def render(report: Report, *, selection: Selection = EVERYTHING) -> str:
    """The report as one JSON object in ASCII; offsets are code points of the decoded file."""
    return "".join(pieces(report, selection=selection))


def pieces(report: Report, *, selection: Selection = EVERYTHING) -> Iterator[str]:
    """The same claim for claim: in JSON a report is many times as long as its texts."""
    tool = {"name": "claimcheck", "version": __version__, "rules": fingerprint()}
    documents = (
        _document(document, claims) for document, claims in zip(report.documents, selection.of(report), strict=True)
    )
    whole = {"schema": SCHEMA, "tool": tool, "documents": documents, "summary": summary(report)}
    yield from encoded(whole, indent=2)
    yield "\n"


def summary(report: Report) -> dict[str, Any]:
    """Counts over all claims, also those that a selection leaves out."""
    counted = count(report)
    tags: Counter[Tag] = Counter()
    kinds: Counter[str] = Counter()
    for (kind, tag), number in counted.items():
        tags[tag] += number
        kinds[str(kind)] += number
    findings = Counter(finding.code for finding in findings_in(report))
    return {
        "claims": counted.total(),
        **{str(tag): tags[tag] for tag in Tag},
        "kinds": dict(sorted(kinds.items())),
        "findings": dict(sorted(findings.items())),
    }


def extraction(report: DocumentReport) -> dict[str, Iterator[Any]]:
    """One document of the batch mode: sentences, attributions, claims and values, without evidence."""
    text = report.prose.text
    return {
        "sentences": (list(s.span) for s in report.prose.sentences),
        "attributions": (_attribution(a, _unmoved) for a in report.attributions),
        "nested": (_attribution(a, _unmoved) for a in report.nested),
        "claims": (_batch_claim(c, report) for c in report.claims),
        "values": (value(v, text) for v in listed(report.values)),
    }


def value(found: Value, text: str, at: _At | None = None) -> dict[str, Any]:
    """A value by the contract: its type, offsets and words, then the fields of its class."""
    at = at or _unmoved
    fields = {f.name: _plain(getattr(found, f.name), at) for f in dataclasses.fields(found) if f.name not in _APART}
    start, end = at(found.span)
    return {"type": type(found).__name__.lower(), "start": start, "end": end, "text": found.span.of(text), **fields}


def _in_file(document: Document) -> _At:
    offset = document.source_map.file_offset

    def at(span: Span) -> Span:
        start = offset(span.start)
        return Span(start, offset(span.end - 1) + 1 if span.end > span.start else start)

    return at


def _unmoved(span: Span) -> Span:
    return span


def verification(found: Verification) -> dict[str, Any]:
    """One case of the batch mode: the verdict, the passages it rests on, and what differs in the best of them."""
    return {
        "verdict": found.verdict,
        "evidence": [{"start": e.span.start, "end": e.span.end, "score": e.score} for e in found.evidence],
        "differs": [
            {"field": f.field, "relation": f.relation, "claim": f.claim_words, "document": f.evidence_words}
            for f in found.differs
        ],
        "rule": "paraphrase" if found.paraphrase else None,
        "missing": list(found.missing),
    }


def _document(report: DocumentReport, claims: tuple[Claim, ...]) -> dict[str, Any]:
    document, at = report.document, _in_file(report.document)
    return {
        "path": document.path,
        "record": document.record,
        "sha256": document.sha256,
        "title": document.title,
        "date": _plain(document.date, at),
        "sentences": (_sentence(sentence, document, at) for sentence in report.prose.sentences),
        "attributions": (_attribution(said, at) for said in (*report.attributions, *report.nested)),
        "claims": (_claim(claim, document, at) for claim in claims),
        "findings": (_finding(finding, document, at) for finding in report.findings),
    }


def _sentence(sentence: Sentence, document: Document, at: _At) -> dict[str, Any]:
    start, end = at(sentence.span)
    return {"start": start, "end": end, "line": document.source_map.place(sentence.span.start).line}


def _attribution(said: Attribution, at: _At) -> dict[str, Any]:
    return {
        "source": _spans(said.source, at),
        "cue": _spans(said.cue, at),
        "content": _spans(said.content, at),
        "mode": said.mode,
        "stance": said.stance,
        "class": said.cue_class,
        "speaker": said.speaker and {"name": said.speaker.name, "type": said.speaker.type},
        "rule": said.rule,
        "parent": said.parent,
    }


def _claim(claim: Claim, document: Document, at: _At) -> dict[str, Any]:
    span = claim.span
    start, end = at(span)
    location = document.source_map.location(span.start)
    first, last = document.source_map.place(span.start), document.source_map.place(max(span.start, span.end - 1))
    return {
        "id": claim.id,
        "kind": claim.kind,
        "status": claim.status,
        "text": claim.text,
        "quote": span.of(document.text),
        "span": {
            "start": start,
            "end": end,
            "line": first.line,
            "column": first.column,
            "end_line": last.line,
            "end_column": last.column + 1,
            "page": location.page,
            "paragraph": location.paragraph,
            "approximate": not location.exact,
        },
        "spans": _spans(claim.spans, at),
        "attribution": claim.attribution,
        "values": [value(found, document.text, at) for found in listed(claim.values)],
        "evidence": [_evidence(passage) for passage in claim.evidence],
        "citations": [
            {
                "label": c.citation.label,
                "target": c.citation.target,
                "note": c.citation.note or None,
                "source": c.source,
            }
            for c in claim.citations
        ],
        "findings": [_finding(finding, document, at) for finding in claim.findings],
        "independent_sources": claim.independent_sources,
        "checkworthiness": claim.checkworthiness,
        "why": claim.why,
    }


def _evidence(passage: Evidence) -> dict[str, Any]:
    return {
        "source": passage.source,
        "path": passage.path,
        "start": passage.span.start,
        "end": passage.span.end,
        "line": passage.line,
        "quote": passage.quote,
        "score": passage.score,
        "stance": passage.stance,
        "agrees": list(passage.named(Relation.SAME, Relation.COMPATIBLE)),
        "differs": list(passage.named(Relation.CONFLICTING)),
        "missing": list(passage.named(Relation.NARROWER, Relation.ABSENT)),
        "fields": [
            {"field": f.field, "relation": f.relation, "claim": f.claim_words, "evidence": f.evidence_words}
            for f in passage.fields
        ],
        "roots": list(passage.roots),
    }


def _finding(finding: Finding, document: Document, at: _At) -> dict[str, Any]:
    start, end = at(finding.span)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "mend": finding.mend,
        "start": start,
        "end": end,
        "line": document.source_map.place(finding.span.start).line,
        "others": _spans(finding.others, at),
    }


def _batch_claim(claim: Claim, report: DocumentReport) -> dict[str, Any]:
    said = None if claim.attribution is None else report.attributions[claim.attribution]
    return {
        "id": claim.id,
        "text": claim.text,
        "spans": _spans(claim.spans, _unmoved),
        "kind": claim.kind,
        "attribution": claim.attribution,
        "speaker": said.speaker.name if said and said.speaker else None,
        "checkworthiness": claim.checkworthiness,
    }


def _spans(spans: tuple[Span, ...], at: _At) -> list[list[int]]:
    return [list(at(span)) for span in spans]


def _plain(item: Any, at: _At) -> Any:
    if isinstance(item, datetime.date):
        return item.isoformat()
    if isinstance(item, Span):
        return list(at(item))
    if isinstance(item, float) and item.is_integer():
        return int(item)
    return item
