"""Who does what to whom, as the sentences say it."""

import pytest

from claimcheck.comparison.frames import Frame, read_frames
from claimcheck.comparison.words import Unit, read_units
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose


def _told(units: tuple[Unit, ...], frame: Frame) -> str:
    """The frame as "agents > verb > patients", heads only; "?" where the sentence does not tell."""

    def heads(phrases: tuple[object, ...] | None) -> str:
        return "?" if phrases is None else " ".join(units[phrase.head].text for phrase in phrases)  # type: ignore[attr-defined]  # phrases

    marks = ("not " if frame.negated else "") + ("told " if frame.voice.told else "")
    marks += "open " if frame.voice.doubted else ""
    return f"{heads(frame.agents)} > {marks}{units[frame.predicate].text} > {heads(frame.patients)}".strip()


@pytest.mark.parametrize(
    ("sentence", "frames"),
    [
        ("Guards killed 41 miners.", ["Guards > killed > miners"]),
        ("41 miners were killed by guards.", ["guards > killed > miners"]),
        ("The killing of 41 miners by guards was filmed.", ["> filmed > killing", "guards > killing > miners"]),
        ("The miners killed by guards were buried.", ["guards > killed > miners", "> buried > miners"]),
        ("The man who shot the guard fled.", ["man > shot > guard", "man > fled >"]),
        ("The guard whom the man shot fled.", ["man > shot > guard", "guard > fled >"]),
        ("Ana Duarte was convicted and sentenced.", ["> convicted > Duarte", "> sentenced > Duarte"]),
        ("The mayor of Orsk, Ana Duarte, resigned.", ["mayor Duarte > resigned >", "? > mayor > Orsk"]),
        ("The court did not hear the widows.", ["court > not hear > widows"]),
        ("No officer has been suspended.", ["> not suspended > officer"]),
        ("The governor refused to sign the decree.", ["governor > refused >", "governor > not sign > decree"]),
        ("The court ordered guards to leave.", ["court > ordered > guards", "? > open leave >"]),
        ("The ministry said soldiers fired.", ["ministry > said >", "soldiers > told fired >"]),
        ("Soldiers fired, the ministry said.", ["Soldiers > told fired >", "ministry > said >"]),
        ("The ministry denied that soldiers fired.", ["ministry > denied >", "soldiers > told open fired >"]),
        ("According to the ministry, soldiers fired.", ["? > told According >", "soldiers > told fired >"]),
        ("The company may have known.", ["company > open known >"]),
        ("The opposition won 34 of the 90 seats.", ["opposition > won > seats"]),
    ],
)
def test_each_verb_has_those_who_do_and_suffer_it(sentence: str, frames: list[str]) -> None:
    units = read_units(read_prose(parse_plain(sentence)))
    assert [_told(units, frame) for frame in read_frames(units)] == frames
