"""What is said of people after they are named: "were killed", "who died", "dead", "and two women were murdered"."""

from __future__ import annotations

from claimcheck.model import Outcome, Tag
from claimcheck.values.clause import CLAUSE_VERBS, DEATHS, Clause, Group, are_alike, are_apart
from claimcheck.values.counted import is_person
from claimcheck.values.triggers import Form, Trigger

_FAR = 10  # tokens
_PARTED = frozenset({Tag.MODAL, Tag.RELATIVE, Tag.SUBORDINATOR})
_BREAKS = frozenset({"and", "or", "but", "after", "before", "as", "since", "until"})  # another clause may begin here
_FARTHEST = 30  # tokens between the counted and what happened to them


def outcome_after(clause: Clause, group: Group) -> Outcome | None:
    """ "were killed", "killed in the attack", "who died", "dead", "and two women were murdered"."""
    words = clause.words
    be = have = to = doubt = believed = joined = phrase = False
    near = True  # nothing but adverbs since the noun
    another = clause.is_of_another(group)
    k, last = group.stop, min(clause.end, group.stop + _FARTHEST)
    while k < last:
        word, tag = clause.lower[k], clause.tag[k]
        trigger = clause.begins.get(k)
        if another and (word in words.be or word in words.have or (trigger and trigger.form & Form.ALONE)):
            return None
        if trigger is not None:
            if trigger.form & Form.PAST and be:
                return None if (to or doubt) and not have else _in_the_end(clause, trigger)
            if trigger.form & Form.PHRASE and (near or be or have):
                return None if to and not (have or believed) else clause.shared_out(trigger)
            if trigger.form & Form.STATE and (be or (near and not joined)) and not _heads_noun(clause, trigger):
                if (to and not believed) or (doubt and not be):
                    return None
                return (None if be else _death_told(clause, trigger)) or clause.shared_out(trigger)
            fled = word == "fled" and (group.loose or (be and not believed))  # "a miner fled" displaces nobody
            if trigger.form & Form.ALONE and not fled:
                return None if (to or doubt) and not have else trigger.outcome
            if trigger.form & Form.PAST and not have and not phrase and not to and not doubt:
                if group.head is None and trigger.outcome is Outcome.OTHER:
                    return None  # "one shot at it"
                if not clause.is_participle(trigger):
                    return None
                return (None if be else _death_told(clause, trigger)) or _in_the_end(clause, trigger)
            return None
        if word in words.be:
            be = True
        elif word in words.have:
            have = True
        elif word in words.negative:
            return None
        elif word == "to" and (be or have):
            to, be, have = True, False, False  # "are believed to have killed", "had to die"
        elif word in words.perhaps:
            doubt = True
        elif word in words.unreal and word != "to" and word != "if":
            return None
        elif word in words.believed and (be or have):
            believed = True
        elif word in words.adverbs or word in words.more or tag is Tag.ADVERB or tag is Tag.QUOTE:
            pass
        elif be or have:
            chained = _chained(clause, k)
            if chained is None:
                return None
            k = chained
            continue
        elif word in ("who", "that", "which", "whom"):
            if phrase:
                return None  # the clause may be about another noun
            near = another = False
            if (jump := _past_relative(clause, k)) is not None:
                k, phrase = jump, True
                continue
        elif word in ("(", "[", "--", "—", "–"):
            k = _close(clause, k, last)
            near = False
        elif word == ",":
            near = False
            trigger = clause.begins.get(k + 1)
            if trigger is not None and trigger.form & Form.PAST and clause.is_participle(trigger):
                return trigger.outcome  # "seven nurses, kidnapped by rebels"
            jump = _past_comma(clause, k, last, joins=not clause.is_object(group))
            if jump is None:
                return None
            joined = joined or jump in clause.group_stops
            k = jump
            continue
        elif word in ("and", "or", "&", "plus", "along", "together"):
            jump = None if clause.is_object(group) else _past_join(clause, k)
            jump = jump or _past_twin(clause, k, joins=not clause.is_object(group))
            if jump is None:
                return None
            joined, near, phrase = True, False, False
            k = jump
            continue
        elif word in words.clause_openers:
            return None
        elif word in words.prepositions or _reduced(clause, k, near):
            phrase, near = True, False
        elif tag in CLAUSE_VERBS or word in (";", ":", ".", "?", "!") or near:
            return None
        k += 1
    return None


def _death_told(clause: Clause, trigger: Trigger) -> Outcome | None:
    """The death that the verb tells of those whom the participle describes: "men arrested in May | were executed"."""
    words, be = clause.words, False
    for k in range(trigger.stop, min(clause.end, trigger.stop + _FAR)):
        word, then = clause.lower[k], clause.begins.get(k)
        if then is not None and (be or not then.form & (Form.ACT | Form.TALLY)):
            told = then.form & (Form.ALONE | Form.PHRASE) or (be and then.form & (Form.PAST | Form.STATE))
            return then.outcome if told and then.outcome in DEATHS else None
        if word in words.negative or (word == "to" and words.have.isdisjoint(clause.lower[k + 1 : k + 2])):
            return None
        if word in words.be or word in words.have:
            be = True
        elif be:
            if not (word in words.adverbs or word in words.believed or word == "since" or clause.tag[k] is Tag.ADVERB):
                return None
        elif _begins_anew(clause, k):
            return None
    return None


def _begins_anew(clause: Clause, k: int) -> bool:
    """Whether the token is none of a phrase that describes a noun."""
    word, tag = clause.lower[k], clause.tag[k]
    if tag in _PARTED or tag in CLAUSE_VERBS or not (word[0].isalnum() or tag is Tag.QUOTE):
        return True
    return word in _BREAKS or word in clause.words.unreal or word in clause.words.clause_openers


def _past_relative(clause: Clause, k: int) -> int | None:
    """What follows a verb and its preposition: who worked with [them], who were acting as [guards]."""
    verb = k + 1
    if verb + 1 < clause.end and clause.lower[verb] in clause.words.be and clause.tag[verb + 1] is Tag.GERUND:
        verb += 1
    if verb + 1 >= clause.end or clause.tag[verb] not in (Tag.VERB, Tag.GERUND) or verb in clause.begins:
        return None
    return verb + 2 if clause.lower[verb + 1] in clause.words.prepositions else None


def _reduced(clause: Clause, k: int, near: bool) -> bool:
    """Whether a clause without a subject describes the noun: policemen [guarding] a gate, men [assigned] to it."""
    lower, tag = clause.lower[k], clause.tag[k]
    if not near:
        return False
    if tag is Tag.GERUND or (lower.endswith("ing") and len(lower) > 5):
        return True
    capitals = clause.tokens.text[k].isupper() and lower.endswith("ed")
    return (
        (tag is Tag.PARTICIPLE or capitals) and k + 1 < clause.end and clause.lower[k + 1] in clause.words.prepositions
    )


def _heads_noun(clause: Clause, trigger: Trigger) -> bool:
    """Whether a noun follows at once, so that the state is that noun's: "12 dead bodies"."""
    return (
        trigger.stop < clause.end
        and clause.tag[trigger.stop] in (Tag.NOUN,)
        and clause.lower[trigger.stop] not in clause.words.after_passive
    )


def _chained(clause: Clause, k: int) -> int | None:
    """Where the outcome stands after another verb: were [beaten and] killed, were [shot and then] killed."""
    moved = clause.lower[k] in clause.words.moved  # were [taken to a quarry and] shot
    for i in range(k + 1, min(clause.end, k + (_FAR if moved else 4))):
        if i in clause.begins and any(clause.lower[n] in ("and", "or", ",") for n in range(max(k, i - 3), i)):
            return i
        if clause.lower[i] in (";", ":") or (clause.tag[i] in CLAUSE_VERBS and i not in clause.begins):
            break
    return None


def _close(clause: Clause, k: int, last: int) -> int:
    """The mark that ends an insertion, or the one that opens it where none does."""
    ends = (")", "]") if clause.lower[k] in ("(", "[") else (clause.lower[k],)
    for i in range(k + 1, min(last, k + 20)):
        if clause.lower[i] in ends:
            return i
    return k


def _in_the_end(clause: Clause, trigger: Trigger) -> Outcome:
    """The outcome of a chain: "abducted and later killed" ends in death, "killed or wounded" leaves it open."""
    k = trigger.stop
    if k >= clause.end or clause.lower[k] not in ("and", "or", "then", ","):
        return trigger.outcome
    for i in range(k + 1, min(clause.end, k + 5)):
        then = clause.begins.get(i)
        if then is None and (clause.lower[i] in clause.words.adverbs or clause.lower[i] in ("and", "were", "was")):
            continue
        if then is None or not then.form & (Form.PAST | Form.ALONE | Form.PHRASE | Form.STATE):
            break
        if not clause.is_participle(then):
            break
        if are_apart(trigger.outcome, then.outcome):
            return Outcome.OTHER if clause.lower[i - 1] in ("and", "or", ",") else then.outcome
        end = _in_the_end(clause, then)
        if clause.lower[k] == "or" or (clause.lower[k] == "," and end is Outcome.OTHER is not then.outcome):
            return trigger.outcome if are_alike(end, trigger.outcome) else Outcome.OTHER
        return end if end in DEATHS or trigger.outcome is Outcome.OTHER else trigger.outcome
    return trigger.outcome


def _past_comma(clause: Clause, k: int, last: int, *, joins: bool) -> int | None:
    """Where the clause goes on after an apposition, or after the next group of a list."""
    nxt = k + 1
    if nxt < last and clause.goes_on(nxt):
        return nxt
    while nxt < last and clause.lower[nxt] in ("and", "the", "their", "his", "or"):
        nxt += 1
    group = clause.group_at.get(nxt) if joins else None
    if group is not None and group.stop < clause.end and group.whole is None:
        if clause.lower[group.stop] in (",", "and", "or"):
            return group.stop
        if clause.lower[nxt - 1] in ("and", "or") and clause.lower[group.stop] in clause.words.be | clause.words.have:
            return group.stop
    for i in range(k + 1, min(last, k + 18)):
        if clause.lower[i] == "," and i + 1 < clause.end:
            if clause.goes_on(i + 1):
                return i + 1
            joined = clause.group_at.get(i + 2) if joins and clause.lower[i + 1] == "and" else None
            if joined is not None and joined.stop < clause.end and clause.goes_on(joined.stop):
                return joined.stop  # "seven men, including a guard, and two nurses were killed"
        elif clause.lower[i] in (";", ":"):
            return None
    return None


def _past_twin(clause: Clause, k: int, *, joins: bool) -> int | None:
    """What follows a second noun that the number counts, too: "8,000 men and boys [killed] at Orsk"."""
    if k + 2 >= clause.end or not is_person(clause.lower[k + 1]):
        return None
    trigger = clause.begins.get(k + 2)
    done = trigger is not None and trigger.form & Form.PAST and clause.is_participle(trigger)
    goes_on = joins and clause.lower[k + 2] in clause.words.prepositions  # "12 men and women in the house were"
    return k + 2 if done or goes_on else None


def _past_join(clause: Clause, k: int) -> int | None:
    nxt = k + 1
    while (
        nxt < clause.end
        and nxt < k + 4
        and (
            clause.lower[nxt]
            in ("the", "their", "his", "her", "with", "also", "at", "least", "as", "some", "other", "its")
            or clause.tag[nxt] in (Tag.DETERMINER, Tag.POSSESSIVE)
        )
    ):
        if nxt in clause.group_at:
            break
        nxt += 1
    group = clause.group_at.get(nxt)
    if group is not None:
        return None if clause.of_them(group) else group.stop
    for i in range(nxt, min(clause.end, nxt + 6)):
        if clause.tag[i] not in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE):
            return i if i > nxt and clause.lower[i] in clause.words.be | clause.words.have else None
    return None
