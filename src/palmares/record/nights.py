"""The numbered editions of one award as a line of days, on which any stretch is found without going over all of them.

The trap: days known in part may overlap, so each line is smoothed: what an edition is reached by never runs backwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Self, TypeVar

from palmares.claims import OfEditions, OfSeasons
from palmares.record.lacks import Stretch
from palmares.record.rows import EditionRow

Point = TypeVar("Point", int, str)


@dataclass(frozen=True, slots=True)
class Nights:
    """The editions that a body numbers, by number; coverage is stated for no others. Places among them count from 0."""

    editions: tuple[EditionRow, ...]
    numbers: list[int]
    seasons: tuple[list[int], list[int]]
    held: tuple[list[str], list[str]]
    decided: list[str]
    announced: list[str]

    @classmethod
    def of(cls, editions: Iterable[EditionRow]) -> Self:
        """The numbered ones of an award's editions."""
        numbered = tuple(edition for edition in editions if edition.number > 0)
        return cls(
            numbered,
            [edition.number for edition in numbered],
            both_ways([edition.season for edition in numbered]),
            both_ways([edition.held_last.isoformat() for edition in numbered]),
            falling([edition.decided.isoformat() for edition in numbered]),
            falling([edition.announced.isoformat() for edition in numbered]),
        )

    def within(self, editions: OfEditions | None, seasons: OfSeasons | None) -> tuple[int, int]:
        """The places from and before which editions are in these ranges."""
        start, end = 0, len(self.numbers)
        if editions is not None:
            start, end = between(self.numbers, self.numbers, editions.first, editions.last)
        if seasons is not None:
            first, last = between(*self.seasons, seasons.first, seasons.last)
            start, end = max(start, first), min(end, last)
        return start, end

    def known(self, day: str, *, nominated: bool) -> int:
        """The place before which the nominees or the winners are known on a day."""
        return bisect_right(self.announced if nominated else self.decided, day)

    def during(self, stretch: Stretch) -> tuple[int, int]:
        """The places from and before which editions were held in a stretch of days."""
        start = bisect_left(self.held[0], stretch.since) if stretch.since else 0
        return start, bisect_left(self.held[1], stretch.until) if stretch.until else len(self.numbers)


def between(risen: list[int], fallen: list[int], first: int | None, last: int | None) -> tuple[int, int]:
    """The places from and before which numbers lie in a range."""
    start = 0 if first is None else bisect_left(risen, first)
    return start, len(fallen) if last is None else bisect_right(fallen, last)


def both_ways(points: list[Point]) -> tuple[list[Point], list[Point]]:
    """For each place the greatest point up to it, and the least from it on."""
    return list(accumulate(points, max)), falling(points)


def falling(points: list[Point]) -> list[Point]:
    """For each place the least point from it on."""
    return list(accumulate(reversed(points), min))[::-1]
