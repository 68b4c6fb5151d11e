"""Word: the final text, with insertions and without deletions and comments; notes at the end."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from claimcheck.errors import ClaimcheckError
from claimcheck.model import BlockKind, Document, Properties
from claimcheck.patterns import compiled
from claimcheck.readers.draft import Draft
from claimcheck.readers.packages import Package, day_in, words_in
from claimcheck.readers.reader import in_bounds
from claimcheck.records import NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr", _FALLBACK}
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_HEADING = compiled(r"heading (\d)", re.IGNORECASE)
_QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "block quotation"})
_CODE = frozenset({"source code", "preformatted text", "html preformatted", "macro text", "plain code"})
_CODE_WORDS = frozenset({"verbatim char", "source text", "html code", "html keyboard", "html sample"})


class _Style(NamedTuple):
    kind: BlockKind | None  # None: code, which is left out
    level: int = 0


_PLAIN = _Style(BlockKind.PARAGRAPH)


def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    package = Package(content, path=path, what=".docx")
    part = "word/document.xml"
    if part not in package and "[Content_Types].xml" in package:
        found = re.search(r'PartName="/([^"]+)"[^>]+document\.main\+xml"', package.text("[Content_Types].xml"))
        part = found[1] if found else part
    body = package.tree(part)
    if body.tag != f"{_W}document":
        raise ClaimcheckError("is no ordinary Word text (save it as Word document, .docx, not as Strict)", path=path)
    folder = part.rpartition("/")[0]
    page = _Page(
        _styles(package.optional(f"{folder}/styles.xml")),
        _links(package.optional(f"{folder}/_rels/{part.rpartition('/')[2]}.rels")),
    )
    notes = {kind: package.optional(f"{folder}/{kind}s.xml") for kind in ("footnote", "endnote")}
    properties = package.optional("docProps/core.xml")

    def whole() -> tuple[Document, ...]:
        page.walk(body)
        page.write_notes(notes)
        title = next(words_in(properties, (f"{_DC}title",)), None)
        about = Properties(
            authors=tuple(words_in(properties, (f"{_DC}creator",))),
            created=day_in(properties, (f"{_DCTERMS}created",)),
        )
        own = page.title or title
        return (page.draft.document(path=path, title=own, date=date, properties=about),)

    return in_bounds(whole, path=path)


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2]


def _value(node: Element | None, path: str) -> str | None:
    found = node.find(path) if node is not None else None
    return None if found is None else found.get(f"{_W}val", "")


def _links(root: Element | None) -> dict[str, str]:
    """The addresses outside of the file, by the id of the relation."""
    nodes = root if root is not None else ()
    return {node.get("Id", ""): node.get("Target", "") for node in nodes if node.get("TargetMode") == "External"}


def _styles(root: Element | None) -> dict[str, _Style]:
    """What each style of paragraphs and words makes of them; a style that says nothing is like the one it rests on."""
    nodes = {n.get(f"{_W}styleId", ""): n for n in root.iter(f"{_W}style")} if root is not None else {}
    found: dict[str, _Style] = {}
    for ident in nodes:
        seen: list[str] = []
        style: _Style | None = None
        at: str | None = ident
        while at in nodes and at not in seen and style is None:
            seen.append(at)
            style = _own_style(nodes[at])
            at = _value(nodes[at], f"{_W}basedOn")
        found[ident] = style or _PLAIN
    return found


def _own_style(node: Element) -> _Style | None:
    name = (_value(node, f"{_W}name") or "").lower()
    outline = _value(node, f"{_W}pPr/{_W}outlineLvl")
    if heading := _HEADING.fullmatch(name):
        return _Style(BlockKind.HEADING, int(heading[1]))
    if name == "title":
        return _Style(BlockKind.HEADING, 1)
    if outline and outline.isdigit() and int(outline) < 9:
        return _Style(BlockKind.HEADING, int(outline) + 1)
    if name in _QUOTES:
        return _Style(BlockKind.QUOTE, 1)
    if name in _CODE or name in _CODE_WORDS:
        return _Style(None)
    if "caption" in name:
        return _Style(BlockKind.CAPTION)
    if node.find(f"{_W}pPr/{_W}numPr") is not None:
        return _Style(BlockKind.LIST_ITEM, 1)
    return None


class _Page:
    """Writes what the body and the notes say."""

    def __init__(self, styles: Mapping[str, _Style], links: Mapping[str, str]) -> None:
        self.draft = Draft()
        self.title: str | None = None
        self._styles, self._links = styles, links
        self._cells = self._rows = 0
        self._boxes: list[Element] = []
        self._cited: list[tuple[str, str]] = []  # kind and id of notes, in the order of their marks
        self._joined = False  # the mark between two paragraphs is deleted

    def walk(self, node: Element) -> None:
        for child in node:
            name = _name(child)
            if child.tag in _DELETED or (name == "tr" and child.find(f"{_W}trPr/{_W}del") is not None):
                continue
            if name == "p":
                self._paragraph(child)
            elif name == "tr":
                self._rows += 1
                self.walk(child)
            elif name == "tc":
                self._cells += 1
                self.walk(child)
                self._cells -= 1
            else:
                self.walk(child)

    def write_notes(self, parts: Mapping[str, Element | None]) -> None:
        """The notes that are cited, in the order of their marks."""
        bodies = {
            (kind, node.get(f"{_W}id", "")): node
            for kind, root in parts.items()
            for node in (root.findall(f"{_W}{kind}") if root is not None else ())
        }
        for kind, ident in self._cited:
            if (node := bodies.get((kind, ident))) is not None:
                since = self.draft.here()
                self.walk(node)
                self.draft.note(f"{kind} {ident}", self.draft.words_since(since))

    def _paragraph(self, node: Element) -> None:
        properties = node.find(f"{_W}pPr")
        style = self._style(properties)
        if not self._joined:
            if style.kind is None:
                self.draft.end()
                return
            self.draft.begin(style.kind, style.level)
        since = self.draft.here()
        self._runs(node)
        if style == (BlockKind.HEADING, 1) and self.title is None:
            self.title = self.draft.words_since(since).strip() or None
        mark = properties.find(f"{_W}rPr/{_W}del") if properties is not None else None
        self._joined = mark is not None
        if not self._joined:
            self.draft.end()
        while self._boxes and not self._joined:
            self.walk(self._boxes.pop(0))

    def _style(self, properties: Element | None) -> _Style:
        named = self._styles.get(_value(properties, f"{_W}pStyle") or "", _PLAIN)
        outline = _value(properties, f"{_W}outlineLvl")
        if self._cells:
            return named._replace(kind=BlockKind.TABLE_CELL, level=self._rows) if named.kind else named
        if outline and outline.isdigit() and int(outline) < 9:
            return _Style(BlockKind.HEADING, int(outline) + 1)
        numbered = properties.find(f"{_W}numPr") if properties is not None else None
        if numbered is not None and named.kind is BlockKind.PARAGRAPH and _value(numbered, f"{_W}numId") != "0":
            level = _value(numbered, f"{_W}ilvl") or "0"
            return _Style(BlockKind.LIST_ITEM, 1 + int(level) if level.isdigit() else 1)
        return named

    def _runs(self, node: Element) -> None:
        for child in node:
            if child.tag in _DELETED:
                continue
            name = _name(child)
            if name == "r":
                self._run(child)
            elif name == "hyperlink":
                since = self.draft.here()
                self._runs(child)
                if target := self._links.get(child.get(f"{_REL}id", "")):
                    self.draft.link(since, target)
            elif name == "p":
                self._boxes.append(child)
            else:
                self._runs(child)

    def _run(self, node: Element) -> None:
        properties = node.find(f"{_W}rPr")
        if properties is not None:
            hidden = properties.find(f"{_W}vanish")
            if hidden is not None and hidden.get(f"{_W}val", "1") not in ("0", "false"):
                return
            if self._styles.get(_value(properties, f"{_W}rStyle") or "", _PLAIN).kind is None:
                return
        for child in node:
            name = _name(child)
            if name == "t":
                self.draft.write(child.text or "")
            elif name in _SIGNS:
                self.draft.write(_SIGNS[name])
            elif name in ("footnoteReference", "endnoteReference"):
                self._cite(name.removesuffix("Reference"), child.get(f"{_W}id", ""))
            elif child.tag not in _DELETED:
                self._boxes += list(_text_boxes(child))

    def _cite(self, kind: str, ident: str) -> None:
        if (kind, ident) not in self._cited:
            self._cited.append((kind, ident))
        self.draft.mark(f"{kind} {ident}", f"[{self._cited.index((kind, ident)) + 1}]")


def _text_boxes(node: Element) -> list[Element]:
    """The text boxes that hang on a run; of two renderings of one box the first."""
    if node.tag == f"{_W}txbxContent":
        return [node]
    return [box for child in node if child.tag not in _DELETED for box in _text_boxes(child)]
