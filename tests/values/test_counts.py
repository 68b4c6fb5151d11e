"""Counts: how many of whom, and what happened to them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Comparator, Count, Outcome
from claimcheck.readers.plain import parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values import find_values


def counts(text: str) -> list[Count]:
    return [v for v in find_values(read_prose(parse_plain(text))) if isinstance(v, Count)]


def told(text: str) -> list[tuple[str, str | None]]:
    """Each count's words with its outcome."""
    return [(c.span.of(text), c.outcome and c.outcome.value) for c in counts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 30,000 political prisoners were executed.", [("Over 30,000", "executed")]),
        ("At least 4,482 people were killed.", [("At least 4,482", "killed")]),
        ("60,000 people are estimated to have died.", [("60,000", "killed")]),
        ("12 men are believed to have been killed.", [("12", "killed")]),
        ("12 men are believed to have killed the mayor.", [("12", None)]),
        ("12 men are believed to be dead.", [("12", "killed")]),
        ("12 men had to die.", [("12", None)]),
        ("12 men have to be shot.", [("12", None)]),
        ("Thousands of villagers were killed.", [("Thousands", "killed")]),
        ("Between 2,800 and 5,000 prisoners were hanged.", [("Between 2,800 and 5,000", "executed")]),
        ("Four people were killed and 35 wounded.", [("Four", "killed"), ("35", "injured")]),
        ("Four were killed and 35 were wounded.", [("Four", "killed"), ("35", "injured")]),
        ("Six priests and two women were killed.", [("Six", "killed"), ("two", "killed")]),
        ("Gunmen murdered six priests and two women.", [("six", "murdered"), ("two", "murdered")]),
        ("They mourn the deaths of six priests and their two cooks.", [("six", "killed"), ("two", "killed")]),
        ("Ten people were wounded, including three policemen.", [("Ten", "injured"), ("three", "injured")]),
        ("Twelve miners, including two boys, were killed.", [("Twelve", "killed"), ("two", "killed")]),
        ("The shelling ended after killing and wounding over 40 people.", [("over 40", "other")]),
        ("The flood claimed the lives of 100 people.", [("100", "killed")]),
        ("The flood claimed 100 lives.", [("100", "killed")]),
        ("One soldier was killed and six more.", [("One", "killed"), ("six", "killed")]),
        ("Troops detained several insurgents.", [("several", "detained")]),
        ("Nine were killed and over 30 wounded.", [("Nine", "killed"), ("over 30", "injured")]),
        ("The death toll rose to 12.", [("12", "killed")]),
        ("The blast left 12 people dead and more than 30 injured.", [("12", "killed"), ("more than 30", "injured")]),
        ("The bus overturned, killing 14.", [("14", "killed")]),
        ("The decree led to the execution of 30 prisoners.", [("30", "executed")]),
        ("Police announced the arrests of 12 students.", [("12", "detained")]),
        ("Twelve students are in custody.", [("Twelve", "detained")]),
        ("Rebels took 12 nurses hostage.", [("12", "abducted")]),
        ("Seven nurses, kidnapped by rebels in May, are free.", [("Seven", "abducted")]),
        ("The storm caused nine deaths.", [("nine", "killed")]),
        ("The graves held nine people who died in detention.", [("nine", "killed")]),
        ("A guard was killed.", [("A", "killed")]),
        ("Troops captured a rebel commander.", [("a", "detained")]),
        ("Police arrested a Popular Union of Karelia (PUK) member.", [("a", "detained")]),
        (
            "They mourn the deaths of the miners -- five Poles and two Czechs.",
            [("five", "killed"), ("two", "killed")],
        ),
        ("Rebels abducted 5 farmers, and 2 of them were later found dead.", [("5", "abducted"), ("2", "killed")]),
        ("Gunmen attacked 12 men in a village and three were killed.", [("12", None), ("three", "killed")]),
        ("A bomber struck, killing himself and 14 others.", [("14", "killed")]),
        ("It killed a policeman, a teacher and three pupils.", [("a", "killed"), ("a", "killed"), ("three", "killed")]),
        ("Three people, two men and a boy, died.", [("Three", "killed"), ("two", "killed"), ("a", "killed")]),
        ("The number of dead rose to 54.", [("54", "killed")]),
        ("Of the 40 wounded, 12 are in critical condition.", [("40", "injured"), ("12", "injured")]),
        ("Fatalities: 3-5", [("3-5", "killed")]),
        ("An earthquake left 300,000 homeless.", [("300,000", "displaced")]),
        ("The dead were Ana Duarte, Omar Hale and two other nurses.", [("two", "killed")]),
        ("Ana Duarte, the mother of three, died.", [("three", None)]),
        ("Two children aged four and seven died.", [("Two", "killed")]),
        ("Three boys, aged 4, 7 and 9, were killed.", [("Three", "killed")]),
        ("A man aged 41 and 12 women were killed.", [("12", "killed")]),
        ("The UN documented 1,204 civilian deaths.", [("1,204", "killed")]),
        ("Among the dead were two children.", [("two", "killed")]),
        ("Among those injured was one guard.", [("one", "injured")]),
        ("Killed: 12", [("12", "killed")]),
        ("No one was killed.", [("No one", "killed")]),
        ("Up to 30 villagers may have been killed.", [("Up to 30", "killed")]),
        ("Twenty villagers are missing.", [("Twenty", "missing")]),
        ("Two million people were displaced.", [("Two million", "displaced")]),
        ("Eight men were sentenced to death.", [("Eight", "sentenced")]),
        ("The bodies of three women were found.", [("three", "killed")]),
        ("Two guards watching the gate were killed.", [("Two", "killed")]),
        ("He was killed near his home, along with two of his guards.", [("two", "killed")]),
        ("Six priests -- five of them foreigners -- were killed.", [("Six", "killed"), ("five", "killed")]),
        (
            "Three nuns and nine other people (four guards and five cooks) were hurt.",
            [("Three", "injured"), ("nine", "injured"), ("four", "injured"), ("five", "injured")],
        ),
        ("Hale was shot to death along with two other students.", [("two", "killed")]),
        (
            "They condemned the killing of six monks, five of whom were foreigners, and two cooks.",
            [("six", "killed"), ("five", "killed"), ("two", "killed")],
        ),
        ("Thirty men were abducted and later killed.", [("Thirty", "killed")]),
        ("Thirty men were beaten and then arrested.", [("Thirty", "detained")]),
        ("Over 40 people were killed or wounded.", [("Over 40", "other")]),
        ("The militia lost over 600 dead and wounded.", [("over 600", "other")]),
        ("In May 30 men were killed and 12 buses burned.", [("30", "killed"), ("12", None)]),
        ("On May 30 men were killed.", []),
        ("He was one of 8,000 men and boys killed at Orsk.", [("one", "killed"), ("8,000", "killed")]),
        ("They met 12 men and boys wounded in May.", [("12", "injured")]),
        ("12 men and boys killed the guard.", [("12", None)]),
        ("They have detained, tortured or killed 90,000 people.", [("90,000", "other")]),
        ("40 men were detained, tortured or killed.", [("40", "other")]),
        ("12 were abducted, tortured and killed.", [("12", "killed")]),
        ("12 were executed or killed.", [("12", "executed")]),
        ("They arrested or killed 40 men.", [("40", "other")]),
        ("They abducted and murdered 12 women.", [("12", "killed")]),
        ("They killed, wounded or arrested 300.", [("300", "other")]),
        ("One in ten of the town's men died.", []),
        ("Samira, now 61, fled.", []),
        ("The general, now 78, was jailed.", []),
        ("37 people were dead: 29 men and eight women.", [("37", "killed"), ("29", "killed"), ("eight", "killed")]),
        ("That brings to 29 the number of people killed since May.", [("29", "killed")]),
        ("Jan Haas, a miner, fled.", []),
        ("Six of the wounded died.", [("Six", "killed")]),
        ("Five missing miners were found dead.", [("Five", "killed")]),
        ("The brothers, who were 19 and 23, were shot dead.", []),
        ("All but three of the 67 passengers were killed.", [("three", None), ("67", None)]),
        ("Prisoner 4512 died in 1938.", []),
        ("They found 12 men dead and three alive.", [("12", "killed"), ("three", None)]),
        ("Forty men were taken to a quarry and executed.", [("Forty", "executed")]),
        ("The toll rose by six to 47.", [("six", None), ("47", "killed")]),
        ("104 clerks have been killed, 39 of them in custody.", [("104", "killed"), ("39", "killed")]),
        ("Those killed included four clerks.", [("four", "killed")]),
        ("Those who came included four clerks.", [("four", None)]),
        ("The dead: two clerks and a guard.", [("two", "killed"), ("a", "killed")]),
        ("All 12 men and women in the house were killed.", [("All 12", "killed")]),
        ("No one of the 12 was killed.", [("No one", "killed"), ("12", None)]),
        ("Two of the 12 clerks were killed.", [("Two", "killed"), ("12", None)]),
        ("The mother of 12 children was killed.", [("12", None)]),
        ("The leader of the 12 clerks died.", [("12", None)]),
        ("A group of 12 clerks were killed.", [("12", "killed")]),
        ("Each of the 12 clerks was killed.", [("12", "killed")]),
        ("Relatives of 12 clerks who were killed marched.", [("12", "killed")]),
        ("The names of the 12 clerks killed in Orsk were read.", [("12", "killed")]),
        ("Twelve clerks arrested in Orsk were executed.", [("Twelve", "executed")]),
        ("Nine of those arrested were executed.", [("Nine", "executed")]),
        ("Nine of those arrested were freed.", [("Nine", "detained")]),
        ("Twelve clerks injured in the blast died in hospital.", [("Twelve", "killed")]),
        ("Ten clerks detained in March have since died.", [("Ten", "killed")]),
        ("Ten clerks abducted in March were later found dead.", [("Ten", "killed")]),
        ("Ten clerks detained in March are to be executed.", [("Ten", "detained")]),
        ("Ten clerks detained in March have not been killed.", [("Ten", "detained")]),
        ("Ten clerks arrested by guards who were killed are free.", [("Ten", "detained")]),
        ("Ten clerks arrested after guards were killed are free.", [("Ten", "detained")]),
        ("Ten clerks wounded in the raid killed a guard.", [("Ten", "injured"), ("a", "killed")]),
        ("Forty were detained, 12 of whom were released.", [("Forty", "detained"), ("12", None)]),
        (
            "Seven men, including a guard, and two nurses were killed.",
            [("Seven", "killed"), ("a", "killed"), ("two", "killed")],
        ),
        ("Twenty-two prisoners were burned alive.", [("Twenty-two", "killed")]),
        ("Some 400 people are being held without charge.", [("Some 400", "detained")]),
        ("The shelling left dozens wounded and dead.", [("dozens", "other")]),
        ("It left 12 dead and wounded 30.", [("12", "killed"), ("30", "injured")]),
        ("The gunmen left 12 dead and fled.", [("12", "killed")]),
        ("Dozens lay dead and wounded in the street.", [("Dozens", "other")]),
        ("Hundreds were killed, injured and displaced.", [("Hundreds", "other")]),
        ("More than 100 were killed, arrested or disappeared.", [("More than 100", "other")]),
        ("600 were dead and missing.", [("600", "other")]),
        ("There were 12 deaths and injuries.", [("12", "other")]),
        ("There were 12 deaths and 14 arrests.", [("12", "killed"), ("14", "detained")]),
        ("Nine men were wounded and later killed.", [("Nine", "killed")]),
        ("Nine men were abducted and killed.", [("Nine", "killed")]),
        ("They mourn the deaths of four students who had been abducted.", [("four", "killed")]),
        ("Two guards who worked with them were murdered.", [("Two", "killed")]),
        ("Two of the seven abducted university students are back.", [("Two", "abducted"), ("seven", "abducted")]),
        ("Three people were fatally shot.", [("Three", "killed")]),
        ("The fire caused nine deaths and injured 30 people.", [("nine", "killed"), ("30", "injured")]),
        ("He denied it in addition to detaining 12 men.", [("12", "detained")]),
    ],
)
def test_what_happened_to_the_counted(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == [(words, "killed" if outcome == "murdered" else outcome) for words, outcome in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The blast could have killed 40 people.",
        "They planned to kill 12 judges.",
        "The squad did not kill 12 people.",
        "Twelve soldiers killed a guide.",
        "Twelve prisoners will be executed.",
        "The letter was signed by seven top experts.",
        "The drought killed 200 sheep.",
        "The committee killed three bills.",
        "Police seized 12 rifles and captured three towns.",
        "Twelve students met the man who was killed.",
        "Twelve students left when a man was killed.",
        "Twelve students worked in the town where a man was killed.",
        "She captured 1,944 delegates in March.",
        "The crisis hurt millions of savers.",
        "He is capturing the anger of 12 voters.",
        "They want to spend billions deporting 11 million people.",
        'He lost tens of thousands of "missing" letters.',
        "He dealt with it in two sentences.",
        "He wants to build a wall along the border and deport 11 million people.",
        "You only have one shot at it.",
        "No state has been hurt more.",
        "The news prevented the deaths of 12 people.",
    ],
)
def test_who_was_not_a_victim(text: str) -> None:
    assert not [c for c in counts(text) if c.outcome is not None and c.number != 1]


@pytest.mark.parametrize(
    "text",
    [
        "It began in 1988.",
        "The 1988 massacre was hidden.",
        "He stayed for 60 days.",
        "They met on 28 July.",
        "She is a 34-year-old teacher.",
    ],
)
def test_dates_and_lengths_of_time_are_no_counts(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This one is one of the best.",
        "Many friends came.",
        "He wrote scores of two operas.",
        "It is an indefinite one.",
    ],
)
def test_turns_of_phrase_are_no_counts(text: str) -> None:
    assert [c.of for c in counts(text) if c.of != "operas"] == []


def test_a_part_points_at_its_whole() -> None:
    text = "At least 12 people, including two children, were killed."
    whole, part = counts(text)
    assert part.subset_of == whole.span
    assert whole.subset_of is None


def test_people_are_counted_as_persons_and_things_by_their_noun() -> None:
    text = "Over 300 political prisoners and 12 ships in the bay."
    people, ships = counts(text)
    assert (people.unit, people.of) == ("person", "political prisoners")
    assert (ships.unit, ships.of) == ("ship", "ships")


def test_nobody_is_none_and_not_one() -> None:
    (nobody,) = counts("No civilians were injured.")
    assert (nobody.number, nobody.min, nobody.max) == (0, 0, 0)


_PIECES = (
    "12 people were killed and two wounded , including three policemen ( ) -- a guard no one who died of "
    "lives claimed death toll rose to . were have been by in Orsk 35 hostage took and at least"
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_PIECES.split()), max_size=20).map(" ".join)))
def test_counts_stand_in_order_inside_the_text(text: str) -> None:
    found = counts(text)
    assert found == counts(text)
    spans = [c.span for c in found]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(c.subset_of is None or c.subset_of in spans for c in found)


@pytest.mark.parametrize(
    "text",
    ["Most of the 12 clerks were killed.", "One of the 12 died.", "The rest of the 12 clerks have been killed."],
)
def test_of_some_nobody_knows_more_than_how_many_there_were(text: str) -> None:
    (count,) = counts(text)
    assert (count.min, count.max, count.comparator, count.outcome) == (None, 12, Comparator.AT_MOST, Outcome.KILLED)
