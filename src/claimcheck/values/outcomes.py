"""What happened to the people who are counted: killed, wounded, detained, from verbs, participles, nouns and frames."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Outcome, Sentence, Tag, Tokens
from claimcheck.values.counted import is_won_over

_CLAUSE_VERBS = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
_BETWEEN_ACT_AND_OF = (
    Tag.ADJECTIVE,
    Tag.ADVERB,
    Tag.NAME,
    Tag.NUMBER,
    Tag.DETERMINER,
    Tag.QUOTE,
    Tag.PUNCTUATION,
)  # the killing last May of
_OPENS_A_NOUN_PHRASE = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PRONOUN)
_FARTHEST = 30  # tokens between the counted and what happened to them


class Form(Flag):
    """What a word of outcome can be in its sentence."""

    BASE = auto()
    PAST = auto()
    ING = auto()
    ALONE = auto()
    STATE = auto()
    ACT = auto()
    TALLY = auto()
    PHRASE = auto()


_FORMS = {
    "base": Form.BASE,
    "past": Form.PAST,
    "ing": Form.ING,
    "alone": Form.ALONE,
    "state": Form.STATE,
    "act": Form.ACT,
    "tally": Form.TALLY,
    "phrases": Form.PHRASE,
}
_OBJECT = Form.BASE | Form.PAST | Form.ING


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase of outcome; `stop` is the index after its last token."""

    start: int
    stop: int
    outcome: Outcome
    form: Form


@dataclass(slots=True)
class Group:
    """People who are counted in a sentence: tokens from the comparator to the end of the noun phrase."""

    start: int
    noun: int  # where the noun phrase starts, after the number
    stop: int
    head: int | None
    outcome: Outcome | None = None
    whole: Group | None = None  # the group that this one is part of
    loose: bool = False  # an article, or "one of": after a comma it opens an apposition


@dataclass(frozen=True, slots=True)
class _Frames:
    """The small words of the lexicon by which groups and outcomes are tied."""

    be: frozenset[str]
    have: frozenset[str]
    believed: frozenset[str]
    unreal: frozenset[str]
    perhaps: frozenset[str]
    real_to: frozenset[str]
    negative: frozenset[str]
    prevented: frozenset[str]
    loose: frozenset[str]
    adverbs: frozenset[str]
    more: frozenset[str]
    joins: frozenset[str]
    part: frozenset[str]
    found: frozenset[str]
    toll: frozenset[str]
    toll_verbs: frozenset[str]
    lives_verbs: frozenset[str]
    after_passive: frozenset[str]
    prepositions: frozenset[str]
    clause_openers: frozenset[str]


@cache
def _frames() -> _Frames:
    raw = load("clauses")
    return _Frames(**{name: frozenset(raw[name]) for name in _Frames.__slots__})


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Outcome, Form], ...]]:
    """Every word and phrase of outcome by its first word, the longest first."""
    forms: dict[tuple[tuple[str, ...], Outcome], Form] = {}
    for name, entry in load("outcomes").items():
        for key, form in _FORMS.items():
            for phrase in entry.get(key, ()):
                at = (tuple(phrase.split()), Outcome(name))
                forms[at] = forms.get(at, form) | form
    table: dict[str, list[tuple[tuple[str, ...], Outcome, Form]]] = {}
    for (split, outcome), form in forms.items():
        table.setdefault(split[0], []).append((split, outcome, form))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


@cache
def _phrasal() -> tuple[tuple[frozenset[str], tuple[tuple[str, ...], ...], Outcome], ...]:
    return tuple(
        (frozenset(frame["verbs"]), tuple(tuple(rest.split()) for rest in frame["rest"]), Outcome(name))
        for name, entry in load("outcomes").items()
        for frame in entry.get("phrasal", ())
    )


@cache
def outcome_words() -> frozenset[str]:
    """The first words of all outcomes: where they follow a noun, its phrase is over."""
    rests = (rest[0] for _, rests, _ in _phrasal() for rest in rests)
    return frozenset((*_phrases(), *rests)) - {"in", "into", "as", "no", "have"}


@cache
def tally_words() -> frozenset[str]:
    """Nouns that count victims by themselves: deaths, arrests."""
    return frozenset(
        word for word, rows in _phrases().items() for split, _, form in rows if len(split) == 1 and form & Form.TALLY
    )


def find_triggers(tokens: Tokens, sentence: Sentence) -> tuple[Trigger, ...]:
    """The words of outcome in the sentence, in order; none overlap."""
    found: list[Trigger] = []
    table, stop = _phrases(), sentence.words.start
    for i in sentence.words:
        rows = table.get(tokens.lower[i])
        if rows is None or i < stop:
            continue
        for split, outcome, form in rows:
            if len(split) == 1 or tokens.lower[i : i + len(split)] == split:
                stop = i + len(split)
                found.append(Trigger(i, stop, outcome, form))
                break
    return tuple(found)


class Reader:
    """Ties the groups of one sentence to what happened to them."""

    def __init__(self, tokens: Tokens, sentence: Sentence, triggers: tuple[Trigger, ...], groups: list[Group]) -> None:
        self.tokens, self.lower, self.tag = tokens, tokens.lower, tokens.tag
        self.first, self.end = sentence.words.start, sentence.words.stop
        self.groups = groups
        self.begins = {t.start: t for t in triggers}
        self.ends = {t.stop: t for t in triggers}
        self.group_at = {g.start: g for g in groups}
        self.group_stops = frozenset(g.stop for g in groups)
        self.in_groups = frozenset(i for g in groups for i in range(g.start, g.stop))
        self.words = _frames()
        self.bodies = not self.words.found.isdisjoint(tokens.lower[self.first : self.end])

    def read(self) -> None:
        """Gives each group its outcome, from the first to the last: later ones may share an earlier one's."""
        for index, group in enumerate(self.groups):
            self._part_of(group, index)
            group.outcome = self._inside(group) or self._graver(self._after(group), self._before(group))
            group.outcome = group.outcome or self._phrasal(group) or self._shared(group, index) or self._held(group)

    def _graver(self, after: Outcome | None, before: Outcome | None) -> Outcome | None:
        """Of what is said on both sides death counts: "the death of four students who had been abducted"."""
        return before if after is None or before in (Outcome.KILLED, Outcome.EXECUTED) else after

    def _held(self, group: Group) -> Outcome | None:
        """Hostages have been abducted, whatever else is said of them."""
        held = group.head is not None and self.lower[group.head] in ("hostages", "hostage", "abductees")
        return Outcome.ABDUCTED if held and not self._unreal(group.start) else None

    # --- in the noun phrase ---
    def _inside(self, group: Group) -> Outcome | None:
        """ "12 deaths", "three wounded men", "12 lives were lost"."""
        for i in range(group.noun, group.stop):
            trigger = self.begins.get(i)
            if trigger is None:
                continue
            if i == group.head or trigger.stop >= group.stop:
                if not trigger.form & Form.TALLY or self._unreal(group.start):
                    continue
                if self.lower[i] == "lives" and not self._lives_lost(group):
                    return None
                if self.lower[i] in ("bodies", "corpses", "body", "corpse") and not self.bodies:
                    return None
                return self._with_the_wounded(trigger)
            if trigger.form & (Form.STATE | Form.PAST):
                return trigger.outcome
        return None

    def _lives_lost(self, group: Group) -> bool:
        before = self.lower[max(self.first, group.start - 4) : group.start]
        if before[-1:] == ("of",) and "loss" in before:
            return True
        if any(word in self.words.lives_verbs and word != "save" for word in before[-2:]):
            return True
        return "lost" in self.lower[group.stop : min(self.end, group.stop + 4)]

    def _with_the_wounded(self, trigger: Trigger) -> Outcome:
        """ "Over 600 dead and wounded" does not say how many died."""
        then = self.begins.get(trigger.stop + 1)
        if self.lower[trigger.start] != "dead" or then is None or self.lower[trigger.stop] not in ("and", "or"):
            return trigger.outcome
        return Outcome.OTHER if then.outcome is Outcome.INJURED else trigger.outcome

    # --- after it ---
    def _after(self, group: Group) -> Outcome | None:
        """ "were killed", "killed in the attack", "who died", "dead", "and two women were murdered"."""
        words = self.words
        be = have = to = doubt = believed = joined = phrase = False
        near = True  # nothing but adverbs since the noun
        k, last = group.stop, min(self.end, group.stop + _FARTHEST)
        while k < last:
            word, tag = self.lower[k], self.tag[k]
            trigger = self.begins.get(k)
            if trigger is not None:
                if trigger.form & Form.PAST and be:
                    return None if (to or doubt) and not have else self._in_the_end(trigger)
                if trigger.form & Form.PHRASE and (near or be or have):
                    return None if to and not (have or believed) else trigger.outcome
                if trigger.form & Form.STATE and (be or (near and not joined)) and not self._heads_noun(trigger):
                    return None if (to and not believed) or (doubt and not be) else self._with_the_wounded(trigger)
                if trigger.form & Form.ALONE and not (be and not believed and word == "fled"):
                    return (
                        None if (to or doubt) and not have else self._alone(trigger, joined or near or have or phrase)
                    )
                if trigger.form & Form.PAST and not have and not phrase and not to and not doubt:
                    if group.head is None and trigger.outcome is Outcome.OTHER:
                        return None  # "one shot at it"
                    return self._in_the_end(trigger) if self._is_participle(trigger) else None
                return None
            if word in words.be:
                be = True
            elif word in words.have:
                have = True
            elif word in words.negative:
                return None
            elif word == "to" and (be or have):
                to = True
            elif word in words.perhaps:
                doubt = True
            elif word in words.unreal and word != "to" and word != "if":
                return None
            elif word in words.believed and (be or have):
                believed = True
            elif word in words.adverbs or word in words.more or tag is Tag.ADVERB or tag is Tag.QUOTE:
                pass
            elif be or have:
                chained = self._chained(k)
                if chained is None:
                    return None
                k = chained
                continue
            elif word in ("who", "that", "which", "whom"):
                if phrase:
                    return None  # the clause may be about another noun
                near = False
                if (jump := self._past_relative(k)) is not None:
                    k, phrase = jump, True
                    continue
            elif word in ("(", "[", "--", "—", "–"):
                k = self._close(k, last)
                near = False
            elif word == ",":
                near = False
                trigger = self.begins.get(k + 1)
                if trigger is not None and trigger.form & Form.PAST and self._is_participle(trigger):
                    return trigger.outcome  # "seven nurses, kidnapped by rebels"
                jump = self._past_comma(k, last, joins=not self._is_object(group))
                if jump is None:
                    return None
                joined = joined or jump in self.group_stops
                k = jump
                continue
            elif word in ("and", "or", "&", "plus", "along", "together"):
                jump = None if self._is_object(group) else self._past_join(k)
                if jump is None:
                    return None
                joined, near, phrase = True, False, False
                k = jump
                continue
            elif word in words.clause_openers:
                return None
            elif word in words.prepositions or self._reduced(k, near):
                phrase, near = True, False
            elif tag in _CLAUSE_VERBS or word in (";", ":", ".", "?", "!") or near:
                return None
            k += 1
        return None

    def _past_relative(self, k: int) -> int | None:
        """What follows a verb and its preposition: who worked with [them], who were acting as [guards]."""
        verb = k + 1
        if verb + 1 < self.end and self.lower[verb] in self.words.be and self.tag[verb + 1] is Tag.GERUND:
            verb += 1
        if verb + 1 >= self.end or self.tag[verb] not in (Tag.VERB, Tag.GERUND) or verb in self.begins:
            return None
        return verb + 2 if self.lower[verb + 1] in self.words.prepositions else None

    def _reduced(self, k: int, near: bool) -> bool:
        """Whether a clause without a subject describes the noun: policemen [guarding] a gate, men [assigned] to it."""
        lower, tag = self.lower[k], self.tag[k]
        if not near:
            return False
        if tag is Tag.GERUND or (lower.endswith("ing") and len(lower) > 5):
            return True
        capitals = self.tokens.text[k].isupper() and lower.endswith("ed")
        return (tag is Tag.PARTICIPLE or capitals) and k + 1 < self.end and self.lower[k + 1] in self.words.prepositions

    def _alone(self, trigger: Trigger, plain: bool) -> Outcome | None:
        return trigger.outcome if plain or trigger.form & Form.ALONE else None

    def _heads_noun(self, trigger: Trigger) -> bool:
        """Whether a noun follows at once, so that the state is that noun's: "12 dead bodies"."""
        return (
            trigger.stop < self.end
            and self.tag[trigger.stop] in (Tag.NOUN,)
            and self.lower[trigger.stop] not in self.words.after_passive
        )

    def _is_participle(self, trigger: Trigger) -> bool:
        """Whether "killed" after a noun tells what was done to it, rather than what it did."""
        k = trigger.stop
        while k < self.end and (self.lower[k] in self.words.adverbs or self.lower[k].endswith("ly")):
            k += 1
        if k >= self.end:
            return True
        word = self.lower[k]
        if word in ("and", "or") and (again := self.begins.get(k + 1)) is not None and again.form & Form.PAST:
            return self._is_participle(again)
        if word in ("more", "some", "up", "over", "about", "around", "at", "nearly") and k + 1 < self.end:
            return not any(i in self.group_at for i in (k, k - 1)) if word != "at" else k not in self.group_at
        return word in self.words.after_passive or not word[0].isalnum() or word in self.words.be

    def _chained(self, k: int) -> int | None:
        """Where the outcome stands after another verb: were [beaten and] killed, were [shot and then] killed."""
        for i in range(k + 1, min(self.end, k + 4)):
            if i in self.begins and any(self.lower[n] in ("and", "or", ",") for n in range(k, i)):
                return i
        return None

    def _close(self, k: int, last: int) -> int:
        """The mark that ends an insertion, or the one that opens it where none does."""
        ends = (")", "]") if self.lower[k] in ("(", "[") else (self.lower[k],)
        for i in range(k + 1, min(last, k + 20)):
            if self.lower[i] in ends:
                return i
        return k

    def _in_the_end(self, trigger: Trigger) -> Outcome:
        """The outcome of a chain: "abducted and later killed" ends in death, "killed or wounded" leaves it open."""
        k = trigger.stop
        if k >= self.end or self.lower[k] not in ("and", "or", "then", ","):
            return trigger.outcome
        for i in range(k + 1, min(self.end, k + 5)):
            then = self.begins.get(i)
            if then is None and (self.lower[i] in self.words.adverbs or self.lower[i] in ("and", "were", "was")):
                continue
            if then is None or not then.form & (Form.PAST | Form.ALONE | Form.PHRASE):
                break
            if {then.outcome, trigger.outcome} == {Outcome.KILLED, Outcome.INJURED} and self._is_participle(then):
                return Outcome.OTHER if self.lower[i - 1] in ("and", "or") else then.outcome
            if then.outcome in (Outcome.KILLED, Outcome.EXECUTED) or trigger.outcome is Outcome.OTHER:
                return self._in_the_end(then) if self._is_participle(then) else trigger.outcome
            break
        return trigger.outcome

    def _is_object(self, group: Group) -> bool:
        """Whether a verb stands before the group, so that what follows "and" has a subject of its own."""
        k = self._back(group.start)
        return k >= self.first and self.tag[k] in (Tag.VERB, Tag.GERUND, Tag.INFINITIVE)

    def _past_comma(self, k: int, last: int, *, joins: bool) -> int | None:
        """Where the clause goes on after an apposition, or after the next group of a list."""
        nxt = k + 1
        if nxt < last and self._goes_on(nxt):
            return nxt
        while nxt < last and self.lower[nxt] in ("and", "the", "their", "his", "or"):
            nxt += 1
        group = self.group_at.get(nxt) if joins else None
        if group is not None and group.stop < self.end and group.whole is None:
            if self.lower[group.stop] in (",", "and", "or"):
                return group.stop
            if self.lower[nxt - 1] in ("and", "or") and self.lower[group.stop] in self.words.be | self.words.have:
                return group.stop
        for i in range(k + 1, min(last, k + 18)):
            if self.lower[i] == "," and i + 1 < self.end:
                if self._goes_on(i + 1):
                    return i + 1
            elif self.lower[i] in (";", ":"):
                return None
        return None

    def _goes_on(self, k: int) -> bool:
        """Whether the verb of the clause stands at the token, after an apposition."""
        trigger = self.begins.get(k)
        verb = self.lower[k] in self.words.be or self.lower[k] in self.words.have
        return verb or (trigger is not None and bool(trigger.form & (Form.ALONE | Form.PHRASE)))

    def _past_join(self, k: int) -> int | None:
        nxt = k + 1
        while (
            nxt < self.end
            and nxt < k + 4
            and (
                self.lower[nxt]
                in ("the", "their", "his", "her", "with", "also", "at", "least", "as", "some", "other", "its")
                or self.tag[nxt] in (Tag.DETERMINER, Tag.POSSESSIVE)
            )
        ):
            if nxt in self.group_at:
                break
            nxt += 1
        group = self.group_at.get(nxt)
        if group is not None:
            return None if self._of_them(group) else group.stop
        for i in range(nxt, min(self.end, nxt + 6)):
            if self.tag[i] not in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE):
                return i if i > nxt and self.lower[i] in self.words.be | self.words.have else None
        return None

    # --- before it ---
    def _before(self, group: Group) -> Outcome | None:
        """ "killed 13", "the execution of 30", "the death toll rose to 12", "claimed the lives of 100"."""
        k = self._back(group.start)
        if k < self.first:
            return None
        trigger = self.ends.get(k + 1)
        if trigger is not None and trigger.form & _OBJECT:
            won = self.lower[trigger.start].startswith("captur") and group.head is not None
            return None if won and is_won_over(self.lower[group.head or 0]) else self._as_object(trigger)
        if trigger is not None and trigger.form & (Form.STATE | Form.TALLY) and self.lower[k] == "dead":
            return None
        word = self.lower[k]
        if word in (":", "-", "–", "—") and (trigger := self.ends.get(k)) is not None and trigger.start == self.first:
            return trigger.outcome
        if word in ("of", "to", "in") and (found := self._act(k)) is not None:
            return found
        if word in self.words.toll_verbs and (found := self._toll(k)) is not None:
            return found
        if word in self.words.be or word in self.words.part:
            trigger = self.ends.get(k)
            if (
                trigger is not None
                and trigger.form & (Form.STATE | Form.TALLY)
                and self.lower[trigger.start - 1 : trigger.start] == ("the",)
            ):
                return trigger.outcome
        return None

    def _back(self, start: int) -> int:
        """The last token before the group that is more than an article or an adverb."""
        k = start - 1
        while k >= self.first and k > start - 6 and k + 1 not in self.ends:
            if (self.lower[k] in self.words.loose and self.lower[k] not in ("up", "to", "at")) or self.tag[k] in (
                Tag.DETERMINER,
                Tag.POSSESSIVE,
            ):
                k -= 1
            else:
                break
        return k

    def _as_object(self, trigger: Trigger) -> Outcome | None:
        before = self.lower[max(self.first, trigger.start - 3) : trigger.start]
        if trigger.form & Form.PAST:
            close = [w for w in before if w not in self.words.adverbs and not w.endswith("ly")]
            if close and close[-1] in self.words.be:
                return None
        if self._unreal(trigger.start) or self._is_wish(trigger):
            return None
        if before[-1:] and before[-1] in ("and", "or", "/") and (other := self.ends.get(trigger.start - 1)) is not None:
            if not other.form & _OBJECT or other.start in self.in_groups:
                return trigger.outcome
            if self._unreal(other.start):
                return None
            if {other.outcome, trigger.outcome} == {Outcome.KILLED, Outcome.INJURED}:
                return Outcome.OTHER
        return trigger.outcome

    def _is_wish(self, trigger: Trigger) -> bool:
        """Whether the verb goes on with an infinitive that stands farther back: to build a wall and [deport] millions."""
        i = trigger.start
        return self.tag[i] is Tag.INFINITIVE and self.lower[i - 1] in ("and", "or", ",") and i > self.first

    def _act(self, k: int) -> Outcome | None:
        if self.lower[k - 1 : k] == ("lives",) or self.lower[k - 1 : k] == ("life",):
            return (
                Outcome.KILLED
                if any(w in self.words.lives_verbs and w != "save" for w in self.lower[max(self.first, k - 5) : k])
                else None
            )
        for i in range(k, max(self.first, k - 5), -1):
            trigger = self.ends.get(i)
            if trigger is None:
                continue
            if not trigger.form & (Form.ACT | Form.ING) or self._unreal(trigger.start):
                return None
            if any(self.tag[n] not in _BETWEEN_ACT_AND_OF for n in range(i, k)):
                return None
            if self.lower[k] == "in" or (self.lower[k] == "to" and trigger.outcome is not Outcome.INJURED):
                return None
            if trigger.start - 1 >= self.first and self.lower[trigger.start - 1] in ("and", "or"):
                other = self.ends.get(trigger.start - 1)
                if other is not None and {other.outcome, trigger.outcome} == {Outcome.KILLED, Outcome.INJURED}:
                    return Outcome.OTHER
            return trigger.outcome
        return None

    def _toll(self, k: int) -> Outcome | None:
        """ "The death toll rose to 12", "the number of wounded reached 30"."""
        for i in range(k, max(self.first - 1, k - 12), -1):
            if self.lower[i] in self.words.toll:
                qualifier = self.begins.get(i - 1)
                return qualifier.outcome if qualifier is not None else Outcome.KILLED
            trigger = self.begins.get(i)
            if trigger is not None and trigger.form & (Form.STATE | Form.TALLY | Form.PAST):
                return trigger.outcome if "number" in self.lower[max(self.first, i - 5) : i] else None
        return None

    def _unreal(self, start: int) -> bool:
        """Whether the words before an outcome keep it from having happened: could, planned to, did not, attempted."""
        words = self.words
        for i in range(start - 1, max(self.first - 1, start - 5), -1):
            word = self.lower[i]
            if word in words.prevented or (word in words.negative and (word != "without" or i == start - 1)):
                return True
            if word == "to" and self.lower[start].endswith("ing"):
                return self.tag[i + 1] is Tag.INFINITIVE and self.lower[i - 1] not in words.real_to
            if word == "to":
                verb = self.lower[i - 1] if i > self.first else ""
                if verb in words.real_to or any(w in words.have for w in self.lower[i + 1 : start]):
                    continue
                return i == start - 1 or self.lower[i + 1 : start] == ("be",) or self.tag[start - 1] is Tag.ADVERB
            if word in words.unreal:
                return True
            if word in words.perhaps:
                return not any(w in words.have for w in self.lower[i + 1 : start])
            if word in (",", ";", ":", "and", "by", "in", "that", "which", "who", "after", "when"):
                return False
        return False

    # --- around it, and shared ---
    def _phrasal(self, group: Group) -> Outcome | None:
        """ "took 12 people hostage", "held 30 in custody"."""
        k = self._back(group.start)
        if k < self.first:
            return None
        for verbs, rests, outcome in _phrasal():
            if self.lower[k] not in verbs:
                continue
            for rest in rests:
                if self.lower[group.stop : group.stop + len(rest)] == rest and group.stop + len(rest) <= self.end:
                    return None if self._unreal(k) else outcome
        return None

    def _part_of(self, group: Group, index: int) -> None:
        """ "12 people, including three children": the part remembers its whole."""
        k = self._back(group.start)
        if k < self.first or not index:
            return
        among = self.lower[k - 1 : k + 1] in (("among", "them"), ("of", "whom"), ("of", "them"), ("among", "whom"))
        whom = self._of_them(group)
        named = self.groups[index - 1].head
        parts = self.lower[k] == "," and named is not None and self.lower[named] in ("people", "persons", "victims")
        parts = parts and self.groups[index - 1].stop == k
        opened = parts or (self.lower[k] in ("(", "--", "—", "–", ":") and self.groups[index - 1].stop == k)
        if self.lower[k] in self.words.part or among or whom or opened or self.lower[k - 1 : k + 1] == ("them", ","):
            group.whole = self.groups[index - 1].whole or self.groups[index - 1]
            return
        before = self.groups[index - 1]
        if before.whole is not None and self._joined(before, group):
            group.whole = before.whole

    def _of_them(self, group: Group) -> bool:
        return self.lower[group.noun : group.stop][:2] in (("of", "whom"), ("of", "them"), ("of", "these"))

    def _joined(self, before: Group, group: Group) -> bool:
        """Whether nothing but "and", a comma and articles stands between the two."""
        between = self.lower[before.stop : group.start]
        return 0 < len(between) <= 4 and all(w in self.words.joins or w in self.words.loose for w in between)

    def _shared(self, group: Group, index: int) -> Outcome | None:
        """The outcome that stands once for several groups, or is left out the second time."""
        if group.whole is not None:
            follows = self.tag[group.stop] if group.stop < self.end else Tag.PUNCTUATION
            return (
                group.whole.outcome if follows not in _CLAUSE_VERBS or self.lower[group.stop] in self.words.be else None
            )
        k = self._back(group.start)
        if k < self.first:
            return None
        if self.lower[k] in ("--", "—", "–", "("):
            return self._after_one(group, k)  # "the deaths of the miners -- five Poles and two Czechs"
        if self.lower[k] not in self.words.joins:
            return None
        if group.stop < self.end and (self.tag[group.stop] in _CLAUSE_VERBS or self.lower[group.stop] in self.words.be):
            return None
        if group.loose and self.lower[k] == "," and not self._goes_on_a_list(group, index, k):
            return None
        walked = group.stop < self.end and self.tag[group.stop] is Tag.PARTICIPLE and group.stop not in self.begins
        if walked and group.head is None:
            return None  # "captured Orsk, and the two left"
        if self.lower[k - 1 : k + 1] in (("along", "with"), ("together", "with"), ("well", "as")):
            return self._along(k)
        for at in range(index - 1, -1, -1):
            earlier = self.groups[at]
            if group.start - earlier.stop > 18:
                break
            between = range(earlier.stop, group.start)
            if any(self.tag[i] in (Tag.MODAL, Tag.SUBORDINATOR) or self.lower[i] in (";", ":", "by") for i in between):
                break
            told = [i for i in between if self.tag[i] in _CLAUSE_VERBS and i not in self.begins]
            own = [i for i in between if i in self.begins]
            if earlier.outcome is None:
                continue
            if not own and not told:
                return earlier.outcome
            elided = group.head is None or any(w in self.words.more for w in self.lower[group.noun : group.stop])
            if (
                elided
                and all(self.lower[i] in self.words.be | self.words.have for i in told)
                and self.lower[k] == "and"
            ):
                return earlier.outcome
            break
        return self._after_one(group, k)

    def _goes_on_a_list(self, group: Group, index: int, k: int) -> bool:
        """ "killed a policeman, [a teacher] and three pupils", not "killed a man, a teacher born in Orsk"."""
        listed = index > 0 and self.groups[index - 1].loose and self.groups[index - 1].stop == k
        return listed and group.stop < self.end and self.lower[group.stop] == "and"

    def _along(self, k: int) -> Outcome | None:
        """ "was killed near his home, along with two guards"."""
        for i in range(k, max(self.first - 1, k - 22), -1):
            trigger = self.ends.get(i)
            if trigger is not None and trigger.form & (Form.PAST | Form.ALONE | Form.ING | Form.BASE):
                return None if self._unreal(trigger.start) else trigger.outcome
            if self.tag[i] in _CLAUSE_VERBS or self.lower[i] in (";", ":", "."):
                return None
        return None

    def _after_one(self, group: Group, k: int) -> Outcome | None:
        """ "killed the mayor and two peasants", "the murder of the bishop as well as 12 pilgrims"."""
        for i in range(k, max(self.first - 1, k - 14), -1):
            trigger = self.ends.get(i)
            if trigger is not None:
                if (
                    trigger.form & _OBJECT
                    and self.lower[i : i + 1] != ("of",)
                    and not (trigger.form & Form.ACT and not trigger.form & Form.ING)
                ):
                    return self._as_object(trigger) if self._has_object(trigger.stop, k) else None
                if trigger.form & Form.ACT and self.lower[i : i + 1] == ("of",):
                    return None if self._unreal(trigger.start) else trigger.outcome
                return None
            if self.tag[i] in _CLAUSE_VERBS or self.lower[i] in (";", ":", ".", "by", "when", "after", "while"):
                return None
        return None

    def _has_object(self, start: int, stop: int) -> bool:
        """Whether a noun phrase follows the verb at once, so that "and" can join another to it."""
        return (
            start < stop
            and (self.tag[start] in _OPENS_A_NOUN_PHRASE)
            and self.lower[start] not in self.words.after_passive
        )
