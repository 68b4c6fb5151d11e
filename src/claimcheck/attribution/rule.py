"""What a rule of attribution is, and what it makes."""

from __future__ import annotations

from claimcheck.attribution.cues import Cue, Hit
from claimcheck.attribution.reading import Reading, Unit
from claimcheck.records import NamedTuple, dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, what it says, and the sentences that prove it."""

    name: str
    summary: str
    matches: tuple[str, ...]  # sentences of which it makes an attribution
    misses: tuple[str, ...]  # the nearest sentences of which it makes none


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in words (token ranges), before its source is resolved."""

    rule: Rule
    cue: Cue
    cue_words: range
    source: tuple[range, ...]
    content: tuple[range, ...]


class Earlier(NamedTuple):
    """The unit before this one, when it stands near, and the last attribution made in it."""

    unit: Unit | None
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Situation:
    """A verb cue in its sentence: what a rule needs to know of it."""

    reading: Reading
    unit: Unit
    hit: Hit
    floor: int  # the first word that may belong to it
    end: int  # the unit's end without its final punctuation
    group: int  # where its verb group begins
    passive: bool
    gerund: bool  # an -ing form without a form of "be"
    infinitive: bool  # "to" and the base form, with no finite verb in the group
    subject: range | None
    drafts: tuple[Draft, ...]  # those of this unit so far
    earlier: Earlier

    @property
    def cue(self) -> Cue:
        return self.hit.cue

    @property
    def after(self) -> int:
        """The first token after the cue."""
        return self.hit.words.stop

    @property
    def cue_words(self) -> range:
        return range(self.group, self.hit.words.stop)
