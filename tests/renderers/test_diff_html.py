"""The page that shows both versions: all of both is there, nothing can run, and every link leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.changes import compare
from claimcheck.model import ChangeKind, Diff
from claimcheck.renderers.diff_html import render
from tests.renderers.test_html import Node, Page

ARTICLES = Path(__file__).parents[2] / "articles"
HOSTILE = '</del><script>alert(1)</script> \u202e<b>At least 41 men died</b> in Orsk & "Marn".'


def diff(before: str, after: str) -> Diff:
    return compare(*(claimcheck.extract(claimcheck.parse(text)) for text in (before, after)))


@pytest.fixture(scope="module")
def sample() -> Diff:
    paths = (ARTICLES / "marn-prison-fire.md", ARTICLES / "marn-prison-fire.corrected.md")
    return compare(*(claimcheck.extract(claimcheck.read(path)) for path in paths))


def columns(page: Page) -> tuple[list[Node], list[Node]]:
    cells = page.all("td")
    return cells[::2], cells[1::2]


def test_every_sentence_of_both_versions_is_there_once(sample: Diff) -> None:
    for report, cells in zip((sample.old, sample.new), columns(Page(render([sample]))), strict=True):
        said = sorted(" ".join(s.span.of(report.prose.text).split()) for s in report.prose.sentences)
        assert sorted(cell.text for cell in cells if cell.text) == said


def test_the_changed_words_are_deletions_and_insertions(sample: Diff) -> None:
    page = Page(render([sample]))
    assert "213" in [node.text for node in page.all("del")]
    assert "312" in [node.text for node in page.all("ins")]


def test_every_link_leads_to_a_place_of_the_page(sample: Diff) -> None:
    page = Page(render([sample, sample]))
    anchors = [node.attributes["id"] for node in page.nodes if "id" in node.attributes]
    assert len(anchors) == len(set(anchors))
    assert {node.attributes["href"] for node in page.all("a")} <= {f"#{anchor}" for anchor in anchors}


def test_nothing_can_be_loaded_or_run() -> None:
    page = Page(render([diff(HOSTILE, HOSTILE.replace("41", "43"))]))
    policy = next(n.attributes["content"] for n in page.all("meta") if "content-security" in str(n.attributes).lower())
    assert policy.startswith("default-src 'none'")
    assert not page.all("script")
    assert not [node for node in page.nodes if {"src", "style", "onclick"} & set(node.attributes)]
    assert "\u202e" not in render([diff(HOSTILE, HOSTILE)])


def test_what_only_moved_is_folded_without_a_script() -> None:
    first, second = "The dam was built in 1911.", "The bridge was closed for the whole of May."
    page = Page(render([diff(f"{first}\n\n{second}", f"{second}\n\n{first}")]))
    assert [node.text for node in page.all("summary")] == ["Moved or reworded (1)"]


def test_only_some_kinds_are_listed_and_both_versions_are_whole(sample: Diff) -> None:
    page = Page(render([sample], only=frozenset({ChangeKind.NUMBER})))
    assert [node.text for node in page.all("h3")] == ["Values", "Both versions"]
    assert len(page.all("tr")) == len(Page(render([sample])).all("tr"))


def test_the_same_versions_give_the_same_page(sample: Diff) -> None:
    assert render([sample]) == render([sample])
