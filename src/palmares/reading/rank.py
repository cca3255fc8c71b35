"""Chooses among readings: which belong to one span, and which spans stand where several overlap.

Only this module chooses. The trap: within a family the more telling rule wins a stretch of text, but claims of two
families may share one ("won his second Oscar" is an outcome and an ordinal).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from palmares.claims import Claim
from palmares.reading.story import Passage, Reading

KEPT = 8
"""How many readings of one span are kept."""


@dataclass(frozen=True, slots=True)
class Found:
    """A reading where it was found, with the priority of its rule."""

    start: int
    end: int
    reading: Reading
    priority: int

    def within(self, start: int, end: int) -> Found:
        """The same reading over another span."""
        return replace(self, start=start, end=end)

    @property
    def family(self) -> str:
        """The family of its rule."""
        return self.reading.rule.partition("/")[0]


def passages(text: str, found: Iterable[Found]) -> tuple[Passage, ...]:
    """The passages of a text, in order: one for each span and rule that stands, with its readings best first."""
    groups: dict[tuple[int, int, str], list[Found]] = {}
    for one in found:
        groups.setdefault((one.start, one.end, one.reading.rule), []).append(one)
    kept: list[list[Found]] = []
    for group in sorted(groups.values(), key=preference):
        if not any(clashes(group[0], other[0]) for other in kept):
            kept.append(group)
    kept.sort(key=lambda group: (group[0].start, group[0].end, group[0].reading.rule))
    return tuple(
        Passage(group[0].start, group[0].end, text[group[0].start : group[0].end], readings(group)) for group in kept
    )


def preference(group: Sequence[Found]) -> tuple[int, int, int, str]:
    """Higher priority first, then the shorter stretch, then the earlier one."""
    one = group[0]
    return (-one.priority, one.end - one.start, one.start, one.reading.rule)


def clashes(one: Found, other: Found) -> bool:
    """Whether both are of one family and share more than half of the shorter stretch, or say the same of overlapping ones."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return False
    if one.reading.claim == other.reading.claim:
        return True
    return one.family == other.family and 2 * shared > min(one.end - one.start, other.end - other.start)


def readings(group: Iterable[Found]) -> tuple[Reading, ...]:
    """The readings of one span, best first, each claim once."""
    best: dict[Claim, Reading] = {}
    for one in sorted(group, key=lambda one: -one.reading.score):
        best.setdefault(one.reading.claim, one.reading)
    return tuple(best.values())[:KEPT]
