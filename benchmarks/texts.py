"""Texts to measure on, made of the sentences of real ones; the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import claimcheck

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = (*sorted((ROOT / "articles").glob("*.md")), *sorted((ROOT / "corpus").glob("*.md")))


def sentences(files: Sequence[Path]) -> list[str]:
    """The sentences of the files (of the sample, when there are none) that have more than five words."""
    found = []
    for path in files or SAMPLE:
        prose = claimcheck.extract(claimcheck.read(path)).prose
        found += [" ".join(s.span.of(prose.text).split()) for s in prose.sentences if len(s.words) > 5]
    return found


def repeated(known: Sequence[str], size: int) -> str:
    """The same paragraphs again and again, in about so many characters."""
    once = "\n\n".join(_paragraphs(known))
    return (once + "\n\n") * max(1, round(size / (len(once) + 2)))


def different(known: Sequence[str], size: int, *, seed: int = 7) -> str:
    """Paragraphs of which no sentence stands twice: in each, words of others stand in for two of its own."""
    chance = random.Random(seed)
    words = [word for sentence in known for word in sentence.split() if word.isalpha()]
    made: list[str] = []
    length = 0
    while length < size:
        made.append(changed(chance.choice(known), chance, words))
        length += len(made[-1]) + 1
    return "\n\n".join(_paragraphs(made)) + "\n"


def changed(sentence: str, chance: random.Random, words: Sequence[str], number: int = 2) -> str:
    """The sentence with so many of its words, but not the last, replaced."""
    parts = sentence.split()
    for _ in range(number):
        parts[chance.randrange(len(parts) - 1)] = chance.choice(words)
    return " ".join(parts)


def edited(text: str, known: Sequence[str], *, share: float = 0.1, seed: int = 9) -> str:
    """Another version of a text: a word changed in a share of its paragraphs, a few taken out and put in."""
    chance = random.Random(seed)
    words = [word for sentence in known for word in sentence.split() if word.isalpha()]
    made = []
    for paragraph in text.split("\n\n"):
        if chance.random() < 0.01:
            made.append(changed(chance.choice(known), chance, words))
        if chance.random() > 0.01:
            rewritten = chance.random() < share and " " in paragraph
            made.append(changed(paragraph, chance, words, 1) if rewritten else paragraph)
    return "\n\n".join(made)


def _paragraphs(made: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(made), 4):
        yield " ".join(made[start : start + 4])
