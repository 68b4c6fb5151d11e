"""The id of a claim: the same wherever the claim stands, another as soon as it says something else."""

from __future__ import annotations

from collections import Counter

from claimcheck.checksums import checksum

_PLAIN = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—−", "-")}
)
_LENGTH = 12  # hex digits
_DROPPED = str.maketrans({"\u00ad": None, "\u200b": None, "\ufeff": None, "…": "..."})


class Identities:
    """Gives out the ids of one document's claims, in the order of the text."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._again: Counter[str] = Counter()

    def of(self, words: str, speaker: str | None) -> str:
        """12 hex digits of the claim's own words and its speaker; a second equal claim gets an id of its own."""
        key = f"{normal_form(words)}\n{normal_form(speaker or '')}"
        ident = checksum(key)[:_LENGTH]
        if ident in self._seen:
            self._again[ident] += 1
            return checksum(f"{key}\n{1 + self._again[ident]}")[:_LENGTH]
        self._seen.add(ident)
        return ident


def normal_form(words: str) -> str:
    """The words without what an editor changes for looks: white space, typographic marks, a capital at the start."""
    if not words:
        return ""
    plain = words if words.isascii() and "`" not in words else words.translate(_PLAIN).translate(_DROPPED)
    plain = " ".join(plain.replace("''", '"').split()).strip(" .,;:\"'")
    return plain[:1].lower() + plain[1:]
