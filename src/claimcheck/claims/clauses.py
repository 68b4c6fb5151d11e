"""The clauses of a sentence: who, does what, to whom, and what stands around it; read from left to right.

A clause is a row of slots around its verb. A slot with several choices is a coordination ("Orsk, Ufa and Perm"); a
loose slot says when, where or how, and can stand apart from its neighbours.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from claimcheck.claims.chunks import lexicon
from claimcheck.claims.clause import COPULAS, Clause, Part, subject_of
from claimcheck.claims.coordination import CLAUSE, JOINING, Slot, items
from claimcheck.claims.phrases import UNTIL
from claimcheck.claims.verbals import Verbals
from claimcheck.grammar.inflection import verbs
from claimcheck.patterns import compiled

ADJECTIVES = compiled(r"j(?:,b?j){0,20},?cb?j")
CONTACT = compiled("NV(?:p?N|[Ib]){0,4}(?=V)")
SHARED_OBJECT = compiled("[VE](?:,[VE]){1,5},?cb?[VE]N")
INTERRUPTED = compiled("E(?:pN){0,2}c,")
INFINITIVES = compiled(r"V(?:p?N){0,3}(?:,V(?:p?N){0,3}){0,4},?cV(?:p?N){0,3}(?=b?V)")
MORE_GERUNDS = compiled("G[Npb]{0,6}(?:,G[Npb]{0,6}){0,5},?cG")
MORE_INFINITIVES = compiled("I[Npb]{0,6}(?:,I[Npb]{0,6}){0,5},?cI")
SERIES = compiled("E(?:,E){0,9},?cb?E")
AGAIN = compiled("b{1,2}pN(?=[,;.]|$)")
DENIED = ({"!", "v"}, {"!", "e"})
DEEDS = compiled("E[pNbj]{0,6}(?:,E[pNbj]{0,6}){0,6}(?:,?cb?E|cb?V)")
CONTACT_OF_TWO = compiled("NcNb?V")
GAPPED = compiled(r"b?N(?:[pb]N?){1,3}(?:,?c?b?N(?:[pb]N?){1,3})*(?=[.;]|$)")
DOINGS = compiled("G(?:,G){0,9},?cG")
OUT_OF_ALL = compiled("V(?:b|pN){0,3},N")
SOME_OF_WHICH = compiled("NprV")
DATED = compiled(r"(?:Np)?N,")
NOMINATIVES = frozenset({"he", "i", "it", "she", "they", "we"})


class Reader(Verbals):
    """Reads one row of chunks into clauses and asides (appositions and brackets)."""

    def read(self) -> None:
        """Reads to the end; `clauses` and `asides` then hold what was found."""
        self.asides += self._told_in_brackets()
        end = len(self.codes)
        while self.at < end and self.codes[self.at] in 'Tc,;:.-)"':
            self.at += 1
        self._inverted_condition()
        while self.at < end:
            before = self.at
            _READERS.get(self.codes[self.at], Reader._other)(self)
            self.at = max(self.at, before + 1)
        self._unwind()

    def _inverted_condition(self) -> None:
        """Takes "Had the police come sooner, ..." and "Should the talks fail, ..." for what they are."""
        comma = self.codes.find(",", self.at)
        inverted = self.row.code(self.at) == "V" and self.row.code(self.at + 1) == "N" and comma > 0
        if inverted and self.row.word(self.at) in ("had", "should", "were"):
            self.top.guarded = self.top.conditional = True
            self.top.lead.append(Slot([(self.row.span(self.at, comma),)]))
            self.at = comma

    def _negation(self) -> None:
        self.top.guarded = True
        if self.top.complete and self.row.code(self.at - 1) == "," and self._picks_out():
            self._opaque()  # "it was the army, | not the police, that opened fire"
        else:
            self._other()

    def _picks_out(self) -> bool:
        """Whether the clause is "it was ..."."""
        subject, verb = subject_of(self.top), self.top.verb
        return subject is not None and self._words(subject.whole[0]) == "it" and self.row.lower[verb[-1][-1]] in COPULAS

    def _noun(self) -> None:
        start, top = self.at, self.top
        told = CONTACT.match(self.codes, start) if self.begun and not top.complete and top.subject else None
        if told and top.subject and self.row.word(start) in NOMINATIVES:
            self.at = told.end()
            whole = (*top.subject.whole, self.row.span(start, self.at))
            top.subject = Slot([whole])  # "the house she built in Orsk | burned"
            return
        if (
            top.complete
            and self.codes[start - 1] == "N"
            and CONTACT_OF_TWO.match(self.codes, start)
            and (self.row.word(start + 2) not in NOMINATIVES)
        ):
            self._opaque()  # "the part | the union and the party can play"
            return
        follows = top.complete and self.codes[start - 1] == "N" and CLAUSE.match(self.codes, start)
        if follows and (self.row.word(start) in NOMINATIVES or self._times()):
            self._opaque()  # "it was the first time | a court had convicted an officer"; "the days | he has spent"
            return
        slot, self.at = self._group(start)
        previous = top.slots[-1] if top.slots else None
        if top.complete and previous and slot.temporal and self._per(slot.choices[0][0]):
            previous.extend(slot.whole)  # "$4.25 an hour"
        elif top.complete and previous and self.codes[start - 1] == "I" and self._exemplified(previous):
            previous.extend(slot.whole)  # "including the need to free | the men"
        elif top.complete and previous and previous.loose and not previous.temporal and self.codes[start - 1] in "GE":
            previous.extend(slot.whole)  # "for planning and leading attacks"
            previous.loose = slot.temporal
        elif top.complete:
            slot.loose = slot.temporal and bool(top.slots or self.codes[start - 1] == ",")
            top.slots.append(slot)
        elif slot.temporal and not top.named and top.lead and self.codes[start - 1] == "E":
            top.lead[-1].extend(slot.whole)  # "In a letter sent | last week"
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

    def _times(self) -> bool:
        """Whether the noun phrase before counts a time: "the first time"."""
        return self.row.lower[self._start - 1] == "time" and self.row.any_of((self.last[-1],), "superlative")

    def _per(self, words: range) -> bool:
        """Whether the words tell of each time: "an hour"."""
        return self.row.lower[words.start] in ("a", "an", "per") and self.row.letters[words.start - 1] in "9n"

    def _preposition(self) -> None:
        start, word, after = self.at, self.row.word(self.at), self.row.code(self.at + 1)
        marker = self.row.span(start, start + 1)
        if after == "p" and self.row.code(start + 2) == "N":
            start, self.at = start + 1, self.at + 1  # "to within 7 km"
            marker, after = self.row.span(start - 1, start + 1), "N"
            if self._words(marker) in {"up from", "down from"}:
                self.top.guarded = True  # "14 in 2018, up from nine in 2017"
        if word in {"after", "before", "since"} and self.top.complete and CLAUSE.match(self.codes, self.at + 1):
            self._subordinator()
        elif word == "until" and "V" in self.codes[start : start + 30] and not self._dated_next():
            self.top.guarded = True
            self._opaque()
        elif after == "r":
            self._relative()
        elif after == "G" and word in lexicon("sequence") and self.top.complete:
            if self.row.word(self.at + 1).startswith("being "):
                self.top.slots.append(Slot([self._here(2)], loose=True))  # "they were beaten | before being shot"
                self.at += 2
                return
            self.at += 1
            self._open(Clause(Part.PARTICIPLE))
            self._take_verb()
        elif self._leads(after):
            comma = self.codes.index(",", self.at)
            self.top.lead.append(
                Slot([(self.row.span(start, comma),)], loose=True)
            )  # "Without informing the court, ..."
            self.at = comma
        elif after != "N":
            chunks = 2 if (after and after in "GEj") or (after == "b" and self.row.word(start + 1) == "then") else 1
            if after == "G" and self.top.complete and not (word == "of" and self._says_of_what(start - 1)):
                self.top.verbal = (len(self.top.slots), self._here())
                self.top.slots.append(Slot([self._here(chunks)]))
            else:
                self._extend(self._here(chunks))
            self.at += chunks
        else:
            last = self.last
            slot, self.at = self._group(self.at + 1)
            slot = self._marked(slot, marker)
            if word == "according to":
                slot = Slot([slot.whole])
            if slot.temporal and last:
                self.last = last  # "the leader at the time, Ana Duarte"
            if word == "from" and self._ranges_over():
                slot.extend(self._here(4))  # "from $1,100 in 2000 to $4,300"
                self.at += 4
                if self.codes.startswith("pN", self.at) and self.row.temporal(self._here(2)):
                    slot.extend(self._here(2))
                    self.at += 2
            ranged = word in {"from", "between"} or slot.temporal
            if ranged and self.codes.startswith("pN", self.at) and self.row.word(self.at) in UNTIL:
                end = self._here()
                other, self.at = self._group(self.at + 1)
                slot.extend((*end, *other.whole))  # "from 1998 to 2004"
                if not other.temporal and self.codes.startswith("pN", self.at) and self.row.temporal(self._here(2)):
                    slot.extend(self._here(2))  # "until her death in 2004"
                    self.at += 2
            self._place(slot, word, start - 1)

    def _leads(self, after: str) -> bool:
        """Whether a deed told with a preposition leads the sentence up to a comma: "After killing the mayor, ..."."""
        if self.top.complete or self.begun or "," not in self.codes[self.at :]:
            return False
        ordered = after == "N" and self.row.word(self.at + 1) == "order" and self.row.code(self.at + 2) == "I"
        return (after == "G" and "V" not in self.codes[self.at : self.codes.index(",", self.at)]) or ordered

    def _says_of_what(self, before: int) -> bool:
        """Whether the noun before wants to be told of what: "on charges | of killing", not "in 2011 | of killing"."""
        slots = self.top.slots
        if not slots or not slots[-1].loose or slots[-1].temporal or self.row.code(before) != "N":
            return False
        return self.row.letters[self.row.high[before] - 1] != "m"  # "convicted in Orsk | of killing"

    def _marked(self, slot: Slot, marker: range) -> Slot:
        """The slot with the preposition before each choice that takes one: "in 2021 and | again last year"."""
        marked = slot.after(marker)
        for n, (bare, choice) in enumerate(zip(slot.choices, marked.choices, strict=True)):
            if n and choice[0] == marker and self.row.lower[bare[0].start] == "again":
                marked.choices[n] = bare
        return marked

    def _ranges_over(self) -> bool:
        """Whether a time and the other end of a range follow: "from 12 | in May to 30"."""
        if not self.codes.startswith("pNpN", self.at) or self.row.word(self.at + 2) not in UNTIL:
            return False
        return self.row.temporal((self.row.span(self.at, self.at + 2),))

    def _dated_next(self) -> bool:
        """Whether a date with a comma follows, and no clause: "until 1903, when ..."."""
        found = DATED.match(self.codes, self.at + 1)
        return found is not None and self.row.temporal((self.row.span(found.end() - 2, found.end() - 1),))

    def _verb(self) -> None:
        if not self.begun and self._out_of_all():
            end = self.codes.index(",", self.at)
            self._extend((self.row.span(self.at, end),))
            self.at = end
            return
        infinitives = INFINITIVES.match(self.codes, self.at) if self.begun and not self.top.complete else None
        if infinitives and "I" in self.codes[self.top.start : self.at]:
            self._extend((self.row.span(self.at, infinitives.end()),))
            self.at = infinitives.end()  # "the plan to close the mine, | sell the land and move the men | was dropped"
            return
        if self.top.complete:
            if self.top.part is Part.RELATIVE and self._reports() and "V" in self.codes[self.at + 1 :]:
                self._other()  # "a man who said he | was a judge came"
                return
            waiting = next((k for k in range(len(self.stack) - 2, -1, -1) if not self.stack[k].complete), None)
            if waiting is None:
                self._other()  # "they said the bridge was closed"
                return
            while len(self.stack) - 1 > waiting:
                self._close()
        self._take_verb()

    def _out_of_all(self) -> bool:
        """Whether the verb belongs to those whom what follows is a part of: "of the men | held in Orsk, 45 died"."""
        lead = self.top.lead
        of = bool(lead) and self.row.lower[lead[-1].choices[0][0].start] == "of"
        return of and self._may_be_participle(self.at) and OUT_OF_ALL.match(self.codes, self.at) is not None

    def _reports(self) -> bool:
        """Whether the noun before, right after a verb, can only be the subject of another: "said he"."""
        return self.codes[self.at - 2 : self.at] == "VN" and self.row.word(self.at - 1) in NOMINATIVES

    def _subordinator(self) -> None:
        word, after = self.row.word(self.at), self.row.code(self.at + 1)
        asserted = word in lexicon("asserted")
        leading = not self.top.complete
        inserted = self.begun and leading and self.row.code(self.at - 1) != ","
        if self.top.complete and self.codes[self.at - 1] == "b" and self.row.word(self.at - 1) in lexicon("nearing"):
            self._opaque()  # "ever since the last one broke down"
        elif self.top.complete and word in ("after", "before") and self._measures():
            self._opaque()  # "came a day | after the talks failed"
        elif word == "where" and self.row.code(self.at - 1) in ("N", "B") and self.row.letters[self._start - 1] != "u":
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
            self.top.guarded = self.top.conditional = True
            verb = self.at if after in ("E", "j") else self.codes.find("V", self.at)  # "if proven, ..."
            end = self.codes.find(",", verb if verb >= 0 else self.at)
            end = end if end >= 0 else len(self.codes)
            self.top.lead.append(Slot([(self.row.span(self.at, end),)]))  # "If the dam bursts, ..."
            self.at = end
        else:
            self.top.guarded = True
            self._opaque()

    def _measures(self) -> bool:
        """Whether the noun phrase before is a length of time, or "the day", and no date: "last month"."""
        before, row = self.row.span(self.at - 1, self.at), self.row
        dated = row.lower[before.start] in ("last", "next", "this", "that")
        return (
            self.codes[self.at - 1] == "N" and not dated and row.temporal((before,)) and row.letters[before[-1]] == "n"
        )

    def _stop(self) -> None:
        self.at += 1
        if self.at < len(self.codes):
            self._fresh()

    def _semicolon(self) -> None:
        end = next((k for k in range(self.at + 1, len(self.codes)) if self.codes[k] in ";."), len(self.codes))
        if self.top.complete and self.at + 1 < end and not set("VT") & set(self.codes[self.at + 1 : end]):
            self._extend((self.row.span(self.at, end),))  # "four were killed; | in the second, eleven"
            self.at = end
            return
        self.at += 1
        self._fresh()

    def _colon(self) -> None:
        self.at += 1
        if self.top.complete and CLAUSE.match(self.codes, self.at):
            self._fresh()
        elif "V" not in self.codes[self.at :]:
            self.listing = True
            told = self.top.complete and (bool(self.top.slots) or self._passive())  # "it proposed: | a new system"
            if self.row.code(self.at) == "N" and not self._list_of(self.at) and told:
                self.at -= 1
                self._opaque()  # "37 people were killed: | 29 men and eight women"

    def _list_of(self, start: int) -> bool:
        """Makes each thing of a list stand in for what sums it up: "made by two firms: | A and B"."""
        slots = self.top.slots
        if not slots:
            return False
        general = slots[-1].choices[-1]
        head = self.row.lower[general[-1].stop - 1]
        listed, end = self._group(start)
        if len(listed.choices) < 2 or not head.endswith("s") or self.codes[end:].strip("."):
            return False
        marker = (range(general[0].start, general[0].start + 1),) if self.row.letters[general[0].start] == "p" else ()
        slots[-1].choices.extend((*marker, *choice) for choice in listed.choices)
        self.at = end
        return True

    def _comma(self) -> None:
        after = self.row.code(self.at + 1)
        while len(self.stack) > 1 and self.top.complete and not self.stack[-2].complete and after != "c":
            bracketed = self.top.bracketed
            self._close()
            if bracketed:
                break
        if self.top.part is Part.RELATIVE and self.top.bracketed and self.top.complete and self._sets(self.at + 1):
            self._close()  # "kicked the man, who was bound, | until he lay still"
        if after == "N" and self._after_other_voice() and "V" not in self.codes[self.at :]:
            end = len(self.codes) - (self.codes[-1] == ".")
            self.asides.append(
                (self.row.span(self.at + 1, end),)
            )  # "said [12 had died], | a figure that nobody denied"
            self.at = end
            return
        self.at += 1
        if after == "E" and not self.top.complete and self.begun and "V" not in self.codes[self.at : self.at + 40]:
            self._take_verb()  # "the siege, which lasted 60 days, ended": what looks like a participle is the verb
        elif (more := DOINGS.match(self.codes, self.at)) and self.row.lower[self._start - 2].endswith("ing"):
            self._extend((self.row.span(self.at, more.end()),))  # "for fishing, | boating and swimming"
            self.at = more.end()
        elif after == "N" and self._verb_left_out():
            self.top.guarded = True
            self._opaque()
        elif after == "G" and self.top.slots and MORE_GERUNDS.match(self.codes, self.at) and self._of_doing():
            self._opaque()  # "is accused of killing two men, | stealing their arms and fleeing"
        elif after == "E" and self.top.complete and self.row.word(self.at) == "compared":
            self._opaque()  # "there were 23 executions in 2017, | compared with 31 in 2016"
        elif after in ("V", "E") and self.top.complete and self.at > 1 and SHARED_OBJECT.match(self.codes, self.at - 2):
            self._opaque()  # "arrested, | beat and released eleven farmers"
        elif after == "E" and self.top.complete and self._passive() and INTERRUPTED.match(self.codes, self.at):
            self._opaque()  # "were charged, | tried and, after a hearing, acquitted"
        elif after in "EVNj" and self.top.complete and self._shared_out(self.at - 1, self.at):
            self._opaque()  # "were killed, | injured and displaced"
        elif after == "E" and self.top.complete and self._suffering():
            self._opaque()  # "described being beaten, | deprived of sleep and threatened"
        elif after == "E" and self.top.complete and self._then() and self._shares_auxiliary(self.at):
            if self.row.has_any("hedging"):
                self._opaque()  # "were allegedly shot, | then thrown into the river"
            else:
                self._predicate(self.at, self.at)
        elif after == "I" and self.top.verbal and self.top.complete and MORE_INFINITIVES.match(self.codes, self.at):
            self._verbal(self.at)  # "to open the graves, | to free the men and to ..."
        elif after == "G" and self.top.complete and self.row.word(self.at) in lexicon("resulting") and self._suffered():
            self._opaque()  # "he was jailed, | ending a trial of three years"
        elif after == "G" and self.begun and not self.top.complete and self.row.word(self.at) in lexicon("passing_on"):
            end = self.codes.find(",", self.at)
            end = end if end > 0 else len(self.codes)
            self._extend((self.row.span(self.at, end),))
            self.at = end
        elif after in ("G", "E") and self.top.complete and self._denied():
            self._other()  # "Not one guard has been charged, | tried or dismissed"
        elif after in ("E", "V") and self.top.complete and set(self.row.shape(self._here()[0])) in DENIED:
            self._opaque()  # "was hanged, | not shot"
        elif after == "E" and self.top.complete and self._one_of_many():
            if self.row.word(self.codes.index("c", self.at)) in JOINING:
                self._predicate(self.at, self.at)  # "was charged, | tried and dismissed"
            else:
                self._opaque()  # "were jailed, | exiled or killed"
        elif after == "E" and self.top.complete and self._passive() and self._names_doer():
            self._opaque()  # "was hit by two shells, | fired from the hill"
        elif after == "b" and self.top.complete and self._then() and (again := AGAIN.match(self.codes, self.at)):
            self._extend((self.row.span(self.at, again.end()),))  # "in 1999, | then again in 2003"
            self.at = again.end()
        elif after in ("G", "E") and (self.top.complete or self.begun):
            while len(self.stack) > 1 and self.top.part in (Part.RELATIVE, Part.PARTICIPLE) and self.top.complete:
                self._close()
            named = after == "E" and self.top.complete and self.row.letters[self.row.low[self.at] - 2] == "m"
            naming = self.row.word(self.at).split()[-1] in lexicon("naming") and self.row.code(self.at + 1) in (
                "N",
                "p",
            )
            named = named or (naming and self.row.word(self.at + 1) == "as" and self.top.complete)
            if named and self.top.slots and not naming:
                named = self.row.letters[self.top.slots[-1].choices[-1][0].start] != "p"
            if after == "E" and not named and self._told_of_noun():
                self._other()  # "It ended the strike of the miners, | backed by the church"
                return
            named = named and not self._says_what_it_is()
            named = named or (subject_of(self.top) is None and after == "G")  # "said Haas, | lighting a cigarette"
            subject = Slot([self.last]) if named and self.last else None  # "..., the Orsk mine, called Hope"
            self._open(Clause(Part.PARTICIPLE, subject=subject, bracketed=True))
            self._take_verb()
        elif (
            self.top.complete
            and self.last
            and SOME_OF_WHICH.match(self.codes, self.at)
            and self.row.word(self.at + 1) == "of"
        ):
            whole = self._several() if self.row.word(self.at + 2) == "whom" else self._antecedent("which")
            subject = Slot([(*whole, self.row.span(self.at - 1, self.at + 3))])
            self._open(Clause(Part.RELATIVE, subject=subject, bracketed=True))
            self.at += 3
        elif after in ("N", "b"):
            if not self._part_of():
                self._renaming()
        elif after == "V" and self.top.complete and self._bare_after_modal():
            self._opaque()  # "must protect witnesses, | punish offenders and pay damages"
        elif after == "V" and self.top.complete and subject_of(self.top):
            if not all(clause.complete for clause in self.stack):
                return  # "the mayor, who was 19 when it closed, | left"
            if self._after_perfect(self.at) or self._never_any():
                self._opaque()
            elif self.doubtful:
                self._other()
            elif self._mistaken_verb():
                self._take_verb()
            else:
                self._predicate(self.at, self.at)

    def _bare_after_modal(self) -> bool:
        """Whether what looks like a verb goes on with "must ..." or "is to ...": a form that no one thing takes."""
        word = self.row.lower[self.row.high[self.at] - 1]
        helped = (
            "M" in self.row.shape(self.top.verb[0])
            or self.top.verbal is not None
            or "I" in self.codes[self.top.start : self.at]
        )
        return helped and word in verbs()

    def _suffering(self) -> bool:
        """Whether the verb is "described being beaten", and not "was being beaten"."""
        row = self.row
        if "being" not in row.vocabulary:
            return False
        told = range(self.top.verb[0].start, self._start)
        return any(row.lower[q] == "being" and row.letters[p] in "ev" for p, q in itertools.pairwise(told))

    def _suffered(self) -> bool:
        """Whether what came of the clause is no deed of its subject, who died, was jailed, or said so: ", he said"."""
        dead = self.row.lower[self.top.verb[-1][-1]] in lexicon("without_object")
        return dead or self._passive() or self.codes.startswith(",")

    def _after_other_voice(self) -> bool:
        """Whether somebody else's words stand right before."""
        words, start = self.row.words, self._start
        return start > 0 and words[start] != words[start - 1] + 1

    def _sets(self, chunk: int) -> bool:
        """Whether the chunk begins what says until when or why: another clause than the one that a comma opened."""
        return self.row.code(chunk) == "s" or (self.row.code(chunk) == "p" and self.row.word(chunk) in ("until", "of"))

    def _of_doing(self) -> bool:
        """Whether what was read last is "of killing two men"."""
        words = [p for stretch in self.top.slots[-1].choices[-1] for p in stretch]
        return any(
            self.row.letters[p] == "p" and self.row.lower[q].endswith("ing") for p, q in itertools.pairwise(words)
        )

    def _one_of_many(self) -> bool:
        """Whether the participle goes on with what was done to the subject: "was held for days, | beaten and freed"."""
        if not self._shares_auxiliary(self.at):
            return False
        if self.codes[self.at - 2] == "V" and SERIES.match(self.codes, self.at):
            return True
        states = self.row.word(self.at).split()[-1] in lexicon("naming")
        return not states and self._passive() and DEEDS.match(self.codes, self.at) is not None

    def _names_doer(self) -> bool:
        return bool(self.top.slots) and self.row.lower[self.top.slots[-1].choices[-1][0].start] == "by"

    def _then(self) -> bool:
        return self.row.lower[self._start] in ("then", "later")

    def _says_what_it_is(self) -> bool:
        """Whether the clause says what its subject is: "is a bank | set up in Orsk, named after ..."."""
        top = self.top
        if not top.verb or self.row.lower[top.verb[-1][-1]] not in COPULAS or not top.slots:
            return False
        return (
            self.row.lower[top.slots[0].choices[0][0].start] in {"a", "an", "one"}
            and len(top.slots) + sum(len(c) for s in top.slots for c in s.choices) > 2
        )

    def _verb_left_out(self) -> bool:
        """Whether the verb is to be heard again with another number: "2% were born in Orsk, | 1% in Ufa"."""
        subject = self.top.subject
        if not self.top.complete or subject is None or not GAPPED.match(self.codes, self.at):
            return False
        return self.row.letters[self._start] == "9" == self.row.letters[subject.choices[0][0].start]

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
        asserted = self.codes[self.at - 1] == "V" and self.row.code(self.at + 1) in ("", ".")  # "showed otherwise"
        if asserted or self.row.word(self.at) not in lexicon("connecting"):
            if self.top.complete and self.top.slots and self.row.word(self.at) in lexicon("counting_back"):
                self._extend(self._here())  # "two days | earlier"
            elif self.top.complete:
                self.top.slots.append(Slot([self._here()]))
            elif self.top.lead and self.top.lead[-1].temporal and self.top.lead[-1].whole[-1].stop == self._start:
                self.top.lead[-1].extend(self._here())  # "A second strike, two hours | later, ..."
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
            if self.codes.startswith("pN", self.at) and self.row.letters[self.row.low[self.at + 1]] == "h":
                self._extend(self._here(2))  # "including three women | in their twenties"
                self.at += 2
        else:
            self._extend(slot.whole)


_READERS: dict[str, Callable[[Reader], None]] = {
    "N": Reader._noun, "p": Reader._preposition, "V": Reader._verb, "I": Reader._infinitive, "G": Reader._gerund,
    "E": Reader._participle, "c": Reader._conjunction, "s": Reader._subordinator, "T": Reader._that,
    "r": Reader._relative, ",": Reader._comma, ";": Reader._semicolon, ":": Reader._colon, "B": Reader._bracket,
    "-": Reader._dash, "b": Reader._adverb, "j": Reader._adjective, "k": Reader._examples, "!": Reader._negation,
    ".": Reader._stop,
}  # fmt: skip
