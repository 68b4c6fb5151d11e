"""What changed, as one HTML file: the changes by weight, then both versions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model import BlockKind, ChangeKind, Diff, DocumentReport, SentenceLink, Span, hull
from claimcheck.records import dataclass
from claimcheck.renderers.diff_groups import UNSURE, Group, called, groups, totals
from claimcheck.renderers.html.markup import NOTHING, Markup, element, joined, text
from claimcheck.renderers.html.shell import footer, head, whole

_REWRITTEN = "rewritten? The two have few words in common"


def render(diffs: Sequence[Diff], *, only: frozenset[ChangeKind] = frozenset()) -> str:
    """A whole page: without network and script, the same for the same versions."""
    paths = [diff.new.document.path for diff in diffs]
    name = paths[0] if len(paths) == 1 else f"{len(paths)} texts"
    body = element(
        "body",
        element("a", text("Skip to the changes"), href="#d-1", class_="skip"),
        element("header", element("h1", text("What changed in what the text claims")), class_="masthead"),
        element("main", *(_diff(diff, number, only) for number, diff in enumerate(diffs, 1))),
        footer(),
    )
    return whole(head(f"{name} – changes", styles=("page.css", "changes.css")), body)


@dataclass(frozen=True, slots=True)
class _Row:
    """Sentences of both versions that stand side by side; one of the sides may be empty."""

    link: SentenceLink | None
    before: Span | None
    after: Span | None
    anchor: str


def _diff(diff: Diff, number: int, only: frozenset[ChangeKind]) -> Markup:
    old, new = diff.old.document.path, diff.new.document.path
    rows = list(_rows(diff, number))
    anchors = {row.link: row.anchor for row in rows if row.link}
    shown = groups(diff, only=only)
    weighty = [_group(group, diff, anchors) for group in shown if not group.folded]
    folded = [_group(group, diff, anchors) for group in shown if group.folded]
    ends = (
        _ends("Added", ChangeKind.ADDED, [r for r in rows if r.before is None], diff.new, only),
        _ends("Removed", ChangeKind.REMOVED, [r for r in rows if r.after is None], diff.old, only),
    )
    return element(
        "section",
        element("h2", text(new if old == new else f"{old} → {new}"), id=f"d-{number}"),
        element("p", text(totals(diff)), class_="about"),
        *weighty,
        *ends,
        *folded,
        element("h3", text("Both versions")),
        _table(rows, diff),
        class_="changes",
        aria_labelledby=f"d-{number}",
    )


def _group(group: Group, diff: Diff, anchors: dict[SentenceLink, str]) -> Markup:
    """The changes under one heading; what claims nothing else than it did is folded, and needs no script to open."""
    listed = element("ol", *(_change(link, diff, anchors[link]) for link in group.links))
    if group.folded:
        return element("details", element("summary", text(f"{group.title} ({len(group.links)})")), listed)
    return joined(element("h3", text(group.title)), listed)


def _change(link: SentenceLink, diff: Diff, anchor: str) -> Markup:
    before, after = _span(link.before, diff.old), _span(link.after, diff.new)
    place = element("a", text(f"line {_line(diff.new, after)}"), href=f"#{anchor}")
    label = element("p", _kinds(link), text(" "), place)
    old = _marked(diff.old, before, (edit.before for edit in link.edits), "del")
    new = _marked(diff.new, after, (edit.after for edit in link.edits), "ins")
    sides = element(
        "dl",
        element("div", element("dt", text("Before")), element("dd", old)),
        element("div", element("dt", text("Now")), element("dd", new)),
        class_="sides",
    )
    return element("li", label, sides)


def _kinds(link: SentenceLink) -> Markup:
    kinds = zip(link.kinds, called(link), strict=True)
    words = joined(*(element("b", text(words), class_=f"kind {kind}") for kind, words in kinds), by=text(" "))
    return joined(words, element("i", text(_REWRITTEN)) if link.likeness < UNSURE else NOTHING, by=text(" "))


def _ends(
    title: str, kind: ChangeKind, rows: Sequence[_Row], report: DocumentReport, only: frozenset[ChangeKind]
) -> Markup:
    """The sentences that only one version has."""
    if not rows or (only and kind not in only):
        return NOTHING
    name = "ins" if kind is ChangeKind.ADDED else "del"
    items = []
    for row in rows:
        span = row.after or row.before
        assert span  # one side is there
        place = element("a", text(f"line {_line(report, span)}"), href=f"#{row.anchor}")
        items.append(element("li", element(name, text(_words(report, span)), class_="all"), text(" "), place))
    return joined(element("h3", text(title)), element("ol", *items))


def _rows(diff: Diff, number: int) -> Iterator[_Row]:
    """Every sentence of both versions in the order of the new one, what was removed where it had stood."""
    by_new = {link.after[0]: link for link in diff.links}
    removed = list(diff.removed)
    added = set(diff.added)
    for j in range(len(diff.new.prose.sentences)):
        link = by_new.get(j)
        if link is not None:
            while removed and not link.moved and removed[0] < link.before[0]:
                yield _Row(None, _span((removed[0],), diff.old), None, f"d-{number}-o{removed.pop(0)}")
            yield _Row(link, _span(link.before, diff.old), _span(link.after, diff.new), f"d-{number}-n{j}")
        elif j in added:
            yield _Row(None, None, _span((j,), diff.new), f"d-{number}-n{j}")
    for i in removed:
        yield _Row(None, _span((i,), diff.old), None, f"d-{number}-o{i}")


def _table(rows: Iterable[_Row], diff: Diff) -> Markup:
    """Both versions, sentence beside sentence."""
    heads = (element("th", text(name), scope="col") for name in ("", "Before", "Now"))
    body = (_line_of(row, diff) for row in rows)
    return element("table", element("thead", element("tr", *heads)), element("tbody", *body), class_="versions")


def _line_of(row: _Row, diff: Diff) -> Markup:
    link = row.link
    if link:
        label = _kinds(link)
        if link.moved and row.before:
            label = joined(label, text(f" from line {_line(diff.old, row.before)}"))
    else:
        kind = ChangeKind.ADDED if row.after else ChangeKind.REMOVED
        label = element("b", text(str(kind)), class_=f"kind {kind}")
    edits = link.edits if link else None
    old = _side(diff.old, row.before, None if edits is None else [e.before for e in edits], "del")
    new = _side(diff.new, row.after, None if edits is None else [e.after for e in edits], "ins")
    heading = _is_heading(diff.new, row.after) or _is_heading(diff.old, row.before)
    same = link is not None and not link.kinds and not edits
    return element(
        "tr",
        element("th", label, scope="row"),
        element("td", old, data_head="Before"),
        element("td", new, data_head="Now"),
        id=row.anchor,
        class_=" ".join(name for name, holds in (("same", same), ("heading", heading)) if holds) or None,
    )


def _side(report: DocumentReport, span: Span | None, changed: Sequence[Span | None] | None, name: str) -> Markup:
    """The sentences of one side, with what changed in them marked; all of them, where the other side has none."""
    if span is None:
        return NOTHING
    if changed is None:
        return element(name, text(_words(report, span)), class_="all")
    return _marked(report, span, changed, name)


def _is_heading(report: DocumentReport, span: Span | None) -> bool:
    blocks = report.document.blocks
    return span is not None and any(b.kind is BlockKind.HEADING and b.span.covers(span) for b in blocks)


def _marked(report: DocumentReport, span: Span, changed: Iterable[Span | None], name: str) -> Markup:
    """The words of the span, the changed ones as an insertion or a deletion."""
    written, at = [], span.start
    for part in changed:
        if part is not None:
            written.append(text(_words(report, Span(at, part.start))))
            written.append(element(name, text(_words(report, part))))
            at = part.end
    return joined(*written, text(_words(report, Span(at, span.end))))


def _words(report: DocumentReport, span: Span) -> str:
    return span.of(report.prose.text)


def _span(sentences: tuple[int, ...], report: DocumentReport) -> Span:
    return hull(tuple(report.prose.sentences[n].span for n in sentences))


def _line(report: DocumentReport, span: Span) -> int:
    return report.document.source_map.place(span.start).line
