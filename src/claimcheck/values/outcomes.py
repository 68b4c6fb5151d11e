"""What happened to the people who are counted: killed, wounded, detained, from verbs, participles, nouns and frames."""

from __future__ import annotations

from claimcheck.model import Outcome, Tag
from claimcheck.values.clause import CLAUSE_VERBS, DEATHS, Clause, Group
from claimcheck.values.objects import outcome_around, outcome_as_object, outcome_before
from claimcheck.values.predicates import outcome_after
from claimcheck.values.triggers import OBJECT, Form

_OPENS_A_NOUN_PHRASE = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PRONOUN)


def read_outcomes(clause: Clause) -> None:
    """Gives each group its outcome, from the first to the last: later ones may share an earlier one's."""
    for index, group in enumerate(clause.groups):
        _part_of(clause, group, index)
        if clause.counts_children(group) or _is_left_out(clause, group):
            continue
        around = _graver(outcome_after(clause, group), outcome_before(clause, group))
        inside = _inside(clause, group)
        group.outcome = around if around in DEATHS else inside or around  # "six of the wounded died"
        if group.whole is not None and group.whole.outcome in DEATHS and group.outcome is Outcome.DETAINED:
            group.outcome = group.whole.outcome  # "104 have been killed, 39 of them in custody"
        group.outcome = (
            group.outcome or outcome_around(clause, group) or _shared(clause, group, index) or _held(clause, group)
        )


def _is_left_out(clause: Clause, group: Group) -> bool:
    """Whether the words say of the number that it did not happen to them: "all but three", "three alive"."""
    before = clause.lower[max(clause.first, group.start - 3) : group.start]
    if before[-2:] == ("all", "but") or before[:2] in (("none", "of"), ("neither", "of"), ("nobody", "of")):
        return True
    if before[:2] == ("one", "of") and clause.lower[max(clause.first, group.start - 4)] == "no":
        return True
    if clause.of_them(group) and not clause.words.freed.isdisjoint(clause.lower[group.stop : group.stop + 3]):
        return True
    if group.stop < clause.end and clause.lower[group.stop] in ("alive", "unharmed", "unhurt"):
        return True
    return before[-1:] == ("the",) and clause.lower[group.start - 5 : group.start - 3] == ("all", "but")


def _graver(after: Outcome | None, before: Outcome | None) -> Outcome | None:
    """Of what is said on both sides death counts: "the death of four students who had been abducted"."""
    return before if after is None or before in (Outcome.KILLED, Outcome.EXECUTED) else after


def _held(clause: Clause, group: Group) -> Outcome | None:
    """Hostages have been abducted, whatever else is said of them."""
    held = group.head is not None and clause.lower[group.head] in ("hostages", "hostage", "abductees")
    return Outcome.ABDUCTED if held and not clause.unreal(group.start) else None


def _inside(clause: Clause, group: Group) -> Outcome | None:
    """ "12 deaths", "three wounded men", "12 lives were lost"."""
    for i in range(group.noun, group.stop):
        trigger = clause.begins.get(i)
        if trigger is None:
            continue
        if i == group.head or trigger.stop >= group.stop:
            if not trigger.form & Form.TALLY or clause.unreal(group.start):
                continue
            if clause.lower[i] == "lives" and not _lives_lost(clause, group):
                return None
            if clause.lower[i] in ("bodies", "corpses", "body", "corpse") and not clause.bodies:
                return None
            return clause.shared_out(trigger)
        if trigger.form & (Form.STATE | Form.PAST):
            return trigger.outcome
    return None


def _lives_lost(clause: Clause, group: Group) -> bool:
    before = clause.lower[max(clause.first, group.start - 4) : group.start]
    if before[-1:] == ("of",) and "loss" in before:
        return True
    if any(word in clause.words.lives_verbs and word != "save" for word in before[-2:]):
        return True
    return "lost" in clause.lower[group.stop : min(clause.end, group.stop + 4)]


def _part_of(clause: Clause, group: Group, index: int) -> None:
    """ "12 people, including three children": the part remembers its whole."""
    k = clause.back(group.start)
    if k < clause.first or not index:
        return
    among = clause.lower[k - 1 : k + 1] in (("among", "them"), ("of", "whom"), ("of", "them"), ("among", "whom"))
    whom = clause.of_them(group)
    named = clause.groups[index - 1].head
    parts = clause.lower[k] == "," and named is not None and clause.lower[named] in ("people", "persons", "victims")
    parts = parts and clause.groups[index - 1].stop == k
    parts = parts or (clause.lower[k] == ":" and k in clause.ends)  # "37 people were killed: 29 men and ..."
    opened = parts or (clause.lower[k] in ("(", "--", "—", "–", ":") and clause.groups[index - 1].stop == k)
    if clause.lower[k] in clause.words.part or among or whom or opened or clause.lower[k - 1 : k + 1] == ("them", ","):
        group.whole = clause.groups[index - 1].whole or clause.groups[index - 1]
        return
    before = clause.groups[index - 1]
    if before.whole is not None and _joined(clause, before, group):
        group.whole = before.whole


def _joined(clause: Clause, before: Group, group: Group) -> bool:
    """Whether nothing but "and", a comma and articles stands between the two."""
    between = clause.lower[before.stop : group.start]
    return 0 < len(between) <= 4 and all(w in clause.words.joins or w in clause.words.loose for w in between)


def _shared(clause: Clause, group: Group, index: int) -> Outcome | None:
    """The outcome that stands once for several groups, or is left out the second time."""
    if group.whole is not None:
        follows = clause.tag[group.stop] if group.stop < clause.end else Tag.PUNCTUATION
        return (
            group.whole.outcome if follows not in CLAUSE_VERBS or clause.lower[group.stop] in clause.words.be else None
        )
    k = clause.back(group.start)
    if k < clause.first:
        return None
    if clause.lower[k] in ("--", "—", "–", "("):
        return _after_one(clause, group, k)  # "the deaths of the miners -- five Poles and two Czechs"
    if clause.lower[k] not in clause.words.joins:
        return None
    if group.stop < clause.end and (
        clause.tag[group.stop] in CLAUSE_VERBS or clause.lower[group.stop] in clause.words.be
    ):
        return None
    if group.loose and clause.lower[k] == "," and not _goes_on_a_list(clause, group, index, k):
        return None
    walked = group.stop < clause.end and clause.tag[group.stop] is Tag.PARTICIPLE and group.stop not in clause.begins
    if walked and group.head is None:
        return None  # "captured Orsk, and the two left"
    if clause.lower[k - 1 : k + 1] in (("along", "with"), ("together", "with"), ("well", "as")):
        return _along(clause, k)
    stop = group.start
    for at in range(index - 1, -1, -1):
        earlier = clause.groups[at]
        if group.start - earlier.stop > 18:
            break
        if earlier.whole is not None and clause.of_them(earlier) and "," in clause.lower[k - 1 : k + 1]:
            stop = earlier.start  # "six men, [five of whom were monks], and two women"
            continue
        between = range(earlier.stop, stop)
        if any(clause.tag[i] in (Tag.MODAL, Tag.SUBORDINATOR) or clause.lower[i] in (";", ":", "by") for i in between):
            break
        told = [i for i in between if clause.tag[i] in CLAUSE_VERBS and i not in clause.begins]
        own = [i for i in between if i in clause.begins]
        if earlier.outcome is None:
            continue
        if not own and not told:
            return earlier.outcome
        elided = group.head is None or any(w in clause.words.more for w in clause.lower[group.noun : group.stop])
        if (
            elided
            and all(clause.lower[i] in clause.words.be | clause.words.have for i in told)
            and clause.lower[k] == "and"
        ):
            return earlier.outcome
        break
    return _after_one(clause, group, k)


def _goes_on_a_list(clause: Clause, group: Group, index: int, k: int) -> bool:
    """ "killed a policeman, [a teacher] and three pupils", not "killed a man, a teacher born in Orsk"."""
    listed = index > 0 and clause.groups[index - 1].loose and clause.groups[index - 1].stop == k
    return listed and group.stop < clause.end and clause.lower[group.stop] == "and"


def _along(clause: Clause, k: int) -> Outcome | None:
    """ "was killed near his home, along with two guards"."""
    for i in range(k, max(clause.first - 1, k - 22), -1):
        trigger = clause.ends.get(i)
        if trigger is not None and trigger.form & (Form.PAST | Form.ALONE | Form.ING | Form.BASE | Form.PHRASE):
            return None if clause.unreal(trigger.start) else trigger.outcome
        if clause.tag[i] in CLAUSE_VERBS or clause.lower[i] in (";", ":", "."):
            return None
    return None


def _after_one(clause: Clause, group: Group, k: int) -> Outcome | None:
    """ "killed the mayor and two peasants", "the murder of the bishop as well as 12 pilgrims", "the dead were"."""
    for i in range(k, max(clause.first - 1, k - 24), -1):
        if clause.lower[i] in clause.words.be or clause.lower[i] in clause.words.part:
            return clause.named_by_state(i)
        trigger = clause.ends.get(i)
        if trigger is not None:
            of = clause.lower[i : i + 1] == ("of",)
            if of and trigger.form & Form.ACT:
                return None if clause.unreal(trigger.start) else trigger.outcome
            if not of and trigger.form & OBJECT:
                return outcome_as_object(clause, trigger) if _has_object(clause, trigger.stop, k) else None
            return None
        if clause.tag[i] in CLAUSE_VERBS or clause.lower[i] in (";", ":", ".", "by", "when", "after", "while"):
            return None
    return None


def _has_object(clause: Clause, start: int, stop: int) -> bool:
    """Whether a noun phrase follows the verb at once, so that "and" can join another to it."""
    return (
        start < stop
        and (clause.tag[start] in _OPENS_A_NOUN_PHRASE)
        and clause.lower[start] not in clause.words.after_passive
    )
