"""Who holds which office, as the text says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.model import Official, Prose
from claimcheck.sentences import read_prose
from claimcheck.values.officials import find_officials

# sentence; then one line for each office: person | role | organisation | place | tenure
CASES = (
    ("Interior Minister Ana Duarte resigned.", "Ana Duarte | Interior Minister"),
    ("Interior Minister Jan Novak resigned.", "Jan Novak | Interior Minister"),
    ("Prime Minister Eva May resigned on 3 May.", "Eva May | Prime Minister"),
    ("Interior Minister Ana Duarte May 3 said so.", "Ana Duarte | Interior Minister"),
    ("He met Brazilian Foreign Minister Ana Duarte.", "Ana Duarte | Foreign Minister | | Brazil"),
    (
        "He wrote to former Defense Minister Enrique Lopez Vidal.",
        "Enrique Lopez Vidal | Defense Minister | | | former",
    ),
    ("Embassy Press Secretary Peter Hale told reporters.", "Peter Hale | Press Secretary | Embassy"),
    ("The note went to the UN Special Envoy Staffan de Vries.", "Staffan de Vries | Special Envoy | UN"),
    ("The late President Hafez al-Tawil ruled for years.", "Hafez al-Tawil | President | | | deceased"),
    ("It was signed by acting Attorney General Sara Moss.", "Sara Moss | Attorney General | | | acting"),
    ("Then-President Tom Hale signed the law.", "Tom Hale | President | | | then"),
    ("President-elect Luis Vega met the president.", "Luis Vega | President-elect | | | elect"),
    ("The book is by ex-president Luis Vega.", "Luis Vega | president | | | former"),
    ("Duarte and her president Luis Vega left.", "Luis Vega | president"),
    (
        "The general, the Judiciary chief Omar Haddad, and other officials took part.",
        "Omar Haddad | Judiciary chief | Judiciary",
    ),
    ("Minister of Justice Ana Duarte resigned.", "Ana Duarte | Minister of Justice"),
    ("Duarte (born 3 May 1950 in Orsk) is a judge.", "Duarte | judge | | | current"),
    ("Ana Duarte (of the Liberal Party), the interior minister, resigned.", "Ana Duarte | interior minister"),
    ("The mine (closed in Orsk) is a judge of nobody.",),
    ("Interior Minister \u200eAna Duarte resigned.", "Ana Duarte | Interior Minister"),
    ("Interior Minister\u200f Ana\u200e Duarte resigned.", "Ana Duarte | Interior Minister"),
    ("The deputy minister for water, Ana Duarte, resigned.", "Ana Duarte | deputy minister for water"),
    ("The Secretary of State, John Hale, agreed.", "John Hale | Secretary of State"),
    ("Norway's president, Kari Holm, agreed.", "Kari Holm | president | | Norway"),
    ("The president of Norway, Kari Holm, agreed.", "Kari Holm | president of Norway | | Norway"),
    (
        "Omar Haddad, the head of the judiciary, was in Orsk.",
        "Omar Haddad | head of the judiciary | judiciary",
    ),
    (
        "Omar Haddad, the former Minister of Justice, left the country.",
        "Omar Haddad | Minister of Justice | | | former",
    ),
    (
        "Omar Haddad, the former Minister of Justice who currently serves as an adviser to the Supreme Court, "
        "was a member of the Truth Commission.",
        "Omar Haddad | Minister of Justice | | | former",
        "Omar Haddad | adviser to the Supreme Court | Supreme Court | | current",
        "Omar Haddad | member of the Truth Commission | Truth Commission",
    ),
    (
        "“It was late,” said Diana Moss, Harbour Watch's Deputy Director for the Baltic and the North Sea.",
        "Diana Moss | Deputy Director for the Baltic and the North Sea | Harbour Watch | Baltic and the North Sea",
    ),
    (
        "Ana Duarte, the former mayor of Orsk and now governor of Tavda, spoke.",
        "Ana Duarte | mayor of Orsk | | Orsk | former",
        "Ana Duarte | governor of Tavda | | Tavda | current",
    ),
    ("John Hale, then Secretary of State, refused.", "John Hale | Secretary of State | | | then"),
    ("John Hale, chief executive of Acme, refused.", "John Hale | chief executive of Acme | Acme"),
    (
        "In 1892 Novak moved to Brno and became the director of the Royal Conservatory of Music.",
        "Novak | director of the Royal Conservatory of Music | Royal Conservatory of Music",
    ),
    ("Ana Duarte was appointed governor of Orsk in 1992.", "Ana Duarte | governor of Orsk | | Orsk"),
    ("Ana Duarte is the mayor of Orsk.", "Ana Duarte | mayor of Orsk | | Orsk | current"),
    ("Ana Duarte was vice president at the time.", "Ana Duarte | vice president | | | then"),
    ("The Minister of Citizenship, Ana Duarte, spoke.", "Ana Duarte | Minister of Citizenship"),
    ("They met South Korean President Tom Kim.", "Tom Kim | President | | South Korea"),
    (
        "Tom Hale, a spokesman for the United Mine Workers, left.",
        "Tom Hale | spokesman for the United Mine Workers | United Mine Workers",
    ),
    ("The civil rights leader John Hale left.", "John Hale | civil rights leader"),
    (
        "Luis Vega, an economist who served as director of the Budget Office and is now president of Acme, left.",
        "Luis Vega | director of the Budget Office | Budget Office",
        "Luis Vega | president of Acme | Acme | | current",
    ),
    ("Vice President Tom R. Hale Jr. and others left.", "Tom R. Hale Jr. | Vice President"),
    ("They met Texas Gov. Ann Moss.", "Ann Moss | Gov. | | Texas"),
    ("In Miami, Fla., the campaign manager, Ann Moss, spoke.", "Ann Moss | campaign manager"),
    ("Tom Hale, its combative former campaign manager, spoke.", "Tom Hale | campaign manager | | | former"),
    (
        "Republican National Committee chairman Tom Hale spoke.",
        "Tom Hale | chairman | Republican National Committee",
    ),
    (
        "After the war the rebels’ supreme leader at the time, Haddad, gave the order.",
        "Haddad | supreme leader | | | then",
    ),
    ("Police Chief Tom Jordan spoke.", "Tom Jordan | Police Chief"),
    ("Ana Duarte, a former Mexican foreign minister, spoke.", "Ana Duarte | foreign minister | | Mexico | former"),
    (
        "Ana Duarte, a professor of surgery at the University of Orsk, spoke.",
        "Ana Duarte | professor of surgery at the University of Orsk | University of Orsk",
    ),
    (
        "Ana Duarte, director of the Institute for Peace at Orsk, spoke.",
        "Ana Duarte | director of the Institute for Peace at Orsk | Institute for Peace",
    ),
    ("Ana Duarte, the Republican governor of Ohio, spoke.", "Ana Duarte | governor of Ohio | | Ohio"),
    ("Tom Hale, the State Department's climate envoy, spoke.", "Tom Hale | climate envoy | State Department"),
    ("London Mayor Tom Hale spoke.", "Tom Hale | Mayor | | London"),
)

NO_OFFICE = (
    "Maria Lopez, his mother, wept.",
    "John Smith, a teacher, and Mary Jones, a lawyer, came.",
    "The minister resigned.",
    "The minister's wife, Ana Duarte, left.",
    "According to Ana Duarte, the minister resigned.",
    "Ana Duarte, the mayor and three others were killed.",
    "Ana Duarte is not the mayor of Orsk.",
    "Ana Duarte could have been president.",
    "The film director James Hale came.",
    "Amnesty International, a member of the coalition, protested.",
    "Norway, the president of the union, agreed.",
    "The president told Norway that the minister would come on Monday.",
    "The brother of Ana Duarte is the mayor of Orsk.",
    "Justice Department lawyers met at the General Assembly.",
    "Head coach Tom Hale praised the team.",
    "He was the president.",
    "Tom Hale, a former Justice official, spoke.",
    "Ana Duarte saw that Luis Vega lost and became mayor of Orsk.",
    "The film's director, Tom Hale, was there.",
    "Tom Hale, head coach, was there.",
    "The ship reached Queen Maud Bay.",
    "Ana Duarte, a member of a large family, wept.",
)


def officials(text: str) -> tuple[Prose, tuple[Official, ...]]:
    prose = read_prose(claimcheck.parse(text))
    return prose, find_officials(prose)


def row(official: Official) -> str:
    fields = (official.person, official.role, official.organisation, official.place, official.tenure)
    return " | ".join(field or "" for field in fields)


def padded(line: str) -> str:
    fields = [field.strip() for field in line.split("|")]
    return " | ".join((fields + [""] * 5)[:5])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_offices_are_read(case: tuple[str, ...]) -> None:
    sentence, *expected = case
    assert [row(o) for o in officials(sentence)[1]] == [padded(line) for line in expected]


@pytest.mark.parametrize("sentence", NO_OFFICE)
def test_what_is_no_office_of_a_named_person_is_left_alone(sentence: str) -> None:
    assert officials(sentence)[1] == ()


def test_one_person_has_one_name_in_a_document() -> None:
    text = "Mayor Duarte spoke. Ana María Duarte left. Duarte, the head of the council, came back."
    assert {o.person for o in officials(text)[1]} == {"Ana María Duarte"}


def test_a_name_does_not_run_over_the_end_of_a_heading() -> None:
    text = "Tom Novak\n\nTom Leopold Novak was a composer. Novak was appointed director of the Academy."
    assert [o.person for o in officials(text)[1]] == ["Tom Leopold Novak"]


def test_two_people_of_one_family_name_are_not_confused() -> None:
    text = "Mayor Duarte spoke. Ana Duarte and Luis Duarte listened."
    assert {o.person for o in officials(text)[1]} == {"Duarte"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_spans_are_exact(case: tuple[str, ...]) -> None:
    prose, found = officials(case[0])
    for official in found:
        assert official.person_span is not None
        assert official.role_span is not None
        assert official.role_span.of(prose.text) == official.role
        assert official.span.covers(official.person_span)
        assert official.span.covers(official.role_span)


WORDS = (
    *(
        "President",
        "the",
        "former",
        "minister",
        "of",
        "Justice",
        "Ana",
        "Duarte",
        ",",
        "who",
        "is",
        "and",
        "chief",
        ".",
    ),
    *("’s", "Gen.", "Jr.", "-", "ex-mayor", "\ud800", "\x00", "\u200e", "was", "appointed", "as", "a", "(", "St."),
)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    prose, found = officials(text)
    for official in found:
        assert prose.document.text[official.span.start : official.span.end]
        assert official.person
        assert official.role
    assert officials(text)[1] == found
