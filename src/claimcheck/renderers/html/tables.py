"""What can be seen only across the claims: casualty figures, a timeline, who is quoted how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.model import Count, DocumentReport, Kind, Mode, Outcome, Period, Relation, Span
from claimcheck.records import dataclass
from claimcheck.renderers.html.cards import finding_item
from claimcheck.renderers.html.markup import NOTHING, Markup, element, joined, text
from claimcheck.renderers.html.numbered import Numbered, speaker_of
from claimcheck.renderers.readable import figure, readable, when

_ORDER = tuple(Outcome)
_OWN_VOICE = "the text itself"


def overview(report: DocumentReport, claims: Sequence[Numbered]) -> Markup:
    """The tables that have rows; each row leads to its claims."""
    tables = (_casualties(claims), _timeline(claims), _speakers(report, claims), _faults(report))
    return element("div", *tables, class_="tables")


def _casualties(claims: Sequence[Numbered]) -> Markup:
    """One row for each figure of the text, with its bounds, who gives it and what the sources have in its place."""
    figures: dict[Span, tuple[Count, list[Numbered]]] = {}
    for each in claims:
        if each.claim.kind is Kind.CASUALTY:
            for value in each.claim.values:
                if isinstance(value, Count) and value.outcome is not None:
                    figures.setdefault(value.span, (value, []))[1].append(each)
    rows = sorted(figures.values(), key=lambda row: _ORDER.index(row[0].outcome or Outcome.OTHER))
    heads = ("Outcome", "Figure", "At least", "At most", "When", "Who gives it", "Sources have", "Claims")
    return _table("Casualty figures", "casualties", heads, [_casualty(count, where) for count, where in rows])


def _casualty(count: Count, where: list[Numbered]) -> tuple[Markup, ...]:
    whole = where[0].report.prose.text
    periods = (value for each in where for value in each.claim.values if isinstance(value, Period))
    dates = dict.fromkeys(date for period in periods if (date := when(period)))
    speakers = dict.fromkeys(each.speaker or _OWN_VOICE for each in where)
    held = dict.fromkeys(
        f"{field.evidence_words} ({passage.source})"
        for each in where
        for passage in each.claim.evidence
        for field in passage.fields
        if field.field == "count" and field.evidence_words and _about(field.claim_words, count, whole)
        if field.relation is not Relation.ABSENT
    )
    return (
        text(str(count.outcome)),
        text(readable(count, whole) or count.span.of(whole)),
        text("open" if count.min is None else figure(count.min)),
        text("open" if count.max is None else figure(count.max)),
        text(", ".join(dates) or "–"),
        text(", ".join(speakers)),
        text("; ".join(held) or "–"),
        _links(where),
    )


def _about(words: str, count: Count, whole: str) -> bool:
    """Whether a field speaks of this count and not of another one in the claim."""
    return not words or words in count.span.of(whole)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, and for every place in the text where it is given the claims that need it."""

    period: Period
    claims: list[Numbered]


def _timeline(claims: Sequence[Numbered]) -> Markup:
    """The dated claims under their dates, in the order of time; a longer period after the days it begins with."""
    dates: dict[tuple[object, ...], _Dated] = {}
    for each in claims:
        for period in each.claim.values:
            if isinstance(period, Period) and period.earliest and period.latest:
                key = (period.earliest, period.latest, period.bound, period.part)
                dated = dates.setdefault(key, _Dated(period, []))
                if not dated.claims or dated.claims[-1] is not each:
                    dated.claims.append(each)
    if not dates:
        return NOTHING
    ordered = sorted(dates.values(), key=lambda d: (d.period.earliest, d.period.latest, d.period.bound or ""))
    items = (
        element(
            "li",
            element("p", text(when(dated.period) or ""), class_="when"),
            element("ul", *(element("li", each.link(each.claim.text)) for each in dated.claims)),
        )
        for dated in ordered
    )
    return _part("Timeline", element("ol", *items, class_="timeline"))


def _speakers(report: DocumentReport, claims: Sequence[Numbered]) -> Markup:
    """Who is quoted or reported how often, the most often first."""
    said = [(speaker_of(a, report.prose.text), a) for a in report.attributions]
    total = Counter(name for name, _ in said)
    direct = Counter(name for name, a in said if a.mode is not Mode.INDIRECT)
    types = {name: str(a.speaker.type) if a.speaker else "not named" for name, a in said}
    resting: dict[str, list[Numbered]] = {}
    for each in claims:
        if each.speaker:
            resting.setdefault(each.speaker, []).append(each)
    rows = [
        (
            text(name),
            text(types[name]),
            text(str(times)),
            text(str(direct[name])),
            _links(resting.get(name, [])),
        )
        for name, times in sorted(total.items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0]))
    ]
    return _table("Who is quoted", "quoted", ("Who", "What", "Times", "In their own words", "Claims"), rows)


def _faults(report: DocumentReport) -> Markup:
    """The findings that belong to no single claim."""
    if not report.findings:
        return NOTHING
    locate = report.document.source_map.location
    items = (finding_item(f, where=f" ({locate(f.span.start).phrase})") for f in report.findings)
    return _part("About the text as a whole", element("ul", *items, class_="findings"))


def _links(claims: Sequence[Numbered]) -> Markup:
    return joined(*(each.link() for each in claims), by=text(" ")) or text("–")


def _table(title: str, name: str, heads: Sequence[str], rows: Sequence[Sequence[Markup]]) -> Markup:
    """The style, which knows the table by its name, repeats the heads beside the cells on narrow screens."""
    if not rows:
        return NOTHING
    head = element("tr", *(element("th", text(words), scope="col") for words in heads))
    body = (element("tr", element("th", first, scope="row"), *map(_cell, rest)) for first, *rest in rows)
    table = element("table", element("thead", head), element("tbody", *body), class_=name)
    return _part(title, element("div", table, class_="wide", role="group", aria_label=title, tabindex=0))


def _cell(words: Markup) -> Markup:
    return element("td", words)


def _part(title: str, content: Markup) -> Markup:
    return element("section", element("h3", text(title)), content)
