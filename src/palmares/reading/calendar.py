"""When every ceremony was: the editions of an award by number, season and year, as they stand on a day.

The trap: an edition honours the films of one year and is held in the next, so "the 2025 Oscars" honour 2024.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from palmares.claims import Edition
from palmares.reading.items import Item
from palmares.record import EditionRow, Record

CLEAR_ORDINAL = 4
"""From this number on, "the fourth Oscars" are an edition and nothing else ("the first Oscars at the Dolby")."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The editions of one award by number, by season and by the year they were held in."""

    numbered: Mapping[int, EditionRow]
    of_season: Mapping[int, EditionRow]
    held_in: Mapping[int, tuple[EditionRow, ...]]


@lru_cache(maxsize=256)
def timeline(record: Record, award: str) -> Timeline:
    """The editions of an award, each where it is looked for; the first of several, but all of a year, latest first."""
    rows = record.editions(award)
    years: dict[int, tuple[EditionRow, ...]] = {}
    for row in rows:
        years[row.held_last.year] = (row, *years.get(row.held_last.year, ()))
    backwards = rows[::-1]
    return Timeline({row.number: row for row in backwards}, {row.season: row for row in backwards}, years)


@lru_cache(maxsize=1024)
def latest(record: Record, award: str, as_of: dt.date) -> EditionRow | None:
    """The last edition of an award whose nominations are out on a day."""
    rows = [row for row in record.editions(award) if row.announced <= as_of]
    return rows[-1] if rows else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The editions of every award as they stand on the as-of day."""

    record: Record
    as_of: dt.date

    def numbered(self, award: str, number: int) -> EditionRow | None:
        """The edition of that number, if the record has it."""
        return timeline(self.record, award).numbered.get(number)

    def of_season(self, award: str, season: int) -> EditionRow | None:
        """The edition that honours films of `season`."""
        return timeline(self.record, award).of_season.get(season)

    def held_in(self, award: str, year: int) -> tuple[EditionRow, ...]:
        """The editions handed out in that calendar year, latest first: some bodies gave two."""
        return timeline(self.record, award).held_in.get(year, ())

    def latest(self, award: str) -> EditionRow | None:
        """The last edition whose nominations are out on the as-of day."""
        return latest(self.record, award, self.as_of)

    def meant_by(self, lead: Item, award: Item) -> Edition | None:
        """The edition meant by "97th", "2025" or "last year's" before the name of an award."""
        assert award.award is not None
        rows: tuple[EditionRow, ...] = ()
        if lead.kind == "ORDINAL" and award.value == "event" and isinstance(lead.value, int) and is_clear(lead):
            row = self.numbered(award.award, lead.value)
            rows = (row,) if row else ()
        elif lead.kind == "YEAR" and isinstance(lead.value, int):
            rows = self.held_in(award.award, lead.value)
        elif lead.kind == "TIME" and lead.value in ("this-year", "last-year"):
            rows = self.held_in(award.award, self.as_of.year - (lead.value == "last-year"))
        return Edition(award.award, rows[0].number) if rows and rows[0].number > 0 else None


def is_clear(ordinal: Item) -> bool:
    """Whether an ordinal before the name of an event can only number it: written in figures, or large enough."""
    in_figures = ordinal.end - ordinal.start < len("first")
    return in_figures or (isinstance(ordinal.value, int) and ordinal.value >= CLEAR_ORDINAL)
