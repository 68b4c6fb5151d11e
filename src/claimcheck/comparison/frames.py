"""Who does what to whom in a sentence: each verb with its subject, its objects and what else hangs on it.

The reading is shallow. Where it cannot tell who does a thing or suffers it, it says None, and nothing rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.comparison.outcomes import compare_outcomes
from claimcheck.comparison.pieces import Piece, PieceKind, cut
from claimcheck.comparison.polarity import hedging
from claimcheck.comparison.words import Unit
from claimcheck.lexicon import load
from claimcheck.model import Tag
from claimcheck.records import NamedTuple, dataclass, field, replace

_BY = "by"
_PRESENT = frozenset({"is", "are", "am", "has", "have", "'s", "do", "does"})
_FACTUAL = frozenset({"", "after", "amid", "by", "during", "following", "from", "in", "on", "over", "since", "with"})
_UNDECIDED = ("denying", "wishing", "deciding")
_ADDRESSING = frozenset({"assure", "inform", "remind", "tell"})  # "…, villagers told reporters"
_INDIRECT = frozenset({"that", "how", "why", "when", "where"})


class Voice(NamedTuple):
    """How far a sentence itself vouches for what one of its verbs says."""

    told: bool = False  # somebody is named who says so
    doubted: bool = False  # wished, feared, ordered, denied, asked or made to depend on something


_PLAIN = Voice()


class Phrase(NamedTuple):
    """A noun phrase with what follows "of". `units` and `head` are indices into the sentence's units."""

    units: range
    head: int
    governor: str  # the preposition before it; "" for none
    owned: int | None = None  # the head of what follows "of"
    part: range | None = None  # "34 of" in "34 of the 90 seats": how much of it


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb, or a noun for an act, and what hangs on it."""

    predicate: int
    agents: tuple[Phrase, ...] | None = None
    patients: tuple[Phrase, ...] | None = None
    others: tuple[Phrase, ...] = ()
    negated: bool = False
    voice: Voice = _PLAIN
    noun: bool = False
    present: bool = False


@cache
def _words(name: str, key: str) -> frozenset[str]:
    return frozenset(load(name)[key])


@dataclass(slots=True)
class _Draft:
    """A frame while its sentence is being read."""

    predicate: int
    subject: list[Phrase] | None
    passive: bool = False
    negated: bool = False
    voice: Voice = _PLAIN
    present: bool = False
    objects: list[Phrase] = field(default_factory=list)
    others: list[Phrase] = field(default_factory=list)

    def hanging(self) -> Iterator[Phrase]:
        yield from (*(self.subject or ()), *self.objects, *self.others)

    def frame(self) -> Frame:
        by = tuple(p for p in self.others if p.governor == _BY and p.units.start > self.predicate)
        others = tuple(p for p in self.others if p not in by or not self.passive)
        subject = None if self.subject is None else tuple(self.subject)
        agents, patients = (by, subject) if self.passive else (subject, tuple(self.objects))
        if self.passive:
            others = (*others, *self.objects)
        return Frame(self.predicate, agents, patients, others, self.negated, self.voice, present=self.present)


def read_frames(units: Sequence[Unit]) -> tuple[Frame, ...]:
    """The frames of one sentence's units, those of verbs before those of nouns."""
    reader = _Reader(units)
    reader.read()
    return (*(draft.frame() for draft in reader.drafts), *reader.acts())


class _Reader:
    """Goes through a sentence's pieces once, and keeps in mind whose verb is still to come."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._pieces = tuple(cut(units))
        self.drafts: list[_Draft] = []
        self.phrases: list[Phrase] = []
        self._subject: list[Phrase] = []
        self._waiting: list[list[Phrase]] = []  # subjects whose verb stands behind a clause that hangs on them
        self._draft: _Draft | None = None  # the last verb of the clause
        self._role: list[Phrase] | None = None  # where a phrase behind "and" or a comma belongs
        self._loose: list[Phrase] = []  # what stands before the verb: "On 3 May", "after the march"
        self._antecedent: Phrase | None = None  # what a relative clause has for its object
        self._relative = False
        self._voice = self._own_voice()
        self._governor = ""
        self._joined = False
        self._apart = False  # a comma, dash or bracket stands before

    def read(self) -> None:
        """Fills `drafts` and `phrases`."""
        for n, piece in enumerate(self._pieces):
            behind_mark = n > 0 and self._units[self._pieces[n - 1].units[-1]].closed
            self._apart = behind_mark or (self._apart and self._joined)
            if piece.kind is PieceKind.CONJUNCTION:
                self._joined = True
                continue
            if piece.kind is PieceKind.OTHER:
                continue
            if piece.kind is PieceKind.PREPOSITION:
                self._governor = self._units[piece.head].lemma
            else:
                self._take(n, piece)
                self._governor = ""
            self._joined = False
        self._trailing_speaker()

    def _take(self, n: int, piece: Piece) -> None:
        if piece.kind is PieceKind.PHRASE:
            self._take_phrase(n, Phrase(piece.units, piece.head, self._governor))
        elif piece.kind is PieceKind.VERB:
            self._take_verb(n, piece)
        elif piece.kind is PieceKind.RELATIVE:
            if self.phrases and self._units[piece.head].lemma != "what":
                if self._draft is None:
                    self._waiting.append(self._subject)
                # "The man whose brother fled": it is the brother who did.
                self._clause([] if self._units[piece.head].lemma == "whose" else [self.phrases[-1]])
                self._relative, self._role = True, None
        else:
            self._voice = self._below(self._units[piece.head])
            self._clause([])

    def _clause(self, subject: list[Phrase]) -> None:
        self._subject, self._draft, self._loose, self._role = subject, None, [], subject

    def _take_phrase(self, n: int, phrase: Phrase) -> None:
        draft = self._draft
        if phrase.governor == "of" and self._follows(phrase):
            self._own(phrase)
            return
        if phrase.governor:
            self._role = draft.others if draft else self._loose
            self._role.append(phrase)
        elif draft is not None and self._opens(n, draft):
            self._voice = self._clause_voice(draft)
            beside = self._waiting.pop() if self._relative and self._waiting and self._apart else []
            self._relative = False
            self._clause([*beside, phrase])
        elif draft is None:
            self._take_subject(phrase)
        elif (self._joined or self._apart) and self._role:
            if self._resumes(n, draft):
                self._role = draft.objects or draft.subject or self._role
            phrase = phrase._replace(governor=self._role[-1].governor)
            self._role.append(phrase)
        else:
            draft.objects.append(phrase)
            self._role = draft.objects
        self.phrases.append(phrase)

    def _resumes(self, n: int, draft: _Draft) -> bool:
        """Whether the phrase begins the verb's next pair: "held 34 men on Monday and | nine on Tuesday"."""
        if self._role is not draft.others or n + 2 >= len(self._pieces):
            return False
        link, end = self._pieces[n + 1], self._pieces[n + 2]
        if link.kind is not PieceKind.PREPOSITION or self._units[link.head].lemma != draft.others[-1].governor:
            return False
        before, here, behind = (_sort(self._units[i]) for i in (draft.others[-1].head, self._pieces[n].head, end.head))
        return before == behind != here and before != ""

    def _take_subject(self, phrase: Phrase) -> None:
        """A phrase before the verb; the last of several that nothing joins is the subject."""
        if self._subject and not (self._apart or self._joined):
            if self._relative:
                self._antecedent = self._subject[0]
            else:
                self._loose += self._subject
            self._subject = []
        self._subject = [*self._subject, phrase]
        self._role = self._subject

    def _take_verb(self, n: int, piece: Piece) -> None:
        reduced = self._reduced(n, piece)
        if reduced is not None:
            if self._draft is None:
                self._waiting.append(self._subject)
                self._relative = True
            self._draft, self._role = reduced, reduced.others
        elif self._units[piece.units[0]].tag is Tag.TO or self._bare_gerund(piece) or self._governor:
            self._draft = self._hanging(piece)
            self._role = self._draft.objects
        else:
            self._draft = self._finite(piece)
            self._role = self._draft.objects
        self.drafts.append(self._draft)

    def _follows(self, phrase: Phrase) -> bool:
        """Whether only the "of" stands between the phrase and the one before, and no verb claims it."""
        before = self.phrases[-1].units if self.phrases else range(0)
        if not before or before.stop != phrase.units.start - 1 or self._units[before.stop - 1].closed:
            return False
        draft = self._draft
        if draft is None or self._units[draft.predicate].lemma not in _words("frames", "with_of"):
            return True
        return [p.units for p in draft.objects] != [before]

    def _own(self, phrase: Phrase) -> None:
        """Joins "of …" to the phrase before, wherever that stands; "34 of the seats" is about seats."""
        before = self.phrases[-1]
        first = self._units[before.head]
        whole = before._replace(units=range(before.units.start, phrase.units.stop))
        if first.number is not None or first.text.lower() in _parts():
            whole = whole._replace(head=phrase.head, part=before.units)
        else:
            whole = whole._replace(owned=before.owned or phrase.head)
        self.phrases[-1] = whole
        draft = self._draft
        for role in (self._subject, self._loose, *((draft.objects, draft.others) if draft else ())):
            if role and role[-1].units.start == before.units.start:
                role[-1] = whole
                self._role = role
                return

    # --- clauses ---
    def _opens(self, n: int, draft: _Draft) -> bool:
        """Whether the phrase opens a clause; right behind the verb of a relative clause it is its object."""
        bare = not (draft.passive or draft.objects or draft.others or self._apart)
        return not (bare and self._waiting) and self._begins_clause(n)

    def _begins_clause(self, n: int) -> bool:
        """Whether the phrase, with what hangs on it, is the subject of a finite verb right behind it."""
        i = n + 1
        while i + 1 < len(self._pieces) and self._pieces[i].kind in (PieceKind.PREPOSITION, PieceKind.OTHER):
            i += 1 + (self._pieces[i].kind is PieceKind.PREPOSITION and self._pieces[i + 1].kind is PieceKind.PHRASE)
        if i >= len(self._pieces) or self._pieces[i].kind is not PieceKind.VERB:
            return False
        first, head = self._units[self._pieces[i].units[0]], self._units[self._pieces[i].head]
        if first.tag is Tag.TO or self._bare_gerund(self._pieces[i]):
            return False
        above = self._draft and self._units[self._draft.predicate].lemma in saying() and not self._draft.objects
        return first.tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) or head.lemma in saying() or bool(above)

    def _auxiliary(self, piece: Piece) -> bool:
        return any(self._units[i].tag in (Tag.AUXILIARY, Tag.MODAL) for i in piece.units)

    def _bare_gerund(self, piece: Piece) -> bool:
        return self._units[piece.head].tag is Tag.GERUND and len(piece.units) == 1

    # --- verbs ---
    def _reduced(self, n: int, piece: Piece) -> _Draft | None:
        """A participle that hangs on the noun before it: "miners killed by guards"."""
        head = self._units[piece.head]
        if len(piece.units) > 1 or head.tag is not Tag.PARTICIPLE or n == 0 or head.lemma in saying():
            return None
        by = n + 1 < len(self._pieces) and self._units[self._pieces[n + 1].units[0]].lemma == _BY
        if self._pieces[n - 1].kind is not PieceKind.PHRASE or not (by or self._draft) or not self.phrases:
            return None
        return _Draft(piece.head, [self.phrases[-1]], passive=True, voice=self._own_voice())

    def _finite(self, piece: Piece) -> _Draft:
        before = self._draft
        if before is not None and not self._joined:
            self._subject = self._waiting.pop() if self._waiting else []
            self._relative = False
        made = self._drafted(piece, list(self._subject) or None)
        if before is not None and self._joined and before.passive and not self._auxiliary(piece):
            made.passive = True  # "was convicted and sentenced"
        made.others += self._loose
        if self._antecedent is not None:
            made.objects.append(self._antecedent)
            self._antecedent = None
        return made

    def _hanging(self, piece: Piece) -> _Draft:
        """An infinitive or -ing form, whose subject the sentence does not spell out."""
        made, above = self._drafted(piece, None), self._draft
        made.passive = made.passive and not self._bare_gerund(piece)
        if above is None:
            return made
        verb = self._units[above.predicate].lemma
        wished = self._units[piece.units[0]].tag is Tag.TO and verb not in _words("implication", "asserting")
        if above.negated and verb in _keeping():
            # "Did not refuse to sign" leaves it open; "did not manage to sign" does not.
            refused = verb in _words("implication", "denying")
            made.negated, made.voice = not refused, above.voice._replace(doubted=above.voice.doubted or refused)
        elif verb in _words("implication", "denying"):
            made.negated, made.voice = not made.negated, above.voice
        elif wished or verb in hedging():
            made.voice = made.voice._replace(doubted=True)
        if above.subject is not None and verb in _keeping():
            made.subject = list(above.subject)
        return made

    def _drafted(self, piece: Piece, subject: list[Phrase] | None) -> _Draft:
        group, head = [self._units[i] for i in piece.units], self._units[piece.head]
        first = group[0].text.lower()
        auxiliaries = [u.lemma for u in group[:-1] if u.tag is Tag.AUXILIARY]
        verbal = head.tag in (Tag.PARTICIPLE, Tag.VERB) and not head.text.lower().endswith("ing")
        negated = any(u.tag is Tag.NEGATION for u in group)
        behind = [u.text.lower() for u in self._units[piece.units.stop : piece.units.stop + 2]]
        negated = negated or behind == ["no", "longer"]
        negated = negated or any(self._units[p.units.start].text.lower() == "no" for p in subject or ())
        doubted = first == "be" or any(u.tag is Tag.MODAL for u in group)  # "that he be heard"
        simple = head.tag is Tag.VERB and not auxiliaries and head.text.lower() in (head.lemma, head.lemma + "s")
        return _Draft(
            piece.head,
            subject,
            passive=verbal and bool(auxiliaries) and auxiliaries[-1] in ("be", "get"),
            negated=negated,
            voice=self._voice._replace(doubted=self._voice.doubted or doubted),
            present=first in _PRESENT or simple,
        )

    # --- nouns ---
    def acts(self) -> Iterator[Frame]:
        """Frames of nouns: "the killing of 41 miners by guards", "the arrest of Sayed", "Sayed's arrest"."""
        for i, phrase in enumerate(self.phrases):
            if phrase.part is not None:
                continue
            others = tuple(p for p in self.phrases[i + 1 : i + 2] if p.governor == _BY)
            owner = self._owner(phrase)
            if phrase.owned is not None:
                inner = (Phrase(range(phrase.head + 1, phrase.units.stop), phrase.owned, ""),)
                yield Frame(phrase.head, owner or others or None, inner, voice=self._act_voice(phrase), noun=True)
            elif owner and compare_outcomes(self._units[phrase.head].lemma, "die") is not None:
                yield Frame(phrase.head, others or None, owner, voice=self._act_voice(phrase), noun=True)
            elif owner:
                yield Frame(phrase.head, owner, None, voice=self._act_voice(phrase), noun=True)

    def _owner(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Whose it is, by an "'s" inside the phrase."""
        mark = next((i for i in phrase.units if self._units[i].key == "'s"), None)
        if mark is None or mark >= phrase.head or mark == phrase.units.start:
            return ()
        return (Phrase(range(phrase.units.start, mark), mark - 1, ""),)

    def _act_voice(self, phrase: Phrase) -> Voice:
        """The voice of the verb that it hangs on; an act that is ordered, asked for or planned is left open."""
        start = phrase.units.start
        draft = next((d for d in self.drafts if any(p.units.start == start for p in d.hanging())), None)
        voice = draft.voice if draft else self._own_voice()
        open_ = phrase.governor not in _FACTUAL or any(
            self._units[i].lemma in hedging() or self._units[i].lemma in _words("limits", "limiting")
            for i in range(start, phrase.head)
        )
        if draft is not None and any(p.units.start == start for p in draft.objects):
            verb = self._units[draft.predicate].lemma
            open_ = open_ or verb in hedging() or any(verb in _words("implication", kind) for kind in _UNDECIDED)
        return voice._replace(doubted=voice.doubted or open_)

    # --- who vouches ---
    def _own_voice(self) -> Voice:
        """Told, when the sentence begins or ends with "according to"."""
        for one, two in zip(self._units, self._units[1:], strict=False):
            if one.text.lower() == "according" and two.lemma == "to":
                return Voice(told=True)
        return _PLAIN

    def _below(self, subordinator: Unit) -> Voice:
        """The voice of the clause that the word opens."""
        word = subordinator.text.lower()
        if word in _words("limits", "conditions"):
            return self._voice._replace(doubted=True)
        if self._draft is None or word not in _INDIRECT:
            return self._own_voice()
        return self._under(self._draft)

    def _under(self, draft: _Draft) -> Voice:
        """The voice of a clause that the verb governs."""
        verb = self._units[draft.predicate].lemma
        doubted = self._voice.doubted or draft.voice.doubted or draft.negated or verb in hedging()
        doubted = doubted or any(verb in _words("implication", kind) for kind in ("denying", "wishing"))
        return Voice(told=True, doubted=doubted)

    def _clause_voice(self, draft: _Draft) -> Voice:
        """The voice of a clause that nothing but its subject opens."""
        verb = self._units[draft.predicate].lemma
        if not self._apart and not self._joined and (verb in saying() or verb in hedging()):
            return self._under(draft)
        return self._voice if self._joined and not (self._apart and self._voice.doubted) else self._own_voice()

    def _trailing_speaker(self) -> None:
        """ ", the ministry said" at the end makes all that stands before it somebody's words."""
        told = Voice(told=True, doubted=True)
        if self.phrases and self._reports(self.phrases[-1]):
            self.drafts = [replace(draft, voice=told) for draft in self.drafts]
        last = self.drafts[-1] if self.drafts else None
        verb = self._units[last.predicate].lemma if last else ""
        if last is None or not last.subject or verb not in saying() or (last.objects and verb not in _ADDRESSING):
            return
        before = last.subject[-1].units.start
        if before == 0 or not self._units[before - 1].closed:
            return
        for i, draft in enumerate(self.drafts):
            if draft.predicate < before:
                self.drafts[i] = replace(draft, voice=draft.voice._replace(told=True))

    def _reports(self, phrase: Phrase) -> bool:
        """Whether the phrase, behind a comma at the end, is a name with a verb that passed for a noun."""
        head, first = self._units[phrase.head], phrase.units.start
        if first == 0 or phrase.units.stop < len(self._units) or not self._units[first - 1].closed:
            return False
        return head.lemma in saying() and head.text.endswith("s") and any(self._units[i].name for i in phrase.units)


def _sort(unit: Unit) -> str:
    """What a phrase of place or time is told by: a day, a name, or nothing."""
    if unit.date or unit.lemma in _words("calendar", "weekdays") or unit.lemma in _words("calendar", "months"):
        return "time"
    return "name" if unit.name else ""


@cache
def saying() -> frozenset[str]:
    """Base forms of verbs that report what somebody says or thinks."""
    return frozenset(
        verb for kind in load("cues")["verbs"].values() for entries in kind.values() for verb in entries
    ) | {"say"}


@cache
def _keeping() -> frozenset[str]:
    """Verbs whose subject is the subject of the infinitive behind them, too."""
    return _words("implication", "denying") | _words("implication", "asserting")


@cache
def _parts() -> frozenset[str]:
    return frozenset(word.removesuffix(" of") for group in load("quantifiers") for word in group) | {"half", "one"}
