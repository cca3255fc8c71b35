"""The rows of the record as values: what a verdict shows as its evidence.

The trap: `held` is the date as precisely as it is known ("2002-05"), `decided` the first day it may mean and
`held_last` the last. As-of dates are compared with `decided`; `held_last` orders editions.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from palmares.claims import Film, Person
from palmares.record.confidence import Confidence

WORK_CATEGORY = "original-song"
"""The category whose `detail` is the title of a work, as is that of the categories under it."""


@dataclass(frozen=True, slots=True)
class Award:
    """An awarding body. `kind`: academy, guild, critics, festival, independent or industry."""

    id: str
    name: str
    short: str
    kind: str


@dataclass(frozen=True, slots=True)
class Category:
    """A prize, under one id whatever the body calls it that year.

    `gender`: "f" or "m" for acting prizes given by gender. `parent`: the wider category it stands under. `credit`:
    "film", "person" or "country", to whom it is given. `competitive`: False for honorary awards and lists.
    """

    id: str
    name: str
    gender: str | None
    parent: str | None
    credit: str
    competitive: bool
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class NominationRow:
    """One citation on a ballot, however many share it. `row` is internal to one built record; `id` is lasting.

    `tied`: won in a tie with another nomination of its race. `held` is as precise as known; `decided` and `held_last`
    are the first and the last day it may mean; `announced` is the day from which the nomination is taken as known.
    """

    row: int
    id: str
    award: str
    edition: int
    category: str
    season: int
    held: str
    held_last: dt.date
    decided: dt.date
    announced: dt.date
    wording: str
    films: tuple[Film, ...]
    people: tuple[Person, ...]
    detail: str | None
    country: str | None
    won: bool
    tied: bool
    place: str | None
    status: str | None
    counts: bool
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One award's nth time. `host_people` holds those hosts who are people of the record, in the same order."""

    award: str
    number: int
    season: int
    held: str
    held_last: dt.date
    decided: dt.date
    announced: dt.date
    venues: tuple[str, ...]
    hosts: tuple[str, ...]
    host_people: tuple[Person, ...]
    broadcaster: str | None
    source: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, or a company where one was cited. `born`, `died`: ISO text as precise as known; None is not known."""

    id: str
    name: str
    imdb: str | None
    born: str | None
    died: str | None
    gender: str | None
    country: str | None
    source: str


@dataclass(frozen=True, slots=True)
class FilmRow:
    """A film. `season`: the film year under which it was first honoured, which may differ from `release_year`."""

    id: str
    title: str
    imdb: str | None
    season: int
    release_year: int | None
    original_title: str | None
    runtime_min: int | None
    distributor_us: str | None
    source: str
    directors: tuple[Person, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]


Row: TypeAlias = NominationRow | EditionRow | PersonRow | FilmRow
"""What evidence is made of."""
