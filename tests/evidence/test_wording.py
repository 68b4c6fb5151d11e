"""What a passage says otherwise or leaves open is told in the words themselves."""

import pytest

from claimcheck.evidence.verify import verify


@pytest.mark.parametrize(
    ("claim", "document", "told"),
    [
        ("Guards killed 14 miners.", "Guards killed 41 miners.", "count differs: “14” here, “41” there"),
        ("Duarte was the judge of Orsk.", "Duarte was the former judge of Orsk.", "left out here: “former”"),
        ("Guards killed miners in Orsk.", "Guards may have killed miners in Orsk.", "left out here: “may”"),
        ("Guards killed 41 miners with batons.", "Guards killed 41 miners.", "not there: “batons”"),
        ("All miners left the mine.", "Some miners left the mine.", "less there: “Some” for “All”"),
        ("Guards fired at the crowd.", "Guards fired at the crowd, the mayor said.", "said there by “the mayor”"),
    ],
)
def test_the_words_say_what_is_missing(claim: str, document: str, told: str) -> None:
    best = verify(claim, document).evidence[0]
    assert told in (*best.differing, *best.left_open)
