"""Gathers all that the record holds of one thing: a film, person, song, award, edition, race or category.

The trap: a name that several bear is taken as the one nominated most; the others stand in `others`. A path such as
`oscars/97/actress` is made of ids, but each part may also be written as people call it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeAlias

from palmares.errors import UnknownName
from palmares.record.filters import find_award, find_category, unknown
from palmares.record.frames import Nominations
from palmares.record.matches import bare_name, encodable
from palmares.record.names import Bearer
from palmares.record.rows import Award, Category, EditionRow, FilmRow, PersonRow
from palmares.record.store import Record

FILM_ROWS = "SELECT nomination FROM nomination_film JOIN nomination ON row = nomination WHERE film = ?"
PERSON_ROWS = "SELECT nomination FROM nomination_person JOIN nomination ON row = nomination WHERE person = ?"
IN_ORDER = " ORDER BY season, held, award, won DESC, category, row"
SONG_ROWS = FILM_ROWS + " AND detail = ?" + IN_ORDER
RACE_ROWS = "SELECT row FROM nomination WHERE award = ? AND edition = ? AND category = ? ORDER BY won DESC, row"
RACES = "SELECT DISTINCT category FROM nomination WHERE award = ? AND edition = ? ORDER BY category"
LAST = "SELECT max(edition) FROM nomination WHERE award = ? AND category = ?"
SPELLINGS = """
    SELECT spelling FROM spelling WHERE kind = ? AND id = ? AND exact AND spelling <> label
    ORDER BY spelling"""
HOSTED = "SELECT award, edition FROM host WHERE person = ? ORDER BY award, edition"
NEIGHBOURS = """
    SELECT number FROM edition WHERE award = :award
    ORDER BY min(abs(number - :number), abs(season - :number), abs(substr(held, 1, 4) - :number)),
        abs(season - :number), number
    LIMIT 3"""
GIVEN = """
    SELECT award, category, count(*), coalesce(sum(won), 0), min(season), max(season) FROM nomination
    WHERE {} = ? GROUP BY award, category ORDER BY award, category"""


@dataclass(frozen=True, slots=True)
class FilmSheet:
    """A film with its nominations. `spellings`: its further titles; `others`: who else bears the name asked for."""

    film: FilmRow
    spellings: tuple[str, ...]
    nominations: Nominations
    others: tuple[Bearer, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """A person with their nominations, and the editions they hosted."""

    person: PersonRow
    spellings: tuple[str, ...]
    nominations: Nominations
    hosted: tuple[EditionRow, ...]
    others: tuple[Bearer, ...] = ()


@dataclass(frozen=True, slots=True)
class SongSheet:
    """A song with the film it is from and its nominations."""

    title: str
    film: FilmRow
    nominations: Nominations
    others: tuple[Bearer, ...] = ()


@dataclass(frozen=True, slots=True)
class RaceSheet:
    """One prize in one edition: winners first, then the others in the order of the source."""

    edition: EditionRow
    category: Category
    nominations: Nominations


@dataclass(frozen=True, slots=True)
class EditionSheet:
    """One award's nth time, with its races in the order of their categories' ids."""

    edition: EditionRow
    races: tuple[RaceSheet, ...]


@dataclass(frozen=True, slots=True)
class Prize:
    """How often one category of one body stands in the record, and in which seasons."""

    award: str
    category: str
    nominations: int
    wins: int
    first_season: int
    last_season: int


@dataclass(frozen=True, slots=True)
class AwardSheet:
    """An awarding body with its editions and its prizes."""

    award: Award
    editions: tuple[EditionRow, ...]
    prizes: tuple[Prize, ...]


@dataclass(frozen=True, slots=True)
class CategorySheet:
    """A category with the bodies that give it."""

    category: Category
    prizes: tuple[Prize, ...]


Sheet: TypeAlias = FilmSheet | PersonSheet | SongSheet | RaceSheet | EditionSheet | AwardSheet | CategorySheet
"""All that the record holds of one thing."""


def show(record: Record, name: str) -> Sheet:
    """All that the record holds of a name, an id, or a path such as `oscars/97` or `oscars/97/actress`.

    Raises:
        UnknownName: nothing is called so; `near` holds close names, for an edition the nearest ones.
    """
    name = encodable(name)
    if name.strip("/ ") and "/" in name and (sheet := show_path(record, name)):
        return sheet
    for kind, gather in (("film", film_sheet), ("person", person_sheet)):
        if record.connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (name,)).fetchone():
            return gather(record, name)
    bearers = [bearer for bearer in record.names.bearers(bare_name(name)) if bearer.exact]
    if bearers:
        best, *others = bearers
        return replace(sheet_of(record, best), others=tuple(others))
    return body_sheet(record, name)


def show_path(record: Record, name: str) -> Sheet | None:
    """The award, edition, race or nomination of a path; None where no award stands first, as titles may hold `/`.

    Raises:
        UnknownName: the award has no such edition, or the edition no such race.
    """
    first, *rest = (part for part in (part.strip() for part in name.split("/")) if part)
    award = find_award(record, first)
    if award is None:
        return None
    if not rest:
        return award_sheet(record, award)
    number, *rest = rest
    edition = numbered(record, award, number)
    if not rest:
        return edition_sheet(record, edition)
    race = race_sheet(record, edition, race_category(record, edition, rest[0]))
    if len(rest) == 1:
        return race
    path = f"{award}/{number}/{race.category.id}/{'/'.join(rest[1:])}"
    chosen = Nominations(row for row in race.nominations if row.id == path)
    if not chosen:
        raise UnknownName(name, tuple(row.id for row in race.nominations[:3]))
    return replace(race, nominations=chosen)


def numbered(record: Record, award: str, number: str) -> EditionRow:
    """The edition of an award whose number is written so.

    Raises:
        UnknownName: there is none; `near` has the nearest by number, season or year held.
    """
    digits = number.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    try:
        wanted = int(digits)
    except ValueError:
        raise UnknownName(f"{award}/{number}") from None
    try:
        return record.edition(award, wanted)
    except UnknownName:
        # SQLite's numbers have 64 bits
        given = {"award": award, "number": max(-9999, min(wanted, 9999))}
        near = tuple(f"{award}/{close}" for (close,) in record.connection.execute(NEIGHBOURS, given))
        raise UnknownName(f"{award}/{number}", near) from None


def race_category(record: Record, edition: EditionRow, name: str) -> str:
    """The id of the category of this id or name in an edition.

    Raises:
        UnknownName: no prize of the edition is called so.
    """
    given = [category for (category,) in record.connection.execute(RACES, (edition.award, edition.number))]
    category = find_category(record, name)
    if category in given or (category and is_open(record, edition, category)):
        return str(category)
    near = get_close_matches(category or name.lower(), given, n=3, cutoff=0.5)
    place = f"{edition.award}/{edition.number}"
    raise UnknownName(f"{place}/{name}", tuple(f"{place}/{close}" for close in near))


def is_open(record: Record, edition: EditionRow, category: str) -> bool:
    """Whether a prize that the award gave until lately has no nominations in this edition yet."""
    ((last,),) = record.connection.execute(LAST, (edition.award, category))
    return last is not None and last < edition.number <= last + 2


def sheet_of(record: Record, bearer: Bearer) -> FilmSheet | PersonSheet | SongSheet:
    """The sheet of a film, person or song."""
    if bearer.kind == "work":
        return SongSheet(bearer.label, record.film(bearer.id), rows(record, SONG_ROWS, bearer.id, bearer.label))
    return film_sheet(record, bearer.id) if bearer.kind == "film" else person_sheet(record, bearer.id)


def film_sheet(record: Record, id: str) -> FilmSheet:
    """The sheet of the film of this id."""
    return FilmSheet(record.film(id), spellings(record, "film", id), rows(record, FILM_ROWS + IN_ORDER, id))


def person_sheet(record: Record, id: str) -> PersonSheet:
    """The sheet of the person of this id."""
    hosted = tuple(record.edition(award, number) for award, number in record.connection.execute(HOSTED, (id,)))
    nominations = rows(record, PERSON_ROWS + IN_ORDER, id)
    return PersonSheet(record.person(id), spellings(record, "person", id), nominations, hosted)


def edition_sheet(record: Record, edition: EditionRow) -> EditionSheet:
    """The sheet of an edition."""
    categories = record.connection.execute(RACES, (edition.award, edition.number)).fetchall()
    return EditionSheet(edition, tuple(race_sheet(record, edition, category) for (category,) in categories))


def race_sheet(record: Record, edition: EditionRow, category: str) -> RaceSheet:
    """The sheet of a race."""
    nominations = rows(record, RACE_ROWS, edition.award, edition.number, category)
    return RaceSheet(edition, record.categories[category], nominations)


def body_sheet(record: Record, name: str) -> AwardSheet | CategorySheet:
    """The sheet of the award or category of this id or name.

    Raises:
        UnknownName: there is neither.
    """
    if award := find_award(record, name):
        return award_sheet(record, award)
    if category := find_category(record, name):
        return CategorySheet(record.categories[category], prizes(record, "category", category))
    raise unknown(record, name)


def award_sheet(record: Record, id: str) -> AwardSheet:
    """The sheet of the award of this id."""
    return AwardSheet(record.awards[id], record.editions(id), prizes(record, "award", id))


def prizes(record: Record, column: str, id: str) -> tuple[Prize, ...]:
    """The prizes of an award, or those of a category."""
    return tuple(Prize(*row) for row in record.connection.execute(GIVEN.format(column), (id,)))


def spellings(record: Record, kind: str, id: str) -> tuple[str, ...]:
    """The further full names of a film or person."""
    return tuple(spelling for (spelling,) in record.connection.execute(SPELLINGS, (kind, id)))


def rows(record: Record, query: str, *values: str | int) -> Nominations:
    """The nominations whose rows a query gives."""
    return record.nominations([row for (row,) in record.connection.execute(query, values)])
