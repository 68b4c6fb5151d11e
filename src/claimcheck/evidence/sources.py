"""The corpus made ready to be asked: its sentences indexed, its quotations and who says what in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimcheck.attribution import find_attributions
from claimcheck.comparison.names import fold
from claimcheck.comparison.words import lemma_of
from claimcheck.evidence.corpus import Corpus, SourceDocument
from claimcheck.evidence.independence import roots
from claimcheck.evidence.index import Index, Text, read_text
from claimcheck.evidence.quotations import QuotedText
from claimcheck.lexicon import load
from claimcheck.model import Attribution, Span
from claimcheck.records import dataclass
from claimcheck.sentences import read_prose


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the corpus."""

    held: SourceDocument
    text: Text
    quoted: QuotedText
    attributions: tuple[Attribution, ...]
    roots: tuple[str, ...]

    def said_by(self, words: Sequence[Span]) -> str | None:
        """Whom the document names for most of the words; None when it says them itself, "" when it names nobody.

        A source that stands among the words is not lost: who repeats them repeats whose they are.
        """
        inner: Attribution | None = None
        for said in self.attributions:
            inside = sum(any(piece.covers(word) for piece in said.content) for word in words)
            named = any(piece.covers(word) for piece in said.source for word in words)
            if 2 * inside > len(words) and not named:
                inner = said
        if inner is None:
            return None
        who = " ".join(piece.of(self.held.document.text) for piece in inner.source)
        return inner.speaker.name if inner.speaker else who


@dataclass(frozen=True, slots=True)
class Sources:
    by_id: dict[str, Source]
    index: Index


@lru_cache(maxsize=4)
def read_sources(corpus: Corpus) -> Sources:
    """Every document that is not retracted: a retracted source backs nothing."""
    found = {}
    for held in corpus.documents:
        if held.retracted:
            continue
        prose = read_prose(held.document)
        found[held.id] = Source(
            held,
            read_text(held.id, prose),
            QuotedText(held.document.text),
            find_attributions(prose),
            roots(held.id, corpus),
        )
    return Sources(found, Index([source.text for source in found.values()]))


def same_voice(one: str, other: str) -> bool | None:
    """Whether two descriptions name one speaker; None when they do not tell."""
    mine, theirs = _name_words(one), _name_words(other)
    if mine and theirs:
        return mine <= theirs or theirs <= mine
    shared = _nouns(one) & _nouns(other)
    return True if shared else None


def _name_words(voice: str) -> frozenset[str]:
    offices = load("offices")
    passing = {*load("names")["titles"], *offices["heads"]}
    return frozenset(
        word
        for raw in voice.replace(",", " ").split()
        if raw[0].isupper() and (word := fold(raw.removesuffix("'s").removesuffix("’s"))) not in passing | _LITTLE
    )


_LITTLE = frozenset({"the", "a", "an", "one", "of", "he", "she", "they", "it"})


def _nouns(voice: str) -> frozenset[str]:
    return frozenset(lemma_of(word) for raw in voice.split() if (word := fold(raw.strip(",."))) and word not in _LITTLE)


def is_voice_of(source: SourceDocument, speaker: str) -> bool:
    """Whether the document was written or published by the speaker."""
    return any(same_voice(name, speaker) for name in _makers(source))


def _makers(source: SourceDocument) -> Iterable[str]:
    return (*source.author, *((source.publisher,) if source.publisher else ()))
