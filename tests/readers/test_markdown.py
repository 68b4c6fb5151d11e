"""Markdown without its markup: every word still leads back to where it stands in the file."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document
from claimcheck.readers import parse

PAGE = """\
---
title: Nineteen minutes
date: 2021-11-22T10:00:00Z
author: J. M.
---

# Nineteen *minutes* in `Wing C` #

ORSK, May 4, 1992 — The **former**
director said [so](http://court.example/a_(b) "The (judgment)") &amp; left.[^1]

- Forty-one *men*
  died.
  1. Nine are missing.

> The doors were
> closed.[^2]

| Year | Dead   |
|------|--------|
| 2019 | 1 *of* 9 |

```
code 12
```

![The yard, seen from *the gate*](yard.png)

<div>Not read</div>

[^1]: Judgment of 9 November, https://court.example/j.
[^3]: A second note.
"""


def shape(document: Document) -> list[tuple[str, int, str]]:
    return [(str(b.kind), b.level, b.span.of(document.text)) for b in document.blocks]


def test_blocks_hold_the_words_without_markup_code_and_html() -> None:
    assert shape(parse(PAGE, format="markdown")) == [
        ("heading", 1, "Nineteen minutes in"),
        ("dateline", 0, "ORSK, May 4, 1992"),
        ("paragraph", 0, "The former\ndirector said so & left."),
        ("list-item", 1, "Forty-one men\ndied."),
        ("list-item", 2, "Nine are missing."),
        ("quote", 1, "The doors were\nclosed."),
        ("table-cell", 0, "Year"),
        ("table-cell", 0, "Dead"),
        ("table-cell", 0, "2019"),
        ("table-cell", 0, "1 of 9"),
        ("caption", 0, "The yard, seen from the gate"),
        ("paragraph", 0, "Judgment of 9 November, https://court.example/j."),
        ("paragraph", 0, "A second note."),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_word_leads_back_to_its_line_and_column(line_end: str) -> None:
    file = PAGE.replace("\n", line_end)
    document = parse(file, format="markdown")
    lines = file.split(line_end)
    for word in (
        "minutes",
        "former",
        "director",
        "so",
        "left",
        "men",
        "missing",
        "closed",
        "Dead",
        "gate",
        "note",
    ):
        place = document.source_map.place(document.text.index(word))
        assert lines[place.line - 1].startswith(word, place.column - 1), word


def test_the_front_matter_gives_title_and_date() -> None:
    document = parse(PAGE, format="markdown")
    assert (document.title, document.date) == ("Nineteen minutes", datetime.date(2021, 11, 22))
    given_date = datetime.date(2022, 1, 1)
    assert parse(PAGE, format="markdown", date=given_date).date == given_date


def test_links_and_footnote_marks_are_citations() -> None:
    document = parse(PAGE, format="markdown")
    assert [(c.span.of(document.text), c.target) for c in document.citations] == [
        ("so", "http://court.example/a_(b)"),
        ("", "https://court.example/j"),
        ("", None),
    ]


CITATIONS = [
    ("Twelve died [3].\n\n[3]: http://a.example", "Twelve died [3].", [("[3]", "http://a.example")]),
    ("Twelve died.[^a]\n\n[^a]: http://a.example", "Twelve died.", [("", "http://a.example")]),
    ("Twelve died.[^a]\n\n[^a]: Page 4.", "Twelve died.", [("", "^a")]),
    ("See <http://a.example/b>.", "See http://a.example/b.", [("http://a.example/b", "http://a.example/b")]),
    ("See [the *report*][r] twice.\n\n[r]: /a", "See the report twice.", [("the report", "/a")]),
    ("Twelve [sic] died [3] there.", "Twelve [sic] died [3] there.", []),
]


NOTES = """\
One died.[^1] Two[^x] left.

[^1]: First note.

    More of it, in *two*
    paragraphs.

Not of it.

[^x]: Last note.
"""


def test_notes_are_blocks_of_their_own_and_their_marks_know_what_they_say() -> None:
    document = parse(NOTES, format="markdown")
    assert [words for _, _, words in shape(document)] == [
        "One died. Two left.",
        "First note.",
        "More of it, in two\nparagraphs.",
        "Not of it.",
        "Last note.",
    ]
    assert [(c.label, c.span, c.note) for c in document.citations] == [
        ("[1]", (9, 9), "First note. More of it, in two paragraphs."),
        ("[x]", (13, 13), "Last note."),
    ]
    assert document.source_map.place(document.text.index("paragraphs")) == (6, 5)


@pytest.mark.parametrize(("file", "words", "cited"), CITATIONS)
def test_citations(file: str, words: str, cited: list[tuple[str, str]]) -> None:
    document = parse(file, format="markdown")
    assert document.blocks[0].span.of(document.text) == words
    assert [(c.span.of(document.text), c.target) for c in document.citations] == cited


PLACES = [
    ("a * b *c* d", "d", (1, 11)),
    ("\\*not\\* this", "this", (1, 9)),
    ("a `code` b", "b", (1, 10)),
    ("[s](http://x.example/s)s", "s", (1, 2)),
    ("x<br>yy", "yy", (1, 6)),
    ("> - > 1\n> ok", "ok", (2, 3)),
    ("1. 1", "1", (1, 4)),
    ("Title here\n===", "here", (1, 7)),
    ("a | b\n--|--\n1 | 1", "1", (3, 1)),
    ("![p](u) and [w](v) then", "then", (1, 20)),
    ("~~gone~~ left", "left", (1, 10)),
    ("a\\_b c", "_b", (1, 3)),
    ("(x) | y\n---|---\n(x y) | x z", "x z", (3, 9)),
    ("é [^1] — [ü](/ü) then", "then", (1, 18)),
    ("\tfour\n\nnext", "next", (3, 1)),
    ("-\titem one", "one", (1, 8)),
]


@pytest.mark.parametrize(("file", "word", "place"), PLACES)
def test_markup_disturbs_no_column(file: str, word: str, place: tuple[int, int]) -> None:
    document = parse(file, format="markdown")
    assert document.source_map.place(document.text.index(word)) == place


RULES = ["---\n\nOne died.\n\n---\n\nTwo died.", "---\nOne died.\n---\n\nTwo died."]


@pytest.mark.parametrize("file", RULES)
def test_a_rule_at_the_head_is_no_front_matter(file: str) -> None:
    assert [words for _, _, words in shape(parse(file, format="markdown"))] == ["One died.", "Two died."]


SPANS = ["*", "**", "_", "`", "[", "](", ")", "![", "|", "\\", "&amp;", "<b>", "<br>", "[^1]", "[^1]: ", "~~"]
LINES = ["\n", "\n\n", "\r\n", "> ", "- ", "1. ", "# ", "    ", "a", "é"]
MARKUP = st.sampled_from([*SPANS, *LINES])


@given(st.lists(MARKUP | st.text(max_size=5), max_size=40).map("".join))
def test_any_string_gives_blocks_in_order_that_lead_into_the_file(file: str) -> None:
    try:
        document = parse(file, format="markdown")
    except ClaimcheckError:
        assert file.startswith("---")
        return
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert 0 <= document.source_map.file_offset(block.span.start) <= len(file)
        end = block.span.end


@given(st.lists(st.sampled_from(["*", "**", "`", "[", "](u)", "\n", "\n\n", "> ", "- ", "x", "y z", "7"]), max_size=30))
def test_where_nothing_is_escaped_each_letter_is_the_letter_of_the_file(parts: list[str]) -> None:
    file = "".join(parts)
    document = parse(file, format="markdown")
    for at, letter in enumerate(document.text):
        if letter.isalnum():
            assert file[document.source_map.file_offset(at)] == letter
