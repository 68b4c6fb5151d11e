"""How many words each stage reads in a CPU second: `python benchmarks/stages.py BYTES` prints them as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import measure
import texts

import claimcheck
from claimcheck.attribution import find_all_attributions, find_attributions
from claimcheck.claims import find_claims
from claimcheck.evidence.weighing import weigh
from claimcheck.findings import find_findings
from claimcheck.sentences import read_prose
from claimcheck.values import find_values


def of(text: str) -> dict[str, Callable[[], object]]:
    """What each stage does with the text, ready to be run again and again."""
    document = claimcheck.parse(text)
    prose = read_prose(document)
    values, attributions = find_values(prose), find_attributions(prose)
    weighed = weigh(claimcheck.extract(document))
    return {
        "reader": lambda: claimcheck.parse(text),
        "sentences and tags": lambda: read_prose(document),
        "values": lambda: find_values(prose),
        "attributions": lambda: find_all_attributions(prose),
        "claims": lambda: find_claims(prose, values, attributions),
        "findings": lambda: find_findings(weighed),
        "all of extract": lambda: claimcheck.extract(document),
    }


def main() -> None:
    text = texts.different(texts.sentences([]), int(sys.argv[1]))
    words = len(text.split())
    print(json.dumps({name: words / max(1e-9, measure.cpu_seconds(run)) for name, run in of(text).items()}))


if __name__ == "__main__":
    main()
