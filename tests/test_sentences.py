"""Where sentences end, and where a full stop only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Block, BlockKind, Document, Prose, SourceMap, Span
from claimcheck.sentences import read_prose


def read(text: str) -> Prose:
    """The text as one paragraph."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return read_prose(Document(text, (block,), SourceMap(((0, 0),), (0,))))


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in read(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "He lives in the U.S.| The rest of them left.",
        "He said: “I left.| Nobody saw me.”| Then he stopped.",
        '"We won!"| Then the lights went out.',
        "He was tired (he was 12.)| The others slept.",
        "He died...| Nobody came.",
        "They are in need.|And, most of all, they are tired.",
        "It was sent to the Council.|In this respect, it was late.",
        "It cost $5.| $6 was left.",
        "It began in 1988.| 30 people died!| Really?!| Yes.",
        "This was Plan B.| The rest stayed.",
        "A fire broke out in Block C.| I am told that Ana I. Kos died.",
        "She works for Orsk Inc.| The firm is small.",
        "So it was held in Duarte v. Orsk and in Reil v. Marn.| The court agreed.",
        "`` It did . ''| Nobody said so .| The end .",
    ],
)
def test_a_sentence_ends_at_each_bar(text: str) -> None:
    assert sentences(text.replace("|", "")) == [piece.strip() for piece in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Duarte met Gen. Kovač at 5 p.m. on Jan. 5, 1988.",
        "J. K. Harlow wrote it with A. Moss.",
        "“Why?” she asked.",
        "“Why now?” Minister Duarte asked.",
        "See No. 5 of the U.S. Army's list.",
        "Rain fell; roads closed; 4.5 million people stayed at home.",
        "The court of Orsk, D.C. — the old one — sat... and rose.",
        "It said “No!” and left.",
        "1. The first point is short.",
        "ORSK, D.C. — The court sat... and rose.",
        "He was\nlate.",
        "She played the Slavonic Dances, Op. 46.",
        "The site is called Orsk.Net today.",
    ],
)
def test_no_sentence_ends_inside(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(("run", "end"), [("they came, ", ","), ("a, b; ", ";")])
def test_a_text_without_full_stops_is_cut_where_it_pauses(run: str, end: str) -> None:
    found = sentences(run * 1000)
    assert all(len(sentence.split()) <= 400 for sentence in found)
    assert len(found) <= 20
    assert all(sentence.endswith(end) for sentence in found)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .?!\"'“”A1a\n…"))))
def test_every_token_of_a_block_is_in_one_sentence_and_in_order(text: str) -> None:
    prose = read(text)
    inside = [i for s in prose.sentences for i in s.words]
    assert inside == list(range(len(prose.tokens.text)))
    assert prose == read(text)
