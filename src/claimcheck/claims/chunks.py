"""A sentence as a row of chunks: noun phrases, verb groups and the words between them, one letter each.

The letters let the rules for clauses be read as patterns over a string:

    N noun phrase    V finite verb group   I "to ..." or bare infinitive   G -ing verb   E -ed/-en verb, not finite
    p preposition    c and, or, but        s although, after ...           T that        r who, which, where ...
    j adjective      b adverb              ! negation                      k such as, including
    B brackets       - dash                , ; : . as they stand           o anything else
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from claimcheck.claims.letters import YEAR, letters_of
from claimcheck.lexicon import load
from claimcheck.model import Tokens
from claimcheck.patterns import compiled

CHUNK = compiled(
    r"""
    (?P<V>[b!]{0,2}(?:[xM](?:[b!]{0,3}[xMieg])*!?|v))
  | (?P<I>t[b!]{0,2}(?:x(?:[b!]{0,3}[xeg])*|i(?:[b!]{0,3}[eg])*)|[b!]?i)
  | (?P<N>[uy]
      | [dh]{0,3}(?:
            ac(?=[ag][nm]) | ,(?=a[nm])(?<=a,)  # "a quick and thorough search"
          | [nmq9'ah]
          | b(?=[a9]) | (?<=[dh'])b(?=[egnqm]) | (?<=[dh])ec(?=[ae][nm])
          | (?<=[dha9e'b])[eg](?=[anmeg9])  # "the detained men"
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


NOMINAL = frozenset("nmq9uy'dh")


Words = tuple[range, ...]  # stretches of positions, in reading order


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
        inset: Collection[int] = (),
    ) -> None:
        """`inset` are words that are told apart, and stand here as one noun: "the man who said [he was ill] fled"."""
        self.tokens, self.words = tokens, words
        self.offices = frozenset([p for p, i in enumerate(words) if i in offices]) if offices else offices
        self.dated = frozenset([p for p, i in enumerate(words) if i in dated]) if dated else dated
        self.lower = [tokens.lower[i] for i in words]
        self.letters = letters_of(tokens, words, self.lower, dated)
        if inset:
            self.letters = "".join("q" if i in inset else x for i, x in zip(words, self.letters, strict=True))
        self.vocabulary = frozenset(self.lower)
        self.low: list[int] = []
        self.high: list[int] = []
        codes = []
        for match in CHUNK.finditer(self.letters):
            start, end = match.span()
            code = match.lastgroup or ""
            if code == "other":
                code = self.letters[start]
            elif code == "N":
                if self.letters[end - 1] not in NOMINAL and NOMINAL.isdisjoint(self.letters[start:end]):
                    code = "j"
                if self.lower[start] in {"both", "either"} and self.letters[end : end + 1] == "p":
                    code = "b"
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
        common = phrase[: len(phrase) - name]
        if name and common.endswith("n") and len(common) > 1:
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
        if self.vocabulary.isdisjoint(listed):
            return False
        lower = self.lower
        return any(not listed.isdisjoint(lower[stretch.start : stretch.stop]) for stretch in words)

    def has_any(self, names: str) -> bool:
        """Whether a word of the list is anywhere in the row."""
        return not self.vocabulary.isdisjoint(lexicon(names))

    def temporal(self, words: Words) -> bool:
        """Whether the words name a time: "the summer of 1988", not "the 1988 massacre"."""
        head = words[0].stop - 1
        word = self.lower[head]
        return head in self.dated or word in lexicon("times") or (word[0] in "12" and bool(YEAR.fullmatch(word)))


@cache
def lexicon(name: str) -> frozenset[str]:
    """One list of `lexicon/splitting.yaml`."""
    return frozenset(load("splitting")[name])
