"""reStructuredText, read by docutils; files that it names are not opened."""

from __future__ import annotations

import datetime
import io
import re

from claimcheck.errors import ClaimcheckError
from claimcheck.model import BlockKind, Document, Properties
from claimcheck.patterns import compiled
from claimcheck.readers.draft import Draft
from claimcheck.readers.reader import in_bounds, not_installed, whole
from claimcheck.readers.tracing import Trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docutils import nodes

_ESCAPE = compiled(r"\\(.)|\r\n?|\n[ \t]+", re.DOTALL)
_LEFT_OUT = frozenset(
    [
        "literal",
        "literal_block",
        "doctest_block",
        "math",
        "math_block",
        "comment",
        "system_message",
        "problematic",
        "raw",
        "image",
        "label",
        "target",
        "substitution_definition",
        "pending",
        "topic",
        "meta",
        "decoration",
    ]
)
_SETTINGS = {
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": io.StringIO(),
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "doctitle_xform": False,
    "smart_quotes": False,
    "syntax_highlight": "none",
    "line_length_limit": 100_000,
}


def parse_rst(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The blocks of a text without literal ones; links and note marks are citations."""
    try:
        from docutils.core import publish_doctree
        from docutils.utils import SystemMessage
    except ImportError:
        raise not_installed("rst", path=path) from None

    def read() -> tuple[Document, ...]:
        try:
            tree = publish_doctree(text, settings_overrides=_SETTINGS)
        except (SystemMessage, ValueError, AttributeError, IndexError) as error:
            raise ClaimcheckError(f"is not reStructuredText: {' '.join(str(error).split())[:200]}", path=path) from None
        page = _Page(Draft(Trace(text, _ESCAPE, _meaning)))
        page.walk(tree)
        about = Properties(authors=page.authors)
        return (page.draft.document(path=path, date=date, own_date=page.date, may_be_empty=True, properties=about),)

    return in_bounds(read, path=path)[0]


read = whole(parse_rst)


def _meaning(match: re.Match[str]) -> str:
    if match[1]:
        return "" if match[1].isspace() else match[1]
    return "\n"


class _Page:
    """Writes the words of a tree of docutils."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.authors: tuple[str, ...] = ()
        self.date: datetime.date | None = None
        self._depth = self._rows = 0
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._marks: list[str] = []

    def walk(self, node: nodes.Node) -> None:
        for child in node.children:
            name = child.__class__.__name__
            if name == "Text":
                self.draft.write(child.astext())
            elif name in _LEFT_OUT:
                continue
            elif handler := getattr(self, f"_{name}", None):
                handler(child)
            else:
                self.walk(child)

    def _section(self, node: nodes.Element) -> None:
        self._depth += 1
        self.walk(node)
        self._depth -= 1

    def _block(self, node: nodes.Element, kind: BlockKind, level: int) -> None:
        self.draft.begin(kind, level)
        self.walk(node)
        self.draft.end()

    def _title(self, node: nodes.Element) -> None:
        self._block(node, BlockKind.HEADING, max(1, self._depth))

    _rubric = _subtitle = _title

    def _paragraph(self, node: nodes.Element) -> None:
        self._block(node, self._kind, self._level)

    _line = _term = _attribution = _paragraph

    def _caption(self, node: nodes.Element) -> None:
        self._block(node, BlockKind.CAPTION, 0)

    def _nested(self, node: nodes.Element, kind: BlockKind, level: int) -> None:
        outer = self._kind, self._level
        self._kind, self._level = kind, level
        self.walk(node)
        self._kind, self._level = outer

    def _list_item(self, node: nodes.Element) -> None:
        self._nested(node, BlockKind.LIST_ITEM, self._level + 1 if self._kind is BlockKind.LIST_ITEM else 1)

    def _block_quote(self, node: nodes.Element) -> None:
        self._nested(node, BlockKind.QUOTE, self._level + 1 if self._kind is BlockKind.QUOTE else 1)

    def _entry(self, node: nodes.Element) -> None:
        self._nested(node, BlockKind.TABLE_CELL, self._rows)

    def _row(self, node: nodes.Element) -> None:
        self._rows += 1
        self.walk(node)

    def _reference(self, node: nodes.Element) -> None:
        since = self.draft.here()
        self.walk(node)
        if target := node.get("refuri"):
            self.draft.link(since, target)

    def _footnote_reference(self, node: nodes.Element) -> None:
        name = node.get("refid") or f"?{node.astext()}"
        self.draft.mark(name, f"[{node.astext()}]")

    _citation_reference = _footnote_reference

    def _footnote(self, node: nodes.Element) -> None:
        since = self.draft.here()
        self.walk(node)
        self.draft.end()
        ids: list[str] = node.get("ids", [])
        for name in ids:
            self.draft.note(name, self.draft.words_since(since))

    _citation = _footnote

    def _docinfo(self, node: nodes.Element) -> None:
        for field in node.children:
            words = " ".join(field.astext().split())
            match field.__class__.__name__:
                case "author":
                    self.authors = (*self.authors, words)
                case "authors":
                    self.authors = tuple(child.astext() for child in field.children)
                case "date":
                    try:
                        self.date = datetime.date.fromisoformat(words[:10])
                    except ValueError:
                        continue

    def _field_list(self, node: nodes.Element) -> None:
        """Fields are about the text; those that docutils knows are in its `docinfo`."""
