"""How the comparison reads a sentence: its units, its pieces, and who does what to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimcheck.comparison.frames import Frame, Phrase, read_frames
from claimcheck.comparison.pieces import cut
from claimcheck.comparison.words import Sort, Unit, read_units
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

SENTENCES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()


def test_sentences_are_read_as_before(golden: Callable[[str, str], None]) -> None:
    golden("sentences.txt", "\n".join(line for sentence in SENTENCES for line in (*_read(sentence), "")))


def _read(sentence: str) -> Iterator[str]:
    units = read_units(read_prose(parse_plain(sentence)))
    yield sentence
    yield "  units:  " + " ".join(_unit(unit) for unit in units)
    yield "  pieces: " + " | ".join(
        f"{piece.kind} {_words(units, piece.units)} ({units[piece.head].text})" for piece in cut(units)
    )
    for frame in read_frames(units):
        yield "  " + _frame(units, frame)


def _unit(unit: Unit) -> str:
    """The unit's key with its tag; "!" for a content word, "^" for a name, "," for a mark behind, "()" for an aside."""
    marks = ("!" * unit.content) + ("^" * unit.name) + ("," * unit.closed) + ("()" * unit.aside)
    sort = "" if unit.sort is Sort.WORD else f"{unit.sort}:"
    return f"{sort}{unit.text}={unit.key}/{unit.lemma}/{unit.tag}{marks}".replace(" ", "_")


def _frame(units: Sequence[Unit], frame: Frame) -> str:
    marks = [name for name in ("negated", "noun", "present") if getattr(frame, name)]
    marks += [name for name in ("told", "doubted") if getattr(frame.voice, name)]
    agents, patients = (_phrases(units, phrases) for phrases in (frame.agents, frame.patients))
    others = f" with {_phrases(units, frame.others)}" if frame.others else ""
    head = units[frame.predicate].text
    return f"frame: {agents} > {head}{''.join(f' {mark}' for mark in marks)} > {patients}{others}"


def _phrases(units: Sequence[Unit], phrases: Sequence[Phrase] | None) -> str:
    return "?" if phrases is None else " + ".join(_phrase(units, phrase) for phrase in phrases) or "-"


def _phrase(units: Sequence[Unit], phrase: Phrase) -> str:
    """The phrase in brackets behind its preposition, with its head, its owner and the part that it is of another."""
    owned = "" if phrase.owned is None else f" of {units[phrase.owned].text}"
    part = "" if phrase.part is None else f" part {_words(units, phrase.part)}"
    return f"{phrase.governor or '.'}[{_words(units, phrase.units)}: {units[phrase.head].text}{owned}{part}]"


def _words(units: Sequence[Unit], which: range) -> str:
    return " ".join(units[i].text for i in which)
