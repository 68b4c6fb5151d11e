"""Links, notes and references are tied to the claims they stand behind, and to the documents that are held."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.model import Claim

HEADS = {
    "orsk-court-1994": "title: Judgment of the District Court of Orsk\nURL: https://www.courts.example/orsk/1994/",
    "duarte-2019": "title: The lower galleries\nauthor: ['Duarte, Ana']\nissued: 2019-04",
    "archive": "title: x\narchived: {URL: 'https://archive.example/1?utm_source=a', on: 2020-01-01}",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for ident, head in HEADS.items():
        (tmp_path / f"{ident}.md").write_text(f"---\n{head}\n---\n\nNothing that is about it.\n", "utf-8")
    return load_corpus(tmp_path)


def cited(text: str, corpus: Corpus, words: str, format: str = "markdown") -> list[tuple[str, str | None]]:
    document = claimcheck.parse(text, format=format)  # type: ignore[arg-type]  # one of two
    claims: list[Claim] = [claim for _, claim in claimcheck.check(document, corpus=corpus) if words in claim.text]
    assert claims, words
    return [(c.citation.label, c.source) for c in claims[0].citations]


MARKDOWN = [
    ("[^1]", "Forty-one died.[^1]\n\n[^1]: See http://courts.example/orsk/1994#p3.", "[1]", "orsk-court-1994"),
    ("[^1]", "Forty-one died.[^1]\n\n[^1]: Judgment of the District Court of Orsk, p. 3.", "[1]", "orsk-court-1994"),
    ("[^1]", "Forty-one died.[^1]\n\n[^1]: Held as duarte-2019, p. 3.", "[1]", "duarte-2019"),
    ("[^1]", "Forty-one died.[^1]\n\n[^1]: Nobody has it.", "[1]", None),
    ("link", "Forty-one [people died](https://archive.example/1).", "people died", "archive"),
    ("link", "Forty-one [people died](../corpus/archive.md).", "people died", "archive"),
    ("key", "Forty-one people died [@duarte-2019, p. 3].", "[@duarte-2019, p. 3]", "duarte-2019"),
]


@pytest.mark.parametrize(("_", "text", "label", "source"), MARKDOWN)
def test_what_is_cited_is_found_in_the_corpus(
    corpus: Corpus, _: str, text: str, label: str, source: str | None
) -> None:
    assert cited(text, corpus, "died") == [(label, source)]


PLAIN = [
    ("Forty-one people died [3].\n\n[3] https://courts.example/orsk/1994, p. 2", "[3]", "orsk-court-1994"),
    ("Forty-one people died (Duarte, 2019).", "(Duarte 2019)", "duarte-2019"),
    ("Forty-one people died (Duarte and Marek 2019, p. 4).", "(Duarte and Marek 2019)", "duarte-2019"),
]


@pytest.mark.parametrize(("text", "label", "source"), PLAIN)
def test_references_in_plain_words_are_found(corpus: Corpus, text: str, label: str, source: str) -> None:
    assert cited(text, corpus, "died", "text") == [(label, source)]


@pytest.mark.parametrize("text", ["Forty-one people died (Orsk, 2019).", "Forty-one people died [3]."])
def test_what_may_be_no_citation_is_none(corpus: Corpus, text: str) -> None:
    assert cited(text, corpus, "died", "text") == []


def test_a_mark_stands_behind_what_comes_before_it(corpus: Corpus) -> None:
    text = "Nine men were killed[^a] and twelve were hurt.[^b]\n\n[^a]: The first note.\n\n[^b]: The second note."
    assert cited(text, corpus, "killed") == [("[a]", None)]
    assert cited(text, corpus, "hurt") == [("[b]", None)]


def test_a_link_stands_behind_the_claim_it_is_part_of(corpus: Corpus) -> None:
    text = "The mine closed in 1993, and [nine men](https://archive.example/1) were charged in May 1994."
    assert cited(text, corpus, "charged") == [("nine men", "archive")]
    assert cited(text, corpus, "closed") == []
