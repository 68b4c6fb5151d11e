"""What the tagger knows at a word: tags to its left, first guesses to its right, the state of the clause."""

from __future__ import annotations

from claimcheck.grammar.words import ADJECTIVE, BASE, NOUN, PAST, PAST_FORM, THIRD, is_known
from claimcheck.model import Tag

NOMINAL = frozenset({Tag.NOUN, Tag.NAME})
OPENERS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER})
PHRASE_STARTS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.NAME, Tag.PRONOUN})
SKIPPED = frozenset({Tag.ADVERB, Tag.NEGATION})
BOUNDARIES = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
SUBJECTS = frozenset({"he", "i", "she", "they", "we", "who", "it", "you"})
BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were", "'m", "'re"})
HAVE = frozenset({"had", "has", "have", "having", "'ve"})
DO = frozenset({"did", "do", "does"})
FINITE_AUXILIARIES = (BE | HAVE | DO | {"'d", "'ll"}) - {"be", "been", "being", "having"}
STOPS = frozenset(";:.?!—–()[]") | {"--", "…", "..."}
_BEGIN_OBJECTS = frozenset({"being", "having", "that"})  # "reported being beaten"
_ONE = frozenset({"crossroads", "economics", "headquarters", "politics", "series", "species"})
_BOUNDS = frozenset({"about", "almost", "around", "at", "fewer", "more", "nearly", "over", "up"})
_AHEAD = 25


class Context:
    """The sentence being tagged. `tags` fills from the left; `guess` has a tag or readings for every token."""

    __slots__ = (
        *("bracket", "end", "finite", "guess", "last_verb", "leading"),
        *("lower", "pending", "resumed", "start", "tags", "text"),
    )

    def __init__(self, text: tuple[str, ...], lower: tuple[str, ...], tags: list[Tag], guess: list[Tag | int]) -> None:
        self.text = text
        self.lower = lower
        self.tags = tags
        self.guess = guess
        self.start = 0
        self.end = 0
        self.pending = ""  # "be", "have" or "bare": the verb form that an auxiliary, a modal or "to" calls for
        self.finite = False  # whether the clause has its finite verb
        self.last_verb = -1  # index of the last main verb
        self.bracket = False  # whether ", who ..." stands between a subject and its verb
        self.resumed = -1  # index of the comma after it
        self.leading = False  # whether "When ..." opens the sentence and its comma is to come

    def left(self, i: int) -> Tag | None:
        """The tag before the word, adverbs and negations passed over; None at the start of the sentence."""
        i -= 1
        while i >= self.start and self.tags[i] in SKIPPED:
            i -= 1
        return self.tags[i] if i >= self.start else None

    def right(self, i: int) -> int:
        """The index of the next word, adverbs passed over; `end` when there is none."""
        i += 1
        while i < self.end and self.guess[i] in SKIPPED:
            i += 1
        return i

    def starts_phrase(self, i: int) -> bool:
        """Whether a noun phrase can start here."""
        if i >= self.end:
            return False
        guess = self.guess[i]
        if isinstance(guess, Tag):
            return guess in PHRASE_STARTS or guess in NOMINAL or guess is Tag.ADJECTIVE
        return (guess == -1 and self.lower[i] in {"that", "her", "one", "all", "more", "there"}) or (
            guess > 0 and bool(guess & (NOUN | ADJECTIVE))
        )

    def nominal(self, i: int) -> bool:
        """Whether the word can be part of a noun phrase that has started."""
        if i >= self.end:
            return False
        guess = self.guess[i]
        if isinstance(guess, Tag):
            return guess in NOMINAL or guess is Tag.ADJECTIVE or guess is Tag.NUMBER
        return guess > 0 and bool(guess & (NOUN | ADJECTIVE))

    def finite_ahead(self, i: int, *, across_commas: bool = False) -> bool:
        """Whether a verb that is surely finite follows in the same clause."""
        guess, lower = self.guess, self.lower
        for j in range(i + 1, min(self.end, i + _AHEAD)):
            g = guess[j]
            word = lower[j]
            if g in BOUNDARIES or word in STOPS or word == "that" or (word == "," and not across_commas):
                return False
            if g is Tag.CONJUNCTION and (j == i + 1 or guess[j + 1 : j + 2] in ([Tag.DETERMINER], [Tag.PRONOUN])):
                return False
            if g is Tag.MODAL or (g is Tag.AUXILIARY and word in FINITE_AUXILIARIES):
                return lower[j - 1] not in SUBJECTS and guess[j - 1] is not Tag.CONJUNCTION
            if not isinstance(g, Tag) and g > 0:
                if g & (PAST | THIRD) and not g & (NOUN | ADJECTIVE) and lower[j - 1] in SUBJECTS:
                    return False
                if g & PAST and not g & (NOUN | ADJECTIVE) and (g & PAST_FORM == PAST or self._takes_object(j)):
                    return True
                if g == THIRD:
                    return True
        return False

    def _takes_object(self, i: int) -> bool:
        """Whether a past form, seen from afar, looks finite: its object follows and nothing calls for a participle."""
        before = self.guess[i - 1]
        return (
            i + 1 < self.end
            and (self.guess[i + 1] in PHRASE_STARTS or self.number_after(i + 1) or self.lower[i + 1] in _BEGIN_OBJECTS)
            and before is not Tag.AUXILIARY
            and before not in OPENERS
        )

    def number_after(self, i: int) -> bool:
        """Whether words that bound a number begin here: "at least 41"."""
        return i < self.end and self.lower[i] in _BOUNDS and Tag.NUMBER in self.guess[i : i + 3]

    def plural(self, i: int) -> bool:
        """Whether the noun before is plural, by its form."""
        word = self.lower[i]
        return (word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _ONE) or word in {
            "men", "women", "people", "police", "children", "troops", "media", "authorities", "data",
        }  # fmt: skip

    def can_be(self, i: int, reading: int) -> bool:
        """Whether the word may have the reading."""
        if i >= self.end:
            return False
        guess = self.guess[i]
        return not isinstance(guess, Tag) and guess > 0 and bool(guess & reading)

    def is_bare_verb(self, i: int) -> bool:
        """Whether the word can be an infinitive."""
        if i >= self.end:
            return False
        unknown = self.guess[i] is Tag.NOUN and not is_known(self.lower[i])
        takes = unknown and self.guess[i + 1 : i + 2] in ([Tag.DETERMINER], [Tag.POSSESSIVE])
        return takes or self.can_be(i, BASE) or self.lower[i] in {"be", "have", "do", "like"}
