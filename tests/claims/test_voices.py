"""Each claim is told in the voice of whoever says it: the author's, or that of the person who is quoted."""

from __future__ import annotations

import pytest

import claimcheck

CASES = [
    (
        "Ana Duarte, the former interior minister, said on Monday that at least 41 miners were killed in Orsk.",
        {
            ("Ana Duarte, the former interior minister", None),
            ("Ana Duarte said on Monday", None),
            ("at least 41 miners were killed in Orsk", "Ana Duarte"),
        },
    ),
    (
        "The mayor said that the bridge was closed, and that the dam was safe.",
        {("the bridge was closed", "The mayor"), ("the dam was safe", "The mayor")},
    ),
    (
        'The court called the arrests "a crime against humanity".',
        {('The court called the arrests "a crime against humanity"', "The court")},
    ),
    (
        "The ministry said 12 men died, but residents counted 30, and the fire burnt for two days.",
        {("12 men died", "The ministry"), ("residents counted 30", None), ("the fire burnt for two days", None)},
    ),
    (
        "The court noted that the men were held for 60 days and ordered their release.",
        {("the men were held for 60 days", "The court"), ("The court ordered their release", None)},
    ),
    (
        "Both men deny the charges, which carry a term of 20 years.",
        {("Both men deny the charges", None), ("the charges carry a term of 20 years", None)},
    ),
    (
        "The council spoke of 30 dead.",
        {("The council spoke of 30 dead", "The council")},
    ),
    (
        "Neither the mayor nor the clinic would say how many had died.",
        {("Neither the mayor nor the clinic would say how many had died", None)},
    ),
    (
        "The dam burst, according to records kept in Orsk.",
        {("The dam burst according to records kept in Orsk", "records kept in Orsk")},
    ),
    (
        "According to records kept in Orsk, the dam burst.",
        {("According to records kept in Orsk, the dam burst", "records kept in Orsk")},
    ),
    (
        "The mayor put the number of dead at four and promised to go.",
        {("The mayor put the number of dead at four", "The mayor"), ("The mayor promised to go", None)},
    ),
    (
        "The mayor says that there are no gangs — a claim experts dismiss.",
        {("there are no gangs", "The mayor"), ("a claim experts dismiss", None)},
    ),
    (
        "The dam burst, according to two experts who saw it.",
        {("The dam burst", "two experts who saw it"), ("two experts saw it", None)},
    ),
    (
        "At least 400 men are estimated to have died, although few were found.",
        {("At least 400 men are estimated to have died", "nobody"), ("few were found", None)},
    ),
    (
        "In 1992, the army burned 12 villages, killing 40, the Commission found.",
        {
            ("In 1992, the army burned 12 villages, the Commission found", "the Commission"),
            ("the army killing 40", "the Commission"),
        },
    ),
    (
        "The ministry's claim that 12 men died was false.",
        {("The ministry's claim was false", None), ("12 men died", "The ministry")},
    ),
    (
        "Novak's support for the mayor did not help the party.",
        {("Novak's support for the mayor did not help the party", None)},
    ),
    (
        "Ana Duarte denied that the hospital turned away patients, saying that all were treated, though doctors "
        "said that a dozen died.",
        {
            ("Ana Duarte denied that the hospital turned away patients", "Ana Duarte"),
            ("all were treated", "Ana Duarte"),
            ("a dozen died", "doctors"),
        },
    ),
    (
        "The army said 25 men were killed and denied responsibility.",
        {("25 men were killed", "The army"), ("The army denied responsibility", None)},
    ),
    (
        "Rumours that 12 men died were false.",
        {("Rumours were false", None), ("12 men died", "nobody")},
    ),
    (
        "5 percent said they did not know.",
        {("5 percent said they did not know", "5 percent")},
    ),
    (
        "The mayor was freed under a law that the union called a farce.",
        {("The mayor was freed under a law that the union called a farce", None)},
    ),
    (
        "Ruwet denied the charges and called them politically motivated.",
        {("Ruwet denied the charges", None), ("Ruwet called them politically motivated", "Ruwet")},
    ),
    (
        "The mayor, experts believe, signed only to avoid sanctions.",
        {("The mayor signed only to avoid sanctions", "experts")},
    ),
    (
        "The men described being beaten for days, deprived of sleep and threatened.",
        {
            ("The men described being beaten for days, deprived of sleep and threatened", "The men"),
            ("The men described being beaten", "The men"),
        },
    ),
    (
        "The panel saw 76 films, of which it could verify 52.",
        {("The panel saw 76 films, of which it could verify 52", None)},
    ),
    (
        "The army denied having given the order and denied the charges.",
        {("The army denied having given the order", "The army"), ("The army denied the charges", None)},
    ),
    (
        "The raid is regarded by most experts as a crime.",
        {("The raid is regarded by most experts as a crime", "most experts")},
    ),
    (
        "Asked about the deaths, the mayor shrugged.",
        {("Asked about the deaths, the mayor shrugged", None)},
    ),
    (
        "Prisoners who answered “no” were shot.",
        {("Prisoners who answered “no” were shot", None), ("Prisoners answered “no”", "who")},
    ),
    (
        "The man who said that the dam was closed was lying.",
        {("The man who said that the dam was closed was lying", None), ("the dam was closed", "who")},
    ),
    (
        "The man who said the dam was closed, a claim nobody believed, was freed.",
        {
            ("The man who said the dam was closed, a claim nobody believed, was freed", None),
            ("the dam was closed", "who"),
        },
    ),
    (
        "The man, who said the dam was closed, was lying.",
        {("The man was lying", None), ("the dam was closed", "who")},
    ),
    (
        "The dam burst, according to Jan Novak.",
        {("The dam burst according to Jan Novak", "Jan Novak")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_claim_has_its_voice(text: str, expected: set[tuple[str, str | None]]) -> None:
    report = claimcheck.extract(claimcheck.parse(text))
    told = set()
    for claim in report.claims:
        source = None
        if claim.attribution is not None:
            named = report.attributions[claim.attribution].source
            source = " ".join(s.of(text) for s in named).split(",")[0] or "nobody"
        told.add((claim.text, source))
    assert told == expected


def test_a_saying_is_told_with_what_is_said_where_nothing_else_names_the_speaker() -> None:
    """A name is never lost, but "Novak said" is told once at most."""
    text = "Jan Novak said the dam was full. Jan Novak said the road was closed."
    assert [c.text for c in claimcheck.extract(claimcheck.parse(text)).claims] == [
        "Jan Novak said the dam was full",
        "the road was closed",
    ]


def test_that_somebody_without_a_name_speaks_is_no_claim() -> None:
    """The quotation is; "one survivor said" would only repeat who says it."""
    text = "“We heard the keys,” one survivor said."
    assert [c.text for c in claimcheck.extract(claimcheck.parse(text)).claims] == ["We heard the keys"]


@pytest.mark.parametrize(
    "text",
    [
        "For two and a half years the government spoke of a smaller number.",
        "The soldiers ordered the miners to assemble in the school.",
        "The council called for a new bridge.",
    ],
)
def test_that_somebody_spoke_is_the_author_s_own_statement(text: str) -> None:
    assert [c.attribution for c in claimcheck.extract(claimcheck.parse(text)).claims] == [None]
