"""Work grows with a text, not with its square; counted in calls, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

import claimcheck
from claimcheck.readers import parse

PIECES = {
    "quotation marks": "“",
    "brackets": "[ ( ",
    "commas": "a, ",
    "digits": "12 12 12 ",
    "figures": "1,",
    "cues": "said that he ",
    "conjunctions": "and ",
    "prepositions": "of the ",
    "months": "in May ",
    "titles": "Mr. ",
    "relatives": "who ",
    "names": "Ana Duarte ",
    "nested quotations": "“a ‘b ",
    "lines": "Aa\n",
    "headings": "# Aa\n\n",
    "quotes in quotes": "> ",
    "pictures": "![](a) ",
    "sentences": "He said 12 were killed. ",
    "speakers": "who said he was ill was lying and ",
    "conditions": "may go and see if ",
    "places": "in Orsk, three in Ufa and ",
}
LOOPING = ("speakers", "conditions", "places", "conjunctions")
MARKDOWN = ("headings", "quotes in quotes", "pictures")


def calls(work: Callable[[], object]) -> int:
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def lines(work: Callable[[], object]) -> int:
    """How many lines run, those of loops each time."""
    count = 0

    def counted(*_: Any) -> Any:
        nonlocal count
        count += 1
        return counted

    sys.settrace(counted)
    try:
        work()
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("piece", LOOPING)
def test_no_loop_looks_through_the_whole_sentence_at_every_word(piece: str) -> None:
    def work(size: int) -> int:
        text = PIECES[piece] * (size // len(PIECES[piece]))
        return lines(lambda: claimcheck.extract(parse(text)))

    work(200)
    assert work(6000) < 2.4 * work(3000) + 5000


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    def work(size: int) -> int:
        text = PIECES[piece] * (size // len(PIECES[piece]))
        return calls(lambda: claimcheck.check(parse(text, format="markdown" if piece in MARKDOWN else "text")))

    work(200)  # the lexicons are read once
    assert work(6000) < 2.4 * work(3000) + 1000


def test_a_word_of_a_million_letters_is_one_word() -> None:
    report = claimcheck.extract(parse("a" * 1_000_000))
    assert len(report.prose.tokens.text) == 1
