"""One sentence with its groups of counted people and its words of outcome, and what its small words say."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Outcome, Sentence, Tag, Tokens
from claimcheck.records import dataclass
from claimcheck.values.counted import is_person
from claimcheck.values.triggers import Form, Trigger

CLAUSE_VERBS = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
DEATHS = (Outcome.KILLED, Outcome.EXECUTED)
_SURVIVED = (Outcome.INJURED, Outcome.DETAINED, Outcome.ABDUCTED, Outcome.DISPLACED, Outcome.MISSING)


@dataclass(slots=True)
class Group:
    """People who are counted in a sentence: tokens from the comparator to the end of the noun phrase."""

    start: int
    noun: int  # where the noun phrase starts, after the number
    stop: int
    head: int | None
    outcome: Outcome | None = None
    whole: Group | None = None  # the group that this one is part of
    some: bool = False  # its outcome is that of some of them: "most of the 12 were killed"
    loose: bool = False  # an article, or "one of": after a comma it opens an apposition


@dataclass(frozen=True, slots=True)
class Frames:
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
    wholes: frozenset[str]
    some_of: frozenset[str]
    moved: frozenset[str]
    freed: frozenset[str]
    toll: frozenset[str]
    toll_verbs: frozenset[str]
    lives_verbs: frozenset[str]
    after_passive: frozenset[str]
    prepositions: frozenset[str]
    clause_openers: frozenset[str]


@cache
def frames() -> Frames:
    return Frames(**{name: frozenset(words) for name, words in load("clauses").items()})


def are_apart(one: Outcome, other: Outcome) -> bool:
    """Whether nobody can have suffered the one and then the other, so that of several some did and some did not."""
    if one in DEATHS:
        return other in _SURVIVED
    return one is Outcome.INJURED and other in DEATHS


def are_alike(one: Outcome, other: Outcome) -> bool:
    """Whether they are the same, or both deaths."""
    return one is other or (one in DEATHS and other in DEATHS)


class Clause:
    """A sentence, asked token by token."""

    def __init__(self, tokens: Tokens, sentence: Sentence, triggers: tuple[Trigger, ...], groups: list[Group]) -> None:
        self.tokens, self.lower, self.tag = tokens, tokens.lower, tokens.tag
        self.first, self.end = sentence.words.start, sentence.words.stop
        self.groups = groups
        self.begins = {t.start: t for t in triggers}
        self.ends = {t.stop: t for t in triggers}
        self.group_at = {g.start: g for g in groups}
        self.group_stops = frozenset(g.stop for g in groups)
        self.in_groups = frozenset(i for g in groups for i in range(g.start, g.stop))
        self.words = frames()
        self.bodies = not self.words.found.isdisjoint(tokens.lower[self.first : self.end])

    def shared_out(self, trigger: Trigger) -> Outcome:
        """The outcome of a state; "over 600 dead and wounded" does not say how many died."""
        then = self.begins.get(trigger.stop + 1)
        if then is None or then.form & Form.ALONE or self.lower[trigger.stop] not in ("and", "or", ","):
            return trigger.outcome
        apart = are_apart(trigger.outcome, then.outcome) and self.is_participle(then)
        return Outcome.OTHER if apart else trigger.outcome

    def is_participle(self, trigger: Trigger) -> bool:
        """Whether "killed" after a noun tells what was done to it, rather than what it did."""
        k = trigger.stop
        while k < self.end and (self.lower[k] in self.words.adverbs or self.lower[k].endswith("ly")):
            k += 1
        if k >= self.end:
            return True
        word = self.lower[k]
        if word in ("and", "or") and (again := self.begins.get(k + 1)) is not None and again.form & Form.PAST:
            return self.is_participle(again)
        if word in ("more", "some", "up", "over", "about", "around", "at", "nearly") and k + 1 < self.end:
            return not any(i in self.group_at for i in (k, k - 1)) if word != "at" else k not in self.group_at
        return word in self.words.after_passive or not word[0].isalnum() or word in self.words.be

    def is_object(self, group: Group) -> bool:
        """Whether a verb stands before the group, so that what follows "and" has a subject of its own."""
        k = self.back(group.start)
        return k >= self.first and self.tag[k] in (Tag.VERB, Tag.GERUND, Tag.INFINITIVE)

    def goes_on(self, k: int) -> bool:
        """Whether the verb of the clause stands at the token, after an apposition."""
        trigger = self.begins.get(k)
        verb = self.lower[k] in self.words.be or self.lower[k] in self.words.have
        return verb or (trigger is not None and bool(trigger.form & (Form.ALONE | Form.PHRASE)))

    def back(self, start: int) -> int:
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

    def is_wish(self, trigger: Trigger) -> bool:
        """Whether the verb is a second infinitive: to build a wall and [deport] millions."""
        i = trigger.start
        return self.tag[i] is Tag.INFINITIVE and self.lower[i - 1] in ("and", "or", ",") and i > self.first

    def unreal(self, start: int) -> bool:
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

    def of_them(self, group: Group) -> bool:
        return self.lower[group.noun : group.stop][:2] in (("of", "whom"), ("of", "them"), ("of", "these"))

    def is_of_another(self, group: Group) -> bool:
        """Whether the verb tells of another than of all: "two of the 12 men | were", "the mother of 12 children | was".

        Not so where it tells of some that are not counted themselves; the group is marked then.
        """
        k = self.back(group.start)
        while k > self.first and self.tag[k] in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE):
            k -= 1
        if k <= self.first or self.lower[k] != "of" or self.lower[k - 1] in self.words.wholes:
            return False
        counted = any(other is not group and other.noun <= group.start < other.stop for other in self.groups)
        none = self.lower[max(self.first, k - 2)] == "no"
        group.some = self.lower[k - 1] in self.words.some_of and not counted and not none
        return not group.some

    def named_by_state(self, verb: int) -> Outcome | None:
        """What happened to those whom a verb of being lists: "the dead were", "those killed included"."""
        trigger = self.ends.get(verb)
        if trigger is not None and trigger.form & Form.PHRASE and self.lower[trigger.start] == "among":
            return trigger.outcome
        if trigger is None or trigger.start == self.first:
            return None
        before = self.lower[trigger.start - 1]
        named = before == "the" and trigger.form & (Form.STATE | Form.TALLY)
        return trigger.outcome if named or (before == "those" and trigger.form & (Form.STATE | Form.PAST)) else None

    def counts_children(self, group: Group) -> bool:
        """ "A mother of three": the number is not of the people the sentence is about."""
        k = group.start - 1
        return group.head is None and k > self.first and self.lower[k] == "of" and is_person(self.lower[k - 1])
