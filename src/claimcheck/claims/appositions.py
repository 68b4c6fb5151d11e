"""Appositions and brackets: words beside a noun phrase that say what it is."""

from __future__ import annotations

from claimcheck.claims.chunks import Words, lexicon
from claimcheck.claims.clause import Clause, Part
from claimcheck.claims.coordination import CLAUSE, Slot, belong_to_one, counted, items
from claimcheck.claims.subordination import Subordination
from claimcheck.grammar.inflection import singular
from claimcheck.patterns import compiled
from claimcheck.values.counted import is_one_person, is_person

APPOSITION = compiled(r",b?NB?(?:(?:[pc]|Gp?|Ep?)NB?){0,6}(?=[,.;:\-]|$)")
PART_OF = compiled(r"b?Np[Nr](?:b?[pjE]N?){0,4}(?=[,.;:]|$)")
SHARE = compiled("Np[Nr]")
_WHO = 8  # chunks of a relative clause that a name behind it may look back over
WHOLES = frozenset({"them", "whom", "which", "these", "those"})
PARTED = compiled(r"Np[Nr](?:b?[pjNEVG]){1,9},b?V")
RENAMED_WHO = compiled(r",b?N(?:pN){0,2}(?=rN?b?V)")


class Appositions(Subordination):
    """Reads what follows a comma after a noun phrase, and brackets."""

    def _renaming(self) -> None:
        """After ", " before a noun phrase: appositions, or a new clause."""
        settled = self.top.complete or self.begun
        name = self._person_before() or self.last
        while settled and name and self.codes[self.at - 1] == ",":
            found = APPOSITION.match(self.codes, self.at - 1) or RENAMED_WHO.match(self.codes, self.at - 1)
            if not found or self.row.code(self.at - 2) not in ("N", "B", ","):
                break
            inner = self.at + (self.row.code(self.at) == "b")
            words = self.row.span(inner, inner + 1)
            if not self._renames(name, words):
                last = self.last[-1].stop - 1
                person = self.row.letters[last] == "m" or is_person(self.row.lower[last])
                then = self.row.lower[words.start] == "then"  # says how old when the rest of the clause happened
                if self.row.shape(words).lstrip("b") != "9" or not person or then:
                    break
                name = self.last  # "one of them, Ana Duarte, | now 41", "the widow, | 78"
            if self._list_goes_on(name, found.end()):
                return
            named = "m" in self.row.shape(name[0]) or "m" in self.row.shape(words)
            if not named and self.codes[found.end() : found.end() + 2] == ",c":
                break
            sums_up = self.row.lower[self.row.high[inner] - 1] in lexicon("summing")  # "..., a move that ..."
            if not sums_up:
                self._tell_aside(name, self.at, found.end())
            self.at = found.end()
            self.last = name if "m" in self.row.shape(name[0]) and not sums_up else (words,)
            if sums_up:
                name = self.last
            if self.row.code(self.at) == "r" and self.row.code(self.at + 1) != "N":
                self._open(Clause(Part.RELATIVE, subject=Slot([self.last]), bracketed=True))
                self.at += 1
                return
            if self.row.code(self.at) != ",":
                return
            self.at += 1
        if self.top.complete and CLAUSE.match(self.codes, self.at) and self.row.code(self.at) == "N":
            self._fresh()

    def _person_before(self) -> Words:
        """The person whom a name tells that stands behind another noun: "a spokesman for the ministry, | Jan Lind"."""
        row, at = self.row, self.at
        named = len(row.shape(row.span(at, at + 1))) > 1 and set(row.shape(row.span(at, at + 1))) == {"m"}
        if not named or row.code(at - 1) != "," or row.letters[row.high[at - 2] - 1] == "m":
            return ()
        for start in (at - 4 if self.codes[max(at - 4, 0) : at] == "NpN," else -1, self._who_before()):
            if start >= 0:
                person, beside = (row.high[chunk] - 1 for chunk in (start, at - 2))
                one = is_one_person(row.lower[person])
                another = is_person(row.lower[beside]) or (beside in row.offices and person not in row.offices)
                if one and not another:
                    return (row.span(start, at - 1),)
        return ()

    def _who_before(self) -> int:
        """The noun whose "who ..." ends before the comma here: "the judge | who signed the order,"; -1 for none."""
        who = self.codes.rfind("r", max(0, self.at - _WHO), self.at)
        told = who > 0 and self.codes[who - 1] == "N" and self.row.word(who) == "who"
        return (
            who - 1
            if told and self.codes[self.at - 2 : self.at] == "N," and "," not in self.codes[who : self.at - 1]
            else -1
        )

    def _list_goes_on(self, name: Words, end: int) -> bool:
        """Takes people who belong to the one named before as further things of its list."""
        slot = self.top.slots[-1] if self.top.slots else None
        phrases = [self.row.span(a, b) for a, b in items(self.row, self.at, end)]
        if slot is None or slot.choices[-1] != name or not belong_to_one(self.row, phrases):
            return False
        slot.choices += [(words,) for words in phrases]
        self.at = end
        return True

    def _counted_before(self) -> Words:
        """What a part is one of: what was read last, or a number of things before it; nothing where that is "they"."""
        if self.row.letters[self.last[0].start] == "u":
            return ()
        numbers = [k for k in range(self.at) if self.codes[k] == "N" and self._has_number(k)]
        many = self.row.lower[self.last[-1].stop - 1]
        if singular(many) != many or is_person(many):
            return self.last
        return (self.row.span(numbers[-1], numbers[-1] + 1),) if numbers else ()

    def _has_number(self, chunk: int) -> bool:
        words = self.row.span(chunk, chunk + 1)
        return (
            "9" in self.row.shape(words) and self.row.letters[words.stop - 1] == "n" and not self.row.temporal((words,))
        )

    def _part_of(self) -> bool:
        """Tells a part of the number before without a verb of its own: "213 men, 97 of them in Orsk"."""
        if not self.last or not SHARE.match(self.codes, self.at) or self.row.word(self.at + 2) not in WHOLES:
            return False
        if (
            self.begun
            and not self.top.complete
            and self.codes[self.at + 2] == "N"
            and PARTED.match(self.codes, self.at)
        ):
            end = self.codes.index(",", self.at)
            self.asides.append((*self.last, self.row.span(self.at, end)))  # "12 men, | most of them shot, were found"
            self.at = end
            return True
        found = PART_OF.match(self.codes, self.at)
        if not found or not self.top.complete:
            return False
        whole = self._counted_before()
        if not whole or (self.row.code(self.at + 3) == "p" and self.row.word(self.at + 3) == "by"):
            self._opaque()  # "they were beaten, | some of them with sticks", "389 were wounded, | 40 of them by mines"
        else:
            self.asides.append((*whole, self.row.span(self.at, found.end())))
            self.at = found.end()
        return True

    def _tell_aside(self, name: Words, start: int, end: int) -> None:
        """An apposition, or each of several that are coordinated."""
        parts = items(self.row, start, end)
        spans = [self.row.span(a, b) for a, b in parts]
        apart = (
            len(parts) > 1
            and not counted(self.row, name[0])
            and not any("p" in self.row.shape(s) for s in spans[:-1])
            and all(self.row.letters[s.start] in "dhm" for s in spans)
            and all(self.row.letters[s.stop - 1] in "nm" for s in spans)
        )
        after = name[-1].stop if self.row.letters[name[-1].stop : name[-1].stop + 1] == "," else spans[0].start - 1
        comma = (range(after, after + 1),) if self.row.letters[after : after + 1] == "," else ()
        for words in spans if apart else [self.row.span(start, end)]:
            self.asides.append((*name, *comma, words))

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
        k = self.codes.find("NB") + 1
        while k:
            first = k - 1
            while self.codes[max(first - 2, 0) : first] == "Np" and self.row.word(first - 1) == "of":
                first -= 2
            found.append((self.row.span(first, k + 1),))
            k = self.codes.find("NB", k) + 1
        return found
