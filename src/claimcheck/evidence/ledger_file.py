"""`claims.yaml`, the ledger as people write it."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger import (
    Anchor,
    Certainty,
    Change,
    EntryStatus,
    Ledger,
    LedgerEntry,
    LedgerSource,
    Policy,
    Reliability,
    Review,
)
from claimcheck.evidence.yaml_fields import Fields, Node, read_yaml
from claimcheck.model import (
    Amount,
    Comparator,
    Count,
    Duration,
    EvidenceStance,
    Kind,
    Official,
    Outcome,
    Period,
    Quotation,
    ResolvedBy,
    Span,
    Tenure,
    Value,
)
from claimcheck.readers.decoding import decode, read_bytes

VERSION = 1
_NOWHERE = Span(0, 0)  # a value that the ledger states stands in no text


def load_ledger(path: Path | str) -> Ledger:
    """The ledger in the file. Raises ClaimcheckError, with the line, for whatever the format does not allow."""
    name = str(path)
    return parse_ledger(decode(read_bytes(name), path=name), path=name)


def parse_ledger(text: str, *, path: str = "claims.yaml") -> Ledger:
    """The ledger that the text holds; an empty text is an empty ledger."""
    node = read_yaml(text, path=path)
    if node.value is None:
        return Ledger(path)
    top = Fields(
        node,
        path=path,
        what="the ledger",
        known=("version", "policy", "claims"),
        required=("version",),
        empty=("claims",),
    )
    if top.number("version") != VERSION:
        raise top.error("version", "unknown version of the ledger", f"write version: {VERSION}")
    policy, by_kind = _policy(top.node("policy"), path)
    entries = tuple(_entry(item, path) for item in top.nodes("claims"))
    lines: dict[str, int] = {}
    for entry in entries:
        if entry.id in lines:
            what = f"the id {entry.id!r} is also on line {lines[entry.id]} (give one of the two another id)"
            raise ClaimcheckError(what, path=path, line=entry.line)
        lines[entry.id] = entry.line
    return Ledger(path, entries, policy, by_kind)


def _policy(node: Node | None, path: str) -> tuple[Policy, tuple[tuple[Kind, Policy], ...]]:
    if node is None:
        return Policy(), ()
    limits = ("independent_sources", "min_reliability")
    fields = Fields(node, path=path, what="the policy", known=(*limits, "per_kind"))
    general = _limits(fields, Policy())
    special = fields.node("per_kind")
    if special is None:
        return general, ()
    kinds = Fields(special, path=path, what="'per_kind'", known=tuple(Kind))
    found = []
    for kind in Kind:
        inner = kinds.node(kind)
        if inner is not None:
            found.append(
                (kind, _limits(Fields(inner, path=path, what=f"the policy for {kind}", known=limits), general))
            )
    return general, tuple(found)


def _limits(fields: Fields, general: Policy) -> Policy:
    least = fields.choice("min_reliability", Reliability)
    return Policy(
        fields.whole("independent_sources", 1, 99) or general.independent_sources,
        general.min_reliability if least is None else least,
    )


_ENTRY = (
    *("id", "text", "kind", "status", "certainty", "said_by", "values", "anchors", "sources", "reviewed"),
    *("review_after", "history"),
)


def _entry(node: Node, path: str) -> LedgerEntry:
    fields = Fields(node, path=path, what="a claim", known=_ENTRY, required=("id", "text", "status"))
    review_after = fields.day("review_after")
    return LedgerEntry(
        id=fields.name("id"),
        text=fields.name("text"),
        status=fields.choice("status", EntryStatus) or EntryStatus.DRAFT,
        kind=fields.choice("kind", Kind),
        certainty=fields.choice("certainty", Certainty),
        said_by=fields.texts("said_by"),
        values=tuple(_value(item, path) for item in fields.nodes("values")),
        anchors=tuple(_anchor(item, path) for item in fields.nodes("anchors")),
        sources=tuple(_source(item, path) for item in fields.nodes("sources")),
        reviewed=_review(fields.node("reviewed"), path),
        review_after=review_after.earliest if review_after else None,
        history=tuple(_change(item, path) for item in fields.nodes("history")),
        line=node.line,
    )


def _source(node: Node, path: str) -> LedgerSource:
    known = ("ref", "relation", "quote", "locator", "credibility")
    fields = Fields(node, path=path, what="a source", known=known, required=("ref", "relation"))
    return LedgerSource(
        fields.name("ref"),
        fields.choice("relation", EvidenceStance) or EvidenceStance.MENTIONS,
        fields.text("quote"),
        fields.scalar("locator"),
        fields.whole("credibility", 1, 6),
        node.line,
    )


def _anchor(node: Node, path: str) -> Anchor:
    known = ("doc", "exact", "prefix", "suffix")
    fields = Fields(node, path=path, what="an anchor", known=known, required=("doc", "exact"))
    return Anchor(fields.name("doc"), fields.name("exact"), fields.text("prefix") or "", fields.text("suffix") or "")


def _review(node: Node | None, path: str) -> Review | None:
    if node is None:
        return None
    fields = Fields(node, path=path, what="'reviewed'", known=("by", "on", "note"), required=("by", "on"))
    return Review(fields.name("by"), _day(fields, "on"), fields.text("note"))


def _change(node: Node, path: str) -> Change:
    known = ("on", "change", "from", "to", "reason", "correction")
    fields = Fields(node, path=path, what="a change", known=known, required=("on", "change"))
    before, after = fields.scalar("from"), fields.scalar("to")
    return Change(
        _day(fields, "on"), fields.name("change"), before, after, fields.text("reason"), fields.flag("correction")
    )


def _day(fields: Fields, key: str) -> datetime.date:
    found = fields.day(key)
    assert found is not None
    assert found.earliest is not None  # the key is required, and a day is never open
    return found.earliest


class _ValueType(StrEnum):
    COUNT = "count"
    AMOUNT = "amount"
    PERIOD = "period"
    DURATION = "duration"
    OFFICIAL = "official"
    QUOTATION = "quotation"


_NUMBERS = ("number", "min", "max", "comparator", "unit")
_FIELDS_OF = {
    _ValueType.COUNT: (*_NUMBERS, "of", "outcome"),
    _ValueType.AMOUNT: _NUMBERS,
    _ValueType.PERIOD: ("edtf",),
    _ValueType.DURATION: ("iso",),
    _ValueType.OFFICIAL: ("person", "role", "organisation", "place", "tenure"),
    _ValueType.QUOTATION: ("words", "speaker"),
}
_REQUIRED_OF = {
    _ValueType.PERIOD: ("edtf",),
    _ValueType.DURATION: ("iso",),
    _ValueType.OFFICIAL: ("person", "role"),
    _ValueType.QUOTATION: ("words",),
}


def _value(node: Node, path: str) -> Value:
    every = dict.fromkeys(("type", *(name for names in _FIELDS_OF.values() for name in names)))
    kind = Fields(node, path=path, what="a value", known=every, required=("type",)).choice("type", _ValueType)
    assert kind is not None  # required
    known, required = ("type", *_FIELDS_OF[kind]), _REQUIRED_OF.get(kind, ())
    fields = Fields(node, path=path, what=f"a value of type {kind}", known=known, required=required)
    match kind:
        case _ValueType.COUNT:
            number, low, high, comparator = _interval(fields)
            outcome = fields.choice("outcome", Outcome)
            unit, of = fields.text("unit"), fields.text("of")
            return Count(_NOWHERE, number, low, high, comparator, unit, of, outcome)
        case _ValueType.AMOUNT:
            number, low, high, comparator = _interval(fields)
            return Amount(_NOWHERE, number, low, high, comparator, fields.text("unit"))
        case _ValueType.PERIOD:
            extent = fields.period("edtf")
            assert extent is not None  # required
            return Period(_NOWHERE, extent.edtf, extent.earliest, extent.latest, True, ResolvedBy.EXPLICIT)
        case _ValueType.DURATION:
            return Duration(_NOWHERE, fields.text("iso"))
        case _ValueType.OFFICIAL:
            return Official(
                _NOWHERE,
                fields.name("person"),
                fields.name("role"),
                fields.text("organisation"),
                fields.text("place"),
                fields.choice("tenure", Tenure),
            )
        case _ValueType.QUOTATION:
            return Quotation(_NOWHERE, fields.text("speaker"))


def _interval(fields: Fields) -> tuple[float | None, float | None, float | None, Comparator]:
    """Number, least, most and comparator; what is not written follows from what is."""
    number, low, high = fields.number("number"), fields.number("min"), fields.number("max")
    if number is low is high is None:
        raise fields.error("type", "a number is missing", "write number, min or max")
    if low is not None and high is not None and low > high:
        raise fields.error("min", f"'min' {low:g} is more than 'max' {high:g}", "exchange the two")
    given = fields.choice("comparator", Comparator)
    if number is not None and low is None and high is None:
        low = number if given not in (Comparator.UNDER, Comparator.AT_MOST) else None
        high = number if given not in (Comparator.OVER, Comparator.AT_LEAST) else None
    elif number is None:
        number = low if low is not None else high
    if given is None:
        given = (
            Comparator.AT_LEAST
            if high is None
            else Comparator.AT_MOST
            if low is None
            else Comparator.EXACT
            if low == high
            else Comparator.BETWEEN
        )
    return number, low, high, given
