"""The article as it is written, with the words that claims rest on marked by tag."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.model import Block, BlockKind, DocumentReport, Severity, Span
from claimcheck.renderers.html.labels import LEAST_BACKED
from claimcheck.renderers.html.markup import Markup, element, text
from claimcheck.renderers.html.numbered import Numbered, title_of
from claimcheck.renderers.html.stretches import Stretch, find_stretches
from claimcheck.renderers.tally import Tag

_LONGEST_NOTE = 200
_DEEPEST = 6  # HTML has no seventh level of headings


def article(report: DocumentReport, claims: Sequence[Numbered], *, title_id: str) -> Markup:
    """The blocks of the text under one heading, which is the text's own where it begins with its title."""
    page = _Article(report, claims)
    blocks = list(page.blocks)
    children = []
    if blocks and blocks[0].kind is BlockKind.HEADING and page.is_title(blocks[0]):
        children.append(element("h2", page.words(blocks.pop(0)), id=title_id))
    else:
        children.append(element("h2", text(title_of(report.document)), id=title_id))
    children += page.write(blocks)
    return element("article", *children, class_="text", aria_labelledby=title_id)


class _Article:
    def __init__(self, report: DocumentReport, claims: Sequence[Numbered]) -> None:
        self._report = report
        self._text = report.prose.text
        self._claims = claims
        self.blocks = report.document.blocks
        cuts = [offset for block in self.blocks for offset in block.span]
        cuts += [sentence.span.start for sentence in report.prose.sentences]
        self._stretches = find_stretches([each.claim.spans for each in claims], cuts)
        self._notes = [c for c in report.document.citations if c.span.start == c.span.end]
        self._levels: list[int] = []  # of the headings under which the next block stands

    def is_title(self, block: Block) -> bool:
        title = self._report.document.title
        return title is None or _plain(block.span.of(self._text)) == _plain(title)

    def write(self, blocks: Sequence[Block]) -> Iterator[Markup]:
        """Blocks of one kind that belong together, as one list, quotation or table; a dateline with its story."""
        dateline: Block | None = None
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            if kind is BlockKind.DATELINE:
                dateline = list(group)[-1]
                continue
            yield from self._group(kind, list(group), dateline)
            dateline = None
        if dateline:
            yield element("p", self.words(dateline), class_="dateline")

    def _group(self, kind: BlockKind, blocks: list[Block], dateline: Block | None) -> Iterator[Markup]:
        lead = (element("span", self.words(dateline), class_="dateline"), text(" ")) if dateline else ()
        match kind:
            case BlockKind.HEADING:
                yield from (element(self._heading(block), self.words(block)) for block in blocks)
            case BlockKind.LIST_ITEM:
                items = (element("li", self.words(b), class_=f"level-{min(b.level, 4)}") for b in blocks)
                yield element("ul", *items)
            case BlockKind.QUOTE:
                yield element("blockquote", *(element("p", self.words(block)) for block in blocks))
            case BlockKind.TABLE_CELL:
                place = self._report.document.source_map.place
                rows = groupby(blocks, key=lambda b: (b.level, 0 if b.level else place(b.span.start).line))
                cells = ([element("td", self.words(block)) for block in row] for _, row in rows)
                yield element("div", element("table", *(element("tr", *row) for row in cells)), class_="wide")
            case BlockKind.CAPTION:
                yield from (element("p", self.words(block), class_="caption") for block in blocks)
            case _:
                first, *rest = blocks
                yield element("p", *lead, self.words(first))
                yield from (element("p", self.words(block)) for block in rest)

    def _heading(self, block: Block) -> str:
        """One level under the heading above it, however many levels the text leaves out."""
        while self._levels and self._levels[-1] >= block.level:
            self._levels.pop()
        self._levels.append(block.level)
        return f"h{min(len(self._levels) + 2, _DEEPEST)}"

    def words(self, block: Block) -> Markup:
        """The block's words; runs of marks with one tag inside a sentence end with that tag in words."""
        written: list[Markup] = []
        cursor = block.span.start
        for run in self._runs(block):
            for stretch in run:
                written.append(self._written(Span(cursor, stretch.span.start)))
                written.append(self._mark(stretch, run))
                cursor = stretch.span.end
        written.append(self._written(Span(cursor, block.span.end)))
        return Markup("".join(written))

    def _written(self, span: Span) -> Markup:
        """The words, with the marks of notes that are none of them behind the words that they belong to."""
        after = bisect.bisect_right(self._notes, span.start, key=lambda note: note.span.start)
        written: list[Markup] = []
        cursor = span.start
        for note in self._notes[after:]:
            if note.span.start > span.end:
                break
            written.append(text(self._text[cursor : note.span.start]))
            written.append(element("sup", text(note.label), class_="cite", title=note.note[:_LONGEST_NOTE] or None))
            cursor = note.span.start
        return Markup("".join([*written, text(self._text[cursor : span.end])]))

    def _runs(self, block: Block) -> Iterator[list[Stretch]]:
        first = bisect.bisect_left(self._stretches, block.span.start, key=lambda stretch: stretch.span.start)
        after = bisect.bisect_left(self._stretches, block.span.end, key=lambda stretch: stretch.span.start)
        inside = self._stretches[first:after]
        for _, run in groupby(inside, key=lambda s: (self._report.prose.sentence_at(s.span.start), self._tag(s))):
            yield list(run)

    def _tag(self, stretch: Stretch) -> Tag:
        return min((self._claims[index].tag for index in stretch.claims), key=LEAST_BACKED.index)

    def _mark(self, stretch: Stretch, run: list[Stretch]) -> Markup:
        """A link to the claim that rests on the fewest words, with the numbers of all that rest on these."""
        here = [self._claims[index] for index in stretch.claims]
        nearest = min(here, key=lambda each: sum(span.end - span.start for span in each.claim.spans))
        tag = self._tag(stretch)
        anchors = [f"m-{self._claims[index].number}" for index in stretch.beginning]
        children = [element("span", id=anchor) for anchor in anchors[1:]]
        children.append(self._written(stretch.span))
        if stretch is run[-1]:
            children += (element("sup", text(f" {tag}")), *self._faults(run))
        return element(
            "a",
            *children,
            id=anchors[0] if anchors else None,
            class_=str(tag),
            href=f"#{nearest.anchor}",
            data_c=" ".join(str(each.number) for each in here),
            data_end=" ".join(str(self._claims[index].number) for index in stretch.ending) or None,
        )

    def _faults(self, run: list[Stretch]) -> Iterator[Markup]:
        """The errors and warnings on claims that end here, each once."""
        ending = dict.fromkeys(index for stretch in run for index in stretch.ending)
        found = ((f.severity, f.code) for index in ending for f in self._claims[index].claim.findings)
        for severity, code in dict.fromkeys(found):
            if severity is not Severity.NOTE:
                yield element("sup", text(f" {code}"), class_=str(severity))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
