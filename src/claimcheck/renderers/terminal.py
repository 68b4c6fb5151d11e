"""The report as an editor reads it in a terminal: a summary, then the claims in the order of the text."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator

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
from claimcheck.renderers.screen import Line, Screen, Styled, line
from claimcheck.renderers.tally import EVERYTHING, FULLEST, NAMES, Selection, Tag, count, findings_in, tag_of
from claimcheck.renderers.visible import visible

_TAG_STYLES = {Tag.SOURCED: "green", Tag.ATTRIBUTED: "cyan", Tag.UNVERIFIED: "yellow", Tag.OPINION: "magenta"}
_TAG_ICONS = {Tag.SOURCED: "✔", Tag.ATTRIBUTED: "❝", Tag.UNVERIFIED: "?", Tag.OPINION: "~"}
_STANCE_STYLES = {EvidenceStance.SUPPORTS: "green", EvidenceStance.CONTRADICTS: "red", EvidenceStance.MENTIONS: "dim"}
_STANCE_ICONS = {EvidenceStance.SUPPORTS: "✔", EvidenceStance.CONTRADICTS: "✘", EvidenceStance.MENTIONS: "·"}
_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "blue"}
_SEVERITY_ICONS = {Severity.ERROR: "✘", Severity.WARNING: "▲", Severity.NOTE: "•"}

_NARROW = 72  # below this the table's columns are headed by icons alone
_MAX_QUOTE = 280
_MAX_EVIDENCE = 3


def write(report: Report, screen: Screen, *, selection: Selection = EVERYTHING, why: bool = False) -> None:
    """Prints the report; in a pipe each item is one line."""
    for number, (document, claims) in enumerate(zip(report.documents, selection.of(report), strict=True)):
        if number:
            screen.put(line())
        _Page(document, screen, why=why).write(claims, selection)
    if len(report.documents) > 1:
        screen.put(line())
        screen.put(_totals(report, f"{len(report.documents)} texts"))
    screen.flush()


class _Page:
    """Prints one document."""

    def __init__(self, document: DocumentReport, screen: Screen, *, why: bool) -> None:
        self._report = document
        self._document = document.document
        self._screen = screen
        self._why = why
        self._gutter = 0
        self._mended: set[str] = set()
        self._headings = [block for block in self._document.blocks if block.kind is BlockKind.HEADING]

    def write(self, claims: tuple[Claim, ...], selection: Selection) -> None:
        self._summary(len(claims), selection)
        margins = [self._margin(claim.span) for claim in claims]
        self._gutter = max(map(len, margins), default=1) + 2
        heading = -1
        for claim, margin in zip(claims, margins, strict=True):
            above = bisect.bisect_right(self._headings, claim.span.start, key=lambda block: block.span.start) - 1
            if above != heading:
                heading = above
                self._add()
                self._add(f"── {self._words(self._headings[above].span.of(self._document.text))}", "bold")
            self._add()
            self._claim(claim, margin)
            self._screen.flush()
        if self._report.findings:
            self._add()
            self._add("── About the text as a whole", "bold")
            for finding in self._report.findings:
                self._add()
                self._finding(finding, placed=True)
        self._screen.flush()

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
        self._screen.put(_totals(report, f"{total} claim{'' if total == 1 else 's'}"))
        self._add()
        for row in _table(report, narrow=self._screen.width is not None and self._screen.width < _NARROW):
            self._screen.put(row)
        found = Counter((f.severity, f.code) for f in findings_in(report))
        if found:
            self._add()
        for severity in Severity:
            codes = [f"{code} {number}" for (grade, code), number in sorted(found.items()) if grade is severity]
            if codes:
                total_found = sum(number for (grade, _), number in found.items() if grade is severity)
                label = f"{_SEVERITY_ICONS[severity]} {total_found} {severity}{'' if total_found == 1 else 's'}"
                self._put(_labelled(label, _SEVERITY_STYLES[severity], f"  {', '.join(codes)}"), 2)
        if shown < total:
            self._add()
            parts = "; the others leave out words of these (--all)" if selection == FULLEST else ""
            self._put(line(f"{shown} of {total} claims shown{parts}", "italic"), 2)

    def _add(self, words: str = "", style: str = "") -> None:
        self._screen.put(line(words, style))

    def _put(self, item: Line, indent: int) -> None:
        self._screen.put(item, indent=indent)

    def _claim(self, claim: Claim, margin: str) -> None:
        tag = tag_of(claim)
        head = line(f"{_TAG_ICONS[tag]} {NAMES[tag]}", f"bold {_TAG_STYLES[tag]}")
        if tag is not Tag.OPINION:
            head.add(f" · {claim.kind}", f"not bold {_TAG_STYLES[tag]}")
        for depth, said in enumerate(self._report.chain(claim)):
            head.parts += self._who(said, " > " if depth else " · ")
        if claim.independent_sources:
            head.add(f" · {independent(claim.independent_sources)}", "not bold")
        self._screen.put(head, label=line(f"{margin:>{self._gutter - 2}}", "dim"), indent=self._gutter)
        self._put(line(visible(claim.text)), self._gutter)
        notes = (readable(value, self._document.text) for value in claim.values)
        values = " · ".join(dict.fromkeys(visible(note) for note in notes if note))
        if values:
            self._put(line(values, "dim"), self._gutter)
        for passage in claim.evidence[:_MAX_EVIDENCE]:
            self._evidence(passage)
        if more := len(claim.evidence[_MAX_EVIDENCE:]):
            self._put(line(f"and {more} more passage{'' if more == 1 else 's'}", "dim"), self._gutter)
        for cited in claim.citations:
            self._put(line(visible(cited.described), "dim"), self._gutter)
        for finding in claim.findings:
            self._finding(finding)
        if self._why and claim.why:
            self._put(line(f"why: {visible(claim.why)}", "italic"), self._gutter)

    def _who(self, said: Attribution, lead: str) -> tuple[Styled, ...]:
        """Who says so, and with which words; the source's own words where it has no name."""
        text = self._document.text
        if said.speaker:
            name = visible(said.speaker.name)
        else:
            source = self._words(" … ".join(span.of(text) for span in said.source))
            name = f"“{source}”, not named" if source else "nobody named"
        cue = self._words(" … ".join(span.of(text) for span in said.cue))
        return Styled(lead), Styled(name, "bold"), Styled(f" (“{cue}”)" if cue else "")

    def _evidence(self, passage: Evidence) -> None:
        where = visible(passage.path) + (f":{passage.line}" if passage.line else "")
        label = f"{_STANCE_ICONS[passage.stance]} {passage.stance}"
        self._put(_labelled(label, _STANCE_STYLES[passage.stance], f"  {where}"), self._gutter)
        self._put(line(f"“{_short(visible(passage.quote))}”", "italic"), self._gutter + 2)
        parts = [visible(words) for words in passage.differing]
        if agrees := passage.named(Relation.SAME, Relation.COMPATIBLE):
            parts.append(f"agrees: {', '.join(agrees)}")
        parts += map(visible, passage.left_open)
        if parts:
            self._put(line("; ".join(parts), "dim"), self._gutter + 2)

    def _finding(self, finding: Finding, *, placed: bool = False) -> None:
        style = _SEVERITY_STYLES[finding.severity]
        location = self._document.source_map.location(finding.span.start)
        gutter = self._gutter or len(location.margin) + 2
        where = f" ({location.phrase})" if placed else ""
        label = f"{_SEVERITY_ICONS[finding.severity]} {finding.severity} {finding.code}"
        self._put(_labelled(label, style, f": {visible(finding.message)}{where}"), gutter)
        if finding.mend and finding.code not in self._mended:
            self._mended.add(finding.code)  # said once in a text is enough
            self._put(line(f"→ {visible(finding.mend)}", "dim"), gutter + 2)

    def _margin(self, span: Span) -> str:
        return self._document.source_map.location(span.start).margin

    def _words(self, text: str) -> str:
        return _short(" ".join(visible(text).split()), 80)


def _labelled(label: str, style: str, words: str) -> Line:
    return Line([Styled(label, style), Styled(words)])


def _totals(report: Report, what: str) -> Line:
    tags: Counter[Tag] = Counter()
    for (_, tag), number in count(report).items():
        tags[tag] += number
    found = Line([Styled(what, "bold")])
    for tag in Tag:
        found.add("   ")
        found.add(f"{_TAG_ICONS[tag]} {tags[tag]} {tag}", _TAG_STYLES[tag] if tags[tag] else "dim")
    return found


def _table(report: Report, *, narrow: bool) -> Iterator[Line]:
    """How many claims of each kind have each tag, row by row."""
    counted = count(report)
    rows = [("kind", tuple(Styled(_TAG_ICONS[tag] if narrow else str(tag), _TAG_STYLES[tag]) for tag in Tag))]
    for kind in Kind:
        numbers = [counted[kind, tag] for tag in Tag]
        if any(numbers):
            rows.append((str(kind), tuple(Styled(str(n)) if n else Styled("·", "dim") for n in numbers)))
    first = max(len(name) for name, _ in rows)
    widths = [max(len(row[at].words) for _, row in rows) for at in range(len(Tag))]
    for name, row in rows:
        found = line(f"  {name:<{first}}")
        for (words, style), width in zip(row, widths, strict=True):
            found.add(f"  {words:>{width}}", style)
        yield found


def _short(words: str, limit: int = _MAX_QUOTE) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
