"""What holds for every text, whatever it says."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.model import DocumentReport, Span
from tests.claims.test_splitting import APART, WHOLE

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted([*ROOT.glob("articles/*.md"), *ROOT.glob("corpus/*.md"), ROOT / "README.md", ROOT / "LICENSE"])

# Pieces that make rules fire, so that random texts reach into them.
_MARKS = [
    "\n",
    "\n\n",
    "\t",
    " ",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\u202e",
    "\ud800",
    "\ufeff",
    "🙂",
    "[1]",
    "[sic]",
    "---",
]
_WORDS = """
    “ ” " ' ‘ ’ '' `` « » ( ) [ ] : ; , . ? ! … -- — - # * > |
    said says told claimed denied according to reportedly allegedly that who which and or but not no never may must if
    he she they it the a his Minister Ana Duarte Dr. Gen. U.S. AT&T O'Brien al-Qaida Orsk president former current
    killed wounded were was is has been at least over about between 12 41 4,482 half million dozens twelve 1.5 m people
    on Monday 3 May 1992 1992-05-03 1980s 28–30 August last June two years later summer war crime genocide worst so far
"""
_PIECES = st.sampled_from([*_MARKS, *_WORDS.split()])
_TEXTS = st.one_of(
    st.text(max_size=80), st.lists(_PIECES, max_size=40).map(" ".join), st.lists(_PIECES, max_size=25).map("".join)
)


def _all_spans(report: DocumentReport) -> list[Span]:
    return [
        *(s.span for s in report.prose.sentences),
        *(v.span for v in report.values),
        *(span for a in report.attributions for part in (a.source, a.cue, a.content) for span in part),
        *(span for c in report.claims for span in c.spans),
    ]


def check_invariants(text: str) -> None:
    document = claimcheck.parse(text)
    report = claimcheck.extract(document)
    shown = report.document.text
    for span in _all_spans(report):
        assert 0 <= span.start < span.end <= len(shown), span
    for one, two in pairwise(report.prose.sentences):
        assert one.span.end <= two.span.start, "sentences are in order and do not overlap"
    for attribution in report.attributions:
        for part in (attribution.source, attribution.cue, attribution.content):
            assert all(a.end <= b.start for a, b in pairwise(part)), "the pieces of a part are in order"
    for claim in report.claims:
        sentence = report.prose.sentences[claim.sentence].span
        assert claim.spans
        assert all(sentence.covers(span) for span in claim.spans), "a claim stays in its sentence"
        assert all(a.end <= b.start for a, b in pairwise(claim.spans)), "the pieces of a claim are in order"
        assert claim.text.strip()
        assert claim.attribution is None or 0 <= claim.attribution < len(report.attributions)
        assert 0 <= claim.checkworthiness <= 1
    assert len({claim.id for claim in report.claims}) == len(report.claims), "no two claims share an id"
    assert claimcheck.extract(document) == report, "the second run says the same"


# Texts that once crashed.
FOUND = (
    "The mayor, who likes the feast that is near, closed the road.",
    "The mayor's plan, a mix of thrift that favours farmers and a style that is cheap, defies the council.",
    "Gen. Duarte claimed Monday “",
    "Ana Duarte said the minister “stands",
    "She praised the Institute for the",
    "Eleven men were held in the barracks, four of whom",
)


@pytest.mark.parametrize("text", FOUND)
def test_a_text_that_once_crashed_is_read(text: str) -> None:
    check_invariants(text)


@pytest.mark.parametrize("sentences", [[said for said, _ in APART], WHOLE], ids=["apart", "whole"])
def test_a_sentence_that_breaks_off_anywhere_is_read(sentences: list[str]) -> None:
    for words in map(str.split, sentences):
        for end in range(1, len(words)):
            claimcheck.extract(claimcheck.parse(" ".join(words[:end])))


@given(_TEXTS)
@example("")
@example("\ufeff")
@example("“‘“‘" * 30)
@example("said " * 50)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_loss_or_harm(text: str) -> None:
    check_invariants(text)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_real_files_are_read_without_loss_or_harm(path: Path) -> None:
    check_invariants(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_figure_of_a_real_text_is_lost(path: Path) -> None:
    """Every figure of a sentence that claims something stands in one of its claims, note marks left aside."""
    report = claimcheck.extract(claimcheck.parse(path.read_text(encoding="utf-8"), format="markdown"))
    text = report.document.text
    for number, sentence in enumerate(report.prose.sentences):
        pieces = [span.of(text) for claim in report.claims if claim.sentence == number for span in claim.spans]
        figures = set(re.findall(r"\d+", re.sub(r"\[\^?\w+\]", "", sentence.span.of(text))))
        assert not pieces or figures <= set(re.findall(r"\d+", " ".join(pieces)))
