"""How time grows with texts that are made to be slow: `python benchmarks/adversarial.py [--characters N]`.

Each piece is repeated to N, 2 N and 4 N characters on one line; the whole of a check is timed in CPU seconds. Linear
work takes twice the time for twice the text: a step well over 2 is a fault.
"""

from __future__ import annotations

import argparse
import time

import claimcheck
from claimcheck.readers import parse

PIECES = {
    "quotation marks": "“",
    "straight marks": '"',
    "brackets": "[",
    "nested brackets": "([{",
    "commas": ", ",
    "digits": "7",
    "numbers": "12 ",
    "grouped digits": "1,000,",
    "said": "said ",
    "said that he": "he said that ",
    "capitals": "A",
    "names": "Ana Duarte ",
    "titles": "Gen. ",
    "of the": "of the ",
    "and": "and ",
    "who": "who ",
    "killed": "12 killed and ",
    "months": "May ",
    "days": "3 May, ",
    "years": "1992 ",
    "full stops": ". ",
    "sentences": "He said 12 were killed. ",
    "quotations": "“We left,” he said. ",
    "hyphens": "a-",
    "spaces": " ",
    "emphasis": "*a ",
    "links": "[a](",
    "tables": "|a",
    "tags": "<a ",
    "quotes": "> ",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--characters", type=int, default=100_000)
    size = options.parse_args().characters
    seconds("One. ", 1000)  # the lexicons are read once
    print(f"{'piece':18}{'N':>8}{'2 N':>8}{'4 N':>8}   steps   (CPU seconds, N = {size:,} characters)")
    for name, piece in PIECES.items():
        one, two, four = (seconds(piece, length) for length in (size, 2 * size, 4 * size))
        print(f"{name:18}{one:8.2f}{two:8.2f}{four:8.2f}   {two / one:.1f} {four / two:.1f}", flush=True)


def seconds(piece: str, length: int) -> float:
    text = piece * (length // len(piece))
    start = time.process_time()
    for form in ("text", "markdown"):
        claimcheck.check(parse(text, format=form))  # type: ignore[arg-type]
    return max(time.process_time() - start, 1e-6)


if __name__ == "__main__":
    main()
