"""Which sentences of one version became which of the other.

A dynamic program links what is alike, one to one, two to one or one to two, without crossing; what is left over and
still stands nearly word for word elsewhere was moved. Long texts are first cut at anchors, sentences that stand once in
both and in the same order, and then into stretches of at most `_BLOCK` sentences: the cost is that of sorting.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.records import NamedTuple

Words = tuple[str, ...]

_FINE = 10_000  # weights are whole numbers of this fineness, so that their sums are the same in any order
_STOP_MASS = 0.6  # what a function word weighs; a content word weighs log(1 + sentences / sentences that have it)
_INCLUSION = 0.5  # how far one sentence lying inside the other counts, against the two being equal
_ALIKE = 0.37  # the likeness at which a link is as good as a removal and an addition
_RUN = 0.04  # what following straight on another link is worth
_HOPELESS = _ALIKE - 2 * _RUN  # below this no link can better a chain
_JOINED = 0.08  # how much better two sentences together must fit than the better one of them
_MOVED = 0.75  # a link that crosses others must be as good as this
_BLOCK = 120  # sentences on a side that the dynamic program takes at once


class Link(NamedTuple):
    """Sentences of the old text that became sentences of the new one; one of the two sides has length 1."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    likeness: float  # 0 to 1; 1 for the same words
    moved: bool = False  # crosses other links


def align(before: Sequence[Words], after: Sequence[Words], *, light: frozenset[str]) -> tuple[Link, ...]:
    """The links in the order of the new text. `light` are the function words, which say little about likeness."""
    scale = _Scale(before, after, light)
    links: list[Link] = []
    done = (0, 0)
    short = len(before) <= _BLOCK and len(after) <= _BLOCK
    anchors = [] if short else _anchors(before, after)
    for i, j in [*anchors, (len(before), len(after))]:
        links += _between(scale, range(done[0], i), range(done[1], j))
        if i < len(before) and j < len(after):
            links.append(Link((i,), (j,), 1.0))
        done = (i + 1, j + 1)
    links += _moved(scale, links)
    return tuple(sorted(links, key=lambda link: (link.after, link.before)))


def _anchors(before: Sequence[Words], after: Sequence[Words]) -> list[tuple[int, int]]:
    """The longest rising run of sentences that stand exactly once in both, widened over equal neighbours."""
    old, new = _once(before), _once(after)
    pairs = sorted((i, new[words]) for words, i in old.items() if words in new)
    rising = _longest_rising(pairs)
    chosen = set(rising)
    wide: list[tuple[int, int]] = []
    for number, (i, j) in enumerate(rising):
        low = wide[-1] if wide else (-1, -1)
        back = []
        a, b = i - 1, j - 1
        while a > low[0] and b > low[1] and before[a] == after[b] and (a, b) not in chosen:
            back.append((a, b))
            a, b = a - 1, b - 1
        wide += [*reversed(back), (i, j)]
        high = rising[number + 1] if number + 1 < len(rising) else (len(before), len(after))
        a, b = i + 1, j + 1
        while a < high[0] and b < high[1] and before[a] == after[b]:
            wide.append((a, b))
            a, b = a + 1, b + 1
    return wide


def _once(sentences: Sequence[Words]) -> dict[Words, int]:
    counts = Counter(sentences)
    return {words: i for i, words in enumerate(sentences) if words and counts[words] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of pairs, sorted by their first, whose second rises too (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    behind: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect.bisect_left(tops, j)
        behind.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            piles.append(index)
        else:
            tops[pile], piles[pile] = j, index
    run = []
    at = piles[-1] if piles else -1
    while at >= 0:
        run.append(pairs[at])
        at = behind[at]
    return run[::-1]


class _Scale:
    """Weighs sentences of both versions against each other."""

    def __init__(self, before: Sequence[Words], after: Sequence[Words], light: frozenset[str]) -> None:
        found = Counter(word for words in (*before, *after) for word in set(words))
        total = len(before) + len(after)
        weights = {w: _STOP_MASS if w in light else math.log(1 + total / n) for w, n in found.items()}
        self.weight = {w: round(_FINE * weight) for w, weight in weights.items()}
        self.light = light
        self.before = [Counter(words) for words in before]
        self.after = [Counter(words) for words in after]
        self.mass_before = [self._mass(counts) for counts in self.before]
        self.mass_after = [self._mass(counts) for counts in self.after]

    def _mass(self, counts: Mapping[str, int]) -> int:
        return sum(self.weight[word] * n for word, n in counts.items())

    def shared(self, old: Mapping[str, int], new: Mapping[str, int]) -> int:
        """What the words that both have weigh."""
        weight = self.weight
        return sum([weight[w] * min(old[w], new[w]) for w in old.keys() & new.keys()])

    def likeness(self, i: int, j: int) -> float:
        """How alike an old and a new sentence are, from 0 to 1."""
        return likeness(self.shared(self.before[i], self.after[j]), self.mass_before[i], self.mass_after[j])


def likeness(shared: int, one: int, two: int) -> float:
    """Weighted overlap of words: half of it Dice's coefficient, half the share of the shorter side."""
    if not shared:
        return 0.0
    return (1 - _INCLUSION) * 2 * shared / (one + two) + _INCLUSION * shared / min(one, two)


def _between(scale: _Scale, old: range, new: range) -> list[Link]:
    """Links within one stretch; a long one is cut where its halves' best pairs stand."""
    if not old or not new:
        return []
    if len(old) <= _BLOCK and len(new) <= _BLOCK:
        return _program(scale, old, new)
    same = 0
    while same < min(len(old), len(new)) and scale.before[old[same]] == scale.after[new[same]]:
        same += 1
    if same:
        head = [Link((i,), (j,), 1.0) for i, j in zip(old[:same], new[:same], strict=True)]
        return head + _between(scale, old[same:], new[same:])
    cut = _pivot(scale, old, new)
    if cut is None:
        step_old, step_new = (min(_BLOCK, (len(side) + 1) // 2 or 1) for side in (old, new))
        cut_old, cut_new = old.start + step_old, new.start + step_new
        first = _between(scale, range(old.start, cut_old), range(new.start, cut_new))
        return first + _between(scale, range(cut_old, old.stop), range(cut_new, new.stop))
    i, j, alike = cut
    first = _between(scale, range(old.start, i), range(new.start, j))
    return [*first, Link((i,), (j,), alike), *_between(scale, range(i + 1, old.stop), range(j + 1, new.stop))]


def _pivot(scale: _Scale, old: range, new: range) -> tuple[int, int, float] | None:
    """A pair near the middle of the longer side that is surely the same sentence, found by its rare words."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in new:
        for word in scale.after[j]:
            places[word].append(j)
    middle = (old.start + old.stop) // 2
    for i in sorted(old, key=lambda n: abs(n - middle))[:_BLOCK]:
        rare = sorted(
            (w for w in scale.before[i] if w in places and w not in scale.light), key=lambda w: (len(places[w]), w)
        )
        level = new.start + (i - old.start) * len(new) // len(old)  # where it would stand if nothing had moved
        near = {j for w in rare[:4] for j in _nearest(places[w], level, 8)}
        best = max(((scale.likeness(i, j), -abs(j - level), -j) for j in near), default=(0.0, 0, 0))
        if best[0] >= _MOVED:
            return i, -best[2], best[0]
    return None


def _nearest(places: Sequence[int], level: int, limit: int) -> Sequence[int]:
    """At most so many of the sorted places, around a level."""
    at = bisect.bisect_left(places, level)
    low = max(0, min(at - limit // 2, len(places) - limit))
    return places[low : low + limit]


def _program(scale: _Scale, old: range, new: range) -> list[Link]:
    """The best monotone chain of links over a stretch (0:1, 1:0, 1:1, 2:1, 1:2)."""
    rows, columns = len(old), len(new)
    never = -math.inf
    beads = _Beads(scale, old, new)
    # For each cell, the best sum when its last step was a removal or an addition, and when it was a link.
    gaps = [[never] * (columns + 1) for _ in range(rows + 1)]
    links = [[never] * (columns + 1) for _ in range(rows + 1)]
    (links if old.start and new.start else gaps)[0][0] = 0.0  # a stretch follows an anchor's link
    steps: dict[tuple[int, int], tuple[int, int, float]] = {}  # the link that ends at a cell
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i:
                gaps[i][j] = max(gaps[i - 1][j], links[i - 1][j])
            if j:
                gaps[i][j] = max(gaps[i][j], gaps[i][j - 1], links[i][j - 1])
            for taken_old, taken_new, alike in beads.ending(i, j):
                a, b = i - taken_old, j - taken_new
                value = max(gaps[a][b], links[a][b] + _RUN) + alike - _ALIKE
                if value > links[i][j]:
                    links[i][j], steps[i, j] = value, (taken_old, taken_new, alike)
    found = []
    i, j = rows, columns
    linked = gaps[i][j] < links[i][j] + _RUN  # and an anchor's link follows it
    while i or j:
        if linked:
            taken_old, taken_new, alike = steps[i, j]
            found.append(Link(tuple(old[i - taken_old : i]), tuple(new[j - taken_new : j]), alike))
            i, j = i - taken_old, j - taken_new
            linked = gaps[i][j] < links[i][j] + _RUN
            continue
        up = max(gaps[i - 1][j], links[i - 1][j]) if i else never
        i, j = (i - 1, j) if up == gaps[i][j] else (i, j - 1)
        linked = gaps[i][j] < links[i][j]
    return found[::-1]


class _Beads:
    """The links that are possible within one stretch."""

    def __init__(self, scale: _Scale, old: range, new: range) -> None:
        self.scale, self.old, self.new = scale, old, new
        self.shared = [[scale.shared(scale.before[i], scale.after[j]) for j in new] for i in old]
        self.alike = [
            [likeness(s, scale.mass_before[i], scale.mass_after[j]) for s, j in zip(row, new, strict=True)]
            for row, i in zip(self.shared, old, strict=True)
        ]

    def ending(self, i: int, j: int) -> list[tuple[int, int, float]]:
        """Links whose last sentences are number i and j of the stretch: how many of each side, and their likeness."""
        if not i or not j or not self.shared[i - 1][j - 1]:
            return []
        alike = self.alike[i - 1][j - 1]
        found = [(1, 1, alike)] if alike >= _HOPELESS else []
        scale, one, two = self.scale, self.old[i - 1], self.new[j - 1]
        if i > 1 and (shared := self.shared[i - 2][j - 1]):
            wanted = max(alike, self.alike[i - 2][j - 1]) + _JOINED
            mass, other = scale.mass_before[one] + scale.mass_before[one - 1], scale.mass_after[two]
            if likeness(min(shared + self.shared[i - 1][j - 1], other), mass, other) > wanted:
                joined = scale.shared(scale.before[one] + scale.before[one - 1], scale.after[two])
                if likeness(joined, mass, other) > wanted:
                    found.append((2, 1, likeness(joined, mass, other)))
        if j > 1 and (shared := self.shared[i - 1][j - 2]):
            wanted = max(alike, self.alike[i - 1][j - 2]) + _JOINED
            mass, other = scale.mass_after[two] + scale.mass_after[two - 1], scale.mass_before[one]
            if likeness(min(shared + self.shared[i - 1][j - 1], other), mass, other) > wanted:
                joined = scale.shared(scale.before[one], scale.after[two] + scale.after[two - 1])
                if likeness(joined, mass, other) > wanted:
                    found.append((1, 2, likeness(joined, mass, other)))
        return found


def _moved(scale: _Scale, links: Sequence[Link]) -> list[Link]:
    """Links between sentences that no chain could take: the same or nearly the same words at another place."""
    linked_old = {k for link in links for k in link.before}
    linked_new = {k for link in links for k in link.after}
    left = [i for i in range(len(scale.before)) if i not in linked_old]
    free = [j for j in range(len(scale.after)) if j not in linked_new]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in free:
        for word in scale.after[j]:
            places[word].append(j)
    equal: defaultdict[frozenset[tuple[str, int]], list[int]] = defaultdict(list)
    for j in reversed(free):
        equal[frozenset(scale.after[j].items())].append(j)
    found = []
    for i in left:
        if scale.before[i] and (same := equal.get(frozenset(scale.before[i].items()))):
            found.append((1.0, i, same.pop()))
            continue
        known = [w for w in scale.before[i] if w in places and w not in scale.light]
        rare = sorted(known, key=lambda w: (len(places[w]), w))
        near = {j for w in rare[:4] for j in places[w][:16]}
        found += [(scale.likeness(i, j), i, j) for j in near]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    moved = []
    for alike, i, j in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        if alike >= _MOVED and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            moved.append(Link((i,), (j,), alike, moved=True))
    return moved
