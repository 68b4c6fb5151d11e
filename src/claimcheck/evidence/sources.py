"""The corpus made ready to be asked: its sentences indexed, its quotations and who says what in it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from claimcheck.attribution import find_attributions
from claimcheck.comparison.names import fold
from claimcheck.comparison.words import Unit, lemma_of
from claimcheck.evidence.corpus import Corpus, SourceDocument
from claimcheck.evidence.independence import roots
from claimcheck.evidence.index import Index, Text, read_text
from claimcheck.evidence.index.store import SMALL, postings_for
from claimcheck.evidence.index.texts import Keys, keys_of, number_of, place_of
from claimcheck.evidence.quotations import QuotedText
from claimcheck.lexicon import load
from claimcheck.model import Attribution, Caution, Span
from claimcheck.sentences import read_prose

_KEPT = 64  # documents of a large corpus that stay in memory
_QUOTED_IN = 40  # sentences of a large corpus in whose documents a quotation is looked for


class Source:
    """One document of the corpus; what is known of it is read off its text when it is asked for."""

    def __init__(self, held: SourceDocument, corpus: Corpus) -> None:
        self.held = held
        self.roots = roots(held.id, corpus)

    @cached_property
    def text(self) -> Text:
        return read_text(self.held.id, read_prose(self.held.document))

    @cached_property
    def quoted(self) -> QuotedText:
        return QuotedText(self.held.document.text)

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        return self.held.cautions()

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        return find_attributions(self.text.prose)

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
        if inner.speaker is None or _name_words(who) > _name_words(inner.speaker.name):
            return who  # "The warden, Luis Reyes", where the speaker is "warden"
        return inner.speaker.name


class Sources:
    """Every document that is not retracted: a retracted source backs nothing."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._held = {source.id: source for source in corpus.documents if not source.retracted}
        self._ids = {number_of(ident): ident for ident in self._held}
        self._read: OrderedDict[str, Source] = OrderedDict()
        size = sum(source.size for source in self._held.values())
        self._whole = size < SMALL
        if corpus.keeper is not None:
            postings = corpus.keeper(tuple(self._held.values()), corpus.index)
        else:
            wanted = {ident: source.sha256 for ident, source in self._held.items()}
            postings = postings_for(wanted, self._keys, size=size, place=corpus.index)
        self.index = Index(_Texts(self), postings)

    def find(self, ident: str) -> Source | None:
        """The document, unless there is none of that id or it is retracted."""
        return self.source(ident) if ident in self._held else None

    def source(self, ident: str) -> Source:
        found = self._read.pop(ident, None) or Source(self._held[ident], self._corpus)
        self._read[ident] = found
        if len(self._read) > _KEPT and not self._whole:
            self._read.popitem(last=False)
        return found

    def with_words(self, words: Sequence[Unit]) -> Iterator[Source]:
        """The documents that could have the words: all of a small corpus, the likeliest of a large one."""
        if self._whole:
            yield from (self.source(ident) for ident in self._held)
            return
        likely = dict.fromkeys(place_of(row)[0] for row, _, _ in self.index.rank(words, _QUOTED_IN))
        for number in list(likely)[:_KEPT]:
            yield self.source(self._ids[number])

    def numbered(self, number: int) -> Source:
        return self.source(self._ids[number])

    def __len__(self) -> int:
        return len(self._held)

    def numbers(self) -> Iterator[int]:
        return iter(self._ids)

    def _keys(self, ident: str) -> Keys:
        held = self._held[ident]
        return keys_of(self.source(ident).text, title=held.title) if self._whole else read_keys(held)


def read_keys(held: SourceDocument) -> Keys:
    """What the index holds of a document, read from its file."""
    return keys_of(read_text(held.id, read_prose(held.document)), title=held.title)


class _Texts(Mapping[int, Text]):
    """The texts by number, each read when it is asked for."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def __getitem__(self, number: int) -> Text:
        return self._sources.numbered(number).text

    def __iter__(self) -> Iterator[int]:
        return self._sources.numbers()

    def __len__(self) -> int:
        return len(self._sources)


@lru_cache(maxsize=4)
def read_sources(corpus: Corpus) -> Sources:
    return Sources(corpus)


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
