"""The report as an editor reads it in a terminal: a summary, then the claims in the order of the text."""

from __future__ import annotations

import bisect
from collections import Counter
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimcheck.model import (
    Attribution,
    BlockKind,
    Claim,
    DocumentReport,
    Evidence,
    EvidenceStance,
    Finding,
    Kind,
    Relation,
    Report,
    Severity,
    Span,
)
from claimcheck.renderers.readable import day, independent, readable
from claimcheck.renderers.tally import EVERYTHING, FULLEST, NAMES, Selection, Tag, count, findings_in, tag_of
from claimcheck.renderers.visible import visible

_TAG_STYLES = {Tag.SOURCED: "green", Tag.ATTRIBUTED: "cyan", Tag.UNVERIFIED: "yellow", Tag.OPINION: "magenta"}
_TAG_ICONS = {Tag.SOURCED: "✔", Tag.ATTRIBUTED: "❝", Tag.UNVERIFIED: "?", Tag.OPINION: "~"}
_STANCE_STYLES = {EvidenceStance.SUPPORTS: "green", EvidenceStance.CONTRADICTS: "red", EvidenceStance.MENTIONS: "dim"}
_STANCE_ICONS = {EvidenceStance.SUPPORTS: "✔", EvidenceStance.CONTRADICTS: "✘", EvidenceStance.MENTIONS: "·"}
_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "blue"}
_SEVERITY_ICONS = {Severity.ERROR: "✘", Severity.WARNING: "▲", Severity.NOTE: "•"}

_MIN_WIDTH = 20
_NARROW = 72  # below this the table's columns are headed by icons alone
_MAX_QUOTE = 280
_MAX_EVIDENCE = 3


def console_for(stream: IO[str]) -> Console:
    """A console that colours and wraps for a terminal, and does neither in a pipe (unless FORCE_COLOR asks for it)."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=not stream.isatty())
    console.size = console.size  # asked for once: it would be for every line
    return console


def write(report: Report, console: Console, *, selection: Selection = EVERYTHING, why: bool = False) -> None:
    """Prints the report. Where the console does not wrap by itself (`soft_wrap`), each item is one line."""
    for number, (document, claims) in enumerate(zip(report.documents, selection.of(report), strict=True)):
        if number:
            console.print()
        _Page(document, console, why=why).write(claims, selection)
    if len(report.documents) > 1:
        console.print()
        console.print(_totals(report, f"{len(report.documents)} texts"))


class _Page:
    """Prints one document."""

    def __init__(self, document: DocumentReport, console: Console, *, why: bool) -> None:
        self._report = document
        self._document = document.document
        self._console = console
        self._why = why
        self._gutter = 0
        self._lines: list[Text] = []  # of the item at hand, which are sooner printed as one text
        self._mended: set[str] = set()
        self._headings = [block for block in self._document.blocks if block.kind is BlockKind.HEADING]

    def write(self, claims: tuple[Claim, ...], selection: Selection) -> None:
        self._summary(len(claims), selection)
        lines = [self._margin(claim.span) for claim in claims]
        self._gutter = max(map(len, lines), default=1) + 2
        heading = -1
        for claim, line in zip(claims, lines, strict=True):
            above = bisect.bisect_right(self._headings, claim.span.start, key=lambda block: block.span.start) - 1
            if above != heading:
                heading = above
                self._add()
                self._add(f"── {self._words(self._headings[above].span.of(self._document.text))}", "bold")
            self._add()
            self._claim(claim, line)
            self._print()
        if self._report.findings:
            self._add()
            self._add("── About the text as a whole", "bold")
            for finding in self._report.findings:
                self._add()
                self._finding(finding, placed=True)
        self._print()

    def _summary(self, shown: int, selection: Selection) -> None:
        document = self._document
        name = "standard input" if document.path == "-" else visible(document.path)
        name += f" [{visible(document.record)}]" if document.record else ""
        self._add(name, "bold")
        about = [visible(document.title)] if document.title else []
        about += [day(document.date)] if document.date else []
        if about:
            self._add(" · ".join(about))
        self._add()
        report = Report((self._report,))
        total = len(self._report.claims)
        if not total:
            self._add("No claims found.")
            return
        self._lines.append(_totals(report, f"{total} claim{'' if total == 1 else 's'}"))
        self._add()
        self._print()
        self._console.print(_table(report, narrow=self._wraps and self._console.width < _NARROW))
        found = Counter((f.severity, f.code) for f in findings_in(report))
        if found:
            self._add()
        for severity in Severity:
            codes = [f"{code} {number}" for (grade, code), number in sorted(found.items()) if grade is severity]
            if codes:
                total_found = sum(number for (grade, _), number in found.items() if grade is severity)
                label = f"{_SEVERITY_ICONS[severity]} {total_found} {severity}{'' if total_found == 1 else 's'}"
                self._put(Text.assemble((label, _SEVERITY_STYLES[severity]), "  ", ", ".join(codes)), 2)
        if shown < total:
            self._add()
            parts = "; the others leave out words of these (--all)" if selection == FULLEST else ""
            self._put(Text(f"{shown} of {total} claims shown{parts}", "italic"), 2)

    def _add(self, words: str = "", style: str = "") -> None:
        self._lines.append(Text(words, style))

    def _print(self) -> None:
        if self._lines:
            self._console.print(Text("\n").join(self._lines))
            self._lines.clear()

    @property
    def _wraps(self) -> bool:
        return not self._console.soft_wrap

    def _claim(self, claim: Claim, line: str) -> None:
        tag = tag_of(claim)
        head = Text(f"{_TAG_ICONS[tag]} {NAMES[tag]}", f"bold {_TAG_STYLES[tag]}")
        if tag is not Tag.OPINION:
            head.append(f" · {claim.kind}", f"not bold {_TAG_STYLES[tag]}")
        for depth, said in enumerate(self._report.chain(claim)):
            head.append_text(self._who(said, " > " if depth else " · "))
        if claim.independent_sources:
            head.append(f" · {independent(claim.independent_sources)}", "not bold")
        self._put(head, self._gutter, label=Text(f"{line:>{self._gutter - 2}}", "dim"))
        self._put(Text(visible(claim.text)), self._gutter)
        notes = (readable(value, self._document.text) for value in claim.values)
        values = " · ".join(dict.fromkeys(visible(note) for note in notes if note))
        if values:
            self._put(Text(values, "dim"), self._gutter)
        for passage in claim.evidence[:_MAX_EVIDENCE]:
            self._evidence(passage)
        if more := len(claim.evidence[_MAX_EVIDENCE:]):
            self._put(Text(f"and {more} more passage{'' if more == 1 else 's'}", "dim"), self._gutter)
        for cited in claim.citations:
            self._put(Text(visible(cited.described), "dim"), self._gutter)
        for finding in claim.findings:
            self._finding(finding)
        if self._why and claim.why:
            self._put(Text(f"why: {visible(claim.why)}", "italic"), self._gutter)

    def _who(self, said: Attribution, lead: str) -> Text:
        """Who says so, and with which words; the source's own words where it has no name."""
        text = self._document.text
        if said.speaker:
            name = visible(said.speaker.name)
        else:
            source = self._words(" … ".join(span.of(text) for span in said.source))
            name = f"“{source}”, not named" if source else "nobody named"
        cue = self._words(" … ".join(span.of(text) for span in said.cue))
        return Text.assemble(lead, (name, "bold"), f" (“{cue}”)" if cue else "")

    def _evidence(self, passage: Evidence) -> None:
        where = visible(passage.path) + (f":{passage.line}" if passage.line else "")
        label = f"{_STANCE_ICONS[passage.stance]} {passage.stance}"
        self._put(Text.assemble((label, _STANCE_STYLES[passage.stance]), f"  {where}"), self._gutter)
        self._put(Text(f"“{_short(visible(passage.quote))}”", "italic"), self._gutter + 2)
        parts = [visible(words) for words in passage.differing]
        if agrees := passage.named(Relation.SAME, Relation.COMPATIBLE):
            parts.append(f"agrees: {', '.join(agrees)}")
        parts += map(visible, passage.left_open)
        if parts:
            self._put(Text("; ".join(parts), "dim"), self._gutter + 2)

    def _finding(self, finding: Finding, *, placed: bool = False) -> None:
        style = _SEVERITY_STYLES[finding.severity]
        location = self._document.source_map.location(finding.span.start)
        gutter = self._gutter or len(location.margin) + 2
        where = f" ({location.phrase})" if placed else ""
        label = f"{_SEVERITY_ICONS[finding.severity]} {finding.severity} {finding.code}"
        self._put(Text.assemble((label, style), f": {visible(finding.message)}{where}"), gutter)
        if finding.mend and finding.code not in self._mended:
            self._mended.add(finding.code)  # said once in a text is enough
            self._put(Text(f"→ {visible(finding.mend)}", "dim"), gutter + 2)

    def _margin(self, span: Span) -> str:
        return self._document.source_map.location(span.start).margin

    def _words(self, text: str) -> str:
        return _short(" ".join(visible(text).split()), 80)

    def _put(self, text: Text, indent: int, *, label: Text | None = None) -> None:
        """Prints an item under the gutter, and its label in it."""
        lead = label or Text()
        lead.append(" " * (indent - len(lead)))
        width = max(_MIN_WIDTH, self._console.width - indent)
        for line in text.wrap(self._console, width) if self._wraps else (text,):
            line.rstrip()
            self._lines.append(Text.assemble(lead, line))
            lead = Text(" " * indent)


def _totals(report: Report, what: str) -> Text:
    tags: Counter[Tag] = Counter()
    for (_, tag), number in count(report).items():
        tags[tag] += number
    line = Text.assemble((what, "bold"))
    for tag in Tag:
        line.append("   ")
        line.append(f"{_TAG_ICONS[tag]} {tags[tag]} {tag}", _TAG_STYLES[tag] if tags[tag] else "dim")
    return line


def _table(report: Report, *, narrow: bool) -> Table:
    counted = count(report)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=True, header_style="")
    table.add_column("  kind")
    for tag in Tag:
        table.add_column(Text(_TAG_ICONS[tag] if narrow else str(tag), _TAG_STYLES[tag]), justify="right")
    for kind in Kind:
        numbers = [counted[kind, tag] for tag in Tag]
        if any(numbers):
            table.add_row(
                f"  {kind}", *(Text(str(number) if number else "·", "" if number else "dim") for number in numbers)
            )
    return table


def _short(words: str, limit: int = _MAX_QUOTE) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
