"""What tags, stances and severities are called; the style puts the icon before the word."""

from __future__ import annotations

from claimcheck.model import EvidenceStance, Severity
from claimcheck.renderers.html.markup import Markup, element, text
from claimcheck.renderers.tally import Tag

MEANINGS = {
    Tag.SOURCED: "A source that is held says so.",
    Tag.ATTRIBUTED: "The text says whose words or opinion it is.",
    Tag.UNVERIFIED: "Neither. Silence is never support.",
    Tag.OPINION: "A wish, demand or judgement in the text's own voice.",
}
# Where claims overlap, the words are marked by the one that is backed least.
LEAST_BACKED = (Tag.UNVERIFIED, Tag.OPINION, Tag.ATTRIBUTED, Tag.SOURCED)


def label(item: Tag | EvidenceStance | Severity, words: str | None = None) -> Markup:
    return element("span", text(words or str(item)), class_=f"icon {item}")


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
