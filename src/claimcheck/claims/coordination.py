"""Noun phrases with "and" between them: which can be told one at a time, and what they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.claims.chunks import Row, Words, lexicon
from claimcheck.grammar.inflection import verbs
from claimcheck.patterns import compiled
from claimcheck.records import dataclass
from claimcheck.values.counted import is_person

# Patterns over the codes of chunks. Every repetition is bounded, so that each match is short.
_ITEM = "b?NB?(?:b?pNB?){0,3}"
LIST = compiled(rf"{_ITEM}(?:,{_ITEM}){{1,40}},?cb?NB?")
LIST_BARE = compiled(r"NB?(?:,b?NB?){1,40}(?:,cb?NB?(?:cNB?)?|cb?NB?)")
PAIR = compiled(r"NB?,?cb?NB?")
PAIR_OF_PHRASES = compiled(r"NpNcb?N")
CLAUSE = compiled(
    r"(?:b,?){0,2}(?:pN,?){0,2}(?:b,?)?NB?(?:[pc]NB?|E(?:pN)?|G(?:p?N)?(?:pN)?|,?r(?:b?pN,?)?N?V(?:pN|N){0,2},?|I|,(?:N|GN?)(?:pN?){0,2},(?=b?V)|(?:,N){1,6},?cN(?=b?V)){0,5}[b!]?V"
)
CHAIN = compiled("N(?:pN){0,2}cNcN(?!b?[VEGIrc])")  # "the State of Orsk and the Ural men and others"
SHARED_HEAD = compiled("[man]{1,8}n")
TO_MARK = compiled("[^,;.:]{0,40}")
JOINED = compiled("NB?(?:b?pNB?){0,3}[,c]")  # how every coordination of noun phrases begins
MORE = compiled(rf"(?:,{_ITEM}){{1,20}},?cb?NB?")
_TOGETHER = frozenset({"between", "among", "amid", "except", "except for", "excluding", "besides", "apart from"})
_AS_MANY = frozenset({"twice", "half", "twice as", "half as"})
NUMERALS = ("", "one", "two", "three", "four", "five", "six")
JOINING = frozenset({"and", "as well as", "&", "plus"})


@dataclass(slots=True)
class Slot:
    """A part of a clause. Exactly one of the choices is told at a time."""

    choices: list[Words]
    loose: bool = False  # says when, where or how, and can stand apart from other loose slots
    temporal: bool = False

    @property
    def whole(self) -> Words:
        """All choices with what stands between them."""
        if len(self.choices) == 1:
            return self.choices[0]
        return (range(self.choices[0][0].start, max(r.stop for choice in self.choices for r in choice)),)

    def extend(self, words: Words) -> None:
        """Adds words to the last choice."""
        self.choices[-1] = (*self.choices[-1], *words)

    def take(self, other: Slot) -> None:
        """Adds what follows to the last choice, one choice of it at a time."""
        *before, last = self.choices
        self.choices = [*before, *((*last, *choice) for choice in other.choices)]

    def after(self, marker: range) -> Slot:
        """The same with the marker (a preposition) before each choice."""
        choices = [
            (range(marker.start, c[0].stop), *c[1:]) if marker.stop == c[0].start else (marker, *c)
            for c in self.choices
        ]
        return Slot(choices, self.loose, self.temporal)


def group(row: Row, chunk: int, *, complete: bool, begun: bool) -> tuple[Slot, int]:
    """The noun phrase at the chunk with those coordinated with it, and the chunk after them.

    `complete` tells that the clause has its verb, so that a verb after the phrases begins another; `begun`, that it has
    its subject, which the phrases may not take from it.
    """
    after_preposition = row.code(chunk - 1) == "p"
    if JOINED.match(row.codes, chunk):
        if after_preposition and not complete and not begun and _dated_alone(row, chunk):
            return Slot([(row.span(chunk, chunk + 1),)]), chunk + 1  # "On Monday, | she and her sons left"
        if "c" in row.codes and (found := _coordinated(row, chunk, complete=complete, begun=begun)):
            return found
    end = _places(row, chunk) if after_preposition else chunk + 1
    return _with_of(row, [(row.span(chunk, end),)], end, complete=complete)


def _coordinated(row: Row, chunk: int, *, complete: bool, begun: bool) -> tuple[Slot, int] | None:
    """The same, where a conjunction joins the noun phrase to others."""
    codes = row.codes
    found = LIST_BARE.match(codes, chunk)
    if not found:
        found = LIST.match(codes, chunk)
        first, *others = ["p" in codes[a:b] for a, b in items(row, chunk, found.end())[:-1]] if found else [False]
        if first and not all(others):
            found = None  # "met officials in Orsk, Ufa and Perm"
    if found and _counts_others(row, chunk, found.end()):
        return None  # "were killed in Orsk, | three in Ufa and one in Perm"
    if found and row.letters[row.low[chunk]] == "m" and _starts_with_number(row, chunk + 1, found.end()):
        found = None  # "2% in Orsk, 1% in Ufa and 3% elsewhere"
    lacks_subject = not complete and not begun and row.code(chunk - 1) == "p"
    if (
        found
        and not ((complete or lacks_subject) and row.code(found.end()) == "V")
        and not _renamed(row, chunk, found.end())
    ):
        end = _last_phrase(row, chunk, found.end())
        return _choices(row, items(row, chunk, end), end, complete=complete)
    if complete and (chain := CHAIN.match(codes, chunk)):
        return Slot([(row.span(chunk, chain.end()),)]), chain.end()
    pair = PAIR.match(codes, chunk) or _parallel(row, chunk)
    if pair and (another_counts(row, pair.end() - 1) or verb_left_out(row, codes.index("c", chunk))):
        return None
    if pair and row.word(codes.index("c", chunk)) in {*JOINING, "or", "nor"}:
        starts_clause = complete and (
            CLAUSE.match(codes, codes.index("c", chunk) + 1) or ("," in pair.group() and row.code(pair.end()) == "E")
        )  # "ran out of blood, and doctors | worked by candlelight"
        if row.code(chunk - 1) == "I" and "," in pair.group() and not starts_clause:
            return _with_of(
                row, [(row.span(chunk, pair.end()),)], pair.end(), complete=complete
            )  # "to lead it, and one"
        if more := MORE.match(codes, pair.end()):
            return _with_of(row, [(row.span(chunk, more.end()),)], more.end(), complete=complete)
        if _hides_verb(row, chunk, pair.end()):
            return _with_of(row, [(row.span(chunk, pair.end()),)], pair.end(), complete=complete)
        if _gapping(row, chunk, pair.end()):
            end = pair.end() + (4 if codes.startswith("cN", pair.end() + 2) else 2)
            return _with_of(row, [(row.span(chunk, end),)], end, complete=complete)
        if not starts_clause and not (lacks_subject and row.code(pair.end()) == "V"):
            return _choices(row, items(row, chunk, pair.end()), pair.end(), complete=complete)
    return None


def _counts_others(row: Row, chunk: int, end: int) -> bool:
    """Whether a place or time is followed by numbers of others elsewhere: "in Orsk, | three in Ufa"."""
    first, *rest = (row.span(a, a + 1) for a, _ in items(row, chunk, end))
    alone = [words for words in rest if row.shape(words) == "9" and not row.temporal((words,))]
    return (
        row.code(chunk - 1) == "p"
        and "9" not in row.shape(first).rstrip("9")
        and row.shape(first) != "9"
        and bool(alone)
    )


def another_counts(row: Row, chunk: int) -> bool:
    """Whether the verb is to be heard again with another subject: "lost 40 men and | the rebels 80"."""
    words = row.span(chunk, chunk + 1)
    number = row.letters[words.stop - 1] == "9" and len(words) > 1 and row.letters[words.stop - 2] in "nma"
    return (number and not row.temporal((words,))) or (row.code(chunk + 1) == "b" and row.word(chunk + 1) in _AS_MANY)


def verb_left_out(row: Row, joined: int) -> bool:
    """Whether the verb before the conjunction is to be heard again behind it, with another subject or object.

    "The father was killed in May and | the son in June", "ordered the men to leave and | the police to return", "his
    father was a judge and | his mother a teacher".
    """
    codes, after = row.codes, joined + 1
    rest = TO_MARK.match(codes, after)
    if row.code(after) != "N" or rest is None or "V" in rest.group():
        return False
    following = row.code(after + 1)
    if (
        row.shape(row.span(after, after + 1)) == "9"
        and following == "p"
        and not row.temporal((row.span(after, after + 1),))
    ):
        return row.word(after + 1) != "of"  # "were arrested in Orsk on Friday and | six in Ufa on Saturday"
    if following == "N":
        return not row.temporal((row.span(after + 1, after + 2),)) and codes[joined - 1] == "N"
    if following == "I":
        return "NI" in codes[:joined]
    if following == "E":
        return codes[joined - 2 : joined] == "pN" and row.code(after + 2) in ("", ".", ",")
    if following != "p":
        return False
    same = [k for k in range(joined) if codes[k] == "p" and row.word(k) == row.word(after + 1)]
    if row.code(after + 2) == "G":
        return any(row.code(k + 1) == "G" for k in same)
    if not same or same[-1] != joined - 2 or row.code(joined - 1) != "N" or row.code(after + 2) not in ("N", "G"):
        return False
    when, then = (row.temporal((row.span(k, k + 1),)) for k in (joined - 1, after + 2))
    anew = not row.temporal((row.span(after, after + 1),))
    return anew and (when == then or row.word(after + 1) not in ("in", "on", "at"))


def _hides_verb(row: Row, chunk: int, end: int) -> bool:
    """Whether the second of a pair may be a verb: "saw them lock the door and | walk away"."""
    last = row.span(end - 1, end)
    bare = len(last) == 1 and row.letters[last.start] == "n" and row.letters[row.low[chunk]] in "dh"
    return bare and row.code(end) == "b" and row.lower[last.start] in verbs()


def _last_phrase(row: Row, chunk: int, end: int) -> int:
    """The end of a list with the phrase of its last item: "head in 1985, judge in 1990 and mayor | in 1995"."""
    *before, _ = items(row, chunk, end)
    words = [{row.word(k) for k in range(a, b) if row.codes[k] == "p"} for a, b in before]
    own = row.codes.startswith("pN", end) and row.word(end) != "of" and all(row.word(end) in w for w in words)
    return end + 2 if own else end


def _dated_alone(row: Row, chunk: int) -> bool:
    """Whether the phrase is a time and what follows its comma is none."""
    if not row.codes.startswith("N,N", chunk) or not row.temporal((row.span(chunk, chunk + 1),)):
        return False
    return not row.temporal((row.span(chunk + 2, chunk + 3),))


def _starts_with_number(row: Row, chunk: int, end: int) -> bool:
    """Whether a later item of the list begins with a percentage."""
    starts = (row.low[a] for a, _ in items(row, chunk, end))
    return any(row.letters[p] == "9" and row.lower[p + 1 : p + 2] == ["%"] for p in starts)


def shared_out(before: str, after: str) -> bool:
    """Whether the two words cannot be true of the same people: "600 were killed and wounded", "dead or missing"."""
    dead, last = lexicon("dead"), after.split(" ")[-1]
    return (before in dead and last in lexicon("alive")) or (before in lexicon("hurt") and after in dead)


def items(row: Row, chunk: int, end: int) -> list[tuple[int, int]]:
    """The chunks between commas and conjunctions, as half-open pairs; brackets at their ends are left out."""
    found: list[tuple[int, int]] = []
    start = chunk
    for k in range(chunk, end + 1):
        if k == end or row.codes[k] in ",c":
            stop = k - 1 if row.code(k - 1) == "B" else k
            if start < stop and found and _is_age(row, found[-1], range(start, stop)):
                found[-1] = (found[-1][0], stop)  # "Ana Duarte, 34, and ..."
            elif start < stop:
                found.append((start, stop))
            start = k + 1
    return found


def _gapping(row: Row, chunk: int, end: int) -> bool:
    """Whether the pair is none: "bordered by the sea to | the north and the lake to | the south"."""
    before = row.code(chunk - 1) == "p" and row.code(end) == "p" and row.code(end + 1) == "N"
    return before and row.word(chunk - 1) == row.word(end) and row.code(chunk - 2) == "N"


def _is_age(row: Row, before: tuple[int, int], chunks: range) -> bool:
    """Whether nothing but a number stands behind a name."""
    number = set(row.shape(row.span(chunks.start, chunks.stop))) == {"9"}
    return number and row.letters[row.high[before[1] - 1] - 1] == "m"


def _parallel(row: Row, chunk: int) -> re.Match[str] | None:
    """ "the fate of the men and the places of their burial": both sides begin alike, the middle does not."""
    found = PAIR_OF_PHRASES.match(row.codes, chunk)
    if not found:
        return None
    first, middle, last = (_starts_anew(row, k) for k in (chunk, chunk + 2, found.end() - 1))
    return found if first and last and not middle else None


def _starts_anew(row: Row, chunk: int) -> bool:
    """Whether the phrase has a determiner or a number of its own; "other" only goes on from the phrase before."""
    start = row.low[chunk]
    return row.letters[start] in "dh9" and row.lower[start] not in ("other", "others")


def _renamed(row: Row, chunk: int, end: int) -> bool:
    """Whether what looks like a list tells of one name: "Ana Duarte, a judge and mother, ..."."""
    spans = [row.span(a, a + 1) for a, _ in items(row, chunk, end)]
    if belong_to_one(row, spans[1:]):
        return False
    first, *rest = (row.shape(s) for s in spans)
    if not row.offices.isdisjoint(spans[1]) and row.offices.isdisjoint(spans[0]) and first[-1] == "m":
        return True
    if counted(row, spans[0]) == len(rest) and all(set(r) == {"m"} for r in rest):
        return True  # "two daughters, Anna and Klara"
    if row.code(end) == "," and set(first) == {"m"} and rest[0][0] == "n" and rest[0][-1] == "n":
        return True  # "Arminius, leader of the Cherusci and their allies, ..."
    indefinite = all(row.lower[s.start] in ("a", "an") for s in spans[:2])  # "a judge, a clerk and ..."
    if row.code(end) == "," and rest[0][0] in "dh" and rest[0][-1] == "n" and len(spans) < 4 and not indefinite:
        return True
    if first[-1] not in "mq" or first[0] in "dh" or rest[0][-1] != "n":
        return False
    return rest[0][0] in "dh" or ("'" in rest[0] and all(r[-1] == "n" for r in rest))


def belong_to_one(row: Row, phrases: Sequence[range]) -> bool:
    """Whether a list goes on with people of the one before: "Omar Said, | his wife and two children"."""
    if len(phrases) < 2 or row.lower[phrases[0].start] not in ("his", "her", "their"):
        return False
    return is_person(row.lower[phrases[0].stop - 1]) and row.letters[phrases[-1].start] in "dh9m"


def counted(row: Row, words: range) -> int:
    """How many the phrase says there are, when a numeral begins it; 0 when none does."""
    numeral = row.lower[words.start] if row.letters[words.start] == "9" and row.letters[words.stop - 1] == "n" else ""
    return NUMERALS.index(numeral) if numeral in NUMERALS else 0


def _choices(row: Row, parts: list[tuple[int, int]], end: int, *, complete: bool) -> tuple[Slot, int]:
    ranges = [row.span(a, b) for a, b in parts]
    whole = range(ranges[0].start, ranges[-1].stop)
    joined_by = [row.word(k) for k in range(parts[0][0], end) if row.codes[k] == "c"]
    kept = any(word not in JOINING for word in joined_by)
    kept = kept or any(
        row.lower[words.start] in ("that", "those") for words in ranges[1:]
    )  # "his arrest and that of others"
    kept = kept or any(shared_out(row.lower[a.stop - 1], row.lower[b.start]) for a, b in pairwise(ranges))
    if kept or _one_name(row, parts[0][0], ranges) or _counted_together(row, ranges):
        return _with_of(row, [(whole,)], end, complete=complete)
    first = ranges[0]
    if row.lower[first.start] == "both" and len(first) > 1:
        ranges[0] = first = first[1:]
    determiner, article = row.letters[first.start], row.lower[first.start]
    share = determiner in "dh" and article not in {"a", "an", "both", "all", "each", "every"} and len(first) > 1
    share = share and len(ranges) == 2
    choices: list[Words] = [(first,)]
    for words in ranges[1:]:
        shares = share and row.letters[words.start] in "na" and "9" not in row.shape(words)
        choices.append((first[:1], words) if shares else (words,))
    return _with_of(row, choices, end, complete=complete)


def _one_name(row: Row, chunk: int, ranges: list[range]) -> bool:
    """Whether the parts lean on each other: "Orsk and Ufa prisons", "between May and July"."""
    before = chunk - 1
    if row.code(before) == "p" and row.word(before) in _TOGETHER:
        return True
    shapes = [row.shape(words) for words in ranges]
    if all(set(shape) <= set("dhma") and shape[-1] in "ma" for shape in shapes[:-1]) and SHARED_HEAD.fullmatch(
        shapes[-1]
    ):
        return True
    if shapes[0] in {"a", "n"} and row.lower[ranges[0].start] in {"north", "south", "east", "west"}:
        return True
    named = all("m" in shape for shape in shapes)
    return (
        named
        and row.code(before) == "p"
        and row.code(before - 1) == "N"
        and row.letters[row.high[before - 1] - 1] == "m"
    )


def _counted_together(row: Row, ranges: Sequence[range]) -> bool:
    """Whether a number before the first is that of all: "8,000 men and boys"."""
    first, *rest = map(row.shape, ranges)
    return first.lstrip("adh").startswith("9") and all(shape == "n" for shape in rest)


def _places(row: Row, chunk: int) -> int:
    """The end of a place with what it lies in: "in Orsk, Ural District"."""
    end = chunk + 1
    while (
        row.code(end) == ","
        and row.code(end + 1) == "N"
        and set(row.shape(row.span(end + 1, end + 2))) == {"m"}
        and row.letters[row.high[end - 1] - 1] == "m"
        and row.code(end + 2) not in ("V", "c", "r", "E", "G")
        and not row.temporal((row.span(end + 1, end + 2),))
    ):
        end += 2
    return end


def _with_of(row: Row, choices: Sequence[Words], end: int, *, complete: bool) -> tuple[Slot, int]:
    """Takes in the "of" phrases that follow; they belong to each choice that has none of its own."""
    found = list(choices)
    shared = False
    for n in range(6):
        if row.code(end) != "p" or row.word(end) != "of" or row.code(end + 1) != "N":
            break
        if (
            row.letters[row.high[end - 1] - 1] == "9"
            and row.temporal(found[-1])
            and not row.temporal(_chunk(row, end + 1))
        ):
            break  # "on 3 May 1992 | of two murders"
        if n == 0 and len(found) > 1:
            shared = not any("p" in row.shape(r) for c in found for r in c) and _alike(row, found)
        after = _flat(row, end + 1, complete=complete)
        of = row.span(end, after)
        found = [(*c, of) if shared or k == len(found) - 1 else c for k, c in enumerate(found)]
        end = after
    return Slot(found), end


def _chunk(row: Row, chunk: int) -> Words:
    return (row.span(chunk, chunk + 1),)


def _alike(row: Row, choices: list[Words]) -> bool:
    """Whether the choices begin alike, or only the first with a determiner, so that what follows is said of each."""
    first, *rest = (row.letters[c[0].start] for c in choices)
    if row.letters[choices[-1][0].stop - 1] in "9u":
        return False  # "her husband and three | of her children"
    return first in "dhna" and (
        not any(letter in "dh" for letter in rest)
        or all(row.lower[c[0].start] == row.lower[choices[0][0].start] for c in choices)
    )


def _flat(row: Row, chunk: int, *, complete: bool) -> int:
    """The end of the noun phrases after "of", with what is coordinated with them."""
    found = LIST_BARE.match(row.codes, chunk) or PAIR.match(row.codes, chunk)
    if not found or _parallel_outside(row, chunk, found.end()):
        return chunk + 1
    starts_clause = complete and CLAUSE.match(row.codes, row.codes.index("c", chunk) + 1)
    return chunk + 1 if starts_clause else found.end()


def _parallel_outside(row: Row, chunk: int, end: int) -> bool:
    """ "the names of victims and the places ...": the last phrase is none of those after "of"."""
    return _starts_anew(row, items(row, chunk, end)[-1][0]) and not _starts_anew(row, chunk)
