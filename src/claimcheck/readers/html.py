"""HTML, live or saved: the article without the navigation, each word leading back to its line."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Collection

from claimcheck.model import BlockKind, Document, Properties
from claimcheck.patterns import compiled
from claimcheck.readers.decoding import decode
from claimcheck.readers.draft import Draft
from claimcheck.readers.html_article import find_article, is_furniture
from claimcheck.readers.html_head import Head, read_head
from claimcheck.readers.reader import in_bounds, not_installed
from claimcheck.readers.tracing import Trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What stands in a file and is no words of it, and what stands for other characters.
_NO_WORDS = compiled(
    r"<!--.{0,1000000}?(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|svg|noscript|textarea|select|object|iframe|title)\b.{0,1000000}?</(?P=raw)\s{0,9}>"
    r"|<[A-Za-z/!?](?:[^<>\"']|\"[^\"]{0,20000}\"|'[^']{0,20000}'){0,2000}>"
    r"|&(?:\#\d{1,8}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|\r\n?|\0",
    re.DOTALL | re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_LEFT_OUT = frozenset(["code", "kbd", "samp", "var", "pre", "math", "canvas", "audio", "video", "picture", "img"])
_NESTED = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
}
_NOTES = ("li", "p", "dd", "aside")  # what a note may be
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOTE_LINK = compiled(r"footnote|noteref|\bfn|sdfootnote|sdendnote|cite_ref|reference", re.IGNORECASE)
_NOTE_WORDS = compiled(r"\[?[\d*†‡a-z]{1,3}\]?", re.IGNORECASE)
_BACK = compiled(r"[↩↑⇑^️\ufe0e]{1,3}|\[?[\d*†‡]{1,3}\]?")


def read(content: bytes, *, path: str, date: datetime.date | None = None) -> tuple[Document, ...]:
    text = decode(content, path=path, encoding=charset_of(content))
    return (parse_html(text, path=path, date=date),)


def parse_html(text: str, *, path: str = "-", date: datetime.date | None = None) -> Document:
    """The blocks of the article; links and note marks are citations, code and pictures are left out."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise not_installed("html", path=path) from None
    tree = LexborHTMLParser(text)
    head = read_head(tree)
    anchors = {node.id or node.attributes.get("name") or "" for node in tree.css("[id], a[name]")}
    page = _Page(Draft(Trace(text, _NO_WORDS, _meaning)), anchors - {""})
    root = tree.body
    if root is not None:
        article = find_article(root)
        in_bounds(lambda: page.enter(root, article), path=path)
    return page.draft.document(path=path, title=head.title, date=date, own_date=head.date, properties=_properties(head))


def charset_of(content: bytes) -> str | None:
    """The encoding that the page names, where it is not the usual one."""
    found = _CHARSET.search(content[:4096])
    name = found[1].decode("ascii").lower() if found else "utf-8"
    return None if name in ("utf-8", "utf8") else name


def _meaning(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "&":
        return html.unescape(found)
    return "\n" if found[0] == "\r" else ""


def _properties(head: Head) -> Properties:
    return Properties(head.authors, head.publisher, head.url)


class _Page:
    """Walks the whole page, so that the trace never loses its place, and writes the article."""

    def __init__(self, draft: Draft, anchors: Collection[str]) -> None:
        self.draft = draft
        self._anchors = anchors  # to which links on the page may lead
        self._inside = False
        self._level = 0  # of lists and quotations
        self._rows = 0
        self._kind = BlockKind.PARAGRAPH
        self._names: list[str] = []  # by which links lead to the block at hand

    def enter(self, node: LexborNode, article: LexborNode) -> tuple[Document, ...]:
        if node.mem_id == article.mem_id:
            self._inside = True
            self._block(node, article)
            self._inside = False
        else:
            self.walk(node, article)
        return ()

    def walk(self, node: LexborNode, article: LexborNode) -> None:
        for child in node.iter(include_text=True):
            if child.is_text_node:
                words = child.text_content or ""
                (self.draft.write if self._inside else self.draft.skip)(words)
            elif child.is_element_node:
                self._element(child, article)

    def _element(self, node: LexborNode, article: LexborNode) -> None:
        if not self._inside:
            self.enter(node, article)
        elif node.tag in _LEFT_OUT or is_furniture(node):
            self._pass_over(node, article)
        else:
            self._words(node, article)

    def _pass_over(self, node: LexborNode, article: LexborNode) -> None:
        self._inside = False
        self.walk(node, article)
        self._inside = True
        if node.tag == "pre":
            self.draft.end()

    def _words(self, node: LexborNode, article: LexborNode) -> None:
        tag = node.tag or ""
        if name := node.id or (node.attributes.get("name") if tag == "a" else None):
            self._names.append(name)
        if tag == "br":
            self.draft.write("\n")
        elif tag == "a" and (target := (node.attributes.get("href") or "")):
            self._link(node, target, article)
        elif tag in _HEADINGS:
            self._block(node, article, BlockKind.HEADING, _HEADINGS[tag])
        elif tag in ("figcaption", "caption"):
            self._block(node, article, BlockKind.CAPTION)
        elif tag == "tr":
            self._rows += 1
            self.walk(node, article)
        elif tag in _NESTED:
            self._nested(node, article, _NESTED[tag])
        elif tag in _BLOCKS:
            self._block(node, article, self._kind, self._level)
        else:
            self.walk(node, article)

    def _nested(self, node: LexborNode, article: LexborNode, kind: BlockKind) -> None:
        outer = self._kind, self._level
        self._level = self._rows if kind is BlockKind.TABLE_CELL else self._level + 1 if self._kind is kind else 1
        self._kind = kind
        self._block(node, article, self._kind, self._level)
        self._kind, self._level = outer

    def _block(
        self, node: LexborNode, article: LexborNode, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0
    ) -> None:
        self.draft.begin(kind, level)
        since, outer = self.draft.here(), self._names
        self._names = [node.id] if node.id else []
        self.walk(node, article)
        for name in self._names if node.tag in _NOTES else ():
            self.draft.note(name, self.draft.words_since(since))
        self._names = outer
        self.draft.begin(self._kind, self._level)

    def _link(self, node: LexborNode, target: str, article: LexborNode) -> None:
        words = " ".join(node.text().split())
        fragment = target.partition("#")[2]
        # A browser that saves a page writes its own address before the fragment.
        if fragment in self._anchors and (_NOTE_WORDS.fullmatch(words) or _BACK.fullmatch(words)):
            if _is_note_mark(node):
                self.draft.mark(fragment, f"[{words.strip('[]')}]")
            self._pass_over(node, article)
            return
        since = self.draft.here()
        self.walk(node, article)
        if not target.startswith(("#", "javascript:")):
            self.draft.link(since, target)


def _is_note_mark(node: LexborNode) -> bool:
    """Whether the link leads to a note, not back from one."""
    around = [node, node.parent] if node.parent is not None else [node]
    names = " ".join(f"{n.attributes.get('class') or ''} {n.attributes.get('role') or ''} {n.id or ''}" for n in around)
    if re.search(r"back|\bsdfootnotesym|\bsdendnotesym", names):
        return False
    raised = any(n.tag == "sup" for n in around) or any(child.tag == "sup" for child in node.iter())
    return raised or bool(_NOTE_LINK.search(names))
