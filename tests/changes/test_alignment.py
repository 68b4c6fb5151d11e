"""Which sentences of one version became which of the other."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.changes import alignment
from claimcheck.changes.alignment import Link, Words, align

LIGHT = frozenset({"the", "a", "of", "in", "and", "was", "were", "to"})

FIRE = "a fire broke out in the prison before dawn"
TOLL = "at least twelve prisoners died in the north wing"
DOOR = "guards had locked the iron door of the wing"
TRIAL = "the director was convicted of negligence last autumn"


def words(*sentences: str) -> list[Words]:
    return [tuple(sentence.split()) for sentence in sentences]


CASES = {
    "nothing changed": ((FIRE, TOLL, DOOR), (FIRE, TOLL, DOOR), [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
    "a word changed": ((FIRE, TOLL), (FIRE, TOLL.replace("twelve", "fourteen")), [((0,), (0,)), ((1,), (1,))]),
    "one added": ((FIRE, DOOR), (FIRE, TOLL, DOOR), [((0,), (0,)), ((1,), (2,))]),
    "one removed": ((FIRE, TOLL, DOOR), (FIRE, DOOR), [((0,), (0,)), ((2,), (1,))]),
    "replaced by another": ((FIRE, TOLL), (FIRE, TRIAL), [((0,), (0,))]),
    "split in two": ((f"{TOLL} and {DOOR}", TRIAL), (TOLL, DOOR, TRIAL), [((0,), (0, 1)), ((1,), (2,))]),
    "two merged": ((TOLL, DOOR, TRIAL), (f"{TOLL} and {DOOR}", TRIAL), [((0, 1), (0,)), ((2,), (1,))]),
    "both empty": ((), (), []),
    "all new": ((), (FIRE, TOLL), []),
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_find_what_became_of_them(name: str) -> None:
    before, after, wanted = CASES[name]
    assert [(link.before, link.after) for link in align(words(*before), words(*after), light=LIGHT)] == wanted


def test_a_sentence_that_crosses_others_was_moved() -> None:
    links = align(words(FIRE, TOLL, DOOR, TRIAL), words(TOLL, DOOR, TRIAL, FIRE), light=LIGHT)
    assert Link((0,), (3,), 1.0, moved=True) in links
    assert [link.moved for link in links] == [False, False, False, True]


def test_a_long_text_is_cut_without_losing_a_link() -> None:
    """Every tenth of two thousand sentences is reworded, and one is taken out; all the others find themselves."""
    before = [(f"name{n}", "was", "seen", "in", f"town{n}", "by", f"guard{n}") for n in range(2000)]
    after = [(*w[:3], "near", *w[4:]) if n % 10 == 0 else w for n, w in enumerate(before) if n != 777]
    links = align(before, after, light=LIGHT)
    assert [link.before[0] for link in links] == [n for n in range(2000) if n != 777]
    assert all(link.after[0] == link.before[0] - (link.before[0] > 777) for link in links)


def test_a_text_of_which_every_sentence_was_touched_is_cut_at_its_rare_words() -> None:
    """No sentence stands in both as it was; five are new in the middle, and the first ones stand twice each."""
    twice = [("door", "shut"), ("fire", "out"), ("door", "shut"), ("fire", "out")]
    before = [*twice, *((f"name{n}", "was", "seen", "in", f"town{n}", "by", f"guard{n}") for n in range(400))]
    after = [(*words[:3], "near", *words[4:]) if len(words) > 2 else words for words in before]
    after[200:200] = [("nobody", f"knew{n}", "of", f"this{n}") for n in range(5)]
    links = align(before, after, light=LIGHT)
    assert [link.before for link in links] == [(n,) for n in range(404)]
    assert [link.after for link in links] == [(n + 5 * (n >= 200),) for n in range(404)]
    assert not any(link.moved for link in links)


def test_a_text_without_rare_words_is_cut_in_the_middle() -> None:
    """Nothing tells its sentences apart but their place: whatever is linked stands in order, and nothing twice."""
    before: list[Words] = [("the", "of") if n % 2 else ("in", "a") for n in range(500)]
    after: list[Words] = [("the", "of", "and") if n % 2 else ("in", "a", "to") for n in range(300)]
    links = [link for link in align(before, after, light=LIGHT) if not link.moved]
    old, new = [i for link in links for i in link.before], [j for link in links for j in link.after]
    assert old == sorted(set(old))
    assert new == sorted(set(new))
    assert len(links) > 250


_SENTENCES = st.lists(
    st.lists(st.sampled_from(["fire", "toll", "door", "the", "of", "nine", "ten"]), max_size=5).map(tuple), max_size=9
)


@given(_SENTENCES, _SENTENCES)
def test_no_sentence_is_linked_twice_and_only_moves_cross(before: list[Words], after: list[Words]) -> None:
    links = align(before, after, light=LIGHT)
    old = [i for link in links for i in link.before]
    new = [j for link in links for j in link.after]
    assert len(old) == len(set(old))
    assert len(new) == len(set(new))
    chain = [link for link in links if not link.moved]
    assert [i for link in chain for i in link.before] == sorted(i for link in chain for i in link.before)
    assert [j for link in chain for j in link.after] == sorted(j for link in chain for j in link.after)
    assert links == align(before, after, light=LIGHT)


PAGE = words(
    *(FIRE, TOLL, DOOR, TRIAL),
    "relatives waited at the gate for two days",
    "the ministry named no one",
    "a second fire was put out in march",
    "doctors counted burns and broken hands",
    "nobody was told where the dead were buried",
    "the file was closed and opened again",
    "three guards gave evidence to the court",
    "the wing stands empty now",
)
EDITS: dict[str, Callable[[list[Words], int, int], list[Words]]] = {
    "removed": lambda page, i, j: page[:i] + page[i + 1 :],
    "added": lambda page, i, j: [*page[:i], (*PAGE[j][::2], "anew", *PAGE[i % len(PAGE)][::2]), *page[i:]],
    "said twice": lambda page, i, j: [*page[:i], PAGE[j], *page[i:]],
    "changed": lambda page, i, j: [*page[:i], (*page[i][:-2], "another", "word"), *page[i + 1 :]],
    "moved": lambda page, i, j: [*page[:i], *page[i + 1 : i + 3], page[i], *page[i + 3 :]],
    "parted": lambda page, i, j: [
        *page[:i],
        page[i][: len(page[i]) // 2],
        page[i][len(page[i]) // 2 :],
        *page[i + 1 :],
    ],
}


@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 99), st.integers(0, 11)), max_size=4))
def test_what_stands_inside_a_run_of_the_same_sentences_is_linked_as_the_program_would(
    edits: list[tuple[str, int, int]],
) -> None:
    page = list(PAGE)
    for edit, at, other in edits:
        if page:
            page = EDITS[edit](page, at % len(page), other)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(alignment, "_inside", lambda anchors, end: [])
        wanted = align(PAGE, page, light=LIGHT)
    assert align(PAGE, page, light=LIGHT) == wanted
