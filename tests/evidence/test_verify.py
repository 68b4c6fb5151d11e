"""A claim against a document: what the words allow, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.verify import Verdict, judge, verify
from claimcheck.model import FieldComparison, Relation

REPORT = """\
Guards opened fire in the yard of the depot on the morning of 3 May 1992. At least 41 miners were killed, the district
court of Orsk found in June 1994. The mayor, Ana Duarte, did not order the closure of the road. The company may have
known of the gas since February 1991, and some of the inspectors were warned. "We saw the smoke before the siren, and
nobody opened the gate," one survivor said. The mine employed about 300 people, most of them from the valley.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Guards opened fire in the yard of the depot on the morning of May 3, 1992.", "supported"),
        ("Guards opened fire in the yard of the depot on the morning of 4 May 1992.", "contradicted"),
        ("Guards opened fire in the yard of the depot on the evening of 3 May 1892.", "contradicted"),
        ("At least forty-one miners were killed, the district court of Orsk found in June 1994.", "supported"),
        ("At least 14 miners were killed, the district court of Orsk found in June 1994.", "contradicted"),
        ("At least 41 miners were killed, the district court of Minsk found in June 1994.", "contradicted"),
        ("The mayor, Ana Duarte, did order the closure of the road.", "contradicted"),
        ("The mayor, Eva Duarte, did not order the closure of the road.", "contradicted"),
        ("The company knew of the gas since February 1991, and some of the inspectors were warned.", "overstated"),
        (
            "The company may have known of the gas since February 1991, and all of the inspectors were warned.",
            "overstated",
        ),
        ("“We saw the smoke before the siren, and nobody opened the gate,” one survivor said.", "supported"),
        ("“We saw the smoke after the siren, and nobody opened the gate,” one survivor said.", "misquoted"),
        ("“We saw the smoke … and nobody opened the gate.”", "supported"),
        ("At least 41 miners died, the district court of Orsk found in June 1994.", "supported"),
        ("At least 41 miners were put to death, the district court of Orsk found in June 1994.", "overstated"),
        ("At least 41 miners were injured, the district court of Orsk found in June 1994.", "contradicted"),
        ("The prisoners were moved to another camp by the army.", "unverified"),
        ("Miners opened fire in the yard of the guards.", "unverified"),
        ("", "unverified"),
        ("!?", "unverified"),
    ],
)
def test_each_change_of_a_word_that_matters_is_seen(claim: str, verdict: str) -> None:
    assert verify(claim, REPORT).verdict == verdict


def test_what_conflicts_by_the_way_contradicts_nothing() -> None:
    moved = (
        FieldComparison("polarity", Relation.CONFLICTING, "", "not"),
        FieldComparison("polarity", Relation.CONFLICTING, "not", ""),
    )
    assert judge(moved) is Verdict.UNVERIFIED
    arrest = "In Orsk the police arrested a man who was responsible for planning attacks against guards."
    assert verify("The man was planning attacks against both miners and guards.", arrest).verdict == "unverified"


def test_what_the_best_passage_lacks_is_named_word_by_word() -> None:
    found = verify("The mayor left the burning house in Orsk.", "The mayor left Perm in May. Nobody was hurt.")
    assert (found.verdict, found.missing) == ("unverified", ("burning", "house", "Orsk"))


def test_the_passage_shown_is_the_one_that_says_it() -> None:
    document = "The guards of Orsk and the miners of Orsk met in May. In Orsk 41 miners were killed by the guards."
    best = verify("The guards killed 41 miners in Orsk.", document).evidence[0]
    assert best.quote == "In Orsk 41 miners were killed by the guards"


@given(st.text(max_size=80), st.text(max_size=200))
def test_evidence_lies_inside_the_document(claim: str, document: str) -> None:
    found = verify(claim, document)
    assert found == verify(claim, document)
    for passage in found.evidence:
        assert 0 <= passage.span.start < passage.span.end <= len(document)
        assert passage.quote == document[passage.span.start : passage.span.end]
