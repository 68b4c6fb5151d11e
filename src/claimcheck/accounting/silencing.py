"""Findings that somebody has decided to leave as they are: by an instruction in the text, or by path."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from claimcheck.accounting.remark import Remark
from claimcheck.config import PathRule
from claimcheck.errors import nearest
from claimcheck.model import Severity
from claimcheck.readers.instructions import Instruction, Reach

FAULTY = "faulty-ignore"
UNUSED = "unused-ignore"
_MEND = "Write <!-- claimcheck: ignore-next-line CODE -- reason -->, in plain text in square brackets."


def silenced(
    shown: Iterable[Remark],
    everything: Iterable[Remark],
    *,
    path: str,
    instructions: tuple[Instruction, ...],
    rules: Iterable[PathRule] = (),
    known: Collection[str],
) -> tuple[Remark, ...]:
    """The remarks that nobody has silenced, and those on instructions that are wrong or have nothing to silence.

    `everything` is all that could be said of the text: an instruction for a claim that is not new is in use, too.
    `known` are all codes. A rule by path silences remarks on instructions as well.
    """
    sound = {number: item for number, item in enumerate(instructions) if _fault(item, known) is None}
    used = {number for number, item in sound.items() if any(_reaches(item, remark) for remark in everything)}
    kept = [remark for remark in shown if not _is_ignored(remark, sound.values())]
    for number, item in enumerate(instructions):
        fault = _fault(item, known)
        if fault is not None:
            kept.append(_remark(item, path, FAULTY, Severity.WARNING, fault, _MEND))
        elif number not in used:
            kept.append(_remark(item, path, UNUSED, Severity.NOTE, "there is nothing here to ignore", "Take it out."))
    covering = _covering(path, rules)
    return tuple(
        remark
        for remark in sorted(kept, key=lambda remark: (remark.start, remark.end, remark.code, remark.message))
        if not _is_covered(remark, covering)
    )


def is_silenced(
    remark: Remark, *, path: str, instructions: Iterable[Instruction], rules: Iterable[PathRule], known: Collection[str]
) -> bool:
    """Whether somebody has decided to leave this one as it is."""
    sound = [item for item in instructions if _fault(item, known) is None]
    return _is_ignored(remark, sound) or _is_covered(remark, _covering(path, rules))


def _is_ignored(remark: Remark, sound: Iterable[Instruction]) -> bool:
    return any(_reaches(item, remark) for item in sound)


def _covering(path: str, rules: Iterable[PathRule]) -> tuple[PathRule, ...]:
    return tuple(rule for rule in rules if path != "-" and rule.covers(Path(path)))


def _is_covered(remark: Remark, covering: Iterable[PathRule]) -> bool:
    return any(not rule.codes or remark.code in rule.codes for rule in covering)


def _reaches(item: Instruction, remark: Remark) -> bool:
    if item.codes and remark.code not in item.codes:
        return False
    return any(line in item.lines for line in range(remark.start.line, remark.end.line + 1))


def _fault(item: Instruction, known: Collection[str]) -> str | None:
    if item.reach is None:
        return f"there is no instruction {item.verb!r} ({_near(item.verb, tuple(Reach))})"
    for code in item.codes:
        if code not in known:
            return f"no finding is called {code!r} ({_near(code, sorted(known))})"
    if not item.reason:
        return "no reason is given (write it after --)"
    return None


def _near(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f"did you mean {near!r}?" if near else "see claimcheck explain"


def _remark(item: Instruction, path: str, code: str, severity: Severity, message: str, mend: str) -> Remark:
    return Remark(path, item.start, item.end, code, severity, message, mend)
