"""What the head of a web page says of it: title, day, authors, publisher and address."""

from __future__ import annotations

import datetime
import json

from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from selectolax.lexbor import LexborHTMLParser

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_DATES = (
    *("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date"),
    *("dcterms.issued", "dcterms.created", "citation_publication_date", "pubdate", "publishdate", "parsely-pub-date"),
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage")
_LONGEST = 1_000_000  # characters of JSON-LD


class Head(NamedTuple):
    title: str | None
    date: datetime.date | None
    authors: tuple[str, ...]
    publisher: str | None
    url: str | None


def read_head(tree: LexborHTMLParser) -> Head:
    """From the meta elements, then from JSON-LD, then from the page itself."""
    meta = _meta(tree)
    data = _linked_data(tree)
    heading = tree.css("h1")
    own = heading[0].text() if len(heading) == 1 else None
    title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    time = tree.css_first("time[datetime][pubdate], article time[datetime], time[itemprop=datePublished]")
    published = (_first(meta, _DATES), data.get("datePublished"), time.attributes.get("datetime") if time else None)
    authors = tuple(a for key in _AUTHORS for a in meta.get(key, ()) if not a.startswith("http"))
    return Head(
        title=_words(own or _first(meta, _TITLES) or data.get("headline") or (title.text() if title else None)),
        date=next((day for found in published if (day := _day(found))), None),
        authors=tuple(dict.fromkeys(authors)) or _names(data.get("author")),
        publisher=_words(_first(meta, _PUBLISHERS) or next(iter(_names(data.get("publisher"))), None)),
        url=_first(meta, ("og:url",)) or (canonical.attributes.get("href") if canonical else None),
    )


def _meta(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        about = node.attributes
        name = about.get("property") or about.get("name") or about.get("itemprop")
        if name and (content := (about.get("content") or "").strip()):
            found.setdefault(name.lower(), []).append(content)
    return found


def _linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    """The first article in the page's JSON-LD."""
    for node in tree.css('script[type="application/ld+json"]'):
        words = node.text()
        try:
            data = json.loads(words) if len(words) < _LONGEST else None
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else [graph]:
            if isinstance(item, dict) and any(kind in _ARTICLES for kind in _listed(item.get("@type"))):
                return item
    return {}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(value: object) -> tuple[str, ...]:
    names = (item.get("name") if isinstance(item, dict) else item for item in _listed(value))
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _first(meta: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((meta[key][0] for key in keys if key in meta), None)


def _words(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _day(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value.strip()[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
