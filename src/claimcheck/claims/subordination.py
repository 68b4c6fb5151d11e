"""Clauses within clauses: relative clauses, and what "that" and other conjunctions take whole."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.chunks import Words, lexicon
from claimcheck.claims.clause import Clause, Part, subject_of
from claimcheck.claims.coordination import CLAUSE, Slot
from claimcheck.claims.predicates import Predicates
from claimcheck.grammar.inflection import singular
from claimcheck.patterns import compiled
from claimcheck.values.counted import is_person

RELATIVE = compiled(r"(?:,?b?pN,?){0,2}(?:b?V|b?N(?:[pc]N){0,3}b?V)")
CALLED = compiled(r"rNVp?N(?:pN){0,3}(?=,?cb?V)")
PRONOUNS = frozenset({"who", "which", "that"})
_OF_ONE, _OF_MANY = frozenset({"has", "is", "was"}), frozenset({"are", "have", "were"})


class Subordination(Predicates):
    """Reads relative clauses, and clauses that stay a part of the one around them."""

    def _that(self) -> None:
        listed = self.row.code(self.at - 1) == "," and self.reported and self.top.complete
        if listed and CLAUSE.match(self.codes, self.at + 1):
            self._fresh()  # "that the mayor knew, | that he lied, and that he fled"
            self.at += 1
            return
        if self.top.complete:
            self._opaque()
            return
        verb = self.codes.find("V", self.at)
        verb = self.codes.find("V", verb + 1) if verb >= 0 else -1
        end = verb if verb >= 0 else len(self.codes)
        self._extend((self.row.span(self.at, end),))
        self.at = end

    def _relative(self) -> None:
        start = self.at
        if self.codes[start] == "p" and self.row.word(start) == "of" and self.top.complete:
            self._opaque()
            return
        marker = start + 1 if self.codes[start] == "p" else start
        comma = self.row.code(start - 1) == ","
        before = self.row.code(start - 2) if comma else self.row.code(start - 1)
        if before not in ("N", "B") or not self.last or not RELATIVE.match(self.codes, marker + 1):
            if self.top.complete and (called := CALLED.match(self.codes, start)):
                self._extend((self.row.span(start, called.end()),))  # "condemned what it called a raid | and left"
                self.at = called.end()
            elif self.top.complete:
                self._opaque()
            else:
                self._other()
            return
        plain = (
            self.row.code(marker + 1) in ("V", "b", "p", ",") and start == marker and self.row.word(marker) in PRONOUNS
        )
        if comma and self.top.complete and self.row.word(marker) == "where" and self._follows_person():
            self._open(Clause(Part.SUBORDINATE, bracketed=True))  # "fled with her sons, | where she was arrested"
            self.at = marker + 1
            return
        if not plain and self._within_phrase():
            if self.top.complete:
                self._opaque()
            else:
                self._open(Clause(Part.RELATIVE, silent=True, bracketed=comma, needed=True))
                self.at = marker + 1
            return
        heads = self.row.code(marker + 1) != "N"  # and not "a form of energy that he fires"
        of_subject = heads and not comma and self.top.complete and self._told_of_subject()
        subject = subject_of(self.top) if of_subject else None
        antecedent = subject or Slot([self._antecedent(self.row.word(marker))])
        named = self.row.letters[antecedent.choices[-1][-1].stop - 1] == "m"
        generic = not comma and not of_subject and self.row.lower[antecedent.choices[-1][0].start] in lexicon("generic")
        generic = generic or (not comma and self.row.any_of(antecedent.choices[-1][:1], "superlative"))
        thing = self.row.word(marker) == "who" and self._is_thing(antecedent.choices[-1][-1])
        generic = generic or (not comma and thing)  # "a man near the gate who | ran"
        first = not comma and set(self.row.shape(antecedent.choices[-1][-1])) <= set("da9")  # "the first who ..."
        generic = generic or first
        clause = Clause(Part.RELATIVE, silent=generic, bracketed=comma, needed=not comma and not subject and not named)
        if plain:
            clause.subject = antecedent
        else:
            clause.lead = [Slot([(*antecedent.choices[-1], self.row.span(start, marker + 1))])]
        self._open(clause)
        self.at = marker + 1

    def _follows_person(self) -> bool:
        """Whether the noun before is nobody that "where" could tell of."""
        return is_person(self.row.lower[self.last[-1].stop - 1])

    def _within_phrase(self) -> bool:
        """Whether "where" or "which he" may also belong to an earlier noun: "leads to a house in the street, where"."""
        top, named = self.top, self.row.letters[self.last[-1].stop - 1] == "m"
        if named and self.row.word(self.at) in {"where", "when", "whose"}:
            return False
        if not top.complete:
            return top.subject is not None and top.named and top.subject.choices[-1] != self.last
        if not top.slots:
            return False
        *earlier, nearest = top.slots
        return (
            nearest.choices[-1][-1:] != self.last[-1:]
            or len(nearest.choices[-1]) > 1
            or (bool(earlier) and not earlier[-1].temporal and not nearest.temporal)
        )

    def _ambiguous(self) -> bool:
        """Whether the pronoun may stand for the object as well as for the noun of the phrase that follows it."""
        slots = self.top.slots
        return (
            len(slots) > 1
            and slots[-1].loose
            and not slots[-1].temporal
            and not slots[-2].temporal
            and len(slots[-2].choices) == 1
            and len(slots[-1].choices) == 1
            and self.row.letters[slots[-1].choices[0][0].start] == "p"
            and self.row.lower[slots[-1].choices[0][0].start] not in ("into", "onto", "towards")
            and self.row.letters[slots[-2].choices[0][0].start] in "dhn9a"
            and self.row.letters[slots[-2].choices[0][-1].stop - 1] == "n"
            and self.row.letters[slots[-1].choices[0][-1].stop - 1] == "n"
            and slots[-2].choices[0][-1].stop == slots[-1].choices[0][0].start
        )

    def _verb_is(self, forms: frozenset[str]) -> bool:
        """Whether the verb behind the pronoun is one of these forms, which tell one from many."""
        after = self.at + 1
        return self.row.code(after) == "V" and self.row.lower[self.row.low[after]] in forms

    def _singular(self, words: range) -> bool:
        """Whether the phrase is one thing: "a founder", not "many"."""
        row = self.row
        counted = row.any_of((words,), "quantities") or row.any_of((words,), "generic")
        return row.letters[words.stop - 1] == "n" and not row.lower[words.stop - 1].endswith("s") and not counted

    def _of_somebody(self, parts: Words) -> bool:
        """Whether a name of two words stands behind what can be no "who": "the death of Vera Kos"."""
        row = self.row
        of, head = row.lower[parts[1].start] == "of", row.lower[parts[0].stop - 1]
        named = len(parts[1]) > 2 and set(row.shape(parts[1])[1:]) == {"m"}
        return of and named and (not is_person(head) or head in lexicon("kin_groups"))

    def _thing_behind_person(self, parts: Words) -> bool:
        """Whether only the first of the noun phrases is for somebody: "a man near the gate"."""
        last = parts[-1].stop - 1
        thing = self.row.letters[last] == "n" and not is_person(self.row.lower[last])
        return thing and any(is_person(self.row.lower[p]) for p in parts[0])

    def _is_thing(self, words: range) -> bool:
        """Whether the phrase ends in a noun that is for nobody, and for no group: "near the gate"."""
        last = words.stop - 1
        noun = self.row.lower[last]
        group = noun in lexicon("groups") or noun in lexicon("kin_groups")
        return self.row.letters[last] == "n" and not is_person(noun) and not group

    def _name_around(self, parts: Words) -> Words:
        """The name that goes on with the words: "the Institute for the Study of War" around "the Study of War"."""
        letters, link = self.row.letters, parts[0].start - 1
        if link < 1 or self.row.lower[link] != "for" or not letters[link - 1] == letters[parts[0].stop - 1] == "m":
            return ()
        return next((words for words in self._read_so_far() if any(link in stretch for stretch in words)), ())

    def _several(self) -> Words:
        """The people of whom some are told: "Eleven men were held in the barracks, four of whom | died"."""
        row, nearest = self.row, self._antecedent("which")
        for words in (nearest, *self._read_so_far()):
            heads = [row.lower[stretch.stop - 1] for stretch in words]
            if any(is_person(head) and singular(head) != head for head in heads):
                first = words[0]
                return (range(first.start + (row.letters[first.start] == "p"), first.stop), *words[1:])
        return nearest

    def _read_so_far(self) -> Iterator[Words]:
        """The phrases of the open clause, the last one first and its subject last."""
        subject = subject_of(self.top)
        for slot in (*reversed(self.top.slots), *([subject] if subject else [])):
            yield slot.choices[-1]

    def _antecedent(self, pronoun: str) -> Words:
        """What the pronoun stands for: "who" after "the fate of hundreds of men" for the hundreds of men."""
        row, parts = self.row, self.last
        if pronoun != "who" and len(parts) > 1 and self._verb_is(_OF_MANY) and self._singular(parts[0]):
            last = parts[-1]  # "a founder of clubs that | have closed"
            return (last[1:],) if row.lower[last.start] == "of" else (last,)
        if (
            pronoun == "which"
            and len(parts) > 1
            and self._verb_is(_OF_ONE)
            and row.lower[parts[0].stop - 1].endswith("s")
        ):
            return (parts[-1][1:],)  # "six residents of the home, which | was"
        if pronoun == "who" and len(parts) == 1 and is_person(row.lower[parts[0].stop - 1]):
            return parts  # "shooting at people who | ran", and not the shooting
        if pronoun == "who" and len(parts) > 1 and self._thing_behind_person(parts):
            return parts  # "the head of the union who | was jailed"
        if pronoun == "who" and len(parts) == 2 and self._of_somebody(parts):
            return (parts[1][1:],)  # "the family of Vera Kos, who | was shot"
        if pronoun != "who" and (whole := self._name_around(parts)):
            return whole
        if pronoun in PRONOUNS and self._ambiguous():
            if self._verb_is(_OF_MANY) and self._singular(self.top.slots[-2].choices[-1][-1]):
                return parts  # "cast doubt on findings that | were false"
            return (*self.top.slots[-2].choices[-1], *self.top.slots[-1].choices[-1])
        if pronoun != "who" or len(parts) < 2 or row.letters[parts[-1].stop - 1] == "m":
            return parts
        keep = len(parts) - 1
        while keep > 0 and not row.any_of((parts[keep - 1],), "quantities"):
            keep -= 1
        if keep > 0 and row.lower[parts[keep - 1].start : parts[keep - 1].stop] == ["the", "number"]:
            keep = 0  # "the number of officers who | deal with it"
        if keep > 0:
            return (parts[keep - 1][1:] if row.lower[parts[keep - 1].start] == "of" else parts[keep - 1], *parts[keep:])
        return (parts[-1][1:],) if row.lower[parts[-1].start] == "of" else (parts[-1],)
