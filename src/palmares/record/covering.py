"""Says anew, under a journal, which races the record answers for.

A race whose winner the journal names is known from then on; one that it takes a winner out of is not. The trap: where
a category has several winners by rule, one of them is not all, so that only who adds them can say that they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from palmares.record.holdings import Race
from palmares.record.journal import Key
from palmares.record.overlay import Overlay

LINE = "SELECT {0}_from, {0}_to, {0}_except FROM coverage WHERE award = ? AND category = ?"
NEW = "INSERT OR IGNORE INTO coverage (award, category) VALUES (?, ?)"
CHANGE = "UPDATE coverage SET {0}_from = ?, {0}_to = ?, {0}_except = ? WHERE award = ? AND category = ?"
WINNERS = """
    SELECT coalesce(sum(won), 0), coalesce(max(tied), 0) FROM nomination
    WHERE award = ? AND edition = ? AND category = ? AND counts"""
SEVERAL = """
    SELECT 1 FROM nomination WHERE award = ? AND category = ? AND counts
    GROUP BY edition HAVING sum(won) > 1 AND sum(tied) = 0 LIMIT 1"""


@dataclass(slots=True)
class Span:
    """Editions from `first` to `last` but for some; None twice covers none."""

    first: int | None
    last: int | None
    missing: set[int] = field(default_factory=set)

    def add(self, edition: int, numbers: Iterable[int]) -> None:
        """Cover an edition; those of `numbers` between it and the span are then missing from it."""
        if self.first is None or self.last is None:
            self.first = self.last = edition
            return
        between = range(self.last + 1, edition) if edition > self.last else range(edition + 1, self.first)
        self.missing |= set(between) & set(numbers)
        self.missing.discard(edition)
        self.first, self.last = min(self.first, edition), max(self.last, edition)

    def remove(self, edition: int) -> None:
        """Cover an edition no more."""
        if self.first is not None and self.last is not None and self.first <= edition <= self.last:
            self.missing.add(edition)


def cover_races(connection: sqlite3.Connection, made: Overlay, races: Iterable[Race]) -> None:
    """Change the coverage of all races that the journal touches."""
    for race in sorted(races, key=lambda race: race.id):
        told = made.held(("race", race.id)) or {}
        for what, is_known in (("winners", is_won(connection, made, race)), ("nominees", is_full(made, race))):
            if told.get(what) == "1":
                is_known = True
            if is_known is not None:
                change(connection, race, what, is_known)


def change(connection: sqlite3.Connection, race: Race, what: str, is_known: bool) -> None:
    """Cover the winners or nominees of a race, or cover them no more."""
    line = (race.award, race.category)
    connection.execute(NEW, line)
    first, last, missing = connection.execute(LINE.format(what), line).fetchone()
    span = Span(first, last, {int(number) for number in missing.split("|") if number})
    if is_known:
        numbers = connection.execute("SELECT number FROM edition WHERE award = ?", (race.award,))
        span.add(race.edition, [number for (number,) in numbers])
    else:
        span.remove(race.edition)
    excepted = "|".join(map(str, sorted(span.missing)))
    connection.execute(CHANGE.format(what), (span.first, span.last, excepted, *line))


def is_won(connection: sqlite3.Connection, made: Overlay, race: Race) -> bool | None:
    """Whether the journal makes all winners of the race known (True) or unknown (False), or leaves that (None)."""
    ids = made.in_race.get(race, {})
    had, has = (
        {id for id in ids if (held.get(("nomination", id)) or {}).get("won") == "1"} for held in (made.before, made.now)
    )
    gained, lost = bool(has - had), bool(had - has)
    if not gained and not lost:
        return None
    winners, tied = connection.execute(WINNERS, (race.award, race.edition, race.category)).fetchone()
    told = made.held(("race", race.id)) or {}
    if winners == 0:
        return False if lost else None
    if winners > 1 and not tied and told.get("ending") != "several" and not is_shared(made, race):
        return False
    if is_shared(made, race):
        return False if len(has) < len(had) else None
    return True if gained else None


def is_shared(made: Overlay, race: Race) -> bool:
    """Whether the category has had several winners in one edition without a tie."""
    return made.record.connection.execute(SEVERAL, (race.award, race.category)).fetchone() is not None


def is_full(made: Overlay, race: Race) -> bool | None:
    """False where the journal takes a nominee out of the race, else None: who adds nominees may not have all."""
    keys: list[Key] = [("nomination", id) for id in made.in_race.get(race, ())]
    return False if any(made.before.get(key) and not made.now[key] for key in keys) else None
