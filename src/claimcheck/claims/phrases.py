"""Where a phrase with a preposition belongs: to the noun before it, to the verb, or loosely to the whole clause."""

from __future__ import annotations

from claimcheck.claims.appositions import Appositions
from claimcheck.claims.chunks import lexicon
from claimcheck.claims.clause import COPULAS
from claimcheck.claims.coordination import Slot

UNTIL = frozenset({"to", "until", "till", "through", "into", "up to"})


class Phrases(Appositions):
    """Puts prepositional phrases in their places."""

    def _place(self, slot: Slot, word: str, before: int) -> None:
        """Puts a prepositional phrase where it belongs; `before` is the chunk in front of it."""
        comma = self.row.code(before) == ","
        top = self.top
        loose = word in lexicon("loose") and not self.row.any_of(slot.choices[0], "stances")
        if not top.complete:
            if self.begun and not (slot.temporal and loose):
                self._extend(slot.whole)
            elif (
                top.lead
                and not comma
                and not self.begun
                and (
                    not slot.temporal
                    or top.lead[-1].temporal
                    or self.row.code(before) == "b"
                    or self._led_by_participle()
                )
            ):
                top.lead[-1].extend(slot.whole)
            else:
                slot.loose = loose
                top.lead.append(slot)
            return
        previous = top.slots[-1] if top.slots else None
        free = self.row.lower[top.verb[-1][-1]] in lexicon("free_verbs")
        common = previous is not None and self.row.letters[previous.choices[-1][-1].stop - 1] == "n"
        dated = previous is not None and slot.temporal and any(s.temporal for s in (*top.lead, *top.slots))
        wanted = previous is not None and not comma and self._wants(previous, slot)
        since = previous is not None and self.row.lower[previous.choices[-1][0].start] == "from" and word in UNTIL
        if previous and (
            self.listing
            or (word == "of" and not previous.temporal)
            or since
            or wanted
            or (word in {"after", "before"} and previous.temporal and not comma)
            or (slot.temporal and not comma and self._dates_event(previous))
            or (loose and not comma and self._names_event(previous))
            or (word == "for" and self._within_name(previous, slot))
        ):
            previous.take(slot)
        elif previous and self.row.code(before) in ("I", "G", "E") and not slot.temporal:
            previous.take(slot)  # "to account for the dead", "owned by the family"
        elif (
            previous
            and not comma
            and not previous.temporal
            and (dated or (previous.loose and not slot.temporal and (loose or common or not free)))
        ):
            previous.take(slot)  # "at the square in Orsk", "concern about the arrests in May"
        else:
            label = word == "as" and self.row.any_of(top.verb, "labelling")
            after_object = (previous is not None or free) and word in lexicon("loose_after_object") and not label
            needed = previous is not None and self.row.any_of(previous.choices[-1][-1:], "wanting")
            after_object = after_object and not needed  # "responsible for the attack"
            is_it = previous is None and self.row.lower[top.verb[-1][-1]] in COPULAS  # "has been | in exile since 2005"
            measured = word == "at" and self.row.any_of(top.verb, "measuring")  # "puts the toll | at 41"
            loose = (loose or after_object or (word == "by" and self._passive())) and not (is_it or measured)
            slot.loose = loose
            top.slots.append(slot)

    def _wants(self, previous: Slot, after: Slot) -> bool:
        """Whether the phrase before says something else without the one that follows: "a step | in that direction"."""
        head = previous.choices[-1][-1]
        if previous.temporal and self.row.letters[head.stop - 1] == "n":
            spent = self.row.lower[previous.choices[-1][0].start] == "after" and not after.temporal
            if spent or self._confines(after):
                return True  # "three years | in prison", "after three years | in Orsk"
        if self.row.lower[after.choices[0][0].start] == "with" and self.row.lower[head.stop - 1] in lexicon("generic"):
            return True  # "anyone | with ties to the mine"
        if self.row.lower[after.choices[0][0].start] == "by" or self.row.letters[head.stop - 1] not in "n9":
            return False
        if self.row.lower[head.stop - 1] in lexicon("relational"):
            return not after.temporal
        top, first = self.top, previous.choices[-1][0]
        named = self.row.lower[top.verb[-1][-1]] in COPULAS or self.row.lower[first.start] == "as"
        return named and self.row.any_of((first,), "superlative")

    def _names_event(self, slot: Slot) -> bool:
        """Whether the phrase ends in what happened where the next one says: "for the murder of a man | in Orsk"."""
        heads = [self.row.lower[words.stop - 1] for words in slot.choices[-1]]
        of = len(heads) > 1 and self.row.lower[slot.choices[-1][-1].start] == "of"
        return of and self.row.lower[slot.choices[-1][0].start] == "for" and heads[-2] in lexicon("events")

    def _dates_event(self, slot: Slot) -> bool:
        """Whether the phrase tells from when on or up to when, by an event: "since his divorce | in 2020"."""
        return not slot.temporal and self.row.lower[slot.choices[-1][0].start] in ("since", "until")

    def _confines(self, slot: Slot) -> bool:
        words = slot.choices[0]
        return self.row.lower[words[0].start] == "in" and self.row.lower[words[-1].stop - 1] in lexicon("confinement")

    def _exemplified(self, slot: Slot) -> bool:
        """Whether the last choice is an example beside all of the first."""
        first, last = slot.choices[0], slot.choices[-1]
        return len(last) > len(first) and last[: len(first)] == first

    def _within_name(self, before: Slot, after: Slot) -> bool:
        """Whether the phrase goes on with a name: "the Prize | for Composition", "the Institute | for the Arts"."""
        letters, first = self.row.letters, after.choices[0][0].start
        named = letters[before.choices[-1][-1].stop - 1] == "m"
        the = letters[before.choices[-1][0].start] == letters[first + 1] == "d"
        return named and letters[first + 1 + the : first + 2 + the] == "m"

    def _led_by_participle(self) -> bool:
        """Whether what leads the clause ends in words that say what was done: "in a letter sent | in July"."""
        return any("e" in self.row.shape(r) for r in self.top.lead[-1].whole)
