"""A text as the units that are compared: words by their sense, numbers and dates by their value."""

from __future__ import annotations

import pytest

from claimcheck.comparison.words import lemma_of, read_units
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

# Each unit with its key: "!" after a name, "~" after a word without meaning of its own, "|" before a mark, "()" in
# brackets.
CASES = [
    (
        "The twenty-second strike (of 2019, by 41 men) hit a well-known two-storey house.",
        "The=the~ twenty=#exact20.0 second=#2th strike=strike| of=of~() 2019=@2019-None-None()| by=by~() "
        "41=#exact41.0() men=man()| hit=hit a=a~ well=well known=know two=#exact2.0 storey=storey house=house",
    ),
    (
        "He paid 12% per cent of $3.5 million per year.",
        "He=he~ paid=pay 12=#exact12.0 %=% per cent=% of=of~ $=$ $3.5 million=#exact3500000.0 per=per~ year=year",
    ),
    (
        "It came in Sept. 2019, on 4 May 1992 and on May 4.",
        "It=it~ came=come in=in~ Sept. 2019=@2019-9-None| on=on~ 4 May 1992=@1992-5-4 and=and~ on=on~ May 4=@None-5-4",
    ),
    (
        "It came on the 4th of May, 1992, and the mine may close.",
        "It=it~ came=come on=on~ the=the~ 4th of May, 1992=@1992-5-4| and=and~ the=the~ mine=mine may=may~ close=close",
    ),
    (
        "It was the 41st and the second war of 1992; number two fell.",
        "It=it~ was=be~ the=the~ 41st=#41th and=and~ the=the~ second=#2th war=war of=of~ 1992=@1992-None-None| "
        "number=number two=#exact2.0 fell=fall",
    ),
    (
        "A 12-year-old boy was shot dead, and 41 percent were put to death.",
        "A=a~ 12=#exact12.0 year=year old=old boy=boy was=be~ shot dead=kill| and=and~ 41=#exact41.0 percent=% "
        "were=be~ put to death=execute",
    ),
    (
        "In 1992 41 men and 1,992 boys left.",
        "In=in~ 1992=@1992-None-None 41=#exact41.0 men=man and=and~ 1,992=#exact1992.0 boys=boy left=leave",
    ),
    (
        "Then Pour-Mohammadi's pre-2011 T-72 burned, I'd say.",
        "Then=then Pour-Mohammadi=pourmohammadi! 's='s~ pre=pre 2011=#exact2011.0 T-72=t72! burned=burn| I=i~ 'd='d~ "
        "say=say",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_text_is_read_into_units(text: str, wanted: str) -> None:
    told = []
    for u in read_units(read_prose(parse_plain(text))):
        marks = f"{'!' * u.name}{'~' * (not u.content)}{'()' * u.aside}{'|' * u.closed}"
        told.append(f"{u.text}={u.key}{marks}")
        assert u.span.of(text) == u.text
    assert " ".join(told) == wanted


def test_a_number_that_no_word_bounds_is_exact() -> None:
    """Also one that only a compound or an ordinal holds."""
    for text in ("The 41st boy fell.", "The two-storey house fell.", "The third boy fell.", "Number two fell."):
        numbers = [unit.number for unit in read_units(read_prose(parse_plain(text))) if unit.number]
        assert [(n.least, n.most, n.number, n.comparator) for n in numbers] == [
            (value, value, value, "exact") for value in [41 if "41" in text else 3 if "third" in text else 2]
        ]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("men", "man"), ("took", "take"), ("wagons", "wagon"), ("bombings", "bomb"),
        # verbs that no list has
        ("blorbed", "blorb"), ("blorbing", "blorb"), ("glimmed", "glim"), ("glimming", "glim"), ("blelled", "blell"),
        ("trisked", "trisk"), ("brosed", "brose"), ("trinced", "trince"), ("borved", "borve"), ("fluzed", "fluze"),
        ("brigued", "brigue"), ("grolated", "grolate"), ("glaired", "glaire"), ("dringed", "dringe"),
        ("psyched", "psych"),
        # no verbs at all
        ("string", "string"), ("spring", "spring"), ("bleed", "bleed"), ("tsked", "tsked"), ("seed", "seed"),
        ("edged-ly", "edged-ly"), ("ingot", "ingot"), ("edict", "edict"),
    ],
)  # fmt: skip
def test_a_word_has_its_lemma(word: str, lemma: str) -> None:
    lemma_of.cache_clear()  # what was read before is not what is tested
    assert lemma_of(word) == lemma
