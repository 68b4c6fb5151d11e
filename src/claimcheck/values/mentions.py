"""Where a text may speak of a person by name, and whether that is beyond doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.model import Tag, Tokens
from claimcheck.records import NamedTuple
from claimcheck.values.names import is_name_word, is_title, name_before

GENDER = {"he": "he", "she": "she", "mr": "he", "mrs": "she", "ms": "she", "miss": "she", "sir": "he", "lady": "she"}
_PLACING = frozenset({"in", "at", "near", "from", "outside", "into", "across", "around", "of"})


class Mention(NamedTuple):
    """Capitalised words that may be a person's name."""

    key: str  # the last word of the name
    words: range
    certain: bool  # a person beyond doubt, not only a capitalised word


def mentions(tokens: Tokens, words: range, known: Collection[str] = ()) -> list[Mention]:
    """The names among the words; one whose last word is known, or with "Mr" or "Colonel" before it, is a person's."""
    return [_mention(tokens, run, words.start, known) for run in name_runs(tokens, words)]


def _mention(tokens: Tokens, run: range, first: int, known: Collection[str]) -> Mention:
    key = tokens.lower[run.stop - 1]
    if (name := name_before(tokens, run.stop, first)) is not None:
        run = range(*name)  # "Jan Lind", and not what follows a month
    titled = run.start > 0 and is_title(tokens, run.start - 1 - (tokens.text[run.start - 1] == "."))
    return Mention(key, run, key in known or titled)


def title_before(tokens: Tokens, run: range) -> str:
    """The word before a name, as titles are listed; empty where there is none."""
    return tokens.lower[run.start - 1].rstrip(".") if run.start else ""


def name_runs(tokens: Tokens, words: range) -> Iterator[range]:
    """Runs of words that may be a person's name; not "in Orsk", nor "the Orsk bridge"."""
    start, tag = words.start, tokens.tag
    for i in range(words.start, words.stop + 1):
        if i == words.stop or tag[i] is not Tag.NAME or not is_name_word(tokens, i):
            if start < i:
                place = start > 0 and tokens.lower[start - 1] in _PLACING
                describes = i < words.stop and tag[i] is Tag.NOUN
                if not place and not describes:
                    yield range(start, i)
            start = i + 1
