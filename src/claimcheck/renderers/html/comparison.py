"""A passage beside the claim, with the words that agree and differ marked in both."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from claimcheck.model import Claim, Evidence, FieldComparison, Relation, Span
from claimcheck.renderers.html.labels import label
from claimcheck.renderers.html.markup import NOTHING, Markup, element, joined, text

_AGREE = (Relation.SAME, Relation.COMPATIBLE)


def passage(evidence: Evidence, claim: Claim) -> Markup:
    """Where the passage stands, both texts side by side, and field by field how they compare."""
    where = evidence.path + (f":{evidence.line}" if evidence.line else "")
    head = element("p", label(evidence.stance), text(" "), element("code", text(where)), class_="soft")
    here = [(found, f.relation) for f in evidence.fields if (found := _in_claim(f, claim))]
    there = [(found, f.relation) for f in evidence.fields if (found := _in_quote(f, evidence))]
    sides = element(
        "dl",
        element("div", element("dt", text("This text")), element("dd", _marked(claim.text, here))),
        element("div", element("dt", text("The source")), element("dd", _marked(evidence.quote, there))),
        class_="sides",
    )
    return element("li", head, sides, _fields(evidence), class_="passage")


def _fields(evidence: Evidence) -> Markup:
    differing = (f for f in evidence.fields if f.relation is Relation.CONFLICTING)
    rows = [
        *dict.fromkeys(_row("differs", "✘", f"{f.field} {_words(f)}") for f in differing),
        _row("agrees", "✔\ufe0e", ", ".join(evidence.named(*_AGREE))),
        _row("missing", "–", "; ".join(evidence.left_open)),
    ]
    return element("ul", *filter(None, rows), class_="fields") if any(rows) else NOTHING


def _row(relation: str, icon: str, what: str) -> Markup:
    if not what:
        return NOTHING
    word = {"differs": "differs: ", "agrees": "agrees: ", "missing": ""}[relation]
    return element("li", element("span", text(icon), aria_hidden="true"), text(f" {word}{what}"), class_=relation)


def _words(field: FieldComparison) -> str:
    ours, theirs = (f"“{words}”" if words else "nothing" for words in (field.claim_words, field.evidence_words))
    return f"{ours} here, {theirs} there"


def _in_claim(field: FieldComparison, claim: Claim) -> Span | None:
    return _where(field.claim_words, claim.text, field.claim_span)


def _in_quote(field: FieldComparison, evidence: Evidence) -> Span | None:
    span = field.evidence_span
    inside = Span(span.start - evidence.span.start, span.end - evidence.span.start) if span else None
    return _where(field.evidence_words, evidence.quote, inside)


def _where(words: str, whole: str, named: Span | None) -> Span | None:
    """The span that is named, when it holds just these words, else the words' only place in the text."""
    if not words:
        return None
    if named and named.start >= 0 and named.of(whole) == words:
        return named
    at = whole.find(words)
    return Span(at, at + len(words)) if at >= 0 and whole.find(words, at + 1) < 0 else None


def _marked(whole: str, found: Iterable[tuple[Span, Relation]]) -> Markup:
    """The text with the spans marked; of spans that overlap only the first, differences before the rest."""
    order = (Relation.CONFLICTING, Relation.NARROWER, Relation.ABSENT, Relation.COMPATIBLE, Relation.SAME)
    kept: list[tuple[Span, Relation]] = []
    for span, relation in sorted(found, key=lambda pair: (order.index(pair[1]), pair[0])):
        at = bisect.bisect(kept, (span, relation))
        if (at == 0 or kept[at - 1][0].end <= span.start) and (at == len(kept) or span.end <= kept[at][0].start):
            kept.insert(at, (span, relation))
    written = []
    cursor = 0
    for span, relation in kept:
        written.append(text(whole[cursor : span.start]))
        words = text(span.of(whole))
        written.append(element("mark", words, class_=_class(relation)))
        cursor = span.end
    return joined(*written, text(whole[cursor:]))


def _class(relation: Relation) -> str:
    if relation is Relation.CONFLICTING:
        return "differs"
    return "agrees" if relation in _AGREE else "missing"
