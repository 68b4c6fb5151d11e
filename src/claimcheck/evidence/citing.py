"""Which citations stand behind a claim, and which documents of the corpus they lead to."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator

from claimcheck.model import Citation, Cited, Claim, Document, DocumentReport, Span
from claimcheck.patterns import pattern
from claimcheck.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.evidence.corpus import Corpus, SourceDocument

_NUMBER = pattern(r"\[(\d{1,3})\]")
_ENTRY = pattern(r"^[ \t]{0,8}(?:\[(\d{1,3})\]|(\d{1,3})[.)])[ \t]{1,8}(\S[^\n]{0,1000})", re.MULTILINE)
_KEY = pattern(r"\[-?@([\w:.-]{1,100}?)(?:,[^\]\n]{0,200})?\]")
_YEAR = pattern(
    r"(?P<inside>\((?P<who>[A-Z][\w’'-]{1,40}(?:(?:,? (?:and|&) |, )[A-Z][\w’'-]{1,40}){0,3}(?: et al\.?)?),? "
    r"(?P<year>(?:19|20)\d\d)[a-z]?(?:[,:] [^()\n]{1,40})?\))"
    r"|(?P<before>[A-Z][\w’'-]{1,40})(?: (?:and|&) [A-Z][\w’'-]{1,40}| et al\.?)? \((?P<then>(?:19|20)\d\d)[a-z]?\)"
)
_URL = pattern(r"https?://[^\s<>\"]{1,2000}")
_FEWEST = 15  # characters of a title by which a note can name a document


def cite(report: DocumentReport, corpus: Corpus | None) -> DocumentReport:
    """The report with each claim's citations."""
    shelf = _Shelf(corpus)
    found = sorted((*report.document.citations, *_written(report.document, shelf)), key=lambda c: c.span)
    if not found:
        return report
    cited = [Cited(citation, shelf.find(citation)) for citation in found]
    by_sentence: dict[int, list[Cited]] = {}
    for each in cited:
        by_sentence.setdefault(_sentence_of(each.citation, report), []).append(each)
    resting: dict[int, list[Span]] = {}
    for claim in report.claims:
        if claim.sentence in by_sentence:
            resting.setdefault(claim.sentence, []).extend(claim.spans)

    def with_citations(claim: Claim) -> Claim:
        here = by_sentence.get(claim.sentence)
        return replace(claim, citations=tuple(_behind(claim, here, resting[claim.sentence]))) if here else claim

    return replace(report, claims=tuple(map(with_citations, report.claims)))


def _sentence_of(citation: Citation, report: DocumentReport) -> int:
    """The sentence that the citation stands in; a mark that is no part of the text stands behind its sentence."""
    at = citation.span.start
    if citation.span.start < citation.span.end:
        return report.prose.sentence_at(at)
    return max(0, bisect.bisect_left(report.prose.sentences, at, key=lambda s: s.span.start) - 1)


def _behind(claim: Claim, cited: list[Cited], resting: list[Span]) -> Iterator[Cited]:
    """Those of a sentence's citations that stand behind the claim.

    Linked words stand behind the claims that rest on some of them, and behind all where none does; a mark behind what
    stands before it, up to the mark before.
    """
    before = -1
    for each in cited:
        span = each.citation.span
        is_mark = span.start == span.end or each.citation.label.startswith(("[", "("))
        if is_mark:
            if any(piece.start < span.start and piece.end > before for piece in claim.spans):
                yield each
            before = span.end
        elif any(piece.overlaps(span) for piece in claim.spans) or not any(piece.overlaps(span) for piece in resting):
            yield each


def _written(document: Document, shelf: _Shelf) -> Iterator[Citation]:
    """Citations in the words of the text: "[3]" with an entry, "[@key]", and "(Duarte, 2019)" where it is known."""
    text = document.text
    if "[" in text:
        yield from _bracketed(text, {citation.span.start for citation in document.citations})
    for found in _YEAR.finditer(text) if shelf.has_authors else ():
        who, year = found["who"] or found["before"], found["year"] or found["then"]
        if shelf.by_author(who, year):
            yield Citation(Span(*found.span()), f"{who} {year}", f"({who} {year})")


def _bracketed(text: str, taken: Collection[int]) -> Iterator[Citation]:
    for found in _KEY.finditer(text):
        yield Citation(Span(*found.span()), found[1], found[0])
    entries = dict(_entries(text))
    for found in _NUMBER.finditer(text):
        entry = entries.get(found[1])
        if entry and entry.start != found.start() and found.start() not in taken:
            words = " ".join(entry.of(text).split())
            url = _URL.search(words)
            yield Citation(Span(*found.span()), url[0].rstrip(".,;)") if url else found[1], found[0], words)


def _entries(text: str) -> Iterator[tuple[str, Span]]:
    """The references by number: "[3] …" at the head of a line, or "3. …" below the last mark."""
    marks = [m.start() for m in _NUMBER.finditer(text) if not _at_line_start(text, m.start())]
    last = marks[-1] if marks else len(text)
    for entry in _ENTRY.finditer(text):
        if entry[1] or entry.start() > last:
            yield entry[1] or entry[2], Span(entry.start() if entry[1] else entry.start(3), entry.end())


def _at_line_start(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


class _Shelf:
    """The documents of the corpus, by what a citation can name them with."""

    def __init__(self, corpus: Corpus | None) -> None:
        documents = corpus.documents if corpus else ()
        self._ids = {document.id: document for document in documents}
        self._addresses: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._authors: dict[tuple[str, str], str] = {}
        for document in documents:
            for url in (document.url, document.archived.url if document.archived else None):
                if url:
                    self._addresses[_address(url)] = document.id
            if document.title and len(document.title) >= _FEWEST:
                self._titles[_plain(document.title)] = document.id
            for name in document.author:
                if year := _year(document):
                    self._authors[_plain(name.split(",")[0].split()[-1]), year] = document.id

    def find(self, citation: Citation) -> str | None:
        """The id of the document that the citation leads to."""
        target, note = citation.target or "", citation.note
        by_target = self._addresses.get(_address(target)) if target else None
        if by_target or target in self._ids:
            return by_target or target
        stem = re.sub(r"\.\w{1,8}\Z", "", target.split("#")[0].rsplit("/", 1)[-1])
        if stem in self._ids and not target.startswith("http"):
            return stem
        for url in _URL.findall(note):
            if found := self._addresses.get(_address(url.rstrip(".,;)"))):
                return found
        words = set(re.findall(r"[\w-]{1,100}", note))
        named = next((ident for ident in self._ids if ident in words), None)
        plain = _plain(note)
        titled = next((ident for title, ident in self._titles.items() if title in plain), None)
        dated = re.fullmatch(r"(.+) (\d{4})", target)
        return named or titled or (self.by_author(dated[1], dated[2]) if dated else None)

    @property
    def has_authors(self) -> bool:
        """Whether `by_author` can find anything."""
        return bool(self._authors)

    def by_author(self, who: str, year: str) -> str | None:
        first = re.split(r",| and | & | et al", who)[0].strip()
        return self._authors.get((_plain(first), year))


def _address(url: str) -> str:
    """What two ways to write one address have in common."""
    from urllib.parse import urlsplit  # here, since most texts are read where no corpus is held

    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.lower().removeprefix("www.")
    query = "&".join(p for p in parts.query.split("&") if p and not p.startswith("utm_"))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _year(document: SourceDocument) -> str | None:
    day = document.issued.earliest if document.issued else None
    return str(day.year) if day else None
