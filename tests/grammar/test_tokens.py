"""How a text is cut into words, numbers and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.grammar import tokenise


@pytest.mark.parametrize(
    "text",
    [
        "Ali |'s| men| did|n't| run|.",
        "Pour-Mohammadi| and| O'Brien| can|not| leave|.",
        "Gen.| Kovač| of| the| U.S.| left| at| 11:30| a.m.| on| Jan.| 5|,| 1988|.",
        "J.| K.| Harlow| read| No.| 5| to| them|.",
        "He| said| no|.",
        "$|4,482| or| 6.5| %| of| the| 1980s|,| the| 22nd| time",
        "“|It| is| ‘|over|’|…|”| --| he| left|...",
        "said| ,| ``| take| -| it| ''| did| n't| .",
        "the| victims|'| families",
        "in| need|.|And| so",
        "the| U.S.-led| force",
        "see| https://example.org/a?b=1|.",
        "Gen.| \u200eLind| and| Judge|\u200e Moss|\u200b\ufeff left|.",
    ],
)
def test_each_bar_is_a_cut(text: str) -> None:
    assert list(tokenise(text.replace("|", "").replace("Ali 's", "Ali's")).text) == [
        w.strip(" \u200b\u200e\ufeff") for w in text.split("|")
    ]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("'’.,-aA1 n't"))))
def test_tokens_hold_everything_but_white_space_and_keep_their_place(text: str) -> None:
    cut = tokenise(text)
    unseen = dict.fromkeys(
        (0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
    )
    assert "".join(cut.text).translate(unseen) == "".join(text.split()).translate(unseen)
    assert all(text[s:e] == w for s, e, w in zip(cut.start, cut.end, cut.text, strict=True))
    assert all(end <= start for end, start in zip(cut.end, cut.start[1:], strict=False))
