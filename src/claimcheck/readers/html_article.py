"""Which part of a web page is the article."""

from __future__ import annotations

import re

from claimcheck.patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_FURNITURE = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "script",
        "style",
        "template",
        "svg",
        "noscript",
        "iframe",
        "dialog",
        "select",
    ]
)
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu", "toolbar", "tooltip"]
)
_NAMES = compiled(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|related|recommended|comments?|disqus"
    r"|newsletter|subscribe|subscription|cookies?|consent|promo|advert|ads?|sponsored|sidebar|footer|masthead|toolbar"
    r"|pagination|pager|skip-link|screen-reader-text|sr-only|most-read|trending|tags|toc|paywall|mw-editsection)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHORTEST = 80  # characters of a paragraph that tells an article from a list of headlines
_TEXT_TAGS = "p, li, blockquote, td, dd"


def is_furniture(node: LexborNode) -> bool:
    """Whether the element is there for the page and not for the article."""
    if node.tag in _FURNITURE:
        return True
    about = node.attributes
    if about.get("role") in _ROLES or "hidden" in about or about.get("aria-hidden") == "true":
        return True
    if "display:none" in (about.get("style") or "").replace(" ", ""):
        return True
    return node.tag not in ("p", "body", "main", "article", "a", "span") and any(
        _NAMES.search(about.get(key) or "") for key in ("class", "id")
    )


def find_article(body: LexborNode) -> LexborNode:
    """The element with the most running text, or what is marked as article or main part around it; else the body.

    A paragraph counts for what it stands in and by half for what that stands in.
    """
    scores: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in body.css("p"):
        weight = _running_text(paragraph)
        if not weight or _in_furniture(paragraph):
            continue
        parent, share = paragraph.parent, 1.0
        while parent is not None and share >= 0.5:
            scores[parent.mem_id] = scores.get(parent.mem_id, 0.0) + share * weight
            nodes[parent.mem_id] = parent
            parent, share = parent.parent, share / 2
    if not scores:
        return next(iter(body.css("article, main, [role=main]")), body)
    best = nodes[max(scores, key=lambda key: scores[key])]
    return _marked(best) or _with_title(best)


def _running_text(paragraph: LexborNode) -> int:
    """How much the paragraph says besides its links; nothing when it is short or mostly links."""
    words = len(" ".join(paragraph.text().split()))
    linked = sum(len(link.text()) for link in paragraph.css("a"))
    return words - linked if words >= _SHORTEST and 2 * linked < words else 0


def _in_furniture(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if is_furniture(parent):
            return True
        parent = parent.parent
    return False


def _marked(node: LexborNode) -> LexborNode | None:
    """The nearest element around it, or itself, that the page marks as the article or the main part."""
    around: LexborNode | None = node
    while around is not None:
        if around.tag in ("article", "main") or around.attributes.get("role") == "main":
            return around
        around = around.parent
    return None


def _with_title(node: LexborNode) -> LexborNode:
    """The element, or the nearest one around it that holds the only first heading of the page."""
    around = node.parent
    if node.css_first("h1") is not None:
        return node
    while around is not None and around.tag not in ("html", None):
        if len(around.css("h1")) == 1:
            return around
        around = around.parent
    return node
