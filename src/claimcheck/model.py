"""The values that flow through claimcheck: frozen, slotted, and with no behaviour that needs I/O.

Offsets are code points into `Document.text`, half open. A `SourceMap` leads from there back to the file.
"""

from __future__ import annotations

import bisect
import datetime
import enum
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from claimcheck.enumerations import StrEnum
from claimcheck.records import NamedTuple, dataclass, overload

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    _Record = TypeVar("_Record", bound=type)


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def hull(spans: tuple[Span, ...]) -> Span:
    """The smallest span that covers all of them."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


_PAIRS = struct.Struct("ii")


def _packed(*fields: str) -> Callable[[_Record], _Record]:
    """A data class of which these fields are spans, kept as bare numbers: as objects they take most of its room."""

    def pack(record: _Record) -> _Record:
        for name in fields:
            setattr(record, name, _Packed(getattr(record, name)))
        return record

    return pack


class _Packed:
    """Stands before a slot: spans go in and come out."""

    __slots__ = ("_slot",)

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, owner: object, kind: type) -> _Packed | tuple[Span, ...]:
        return self if owner is None else tuple(map(Span._make, _PAIRS.iter_unpack(self._slot.__get__(owner))))

    def __set__(self, owner: object, spans: tuple[Span, ...]) -> None:
        self._slot.__set__(owner, b"".join([_PAIRS.pack(*span) for span in spans]))


# --- documents ---
class Place(NamedTuple):
    """A position in the file on disk; lines and columns count from 1, columns in code points."""

    line: int
    column: int


class Mark(NamedTuple):
    """Where a paragraph, or the part of it on a new page, begins in a format that has no lines."""

    offset: int
    paragraph: int  # from 1; on its page, where the format has pages, else in the document
    page: int | None = None


class Location(NamedTuple):
    """Where something stands, as a person looks for it: a line, or a paragraph and perhaps its page."""

    line: int | None = None
    column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    exact: bool = True

    def __str__(self) -> str:
        if self.paragraph is None:
            where = f"{self.line}:{self.column}"
        else:
            where = f"¶ {self.paragraph}" if self.page is None else f"p. {self.page}, ¶ {self.paragraph}"
        return where if self.exact else f"≈ {where}"

    @property
    def phrase(self) -> str:
        """As words beside a claim: "line 12"."""
        return str(self) if self.paragraph is not None else f"{'line' if self.exact else 'about line'} {self.line}"

    @property
    def margin(self) -> str:
        """As short as it can be said."""
        if self.paragraph is None:
            return str(self.line) if self.exact else f"≈{self.line}"
        return f"¶{self.paragraph}" if self.page is None else f"p{self.page}¶{self.paragraph}"


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each stretch of a document's text stands in the decoded file.

    `pieces` are (offset in the text, offset in the file), sorted; from each piece on the two run in step.
    `line_starts` are the file offsets at which lines begin; where the file has no lines, both are about the text that
    was read from it, and `marks` say where its paragraphs stand. `guessed` are pieces that were not found in the file.
    """

    pieces: tuple[tuple[int, int], ...]
    line_starts: tuple[int, ...]
    marks: tuple[Mark, ...] = ()
    guessed: frozenset[int] = frozenset()  # offsets in the text

    def file_offset(self, offset: int) -> int:
        text_at, file_at = self._piece(offset)
        return file_at + offset - text_at

    def place(self, offset: int) -> Place:
        at = self.file_offset(offset)
        line = bisect.bisect_right(self.line_starts, at)
        return Place(line, at - self.line_starts[line - 1] + 1)

    def location(self, offset: int) -> Location:
        if self.marks:
            mark = self.marks[max(0, bisect.bisect_right(self.marks, offset, key=lambda mark: mark.offset) - 1)]
            return Location(page=mark.page, paragraph=mark.paragraph)
        return Location(*self.place(offset), exact=self._piece(offset)[0] not in self.guessed)

    def _piece(self, offset: int) -> tuple[int, int]:
        return self.pieces[max(0, bisect.bisect_right(self.pieces, (offset, 1 << 62)) - 1)]


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE_CELL = "table-cell"
    DATELINE = "dateline"  # "ORSK, 4 May 1992 —" before the story


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that sentences never cross.

    `level` is a heading's depth, a quotation's or list's nesting, or a cell's row where lines do not tell it.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer from the text to something outside it: a link, a footnote mark, "[3]".

    The span of a mark that is no part of the text is empty.
    """

    span: Span
    target: str | None  # a URL or an id; None when the mark leads nowhere
    label: str = ""
    note: str = ""  # what the footnote or the entry in the references says


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself besides its text."""

    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    created: datetime.date | None = None  # of the file, which is not the day of publication


@dataclass(frozen=True, slots=True)
class Document:
    """One text, as a reader made it."""

    text: str
    blocks: tuple[Block, ...]
    source_map: SourceMap
    path: str = "-"
    sha256: str = ""  # of the file's bytes
    title: str | None = None
    date: datetime.date | None = None  # of publication; relative dates count from it
    citations: tuple[Citation, ...] = ()
    properties: Properties = Properties()
    record: str | None = None  # which text of the file it is, where the file holds several


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading, caption or cell that stands for one. `words` are its tokens' indices."""

    span: Span
    block: int
    words: range


class Sentences(Sequence[Sentence]):
    """The sentences of a document in order, kept as bare numbers; each is made when it is asked for."""

    __slots__ = ("_blocks", "_ends", "_firsts", "_starts", "_stops")

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._starts, self._ends, self._blocks = array("i"), array("i"), array("i")
        self._firsts, self._stops = array("i"), array("i")
        for (start, end), block, words in ((one.span, one.block, one.words) for one in sentences):
            self._starts.append(start)
            self._ends.append(end)
            self._blocks.append(block)
            self._firsts.append(words.start)
            self._stops.append(words.stop)

    def __reduce__(self) -> tuple[Any, ...]:
        return _of_columns, (self._starts, self._ends, self._blocks, self._firsts, self._stops)

    def __len__(self) -> int:
        return len(self._starts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentences) and tuple(self) == tuple(other)

    @overload
    def __getitem__(self, n: int) -> Sentence: ...
    @overload
    def __getitem__(self, n: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, n: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(n, slice):
            return tuple(self[k] for k in range(*n.indices(len(self))))
        return Sentence(Span(self._starts[n], self._ends[n]), self._blocks[n], range(self._firsts[n], self._stops[n]))

    def __iter__(self) -> Iterator[Sentence]:
        columns = self._starts, self._ends, self._blocks, self._firsts, self._stops
        for start, end, block, first, stop in zip(*columns, strict=True):
            yield Sentence(Span(start, end), block, range(first, stop))

    def at(self, offset: int) -> int:
        """The index of the sentence that holds the offset, or of the last one before it (0 at least)."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)


def _of_columns(starts: Any, ends: Any, blocks: Any, firsts: Any, stops: Any) -> Sentences:
    """The same sentences in another process, from their numbers."""
    made = Sentences(())
    made._starts, made._ends, made._blocks, made._firsts, made._stops = starts, ends, blocks, firsts, stops
    return made


class Tag(StrEnum):
    """Parts of speech, as coarse as the rules need them."""

    NOUN = "noun"
    NAME = "name"  # a proper noun, or a capitalised word inside one
    PRONOUN = "pronoun"  # he, they, someone, this (alone)
    DETERMINER = "determiner"  # the, a, this, every, no
    POSSESSIVE = "possessive"  # his, their; and the 's of "Khomeini's" belongs to its name
    ADJECTIVE = "adjective"
    NUMBER = "number"  # 12, twelve, 4,482; not ordinals
    VERB = "verb"  # a finite main verb
    AUXILIARY = "auxiliary"  # forms of be, have, do
    MODAL = "modal"  # may, must, would
    INFINITIVE = "infinitive"  # the bare form after "to" or a modal
    GERUND = "gerund"  # -ing as a verb: "adding that", "after killing"
    PARTICIPLE = "participle"  # -ed/-en as a verb that is not finite: "was killed", "killed by"
    TO = "to"  # before an infinitive
    ADVERB = "adverb"
    NEGATION = "negation"  # not, n't, never
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"  # and, or, but, nor
    SUBORDINATOR = "subordinator"  # that, because, although, if, after (before a clause)
    RELATIVE = "relative"  # who, which, that (after its noun), whose, where
    QUOTE = "quote"  # a quotation mark of any kind
    PUNCTUATION = "punctuation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a document, in columns of equal length; contractions are split ("did", "n't"; "Ali", "'s").

    A long text has millions: their places are bare numbers, and equal words are one object.
    """

    start: Sequence[int]
    end: Sequence[int]
    text: tuple[str, ...]
    lower: tuple[str, ...]  # lower case, typographic apostrophes made straight
    tag: tuple[Tag, ...]

    def within(self, span: Span) -> range:
        """Indices of the tokens that lie wholly inside the span."""
        return range(bisect.bisect_left(self.start, span.start), bisect.bisect_right(self.end, span.end))

    def touching(self, span: Span) -> range:
        """Indices of the tokens of which at least a part lies inside the span."""
        return range(bisect.bisect_right(self.end, span.start), bisect.bisect_left(self.start, span.end))

    def span(self, words: range) -> Span:
        """From the first of the words to the last."""
        return Span(self.start[words[0]], self.end[words[-1]])


@dataclass(frozen=True, slots=True)
class Prose:
    """A document with its sentences and tagged tokens: what every later stage reads."""

    document: Document
    sentences: Sentences
    tokens: Tokens

    @property
    def text(self) -> str:
        return self.document.text

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds the offset, or of the last one before it (0 at least)."""
        return self.sentences.at(offset)


# --- values ---
class Comparator(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at-least"
    UNDER = "under"
    AT_MOST = "at-most"
    BETWEEN = "between"
    VAGUE = "vague"


class Outcome(StrEnum):
    KILLED = "killed"
    EXECUTED = "executed"
    INJURED = "injured"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISAPPEARED = "disappeared"
    DISPLACED = "displaced"
    TORTURED = "tortured"
    SENTENCED = "sentenced"
    MISSING = "missing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what: "over 30,000 political prisoners"."""

    span: Span
    number: float | None  # as the text gives it; None for vague words
    min: float | None  # None where the interval is open
    max: float | None
    comparator: Comparator
    unit: str | None = None  # "person" for people, else the singular noun
    of: str | None = None  # the counted noun phrase, as in the text
    outcome: Outcome | None = None
    subset_of: Span | None = None  # the count that this one is part of ("including two children")


@dataclass(frozen=True, slots=True)
class Amount:
    """Money, percent, distance or another measure: `unit` is an ISO 4217 code, "%", or an SI-like name ("km")."""

    span: Span
    number: float | None
    min: float | None
    max: float | None
    comparator: Comparator
    unit: str | None = None
    length_of: Span | None = None  # the duration whose length this is


class ResolvedBy(StrEnum):
    EXPLICIT = "explicit"  # the text gives year, month and day as far as the value goes
    NEAREST = "nearest"  # the year nearest to the document's date (news)
    ANCHOR = "anchor"  # from a date before it in the text (history)
    RELATIVE = "relative"  # counted from the document's date or from an anchor
    NONE = "none"


class Style(enum.StrEnum):
    """How a text means a date without a year."""

    NEWS = "news"  # near the document's date
    HISTORY = "history"  # in the year that the text last spoke of


class Part(StrEnum):
    """Which part of a period the words mean; it keeps the bounds of the whole, as the words set no narrower ones."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class Bound(StrEnum):
    """On which side of the period something lies: "since 1979", "by the end of July"."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Period:
    """A day or a longer stretch of time, as named; `earliest` and `latest` are inclusive.

    "Since 1979" names 1979: its period is that year, and `bound` says that something lies after its beginning.
    """

    span: Span
    edtf: str | None  # EDTF (ISO 8601-2), "XXXX-07-28" when the year is not known
    earliest: datetime.date | None  # None when not known, and before the year 1
    latest: datetime.date | None
    resolved: bool
    resolved_by: ResolvedBy
    part: Part | None = None
    bound: Bound | None = None
    ends: tuple[Period, ...] = ()  # "from July to September 1988": July 1988 and September 1988
    end_of: Span | None = None  # for such an end: the whole range


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, ISO 8601: "P32Y"."""

    span: Span
    iso: str | None  # None when the text leaves the length open: "several years"
    comparator: Comparator = Comparator.EXACT  # "over three years", "about 60 days"
    amounts: tuple[Amount, ...] = ()  # how many of which unit: "2 years and 3 months" are two


class Tenure(StrEnum):
    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    THEN = "then"
    DECEASED = "deceased"


@dataclass(frozen=True, slots=True)
class Official:
    """A person in an office."""

    span: Span
    person: str
    role: str
    organisation: str | None = None
    place: str | None = None
    tenure: Tenure | None = None
    person_span: Span | None = None
    role_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks (marks not included) or of a block quotation."""

    span: Span
    speaker: str | None = None


Value = Count | Amount | Period | Duration | Official | Quotation


def listed(values: Iterable[Value]) -> Iterator[Value]:
    """Each value, and after it the values inside it: the two ends of a range, the amounts of a length of time."""
    for value in values:
        yield value
        if isinstance(value, Period):
            yield from value.ends
        elif isinstance(value, Duration):
            yield from value.amounts


# --- attribution ---
class Mode(StrEnum):
    DIRECT = "direct"  # all of the content stands in quotation marks
    INDIRECT = "indirect"  # none of it
    MIXED = "mixed"  # some


class Stance(StrEnum):
    ASSERTS = "asserts"
    ALLEGES = "alleges"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"
    DEMANDS = "demands"
    ORDERS = "orders"
    THINKS = "thinks"
    FEELS = "feels"


class CueClass(StrEnum):
    QUOTED = "quoted"
    REPORTED = "reported"
    THOUGHT = "thought"
    ATTITUDE = "attitude"


class SpeakerType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: the fullest name that the document gives."""

    name: str
    type: SpeakerType
    rule: str = "as named"  # how the words of the source led to the name
    certain: bool = True


@_packed("source", "cue", "content")
@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, as in the PARC and PolNeAR corpora; each may stand in several pieces or be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    stance: Stance
    cue_class: CueClass
    speaker: Speaker | None  # None: nobody is named, or the pronoun is left open
    rule: str
    parent: int | None = None  # of a nested one: the index of the attribution that it stands in


# --- claims ---
class Kind(enum.StrEnum):
    CASUALTY = "casualty"
    QUANTITY = "quantity"
    DATE = "date"
    OFFICIAL = "official"
    QUOTATION = "quotation"
    CHARACTERISATION = "characterisation"
    EVENT = "event"
    OPINION = "opinion"


class Status(StrEnum):
    SOURCED = "sourced"
    ATTRIBUTED = "attributed"
    UNVERIFIED = "unverified"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor should look at."""

    code: str
    severity: Severity
    message: str
    span: Span
    mend: str = ""  # what would mend it
    others: tuple[Span, ...] = ()  # other places in the document that it is about


class EvidenceStance(StrEnum):
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class Relation(StrEnum):
    """How what a passage says of one field stands to what the claim says of it."""

    SAME = "same"
    COMPATIBLE = "compatible"  # not the same words, but both hold: "about 50" and 48
    NARROWER = "narrower"  # the claim says more than the passage: a day where the passage has the month
    CONFLICTING = "conflicting"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field of a claim held against a passage, with the words on both sides."""

    field: str  # count, period, name, office, place, outcome, polarity, hedge, quantifier, speaker, words, ...
    relation: Relation
    claim_words: str = ""
    evidence_words: str = ""
    evidence_span: Span | None = None  # in the source's text
    claim_span: Span | None = None  # in the claim's own text


class Doubt(StrEnum):
    """Why what a source or an entry of the ledger says should not be used unseen."""

    STALE = "stale"  # to be reviewed again, or its words are gone from the text
    CHANGED = "changed"  # the source is no longer what it was
    MISSING = "missing"  # the source, or the file that it was made from, is not there
    DISPUTED = "disputed"
    RETRACTED = "retracted"


class Caution(NamedTuple):
    """A doubt about a piece of evidence, in words."""

    doubt: Doubt
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source document, or an entry of the ledger, that speaks to a claim."""

    source: str  # the id of the source document or of the ledger entry
    path: str
    span: Span  # in the source's text
    quote: str
    score: float  # 0 to 1
    stance: EvidenceStance
    fields: tuple[FieldComparison, ...] = ()
    line: int | None = None  # of the passage in its file
    roots: tuple[str, ...] = ()  # the documents that the source goes back to: itself when it repeats no other
    cautions: tuple[Caution, ...] = ()
    own: bool = False  # written by whoever the text has the claim from
    rests_on: tuple[str, ...] = ()  # the documents that an entry of the ledger names and the corpus holds

    def named(self, *relations: Relation) -> tuple[str, ...]:
        """The fields in one of these relations, each once."""
        return tuple(dict.fromkeys(f.field for f in self.fields if f.relation in relations))

    @property
    def differing(self) -> tuple[str, ...]:
        """In words, what the passage says otherwise than the claim."""
        return tuple(_difference(compared) for compared in self.fields if compared.relation is Relation.CONFLICTING)

    @property
    def left_open(self) -> tuple[str, ...]:
        """In words, what the passage does not say of the claim and what it says that the claim leaves out."""
        points: dict[str, dict[str, None]] = {}
        for compared in self.fields:
            if compared.relation in (Relation.NARROWER, Relation.ABSENT):
                point, words = _open_point(compared)
                points.setdefault(point, {})[words] = None
        return tuple(f"{point} {', '.join(words)}" for point, words in points.items())


_SHORT = 8  # words of the source that show where it may speak of somebody else


def _difference(compared: FieldComparison) -> str:
    here, there = compared.claim_words, compared.evidence_words
    if here and there:
        return f"{compared.field} differs: “{here}” here, “{there}” there"
    return f"not there: “{here}”" if here else f"left out here: “{there}”"


def _open_point(compared: FieldComparison) -> tuple[str, str]:
    """What kind of thing is left open, and the words."""
    here, there = compared.claim_words, compared.evidence_words
    if compared.field == "speaker":
        return ("said there by", f"“{there}”") if there else ("not told there:", "who says so")
    if compared.field == "cut":
        return "goes on there with", f"“{there}”"
    if compared.field == "role" and there:
        short = " ".join(there.split()[:_SHORT]) + (" …" if len(there.split()) > _SHORT else "")
        return ("may be another there:", f"“{short}” for “{here}”") if here else ("in between there:", f"“{short}”")
    if there and compared.field in ("hedge", "limit", "context"):
        return "left out here:", f"“{there}”"
    if here and there:
        return "less there:", f"“{there}” for “{here}”"
    if here:
        return "not there:", f"“{here}”"
    return ("left out here:", f"“{there}”") if there else ("not there:", compared.field)


@dataclass(frozen=True, slots=True)
class Filled:
    """Words that stand in a claim's text for a pronoun or short name; `antecedent` is where the document has them."""

    span: Span  # in the claim's text
    replaced: Span  # in the document
    antecedent: Span  # in the document


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that stands behind a claim, and the id of the source document that it leads to, if it is held."""

    citation: Citation
    source: str | None = None

    @property
    def described(self) -> str:
        """What is cited, where it leads, and as what it is held."""
        label, target, note = self.citation.label, self.citation.target, self.citation.note
        words = note or (target if target and target not in label else "")
        where = words or ("leads nowhere" if target is None else "")
        held = f"held as {self.source}" if self.source else ""
        label = " ".join(label.split())
        return ": ".join(part for part in (f"cites {label}", ", ".join(p for p in (where, held) if p)) if part)


@_packed("spans")
@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest assertion that can be checked on its own."""

    id: str  # 12 hex digits
    kind: Kind
    text: str  # readable alone
    spans: tuple[Span, ...]  # the words it rests on, in order
    sentence: int
    values: tuple[Value, ...] = ()
    attribution: int | None = None  # index into the document's attributions
    checkworthiness: float = 0.0  # 0 to 1: what a careful editor would check first
    filled: tuple[Filled, ...] = ()
    status: Status = Status.UNVERIFIED
    why: str = ""  # the rule and the words that decided the status
    kind_why: str = ""  # the rule and the words that decided the kind
    content: str = ""  # the text without "Ana Duarte said", where that stands in it
    evidence: tuple[Evidence, ...] = ()
    independent_sources: int = 0  # that support it: those that go back to one document are one
    citations: tuple[Cited, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def span(self) -> Span:
        return hull(self.spans)


# --- the report ---
@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What was found in one document. `findings` are about the document and belong to no single claim."""

    prose: Prose
    values: tuple[Value, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()
    nested: tuple[Attribution, ...] = ()  # inside others; their `parent` counts in attributions + nested

    def chain(self, claim: Claim) -> tuple[Attribution, ...]:
        """Who says so, from the outermost to whoever is nearest to the claim's own words."""
        if claim.attribution is None:
            return ()
        found = [self.attributions[claim.attribution]]
        at = claim.attribution
        # The speaker and "said" may stand before the claim's own words; they are nobody's content.
        told = [span for span in claim.spans if any(c.covers(span) for c in found[0].content)] or claim.spans
        for number, said in enumerate(self.nested, len(self.attributions)):
            if said.parent == at and all(any(c.covers(span) for c in said.content) for span in told):
                found.append(said)
                at = number
        return tuple(found)

    @property
    def document(self) -> Document:
        return self.prose.document


@dataclass(frozen=True, slots=True)
class Report:
    """The reports of all documents of one run."""

    documents: tuple[DocumentReport, ...]

    def __iter__(self) -> Iterator[tuple[DocumentReport, Claim]]:
        """Every claim with its document's report, in the order of the text."""
        for document in self.documents:
            for claim in document.claims:
                yield document, claim


# --- changes between two versions ---
class ChangeKind(StrEnum):
    """What can happen to a sentence and its claims from one version to the next."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    REWORDED = "reworded"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    OUTCOME = "outcome"  # what happened to people
    QUOTE = "quote"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_ADDED = "hedge-added"
    EMPHASIS = "emphasis"  # "clearly", "the fact that", "brutal": a word that presses the claim came or went
    BOUND = "bound"
    QUANTIFIER = "quantifier"
    LEGAL_STATUS = "legal-status"
    STANCE = "stance"
    ATTRIBUTION_LOST = "attribution-lost"
    ATTRIBUTION_ADDED = "attribution-added"
    ATTRIBUTION_CHANGED = "attribution-changed"
    NAMED_TO_ANONYMOUS = "named-to-anonymous"
    ANONYMOUS_TO_NAMED = "anonymous-to-named"
    TAG_CHANGED = "tag-changed"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a claim, with the words on both sides; a side is None where the words are not there.

    `direction` is 1 when the text now claims more or with more certainty, -1 when less, 0 when neither. `note` says
    what the words do not: the tags of a claim that has another one.
    """

    kind: ChangeKind
    before: Span | None
    after: Span | None
    direction: int = 0
    note: str = ""


class Edit(NamedTuple):
    """Words of the old text in the place of words of the new; None on the side where there are none."""

    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences of the old version that became sentences of the new one, and what changed in what they claim."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    likeness: float  # 0 to 1
    moved: bool  # crosses other links
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...] = ()  # every word that differs, in order

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """Each kind of change once, then where they lead: strengthened, weakened or mixed."""
        kinds = list(dict.fromkeys(change.kind for change in self.changes))
        ways = {change.direction for change in self.changes} - {0}
        if ways:
            up, down = ChangeKind.STRENGTHENED, ChangeKind.WEAKENED
            kinds.append(ChangeKind.MIXED if len(ways) > 1 else up if 1 in ways else down)
        return tuple(kinds)


@dataclass(frozen=True, slots=True)
class Diff:
    """Two versions of a document and what became of each sentence; `added` and `removed` are sentence indices."""

    old: DocumentReport
    new: DocumentReport
    links: tuple[SentenceLink, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        """Every kind of change that occurs."""
        kinds = {kind for link in self.links for kind in link.kinds}
        ends = ((ChangeKind.ADDED, self.added), (ChangeKind.REMOVED, self.removed))
        return frozenset(kinds | {kind for kind, sentences in ends if sentences})
