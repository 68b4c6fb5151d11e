"""The clauses of a sentence: who, does what, to whom, and what stands around it; read from left to right.

A clause is a row of slots around its verb. A slot with several choices is a coordination ("Orsk, Ufa and Perm"); a
loose slot says when, where or how, and can stand apart from its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from claimcheck.claims.chunks import Row, Words, lexicon
from claimcheck.claims.coordination import CLAUSE, JOINING, Slot, group, items

PREDICATE = re.compile(r"b{0,2}(?:,[bp]N?,)?V")
APPOSITION = re.compile(r",b?NB?(?:(?:[pc]|Gp?|Ep?)NB?){0,6}(?=[,.;:\-]|$)")
RENAMED_WHO = re.compile(r",b?N(?:pN){0,2}(?=rb?V)")
RELATIVE = re.compile(r"(?:,?b?pN,?){0,2}(?:b?V|b?N(?:[pc]N){0,3}b?V)")
ADJECTIVES = re.compile(r"j(?:,b?j){0,20},?cb?j")
COPULAS = frozenset(
    {"is", "are", "was", "were", "be", "been", "became", "becomes", "become", "remains", "remained", "'s"}
)
BEING = COPULAS | {"being", "am", "'re", "got", "get"}
UNTIL = frozenset({"to", "until", "till", "through", "into", "up to"})
PRONOUNS = frozenset({"who", "which", "that"})


class Part(Enum):
    """What a clause is to the sentence."""

    MAIN = auto()
    PREDICATE = auto()  # a second verb with the subject of the first
    RELATIVE = auto()
    PARTICIPLE = auto()
    SUBORDINATE = auto()


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
    bracketed: bool = False  # opened by a comma: after the next one the outer clause goes on
    needed: bool = False  # the outer clause is not complete without these words
    verbal: tuple[int, Words] | None = None  # its last "to ..." or -ing slot, and the "to" or preposition before it

    @property
    def complete(self) -> bool:
        return bool(self.verb)


class Reader:
    """Reads one row of chunks into clauses and asides (appositions and brackets)."""

    def __init__(self, row: Row) -> None:
        self.row, self.codes = row, row.codes
        self.stack: list[Clause] = []
        self.clauses: list[Clause] = []
        self.asides: list[Words] = []
        self.last: Words = ()  # the noun phrase read last
        self.at = 0
        self._open(Clause(Part.MAIN))

    def read(self) -> None:
        """Reads to the end; `clauses` and `asides` then hold what was found."""
        handlers = {
            "N": self._noun, "p": self._preposition, "V": self._verb, "I": self._infinitive, "G": self._gerund,
            "E": self._participle, "c": self._conjunction, "s": self._subordinator, "T": self._that,
            "r": self._relative, ",": self._comma, ";": self._semicolon, ":": self._colon, "B": self._bracket,
            "-": self._dash, "b": self._adverb, "j": self._adjective, "k": self._examples, "!": self._negation,
            ".": self._stop,
        }  # fmt: skip
        self.asides += self._told_in_brackets()
        end = len(self.codes)
        while self.at < end and self.codes[self.at] in 'Tc,;:.-)"':
            self.at += 1
        while self.at < end:
            before = self.at
            handlers.get(self.codes[self.at], self._other)()
            self.at = max(self.at, before + 1)
        self._unwind()

    @property
    def top(self) -> Clause:
        return self.stack[-1]

    @property
    def begun(self) -> bool:
        """Whether the open clause has read its subject."""
        return self.top.named and self.top.subject is not None

    # --- the stack of open clauses ---
    def _open(self, clause: Clause) -> None:
        clause.start = self.at
        clause.outer = self.stack[-1] if self.stack else None
        self.stack.append(clause)
        self.clauses.append(clause)

    def _close(self) -> None:
        clause = self.stack.pop()
        if clause.needed and clause.start < self.at:
            self._extend((self.row.span(clause.start, self.at),))

    def _extend(self, words: Words) -> None:
        """Adds words to what was read last in the open clause."""
        top = self.top
        if top.slots:
            top.slots[-1].extend(words)
        elif top.verb:
            top.slots.append(Slot([words]))
        elif top.subject and top.named:
            top.subject.extend(words)
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

    def _negation(self) -> None:
        self.top.guarded = True
        self._other()

    # --- noun phrases ---
    def _group(self, chunk: int) -> tuple[Slot, int]:
        slot, end = group(self.row, chunk, complete=self.top.complete, begun=self.begun)
        slot.temporal = len(slot.choices) == 1 and self.row.temporal(slot.choices[0])
        self.last = slot.choices[-1]
        return slot, end

    def _noun(self) -> None:
        start, top = self.at, self.top
        slot, self.at = self._group(start)
        previous = top.slots[-1] if top.slots else None
        if top.complete and previous and previous.loose and not previous.temporal and self.codes[start - 1] in "GE":
            previous.extend(slot.whole)  # "for planning and leading attacks"
            previous.loose = slot.temporal
        elif top.complete:
            slot.loose = slot.temporal and bool(top.slots or self.codes[start - 1] == ",")
            top.slots.append(slot)
        elif not top.named:
            top.subject, top.named = slot, True
            if slot.temporal and self.row.code(self.at) in (",", "N"):
                slot.loose = True
                top.lead.append(slot)
                top.subject, top.named = None, False
        elif slot.temporal:
            slot.loose = True
            top.lead.append(slot)
        else:
            self._extend((self.row.span(start, self.at),))

    # --- prepositions ---
    def _preposition(self) -> None:
        start, word, after = self.at, self.row.word(self.at), self.row.code(self.at + 1)
        marker = self.row.span(start, start + 1)
        if after == "r":
            self._relative()
        elif after == "G" and word in lexicon("sequence") and self.top.complete:
            self.at += 1
            self._open(Clause(Part.PARTICIPLE))
            self._take_verb()
        elif after != "N":
            chunks = 2 if after and after in "GEj" else 1
            if after == "G" and self.top.complete:
                self.top.verbal = (len(self.top.slots), self._here())
                self.top.slots.append(Slot([self._here(chunks)]))
            else:
                self._extend(self._here(chunks))
            self.at += chunks
        else:
            before = self.last
            slot, self.at = self._group(self.at + 1)
            slot = slot.after(marker)
            if slot.temporal and before:
                self.last = before  # "the leader at the time, Ana Duarte"
            if word in {"from", "between"} and self.codes.startswith("pN", self.at) and self.row.word(self.at) in UNTIL:
                slot.extend(self._here(2))  # "from 1998 to 2004"
                self.at += 2
            self._place(slot, word, comma=self.row.code(start - 1) == ",")

    def _place(self, slot: Slot, word: str, *, comma: bool) -> None:
        """Puts a prepositional phrase where it belongs; `comma` tells that one stands before it."""
        top = self.top
        loose = word in lexicon("loose")
        if not top.complete:
            if self.begun and not (slot.temporal and loose):
                self._extend(slot.whole)
            elif top.lead and not comma and not self.begun and not slot.temporal:
                top.lead[-1].extend(slot.whole)
            else:
                slot.loose = loose
                top.lead.append(slot)
            return
        previous = top.slots[-1] if top.slots else None
        free = self.row.lower[top.verb[-1][-1]] in lexicon("free_verbs")
        if previous and (word == "of" or (word == "for" and self._within_name(previous, slot))):
            previous.extend(slot.whole)
        elif previous and previous.loose and not (slot.temporal or previous.temporal or comma or (free and not loose)):
            previous.extend(slot.whole)  # "at the square in Orsk"
        else:
            after_object = (previous is not None or free) and word in lexicon("loose_after_object")
            slot.loose = loose or after_object or (word == "by" and self._passive())
            top.slots.append(slot)

    def _within_name(self, before: Slot, after: Slot) -> bool:
        """Whether the phrase goes on with a name: "the Prize | for Composition"."""
        letters = self.row.letters
        return letters[before.choices[-1][-1].stop - 1] == "m" and letters[after.choices[0][0].start + 1] == "m"

    def _passive(self) -> bool:
        verb = self.top.verb[-1]
        being = any(self.row.lower[p] in BEING for stretch in self.top.verb for p in stretch)
        return being and self.row.letters[verb.stop - 1] == "e"

    # --- verbs ---
    def _verb(self) -> None:
        if self.top.complete:
            waiting = next((k for k in range(len(self.stack) - 2, -1, -1) if not self.stack[k].complete), None)
            if waiting is None:
                self._other()  # "they said the bridge was closed"
                return
            while len(self.stack) - 1 > waiting:
                self._close()
        self._take_verb()

    def _infinitive(self) -> None:
        if self.top.complete:
            for slot in self.top.slots[-1:]:
                slot.loose = slot.loose and slot.temporal  # "over their refusal to sign"
            here = self._here()
            self.top.verbal = (len(self.top.slots), (here[0][:1],) if self.row.letters[here[0].start] == "t" else ())
            self.top.slots.append(Slot([here]))
        elif self.begun:
            self._extend(self._here())
        else:
            end = self.codes.find(",", self.at)
            verb = self.codes.find("V", self.at)
            if end < 0 or -1 < verb < end:
                self._other()
                return
            self.top.lead.append(Slot([(self.row.span(self.at, end),)]))  # "To avoid a trial, ..."
            self.at = end
            return
        self.at += 1

    def _gerund(self) -> None:
        if self.top.complete or self.begun:
            self._other()
            return
        comma, verb = self.codes.find(",", self.at), self.codes.find("V", self.at)
        if comma < 0 or -1 < verb < comma:
            end = verb if verb > 0 else len(self.codes)
            self.top.subject, self.top.named = Slot([(self.row.span(self.at, end),)]), True
            self.at = end
            return
        self._open(Clause(Part.PARTICIPLE, bracketed=True))
        self._take_verb()

    def _participle(self) -> None:
        verb = self.codes.find("V", self.at)
        if self.begun and not self.top.complete and verb > 0 and self.codes[verb - 1] == "c":
            self._take_verb()  # "she moved to Orsk and became a judge"
            return
        if not self.top.complete and not self.begun:
            self._open(Clause(Part.PARTICIPLE, bracketed=True))
            self._take_verb()
        elif self.top.complete and self._told_of_subject():
            self._open(Clause(Part.PARTICIPLE))
            self._take_verb()
        else:
            self._other()

    def _told_of_subject(self) -> bool:
        """Whether the noun phrase before says what the subject is, so that what follows is told of the subject."""
        top = self.top
        if self.row.code(self.at - 1) not in ("N", "B") or len(top.slots) != 1 or len(top.verb) != 1:
            return False
        first = top.slots[0].choices[0][0]
        return self.row.lower[top.verb[0][-1]] in COPULAS and self.row.lower[first.start] in {"a", "an", "one"}

    # --- coordination ---
    def _conjunction(self) -> None:
        row, word, after = self.row, self.row.word(self.at), self.at + 1
        comma = row.code(self.at - 1) == ","
        if not self.top.complete and not self.begun and not self.top.lead:
            self.at += 1  # "And then ..."
            return
        if word not in JOINING and word not in {"but", "yet", "then"}:
            self._other()
            if row.code(self.at) in ("V", "I", "E", "G", "N"):
                self._other()
            return
        same_form = row.code(after) in ("E", "G") and self.top.complete and self._shares_auxiliary(after)
        while comma and len(self.stack) > 1 and self.top.complete and not same_form:
            if self.top.part in (Part.PREDICATE, Part.SUBORDINATE) and not self.top.bracketed:
                break
            self._close()
        top = self.top
        predicate = PREDICATE.match(self.codes, after)
        if top.complete and predicate and subject_of(top):
            if self._shares_object(predicate.end()):
                self._other()
                self._other()
            else:
                self._predicate(after, predicate.end() - 1)
        elif top.complete and CLAUSE.match(self.codes, after):
            self._new_clause(after)
        elif top.complete and row.code(after) in ("E", "I", "G") and self._shares_auxiliary(after):
            self._predicate(after, after)
        elif top.verbal and row.code(after) in ("I", "G"):
            self._verbal(after)
        elif top.complete and row.code(after) == "p" and row.code(after + 1) == "N" and top.slots and not comma:
            slot, self.at = self._group(after + 1)
            top.slots[-1].choices.extend(slot.after(row.span(after, after + 1)).choices)
        elif top.complete and row.code(after) == "N" and self._gapped():
            self.at = after
            self._swap(Clause(Part.PREDICATE, subject=subject_of(top), verb=top.verb, named=True))
        else:
            self._other()

    def _new_clause(self, after: int) -> None:
        """A coordinated clause with a subject of its own; within a subordinate clause it is told like that one."""
        while len(self.stack) > 1 and self.top.part is not Part.SUBORDINATE:
            self._close()
        clause = Clause(self.top.part if self.top.part is Part.SUBORDINATE else Part.MAIN)
        self.at = after
        self._swap(clause)
        clause.start, clause.outer = after, None

    def _shares_object(self, after: int) -> bool:
        """Whether the verbs may have one object, which comes after the second: "wrote and directed a film"."""
        top, verb = self.top, self.top.verb[-1]
        bare = not top.slots and self.row.code(self.at - 1) == "V" and self.row.code(after) == "N"
        alone = self.row.lower[verb[-1]] in lexicon("without_object") or (
            self.row.shape(verb)[-1] == "e" and self._passive()
        )
        return bare and not alone

    def _gapped(self) -> bool:
        """Whether the verb is to be heard again: "it won gold in Rome and silver in Oslo"."""
        slots = self.top.slots
        return len(slots) >= 2 and not slots[0].loose and self.row.code(self.at + 2) == "p"

    def _verbal(self, after: int) -> None:
        """A second "to ..." or -ing form beside the first: "began to raise money and buy arms"."""
        top = self.top
        index, marker = top.verbal or (0, ())
        same = [k for k, slot in enumerate(top.slots) if self._words(slot.choices[0][0]) == self.row.word(after)]
        index = same[0] if same else index
        clause = Clause(Part.PREDICATE, lead=top.lead, subject=subject_of(top), verb=top.verb, named=True)
        clause.slots = [Slot(list(slot.choices), slot.loose, slot.temporal) for slot in top.slots[:index]]
        self.at = after
        words = self._here()
        if self.row.letters[words[0].start] == "t":
            marker = ()
        clause.verbal = (index, marker)
        clause.guarded = top.guarded
        clause.slots.append(Slot([(*marker, *words)]))
        self._swap(clause)
        self.at = after + 1

    def _predicate(self, after: int, verb: int) -> None:
        """A second verb of the same subject; what stands between conjunction and verb leads it."""
        top, row = self.top, self.row
        auxiliary: Words = ()
        if self.codes[verb] in "EGI" or self._hidden_participle(verb):
            letters = row.shape(top.verb[0])
            helping = next((k for k, letter in enumerate(letters) if letter in "iegv"), len(letters))
            auxiliary = (top.verb[0][:helping],) if helping else ()
        lead = [] if row.code(self.at - 1) == "," else [s for s in top.lead if s.loose]
        if self.codes[after:verb].strip("b,"):
            lead = [Slot([(row.span(after, verb),)])]
        clause = Clause(Part.PREDICATE, lead=lead, subject=subject_of(top), named=True, guarded=top.guarded)
        self.at = verb
        self._swap(clause)
        clause.verb = (*auxiliary, row.span(verb, verb + 1))
        self.at = verb + 1

    def _shares_auxiliary(self, chunk: int) -> bool:
        """Whether the verb form at the chunk goes with the helping verbs of the clause: "was shot and robbed"."""
        mine, form = self.row.shape(self.top.verb[-1]), self.codes[chunk]
        if form == "I":
            return "M" in mine and "t" not in self.row.shape(self.row.span(chunk, chunk + 1))
        return mine[-1:] == ("e" if form == "E" else "g")

    def _hidden_participle(self, verb: int) -> bool:
        """Whether what looks like a past tense goes with the helping verb before: "was shot and later robbed"."""
        mine = self.row.shape(self.top.verb[0])
        alone = self.row.shape(self.row.span(verb, verb + 1)).strip("b") == "v"
        regular = self.row.lower[self.row.high[verb] - 1].endswith("ed")
        return alone and regular and "x" in mine and mine.endswith("e") and self.row.code(verb + 1) != "N"

    # --- clauses within clauses ---
    def _that(self) -> None:
        if self.top.complete:
            self._opaque()
            return
        verb = self.codes.find("V", self.at)
        verb = self.codes.find("V", verb + 1) if verb >= 0 else -1
        end = verb if verb >= 0 else len(self.codes)
        self._extend((self.row.span(self.at, end),))
        self.at = end

    def _opaque(self) -> None:
        """Takes the clause that begins here whole, as a part of the open one."""
        waiting = any(not clause.complete for clause in self.stack)
        end = self.at + 1
        while end < len(self.codes) and self.codes[end] not in ";.":
            if self.codes[end] == "," and self.row.code(end + 1) == "c" and CLAUSE.match(self.codes, end + 2):
                break
            if self.codes[end] == "," and self.row.code(end + 1) == "V" and waiting:
                break
            end += 1
        self._extend((self.row.span(self.at, end),))
        self.at = end

    def _subordinator(self) -> None:
        word, after = self.row.word(self.at), self.row.code(self.at + 1)
        asserted = word in lexicon("asserted")
        leading = not self.top.complete
        inserted = self.begun and leading and self.row.code(self.at - 1) != ","
        if word == "where" and self.row.code(self.at - 1) in ("N", "B"):
            self._relative()
        elif inserted and after == "N":
            self._preposition()  # "her first fight as a professional was ..."
        elif asserted and after == "G" and self.row.code(self.at + 2) != "V":
            self.at += 1
            self._open(Clause(Part.PARTICIPLE, bracketed=leading))
            self._take_verb()
        elif asserted and CLAUSE.match(self.codes, self.at + 1):
            bracketed = leading or self.row.code(self.at - 1) == ","
            self.at += 1
            self._open(Clause(Part.SUBORDINATE, bracketed=bracketed))
        elif after == "N" and word in {*lexicon("loose"), "as", "than"} and not CLAUSE.match(self.codes, self.at + 1):
            self._preposition()
        elif leading and not self.begun:
            self.top.guarded = True
            verb = self.codes.find("V", self.at)
            end = self.codes.find(",", verb if verb >= 0 else self.at)
            end = end if end >= 0 else len(self.codes)
            self.top.lead.append(Slot([(self.row.span(self.at, end),)]))  # "If the dam bursts, ..."
            self.at = end
        else:
            self.top.guarded = True
            self._opaque()

    def _relative(self) -> None:
        start = self.at
        marker = start + 1 if self.codes[start] == "p" else start
        comma = self.row.code(start - 1) == ","
        before = self.row.code(start - 2) if comma else self.row.code(start - 1)
        if before not in ("N", "B") or not self.last or not RELATIVE.match(self.codes, marker + 1):
            if self.top.complete:
                self._opaque()
            else:
                self._other()
            return
        of_subject = not comma and self.top.complete and self._told_of_subject()
        subject = subject_of(self.top) if of_subject else None
        antecedent = subject or Slot([self._antecedent(self.row.word(marker))])
        named = self.row.letters[antecedent.choices[-1][-1].stop - 1] == "m"
        plain = (
            self.row.code(marker + 1) in ("V", "b", "p", ",") and start == marker and self.row.word(marker) in PRONOUNS
        )
        clause = Clause(Part.RELATIVE, bracketed=comma, needed=not comma and not subject and not named)
        if plain:
            clause.subject = antecedent
        else:
            clause.lead = [Slot([(*antecedent.choices[-1], self.row.span(start, marker + 1))])]
        self._open(clause)
        self.at = marker + 1

    def _antecedent(self, pronoun: str) -> Words:
        """What the pronoun stands for: "who" after "the fate of hundreds of men" for the hundreds of men."""
        row, parts = self.row, self.last
        if pronoun != "who" or len(parts) < 2 or row.letters[parts[-1].stop - 1] == "m":
            return parts
        keep = len(parts) - 1
        while keep > 0 and not row.any_of((parts[keep - 1],), "quantities"):
            keep -= 1
        if keep > 0:
            return (parts[keep - 1][1:] if row.lower[parts[keep - 1].start] == "of" else parts[keep - 1], *parts[keep:])
        return (parts[-1][1:],) if row.lower[parts[-1].start] == "of" else (parts[-1],)

    # --- marks ---
    def _stop(self) -> None:
        self.at += 1
        if self.at < len(self.codes):
            self._fresh()

    def _semicolon(self) -> None:
        self.at += 1
        self._fresh()

    def _colon(self) -> None:
        self.at += 1
        if self.top.complete and CLAUSE.match(self.codes, self.at):
            self._fresh()

    def _comma(self) -> None:
        after = self.row.code(self.at + 1)
        while len(self.stack) > 1 and self.top.complete and not self.stack[-2].complete and after != "c":
            bracketed = self.top.bracketed
            self._close()
            if bracketed:
                break
        self.at += 1
        if after == "E" and not self.top.complete and self.begun and "V" not in self.codes[self.at : self.at + 40]:
            self._take_verb()  # "the siege, which lasted 60 days, ended": what looks like a participle is the verb
        elif after in ("G", "E") and (self.top.complete or self.begun):
            while len(self.stack) > 1 and self.top.part in (Part.RELATIVE, Part.PARTICIPLE) and self.top.complete:
                self._close()
            self._open(Clause(Part.PARTICIPLE, bracketed=True))
            self._take_verb()
        elif after in ("N", "b"):
            self._renaming()
        elif after == "V" and self.top.complete and subject_of(self.top):
            if self._mistaken_verb():
                self._take_verb()
            else:
                self._predicate(self.at, self.at)

    def _mistaken_verb(self) -> bool:
        """Takes back a verb that was a participle: "the crime committed in Orsk, | was ..."."""
        while len(self.stack) > 1 and self.top.part is Part.RELATIVE:
            self._close()
        top = self.top
        single = top.subject and top.named and self.row.shape(top.verb[0]).strip("b") == "v"
        if not single or re.match(r"V[^,]{0,8},?b?cb?V", self.codes[self.at : self.at + 14]):
            return False
        if top.subject and self.row.lower[top.verb[0][-1]].endswith(("ed", "en")):
            top.subject.extend(top.verb)
            for slot in top.slots:
                top.subject.extend(slot.whole)
            top.verb, top.slots = (), []
            return True
        return False

    def _renaming(self) -> None:
        """After ", " before a noun phrase: appositions, or a new clause."""
        settled = self.top.complete or self.begun
        name = self.last
        while settled and name and self.codes[self.at - 1] == ",":
            found = APPOSITION.match(self.codes, self.at - 1) or RENAMED_WHO.match(self.codes, self.at - 1)
            inner = self.at + (self.row.code(self.at) == "b")
            if (
                not found
                or self.row.code(self.at - 2) not in ("N", "B", ",")
                or not self._renames(name, self.row.span(inner, inner + 1))
            ):
                break
            named = "m" in self.row.shape(name[0]) or "m" in self.row.shape(self.row.span(inner, inner + 1))
            if not named and self.codes[found.end() : found.end() + 2] == ",c":
                break
            self._tell_aside(name, self.at, found.end())
            self.at = found.end()
            self.last = name if "m" in self.row.shape(name[0]) else (self.row.span(inner, inner + 1),)
            if self.row.code(self.at) == "r":
                self._open(Clause(Part.RELATIVE, subject=Slot([name]), bracketed=True))
                self.at += 1
                return
            if self.row.code(self.at) != ",":
                return
            self.at += 1
        if self.top.complete and CLAUSE.match(self.codes, self.at) and self.row.code(self.at) == "N":
            self._fresh()

    def _tell_aside(self, name: Words, start: int, end: int) -> None:
        """An apposition, or each of several that are coordinated."""
        parts = items(self.row, start, end)
        spans = [self.row.span(a, b) for a, b in parts]
        apart = (
            len(parts) > 1
            and all(self.row.letters[s.start] in "dhm" for s in spans)
            and all(self.row.letters[s.stop - 1] in "nm" for s in spans)
        )
        for words in spans if apart else [self.row.span(start, end)]:
            self.asides.append((*name, words))

    def _renames(self, name: Words, other: range) -> bool:
        """Whether one of two neighbours is a name and the other says what it is."""
        mine, theirs = self.row.shape(name[0]), self.row.shape(other)
        if self.row.temporal((other,)) or self.row.temporal(name):
            return False
        named = mine[-1] in "mq"
        if named and not self.row.offices.isdisjoint(other):
            return True
        if named:
            return theirs[0] in "dhan9" or "n" in theirs
        return theirs[-1] in "mq" or theirs[0] in "dh"

    def _bracket(self) -> None:
        if self.row.code(self.at - 1) != "N":
            self._extend(self._here())
        self.at += 1

    def _told_in_brackets(self) -> list[Words]:
        """Every noun phrase that brackets follow, with them."""
        found: list[Words] = []
        for k in (m.start() for m in re.finditer("(?<=N)B", self.codes)):
            first = k - 1
            while self.codes[max(first - 2, 0) : first] == "Np" and self.row.word(first - 1) == "of":
                first -= 2
            found.append((self.row.span(first, k + 1),))
        return found

    def _dash(self) -> None:
        end = self.codes.find("-", self.at + 1)
        if end < 0:
            end = len(self.codes) - (self.codes[-1:] == ".")
        if self.last and end > self.at + 1 and "V" not in self.codes[self.at : end]:
            self.asides.append((*self.last, self.row.span(self.at + 1, end)))
            self.at = end + 1
        else:
            self._comma()

    def _adverb(self) -> None:
        if self.row.word(self.at) not in lexicon("connecting"):
            if self.top.complete:
                self.top.slots.append(Slot([self._here()]))
            elif self.begun:
                self._extend(self._here())
            else:
                self.top.lead.append(Slot([self._here()]))
        self.at += 1

    def _adjective(self) -> None:
        found = ADJECTIVES.match(self.codes, self.at)
        if not self.top.complete:
            self._other()
        elif found and self.row.word(self.codes.index("c", self.at)) in JOINING:
            parts = items(self.row, self.at, found.end())
            self.top.slots.append(Slot([(self.row.span(a, b),) for a, b in parts]))
            self.at = found.end()
        else:
            self.top.slots.append(Slot([self._here()]))
            self.at += 1

    def _examples(self) -> None:
        """ "such as" and "including": each example is told apart from the others, and all apart from the whole."""
        skip = 2 if self.codes.startswith("pN", self.at + 1) else 1
        if self.row.code(self.at + skip) != "N":
            self._other()
            return
        marker = self.row.span(self.at, self.at + skip)
        slot, self.at = self._group(self.at + skip)
        slot = slot.after(marker)
        if self.top.complete and self.top.slots:
            general = self.top.slots[-1].choices
            general.extend([(*general[-1], *example) for example in slot.choices])
        else:
            self._extend(slot.whole)


def subject_of(clause: Clause) -> Slot | None:
    """The clause's subject, or that of the nearest clause around it that has one."""
    seen: Clause | None = clause
    for _ in range(8):
        if seen is None or seen.subject is not None:
            break
        seen = seen.outer
    return seen.subject if seen else None
