"""The claims of a report with the numbers and anchors under which the page speaks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from claimcheck.model import Attribution, Claim, Document, DocumentReport, Span
from claimcheck.records import dataclass
from claimcheck.renderers.html.markup import Markup, element, text
from claimcheck.renderers.tally import Tag, tag_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim, its number on the page (from 1), and its anchor: "c-" and its id."""

    number: int
    anchor: str
    claim: Claim
    report: DocumentReport

    @property
    def tag(self) -> Tag:
        return tag_of(self.claim)

    @property
    def said(self) -> Attribution | None:
        return None if self.claim.attribution is None else self.report.attributions[self.claim.attribution]

    @property
    def speaker(self) -> str | None:
        """By which name a reader can ask for the claim; None in the text's own voice."""
        return speaker_of(self.said, self.report.prose.text) if self.said else None

    @property
    def where(self) -> str:
        return self.report.document.source_map.location(self.claim.span.start).phrase

    def link(self, words: str | None = None) -> Markup:
        """A link to the claim: its number, or other words."""
        return element("a", text(words or str(self.number)), class_=f"icon {self.tag}", href=f"#{self.anchor}")


def speaker_of(said: Attribution, whole: str) -> str:
    """The name, else the words of the source, else that there is none."""
    return said.speaker.name if said.speaker else words_of(said.source, whole) or "nobody named"


def title_of(document: Document) -> str:
    """The title, else the name of the file and of its record."""
    name = PurePath(document.path).name if document.path != "-" else "Standard input"
    return document.title or (f"{name} [{document.record}]" if document.record else name)


def words_of(spans: tuple[Span, ...], whole: str) -> str:
    return " … ".join(" ".join(span.of(whole).split()) for span in spans)


def number_claims(
    documents: Sequence[DocumentReport], shown: Sequence[Sequence[Claim]]
) -> tuple[tuple[Numbered, ...], ...]:
    """For each document its shown claims, numbered through; where texts share a claim, later anchors get a suffix."""
    seen: Counter[str] = Counter()
    pages = []
    number = 0
    for report, claims in zip(documents, shown, strict=True):
        page = []
        for claim in claims:
            number += 1
            seen[claim.id] += 1
            again = f"-{seen[claim.id]}" if seen[claim.id] > 1 else ""
            page.append(Numbered(number, f"c-{claim.id}{again}", claim, report))
        pages.append(tuple(page))
    return tuple(pages)
