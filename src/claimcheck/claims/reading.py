"""The text of a claim, so that it can be read alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from itertools import chain

from claimcheck.claims.antecedents import Antecedent
from claimcheck.model import Filled, Prose, Span, Tag


def readable(
    prose: Prose, told: tuple[range, ...], antecedents: Mapping[int, Antecedent]
) -> tuple[str, tuple[Filled, ...]]:
    """The words in reading order, on one line, with what they stand for in the place of pronouns and short forms.

    Nothing is filled in that the claim names itself. What began the sentence and now follows other words has a small
    first letter: "he addressing the court".
    """
    tokens, written = prose.tokens, prose.text
    if not antecedents or antecedents.keys().isdisjoint(chain(*told)):
        pieces = [written[tokens.start[stretch.start] : tokens.end[stretch.stop - 1]] for stretch in told]
        for n, stretch in enumerate(told[1:], start=1):
            if stretch.start < told[0].start and _begins(prose, stretch.start):
                pieces[n] = pieces[n][0].lower() + pieces[n][1:]
        return reduce(_joined, pieces, ""), ()
    text = ""
    filled: list[Filled] = []
    held = {tokens.lower[i] for stretch in told for i in stretch if i not in antecedents}
    for stretch in told:
        start, before = tokens.start[stretch.start], len(text)
        for i in stretch:
            found = antecedents.get(i)
            if found is None or found.words.stop > stretch.stop or _first(prose, found) in held:
                continue
            text = _joined(text, prose.text[start : tokens.start[i]])
            named = " ".join(found.named.of(prose.text).split())
            at = len(text) + (bool(text) and text[-1] != " ")
            text = _joined(text, named)
            replaced = tokens.span(found.words)
            filled.append(Filled(Span(at, at + len(named)), replaced, found.named))
            start = replaced.end
        text = _joined(text, prose.text[start : tokens.end[stretch.stop - 1]])
        if stretch.start < told[0].start and _begins(prose, stretch.start):
            at = before + (text[before] == " ")
            text = text[:at] + text[at].lower() + text[at + 1 :]
    return text, tuple(filled)


def _begins(prose: Prose, i: int) -> bool:
    """Whether the word has its capital only because it begins the sentence."""
    word, first = prose.tokens.text[i], prose.sentences[prose.sentence_at(prose.tokens.start[i])].words.start
    return i <= first + 1 and prose.tokens.tag[i] is not Tag.NAME and len(word) > 1 and word[1:].islower()


def _first(prose: Prose, found: Antecedent) -> str:
    """The first word of the name that is no article, in lower case."""
    lower = prose.tokens.lower
    return next((lower[i] for i in prose.tokens.within(found.named) if lower[i] != "the"), "")


def _joined(text: str, piece: str) -> str:
    words = " ".join(piece.split())
    if not words or not text or words[0] in ",;:.!?)'’":
        return text + words
    return f"{text} {words}"
