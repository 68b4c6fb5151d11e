"""JSON, as the schema that ships with the package describes it."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from claimcheck.model import Attribution, Claim, DocumentReport, Span, Value


def extraction(report: DocumentReport) -> dict[str, Any]:
    """One document of the batch mode: sentences, attributions, claims and values, without evidence."""
    text = report.prose.text
    return {
        "sentences": [list(s.span) for s in report.prose.sentences],
        "attributions": [attribution(a) for a in report.attributions],
        "claims": [_batch_claim(c, report) for c in report.claims],
        "values": [value(v, text) for v in report.values],
    }


def attribution(said: Attribution) -> dict[str, Any]:
    return {
        "source": _spans(said.source),
        "cue": _spans(said.cue),
        "content": _spans(said.content),
        "mode": said.mode,
        "stance": said.stance,
        "class": said.cue_class,
        "speaker": said.speaker and {"name": said.speaker.name, "type": said.speaker.type},
        "rule": said.rule,
        "parent": said.parent,
    }


def value(found: Value, text: str) -> dict[str, Any]:
    """A value by the contract: its type, offsets and words, then the fields of its class."""
    fields = {f.name: _plain(getattr(found, f.name)) for f in dataclasses.fields(found) if f.name != "span"}
    start, end = found.span
    return {"type": type(found).__name__.lower(), "start": start, "end": end, "text": text[start:end], **fields}


def _batch_claim(claim: Claim, report: DocumentReport) -> dict[str, Any]:
    said = None if claim.attribution is None else report.attributions[claim.attribution]
    return {
        "id": claim.id,
        "text": claim.text,
        "spans": _spans(claim.spans),
        "kind": claim.kind,
        "attribution": claim.attribution,
        "speaker": said.speaker.name if said and said.speaker else None,
        "checkworthiness": claim.checkworthiness,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _plain(item: Any) -> Any:
    if isinstance(item, datetime.date):
        return item.isoformat()
    if isinstance(item, Span):
        return list(item)
    if isinstance(item, float) and item.is_integer():
        return int(item)
    return item
