"""The Academy's races as the model sees them, and everything that other bodies said of films, read once.

Nothing here knows what a prize is worth. The thing a newcomer gets wrong: a day is the last that its date may mean,
but for a year alone, which by custom of the guilds and critics stands for a week before the Academy's night.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from palmares.forecasting.tables import roles, settings, targets
from palmares.record import Record, fold

CUSTOMARY_DAYS = 7
"""How long before the Academy's night a guild or a critics' body is taken to have met, where only the year is known."""

ACADEMY = "oscars"
SONG = "original-song"

OUTCOMES = """
    SELECT nomination.row, nomination.award, nomination.edition, category, nomination.season, edition.held,
        nomination.held, nomination.announced, won, place, detail
    FROM nomination JOIN edition ON edition.award = nomination.award AND edition.number = nomination.edition
    WHERE nomination.season >= ? AND status IS NULL ORDER BY nomination.row"""
NIGHTS = "SELECT season, held_last FROM edition WHERE award = ?"
FILMS = """
    SELECT nomination, film FROM nomination JOIN nomination_film ON nomination = row
    WHERE season >= ? AND (award = ?) = ? ORDER BY nomination, nomination_film.place"""
PEOPLE = """
    SELECT nomination, person FROM nomination JOIN nomination_person ON nomination = row
    WHERE season >= ? AND (award = ?) = ? ORDER BY nomination, nomination_person.place"""
COVERED = "SELECT award, category, nominees_from, nominees_to, nominees_except FROM coverage WHERE nominees_from > 0"
RACES = """
    SELECT row, id, edition, category, season, held, announced, won, detail FROM nomination
    WHERE award = ? AND counts = 1 ORDER BY season, category, id"""


@dataclass(frozen=True, slots=True)
class Nominee:
    """One nomination of the Academy: its lasting id, films and people; `song` is its title, blank for all else."""

    row: int
    id: str
    films: tuple[str, ...]
    people: tuple[str, ...]
    won: bool
    song: str = ""


@dataclass(frozen=True, slots=True)
class Race:
    """One category of one edition. Days are ordinals of `datetime.date`; `held` is the night itself."""

    edition: int
    category: str
    season: int
    announced: int
    held: int
    nominees: tuple[Nominee, ...]

    @property
    def eve(self) -> int:
        """The day before the night."""
        return self.held - 1


@dataclass(frozen=True, slots=True)
class Word:
    """What a body said of one nominee of its own: an outcome with the days on which its halves became known.

    `placed` is 1 for a runner-up and 0.5 for third place. `is_covered`: the record holds all nominees of that race.
    Where it does not, even the nominations are known on the day of the outcome only: who of them is in the record would
    tell who won.
    """

    award: str
    category: str
    season: int
    announced: int
    held: int
    won: bool
    placed: float
    is_covered: bool
    films: tuple[str, ...]
    people: tuple[str, ...]
    song: str = ""


Days: TypeAlias = tuple[int | None, int]
"""The day of a race's nominations, or None where they are not covered, and the day it was decided."""


@dataclass(frozen=True, slots=True)
class Said:
    """All words by film and by race, and the days of every race of other bodies.

    A race is an award, a category and a season. `seasons`: each body's first days of nominations and of outcomes.
    """

    by_film: Mapping[str, list[Word]]
    by_race: Mapping[tuple[str, str, int], list[Word]]
    given: Mapping[tuple[str, str, int], Days]
    seasons: Mapping[int, Mapping[str, Days]]


def first_days(given: Mapping[tuple[str, str, int], Days]) -> Mapping[int, Mapping[str, Days]]:
    """The first day of nominations and of outcomes of each body in each season."""
    found: defaultdict[int, dict[str, Days]] = defaultdict(dict)
    for (award, _, season), (named, held) in given.items():
        before_named, before_held = found[season].get(award, (None, held))
        days = [day for day in (named, before_named) if day is not None]
        found[season][award] = (min(days, default=None), min(held, before_held))
    return found


def listed(record: Record, query: str, season: int, *, of_academy: bool) -> dict[int, tuple[str, ...]]:
    """The films or people of each nomination of the Academy, or of all others, from a season on."""
    found: dict[int, tuple[str, ...]] = {}
    for row, id in record.connection.execute(query, (season, ACADEMY, of_academy)):
        found[row] = (*found[row], id) if row in found else (id,)
    return found


def read_races(record: Record) -> tuple[Race, ...]:
    """Every race of a target since the Academy began, by season and category."""
    films, people = (listed(record, query, 0, of_academy=True) for query in (FILMS, PEOPLE))
    days = Ordinals()
    found: defaultdict[tuple[int, str], list[tuple[int, int, int, Nominee]]] = defaultdict(list)
    rows = record.connection.execute(RACES, (ACADEMY,))
    for row, id, edition, category, season, held, announced, won, detail in rows:
        if category in targets():
            nominee = Nominee(row, id, films.get(row, ()), people.get(row, ()), bool(won), song_of(category, detail))
            found[season, category].append((edition, days[announced], days[held], nominee))
    return tuple(
        Race(rows[0][0], category, season, rows[0][1], rows[0][2], tuple(row[3] for row in rows))
        for (season, category), rows in found.items()
    )


def read_said(record: Record) -> Said:
    """All that the bodies of the table have said, from the season before the first that is learnt from."""
    first = int(settings()["first_season"]) - 1
    films, people = (listed(record, query, first, of_academy=False) for query in (FILMS, PEOPLE))
    days, nights, covered = Ordinals(), dict(record.connection.execute(NIGHTS, (ACADEMY,))), read_covered(record)
    by_film: defaultdict[str, list[Word]] = defaultdict(list)
    by_race: defaultdict[tuple[str, str, int], list[Word]] = defaultdict(list)
    given: dict[tuple[str, str, int], Days] = {}
    rows = record.connection.execute(OUTCOMES, (first,))
    for row, award, edition, category, season, written, held, announced, won, place, detail in rows:
        if award not in roles():
            continue
        day = customary(award, written, days[held], days.get(nights.get(season)))
        is_covered = edition in covered.get((award, category), ())
        named = min(days[announced], day) if is_covered else day
        word = Word(
            award, category, season, named, day, bool(won), standing(place), is_covered, films.get(row, ()),
            people.get(row, ()), song_of(category, detail),
        )  # fmt: skip
        given[award, category, season] = (named if is_covered else None, day)
        by_race[award, category, season].append(word)
        for film in word.films:
            by_film[film].append(word)
    return Said(by_film, by_race, given, first_days(given))


def song_of(category: str, detail: str | None) -> str:
    """The folded title of a song; blank for what is none, or where the record has no title."""
    return fold(detail) if detail and category.startswith(SONG) else ""


def standing(place: str | None) -> float:
    """1 for second place, 0.5 for third, else 0."""
    if not place:
        return 0.0
    if place in {"runner-up", "2nd place", "first runner-up"}:
        return 1.0
    return 0.5 if place in {"3rd place", "second runner-up"} else 0.0


def customary(award: str, written: str, held: int, night: int | None) -> int:
    """The day of a race whose date is the year alone: before the Academy's night of that year, as the custom is."""
    if len(written) > len("YYYY") or night is None or roles()[award] in {"academy", "festival"}:
        return held
    return night - CUSTOMARY_DAYS if dt.date.fromordinal(night).year == int(written) else held


def read_covered(record: Record) -> dict[tuple[str, str], frozenset[int]]:
    """The editions of each prize whose nominees are complete."""
    found = {}
    for award, category, first, last, missing in record.connection.execute(COVERED):
        gaps = {int(edition) for edition in missing.split("|") if edition}
        found[award, category] = frozenset(set(range(first, last + 1)) - gaps)
    return found


class Ordinals(dict[str, int]):
    """ISO dates as ordinals, each worked out once."""

    def __missing__(self, day: str) -> int:
        self[day] = dt.date.fromisoformat(day).toordinal()
        return self[day]

    def get(self, day: str | None, default: int | None = None) -> int | None:  # type: ignore[override]
        """The ordinal of a day; None for none."""
        return default if day is None else self[day]
