"""Verb forms that are no predicate: "to ...", -ing and participles, in front of a subject or behind it."""

from __future__ import annotations

from claimcheck.claims.clause import Clause, Part
from claimcheck.claims.coordination import Slot
from claimcheck.claims.phrases import Phrases
from claimcheck.patterns import compiled

ASKED = frozenset({"asked", "pressed", "questioned"})
INVERTED = compiled("E(?:b?pN){0,3}(?=V)")


class Verbals(Phrases):
    """Reads infinitives, -ing forms and participles."""

    def _infinitive(self) -> None:
        if self.top.complete:
            for slot in self.top.slots[-1:]:
                slot.loose = slot.loose and slot.temporal  # "over their refusal to sign"
            here = self._here()
            if self.codes[self.at - 1] == "N" and self.top.slots and self._exemplified(self.top.slots[-1]):
                self._extend(here)  # "talks, including the need | to go on"
                self.at += 1
                return
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
        if self.top.complete or self.begun or (self.top.lead and self.row.code(self.at - 1) == "N"):
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
        if self.top.lead and not self.begun and self.row.code(self.at - 1) == "N":
            self._other()  # "According to records | kept in Orsk, ..."
            return
        if (
            not self.top.complete
            and not self.begun
            and self.row.word(self.at) in ASKED
            and "," in self.codes[self.at :]
        ):
            end = self.codes.index(",", self.at)
            self.top.lead.append(Slot([(self.row.span(self.at, end),)]))  # "Asked whether it was safe, the mayor said"
            self.at = end
            return
        if self.begun and not self.top.complete and (verb < 0 or self.codes[verb - 1] == "c"):
            self._take_verb()  # "she moved to Orsk and became a judge"
            return
        if not self.top.complete and not self.begun and (found := INVERTED.match(self.codes, self.at)):
            self.top.subject, self.top.named = Slot([(self.row.span(self.at, found.end()),)]), True
            self.at = found.end()  # "Killed in the blast | were ..."
        elif not self.top.complete and not self.begun:
            self._open(Clause(Part.PARTICIPLE, bracketed=True))
            self._take_verb()
        elif self.top.complete and self.row.code(self.at + 1) in ("", ".") and self.row.code(self.at - 1) == "N":
            self._other()  # "a disaster | foretold"
        elif self.top.complete and self._told_of_subject():
            self._open(Clause(Part.PARTICIPLE))
            self._take_verb()
        else:
            self._other()
