"""Claims that retell a source in words of their own, and their nearest neighbours, which it does not have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from claimcheck.evidence.verify import Verdict, verify
from claimcheck.model import EvidenceStance, Relation
from claimcheck.renderers import json


def _pairs(key: str) -> Iterator[tuple[str, str]]:
    for text in yaml.safe_load(Path(__file__).with_name("paraphrases.yaml").read_text("utf-8")):
        for claim in text.get(key, ()):
            yield claim, text["source"]


@pytest.mark.parametrize(("claim", "source"), list(_pairs("says")))
def test_a_retelling_is_supported(claim: str, source: str) -> None:
    assert verify(claim, source).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(("claim", "source"), list(_pairs("unread")))
def test_what_no_rule_reads_stays_open(claim: str, source: str) -> None:
    assert verify(claim, source).verdict is Verdict.UNVERIFIED


@pytest.mark.parametrize(("claim", "source"), list(_pairs("open")))
def test_the_same_words_of_others_are_never_support(claim: str, source: str) -> None:
    assert verify(claim, source).verdict is not Verdict.SUPPORTED


SOURCE = """\
The Orsk Weavers' Union was founded in 1904. Lena Moor was its first chairwoman. In 1911 she led a strike that lasted
nine weeks. Moor was jailed for two months. The union bought a printing press and published a weekly paper.
"""


def test_a_paraphrase_names_its_rule_and_shows_both_wordings() -> None:
    """Each word that stands for another is shown with it, and every passage is one that the support rests on."""
    found = verify("The union acquired a printing press.", SOURCE)
    assert found.verdict is Verdict.SUPPORTED
    assert found.paraphrase
    assert [(f.field, f.claim_words, f.evidence_words) for f in found.evidence[0].fields] == [
        ("paraphrase", "acquired", "bought")
    ]
    assert all(passage.stance is EvidenceStance.SUPPORTS for passage in found.evidence)
    assert json.verification(found)["rule"] == "paraphrase"


def test_words_that_no_passage_has_are_shown_beside_the_verdict() -> None:
    found = verify("Lena Moor led a bitter strike in 1911.", SOURCE)
    assert found.paraphrase
    assert found.missing == ("bitter",)
    assert json.verification(found)["missing"] == ["bitter"]
    assert [f.relation for f in found.evidence[0].fields if f.field == "words"] == [Relation.ABSENT]


@pytest.mark.parametrize(
    "claim",
    [
        "Lena Moor led a successful strike in 1911.",  # of an opposite pair
        "Lena Moor led the only strike in 1911.",  # of degree
        "Lena Moor led an alleged strike in 1911.",  # of doubt
        "Lena Moor led 12 strikes in 1911.",
        "Lena Moor led a strike in 1912.",
        "Lena Moor led a strike in Tarn in 1911.",
        "Lena Moor led no strike in 1911.",
        "Lena Moor ended a strike in 1911.",
        "Lena Moor led a bitter march of hungry women through snow in 1911.",  # too much is left over
    ],
)
def test_no_word_that_can_change_the_truth_is_left_over(claim: str) -> None:
    assert verify(claim, SOURCE).verdict is not Verdict.SUPPORTED


def test_what_is_said_in_order_is_no_paraphrase() -> None:
    found = verify("In 1911 she led a strike that lasted nine weeks.", SOURCE)
    assert found.verdict is Verdict.SUPPORTED
    assert not found.paraphrase
    assert json.verification(found)["rule"] is None
