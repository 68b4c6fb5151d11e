"""What a diff costs beside reading both versions: `python benchmarks/diff.py [FILE …] [--bytes N]`.

Two long versions are made of the files' sentences (the sample's, without files), each with a few words of its own; the
new one has a word changed in a tenth of them, then in every one. The whole should cost at most three times the reading.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from pathlib import Path

import claimcheck
from claimcheck.changes import compare

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--bytes", type=int, default=1_000_000)
    given = options.parse_args()
    files = given.files or [*sorted((ROOT / "articles").glob("*.md")), *sorted((ROOT / "corpus").glob("*.md"))]
    known = [s for path in files for s in _sentences(path.read_text(encoding="utf-8"))]
    for share in (0.1, 1.0):
        old, new = _versions(known, given.bytes, share)
        start = time.process_time()
        one, two = (claimcheck.extract(claimcheck.parse("\n\n".join(side))) for side in (old, new))
        read = time.process_time()
        compare(one, two)
        done = time.process_time()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{share:>4.0%} of {len(old):,} sentences changed: reading both {read - start:.1f} s, comparing "
            f"{done - read:.1f} s, together {(done - start) / (read - start):.2f} times the reading, {memory} MB"
        )


def _sentences(text: str) -> list[str]:
    prose = claimcheck.extract(claimcheck.parse(text)).prose
    return [" ".join(s.span.of(prose.text).split()) for s in prose.sentences if len(s.words) > 5]


def _versions(known: list[str], size: int, share: float) -> tuple[list[str], list[str]]:
    """Both versions as paragraphs of one sentence; about one in fifty is taken out, and as many are put in."""
    chance = random.Random(7)
    words = [word for sentence in known for word in sentence.split() if word.isalpha()]

    def changed(sentence: str, number: int) -> str:
        parts = sentence.split()
        for _ in range(number):
            parts[chance.randrange(len(parts) - 1)] = chance.choice(words)
        return " ".join(parts)

    old: list[str] = []
    new: list[str] = []
    length = 0
    while length < size:
        sentence = changed(chance.choice(known), 5)
        length += len(sentence) + 2
        if chance.random() > 0.02:
            old.append(sentence)
        if chance.random() > 0.02:
            new.append(changed(sentence, 1) if chance.random() < share else sentence)
    return old, new


if __name__ == "__main__":
    main()
