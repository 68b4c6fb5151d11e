"""Who says so inside what somebody says, and who is behind a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.model import DocumentReport
from claimcheck.renderers.json import extraction

# A text, and from the outermost in: the words of each source, indented by what it stands in.
CASES = [
    ("The minister said that witnesses say the dam broke.", ["The minister", "> witnesses"]),
    (
        "The report says the mayor told the council that engineers had warned that the dam would fail.",
        ["The report", "> the mayor", ">> engineers"],
    ),
    ("“The guards told me that he was dead,” Ana Haas said.", ["Ana Haas", "> The guards"]),
    ("“My brother says ‘nobody asked us,’” Ana Haas said.", ["Ana Haas", "> My brother"]),
    ("Yonhap, quoting KCNA, said that 41 miners had died.", ["Yonhap, quoting KCNA", "> KCNA"]),
    ("The bridge was closed, the radio reported, citing an army officer.", ["the radio", "> an army officer"]),
    ("The agency, citing the lack of rain, said that the wells were dry.", ["The agency, citing the lack of rain"]),
    ("The minister said that the dam broke at noon.", ["The minister"]),
]


def extracted(text: str) -> DocumentReport:
    return claimcheck.extract(claimcheck.parse(text))


def chains(report: DocumentReport) -> list[str]:
    everything = (*report.attributions, *report.nested)
    lines: list[str] = []

    def walk(at: int, depth: int) -> None:
        words = " … ".join(span.of(report.prose.text) for span in everything[at].source)
        lines.append(f"{'>' * depth} {words}".strip())
        for number, said in enumerate(everything):
            if said.parent == at:
                walk(number, depth + 1)

    walk(0, 0)
    return lines


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:50] for text, _ in CASES])
def test_the_chain_is_kept(text: str, wanted: list[str]) -> None:
    assert chains(extracted(text)) == wanted


def test_a_pronoun_inside_is_the_one_who_speaks() -> None:
    (inside,) = extracted("Ana Haas said that she believes the court was wrong.").nested
    assert inside.speaker is not None
    assert inside.speaker.name == "Ana Haas"


def test_the_flat_list_of_the_batch_mode_stays_flat() -> None:
    report = extracted("The minister said that witnesses say the dam broke.")
    found = {name: list(items) for name, items in extraction(report).items()}
    assert [said["parent"] for said in found["attributions"]] == [None]
    assert [said["parent"] for said in found["nested"]] == [0]


def test_a_claim_knows_everybody_between_it_and_the_author() -> None:
    report = extracted("Yonhap, quoting KCNA, said that 41 miners had died.")
    (claim,) = (c for c in report.claims if c.attribution is not None)
    assert [said.speaker and said.speaker.name for said in report.chain(claim)] == ["Yonhap", "KCNA"]


@given(st.text(alphabet="Haas said, that “he told ‘us’”.\n:-— <quoting X>they say ", max_size=160))
def test_what_is_nested_stands_in_what_came_before_it(text: str) -> None:
    report = extracted(text)
    everything = (*report.attributions, *report.nested)
    for number, said in enumerate(report.nested, len(report.attributions)):
        assert said.parent is not None
        assert said.parent < number
        around = everything[said.parent].content
        assert all(any(outer.covers(inner) for outer in around) for inner in said.content)
