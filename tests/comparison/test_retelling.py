"""Each rule of a retelling, by the claim that it stops and the nearest one that it lets through."""

import pytest

from claimcheck.comparison.retelling import RULES, cover
from claimcheck.comparison.retelling.pair import Pair
from claimcheck.comparison.retelling.tellings import Teller
from claimcheck.comparison.words import Unit, read_units
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

SOURCE = """\
Nora Lindqvist founded the Sorn Gazette in 1908. The printer Emil Aas lent her 900 crowns. Lindqvist never married. Some
of her readers were miners. In 1915 the Gazette moved from Tarn to Lenk. It printed nine novels by Clara Voss, and she
translated two books for it. Police searched the office in May 1917 and arrested Emil Aas. The mayor of Lenk called the
paper a danger. Its rival, the Lenk Courier, closed before the war. Lindqvist is said to have burned her letters. Voss
bought a house on the harbour in 1920."""

CASES = [
    ("values", "Nora Lindqvist established the Gazette in 1909.", "Nora Lindqvist established the Gazette in 1908."),
    ("values", "Clara Voss purchased a house in Tarnby.", "Clara Voss purchased a house."),
    ("telling_words", "Clara Voss purchased a small house.", "Clara Voss purchased a charming house."),
    ("telling_words", "Clara Voss purchased a potential house.", "Clara Voss purchased a house."),
    ("quantities", "All of her readers were workers.", "Some of her readers were workers."),
    ("quantities", "No readers of hers were workers.", "Some of her readers were workers."),
    ("counts", "The printer gave her 9 crowns.", "The printer gave her 900 crowns."),
    ("denials", "Lindqvist wed.", "Lindqvist never wed."),
    ("denials", "Clara Voss did not purchase a house.", "Clara Voss purchased a house."),
    ("opposites", "The Lenk Courier shut after the war.", "The Lenk Courier shut before the war."),
    ("verbs", "Emil Aas detained police.", "Police detained Emil Aas."),
    ("verbs", "Emil Aas established the Gazette in 1908.", "Nora Lindqvist established the Gazette in 1908."),
    ("verbs", "The Sorn Gazette established Nora Lindqvist.", "Nora Lindqvist established the Sorn Gazette."),
    ("verbs", "Lindqvist burned her letters.", "Lindqvist is said to have burned her letters."),
    ("verbs", "The Gazette relocated from Lenk to Tarn.", "The Gazette relocated from Tarn to Lenk."),
    ("states", "Clara Voss was the mayor of Lenk.", "Emil Aas was the printer."),
    ("states", "The paper was a danger.", "The mayor called the paper a danger."),
    ("owners", "The mayor of Tarn called it a danger.", "The mayor of Lenk called it a danger."),
    ("verbs", "Clara Voss relocated in 1915.", "The Gazette relocated in 1915."),
    ("scattered", "The mayor housed police.", "The mayor called the paper a danger."),
    ("links", "Clara Voss purchased a house in 1917.", "Clara Voss purchased a house in 1920."),
]


def _units(text: str) -> tuple[Unit, ...]:
    return read_units(read_prose(parse_plain(text)))


def _pair(claim: str) -> Pair:
    units = _units(SOURCE)
    numbers = range(max(unit.sentence for unit in units) + 1)
    teller = Teller([[unit for unit in units if unit.sentence == n] for n in numbers])
    return Pair(
        _units(claim), [teller.telling(n) for n in numbers], teller.text, lambda unit: 1.0 if unit.content else 0.05
    )


def _stopped_by(claim: str) -> set[str]:
    pair = _pair(claim)
    return {rule.__name__ for rule in RULES if any(rule(pair))}


@pytest.mark.parametrize(("rule", "stopped", "passed"), CASES, ids=[stopped for _, stopped, _ in CASES])
def test_a_rule_stops_what_only_looks_like_a_retelling(rule: str, stopped: str, passed: str) -> None:
    assert rule in _stopped_by(stopped)
    assert rule not in _stopped_by(passed)


def test_each_rule_has_a_claim_that_it_stops() -> None:
    assert {rule for rule, _, _ in CASES} == {rule.__name__ for rule in RULES}


def test_what_is_left_over_is_weighed() -> None:
    units = _units(SOURCE)
    numbers = range(max(unit.sentence for unit in units) + 1)
    teller = Teller([[unit for unit in units if unit.sentence == n] for n in numbers])
    tellings = [teller.telling(n) for n in numbers]

    def weight(unit: Unit) -> float:
        return 1.0

    few = cover(_units("Clara Voss purchased a charming house in 1920."), tellings, teller.text, weight)
    assert few is not None
    assert [unit.text for unit in few.missing] == ["charming"]
    assert [(one.text, other.text) for one, other in few.reworded] == [("purchased", "bought")]
    many = cover(_units("Clara Voss purchased a charming whitewashed gabled house."), tellings, teller.text, weight)
    assert many is None
    assert cover(_units("Clara Voss purchased a house and a house. " * 20), tellings, teller.text, weight) is None
