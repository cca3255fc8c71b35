"""Opens the record and looks rows up in it.

The record is read-only and holds nothing in memory but what was asked for. The trap: `row` numbers of nominations
belong to one built file; what outlives a build is their `id`.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, TypeAlias

from palmares.claims import Film, Person
from palmares.errors import RecordUnavailable, UnknownName, UnusableInput
from palmares.record.cache import cached_record, default_folders, is_record
from palmares.record.confidence import Confidence
from palmares.record.frames import Nominations
from palmares.record.homes import is_journal
from palmares.record.names import Names
from palmares.record.rows import Award, Category, EditionRow, FilmRow, NominationRow, PersonRow

DATA = Path(__file__).with_name("data")

BATCH = 500
"""Rows asked for in one query: SQLite takes at least 999 parameters."""

STATEMENTS_KEPT = 1024
"""How many queries stay ready: an article asks a few hundred, and making one ready takes as long as to run it."""

NOMINATION_COLUMNS = (
    *("row", "id", "award", "edition", "category", "season", "held", "held_last", "decided", "announced"),
    *("wording", "detail", "country", "won", "tied", "place", "status", "counts", "source", "confidence"),
)
NOMINATIONS = """
    SELECT nomination.row, id, nomination.award, nomination.edition, category, nomination.season, edition.held,
        nomination.held, nomination.decided, nomination.announced, wording, detail, country, won, tied, place, status,
        counts, nomination.source, confidence
    FROM nomination JOIN edition ON edition.award = nomination.award AND edition.number = nomination.edition
    WHERE nomination.row IN ({})"""
CITED_FILMS = """
    SELECT nomination, film, title FROM nomination_film JOIN film ON film.id = film
    WHERE nomination IN ({}) ORDER BY nomination, place"""
CITED_PEOPLE = """
    SELECT nomination, person, name FROM nomination_person JOIN person ON person.id = person
    WHERE nomination IN ({}) ORDER BY nomination, place"""

EDITIONS = """
    SELECT award, number, season, held, held_last, decided, announced, venue, broadcaster, source FROM edition
    WHERE award = ? ORDER BY number"""
HOSTS = """
    SELECT edition, host.name, person, person.name FROM host LEFT JOIN person ON person.id = person
    WHERE award = ? ORDER BY edition, place"""
Host: TypeAlias = tuple[str, str | None, str]
"""The name by which a host is known to the source, with the id and name of that person where they are of the record."""

FILM = """
    SELECT id, title, imdb, season, release_year, original_title, runtime_min, distributor_us, source
    FROM film WHERE id = ?"""
DIRECTORS = """
    SELECT person.id, name FROM film_director JOIN person ON person.id = person WHERE film = ? ORDER BY place"""
COUNTRIES = "SELECT country FROM film_country WHERE film = ? ORDER BY place"
LANGUAGES = "SELECT language FROM film_language WHERE film = ? ORDER BY place"


class Record:
    """The record of who was nominated for what, and who won.

    It may be used from several threads: SQLite serialises the queries of one connection, and what is kept in memory
    only grows. It cannot be sent to another process; open it there.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.names = Names(connection)
        self._films: dict[str, FilmRow] = {}
        self._people: dict[str, PersonRow] = {}
        self._editions: dict[str, dict[int, EditionRow]] = {}
        self._nominations: dict[int, NominationRow] = {}
        self._prizes: dict[str, frozenset[str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the record cannot be asked afterwards."""
        self.connection.close()

    @cached_property
    def awards(self) -> Mapping[str, Award]:
        """All awarding bodies by id, in the order of their ids."""
        rows = self.connection.execute("SELECT id, name, short, kind FROM award ORDER BY id")
        return MappingProxyType({row[0]: Award(*row) for row in rows})

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        """All categories by id, in the order of their ids."""
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for group, category in self.connection.execute("SELECT grouping, category FROM category_group"):
            groups[category].add(group)
        rows = self.connection.execute("SELECT id, name, gender, parent, credit, competitive FROM category ORDER BY id")
        return MappingProxyType(
            {
                id: Category(id, name, gender, parent, credit, bool(competitive), frozenset(groups[id]))
                for id, name, gender, parent, credit, competitive in rows
            }
        )

    def prizes(self, award: str) -> frozenset[str]:
        """Ids of the categories that a body has ever given, as far as the record knows, with those they stand under."""
        if award not in self._prizes:
            query = "SELECT DISTINCT category FROM nomination WHERE award = ?"
            given = [id for (id,) in self.connection.execute(query, (award,))]
            parents = [parent for id in given if (parent := self.categories[id].parent)]
            self._prizes[award] = frozenset((*given, *parents))
        return self._prizes[award]

    def group(self, name: str) -> tuple[str, ...]:
        """Ids of the categories of a group (`acting`), sorted.

        Raises:
            UnknownName: no category is in a group of this name.
        """
        members = tuple(id for id, category in self.categories.items() if name in category.groups)
        if not members:
            raise UnknownName(name)
        return members

    def film(self, id: str) -> FilmRow:
        """The film of this id.

        Raises:
            UnknownName: there is none.
        """
        if id not in self._films:
            row = self.connection.execute(FILM, (id,)).fetchone()
            if row is None:
                raise UnknownName(id)
            directors = tuple(Person(*director) for director in self.connection.execute(DIRECTORS, (id,)))
            countries = tuple(country for (country,) in self.connection.execute(COUNTRIES, (id,)))
            languages = tuple(language for (language,) in self.connection.execute(LANGUAGES, (id,)))
            self._films[id] = FilmRow(*(*row, directors, countries, languages))
        return self._films[id]

    def person(self, id: str) -> PersonRow:
        """The person of this id.

        Raises:
            UnknownName: there is none.
        """
        if id not in self._people:
            row = self.connection.execute(
                "SELECT id, name, imdb, born, died, gender, country, source FROM person WHERE id = ?", (id,)
            ).fetchone()
            if row is None:
                raise UnknownName(id)
            self._people[id] = PersonRow(*row)
        return self._people[id]

    def edition(self, award: str, number: int) -> EditionRow:
        """One award's nth time.

        Raises:
            UnknownName: there is no such award, or it has no edition of this number.
        """
        editions = self._numbered(award)
        if number not in editions:
            raise UnknownName(f"{award}/{number}")
        return editions[number]

    def editions(self, award: str) -> tuple[EditionRow, ...]:
        """All editions of an award, by number.

        Raises:
            UnknownName: there is no such award.
        """
        return tuple(self._numbered(award).values())

    def nominations(
        self,
        rows: Iterable[int] | None = None,
        *,
        award: str | None = None,
        edition: int | None = None,
        season: int | None = None,
        category: str | None = None,
        film: str | None = None,
        person: str | None = None,
        won: bool | None = None,
    ) -> Nominations:
        """The nominations of these `row` numbers that pass all filters, in the order given.

        Args:
            rows: None for all rows, by award, edition and category.
            award, category, film, person: an id or a full name, whatever its case and accents; a category may also be
                a group ("acting"). A title or name that several bear lets all of them through.
            season: the film year honoured.
            won: False for those that did not win, in races still open too.

        Raises:
            UnknownName: there is no such row, or nothing is called as one of the filters is.

        >>> with open_record() as record:
        ...     [row.people for row in record.nominations(award="oscars", season=2024, category="actress", won=True)]
        [(Person(id='mikey-madison'),)]
        """
        if rows is not None and (award, edition, season, category, film, person, won) == (None,) * 7:
            return self._given(list(rows))
        from palmares.record.filters import Filter, matching_rows  # here, since `palmares check` asks by row only

        wanted = Filter(
            award=award, edition=edition, season=season, category=category, film=film, person=person, won=won
        )
        passing = matching_rows(self, wanted)
        if rows is None:
            return self._given(passing)
        kept = set(passing)
        return self._given([row for row in rows if row in kept])

    def _given(self, wanted: list[int]) -> Nominations:
        """The nominations of these rows, in the order given."""
        missing = sorted({row for row in wanted if row not in self._nominations})
        for first in range(0, len(missing), BATCH):
            self._nominations.update(self._fetch(missing[first : first + BATCH]))
        try:
            return Nominations(self._nominations[row] for row in wanted)
        except KeyError as error:
            raise UnknownName(f"nomination row {error.args[0]}") from None

    def _numbered(self, award: str) -> dict[int, EditionRow]:
        """The editions of an award by number."""
        if award not in self._editions:
            if award not in self.awards:
                raise UnknownName(award)
            hosts: defaultdict[int, list[Host]] = defaultdict(list)
            for number, *host in self.connection.execute(HOSTS, (award,)):
                hosts[number].append((host[0], host[1], host[2]))
            rows = self.connection.execute(EDITIONS, (award,)).fetchall()
            self._editions[award] = {row[1]: edition_row(row, hosts[row[1]]) for row in rows}
        return self._editions[award]

    def _fetch(self, rows: Sequence[int]) -> dict[int, NominationRow]:
        """Nominations of these rows, from the file."""
        marks = ",".join("?" * len(rows))
        films: defaultdict[int, list[Film]] = defaultdict(list)
        people: defaultdict[int, list[Person]] = defaultdict(list)
        for row, id, label in self.connection.execute(CITED_FILMS.format(marks), rows):
            films[row].append(Film(id, label))
        for row, id, label in self.connection.execute(CITED_PEOPLE.format(marks), rows):
            people[row].append(Person(id, label))
        found = self.connection.execute(NOMINATIONS.format(marks), rows)
        return {row[0]: nomination_row(row, tuple(films[row[0]]), tuple(people[row[0]])) for row in found}


def nomination_row(row: Sequence[Any], films: tuple[Film, ...], people: tuple[Person, ...]) -> NominationRow:
    """A row of the query NOMINATIONS as a value."""
    values: dict[str, Any] = dict(zip(NOMINATION_COLUMNS, row, strict=True))
    for day in ("held_last", "decided", "announced"):
        values[day] = dt.date.fromisoformat(values[day])
    for flag in ("won", "tied", "counts"):
        values[flag] = bool(values[flag])
    values["confidence"] = Confidence(values["confidence"])
    return NominationRow(**values, films=films, people=people)


def edition_row(row: Sequence[Any], hosts: Sequence[Host]) -> EditionRow:
    """A row of the query EDITIONS, with its hosts, as a value."""
    award, number, season, held, held_last, decided, announced, venue, broadcaster, source = row
    return EditionRow(
        award,
        number,
        season,
        held,
        held_last=dt.date.fromisoformat(held_last),
        decided=dt.date.fromisoformat(decided),
        announced=dt.date.fromisoformat(announced),
        venues=tuple(venue.split("|")) if venue else (),
        hosts=tuple(name for name, _, _ in hosts),
        host_people=tuple(Person(person, label) for _, person, label in hosts if person),
        broadcaster=broadcaster,
        source=source,
    )


def open_record(
    path: Path | str | None = None,
    *,
    cache: Path | None = None,
    journal: Path | str | None = None,
    at: int | None = None,
) -> Record:
    """Open the record, building it first where it has not been built yet (about two seconds, once).

    Args:
        path: a built record (`.sqlite`), a folder of data files to build one from, or a journal of additions to the
            record that comes with palmares; None is that record itself.
        cache: the folder to keep a built record in; by default the user's cache directory, or when that cannot be
            written to, a private folder in the temporary directory.
        journal: a journal whose additions count as well; one that is not there yet adds nothing.
        at: the entry of the journal up to which its additions count, 0 for none; by default all do.

    Raises:
        RecordUnavailable: the file is missing or is no record, or a record could be built nowhere.
        InvalidData: the data files break their format.
        JournalDamaged: the journal is not as it was written.
        UnusableInput: there is no journal, or it has no entry of the number `at`.

    >>> with open_record() as record:
    ...     record.awards["oscars"].name
    'Academy Awards'
    """
    source = DATA if path is None else Path(path)
    if source.is_file() and is_journal(source):
        source, journal = DATA, source
    built = built_record(source, cache)
    if journal is None:
        if at is not None:
            raise UnusableInput(f"entry {at}", "a record without a journal has no entries", "Name the journal")
        return connect(built)
    if not at and not Path(journal).exists():
        return connect(built)
    from palmares.record.effective import effective_record  # here, and below, since most users have no journal
    from palmares.record.journal import Journal

    history = Journal(Path(journal)).read().until(at)
    return connect(effective_record(built, history, [cache] if cache else default_folders()))


def built_record(source: Path, cache: Path | None) -> Path:
    """The built record of a folder of data files, or the built record itself.

    Raises:
        RecordUnavailable: the file is missing or is no record, or a record could be built nowhere.
        InvalidData: the data files break their format.
    """
    if source.is_dir():
        return cached_record(source, [cache] if cache else default_folders())
    if not source.exists():
        raise RecordUnavailable(str(source), "there is no such file or folder")
    if not is_record(source):
        raise RecordUnavailable(str(source), "it is not a whole record of this version of palmares; build it again")
    return source


def connect(path: Path) -> Record:
    """Open a built record for reading only."""
    try:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False, cached_statements=STATEMENTS_KEPT)
        connection.execute("PRAGMA query_only = 1")
    except sqlite3.Error as error:
        raise RecordUnavailable(str(path), str(error)) from None
    return Record(path, connection)
