"""The report in a terminal: calm, complete, and with every character of a text shown as it is."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from claimcheck.model import Kind, Report, Span, Status
from claimcheck.renderers.screen import Screen, Terminal, screen_for
from claimcheck.renderers.tally import EVERYTHING, FULLEST, Selection, Tag
from claimcheck.renderers.terminal import write
from claimcheck.renderers.visible import visible
from tests.renderers.sample import sample

ESCAPE = re.compile("\x1b\\[[0-9;]{0,9}m")


def printed(
    report: Report,
    *,
    width: int | None = None,
    colour: bool = False,
    selection: Selection = EVERYTHING,
    why: bool = False,
) -> str:
    stream = io.StringIO()
    screen: Screen = screen_for(stream)
    if width:
        console = Console(
            file=stream,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            markup=False,
            emoji=False,
            highlight=False,
        )
        screen = Terminal(console)
    write(report, screen, selection=selection, why=why)
    return stream.getvalue()


def test_the_report_of_a_text(golden: Callable[[str, str], None]) -> None:
    golden("report-80.txt", printed(sample(), width=80, why=True))


def test_in_a_narrow_terminal_no_line_is_too_long(golden: Callable[[str, str], None]) -> None:
    narrow = printed(sample(), width=40)
    assert max(map(len, narrow.splitlines())) <= 40
    golden("report-40.txt", narrow)


def test_a_pipe_has_colour_where_somebody_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = printed(sample(), why=True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = printed(sample(), why=True)
    assert coloured != plain
    assert ESCAPE.sub("", coloured) == plain


def test_in_a_pipe_there_is_no_colour_and_each_item_is_one_line() -> None:
    piped = printed(sample())
    assert "\x1b" not in piped
    assert "    “Forty-one men died ␛[31m[here].”" in piped.replace("      ", "    ")
    assert "At least 41 miners were killed in Orsk on 3 May 1992." in piped


def test_colour_adds_nothing_but_colour() -> None:
    plain, coloured = printed(sample(), width=80), printed(sample(), width=80, colour=True)
    assert coloured != plain
    assert ESCAPE.sub("", coloured) == plain


def with_text(words: str) -> Report:
    (document,) = sample().documents
    claim, *rest = document.claims
    return Report((replace(document, claims=(replace(claim, text=words), *rest)),))


@pytest.mark.parametrize(
    "words", ["He [sic] said", "[1] and [/1]", "at 10 :30: sharp", ":warning: [bold]no[/bold]", "\\[x]"]
)
def test_what_rich_would_read_as_markup_stays_text(words: str) -> None:
    assert words in printed(with_text(words))
    assert words in ESCAPE.sub("", printed(with_text(words), width=80, colour=True))


VISIBLE = [
    ("\x1b[31mred", "␛[31mred"),
    ("a\x00b\x07\x08c\x7f", "a␀b␇␈c␡"),
    ("csi \x9b31m", "csi \\x9b31m"),
    ("\u202eesrever\u202c", "\\u202eesrever\\u202c"),
    ("line\r\n  two\tthree", "line two three"),
    ("sep\u2028arated\x85", "sep\\u2028arated\\x85"),
    ("half \ud800", "half \\ud800"),
    ("ناصر می‌گوید", "ناصر می‌گوید"),
    ("naïve 👨‍👩‍👧 “q”", "naïve 👨‍👩‍👧 “q”"),
]


@pytest.mark.parametrize(("text", "shown"), VISIBLE)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    output = printed(with_text(text), width=60)
    assert visible(visible(text)) == visible(text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", output)


SELECTIONS = [
    (Selection(tags=frozenset({Tag.OPINION})), ["0000000000a4"]),
    (Selection(tags=frozenset({Tag.UNVERIFIED})), ["0000000000a2"]),
    (Selection(kinds=frozenset({Kind.EVENT, Kind.CASUALTY})), ["0000000000a1", "0000000000a5"]),
    (Selection(top=2), ["0000000000a1", "0000000000a3"]),
    (Selection(tags=frozenset({Tag.ATTRIBUTED}), top=1), ["0000000000a3"]),
    (Selection(tags=frozenset({Tag.SOURCED}), kinds=frozenset({Kind.DATE})), []),
]


@pytest.mark.parametrize(("selection", "ids"), SELECTIONS)
def test_a_selection_keeps_the_order_of_the_text_and_the_counts_of_the_whole(
    selection: Selection, ids: list[str]
) -> None:
    (shown,) = selection.of(sample())
    assert [claim.id for claim in shown] == ids
    output = printed(sample(), selection=selection)
    assert "5 claims" in output
    assert f"{len(ids)} of 5 claims shown" in output


def test_a_text_without_claims_says_so() -> None:
    (document,) = sample().documents
    assert "No claims found." in printed(Report((replace(document, claims=()),)))


def test_a_claim_that_a_longer_one_holds_is_shown_only_when_asked_for() -> None:
    (document,) = sample().documents
    whole = document.claims[1]
    span = whole.spans[0]
    part = replace(whole, id="0000000000b1", spans=(Span(span.start, span.end - 4),), text="A part of it", findings=())
    other = replace(part, id="0000000000b2", status=Status.SOURCED, text="A part with a tag of its own")
    report = Report((replace(document, claims=(*document.claims, part, other)),))
    folded = printed(report, selection=FULLEST)
    assert "A part of it" not in folded
    assert "A part with a tag of its own" in folded
    assert "6 of 7 claims shown; the others leave out words of these (--all)" in folded
    assert "A part of it" in printed(report)
