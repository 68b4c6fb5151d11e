"""What tells one remark from another, however the text around it moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.accounting.accounts import words_of
from claimcheck.accounting.remark import Remark
from claimcheck.checksums import checksum


def fingerprints(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """For each remark 32 hex digits of its path, code, claim and words; of equal ones, the second has its own."""
    seen: Counter[str] = Counter()
    found = []
    for remark in remarks:
        claim = remark.claim or ""
        key = "\n".join((remark.path, remark.code, claim, words_of(remark.quote or remark.message)))
        seen[key] += 1
        found.append(checksum(f"{key}\n{seen[key]}")[:32])
    return tuple(found)
