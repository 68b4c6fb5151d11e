"""Second verbs: what a conjunction between verbs, or between clauses, makes of them."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.claims.chunks import Words, lexicon
from claimcheck.claims.clause import Clause, OpenClauses, Part, subject_of
from claimcheck.claims.coordination import CLAUSE, JOINING, Slot, another_counts, shared_out, verb_left_out
from claimcheck.patterns import compiled

_CONDITIONS = frozenset({"if", "unless", "where", "provided"})
PREDICATE = compiled(r"b{0,2}(?:,?[bp]N?,)?V")
RENAMED_SUBJECT = compiled("N,N(?:pN)?b?V")
CAUSED = compiled("VN(?:pN){0,3}E")
_VERB_AND_VERB = compiled(r"V[^,]{0,8},?b?cb?V")


class Predicates(OpenClauses):
    """Reads conjunctions."""

    def _conjunction(self) -> None:
        row, word, after = self.row, self.row.word(self.at), self.at + 1
        comma = row.code(self.at - 1) == ","
        if row.code(after) == "," and self.top.complete and CLAUSE.match(self.codes, after + 1):
            after += 1  # "but, after the war, he left"
        if not self.top.complete and not self.begun and not self.top.lead:
            self.at += 1  # "And then ..."
            return
        if self.codes.startswith("T", after) and self.reported and self.top.complete:
            self._new_clause(after + 1)  # "... and that the bridge was closed"
            return
        if self._relative_again(after):
            return
        if self._bound(after) or self._caused(after) or self.codes.startswith("bp", after):
            self._opaque()
            return
        if word not in JOINING and word not in {"but", "yet", "then"}:
            if row.code(after) == "V" and self.top.complete:
                self._opaque()  # "fled to the hills or | took refuge in churches"
                return
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
            if self._may_be_of_main():
                return
            if self._shares_object(predicate.end()):
                self._other()
                self._other()
            else:
                self._predicate(after, predicate.end() - 1)
        elif top.complete and (CLAUSE.match(self.codes, after) or self._renamed_subject(after)):
            self._new_clause(after)
        elif (
            top.complete
            and row.code(after) in ("E", "I", "G")
            and (self._shares_auxiliary(after) or (row.code(after) == "E" and self._mistaken_participle(after)))
        ):
            self._predicate(after, after)
        elif top.verbal and row.code(after) in ("I", "G"):
            self._verbal(after)
        elif top.complete and row.code(after) == "p" and row.code(after + 1) == "N" and top.slots and not comma:
            if self._told_within(row.word(after)):
                self._opaque()  # "access to the file | and to a lawyer"
                return
            slot, self.at = self._group(after + 1)
            self._gather(row.word(after))
            top.slots[-1].choices.extend(slot.after(row.span(after, after + 1)).choices)
        elif top.complete and row.code(after) == "N" and self._gapped():
            self.at = after
            self._swap(Clause(Part.PREDICATE, subject=subject_of(top), verb=top.verb, named=True))
        else:
            self.doubtful = self.doubtful or (comma and row.code(after) == "N" and top.complete)
            self._other()

    def _told_within(self, word: str) -> bool:
        """Whether the preposition stands inside what was read last: "access | to the file"."""
        first, *rest = self.top.slots[-1].choices[-1]
        return self.row.lower[first.start] != word and any(self.row.lower[r.start] == word for r in rest)

    def _gather(self, word: str) -> None:
        """Makes one slot of a deed told with the preposition: "convicted | of ordering the killings | and of theft"."""
        top = self.top
        begins = [self.row.lower[slot.choices[0][0].start] for slot in top.slots]
        if top.verbal and begins[-1] != word and word in begins[top.verbal[0] :]:
            k = top.verbal[0] + begins[top.verbal[0] :].index(word)
            whole = [r for slot in top.slots[k:] for r in slot.whole]
            top.slots[k:] = [Slot([tuple(whole)])]

    def _bound(self, after: int) -> bool:
        """Whether what is joined here is true on the same condition, or as unsure, as what stands before it."""
        if any(clause.conditional for clause in self.stack):
            return True
        if self.top.complete and self._denied() and not CLAUSE.match(self.codes, after):
            return True
        if self._after_perfect(after) or self._shared_out(self.at, after):
            return True
        if self.row.code(after) == "N" and (another_counts(self.row, after) or verb_left_out(self.row, self.at)):
            return True
        if self._turned(after) or self._on_one_condition(after):
            return True
        unsure = self.top.complete and self.row.has_any("hedging") and self.row.any_of(self.top.verb, "hedging")
        return unsure and not CLAUSE.match(self.codes, after)

    def _shared_out(self, joined: int, after: int) -> bool:
        """Whether what stands on the two sides cannot be true of the same people: "600 were killed and | wounded"."""
        row = self.row
        if joined < 1 or not row.code(after):
            return False
        end = row.low[joined] - (row.lower[row.low[joined] - 1] == ",")
        return shared_out(row.lower[end - 1], row.word(after)) and not self._before_object(after)

    def _may_be_of_main(self) -> bool:
        """Takes "when the army mutinied and died" whole, as a part of "the king fled": who died is not sure."""
        top = self.top
        outer = self.stack[-2] if len(self.stack) > 1 else None
        if top.part is not Part.SUBORDINATE or top.bracketed or outer is None or not outer.complete:
            return False
        self.clauses.remove(self.stack.pop())
        self.at = top.start - 1
        self._opaque()
        return True

    def _turned(self, after: int) -> bool:
        """Whether "not" or "could" before holds for what stands before "but" only: "were not shot but | hanged"."""
        if self.row.word(self.at) != "but" or not self.top.complete:
            return False
        code, verb = self.row.code(after), self.top.verb
        before = self.row.lower[self.row.low[self.top.start] : self.row.low[self.at]]
        if any(pair == ("not", "only") for pair in pairwise(before)):
            return True  # "not only a poet but | also a diplomat"
        denied = any("!" in self.row.shape(r) for r in verb) or "!" in self.codes[self.top.start : self.at]
        return (denied and code in ("E", "I")) or (code == "V" and "M" in self.row.shape(verb[0]))

    def _on_one_condition(self, after: int) -> bool:
        """Whether a condition behind both verbs may be that of both: "would be arrested and | tried if he returned"."""
        if not self.top.verb or "M" not in self.row.shape(self.top.verb[0]) or CLAUSE.match(self.codes, after):
            return False
        return any(self.codes[k] in "sr" and self.row.word(k) in _CONDITIONS for k in range(after + 1, len(self.codes)))

    def _relative_again(self, after: int) -> bool:
        """Reads a second relative clause of the same noun: "who was 14 when it burned, and who now denies it"."""
        if self.row.code(after) != "r" or self.row.code(after + 1) not in ("V", "b"):
            return False
        depth = max((n for n, clause in enumerate(self.stack) if clause.part is Part.RELATIVE), default=-1)
        relative = self.stack[depth]
        if depth < 0 or relative.subject is None or not all(clause.complete for clause in self.stack[depth:]):
            return False
        if relative.named:
            self._opaque()  # "the man whom police arrested | and who later died"
            return True
        while self.top is not relative:
            self._close()
        self._swap(Clause(Part.RELATIVE, subject=relative.subject, silent=relative.silent))
        self.at = after + 1
        return True

    def _denied(self) -> bool:
        """Whether the "not" of the clause stands before its subject: "not one of them"."""
        return any("!" in self.row.shape(r) for slot in self.top.lead for r in slot.whole)

    def _never_any(self) -> bool:
        """Whether a "not" before the first verb holds for those after it: "never met, voted or agreed"."""
        joined = self.codes.find("c", self.at)
        denied = any("!" in self.row.shape(r) for r in self.top.verb)
        return denied and joined > 0 and self.row.word(joined) in ("or", "nor")

    def _after_perfect(self, chunk: int) -> bool:
        """Whether a past form goes with "to have" or "having": "is believed to have killed 12 men and wounded 30"."""
        top = self.top
        if top.verbal is None or top.verbal[0] >= len(top.slots):
            return False
        words = top.slots[top.verbal[0]].whole
        if self.row.code(chunk) == "E":  # "is thought to be led by a priest and paid by smugglers"
            return any(set(self.row.shape(r)) >= {"x", "e"} for r in words)
        if self.row.code(chunk) != "V" or self.row.shape(self.row.span(chunk, chunk + 1)) != "v":
            return False
        return any(self.row.lower[p] in ("have", "having") for stretch in words for p in stretch)

    def _new_clause(self, after: int) -> None:
        """A coordinated clause with a subject of its own; within a subordinate clause it is told like that one."""
        while len(self.stack) > 1 and self.top.part is not Part.SUBORDINATE:
            self._close()
        clause = Clause(self.top.part if self.top.part is Part.SUBORDINATE else Part.MAIN)
        self.at = after
        self._swap(clause)
        clause.start, clause.outer = after, None

    def _renamed_subject(self, after: int) -> bool:
        """Whether a noun right after "was held and" can only be a subject: "... and Jan Novak, a guard was killed"."""
        return self.row.code(self.at - 1) == "V" and bool(RENAMED_SUBJECT.match(self.codes, after))

    def _shares_object(self, after: int) -> bool:
        """Whether the verbs may have one object, which comes after the second: "wrote and directed a film"."""
        top, verb = self.top, self.top.verb[-1]
        if self.row.words[self._start] != self.row.words[self._start - 1] + 1:
            return False  # what the first verb is said of stands in another voice: "said [that ...] and left"
        if self.codes[self.at - 2 : self.at] == "Np":
            return True  # "had knowledge of and took part in"
        if self.row.code(self.at - 1) == "V" and set(self.row.shape(verb)) <= set("xMb"):
            return True  # "has and will continue"
        bare = not top.slots and self.row.code(self.at - 1) == "V" and self.row.code(after) == "N"
        alone = self.row.lower[verb[-1]] in lexicon("without_object") or (
            self.row.shape(verb)[-1] == "e" and self._passive()
        )
        return bare and not alone

    def _gapped(self) -> bool:
        """Whether the verb is to be heard again: "it won gold in Rome and silver in Oslo"."""
        slots = self.top.slots
        row = self.codes[self.codes.find("V", self.top.start) : self.at]
        return len(slots) >= 2 and not slots[0].loose and self.row.code(self.at + 2) == "p" and "E" not in row

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
        shared = self.codes[verb] in "GI" or (self.codes[verb] == "E" and not self._did(verb))
        if shared or self._hidden_participle(verb):
            letters = row.shape(top.verb[0])
            helping = next((k for k, letter in enumerate(letters) if letter in "iegv"), len(letters))
            auxiliary = (top.verb[0][:helping],) if helping else ()
        whole = [s for s in top.lead if self._qualifies(s)]  # "Allegedly, ...", "Except for two, ..."
        lead = whole or ([] if row.code(self.at - 1) == "," else [s for s in top.lead if s.loose])
        if self.codes[after:verb].strip("b,"):
            lead = [Slot([(row.span(after, verb),)])]
        clause = Clause(Part.PREDICATE, lead=lead, subject=subject_of(top), named=True, guarded=top.guarded)
        self.at = verb
        self._swap(clause)
        clause.verb = (*auxiliary, row.span(verb, verb + 1))
        self.at = verb + 1

    def _qualifies(self, slot: Slot) -> bool:
        """Whether the words before the clause say how sure it is, who says so or for whom it does not hold."""
        words = slot.whole
        first = self._words(range(words[0].start, words[0].start + 1))
        return self.row.any_of(words, "hedging") or first in (
            "according",
            "except",
            "excepting",
            "excluding",
            "without",
            "barring",
        )

    def _shares_auxiliary(self, chunk: int) -> bool:
        """Whether the verb form at the chunk goes with the helping verbs of the clause: "was shot and robbed"."""
        mine, form = self.row.shape(self.top.verb[-1]), self.codes[chunk]
        if form == "I":
            return "M" in mine and "t" not in self.row.shape(self.row.span(chunk, chunk + 1))
        return mine[-1:] == ("e" if form == "E" else "g")

    def _hidden_participle(self, verb: int) -> bool:
        """Whether what looks like a past tense goes with the helping verb before: "was shot and later robbed"."""
        mine = "".join(map(self.row.shape, self.top.verb))
        if "M" in mine and mine.endswith("e"):
            return True  # "may have killed 12 men and wounded 30"
        done = mine.endswith("e") or len(self.top.verb) > 1  # itself read as one: "was caught and tried, but | freed"
        return "x" in mine and done and self._may_be_participle(verb)

    def _may_be_participle(self, verb: int) -> bool:
        """Whether what looks like a past tense can be said of whom it was done to: "shot dead", not "shot a guard"."""
        alone = self.row.shape(self.row.span(verb, verb + 1)).strip("b!") == "v"
        word = self.row.lower[self.row.high[verb] - 1]
        done = (word.endswith("ed") and word not in lexicon("without_object")) or word in lexicon("done_to")
        return alone and done and not self._before_object(verb)

    def _before_object(self, verb: int) -> bool:
        """Whether somebody or something follows the verb form, and no time."""
        if self.row.code(verb + 1) != "N":
            return False
        after = self.row.span(verb + 1, verb + 2)
        return self.row.lower[after.stop - 1] != "times" and not self.row.temporal((after,))

    def _stands_alone(self, chunk: int) -> bool:
        """Whether the noun phrase there can be no part of another: "the paper", "two men", "Orsk"."""
        return self.row.letters[self.row.low[chunk]] in "dh9um"

    def _did(self, verb: int) -> bool:
        """Whether what looks like a participle tells what the subject did: "was questioned and | left the country"."""
        takes_two = self.row.lower[self.row.high[verb] - 1] in lexicon("with_two_objects")
        return self._before_object(verb) and self._stands_alone(verb + 1) and not takes_two

    def _mistaken_participle(self, verb: int) -> bool:
        """Whether the participle is a second past tense: "freed the editor and | fined the paper"."""
        past = self.row.shape(self.top.verb[-1]).strip("b") == "v"
        regular = self.row.lower[self.row.high[verb] - 1].endswith("ed")
        told_between = (
            self.row.words[self._start] != self.row.words[self._start - 1] + 1
        )  # "said [it was so] and denied"
        return past and regular and self._before_object(verb) and (told_between or self._stands_alone(verb + 1))

    def _caused(self, chunk: int) -> bool:
        """Whether the verb form tells what somebody had done to others: "had the men bound and | shot"."""
        row = self.row
        done = self.codes[chunk : chunk + 1] == "E" or (row.code(chunk) == "V" and self._may_be_participle(chunk))
        if not (done and self.top.complete and row.lower[self.top.verb[-1][-1]] in lexicon("causing")):
            return False
        in_a_state = row.lower[row.low[self.at] - 1] in lexicon("states")  # "left him blind and | wounded"
        return in_a_state or CAUSED.match(self.codes, self.codes.find("V", self.top.start)) is not None

    def _mistaken_verb(self) -> bool:
        """Whether the verb here is the clause's own. Takes a participle back: "the crime committed in Orsk, | was"."""
        while len(self.stack) > 1 and self.top.part is Part.RELATIVE:
            self._close()
        top = self.top
        if not top.complete:
            return True  # it was waiting behind "who ...": "the mayor, who likes the feast that is near, | does ..."
        single = top.subject and top.named and self.row.shape(top.verb[0]).strip("b") == "v"
        if not single or _VERB_AND_VERB.match(self.codes, self.at, self.at + 14):
            return False
        first = top.slots[0] if top.slots else None
        if first and not first.temporal and self.row.letters[first.choices[0][0].start] in "dh9nmqa":
            return False  # it has an object: "killed 12 men, | burned the school"
        if top.subject and self.row.lower[top.verb[0][-1]].endswith(("ed", "en")):
            top.subject.extend(top.verb)
            for slot in top.slots:
                top.subject.extend(slot.whole)
            top.verb, top.slots = (), []
            return True
        return False
