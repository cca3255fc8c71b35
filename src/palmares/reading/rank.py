"""Chooses among readings: which belong to one span, and which spans stand where several overlap.

Only this module chooses. The trap: within a family the more telling rule wins a stretch of text, but claims of two
families may share one ("won his second Oscar" is an outcome and an ordinal).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from palmares.reading.story import Passage, Reading, Readings


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule fits. `make` yields its readings, best first, built only where the place is free."""

    start: int
    end: int
    rule: str
    priority: int
    make: Callable[[], Iterator[Reading]]

    @property
    def family(self) -> str:
        """The family of its rule."""
        return self.rule.partition("/")[0]


def passages(text: str, found: Iterable[Found]) -> tuple[Passage, ...]:
    """The passages of a text, in order: one for each span and rule that stands, with its readings best first."""
    groups: dict[tuple[int, int, str], list[Found]] = {}
    for one in found:
        groups.setdefault((one.start, one.end, one.rule), []).append(one)
    kept: list[tuple[Found, Passage]] = []
    beside: dict[int, list[tuple[Found, Passage]]] = {}
    for group in sorted(groups.values(), key=preference):
        one = group[0]
        blocks = range(one.start // BLOCK, one.end // BLOCK + 1)
        near = [pair for block in blocks for pair in beside.get(block, ())]
        if any(is_clash(one, other) for other, _ in near):
            continue
        made = [member.make() for member in group]
        readings = Readings(made[0] if len(made) == 1 else merge(*made, key=lambda reading: -reading.score))
        passage = Passage(one.start, one.end, text[one.start : one.end], readings)
        if readings and not any(is_repeat(passage, other) for _, other in near):
            kept.append((one, passage))
            for block in blocks:
                beside.setdefault(block, []).append(kept[-1])
    return tuple(passage for _, passage in sorted(kept, key=lambda pair: (pair[0].start, pair[0].end, pair[0].rule)))


BLOCK = 400
"""Characters: passages are compared with those in the same blocks of the text alone, as no others can overlap."""


def preference(group: Sequence[Found]) -> tuple[int, int, int, str]:
    """Higher priority first, then the shorter stretch, then the earlier one."""
    one = group[0]
    return (-one.priority, one.end - one.start, one.start, one.rule)


def is_clash(one: Found, other: Found) -> bool:
    """Whether both are of one family and share more than half of the shorter stretch."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and one.family == other.family and 2 * shared > min(one.end - one.start, other.end - other.start)


def is_repeat(passage: Passage, other: Passage) -> bool:
    """Whether both overlap and say the same."""
    overlap = min(passage.end, other.end) > max(passage.start, other.start)
    return overlap and passage.readings[0].claim == other.readings[0].claim
