"""A text never contradicts itself: each of its sentences, held against the whole, is supported or left open."""

from pathlib import Path

import pytest

from claimcheck.evidence.verify import Verdict, verify
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

ROOT = Path(__file__).parents[1]
TEXTS = sorted([*ROOT.glob("articles/*.md"), *ROOT.glob("corpus/*.md")])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_sentence_of_a_text_is_denied_by_it(path: Path) -> None:
    text = path.read_text("utf-8").split("---\n")[-1]
    sentences = [sentence.span.of(text) for sentence in read_prose(parse_plain(text)).sentences]
    assert sentences
    for sentence in sentences:
        assert verify(sentence, text).verdict in (Verdict.SUPPORTED, Verdict.UNVERIFIED), sentence
