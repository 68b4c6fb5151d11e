"""A clause as it is read, and the row of clauses that are open at a time."""

from __future__ import annotations

from claimcheck.claims.chunks import Row, Words, lexicon
from claimcheck.claims.coordination import CLAUSE, Slot, group, items
from claimcheck.enumerations import StrEnum
from claimcheck.records import dataclass, field

COPULAS = frozenset(
    {"is", "are", "was", "were", "be", "been", "became", "becomes", "become", "remains", "remained", "'s"}
)
BEING = COPULAS | {"being", "am", "'re", "got", "get"}


class Part(StrEnum):
    """What a clause is to the sentence."""

    MAIN = "main"
    PREDICATE = "predicate"  # a second verb with the subject of the first
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    SUBORDINATE = "subordinate"


@dataclass(slots=True)
class Clause:
    """A clause as it is read. Without a subject of its own it has that of `outer`, the clause around it."""

    part: Part
    lead: list[Slot] = field(default_factory=list)
    subject: Slot | None = None
    verb: Words = ()
    slots: list[Slot] = field(default_factory=list)
    outer: Clause | None = None
    start: int = 0  # its first chunk
    named: bool = False  # it has read a subject of its own
    guarded: bool = False  # less than the whole of it would mean something else
    conditional: bool = False  # true only on a condition: "if the dam bursts, ..."
    bracketed: bool = False  # opened by a comma: after the next one the outer clause goes on
    silent: bool = False  # asserts nothing of its own: "anyone who ..."
    needed: bool = False  # the outer clause is not complete without these words
    verbal: tuple[int, Words] | None = None  # its last "to ..." or -ing slot, and the "to" or preposition before it

    @property
    def complete(self) -> bool:
        return bool(self.verb)


def subject_of(clause: Clause) -> Slot | None:
    """The clause's subject, or that of the nearest clause around it that has one."""
    seen: Clause | None = clause
    for _ in range(8):
        if seen is None or seen.subject is not None:
            break
        seen = seen.outer
    return seen.subject if seen else None


class OpenClauses:
    """The place in a row of chunks, and the clauses that are open there, the innermost last."""

    def __init__(self, row: Row) -> None:
        self.row, self.codes = row, row.codes
        self.stack: list[Clause] = []
        self.clauses: list[Clause] = []
        self.asides: list[Words] = []
        self.last: Words = ()  # the noun phrase read last
        self.at = 0
        self.doubtful = False  # whether a clause may have begun that was not seen: ", and the men in Orsk ..."
        self.listing = False  # what follows a colon, each with what is said of it
        self.reported = row.codes.lstrip('c,;:.-)"').startswith("T")  # what somebody says: "that ..."
        self._open(Clause(Part.MAIN))

    @property
    def _start(self) -> int:
        """The position of the chunk that is read."""
        return self.row.low[self.at]

    @property
    def top(self) -> Clause:
        return self.stack[-1]

    @property
    def begun(self) -> bool:
        """Whether the open clause has read its subject."""
        return self.top.named and self.top.subject is not None

    def _open(self, clause: Clause) -> None:
        clause.start = self.at
        clause.outer = self.stack[-1] if self.stack else None
        self.stack.append(clause)
        self.clauses.append(clause)

    def _close(self) -> None:
        clause = self.stack.pop()
        end = self.at - (self.row.code(self.at - 1) == ".")
        if clause.needed and clause.start < end:
            self._extend((self.row.span(clause.start, end),))

    def _extend(self, words: Words) -> None:
        """Adds words to what was read last in the open clause."""
        top = self.top
        if top.slots:
            top.slots[-1].extend(words)
        elif top.verb:
            top.slots.append(Slot([words]))
        elif top.subject and top.named:
            top.subject.extend(words)
        elif top.lead and (self.row.lower[words[0].start] == "of" or self.row.code(self.at) == "E"):
            top.lead[-1].extend(words)  # "after a period | of falling wages", "in a letter | sent by the mayor"
        else:
            top.lead.append(Slot([words]))

    def _unwind(self) -> None:
        while len(self.stack) > 1:
            self._close()

    def _fresh(self) -> None:
        """Ends everything that is open and begins a clause that inherits nothing."""
        self._unwind()
        self.stack.clear()
        self._open(Clause(Part.MAIN))

    def _swap(self, clause: Clause) -> None:
        """Opens the clause in the place of the one that is open."""
        top = self.stack.pop()
        clause.needed, clause.bracketed = top.needed, top.bracketed
        self._open(clause)
        clause.start, clause.outer = top.start, top.outer

    def _words(self, positions: range) -> str:
        return " ".join(self.row.lower[positions.start : positions.stop])

    def _here(self, chunks: int = 1) -> Words:
        return (self.row.span(self.at, self.at + chunks),)

    def _take_verb(self) -> None:
        self.top.verb = self._here()
        self.at += 1

    def _other(self) -> None:
        if self.codes[self.at] not in '")(':
            self._extend(self._here())
        self.at += 1

    def _opaque(self) -> None:
        """Takes the clause that begins here whole, as a part of the open one."""
        waiting = any(not clause.complete for clause in self.stack)
        end = self.at + 1
        while end < len(self.codes) and self.codes[end] not in ";.":
            if self.codes[end] == "," and self.row.code(end + 1) == "c" and CLAUSE.match(self.codes, end + 2):
                break
            if self.codes[end] == "," and self.row.code(end + 1) == "V" and waiting:
                break
            if self.codes[end] == "," and self._parts_from(end + 1):
                break
            end += 1
        self._extend((self.row.span(self.at, end),))
        self.at = end

    def _parts_from(self, chunk: int) -> bool:
        """Whether ", though ..." or ", saying ..." goes on with the sentence and not with what is taken whole."""
        code, row = self.row.code(chunk), self.row
        if code == "s":
            return row.word(chunk) in lexicon("contrasting") and bool(CLAUSE.match(self.codes, chunk + 1))
        last = row.high[chunk] - 1 if code == "G" else len(row.words)
        return last + 1 < len(row.words) and row.words[last + 1] > row.words[last] + 1  # what he says is told apart

    def _group(self, chunk: int) -> tuple[Slot, int]:
        top = self.top
        if top.part is Part.RELATIVE and top.bracketed and top.complete and self.codes.startswith("N,cN", chunk):
            slot, end = Slot([(self.row.span(chunk, chunk + 1),)]), chunk + 1  # "which won praise, | and a novel"
        else:
            slot, end = group(self.row, chunk, complete=top.complete, begun=self.begun)
        slot.temporal = len(slot.choices) == 1 and self.row.temporal(slot.choices[0])
        self.last = slot.choices[-1]
        if len(slot.choices) == 1 and "c" in self.row.letters and any("c" in self.row.shape(r) for r in self.last):
            first, stop = items(self.row, chunk, end)[-1]
            self.last = (self.row.span(first, stop),)
        return slot, end

    def _passive(self) -> bool:
        verb = self.top.verb[-1]
        being = any(self.row.lower[p] in BEING for stretch in self.top.verb for p in stretch)
        return being and self.row.letters[verb.stop - 1] == "e"

    def _told_of_noun(self) -> bool:
        """Whether a participle after a comma is told of an object rather than of the subject: "freed men, held in"."""
        top = self.top
        if not top.complete or self.row.code(self.at - 2) not in ("N", "B") or self._passive():
            return False
        active = self.row.lower[top.verb[-1][-1]] not in COPULAS
        return active and bool(top.slots) and not top.slots[-1].temporal

    def _told_of_subject(self) -> bool:
        """Whether the noun phrase before says what the subject is, so that what follows is told of the subject."""
        top = self.top
        if self.row.code(self.at - 1) not in ("N", "B") or len(top.slots) != 1 or len(top.verb) != 1:
            return False
        first = top.slots[0].choices[0][0]
        if len(top.slots[0].choices[-1]) > 1:
            return False  # "a member of the band | formed in May"
        return self.row.lower[top.verb[0][-1]] in COPULAS and self.row.lower[first.start] in {"a", "an", "one"}
