"""From claims that nobody has accounted for to the entries in which somebody will."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimcheck.accounting.accounts import Accounts, fact_of, who_says, words_of
from claimcheck.accounting.ledger_text import Plain
from claimcheck.accounting.remark import Remark
from claimcheck.accounting.scope import Scope, open_claims, open_remark
from claimcheck.checksums import checksum
from claimcheck.model import (
    Amount,
    Claim,
    Comparator,
    Count,
    DocumentReport,
    Duration,
    Kind,
    Official,
    Period,
    Quotation,
    Span,
    Value,
    hull,
)

_CONTEXT = 32  # characters before and after an anchor's words
_SLUG_WORDS = 6


def drafts(
    report: DocumentReport,
    *,
    scope: Scope,
    entries: Accounts,
    folder: Path,
    silenced: Callable[[Remark], bool] = lambda remark: False,
) -> Iterator[tuple[str, dict[str, Plain]]]:
    """For claims that count and are in no entry yet: an id, and the fields of the entry. `folder` is the ledger's.

    `silenced` tells of a remark whether somebody has decided to leave its claim as it is: that one needs no entry.
    """
    for claims in open_claims(report, scope=scope):
        left = [claim for claim in claims if entries.about(claim, report) is None]
        if left and not silenced(open_remark(left, report)):
            yield _draft(left, report, folder)


def _draft(claims: Sequence[Claim], report: DocumentReport, folder: Path) -> tuple[str, dict[str, Plain]]:
    first, span = claims[0], hull(tuple(claim.span for claim in claims))
    text = report.document.text
    words = " ".join(span.of(text).split())
    said = words if len(claims) > 1 else " ".join(first.text.split())
    slug = "-".join(re.findall(r"[a-z0-9]+", said.casefold())[:_SLUG_WORDS])
    ident = f"{slug}-{checksum(words_of(said))[:4]}".lstrip("-")
    fields: dict[str, Plain] = {"id": ident, "text": said, "kind": str(first.kind), "status": "draft"}
    who = who_says(first, report)
    if who and who != "?":
        fields["said_by"] = [who]
    values = _values(claims, text)
    if values:
        fields["values"] = values
    fields["anchors"] = [_anchor(span, words, report, folder)]
    return ident, fields


def _anchor(span: Span, words: str, report: DocumentReport, folder: Path) -> dict[str, Plain]:
    document = report.document
    block = next((block.span for block in document.blocks if block.span.covers(span)), span)
    before = _words(document.text[max(block.start, span.start - _CONTEXT) : span.start], cut=0)
    after = _words(document.text[span.end : min(block.end, span.end + _CONTEXT)], cut=-1)
    doc = document.path if document.path == "-" else Path(os.path.relpath(document.path, folder)).as_posix()
    anchor: dict[str, Plain] = {"doc": doc, "exact": words}
    return anchor | {key: value for key, value in (("prefix", before), ("suffix", after)) if value}


def _words(text: str, *, cut: int) -> str:
    """The text on one line; of a long one, without the word at the end where it was cut off."""
    words = text.split()
    if len(text) == _CONTEXT and len(words) > 1:
        del words[cut]
    return " ".join(words)


def _values(claims: Sequence[Claim], text: str) -> list[Plain]:
    """The values of the claims, each once, as far as a ledger can hold them."""
    found: dict[object, Plain] = {}
    for claim in claims:
        for value in claim.values:
            fact = fact_of(value)
            if fact is not None and (not isinstance(value, Quotation) or claim.kind is Kind.QUOTATION):
                found.setdefault(fact, _value(value, text))
    return list(found.values())


def _value(value: Value, text: str) -> dict[str, Plain]:
    fields: dict[str, Plain]
    match value:
        case Count():
            fields = {"type": "count", **_interval(value), "outcome": value.outcome, "unit": value.unit, "of": value.of}
        case Amount():
            fields = {"type": "amount", **_interval(value), "unit": value.unit}
        case Period():
            fields = {"type": "period", "edtf": value.edtf}
        case Duration():
            fields = {"type": "duration", "iso": value.iso}
        case Official():
            fields = {
                "type": "official",
                "person": value.person,
                "role": value.role,
                "organisation": value.organisation,
                "place": value.place,
                "tenure": value.tenure,
            }
        case Quotation():
            words = " ".join(value.span.of(text).split())
            fields = {"type": "quotation", "words": words, "speaker": value.speaker}
    return {key: str(item) if isinstance(item, str) else item for key, item in fields.items() if item is not None}


def _interval(value: Count | Amount) -> dict[str, Plain]:
    if value.comparator is Comparator.EXACT:
        return {"number": value.number}
    derived = value.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.BETWEEN)
    number = None if derived else value.number
    comparator = None if derived else str(value.comparator)
    return {"number": number, "min": value.min, "max": value.max, "comparator": comparator}
