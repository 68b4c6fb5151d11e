"""The tables of an archive: their columns, and the rows that one article gives. docs/archives.md shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.comparison.words import lemma_of
from claimcheck.fingerprint import fingerprint
from claimcheck.model import Attribution, Claim, Document, DocumentReport, Period, Span, Tag, Value, listed
from claimcheck.records import NamedTuple
from claimcheck.renderers import json

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]


class Column(NamedTuple):
    name: str
    type: str  # a Parquet type, or "list of …"
    what: str


# One of these for each number, amount, date, length of time, official and quotation in a claim.
FACT = (
    Column("type", "string", "count, amount, period, duration, official or quotation"),
    Column("text", "string", "its words"),
    Column("number", "double", "as the text gives it"),
    Column("min", "double", "the least that it can be; empty when open"),
    Column("max", "double", "the most that it can be; empty when open"),
    Column("comparator", "string", "exact, about, over, at-least, under, at-most, between or vague"),
    Column("unit", "string", "person, a noun, a currency, % or a measure"),
    Column("of", "string", "what is counted, as in the text"),
    Column("outcome", "string", "killed, injured, detained, …: what happened to the counted"),
    Column("edtf", "string", "a date in EDTF"),
    Column("iso", "string", "a length of time in ISO 8601"),
    Column("person", "string", "an official's name"),
    Column("role", "string", "an official's office"),
)

TABLES: Mapping[str, tuple[Column, ...]] = {
    "articles": (
        Column("article", "string", "its name in all tables: the file, and # and the record's id where it has several"),
        Column("source", "string", "the file"),
        Column("record", "string", "the record in the file: an id, a line, a row, an address"),
        Column("sha256", "string", "of what was read"),
        Column("title", "string", ""),
        Column("date", "date", "of publication"),
        Column("tokens", "int", "its words and marks"),
        Column("sentences", "int", ""),
        Column("claims", "int", ""),
        Column("rules", "string", "the rules that read it, as in `report --format json`"),
    ),
    "claims": (
        Column("article", "string", ""),
        Column("n", "int", "its place in the article, from 0"),
        Column("id", "string", "the same wherever the same words are claimed by the same speaker"),
        Column("kind", "string", "as in the report"),
        Column("status", "string", "attributed or unverified: an archive is held against no sources"),
        Column("text", "string", "readable alone"),
        Column("sentence", "int", "from 0"),
        Column("start", "int", "in code points of the article's text"),
        Column("end", "int", ""),
        Column("speaker", "string", "who says so; empty in the article's own voice and where nobody is named"),
        Column("attribution", "int", "`n` of the attribution; empty in the article's own voice"),
        Column("checkworthiness", "double", "0 to 1"),
        Column("words", "list of string", "what it speaks of: base forms, without numbers and dates, each once"),
        Column("facts", "list of fact", "its numbers, dates and names in normal form"),
    ),
    "attributions": (
        Column("article", "string", ""),
        Column("n", "int", "its place in the article, from 0"),
        Column("speaker", "string", "the fullest name that the article gives"),
        Column("speaker_type", "string", "person, organisation, document, group or anonymous"),
        Column("source", "string", "the words for who says it"),
        Column("cue", "string", "the words that say so"),
        Column("content", "string", "what is said"),
        Column("mode", "string", "direct, indirect or mixed"),
        Column("stance", "string", "asserts, alleges, denies, …"),
        Column("class", "string", "quoted, reported, thought or attitude"),
        Column("rule", "string", ""),
        Column("parent", "int", "`n` of the one that it stands in"),
    ),
    "findings": (
        Column("article", "string", ""),
        Column("claim", "int", "`n` of the claim; empty when it is about the article"),
        Column("code", "string", "`claimcheck explain CODE` says what it means"),
        Column("severity", "string", "error, warning or note"),
        Column("message", "string", ""),
        Column("start", "int", "in code points of the article's text"),
        Column("end", "int", ""),
    ),
    "errors": (
        Column("source", "string", "the file"),
        Column("record", "string", "the record that could not be read; empty when it is the file"),
        Column("reason", "string", ""),
    ),
}


def rows_of(report: DocumentReport, *, article: str, source: str, record: str | None) -> Rows:
    """What the tables say of one article."""
    document, said = report.document, (*report.attributions, *report.nested)
    return {
        "articles": [_article(report, article=article, source=source, record=record)],
        "claims": [{"article": article, "n": n, **_claim(c, report)} for n, c in enumerate(report.claims)],
        "attributions": [{"article": article, "n": n, **_attribution(a, document)} for n, a in enumerate(said)],
        "findings": [
            {
                "article": article,
                "claim": claim,
                "code": finding.code,
                "severity": str(finding.severity),
                "message": finding.message,
                "start": finding.span.start,
                "end": finding.span.end,
            }
            for claim, findings in (*((n, c.findings) for n, c in enumerate(report.claims)), (None, report.findings))
            for finding in findings
        ],
    }


def _article(report: DocumentReport, *, article: str, source: str, record: str | None) -> Row:
    document = report.document
    return {
        "article": article,
        "source": source,
        "record": record,
        "sha256": document.sha256,
        "title": document.title,
        "date": document.date,
        "tokens": len(report.prose.tokens.start),
        "sentences": len(report.prose.sentences),
        "claims": len(report.claims),
        "rules": fingerprint(),
    }


def _claim(claim: Claim, report: DocumentReport) -> Row:
    said = None if claim.attribution is None else report.attributions[claim.attribution]
    return {
        "id": claim.id,
        "kind": str(claim.kind),
        "status": str(claim.status),
        "text": claim.text,
        "sentence": claim.sentence,
        "start": claim.span.start,
        "end": claim.span.end,
        "speaker": said.speaker.name if said and said.speaker else None,
        "attribution": claim.attribution,
        "checkworthiness": claim.checkworthiness,
        "words": _words(claim, report),
        "facts": [_fact(value, report.prose.text) for value in listed(claim.values)],
    }


_SPEAKING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.VERB, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE})


def _words(claim: Claim, report: DocumentReport) -> list[str]:
    """The words by which a claim is found again when its figures, its dates and its speaker have changed."""
    tokens = report.prose.tokens
    said = () if claim.attribution is None else report.attributions[claim.attribution].content
    left_out = [value.span for value in listed(claim.values) if isinstance(value, Period)]
    places = [i for span in claim.spans for i in tokens.within(span) if tokens.tag[i] in _SPEAKING]
    inside = [i for i in places if any(span.start <= tokens.start[i] < span.end for span in said)]
    return sorted(
        {
            lemma_of(tokens.lower[i])
            for i in inside or places
            if not any(span.start <= tokens.start[i] < span.end for span in left_out)
        }
    )


def _fact(value: Value, text: str) -> Row:
    told = json.value(value, text)
    return {column.name: told.get(column.name) for column in FACT}


def _attribution(said: Attribution, document: Document) -> Row:
    return {
        "speaker": said.speaker.name if said.speaker else None,
        "speaker_type": str(said.speaker.type) if said.speaker else None,
        "source": _joined(said.source, document),
        "cue": _joined(said.cue, document),
        "content": _joined(said.content, document),
        "mode": str(said.mode),
        "stance": str(said.stance),
        "class": str(said.cue_class),
        "rule": said.rule,
        "parent": said.parent,
    }


def _joined(spans: tuple[Span, ...], document: Document) -> str:
    return " … ".join(span.of(document.text) for span in spans)
