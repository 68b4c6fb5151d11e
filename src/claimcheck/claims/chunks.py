"""A sentence as a row of chunks: noun phrases, verb groups and the words between them, one letter each.

The letters let the rules for clauses be read as patterns over a string:

    N noun phrase    V finite verb group   I "to ..." or bare infinitive   G -ing verb   E -ed/-en verb, not finite
    p preposition    c and, or, but        s although, after ...           T that        r who, which, where ...
    j adjective      b adverb              ! negation                      k such as, including
    B brackets       - dash                , ; : . as they stand           o anything else
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Tag, Tokens

LETTERS = {
    Tag.NOUN: "n",
    Tag.NAME: "m",
    Tag.PRONOUN: "u",
    Tag.DETERMINER: "d",
    Tag.POSSESSIVE: "h",
    Tag.ADJECTIVE: "a",
    Tag.NUMBER: "9",
    Tag.VERB: "v",
    Tag.AUXILIARY: "x",
    Tag.MODAL: "M",
    Tag.INFINITIVE: "i",
    Tag.GERUND: "g",
    Tag.PARTICIPLE: "e",
    Tag.TO: "t",
    Tag.ADVERB: "b",
    Tag.NEGATION: "!",
    Tag.PREPOSITION: "p",
    Tag.CONJUNCTION: "c",
    Tag.SUBORDINATOR: "s",
    Tag.RELATIVE: "r",
    Tag.QUOTE: '"',
    Tag.OTHER: "o",
}
MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    "--": "-",
    "―": "-",
}
MARKS |= {"$": "9", "€": "9", "£": "9", "%": "n", "&": "m", "'s": "'", "'": "'", "/": "m", "#": "9"}
SPECIAL = {"that": {"s": "T"}, "being": {"x": "g"}, "having": {"x": "g"}, "been": {"x": "e"}, "born": {"v": "e"}}

_HOW_MANY = frozenset({"few", "many", "other", "several"})

CHUNK = re.compile(
    r"""
    (?P<V>[b!]{0,2}(?:[xM](?:[b!]{0,3}[xMieg])*!?|v))
  | (?P<I>t[b!]{0,2}[ix](?:[b!]{0,3}[xeg])*|[b!]?i)
  | (?P<N>[uy]
      | [dh]{0,3}(?:
            [nmq9'ah]
          | b(?=[a9]) | (?<=[dh])b(?=[egn])
          | (?<=[dha9e'])[eg](?=[anmeg9])  # "the detained men"
          | ac(?=[ag][nm]) | ,(?=a[nm])(?<=a,)  # "a quick and thorough search"
          | (?<=m9),(?=9(?![nma9]))  # "May 3, 1992"
          | (?<=9)-(?=9)
        )+
      | [dh]{1,2})
  | (?P<G>[b!]{0,3}g(?:[b!]?e)?)
  | (?P<E>[b!]{0,3}e)
  | (?P<B>\((?:[^()]|\([^()]{0,60}\)){1,400}\))
  | (?P<other>.\+*)
    """,
    re.VERBOSE | re.DOTALL,
)


NOMINAL = re.compile("[nmq9uy'dh]")


Words = tuple[range, ...]  # stretches of positions, in reading order
YEAR = re.compile(r"(?:1\d|20)\d\ds?")


class Row:
    """The words of a sentence, or of one voice in it, as chunks. A position counts the words of the row from 0.

    `codes` has one letter per chunk; chunk k stands at the positions `low[k]` to `high[k]`, half open. `letters` has
    one per position: n noun, m name, 9 number, y year alone, d determiner, h possessive, e -ed, g -ing, x be/have ...
    """

    def __init__(
        self,
        tokens: Tokens,
        words: list[int],
        dated: frozenset[int] = frozenset(),
        offices: frozenset[int] = frozenset(),
    ) -> None:
        self.tokens, self.words = tokens, words
        self.offices = frozenset(p for p, i in enumerate(words) if i in offices)
        self.dated = frozenset(p for p, i in enumerate(words) if i in dated)
        self.letters = "".join(_letters(tokens, words, dated))
        self.lower = [tokens.lower[i] for i in words]
        self.low: list[int] = []
        self.high: list[int] = []
        codes = []
        for match in CHUNK.finditer(self.letters):
            start, end = match.span()
            code = match.lastgroup or ""
            if code == "other":
                code = self.letters[start]
            elif code == "N" and self.lower[start] in {"both", "either"} and self.letters[end : end + 1] == "p":
                code = "b"
            elif code == "N" and not NOMINAL.search(self.letters, start, end):
                code = "j"
            codes.append(code)
            self.low.append(start)
            self.high.append(end)
        if codes[1:3] == ["N", "V"] and codes[0] in "ps" and codes.count("V") == 1:
            self._part_subject(codes)
        self.codes = "".join(codes)

        listed = self.codes.rpartition(":")[2]
        if ";" in listed and listed != self.codes and "V" not in listed:
            self.codes = self.codes[: -len(listed)] + listed.replace(";", ",")  # "three things: a; b; and c"

    def _part_subject(self, codes: list[str]) -> None:
        """Parts the name that is the subject from the phrase before it: "After a pause | Ana Duarte left"."""
        phrase = self.letters[self.low[1] : self.high[1]]
        name = len(phrase) - len(phrase.rstrip("m"))
        if name and phrase[: len(phrase) - name].endswith("n") and phrase[0] == "d":
            middle = self.high[1] - name
            codes.insert(2, "N")
            self.high.insert(1, middle)
            self.low.insert(2, middle)

    def code(self, chunk: int) -> str:
        """The letter of the chunk; empty beyond the ends."""
        return self.codes[chunk] if 0 <= chunk < len(self.codes) else ""

    def span(self, first: int, end: int) -> range:
        """The positions of chunks `first` to `end`, half open."""
        return range(self.low[first], self.high[min(end, len(self.high)) - 1])

    def word(self, chunk: int) -> str:
        """The chunk's words in lower case."""
        return " ".join(self.lower[self.low[chunk] : self.high[chunk]])

    def shape(self, positions: range) -> str:
        """The letters of the positions."""
        return self.letters[positions.start : positions.stop]

    def any_of(self, words: Words, names: str) -> bool:
        """Whether a word of the list of `lexicon/splitting.yaml` is among the words."""
        listed = lexicon(names)
        return any(self.lower[p] in listed for stretch in words for p in stretch)

    def temporal(self, words: Words) -> bool:
        """Whether the words name a time: "the summer of 1988", not "the 1988 massacre"."""
        head = words[0][-1]
        return head in self.dated or self.lower[head] in lexicon("times") or bool(YEAR.fullmatch(self.lower[head]))


def _letters(tokens: Tokens, words: list[int], dated: frozenset[int]) -> list[str]:
    letters: list[str] = []
    quoted = _quoted(tokens, words)
    apart = _marks_stand_apart(tokens, words)
    notes = _note_marks(tokens, words)
    joined = _joined(tokens, words)
    for position, i in enumerate(words):
        tag, lower = tokens.tag[i], tokens.lower[i]
        letter = MARKS.get(lower) or (
            lower[0] if tag is Tag.PUNCTUATION and lower[0] in ",;:" else LETTERS.get(tag, ".")
        )
        letter = SPECIAL.get(lower, {}).get(letter, letter)
        if position == 0 and lower == "that" and letter == "r":
            letter = "T"
        if position in notes:
            letter = '"'
        elif apart and lower == "-":
            letter = "a"
        elif position in joined:
            letter = joined[position]
        elif position in quoted:
            letter = "q"
        elif i in dated and (letter in "Mvi" or (letter == "," and i + 1 in dated and letters[-1:] != [","])):
            letter = "m"  # "on 3 May", "Sunday, 3 May"
        elif (
            letter == "u"
            and tokens.text[i] == "I"
            and letters[-1:] == ["m"]
            and not _verb_follows(tokens, words, position)
        ):
            letter = "m"  # "King James I"
        elif letter in "npd" and _in_a_name(tokens, words, position, letters):
            letter = "m"
        elif letter == "d" and lower in _HOW_MANY and letters[-1:] in (["d"], ["h"], ["a"]):
            letter = "a"  # "the last few months"
        elif letter in "cd" and letters[-1:] in (["9"], ["m"]) and {i - 1, i, i + 1} <= dated:
            letter = "9"  # "two and a half years"
        elif letter == "c" and letters[-2:] == ["p", "9"] and _between_numbers(tokens, words, position):
            letters[-2:], letter = ["a", "9"], "9"  # "between 86 and 104 people"
        elif letter == "c" and {i - 1, i + 1} <= dated and tokens.text[i - 1].isdigit() and len(tokens.text[i - 1]) < 3:
            letter = "9"  # "28 and 29 August": the day alone would lose its month
        elif letter == "." and any(map(str.isdigit, lower)):
            letter = "9"
        elif letter == "." and _inside_a_word(tokens, i):
            letter = "m"
        elif (
            letter == "9" and letters[-1:] == ["p"] and YEAR.fullmatch(lower) and _goes_on_anew(tokens, words, position)
        ):
            letter = "y"
        elif letter == "9":
            _bound(tokens, words, letters, position)
        letters.append(letter)
    return letters


def _between_numbers(tokens: Tokens, words: list[int], position: int) -> bool:
    """Whether the "and" stands between the ends of a range that counts something."""
    if position + 2 >= len(words) or tokens.lower[words[position - 2]] != "between":
        return False
    number, counted = tokens.tag[words[position + 1]], tokens.tag[words[position + 2]]
    return number is Tag.NUMBER and counted in (Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER)


def _verb_follows(tokens: Tokens, words: list[int], position: int) -> bool:
    finite = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    return position + 1 < len(words) and tokens.tag[words[position + 1]] in finite


def _in_a_name(tokens: Tokens, words: list[int], position: int, letters: list[str]) -> bool:
    """Whether names on both sides make the word a part of theirs: "Jan B. Novak", "Symphony From the New World"."""
    i = words[position]
    if letters[-1:] != ["m"] or position + 1 == len(words):
        return False
    after = words[position + 1]
    if tokens.tag[i] is Tag.DETERMINER:
        before = words[position - 1]
        return tokens.tag[before] is Tag.PREPOSITION and tokens.text[before][0].isupper()
    initial = len(tokens.text[i]) == 2 and tokens.text[i][1] == "."
    if not tokens.text[i][0].isupper() or not (initial or tokens.tag[i] is Tag.PREPOSITION):
        return False
    if tokens.lower[after] in ("a", "the") and position + 2 < len(words):
        after = words[position + 2]
    return tokens.tag[after] is Tag.NAME


def _inside_a_word(tokens: Tokens, i: int) -> bool:
    """Whether a full stop has letters right before and after it: "orsk.example"."""
    before, after = i - 1, i + 1
    return (
        before >= 0
        and after < len(tokens.text)
        and tokens.text[before][-1].isalnum()
        and tokens.text[after][0].islower()
        and tokens.end[before] == tokens.start[i]
        and tokens.end[i] == tokens.start[after]
    )


def _marks_stand_apart(tokens: Tokens, words: list[int]) -> bool:
    """Whether white space stands before commas and full stops; a hyphen between blanks is then no dash."""
    return any(i and tokens.start[i] > tokens.end[i - 1] for i in words if tokens.text[i] in {",", "."})


def _goes_on_anew(tokens: Tokens, words: list[int], position: int) -> bool:
    """Whether a name begins right after the position: "In 1992 Ana Duarte ..."."""
    return position + 1 < len(words) and tokens.tag[words[position + 1]] is Tag.NAME


def _note_marks(tokens: Tokens, words: list[int]) -> set[int]:
    """Positions of marks that lead to a note: "[3]", "[a]"."""
    found: set[int] = set()
    for position, i in enumerate(words[:-2]):
        inside = tokens.text[words[position + 1]]
        if tokens.text[i] == "[" and tokens.text[words[position + 2]] == "]" and (inside.isdigit() or len(inside) == 1):
            found.update(range(position, position + 3))
    return found


def _joined(tokens: Tokens, words: list[int]) -> dict[int, str]:
    """Letters of the words that work as one: "as well as", "such as", "because of"."""
    found: dict[int, str] = {}
    for position, i in enumerate(words):
        for rest, letter in _compounds().get(tokens.lower[i], ()):
            within_phrase = position > 0 and tokens.tag[words[position - 1]] is Tag.DETERMINER
            if (
                (rest or not within_phrase)  # and not "the following year"
                and tuple(tokens.lower[k] for k in words[position + 1 : position + 1 + len(rest)]) == rest
            ):
                found[position] = letter
                found.update(dict.fromkeys(range(position + 1, position + 1 + len(rest)), "+"))
    return found


def _bound(tokens: Tokens, words: list[int], letters: list[str], position: int) -> None:
    """Makes the words that bound a number part of its phrase: "at least 41", "up to 200"."""
    for length in (3, 2, 1):
        before = range(max(0, position - length), position)
        if len(before) == length and " ".join(tokens.lower[words[k]] for k in before) in lexicon("bounds"):
            letters[before.start : position] = "a" * length
            return


def _quoted(tokens: Tokens, words: list[int]) -> set[int]:
    """Positions in quotation marks that open and close within the words, marks included, and work as one word.

    What makes a sentence of its own between the marks is left to be read as one.
    """
    found: set[int] = set()
    opened: int | None = None
    finite = {Tag.VERB, Tag.AUXILIARY, Tag.MODAL}
    for position, i in enumerate(words):
        if tokens.tag[i] is not Tag.QUOTE or tokens.text[i] in "'’‘":
            continue
        if opened is None:
            opened = position
            continue
        inside = words[opened + 1 : position]
        speech = opened == 0 or tokens.text[words[opened - 1]] in {",", ":"}
        if not speech or len(inside) < 5 or not any(tokens.tag[k] in finite for k in inside):
            found.update(range(opened, position + 1))
        opened = None
    return found


@cache
def lexicon(name: str) -> frozenset[str]:
    """One list of `lexicon/splitting.yaml`."""
    return frozenset(load("splitting")[name])


@cache
def _compounds() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, letter in (("joining", "c"), ("exemplifying", "k"), ("prepositions", "p")):
        for phrase in load("splitting")[name]:
            first, *rest = phrase.split()
            by_first.setdefault(first, []).append((tuple(rest), letter))
    return by_first
