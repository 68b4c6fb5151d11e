"""What is said of people before they are named: "killed 13", "the execution of 30", "the death toll rose to 12"."""

from __future__ import annotations

from claimcheck.model import Outcome, Tag
from claimcheck.values.clause import Clause, Group, are_alike, are_apart
from claimcheck.values.counted import is_won_over
from claimcheck.values.triggers import OBJECT, Form, Trigger, phrasal_frames

_NEAR = 4  # tokens
_BETWEEN_ACT_AND_OF = (
    Tag.ADJECTIVE,
    Tag.ADVERB,
    Tag.NAME,
    Tag.NUMBER,
    Tag.DETERMINER,
    Tag.QUOTE,
    Tag.PUNCTUATION,
)  # the killing last May of


def outcome_before(clause: Clause, group: Group) -> Outcome | None:
    """ "killed 13", "the execution of 30", "the death toll rose to 12", "claimed the lives of 100"."""
    k = clause.back(group.start)
    if k < clause.first:
        return None
    trigger = clause.ends.get(k + 1)
    if trigger is not None and trigger.form & OBJECT:
        won = clause.lower[trigger.start].startswith("captur") and group.head is not None
        return None if won and is_won_over(clause.lower[group.head or 0]) else outcome_as_object(clause, trigger)
    if trigger is not None and trigger.form & (Form.STATE | Form.TALLY) and clause.lower[k] == "dead":
        return None
    word = clause.lower[k]
    if word in (":", "-", "–", "—") and (trigger := clause.ends.get(k)) is not None:
        first = clause.first + (clause.lower[clause.first] == "the")  # "Dead: two men", "The dead: two men"
        if trigger.start == first:
            return trigger.outcome
    if word in ("of", "to", "in") and (found := _act(clause, k)) is not None:
        return found
    if word in clause.words.toll_verbs and (found := _toll(clause, k)) is not None:
        return found
    if word in clause.words.be or word in clause.words.part:
        return clause.named_by_state(k)
    return None


def outcome_as_object(clause: Clause, trigger: Trigger) -> Outcome | None:
    before = clause.lower[max(clause.first, trigger.start - 3) : trigger.start]
    if trigger.form & Form.PAST:
        close = [w for w in before if w not in clause.words.adverbs and not w.endswith("ly")]
        if close and close[-1] in clause.words.be:
            return None
    if clause.unreal(trigger.start) or clause.is_wish(trigger):
        return None
    if before[-1:] and before[-1] in ("and", "or", "/") and (other := clause.ends.get(trigger.start - 1)) is not None:
        if not other.form & OBJECT or other.start in clause.in_groups:
            return trigger.outcome
        if clause.unreal(other.start):
            return None
        if _one_of_several(clause, other, trigger):
            return Outcome.OTHER
    return trigger.outcome


def _one_of_several(clause: Clause, other: Trigger | None, trigger: Trigger) -> bool:
    """Whether each suffered one of the two or more: "detained, tortured or killed", "killed and wounded"."""
    either = clause.lower[trigger.start - 1] != "and"
    outcomes = set[Outcome]()
    while other is not None:
        outcomes.add(other.outcome)
        listed = clause.lower[other.start - 1] in (",", "and", "or") and other.start > clause.first
        other = clause.ends.get(other.start - 1) if listed else None
    return any(are_apart(one, trigger.outcome) or (either and not are_alike(one, trigger.outcome)) for one in outcomes)


def _act(clause: Clause, k: int) -> Outcome | None:
    if clause.lower[k - 1 : k] == ("lives",) or clause.lower[k - 1 : k] == ("life",):
        return (
            Outcome.KILLED
            if any(w in clause.words.lives_verbs and w != "save" for w in clause.lower[max(clause.first, k - 5) : k])
            else None
        )
    for i in range(k, max(clause.first, k - 5), -1):
        trigger = clause.ends.get(i)
        if trigger is None:
            continue
        if not trigger.form & (Form.ACT | Form.ING) or clause.unreal(trigger.start):
            return None
        if any(clause.tag[n] not in _BETWEEN_ACT_AND_OF for n in range(i, k)):
            return None
        if clause.lower[k] == "in" or (clause.lower[k] == "to" and trigger.outcome is not Outcome.INJURED):
            return None
        if trigger.start - 1 >= clause.first and clause.lower[trigger.start - 1] in ("and", "or"):
            other = clause.ends.get(trigger.start - 1)
            if other is not None and {other.outcome, trigger.outcome} == {Outcome.KILLED, Outcome.INJURED}:
                return Outcome.OTHER
        return trigger.outcome
    return None


def _toll(clause: Clause, k: int) -> Outcome | None:
    """ "The death toll rose to 12", "the number of wounded reached 30"."""
    for i in range(k, max(clause.first - 1, k - 12), -1):
        if clause.lower[i] in clause.words.toll:
            qualifier = clause.begins.get(i - 1)
            return qualifier.outcome if qualifier is not None else Outcome.KILLED
        trigger = clause.begins.get(i)
        if trigger is not None and trigger.form & (Form.STATE | Form.TALLY | Form.PAST):
            return trigger.outcome if "number" in clause.lower[max(clause.first, i - 5) : i] else None
    return None


def _number_of(clause: Clause, start: int) -> Outcome | None:
    """ "Brings to 29 the number of people killed"."""
    for i in range(start, min(clause.end, start + _NEAR)):
        trigger = clause.begins.get(i)
        if trigger is not None:
            return trigger.outcome if trigger.form & (Form.STATE | Form.TALLY | Form.PAST) else None
    return None


def outcome_around(clause: Clause, group: Group) -> Outcome | None:
    """ "took 12 people hostage", "held 30 in custody"."""
    if clause.lower[group.stop : group.stop + 3] == ("the", "number", "of"):
        return _number_of(clause, group.stop + 3)
    k = clause.back(group.start)
    if k < clause.first:
        return None
    for verbs, rests, outcome in phrasal_frames():
        if clause.lower[k] not in verbs:
            continue
        for rest in rests:
            if clause.lower[group.stop : group.stop + len(rest)] == rest and group.stop + len(rest) <= clause.end:
                return None if clause.unreal(k) else outcome
    return None
