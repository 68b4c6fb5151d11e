"""Who says so inside what somebody says: the chain behind a flat list of attributions.

"The minister said that witnesses saw smoke" is the minister's; inside it stands what the witnesses say. "Yonhap,
quoting KCNA, said" has a source behind the source. Both are kept, each with the index of the one that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.attribution.assembling import attribution
from claimcheck.attribution.engine import drafts_in
from claimcheck.attribution.frames.second_hand import find_second_hand
from claimcheck.attribution.naming import name_nested
from claimcheck.attribution.quotations import find_inside
from claimcheck.attribution.reading import Reading, Unit, words_quoted
from claimcheck.attribution.rule import Draft, Earlier
from claimcheck.model import Attribution
from claimcheck.records import replace

_SMALLEST = 4  # tokens that can hold a source, a cue and a content


def find_nested(reading: Reading, outermost: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """What stands inside the attributions; `parent` counts in the outermost followed by these."""
    opened = _opened(reading) if outermost else reading
    found = list(outermost)
    for at, said in enumerate(found):  # grows as it is read: what is found is looked into as well
        if said.parent is not None and said.content == found[said.parent].content:
            continue  # second hand: its content was looked into already
        behind = find_second_hand(reading, said)
        if behind is not None:
            found.append(replace(behind, parent=at))
        for inside, draft in _drafts(reading, opened, said):
            made = attribution(inside, draft)
            if made is not None and made.content != said.content:
                found.append(replace(made, parent=at))
    nested = tuple(found[len(outermost) :])
    return name_nested(reading.prose, outermost, nested) if nested else ()


def _drafts(reading: Reading, opened: Reading, said: Attribution) -> Iterator[tuple[Reading, Draft]]:
    """The drafts inside each sentence of the content; words in its own quotation marks are read as if they had none."""
    prose = reading.prose
    for span in said.content:
        words = prose.tokens.within(span)
        if not words:
            continue
        inside = opened if reading.quoted_by[words.start] >= 0 else reading
        for number in range(prose.sentence_at(span.start), len(prose.sentences)):
            sentence = prose.sentences[number]
            if sentence.words.start >= words.stop:
                break
            part = range(max(words.start, sentence.words.start), min(words.stop, sentence.words.stop))
            if len(part) >= _SMALLEST:
                unit = Unit(part, sentence.block, len(reading.units))  # a number that no unit follows
                yield from ((inside, draft) for draft in drafts_in(inside, unit, Earlier(None, None)))


def _opened(reading: Reading) -> Reading:
    """The reading with its outermost quotation marks taken for nothing, and those inside them for quotations."""
    quotations = find_inside(reading.prose.document, reading.quotations)
    ranges, quoted_by = words_quoted(reading.tokens, quotations)
    return replace(reading, quotations=quotations, quotation_words=ranges, quoted_by=quoted_by)
