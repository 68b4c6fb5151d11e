"""Takes a sentence apart into the assertions it makes, as stretches of its words."""

from __future__ import annotations

import bisect
import itertools
import math

from claimcheck.claims.chunks import Row, Words, lexicon
from claimcheck.claims.clause import Clause, Part, subject_of
from claimcheck.claims.clauses import Reader
from claimcheck.claims.coordination import Slot
from claimcheck.patterns import compiled
from claimcheck.records import dataclass
from claimcheck.values.counted import is_person

TITLE = compiled("[dh]{0,2}[anm']{0,8}n[m]{1,6}")
LONG = 4  # words: a longer phrase of place, time or manner leaves what it is said of to be told without it, too
MOST_TELLINGS = 8  # of one clause; of a longer list and another one thing is told at a time
PLURAL = frozenset({"are", "were", "have"})
ARTICLES = frozenset({"a", "an", "the"})
MOST_CROSSED = 4  # of coordinations that multiply; where there were more, each list stays whole


@dataclass(frozen=True, slots=True)
class Telling:
    """One assertion: token ranges in reading order."""

    words: tuple[range, ...]
    aside: bool = False  # an apposition, a title or brackets: nothing but what something is

    @property
    def tokens(self) -> frozenset[int]:
        return frozenset(itertools.chain(*self.words))


def split(row: Row, *, saying: bool = False, reported: bool = False) -> list[Telling]:
    """The assertions that the words of the row make together.

    A question, or words without a verb, are one assertion. In a `saying` the speaker may stand after the verb;
    what is `reported` may go on with "and that ...".
    """
    tokens, words = row.tokens, row.words
    body = _trimmed(row.letters)
    if not body:
        return []
    found: list[tuple[Words, bool]] = []
    if any(tokens.text[i] == "?" for i in words[-2:]) or tokens.text[words[-1] + 1 : words[-1] + 2] == ("?",):
        body = range(body.start, len(row.letters.rstrip('"')))
    else:
        reader = Reader(row)
        reader.reported |= reported
        reader.read()
        found += [(telling, False) for clause in reader.clauses for telling in _tell(clause, row, saying)]
        found += [(aside, True) for aside in (*reader.asides, *_titles(row))]
    done: dict[tuple[range, ...], Telling] = {}
    for told, aside in _cover(found, row, body):
        stretches = _merged(told, row)
        if stretches:
            done.setdefault(stretches, Telling(stretches, aside))
    return sorted(done.values(), key=_place)


def _place(telling: Telling) -> tuple[int, bool]:
    """What tellings are ordered by."""
    return min([stretch.start for stretch in telling.words]), telling.aside


def _titles(row: Row) -> list[Words]:
    """Names with what stands before them and says what they are: "prime minister Ana Duarte"."""
    if "nm" not in row.letters:
        return []
    phrases = (range(row.low[k], row.high[k]) for k, code in enumerate(row.codes) if code == "N")
    titled = (p for p in phrases if TITLE.fullmatch(row.letters, p.start, p.stop) and not row.temporal((p,)))
    return [(p,) for p in titled if len(row.lower[p.stop - 1]) > 1 and not _contact(row, p)]  # and not "shaft B"


def _contact(row: Row, words: range) -> bool:
    """Whether a noun and a name meet by chance: "the comments Duarte | had made", "a charge Duarte | denies"."""
    common = row.letters[words.start : words.stop].rstrip("m")
    noun = row.lower[words.start + len(common) - 1]
    one = row.lower[words.start] in ("a", "an") and not is_person(noun)
    return (noun.endswith("s") or one) and row.letters[words.stop : words.stop + 1] in ("v", "x", "M", "b")


def _trimmed(letters: str) -> range:
    start = len(letters) - len(letters.lstrip('.,;:-)"cT'))
    end = len(letters.rstrip('.,;:-("'))
    return range(start, max(start, end))


def _tell(clause: Clause, row: Row, saying: bool) -> list[Words]:
    """Every way to tell the clause with one choice from each coordination and one loose part at a time."""
    if not clause.verb or clause.silent:
        return []
    subject = subject_of(clause)
    slots = clause.slots
    if saying and subject is None and slots and not slots[0].loose:
        subject, *slots = slots  # "... said the mayor"
    if subject is None and clause.part is Part.PARTICIPLE:
        return []
    first = subject.choices[0][0].start if subject else len(row.letters)
    lead = [_with_comma(slot, row) if slot.choices[0][0].start < first else slot for slot in clause.lead]
    before = [*lead, *([subject] if subject else [])]
    if clause.part is not Part.PARTICIPLE:
        before.sort(key=lambda slot: slot.choices[0][0].start)
    parts = [*before, *_comma_behind(clause, slots, first, row), Slot([clause.verb]), *slots]
    if (
        (subject is None and clause.part is Part.MAIN)
        or clause.guarded
        or ("!" in row.letters and any("!" in row.shape(r) for r in clause.verb))
        or (row.has_any("downward") and any(row.any_of(s.whole, "downward") for s in parts))
        or (row.has_any("binding") and any(row.any_of(s.whole, "binding") for s in parts))
    ):
        return [tuple(itertools.chain(*(slot.whole for slot in parts)))]
    if (
        subject
        and row.has_any("together")
        and any(row.any_of(slot.whole, "together") for slot in (Slot([clause.verb]), *slots))
    ):
        parts[parts.index(subject)] = Slot([subject.whole])
    if subject and len(subject.choices) > 1 and row.lower[clause.verb[0].start] in PLURAL and subject in parts:
        parts[parts.index(subject)] = _in_number(subject, row)
    loose = [slot for slot in parts if slot.loose]
    fixed = [slot for slot in parts if not slot.loose]
    rows = [[slot for slot in parts if slot is alone or not slot.loose] for alone in loose] or [fixed]
    if len(loose) == 1 and len(slots) > 1 and _stands_without(loose[0], clause, slots, row):
        rows.append(fixed)
    return [telling for kept in rows for telling in _crossed(kept)]


def _comma_behind(clause: Clause, slots: list[Slot], first: int, row: Row) -> list[Slot]:
    """The comma behind a participle that opens the sentence, to be told before it: "she, barred from the court"."""
    opens = clause.part is Part.PARTICIPLE and clause.verb[0].start < first < len(row.letters)
    if not opens or row.letters[clause.verb[-1].stop - 1] != "e":
        return []
    end = max(stretch.stop for slot in (Slot([clause.verb]), *slots) for stretch in slot.whole)
    return [Slot([(range(end, end + 1),)])] if row.letters[end : end + 1] == "," else []


def _stands_without(loose: Slot, clause: Clause, slots: list[Slot], row: Row) -> bool:
    """Whether what the loose part is said of says enough alone: the part is long, and other words follow the verb."""
    if sum(map(len, loose.whole)) < LONG:
        return False
    if loose in slots and not any(row.shape(r).strip("b") for s in slots if not s.loose for r in s.whole):
        return False
    if row.any_of((clause.verb[-1],), "deeming"):
        return False
    labels = any(row.lower[stretch.start] == "as" for slot in slots for stretch in slot.whole)
    return not (labels and row.any_of((clause.verb[-1],), "labelling"))


def _crossed(parts: list[Slot]) -> list[Words]:
    """Every way to tell the parts with one choice from each; where that would be too many, less of them."""
    choices = [len(slot.choices) for slot in parts if len(slot.choices) > 1]
    if not choices:
        return [tuple(itertools.chain(*[slot.choices[0] for slot in parts]))]
    if len(choices) > 1 and math.prod(choices) > MOST_CROSSED:
        return [tuple(itertools.chain(*[slot.whole for slot in parts]))]
    if math.prod(choices) > MOST_TELLINGS:
        return _one_at_a_time(parts)
    return [tuple(itertools.chain(*choice)) for choice in itertools.product(*[slot.choices for slot in parts])]


def _in_number(subject: Slot, row: Row) -> Slot:
    """The subject of a plural verb: "a plate and a lamp were found", and apart only what has a number or a name."""
    apart = [c for c in subject.choices if any(letter in "m9q" for r in c for letter in row.shape(r))]
    singular = [c for c in subject.choices if c not in apart and _is_singular(row.lower[c[-1].stop - 1])]
    return Slot([subject.whole, *apart], subject.loose, subject.temporal) if singular else subject


def _is_singular(noun: str) -> bool:
    return not noun.endswith("s") and noun not in lexicon("plurals")


def _one_at_a_time(parts: list[Slot]) -> list[Words]:
    """The ways to tell the parts with a choice from one of them and all of the others."""
    tellings: list[Words] = []
    for n, slot in enumerate(parts):
        if len(slot.choices) > 1:
            before = tuple(itertools.chain(*(part.whole for part in parts[:n])))
            after = tuple(itertools.chain(*(part.whole for part in parts[n + 1 :])))
            tellings += [(*before, *choice, *after) for choice in slot.choices]
    return tellings


def _with_comma(slot: Slot, row: Row) -> Slot:
    """The slot with the comma that parts each choice from what follows: "On this day, ..."."""
    choices = []
    for *first, last in slot.choices:
        comma = row.letters[last.stop : last.stop + 1] == ","
        choices.append((*first, range(last.start, last.stop + comma)))
    return Slot(choices, slot.loose, slot.temporal)


def _cover(found: list[tuple[Words, bool]], row: Row, body: range) -> list[tuple[Words, bool]]:
    """The tellings, made to hold every number and name: what none holds goes with the words just before it."""
    main = [k for k, (_, aside) in enumerate(found) if not aside]
    if not main:
        return [((body,), False), *found]
    letters = row.letters
    held = [0] * len(letters)
    for told, _ in found:
        for stretch in told:
            for p in stretch:
                held[p] = 1
    lost = [p for p in body if not held[p] and (letters[p] in "m9qy" or any(map(str.isdigit, row.lower[p])))]
    if not lost:
        return found
    grown = [list(told) for told, _ in found]
    whole: list[tuple[Words, bool]] = []
    for p in lost:
        if held[p]:
            continue
        end = p + 1
        while end < body.stop and not held[end] and letters[end] not in ",;:()-.":
            end += 1
        start = p
        while start > body.start and not held[start - 1] and letters[start - 1] not in ",;:()-.":
            start -= 1
        saying = "ev" if letters[start] == "g" else "evg"  # "On this day, | marking the feast, let us ..."
        if end - start > 5 and any(letter in saying for letter in letters[start:end]):
            whole.append(((range(start, end),), False))  # words that no rule could place make a claim of their own
            held[start:end] = [1] * (end - start)
            continue
        ends = {k: max((r.stop for r in grown[k] if r.stop <= p), default=-1) for k in main}
        nearest = max(main, key=ends.__getitem__)
        if ends[nearest] < 0 and end - start > 1:
            whole.append(((range(start, end),), False))
        else:
            ended = [n for n, r in enumerate(grown[nearest]) if r.stop == ends[nearest]]
            grown[nearest].insert(ended[-1] + 1 if ended else len(grown[nearest]), range(start, end))
        for q in range(start, end):
            held[q] = 1
    return [*((tuple(g), aside) for g, (_, aside) in zip(grown, found, strict=True)), *whole]


def _merged(told: Words, row: Row) -> tuple[range, ...]:
    """Positions as token ranges: neighbours joined, and a comma or quotation mark between two of them kept."""
    stretches: list[list[int]] = []
    words, letters, last = row.words, row.letters, -9
    for p in dict.fromkeys(itertools.chain(*told)):
        i = words[p]
        if i == last + 1:
            stretches[-1].append(i)
        elif i == last + 2 and letters[p - 1] in ',"':
            stretches[-1] += (last + 1, i)
        else:
            stretches.append([i])
        last = i
    if stretches and row.letters[bisect.bisect_left(row.words, stretches[0][0])] == "T":
        del stretches[0][0]  # "that"
    kept = [_without_conjunctions(s, row.words, row.letters) for s in stretches]
    if kept and len(kept[-1]) > 1 and _closes_quotation(kept[-1], row):
        kept[-1].pop()  # "We will not stop,”"
    if kept and len(kept[-1]) > 1 and row.letters[bisect.bisect_left(row.words, kept[-1][-1])] in ",;:":
        kept[-1].pop()
    if kept and len(kept[-1]) > 1 and row.tokens.lower[kept[-1][-1]] in ARTICLES:
        kept[-1].pop()  # "to make a -- make a cut"
    return tuple(range(s[0], s[-1] + 1) for s in kept if s)


def _closes_quotation(stretch: list[int], row: Row) -> bool:
    """Whether the last token is a quotation mark, and the only one: it opens nothing here."""
    first, last = (bisect.bisect_left(row.words, i) for i in (stretch[0], stretch[-1]))
    return row.letters[last] == '"' and '"' not in row.letters[first:last]


def _without_conjunctions(stretch: list[int], words: list[int], letters: str) -> list[int]:
    """The tokens without an "and" or a comma at their end that joins nothing any more."""
    end = len(stretch)
    while end and (at := bisect.bisect_left(words, stretch[end - 1])) < len(words) and letters[at] == "c":
        end -= 1
    return stretch[:end]
