"""OpenDocument: the final text, without deletions and comments; notes at the end."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from claimcheck.errors import ClaimcheckError
from claimcheck.model import BlockKind, Document, Properties
from claimcheck.readers.draft import Draft
from claimcheck.readers.packages import Package, day_in, words_in
from claimcheck.readers.reader import in_bounds

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _OFFICE, _TABLE, _STYLE, _META = (_NS % name for name in ("text", "office", "table", "style", "meta"))
_DRAW, _MANIFEST = _NS % "drawing", _NS % "manifest"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = {
    f"{_OFFICE}annotation",
    *(f"{_TEXT}{name}" for name in ("tracked-changes", "table-of-content", "bibliography", "alphabetical-index")),
    *(f"{_TEXT}{name}" for name in ("sequence-decls", "note-citation", "hidden-text", "ruby-text")),
}
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_CODE = ("preformatted", "source code", "source text", "teletype")
_CAPTIONS = ("caption", "illustration", "figure", "drawing", "tablecaption", "imagecaption")


def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    package = Package(content, path=path, what=".odt")
    if "META-INF/manifest.xml" in package and "encryption-data" in package.text("META-INF/manifest.xml"):
        raise ClaimcheckError("is encrypted (save it without a password)", path=path)
    root = package.tree("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ClaimcheckError("is not an OpenDocument text (save it as .odt)", path=path)
    meta = package.optional("meta.xml")
    page = _Page(_parents(root, package.optional("styles.xml")))

    def whole() -> tuple[Document, ...]:
        page.walk(body)
        page.write_notes()
        title = page.title or next(words_in(meta, (f"{_DC}title",)), None)
        authors = tuple(words_in(meta, (f"{_META}initial-creator",))) or tuple(words_in(meta, (f"{_DC}creator",)))
        about = Properties(authors, created=day_in(meta, (f"{_META}creation-date", f"{_DC}date")))
        return (page.draft.document(path=path, title=title, date=date, properties=about),)

    return in_bounds(whole, path=path)


def _parents(*roots: Element | None) -> dict[str, str]:
    """Each style's name with those of the styles that it rests on, as people read them."""
    nodes = {n.get(f"{_STYLE}name", ""): n for root in roots if root is not None for n in root.iter(f"{_STYLE}style")}
    found = {}
    for name in nodes:
        chain: list[str] = []
        at: str | None = name
        while at in nodes and at not in chain:
            chain.append(at)
            at = nodes[at].get(f"{_STYLE}parent-style-name")
        if at and at not in chain:
            chain.append(at)
        found[name] = " < ".join(chain).replace("_20_", " ").lower()
    return found


class _Page:
    """Writes what the body says, and its notes after it."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.draft = Draft()
        self.title: str | None = None
        self._styles = styles
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._rows = 0
        self._notes: list[tuple[str, Element]] = []
        self._boxes: list[Element] = []

    def walk(self, node: Element) -> None:
        for child in node:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(child)
            elif child.tag == f"{_TEXT}list":
                self._nested(child, BlockKind.LIST_ITEM)
            elif child.tag == f"{_TABLE}table-cell":
                self._nested(child, BlockKind.TABLE_CELL)
            elif child.tag == f"{_TABLE}table-row":
                self._rows += 1
                self.walk(child)
            else:
                self.walk(child)

    def write_notes(self) -> None:
        for name, body in self._notes:
            since = self.draft.here()
            self.walk(body)
            self.draft.note(name, self.draft.words_since(since))

    def _nested(self, node: Element, kind: BlockKind) -> None:
        outer = self._kind, self._level
        self._level = self._rows if kind is BlockKind.TABLE_CELL else self._level + 1 if kind is self._kind else 1
        self._kind = kind
        self.walk(node)
        self._kind, self._level = outer

    def _paragraph(self, node: Element) -> None:
        style = self._style(node)
        kind, level = self._kind, self._level
        if any(name in style for name in _CODE):
            self.draft.end()
            return
        if node.tag == f"{_TEXT}h" or "title" in style.split(" < "):
            outline = node.get(f"{_TEXT}outline-level", "1")
            kind, level = BlockKind.HEADING, int(outline) if outline.isdigit() else 1
        elif kind is BlockKind.PARAGRAPH and ("quot" in style or "block text" in style):
            kind, level = BlockKind.QUOTE, 1
        elif kind is BlockKind.PARAGRAPH and any(name in style for name in _CAPTIONS):
            kind = BlockKind.CAPTION
        self.draft.begin(kind, level)
        since = self.draft.here()
        self._words(node)
        if kind is BlockKind.HEADING and level == 1 and self.title is None:
            self.title = self.draft.words_since(since).strip() or None
        self.draft.end()
        while self._boxes:
            self.walk(self._boxes.pop(0))

    def _style(self, node: Element) -> str:
        name = node.get(f"{_TEXT}style-name", "")
        return self._styles.get(name, name.replace("_20_", " ").lower())

    def _words(self, node: Element) -> None:
        self.draft.write(node.text or "")
        for child in node:
            self._inline(child)
            self.draft.write(child.tail or "")

    def _inline(self, node: Element) -> None:
        if node.tag in _LEFT_OUT:
            return
        if node.tag in _SIGNS:
            self.draft.write(_SIGNS[node.tag])
        elif node.tag == f"{_TEXT}note":
            self._note(node)
        elif node.tag == f"{_DRAW}text-box":
            self._boxes.append(node)
        elif node.tag == f"{_TEXT}span" and any(name in self._style(node) for name in _CODE):
            return
        elif node.tag == f"{_TEXT}a":
            since = self.draft.here()
            self._words(node)
            if (target := node.get(_HREF, "")) and not target.startswith("#"):
                self.draft.link(since, target)
        else:
            self._words(node)

    def _note(self, node: Element) -> None:
        name = node.get(f"{_TEXT}id") or f"note {len(self._notes) + 1}"
        body = node.find(f"{_TEXT}note-body")
        if body is not None:
            self._notes.append((name, body))
        self.draft.mark(name, f"[{len(self._notes)}]")
