"""Which part of history the record answers for, held in memory: one line per award and category.

Inside the span of a line a race without rows was not held. The trap: editions before the span are not covered, unless the
prize plainly did not exist yet: no row of it is older, and the award's other prizes are covered up to there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from palmares.record.lacks import LackKind
from palmares.record.store import Record


@dataclass(frozen=True, slots=True)
class Span:
    """Editions from `first` to `last`, both included, but for some."""

    first: int
    last: int
    missing: frozenset[int] = frozenset()

    def __contains__(self, edition: int) -> bool:
        return self.first <= edition <= self.last and edition not in self.missing


@dataclass(frozen=True, slots=True)
class Line:
    """What is complete of one prize. `winners` and `nominees` are None where no edition is."""

    winners: Span | None
    nominees: Span | None
    people_missing: bool


@dataclass(frozen=True, slots=True)
class Hole:
    """Editions that are not covered, and why."""

    kind: LackKind
    first: int | None
    last: int | None


@dataclass(slots=True)
class Coverage:
    """All lines by award and category, and which categories stand under which."""

    record: Record
    lines: Mapping[str, Mapping[str, Line]]
    children: Mapping[str, tuple[str, ...]]
    kept_spans: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    kept_families: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Self:
        """The coverage that a record states."""
        lines: dict[str, dict[str, Line]] = {award: {} for award in record.awards}
        for award, category, *ends, winners_except, nominees_except, people_missing in record.connection.execute(
            "SELECT award, category, winners_from, winners_to, nominees_from, nominees_to, winners_except, nominees_except,"
            " people_missing FROM coverage ORDER BY award, category"
        ):
            winners = span(ends[0], ends[1], winners_except)
            nominees = span(ends[2], ends[3], nominees_except)
            lines[award][category] = Line(winners, nominees, bool(people_missing))
        children: dict[str, tuple[str, ...]] = {}
        for id, category in record.categories.items():
            if category.parent:
                children[category.parent] = (*children.get(category.parent, ()), id)
        return cls(record, lines, children)

    def with_children(self, names: Iterable[str]) -> tuple[str, ...]:
        """Categories with all that stand under them, sorted."""
        names = tuple(names)
        if names not in self.kept_families:
            found: set[str] = set()
            waiting = list(names)
            while waiting:
                name = waiting.pop()
                if name not in found:
                    found.add(name)
                    waiting += self.children.get(name, ())
            self.kept_families[names] = tuple(sorted(found))
        return self.kept_families[names]

    def rows_span(self, award: str, category: str) -> tuple[int, int] | None:
        """The first and last edition of which the record holds rows of this prize, complete or not."""
        if award not in self.kept_spans:
            rows = self.record.connection.execute(
                "SELECT category, min(edition), max(edition) FROM nomination WHERE award = ? AND edition > 0 GROUP BY category",
                (award,),
            )
            self.kept_spans[award] = {name: (first, last) for name, first, last in rows}
        return self.kept_spans[award].get(category)

    def has_rows(self, award: str, category: str, first: int, last: int) -> bool:
        """Whether the prize may have been given in these editions, by the rows that the record holds."""
        rows = self.rows_span(award, category)
        return rows is not None and rows[0] <= last and rows[1] >= first

    def began_at_its_span(self, award: str, category: str, span: Span) -> bool:
        """Whether the prize was not given before its span."""
        rows = self.rows_span(award, category)
        if span.first == 1 or (rows is not None and rows[0] < span.first):
            return span.first == 1
        return any(line.winners and span.first - 1 in line.winners for line in self.lines[award].values())

    def holes(self, award: str, category: str, first: int, last: int, *, nominees: bool) -> list[Hole]:
        """The editions of a range in which a prize is not covered.

        Args:
            nominees: whether everybody nominated is needed, or only who won.
        """
        line = self.lines[award][category]
        if line.winners is None:
            return [Hole(LackKind.BEFORE_COVERAGE, first, last)] if self.has_rows(award, category, first, last) else []
        begun = max(first, line.winners.first) if self.began_at_its_span(award, category, line.winners) else first
        if begun > last:
            return []
        found = uncovered(line.winners, begun, last, LackKind.BEFORE_COVERAGE)
        if nominees and not found:
            found = uncovered(line.nominees, begun, last, LackKind.NOMINEES_NOT_COLLECTED)
        return found


def span(first: int | None, last: int | None, missing: str) -> Span | None:
    """A span as the table states it."""
    if first is None or last is None:
        return None
    return Span(first, last, frozenset(int(edition) for edition in missing.split("|") if edition))


def uncovered(span: Span | None, first: int, last: int, kind: LackKind) -> list[Hole]:
    """The parts of a range outside a span or among what it lacks."""
    if span is None:
        return [Hole(kind, first, last)]
    found = [Hole(kind, first, min(last, span.first - 1))] if first < span.first else []
    among = [edition for edition in span.missing if first <= edition <= last] if span.missing else []
    if among:
        found.append(Hole(kind, min(among), max(among)))
    if last > span.last:
        found.append(Hole(LackKind.OUTSIDE_RECORD, max(first, span.last + 1), last))
    return found
