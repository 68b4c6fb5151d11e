"""One letter for each word of a sentence, or of one voice in it: what the word is to the phrases around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Tag, Tokens
from claimcheck.patterns import compiled

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
    Tag.PUNCTUATION: ".",
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
MARKS |= dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "a")  # not seen: they part nothing
MARKS |= {"$": "9", "€": "9", "£": "9", "%": "n", "&": "&", "'s": "'", "'": "'", "/": "m", "#": "9"}
SPECIAL = {"that": ("s", "T"), "being": ("x", "g"), "having": ("x", "g"), "been": ("x", "e"), "born": ("v", "e")}


YEAR = compiled(r"(?:1\d|20)\d\ds?")
_HOW_MANY = frozenset({"few", "many", "other", "several", "more"})
# What a word with one of these letters is depends on the word before it, when that has one of the letters beside it.
_AFTER = {"n": "mvegi", "p": "m", "u": "m", "d": "mdha9", "c": "m9", "M": "", "v": "", "i": "", ",": "m"}
_IN_DATES = frozenset("Mvic,")


def letters_of(tokens: Tokens, words: list[int], lower: list[str], dated: frozenset[int]) -> str:
    """The letters of the words (token indices, in order); `dated` are the tokens of dates and lengths of time."""
    plain = _alone([tokens.tag[i] for i in words], lower)
    if plain and plain[0] == "r" and lower[0] == "that":
        plain[0] = "T"
    fixed = _fixed(tokens, words, lower, plain)
    letters: list[str] = []
    before = " "
    for position, letter in enumerate(plain):
        if position in fixed:
            letter = fixed[position]
        elif letter == "9":
            letter = _number(tokens, words, lower, position, letters)
        elif letter == "n" and lower[position] == "half":
            _bind(lower, position, letters)
        elif letter == ".":
            letter = _mark(tokens, words[position])
        elif letter == "&":
            letter = "m" if _named_on_both_sides(tokens, words, position) else "c"
        elif letter in _AFTER and (before in _AFTER[letter] or (dated and letter in _IN_DATES)):
            letter = _by_neighbours(tokens, words, position, letter, letters, dated)
        letters.append(letter)
        before = letter
    return "".join(letters)


def _alone(tags: list[Tag], lower: list[str]) -> list[str]:
    """The letter of each word by itself."""
    letters = list(map(MARKS.get, lower, [LETTERS[tag] for tag in tags]))
    if not SPECIAL.keys().isdisjoint(lower):
        for position, word in enumerate(lower):
            if word in SPECIAL and letters[position] == SPECIAL[word][0]:
                letters[position] = SPECIAL[word][1]
    return letters


def _fixed(tokens: Tokens, words: list[int], lower: list[str], plain: list[str]) -> dict[int, str]:
    """The letters of the words that work together whatever stands around them."""
    found = dict.fromkeys(_quoted(tokens, words), "q") if '"' in plain else {}
    if not _compounds().keys().isdisjoint(lower):
        found.update(_joined(tokens, words, lower))
    found.update(dict.fromkeys(_counted_back(lower, plain), "n"))
    found.update((p, "n") for p, word in enumerate(lower) if word in ("a.m.", "p.m.") and p and plain[p - 1] == "9")
    if "least" in lower:
        found.update(dict.fromkeys(_at_least(lower, plain), "d"))
    if "aged" in lower:
        found.update(dict.fromkeys(_ages(lower, plain), "9"))
    if "-" in plain and _marks_stand_apart(tokens, words):
        found.update((p, "a") for p, word in enumerate(lower) if word == "-")
    if "(" in plain:
        found.update(dict.fromkeys(_note_marks(tokens, words), '"'))
        found.update(dict.fromkeys(_changed_letters(tokens, words), "a"))
    return found


@cache
def _times() -> frozenset[str]:
    return frozenset(load("splitting")["times"])


def _counted_back(lower: list[str], plain: list[str]) -> Iterator[int]:
    """The "later" that belongs to the time before it and not to the verb behind: "two weeks | later | found"."""
    for p in [p for p, word in enumerate(lower) if word in ("earlier", "later")]:
        counted = p > 0 and plain[p - 1] == "n" and lower[p - 1] in _times()
        if counted and plain[p] == "b" and plain[p + 1 : p + 2] in (["v"], ["x"]):
            yield p


def _at_least(lower: list[str], plain: list[str]) -> Iterator[int]:
    """The words of "since | at least | the autumn of 2019"."""
    for p in [p for p, word in enumerate(lower) if word == "least" and p > 1]:
        if lower[p - 1] == "at" and plain[p - 2] in ("p", "s") and plain[p + 1 : p + 2] in (["d"], ["h"], ["m"]):
            yield from (p - 1, p)


def _ages(lower: list[str], plain: list[str]) -> Iterator[int]:
    """The words behind "aged" that list how old people are: "boys aged | 4, 7 and 9", and no "two men" behind them."""
    for at in [p for p, word in enumerate(lower) if word == "aged"]:
        numbers = [at + 1] if plain[at + 1 : at + 2] == ["9"] else []
        for p in range(at + 2, len(plain)):
            if plain[p] == "9":
                numbers.append(p)
            elif not numbers or lower[p] not in (",", "and", "or", "to"):
                break
        if numbers and plain[numbers[-1] + 1 : numbers[-1] + 2] in (["n"], ["a"], ["m"]):
            numbers.pop()
        if len(numbers) > 1:
            yield from range(at + 1, numbers[-1] + 1)


def _mark(tokens: Tokens, i: int) -> str:
    if any(map(str.isdigit, tokens.lower[i])):
        return "9"
    return "m" if _inside_a_word(tokens, i) or tokens.text[i + 1 : i + 2] == (",",) else "."  # "Sergeant M., ..."


def _number(tokens: Tokens, words: list[int], lower: list[str], position: int, letters: list[str]) -> str:
    if letters[-1:] in (["p"], ["s"]) and YEAR.fullmatch(lower[position]) and _goes_on_anew(tokens, words, position):
        return "y"
    _bind(lower, position, letters)
    return "9"


def _bind(lower: list[str], position: int, letters: list[str]) -> None:
    """Makes one phrase of a number and the words before it that bound it: "at least 41", "up to 200"."""
    for bound in _bounds().get(lower[position - 1], ()) if position else ():
        start = position - len(bound)
        if start >= 0 and lower[start:position] == bound:
            letters[start:position] = "a" * len(bound)
            break


def _by_neighbours(
    tokens: Tokens, words: list[int], position: int, letter: str, letters: list[str], dated: frozenset[int]
) -> str:
    i = words[position]
    if i in dated and (letter in "Mvi" or (letter == "," and i + 1 in dated and letters[-1:] != [","])):
        return "m"  # "on 3 May", "Sunday, 3 May"
    if letter == "u":
        suffix = tokens.text[i] == "I" and letters[-1:] == ["m"] and not _verb_follows(tokens, words, position)
        return "m" if suffix else "u"  # "King James I"
    if letter == ",":
        return "m" if _suffix_follows(tokens, words, position) else ","
    if letter == "n" and letters[-1:] != ["m"]:
        return "b" if tokens.lower[i] == "back" else "n"  # "recalled back to duty"
    if letter in "npd" and _in_a_name(tokens, words, position, letters):
        return "m"
    if letter == "d" and tokens.lower[i] in _HOW_MANY and letters[-1:] in (["d"], ["h"], ["a"], ["9"]):
        return "a"  # "the last few months"
    if letter in "cd" and letters[-1:] in (["9"], ["m"]) and {i - 1, i, i + 1} <= dated:
        return "9"  # "two and a half years"
    if letter == "c":
        before, tag = tokens.lower[i - 1], tokens.tag
        if letters[-1:] == ["9"] and before in ("hundred", "thousand") and tag[i + 1 : i + 2] == (Tag.NUMBER,):
            return "9"  # "four hundred and twelve"
        if letters[-2:] == ["p", "9"] and _between_numbers(tokens, words, position):
            letters[-2] = "a"
            return "9"  # "between 86 and 104 people"
        if {i - 1, i + 1} <= dated and tokens.text[i - 1].isdigit() and len(tokens.text[i - 1]) < 3:
            return "9"  # "28 and 29 August": the day alone would lose its month
    return letter


def _between_numbers(tokens: Tokens, words: list[int], position: int) -> bool:
    """Whether the "and" stands between the ends of a range that counts something, or of ages."""
    if position + 2 >= len(words) or tokens.lower[words[position - 2]] != "between":
        return False
    if position > 2 and tokens.lower[words[position - 3]] == "aged":
        return True
    number, counted = tokens.tag[words[position + 1]], tokens.tag[words[position + 2]]
    return number is Tag.NUMBER and counted in (Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER)


def _suffix_follows(tokens: Tokens, words: list[int], position: int) -> bool:
    """Whether "Jr." comes next, before which the comma is a part of the name."""
    return position + 1 < len(words) and tokens.lower[words[position + 1]].rstrip(".") in ("jr", "sr")


def _named_on_both_sides(tokens: Tokens, words: list[int], position: int) -> bool:
    """Whether "&" stands inside a name: "Novak & Sons"."""
    sides = (position - 1, position + 1)
    return all(0 <= p < len(words) and tokens.tag[words[p]] is Tag.NAME for p in sides)


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
    """Whether a name or a number begins right after the position: "In 1992 Ana Duarte", "since 1992 at least 41"."""
    after = [words[p] for p in range(position + 1, min(position + 3, len(words)))]
    bound = tuple(tokens.lower[i] for i in after) in (("at", "least"), ("at", "most"), ("more", "than"), ("up", "to"))
    return bool(after) and (bound or tokens.tag[after[0]] is Tag.NAME)


def _note_marks(tokens: Tokens, words: list[int]) -> set[int]:
    """Positions of marks that lead to a note: "[3]", "[a]"."""
    found: set[int] = set()
    for position, i in enumerate(words[:-2]):
        inside = tokens.text[words[position + 1]]
        if tokens.text[i] == "[" and tokens.text[words[position + 2]] == "]" and (inside.isdigit() or len(inside) == 1):
            if _goes_on(tokens, words[position + 2]):
                continue
            found.update(range(position, position + 3))
    return found


def _changed_letters(tokens: Tokens, words: list[int]) -> set[int]:
    """Positions of a letter that the writer changed, with its brackets: "[W]e"."""
    found: set[int] = set()
    for position, i in enumerate(words[:-3]):
        if tokens.text[i] == "[" and tokens.text[words[position + 2]] == "]" and _goes_on(tokens, words[position + 2]):
            found.update(range(position, position + 3))
    return found


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a letter stands right after the token."""
    after = i + 1
    return after < len(tokens.text) and tokens.end[i] == tokens.start[after] and tokens.text[after][0].isalpha()


def _joined(tokens: Tokens, words: list[int], lower: list[str]) -> dict[int, str]:
    """Letters of the words that work as one: "as well as", "such as", "because of"."""
    found: dict[int, str] = {}
    compounds = _compounds()
    for position, word in enumerate(lower):
        if word not in compounds:
            continue
        within_phrase = position > 0 and tokens.tag[words[position - 1]] is Tag.DETERMINER
        for rest, letter in compounds[word]:
            end = position + 1 + len(rest)
            if (rest or not within_phrase) and lower[position + 1 : end] == rest:  # and not "the following year"
                found[position] = letter
                found.update(dict.fromkeys(range(position + 1, end), "+"))
    return found


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
def _compounds() -> dict[str, list[tuple[list[str], str]]]:
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for name, letter in (("joining", "c"), ("exemplifying", "k"), ("prepositions", "p")):
        for phrase in load("splitting")[name]:
            first, *rest = phrase.split()
            by_first.setdefault(first, []).append((rest, letter))
    return by_first


@cache
def _bounds() -> dict[str, list[list[str]]]:
    """The words that bound a number, by the last of them, the longest first."""
    by_last: dict[str, list[list[str]]] = {}
    for phrase in sorted(load("splitting")["bounds"], key=lambda phrase: -len(phrase.split())):
        words = phrase.split()
        by_last.setdefault(words[-1], []).append(words)
    return by_last
