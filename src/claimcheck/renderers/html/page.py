"""The page around the articles: head, summary, filters, help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.model import DocumentReport, Report, Severity
from claimcheck.renderers.html.article import article
from claimcheck.renderers.html.cards import cards
from claimcheck.renderers.html.labels import MEANINGS, counted, label
from claimcheck.renderers.html.markup import NOTHING, Markup, element, joined, text
from claimcheck.renderers.html.numbered import Numbered, title_of
from claimcheck.renderers.html.shell import asset, footer, head, whole
from claimcheck.renderers.html.tables import overview
from claimcheck.renderers.readable import day
from claimcheck.renderers.tally import NAMES, Tag, count, findings_in, findings_of, tag_of

_KEYS = (
    ("j or →", "the next claim"),
    ("k or ←", "the claim before"),
    ("/", "search the claims"),
    ("Esc", "close what is open, then clear the filters"),
    ("?", "this help"),
)


def page(report: Report, numbered: Sequence[Sequence[Numbered]]) -> str:
    """The whole file. Nothing in it can load anything or run, but its own style and script."""
    several = len(report.documents) > 1
    documents = [
        _document(number, each, claims)
        for number, (each, claims) in enumerate(zip(report.documents, numbered, strict=True), 1)
    ]
    body = element(
        "body",
        element("a", text("Skip to the text"), href="#d-1", class_="skip"),
        element("header", *_masthead(report, sum(map(len, numbered))), class_="masthead"),
        _filters([each for claims in numbered for each in claims]),
        element("main", _contents(report) if several else NOTHING, *documents),
        footer(),
        _help(),
        element("script", asset("page.js")),
    )
    names = [each.document for each in report.documents]
    name = title_of(names[0]) if len(names) == 1 else counted(len(names), "text")
    return whole(head(f"{name} – claim report", styles=("page.css",), scripts=("page.js",)), body)


def _masthead(report: Report, shown: int) -> Iterable[Markup]:
    tags: Counter[Tag] = Counter()
    for (_, tag), number in count(report).items():
        tags[tag] += number
    total = tags.total()
    yield element("h1", text("Claim report"))
    yield element("p", text(" · ".join(_about(report))), class_="about")
    yield element(
        "dl",
        *(
            element(
                "div",
                element("dt", element("strong", text(str(tags[tag]))), text(" "), label(tag, NAMES[tag])),
                element("dd", text(MEANINGS[tag])),
                class_=str(tag),
            )
            for tag in Tag
        ),
        class_="legend",
    )
    yield element("p", *_found(report), class_="found")
    if shown < total:
        yield element("p", text(f"{shown} of {counted(total, 'claim')} are shown."), class_="found")


def _about(report: Report) -> Iterable[str]:
    if len(report.documents) > 1:
        yield counted(len(report.documents), "text")
    else:
        document = report.documents[0].document
        if document.path != "-":
            yield document.path
        if document.date:
            yield day(document.date)
        if document.sha256:
            yield f"sha256 {document.sha256[:12]}…"
    yield counted(sum(len(document.claims) for document in report.documents), "claim")


def _found(report: Report) -> Iterable[Markup]:
    """How many findings of each severity, by code."""
    found = Counter((f.severity, f.code) for f in findings_in(report))
    parts = []
    for severity in Severity:
        codes = [f"{code} {number}" for (grade, code), number in sorted(found.items()) if grade is severity]
        if codes:
            total = sum(number for (grade, _), number in found.items() if grade is severity)
            words = label(severity, counted(total, str(severity)))
            parts.append(element("span", words, text(f" {', '.join(codes)}")))
    return parts or [text("Nothing that an editor has to look at was found.")]


def _contents(report: Report) -> Markup:
    items = []
    for number, document in enumerate(report.documents, 1):
        tags = Counter(map(tag_of, document.claims))
        counts = joined(*(label(tag, f"{tags[tag]} {tag}") for tag in Tag), by=text(" "))
        link = element("a", text(title_of(document.document)), href=f"#d-{number}")
        faults = len(findings_of(document))
        items.append(element("li", link, element("span", counts, text(f" {counted(faults, 'finding')}"))))
    return element("nav", element("h2", text("Texts")), element("ol", *items), class_="contents", aria_label="Texts")


def _document(number: int, document: DocumentReport, claims: Sequence[Numbered]) -> Markup:
    anchor = f"d-{number}"
    listed = cards(claims) if claims else element("p", text("No claims found."), class_="soft")
    about = {"class_": "panel", "aria_label": f"Claims of text {number}"}
    panel = element("section", element("h3", text("Claims")), listed, **about)
    return element(
        "section",
        element("div", article(document, claims, title_id=anchor), panel, class_="columns"),
        overview(document, claims),
        class_="document",
        aria_labelledby=anchor,
    )


def _filters(claims: Sequence[Numbered]) -> Markup:
    """Hidden until the script, without which it could do nothing, shows it."""
    codes = sorted({finding.code for each in claims for finding in each.claim.findings})
    speakers = Counter(each.speaker for each in claims if each.speaker)
    names = [name for name, _ in sorted(speakers.items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0]))]
    kinds = sorted({str(each.claim.kind) for each in claims})
    present = {each.tag for each in claims}
    buttons = (
        element(
            "button",
            text(f"{tag} "),
            element("b"),
            type="button",
            class_=f"icon {tag}",
            data_tag=str(tag),
            aria_pressed="false",
        )
        for tag in Tag
        if tag in present
    )
    return element(
        "form",
        element(
            "label",
            element("span", text("Words"), class_="vh"),
            element("input", type="search", id="words", placeholder="Search ( / )", autocomplete="off"),
        ),
        element("div", *buttons, class_="tags", role="group", aria_label="Tag"),
        _choice("kind", "Kind", kinds),
        _choice("finding", "Finding", codes),
        _choice("speaker", "Speaker", names),
        element("output", id="shown", aria_live="polite"),
        element("button", text("Clear"), type="button", id="clear"),
        element("button", text("?"), type="button", id="keys", aria_label="Keys", aria_haspopup="dialog"),
        class_="filters",
        id="filters",
        role="search",
        aria_label="Filter the claims",
        hidden=True,
    )


def _choice(name: str, title: str, options: Sequence[str]) -> Markup:
    if not options:
        return NOTHING
    listed = (element("option", text(option), value=option) for option in options)
    every = element("option", text(title), value="")
    return element("label", element("span", text(title), class_="vh"), element("select", every, *listed, data_by=name))


def _help() -> Markup:
    keys = (element("div", element("dt", element("kbd", text(key))), element("dd", text(what))) for key, what in _KEYS)
    switch = element("label", element("input", type="checkbox", id="keys-on", checked=True), text(" Keys are on"))
    close = element("button", text("Close"), type="button", id="close")
    return element(
        "dialog", element("h2", text("Keys"), id="help-title"), element("dl", *keys), switch, close,
        id="help", aria_labelledby="help-title",
    )  # fmt: skip
