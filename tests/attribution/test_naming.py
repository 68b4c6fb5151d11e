"""Who is behind a source: short names, pronouns and descriptions, and when they are left open."""

from __future__ import annotations

import pytest

import claimcheck

# A text, and for each of its attributions the speaker's name and type; None where it is left open.
CASES = [
    ("“Are you ill?” Ana Lind asked Jan Haas. “Yes,” he replied.", [("Ana Lind", "person"), None]),
    ("Haas's wife said he was ill. He said it was nothing.", [("Haas's wife", "person"), None]),
    ("Interior Minister Ana Duarte said the road was open.", [("Ana Duarte", "person")]),
    (
        "Ana Duarte, the mayor, said the road was open. Duarte added that the bridge was not.",
        [("Ana Duarte", "person"), ("Ana Duarte", "person")],
    ),
    ("Ana Duarte said the road was open. She said it was safe.", [("Ana Duarte", "person"), ("Ana Duarte", "person")]),
    (
        "Ana Duarte, the mayor, said the road was open. The mayor said it was safe.",
        [("Ana Duarte", "person"), ("Ana Duarte", "person")],
    ),
    ("The ministry said the road was open. It said the bridge was not.", [("ministry", "organisation")] * 2),
    ("The UN said the road was open.", [("UN", "organisation")]),
    ("Families of Marn said the road was open.", [("Families of Marn", "group")]),
    ("Human Rights Monitor said the road was open.", [("Human Rights Monitor", "organisation")]),
    ("Save the Children said the road was open.", [("Save the Children", "group")]),
    ("Justice Duarte said the road was open.", [("Duarte", "person")]),
    ("Culture Minister Duarte said the road was open.", [("Duarte", "person")]),
    ("The report said that 41 miners died.", [("report", "document")]),
    ("Two officials said the road was open.", [("Two officials", "anonymous")]),
    ("Sources said the road was open.", [("Sources", "anonymous")]),
    ("According to an official who asked not to be named, the road was open.", [("official", "anonymous")]),
    ("The experts said the road was open. They said it was safe.", [("experts", "group")] * 2),
    ("The mayor and her deputy said the road was open.", [("mayor and her deputy", "group")]),
    ("She said the road was open.", [None]),
    ("His lawyer, Joost Brandt, said the road was open.", [("Joost Brandt", "person")]),
    ("One of them, Mira Kos, now 41, said the road was open.", [("Mira Kos", "person")]),
    ("A military spokesman, General Jan Lind, rejected the claims. He said it was open.", [("Jan Lind", "person")] * 2),
    ("“It is over,” said one of them, Jane Kos of the union.", [("Jane Kos", "person")]),
    ("Dame Ruth Ellery left. Dame Ruth said it was open.", [("Ruth Ellery", "person")]),
    ("A boy who had hidden there said they fled. He said it was dark.", [("boy", "anonymous")] * 2),
    (
        "Jean Prowse asked why. A spokesperson for the council said it was open. He added that it was safe.",
        [
            ("Jean Prowse", "person"),
            ("spokesperson for the council", "anonymous"),
            ("spokesperson for the council", "anonymous"),
        ],
    ),
    (
        "His widow, Tone, says he forgave nobody. “He kept the memo,” she says.",
        [("Tone", "person"), ("Tone", "person")],
    ),
    (
        "It was shown by the Institute for Urban Safety, which said the road was open.",
        [("Institute for Urban Safety", "organisation")],
    ),
    (
        "Witness M testified that she saw two men. The accused gave evidence. He stated that he was ill.",
        [("Witness M", "person"), ("accused", "person")],
    ),
    (
        "Jan Lind said he saw smoke. The driver fled. He said it was hot.",
        [("Jan Lind", "person"), ("driver", "person")],
    ),
    ("Jan Lind said she saw smoke. Her brother fled. She said it was hot.", [("Jan Lind", "person")] * 2),
    ("Ana Duarte said she left. He said he stayed.", [("Ana Duarte", "person"), None]),
    ("His ally, Orsk, said the road was open.", [("His ally", "person")]),
    ("The spokesman, speaking in Orsk, said the road was open.", [("spokesman", "person")]),
    ("Prosecutors asked for 30 years. They said the road was open.", [("Prosecutors", "group")] * 2),
    ("Chief Constable Jan Lind left on Monday. He said the road was open.", [("Jan Lind", "person")]),
    ("Sgt. Jan Lind left on Monday. He said the road was open.", [("Jan Lind", "person")]),
    ("Fatima Nur lost her husband in May. She said the road was open.", [("Fatima Nur", "person")]),
    ("Fatima Nur lost her husband in May. He said the road was open.", [None]),
    ("Mr Lind met Ms Kos on Monday. He said the road was open.", [None]),
    (
        "Ana Duarte said it was open. She said it was safe. He said it was not.",
        [("Ana Duarte", "person"), ("Ana Duarte", "person"), None],
    ),
    ("It was closed by the union, which said the mine was unsafe.", [("union", "organisation")]),
    ("Two officials who asked not to be named said it was open.", [("Two officials", "anonymous")]),
    ("Critics like her novel; Elin Moss said it was kind. She said it was old.", [("Elin Moss", "person"), None]),
    ("Ana Duarte, who said the road was open, left at noon.", [("Ana Duarte", "person")]),
    ("ISAF confirmed that the road was open.", [("ISAF", "organisation")]),
    (
        "Defense Secretary Ana Duarte met the envoys. The secretary said the war was lost.",
        [("Ana Duarte", "person")],
    ),
    (
        "Luis Reyes, the director of the prison, fled. The prison director said it was open.",
        [("Luis Reyes", "person")],
    ),
    (
        "Justice Minister Ana Duarte met Interior Minister Jan Novak. The minister said the road was open.",
        [("minister", "person")],
    ),
    ("The former mayor, Ana Duarte, was shot. The mayor said the road was open.", [("mayor", "person")]),
    (
        "The sergeant said it was open. My mother asked for how long. He said nobody knew. She said she did.",
        [("sergeant", "person"), ("My mother", "person"), ("sergeant", "person"), ("My mother", "person")],
    ),
    ("A woman said it was open. She said it was safe.", [("woman", "anonymous")] * 2),
    ("A spokeswoman said it was open. He said it was safe.", [("spokeswoman", "anonymous"), None]),
    (
        "The foreign minister, Ana Duarte, said it was open. The interior minister said it was closed.",
        [("Ana Duarte", "person"), ("interior minister", "person")],
    ),
    (
        "The foreign minister, Ana Duarte, said it was open. The minister said it was safe.",
        [("Ana Duarte", "person"), ("Ana Duarte", "person")],
    ),
    (
        "The minister, Ana Duarte, said it was open. The ministers said it was safe.",
        [("Ana Duarte", "person"), ("ministers", "group")],
    ),
    (
        "The former mayor, Ana Duarte, said it was open. The mayor said it was closed.",
        [("Ana Duarte", "person"), ("mayor", "person")],
    ),
    (
        "Jan Lind, the deputy minister, said it was open. The minister said it was old.",
        [("Jan Lind", "person"), ("minister", "person")],
    ),
    (
        "Police spokeswoman Ana Duarte said it was open. It is closed, according to the border police.",
        [("Ana Duarte", "person"), ("border police", "organisation")],
    ),
    (
        "The army denied the strike. Experts dispute that: the shells, they say, came from the air.",
        [("army", "organisation"), ("Experts", "group")],
    ),
    (
        "State television said nine died. The group has found no evidence for this. It says 25 died.",
        [("State television", "organisation"), ("group", "organisation")],
    ),
    (
        "The ministry said the road was open. Residents have fled the town. They say soldiers fired on them.",
        [("ministry", "organisation"), ("Residents", "anonymous")],
    ),
    (
        "The union said 300 men had lost their work. The company, which runs two mines, did not reply. It said in May "
        "that one would close.",
        [("union", "organisation"), ("company", "organisation")],
    ),
    (
        "The ministry said the road was open. On Monday a bridge collapsed. It said that nobody was hurt.",
        [("ministry", "organisation")] * 2,
    ),
    (
        "Ana Duarte said it was open. It was dark. It rained. The wind rose. Nobody came. He said it was safe.",
        [("Ana Duarte", "person"), None],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:60] for text, _ in CASES])
def test_the_speaker_is_named_as_far_as_the_text_says(text: str, wanted: list[tuple[str, str] | None]) -> None:
    report = claimcheck.extract(claimcheck.parse(text))
    found = [a.speaker and (a.speaker.name, str(a.speaker.type)) for a in report.attributions]
    assert found == wanted


def test_a_speaker_says_by_which_rule_it_was_found() -> None:
    report = claimcheck.extract(claimcheck.parse("Ana Duarte said the road was open. She said it was safe."))
    rules = [a.speaker.rule for a in report.attributions if a.speaker]
    assert rules == ["as named", "pronoun “she”"]


def test_a_pronoun_that_could_be_two_people_is_not_certain() -> None:
    text = "Ana Duarte said the road was open. Elin Moss said it was not. She said it was safe."
    report = claimcheck.extract(claimcheck.parse(text))
    speaker = report.attributions[-1].speaker
    assert speaker is not None
    assert not speaker.certain
