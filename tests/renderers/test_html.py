"""The report as one HTML file: what it holds, what it can never hold, and that it is always the same."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Claim, DocumentReport, Kind, Relation, Report, Span
from claimcheck.pipeline import check
from claimcheck.readers import parse
from claimcheck.renderers.html import render
from claimcheck.renderers.html.comparison import passage
from claimcheck.renderers.html.stretches import find_stretches
from claimcheck.renderers.tally import Selection, Tag
from tests.renderers.sample import sample

EMPTY = Report((replace(sample().documents[0], claims=(), attributions=(), findings=()),))
_VOID = ("input", "meta")
_CLOSED_BY = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",)}
_CLOSED_BY |= {"td": ("td", "th"), "th": ("td", "th"), "tr": ("tr",)}


class Node(NamedTuple):
    """An element, its attributes, and the text inside it."""

    name: str
    attributes: dict[str, str]
    words: list[str]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Page(HTMLParser):
    """The elements of a page in order; a tag that closes another element than the last one opened is an error."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.nodes: list[Node] = []
        self._open: list[Node] = []
        self.feed(markup)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice on <{tag}>"
        if self._open and self._open[-1].name in ("td", "th") and tag == "tr":
            self._open.pop()
        if self._open and tag in _CLOSED_BY.get(self._open[-1].name, ()):
            self._open.pop()
        node = Node(tag, {name: value or "" for name, value in attrs}, [])
        self.nodes.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        while self._open[-1].name in _CLOSED_BY:
            self._open.pop()
        assert self._open.pop().name == tag

    def close(self) -> None:
        super().close()
        while self._open and self._open[-1].name in _CLOSED_BY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for node in self._open:
            node.words.append(data)

    def all(self, name: str, class_: str | None = None) -> list[Node]:
        return [node for node in self.nodes if node.name == name and (class_ is None or class_ in node.classes)]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(render(sample()))


def report_on(text: str) -> Report:
    return check([parse(text, format="markdown")])


def test_the_article_is_there_as_it_is_written() -> None:
    document = sample().documents[0].document
    (article,) = Page(re.sub("<sup.*?</sup>", "", render(sample()))).all("article")
    for block in document.blocks:
        assert " ".join(block.span.of(document.text).split()) in article.text


def test_the_mark_of_a_note_stands_behind_its_word_and_says_what_the_note_says() -> None:
    report = report_on("At least 41 men died[^1] in Orsk.[^b]\n\n[^1]: District Court.\n\n[^b]: A note.")
    page = Page(render(report))
    marks = [(node.text, node.attributes.get("title")) for node in page.all("sup", "cite")]
    assert marks == [("[1]", "District Court."), ("[b]", "A note.")]
    (article,) = Page(re.sub("<sup(?! class=cite).*?</sup>", "", render(report))).all("article")
    assert "died[1] in Orsk.[b]" in article.text


def test_headings_go_down_one_level_at_a_time() -> None:
    text = "# The siege\n\n### Who\n\nIt was said.\n\n###### Where\n\nIn Orsk.\n\n## When\n\nIn 1992.\n"
    for report in (sample(), report_on(text)):
        levels = [int(node.name[1]) for node in Page(render(report)).nodes if re.fullmatch("h[1-6]", node.name)]
        levels = levels[:-1]  # that of the help, which is a dialog of its own
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_claim_has_a_card_that_its_words_lead_to(page: Page) -> None:
    cards = {node.attributes["id"]: node.text for node in page.all("li", "card")}
    claims = sample().documents[0].claims
    assert list(cards) == [f"c-{claim.id}" for claim in claims]
    assert all(claim.text in card for claim, card in zip(claims, cards.values(), strict=True))
    marked = Counter(number for a in page.all("a") for number in a.attributes.get("data-c", "").split())
    assert marked.keys() == {str(number) for number in range(1, len(claims) + 1)}


def test_every_link_leads_to_something_on_the_page() -> None:
    for markup in (render(sample()), render(EMPTY), render(Report(sample().documents * 2))):
        nodes = Page(markup).nodes
        ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
        assert len(ids) == len(set(ids))
        links = [node.attributes["href"] for node in nodes if "href" in node.attributes]
        assert links
        assert {link.removeprefix("#") for link in links} <= set(ids)


def test_the_page_can_load_and_run_nothing_but_its_own_style_and_script(page: Page) -> None:
    (policy,) = (n.attributes["content"] for n in page.all("meta") if "http-equiv" in n.attributes)
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        (node,) = page.all(kind)
        digest = base64.b64encode(hashlib.sha256("".join(node.words).encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    for node in page.nodes:
        assert not {name for name in node.attributes if name.startswith("on") or name in ("style", "src")}
        assert node.name not in ("link", "img", "iframe", "object", "base")


HOSTILE = (
    "<script>alert(1)</script> </style> &amp; &lt;b&gt; \" onclick='x' --> ]]> \x00 \x1b[31m \u202e \ud800 "
    "javascript:alert(1) \u2028"
)


def test_foreign_text_never_becomes_markup() -> None:
    """Wherever a string comes from, it stands in the page as text."""
    report = sample().documents[0]
    document = parse(f"{HOSTILE}\n\nIt was {HOSTILE} said.", format="text", path=f"a{HOSTILE}.md")
    claim = report.claims[2]
    hostile = replace(
        claim,
        id="0000000000ff",
        text=HOSTILE,
        spans=(document.blocks[-1].span,),
        why=HOSTILE,
        kind_why=HOSTILE,
        sentence=0,
        values=(),
        findings=tuple(replace(f, message=HOSTILE, mend=HOSTILE, span=Span(0, 1)) for f in claim.findings),
        evidence=tuple(replace(e, quote=HOSTILE, path=HOSTILE, source=HOSTILE) for e in claim.evidence),
    )
    said = report.attributions[0]
    assert said.speaker
    said = replace(said, speaker=replace(said.speaker, name=HOSTILE), source=(), cue=(Span(0, 5),))
    prose = replace(report.prose, document=replace(document, title=HOSTILE))
    plain = Counter(node.name for node in Page(render(Report((replace(report, claims=(claim,)),)))).nodes)
    markup = render(Report((DocumentReport(prose, (), (said,), (hostile,)),)))
    page = Page(markup)
    counted = Counter(node.name for node in page.nodes)
    assert counted["script"] == counted["style"] == 1
    assert not counted.keys() - plain.keys() - {"li", "ol"}
    assert "<script>alert(1)</script> </style> &amp; &lt;b&gt;" in page.all("article")[0].text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", markup)
    assert markup.encode().decode() == markup


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_makes_the_same_well_formed_page_twice(text: str) -> None:
    report = report_on(text)
    markup = render(report)
    Page(markup)
    markup.encode()
    assert markup == render(report)


def test_the_page_is_small() -> None:
    text = "\n\n".join(
        f"At least {n} miners were killed in Orsk on {n % 28 + 1} May 1992, Ana Duarte said on Monday."
        for n in range(2, 50)
    )
    report = report_on(text)
    assert len(report.documents[0].claims) > 140
    assert len(render(report).encode()) < 150_000 + len(text)


def test_where_claims_overlap_each_stretch_names_all_that_rest_on_it() -> None:
    found = find_stretches([(Span(0, 20),), (Span(5, 8), Span(12, 30)), ()], cuts=(25,))
    assert [(tuple(s.span), s.claims) for s in found] == [
        ((0, 5), (0,)),
        ((5, 8), (0, 1)),
        ((8, 12), (0,)),
        ((12, 20), (0, 1)),
        ((20, 25), (1,)),
        ((25, 30), (1,)),
    ]
    assert [s.beginning for s in found] == [(0,), (1,), (), (), (), ()]
    assert [s.ending for s in found] == [(), (), (), (0,), (), (1,)]


def test_overlapping_claims_are_marked_by_the_one_that_is_backed_least() -> None:
    report = sample().documents[0]
    sourced, toll = report.claims[0], report.claims[0].values[0].span
    open_ = Claim("0000000000b1", Kind.CASUALTY, "At least 41 miners", (toll,), 1)
    nodes = Page(render(Report((replace(report, claims=(sourced, open_)),)))).all("a")
    marks = [(n.text, n.attributes["class"], n.attributes["data-c"]) for n in nodes if "data-c" in n.attributes]
    assert marks[:2] == [
        ("At least 41 miners unverified", "unverified", "1 2"),
        ("were killed in Orsk on 3 May 1992. sourced", "sourced", "1"),
    ]


def test_a_card_says_who_what_and_why(page: Page) -> None:
    card = next(node.text for node in page.all("li", "card") if "fourteen men" in node.text)
    for words in (
        "attributed opinion",
        "Ana Duarte (person, as named), by “said”, mixed, asserts",
        "contradicted-value",
        "the source says 41, not 14",
        "→ Correct the number.",
        "corpus/court-1994.md:14",
        "differs: count “fourteen” here, “Forty-one” there",
        "not told there: who says so",
        "said by Ana Duarte: “said”",
    ):
        assert words in card


def test_words_that_differ_are_marked_on_both_sides() -> None:
    claim = sample().documents[0].claims[2]
    marks = Page(passage(claim.evidence[0], claim)).all("mark", "differs")
    assert [mark.text for mark in marks] == ["fourteen", "Forty-one"]


def test_of_marks_that_overlap_the_difference_stays() -> None:
    claim = sample().documents[0].claims[2]
    evidence = claim.evidence[0]
    first = evidence.fields[0]
    same = replace(first, field="name", relation=Relation.SAME, evidence_words="Forty", evidence_span=Span(70, 75))
    marks = Page(passage(replace(evidence, fields=(same, first)), claim)).all("mark")
    assert [(mark.text, mark.classes) for mark in marks][-1] == ("Forty-one", ["differs"])


def test_the_casualty_table_has_each_figure_with_its_bounds_and_its_giver(page: Page) -> None:
    assert "≥ 41 miners killed41open3 May 1992the text itself" in page.all("tbody")[0].text


def test_the_timeline_is_in_the_order_of_time(page: Page) -> None:
    assert [node.text for node in page.all("p", "when")] == ["3 May 1992", "31 January 1994"]


def test_speakers_are_listed_by_how_often_they_are_quoted(page: Page) -> None:
    rows = [node.text for node in page.all("tr")]
    assert "Ana Duarteperson113" in rows
    assert "One mannot named105" in rows


def test_only_the_selected_claims_are_shown_and_the_page_says_so() -> None:
    page = Page(render(sample(), selection=Selection(frozenset({Tag.SOURCED}))))
    assert len(page.all("li", "card")) == 1
    assert "1 of 5 claims are shown." in [node.text for node in page.all("p")]


def test_a_text_without_claims_says_so() -> None:
    assert "No claims found." in [node.text for node in Page(render(EMPTY)).all("p")]


def test_several_texts_share_a_page_and_keep_their_anchors_apart() -> None:
    page = Page(render(Report(sample().documents * 2)))
    ids = [node.attributes["id"] for node in page.all("li", "card")]
    assert ids[0] == "c-0000000000a1"
    assert ids[5] == "c-0000000000a1-2"
    assert len(page.all("article")) == 2


def test_what_a_reader_operates_is_labelled(page: Page) -> None:
    labelled = {id(n) for n in page.all("label")}
    assert len(labelled) >= len(page.all("select")) + 1
    assert all(node.text or "aria-label" in node.attributes for node in page.all("button"))
    assert [len(page.all(name)) for name in ("header", "main", "footer", "h1")] == [1] * 4


def test_the_command_writes_the_file(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    from claimcheck.cli import run

    story, out = tmp_path / "story.txt", tmp_path / "report.html"
    story.write_text("At least 41 miners were killed in Orsk on 3 May 1992. “Où?”\n", encoding="utf-8")
    assert run(["report", str(story), "--format", "html", "-o", str(out)]) == 0
    assert capsysbinary.readouterr().out == b""
    assert run(["report", str(story), "--format", "html"]) == 0
    assert capsysbinary.readouterr().out == out.read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["report.html", "story.txt"]
    assert run(["report", str(story), "-o", str(tmp_path / "no" / "folder.txt")]) == 2
    assert "cannot be written" in capsysbinary.readouterr().err.decode()
    for format in ("json", "terminal"):
        assert run(["report", str(story), "--format", format, "-o", str(out)]) == 0
        assert "41 miners" in out.read_text(encoding="utf-8")
