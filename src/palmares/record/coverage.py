"""Which part of history the record answers for, held in memory: one line per award and category.

Inside the span of a line a race without rows was not held. The trap: editions before the span are not covered, unless
the prize plainly did not exist yet: no row of it is older, and the award's other prizes are covered up to there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from palmares.record.lacks import Lack, LackKind
from palmares.record.nights import Nights
from palmares.record.store import Record

NAME_NOBODY = "name nobody"
"""What the reason of a line says where its rows are sound but for those that name nobody."""

LINES = """
    SELECT award, category, winners_from, winners_to, nominees_from, nominees_to, winners_except, nominees_except,
        people_missing, reason
    FROM coverage ORDER BY award, category"""

FAR = 10**6
"""An edition later than any."""

ENDED = 3
"""After so many covered editions without rows of a prize it is taken as given up, and not as a hole in the record."""


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
    """What is complete of one prize. `winners` and `nominees` are None where no edition is.

    `people_missing`: names are missing or in doubt; `only_blank`: and only those of rows that name nobody.
    """

    winners: Span | None
    nominees: Span | None
    people_missing: bool
    only_blank: bool = False


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
    kept_bounds: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    kept_missing: dict[Hashable, tuple[Lack, ...]] = field(default_factory=dict)
    kept_blanks: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)
    kept_families: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    kept_naming: dict[str, frozenset[str]] = field(default_factory=dict)
    kept_nights: dict[str, Nights] = field(default_factory=dict)
    kept_wanted: dict[tuple[str, tuple[str, ...], frozenset[str]], list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Self:
        """The coverage that a record states."""
        lines: dict[str, dict[str, Line]] = {award: {} for award in record.awards}
        for award, category, *ends, not_won, not_named, people_missing, reason in record.connection.execute(LINES):
            winners = span(ends[0], ends[1], not_won)
            nominees = span(ends[2], ends[3], not_named)
            lines[award][category] = Line(winners, nominees, bool(people_missing), reason.endswith(NAME_NOBODY))
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

    def nights(self, award: str) -> Nights:
        """The numbered editions of an award."""
        if award not in self.kept_nights:
            self.kept_nights[award] = Nights.of(self.record.editions(award))
        return self.kept_nights[award]

    def wanted(self, award: str, names: tuple[str, ...], genders: frozenset[str]) -> list[str]:
        """The categories of an award that names take in, all in competition where none is named, as far as known.

        Args:
            genders: those of the people asked for; a prize for another gender is none of theirs.
        """
        key = (award, names, genders)
        if key not in self.kept_wanted:
            lines, categories = self.lines[award], self.record.categories
            named = self.with_children(names) if names else ()
            self.kept_wanted[key] = [
                name
                for name in (named or lines)
                if name in lines
                and (named or categories[name].competitive)
                and not (genders and categories[name].gender and categories[name].gender not in genders)
            ]
        return self.kept_wanted[key]

    def rows_span(self, award: str, category: str) -> tuple[int, int] | None:
        """The first and last edition of which the record holds rows of this prize, complete or not."""
        if award not in self.kept_spans:
            rows = self.record.connection.execute(
                "SELECT category, min(edition), max(edition) FROM nomination"
                " WHERE award = ? AND edition > 0 GROUP BY category",
                (award,),
            )
            self.kept_spans[award] = {name: (first, last) for name, first, last in rows}
        return self.kept_spans[award].get(category)

    def has_people_named(self, award: str, categories: Iterable[str]) -> bool:
        """Whether one of these prizes is not given to a country or a film alone, as most rows that name nobody tell."""
        if award not in self.kept_naming:
            rows = self.record.connection.execute(
                "SELECT category FROM nomination WHERE award = ? GROUP BY category HAVING 2 * count(*) FILTER"
                " (WHERE row IN (SELECT nomination FROM nomination_person)) < count(*)",
                (award,),
            )
            self.kept_naming[award] = frozenset(category for (category,) in rows)
        return not self.kept_naming[award].issuperset(categories)

    def has_rows(self, award: str, category: str, first: int, last: int) -> bool:
        """Whether the prize may have been given in these editions, by the rows that the record holds."""
        rows = self.rows_span(award, category)
        return rows is not None and rows[0] <= last and rows[1] >= first

    def has_names_missing(self, award: str, category: str, editions: tuple[int, int], *, winners: bool) -> bool:
        """Whether people of this prize may be missing in a range of editions; `winners` asks for those who won only."""
        line = self.lines[award][category]
        if not line.people_missing or not self.has_rows(award, category, *editions):
            return False
        if not line.only_blank:
            return True
        key = (award, category)
        if key not in self.kept_blanks:
            self.kept_blanks[key] = self.record.connection.execute(
                "SELECT edition, won FROM nomination WHERE award = ? AND category = ? AND counts = 1 AND row NOT IN"
                " (SELECT nomination FROM nomination_person)",
                key,
            ).fetchall()
        return any(
            editions[0] <= edition <= editions[1] and (won or not winners) for edition, won in self.kept_blanks[key]
        )

    def given_within(self, award: str, category: str) -> tuple[int, int]:
        """The editions outside which a prize was not given yet, or given up; wide open where the record cannot tell."""
        if (award, category) not in self.kept_bounds:
            span = self.lines[award][category].winners
            self.kept_bounds[award, category] = self.bounds(award, category, span) if span else (0, FAR)
        return self.kept_bounds[award, category]

    def bounds(self, award: str, category: str, span: Span) -> tuple[int, int]:
        """What `given_within` gives, worked out."""
        rows = self.rows_span(award, category) or (span.first, span.last)
        others = [line.winners for line in self.lines[award].values() if line.winners]
        began = rows[0] >= span.first and any(span.first - 1 in other for other in others)
        ended = rows[1] <= span.last and any(span.last + ENDED in other for other in others)
        return (span.first if began else 0, span.last if ended else FAR)

    def holes(self, award: str, category: str, first: int, last: int, *, nominees: bool) -> list[Hole]:
        """The editions of a range in which a prize is not covered.

        Args:
            nominees: whether everybody nominated is needed, or only who won.
        """
        line = self.lines[award][category]
        if line.winners is None:
            return [Hole(LackKind.BEFORE_COVERAGE, first, last)] if self.has_rows(award, category, first, last) else []
        began, ended = self.given_within(award, category)
        first, last = max(first, began), min(last, ended)
        if first > last:
            return []
        found = uncovered(line.winners, first, last, LackKind.BEFORE_COVERAGE)
        if nominees:  # before the night all nominees may be known and no winner
            among = uncovered(line.nominees, first, last, LackKind.NOMINEES_NOT_COLLECTED)
            return found if found and among else among
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
