"""Which sentences of one version became which of the other.

A dynamic program links what is alike, one to one, two to one or one to two, without crossing; what is left over and
still stands nearly word for word elsewhere was moved. Texts are first cut at anchors, sentences that stand once in both
and in the same order, and then into stretches of at most `_BLOCK` sentences: the cost is that of sorting.
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
_HOPELESS = _ALIKE - 2 * _RUN  # below this no link can better a chain: the gaps around it are worth more
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
    anchors = _anchors(before, after)
    if len(before) <= _BLOCK and len(after) <= _BLOCK:
        anchors = _inside(anchors, (len(before), len(after)))
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


def _inside(anchors: Sequence[tuple[int, int]], end: tuple[int, int]) -> list[tuple[int, int]]:
    """The anchors between two others, which the program would link too; at the edge of a change it knows better."""
    known = {(-1, -1), end, *anchors}
    return [(i, j) for i, j in anchors if (i - 1, j - 1) in known and (i + 1, j + 1) in known]


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

    def shared_by_two(self, first: Mapping[str, int], second: Mapping[str, int], other: Mapping[str, int]) -> int:
        """What the words weigh that two sentences together share with another."""
        weight = self.weight
        return sum([weight[w] * min(first.get(w, 0) + second.get(w, 0), n) for w, n in other.items()])

    def overlaps(self, old: range, new: range) -> list[list[int]]:
        """What the words that both have weigh, for each old and each new sentence."""
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for column, j in enumerate(new):
            for word, n in self.after[j].items():
                places[word].append((column, n))
        rows = []
        for i in old:
            row = [0] * len(new)
            for word, n in self.before[i].items():
                weight = self.weight[word]
                for column, m in places.get(word, ()):
                    row[column] += weight * (n if n < m else m)
            rows.append(row)
        return rows

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
    never = -math.inf
    beads = _beads(scale, old, new)
    follows = bool(old.start and new.start)  # an anchor's link
    # For each cell, the best sum when its last step was a link, when it was a removal or an addition, and of the two.
    links = {(0, 0): 0.0} if follows else {}
    gaps: list[list[float]] = []
    best: list[list[float]] = []
    steps: dict[tuple[int, int], tuple[int, int, float]] = {}  # the link that ends at a cell
    above = [never if follows else 0.0] + [never] * len(new)
    for i in range(len(old) + 1):
        gap_row, best_row, left = [], [], never
        for j, gap in enumerate(above):
            if left > gap:
                gap = left
            left = gap
            for taken_old, taken_new, alike in beads.get((i, j), ()):
                a, b = i - taken_old, j - taken_new
                value = max(gaps[a][b], links.get((a, b), never) + _RUN) + alike - _ALIKE
                if value > links.get((i, j), never):
                    links[i, j], steps[i, j] = value, (taken_old, taken_new, alike)
            if (i, j) in links:
                left = max(gap, links[i, j])
            gap_row.append(gap)
            best_row.append(left)
        gaps.append(gap_row)
        best.append(best_row)
        above = best_row
    found = []
    i, j = len(old), len(new)
    linked = gaps[i][j] < links.get((i, j), never) + _RUN  # and an anchor's link follows it
    while i or j:
        if linked:
            taken_old, taken_new, alike = steps[i, j]
            found.append(Link(tuple(old[i - taken_old : i]), tuple(new[j - taken_new : j]), alike))
            i, j = i - taken_old, j - taken_new
            linked = gaps[i][j] < links.get((i, j), never) + _RUN
            continue
        i, j = (i - 1, j) if i and best[i - 1][j] == gaps[i][j] else (i, j - 1)
        linked = gaps[i][j] < links.get((i, j), never)
    return found[::-1]


def _beads(scale: _Scale, old: range, new: range) -> dict[tuple[int, int], list[tuple[int, int, float]]]:
    """The links within a stretch that may better a chain: how many sentences of each side, and how alike they are.

    They stand under the number of sentences from the stretch's head to their end on each side.
    """
    shared = scale.overlaps(old, new)
    before, after = [scale.mass_before[i] for i in old], [scale.mass_after[j] for j in new]
    found: defaultdict[tuple[int, int], list[tuple[int, int, float]]] = defaultdict(list)
    above: list[float] = []
    for i, (row, one) in enumerate(zip(shared, before, strict=True)):
        alike = [likeness(both, one, two) for both, two in zip(row, after, strict=True)]
        for j, (both, two) in enumerate(zip(row, after, strict=True)):
            if not both:
                continue
            if alike[j] >= _HOPELESS:
                found[i + 1, j + 1].append((1, 1, alike[j]))
            if i and (more := shared[i - 1][j]):
                mass, wanted = one + before[i - 1], max(alike[j] + _JOINED, above[j] + _JOINED, _HOPELESS)
                if likeness(min(both + more, two), mass, two) > wanted:
                    pair = scale.before[old[i - 1]], scale.before[old[i]]
                    joined = likeness(scale.shared_by_two(*pair, scale.after[new[j]]), mass, two)
                    if joined > wanted:
                        found[i + 1, j + 1].append((2, 1, joined))
            if j and (more := row[j - 1]):
                mass, wanted = two + after[j - 1], max(alike[j] + _JOINED, alike[j - 1] + _JOINED, _HOPELESS)
                if likeness(min(both + more, one), mass, one) > wanted:
                    pair = scale.after[new[j - 1]], scale.after[new[j]]
                    joined = likeness(scale.shared_by_two(*pair, scale.before[old[i]]), mass, one)
                    if joined > wanted:
                        found[i + 1, j + 1].append((1, 2, joined))
        above = alike
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
