"""The lexicon of cues, read entry by entry."""

from __future__ import annotations

import pytest

from claimcheck.attribution import find_attributions
from claimcheck.attribution.cues import Cue, Part, cues, cues_at
from claimcheck.lexicon import load
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: f"{cue.part}-{cue.base}".replace(" ", "-"))
def test_the_example_of_a_cue_yields_it(cue: Cue) -> None:
    prose = read_prose(parse_plain(cue.example))
    tokens = prose.tokens
    found = {hit.cue.base for i in range(len(tokens.text)) for hit in cues_at(tokens, i, len(tokens.text))}
    assert cue.base in found
    said = find_attributions(prose)
    assert any(a.stance is cue.stance and a.cue_class is cue.cue_class for a in said), (
        f"no {cue.stance} in {[(a.rule, a.stance) for a in said]}"
    )


def test_entries_are_sorted() -> None:
    for part in Part:
        for by_stance in load("cues")[part].values():
            for entries in by_stance.values():
                assert list(entries) == sorted(entries)
