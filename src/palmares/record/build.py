"""Builds the record, a SQLite file, from the data files.

One pass over the files, one transaction. The trap: the order of the steps matters, since each one checks its ids
against those that earlier steps have met.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import marisa_trie

from palmares.errors import InvalidData
from palmares.record.confidence import confidence_of
from palmares.record.dates import first_day, last_day
from palmares.record.entries import insert_entries
from palmares.record.names import fold
from palmares.record.published import published_rows
from palmares.record.rows import WORK_CATEGORY
from palmares.record.spellings import Named, spell
from palmares.record.tables import Line, read_table

SCHEMA = Path(__file__).with_name("schema.sql")
GENDERS = ("f", "m", "")
OF_NOBODY = "none"
"""In the place of a gender: an organisation, which is credited as people are."""
CREDITS = ("film", "person", "country")
NOT_COUNTED = ("withdrawn", "revoked", "write-in")

ANNOUNCED_DAYS_BEFORE = 60
"""How long before the night the nominations are taken as known where the day is not recorded: longer than the usual
gap, so that a story of nomination morning does not come too early for the record."""

PRAGMAS = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"


@dataclass(slots=True)
class Prominence:
    """How often something was nominated, and in which seasons."""

    nominations: int = 0
    seasons: list[int] = field(default_factory=list)

    def add(self, season: int, counts: int) -> None:
        """Take in one nomination."""
        self.nominations += counts
        self.seasons.append(season)

    @property
    def span(self) -> tuple[int | None, int | None]:
        """The first and last season, or None twice."""
        return (min(self.seasons), max(self.seasons)) if self.seasons else (None, None)


@dataclass(slots=True)
class Known:
    """What the steps of a build have met so far, by id."""

    awards: dict[str, Line] = field(default_factory=dict)
    categories: dict[str, Line] = field(default_factory=dict)
    people: dict[str, Line] = field(default_factory=dict)
    films: dict[str, Line] = field(default_factory=dict)
    editions: dict[str, Line] = field(default_factory=dict)
    nominations: dict[str, Line] = field(default_factory=dict)
    announced: dict[str, str] = field(default_factory=dict)
    prominence: defaultdict[tuple[str, str], Prominence] = field(default_factory=lambda: defaultdict(Prominence))
    works: dict[tuple[str, str], Prominence] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)


def build(data: Path, target: Path) -> None:
    """Write the record of a folder of data files to a new SQLite file, and see it safely on the disk.

    Raises:
        InvalidData: a file is missing or breaks the format, or a line names an id that no file holds.
        sqlite3.Error, OSError: `target` cannot be written.
    """
    known = read_known(data)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.executescript(PRAGMAS + SCHEMA.read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        fill(connection, known, data)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())


def fill(connection: sqlite3.Connection, known: Known, data: Path) -> None:
    """Write all tables."""
    insert(connection, "award", award_rows(known))
    insert(connection, "category", category_rows(known))
    groups = {(group, id) for id, line in known.categories.items() for group in line["groups"].split()}
    insert(connection, "category_group", sorted(groups))
    insert(connection, "person", person_rows(known))
    insert(connection, "film", film_rows(known))
    insert(connection, "film_director", listed(known.films, "directors", within=known.people))
    insert(connection, "maker", maker_rows(known, data))
    insert(connection, "film_country", listed(known.films, "countries"))
    insert(connection, "film_language", listed(known.films, "languages"))
    announce(known, data)
    read_ties(data, known)
    insert(connection, "edition", edition_rows(known))
    insert(connection, "host", host_rows(known))
    insert(connection, "nomination", nomination_rows(known))
    numbered = {str(row): line for row, line in enumerate(known.nominations.values(), 1)}
    insert(connection, "nomination_film", listed(numbered, "films"))
    insert(connection, "nomination_person", cited_people(numbered, known))
    insert(connection, "coverage", coverage_rows(read_table(data / "coverage.csv", "coverage"), known))
    insert(connection, "odds", odds_rows(read_table(data / "odds.csv", "odds", required=False), known))
    forecasts = read_table(data / "forecasts.csv", "forecasts", required=False)
    insert(connection, "odds", published_rows(forecasts, known.nominations, known.editions))
    insert_spellings(connection, known)
    insert_entries(connection)


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows that have a value for each column of the table, in order."""
    width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    values = ",".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({values})", rows)


# --- reading --------------------------------------------------------------------------------------------------------


def read_known(data: Path) -> Known:
    """Read the files that define ids."""
    known = Known()
    for kind in ("awards", "categories", "people", "films"):
        keep(read_table(data / f"{kind}.csv", kind), getattr(known, kind))
    for line in known.categories.values():
        check(line, "parent", [line["parent"]] if line["parent"] else [], known.categories)
    for line in read_table(data / "editions.csv", "editions"):
        check(line, "award", [line["award"]], known.awards)
        keep_one(line, edition_key(line["award"], line.integer("edition")), known.editions)
    for award in known.awards:
        path = data / "nominations" / f"{award}.csv"
        for line in read_table(path, "nominations", required=False):
            keep_one(line, line.required("id"), known.nominations)
            check_nomination(line, award, known)
    check_no_strangers(data, known)
    return known


def edition_key(award: str, number: int) -> str:
    """One text for an award and the number of its edition."""
    return f"{award}/{number}"


def keep(lines: Iterable[Line], into: dict[str, Line]) -> None:
    """Take in lines by their id."""
    for line in lines:
        keep_one(line, line.required("id"), into)


def keep_one(line: Line, id: str, into: dict[str, Line]) -> None:
    """Take in one line, whose id must be new."""
    if id in into:
        raise line.wrong(f"{id} stands here a second time; it was on line {into[id].number} of {into[id].file}")
    into[id] = line


def check(line: Line, column: str, ids: Iterable[str], known: dict[str, Line]) -> None:
    """Raise InvalidData unless every id is known."""
    for id in ids:
        if id not in known:
            raise line.wrong(f"{column} names {id!r}, which no line defines")


def check_nomination(line: Line, award: str, known: Known) -> None:
    """Raise InvalidData unless edition, category, films and people of a nomination are known and its id fits them."""
    key = edition_key(award, line.integer("edition"))
    check(line, "edition", [key], known.editions)
    check(line, "category", [line["category"]], known.categories)
    check(line, "films", line.list("films"), known.films)
    check(line, "people", line.list("people"), known.people)
    if not line["id"].startswith(f"{key}/{line['category']}/"):
        raise line.wrong(f"the id {line['id']!r} does not begin with {key}/{line['category']}/")


def check_no_strangers(data: Path, known: Known) -> None:
    """Raise InvalidData for a file of nominations whose award is not defined: it would be passed over in silence."""
    for path in sorted((data / "nominations").glob("*.csv")):
        if path.stem not in known.awards:
            raise InvalidData(f"nominations/{path.name}", 1, f"awards.csv defines no award {path.stem!r}")


# --- derived columns ------------------------------------------------------------------------------------------------


def announce(known: Known, data: Path) -> None:
    """Settle for each edition the day from which its nominations are taken as known."""
    with_nominees = {
        id.rsplit("/", 2)[0] for id, line in known.nominations.items() if line["won"] == "0" and not line["place"]
    }
    for key, line in known.editions.items():
        held = first_day(line.date("held"))
        early = key in with_nominees and known.awards[line["award"]]["kind"] != "festival"
        known.announced[key] = (held - dt.timedelta(days=ANNOUNCED_DAYS_BEFORE if early else 0)).isoformat()
    for line in read_table(data / "announcements.csv", "announcements", required=False):
        key = edition_key(line["award"], line.integer("edition"))
        check(line, "edition", [key], known.editions)
        known.announced[key] = first_day(line.date("announced")).isoformat()


def read_ties(data: Path, known: Known) -> None:
    """Take in the races that ended in a tie, as against those that have several winners by rule."""
    for line in read_table(data / "ties.csv", "ties", required=False):
        key = edition_key(line["award"], line.integer("edition"))
        check(line, "edition", [key], known.editions)
        check(line, "category", [line["category"]], known.categories)
        if line.choice("kind", ("tie", "several")) == "tie":
            known.ties.add(f"{key}/{line['category']}")


def counts(line: Line, known: Known) -> int:
    """1 for a nomination in competition that was neither withdrawn nor revoked, nor by write-in votes alone."""
    return int(known.categories[line["category"]]["competitive"] == "1" and line["status"] not in NOT_COUNTED)


# --- rows -----------------------------------------------------------------------------------------------------------


def award_rows(known: Known) -> Iterator[list[object]]:
    for id, line in known.awards.items():
        yield [id, line.required("name"), line.required("short"), line.required("kind")]


def category_rows(known: Known) -> Iterator[list[object]]:
    for id, line in known.categories.items():
        gender, credit = line.choice("gender", GENDERS) or None, line.choice("credit", CREDITS)
        yield [id, line["name"], gender, line.optional("parent"), credit, line.flag("competitive")]


def person_rows(known: Known) -> Iterator[list[object]]:
    for id, line in known.people.items():
        yield [
            id, line.required("name"), line.optional("imdb"), line.optional_date("born"), line.optional_date("died"),
            line.choice("gender", (*GENDERS, OF_NOBODY)) or None, line.optional("country"), line["source"],
        ]  # fmt: skip


def film_rows(known: Known) -> Iterator[list[object]]:
    for id, line in known.films.items():
        check(line, "directors", line.list("directors"), known.people)
        yield [
            id, line.required("title"), line.optional("imdb"), line.integer("season"),
            line.optional_integer("release_year"), line.optional("original_title"),
            line.optional_integer("runtime_min"), line.optional("distributor_us"), line["source"],
        ]  # fmt: skip


def maker_rows(known: Known, data: Path) -> Iterator[list[object]]:
    for line in read_table(data / "makers.csv", "makers", required=False):
        check(line, "person", [line["person"]], known.people)
        yield [line["person"]]


def listed(lines: dict[str, Line], column: str, *, within: dict[str, Line] | None = None) -> Iterator[list[object]]:
    """The members of a `|` list as rows: owner, place from 1, member; each member once."""
    for owner, line in lines.items():
        members = dict.fromkeys(line.list(column))
        if within is not None:
            check(line, column, members, within)
        for place, member in enumerate(members, 1):
            yield [owner, place, member]


def cited_people(numbered: dict[str, Line], known: Known) -> Iterator[list[object]]:
    """People as cited by nominations, with the number of nominations and wins they had at the award before."""
    held = {key: last_day(line["held"]).isoformat() for key, line in known.editions.items()}
    nights: defaultdict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for id, line in known.nominations.items():
        award, number, _ = id.split("/", 2)
        for person in dict.fromkeys(line.list("people")) if counts(line, known) else ():
            nights[award, person, False].append(held[f"{award}/{number}"])
            if line["won"] == "1":
                nights[award, person, True].append(held[f"{award}/{number}"])
    for days in nights.values():
        days.sort()
    for row, place, cited in listed(numbered, "people"):
        award, number, _ = numbered[str(row)]["id"].split("/", 2)
        night = held[f"{award}/{number}"]
        yield [row, place, cited, *(bisect_left(nights[award, str(cited), won], night) for won in (False, True))]


def edition_rows(known: Known) -> Iterator[list[object]]:
    for key, line in known.editions.items():
        held = line.date("held")
        yield [
            *(line["award"], line.integer("edition"), line.integer("season"), held, last_day(held).isoformat()),
            *(first_day(held).isoformat(), known.announced[key], line.optional("venue"), line.optional("broadcaster")),
            line["source"],
        ]


def host_rows(known: Known) -> Iterator[list[object]]:
    """Hosts; one whose name only one person of the record bears is that person."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for id, line in known.people.items():
        for name in (line["name"], *line.list("aliases")):
            bearers[fold(name)].add(id)
    for line in known.editions.values():
        for place, name in enumerate(line.list("hosts"), 1):
            people = bearers.get(fold(name), set())
            person = min(people) if len(people) == 1 else None
            yield [line["award"], line.integer("edition"), place, name, person]


def nomination_rows(known: Known) -> Iterator[list[object]]:
    """Nominations, numbered in the order of the files; counts towards the prominence of all they name."""
    held = {key: last_day(line["held"]).isoformat() for key, line in known.editions.items()}
    decided = {key: first_day(line["held"]).isoformat() for key, line in known.editions.items()}
    for row, (id, line) in enumerate(known.nominations.items(), 1):
        award, number, _ = id.split("/", 2)
        key = f"{award}/{number}"
        season, in_play = known.editions[key].integer("season"), counts(line, known)
        tally(line, season, in_play, known)
        won = line.flag("won")
        tied = int(won and id.rsplit("/", 1)[0] in known.ties)
        yield [
            *(row, id, award, int(number), line["category"], season, held[key], decided[key], known.announced[key]),
            *(line.required("wording"), line.optional("detail"), line.optional("country"), won, tied),
            *(line.optional("place"), line.optional("status"), in_play, line.required("source")),
            confidence_of(award, line["source"]).value,
        ]


def tally(line: Line, season: int, in_play: int, known: Known) -> None:
    """Count one nomination for the films, people and song that it names."""
    for kind, column in (("film", "films"), ("person", "people")):
        for id in line.list(column):
            known.prominence[kind, id].add(season, in_play)
    category = line["category"]
    if WORK_CATEGORY in (category, known.categories[category]["parent"]) and line["detail"]:
        for film in line.list("films"):
            known.works.setdefault((film, line["detail"]), Prominence()).add(season, in_play)


def coverage_rows(lines: Iterable[Line], known: Known) -> Iterator[list[object]]:
    for line in lines:
        check(line, "award", [line["award"]], known.awards)
        check(line, "category", [line["category"]], known.categories)
        ends = [line.optional_integer(f"{what}_{end}") for what in ("winners", "nominees") for end in ("from", "to")]
        missing = int(line["reason"].startswith("people-missing"))
        exceptions = [line["winners_except"], line["nominees_except"]]
        yield [line["award"], line["category"], *ends, *exceptions, missing, line["reason"]]


def odds_rows(lines: Iterable[Line], known: Known) -> Iterator[list[object]]:
    rows = {id: row for row, id in enumerate(known.nominations, 1)}
    for line in lines:
        check(line, "nomination", [line["nomination"]], known.nominations)
        chance = line.probability("probability")
        yield [rows[line["nomination"]], line.date("as_of"), chance, None, line.required("source")]


# --- spellings ------------------------------------------------------------------------------------------------------


def named(known: Known) -> Iterator[Named]:
    """Everything that has a name, with its prominence."""
    for id, line in known.people.items():
        prominence = known.prominence["person", id]
        yield Named(
            "person", id, line["name"], tuple(line.list("aliases")), prominence.nominations, *prominence.span,
            gender=line.optional("gender"), country=line.optional("country"), is_company=line["imdb"].startswith("co"),
        )  # fmt: skip
    for id, line in known.films.items():
        season = line.integer("season")
        others = tuple(name for name in (line["original_title"], *line.list("aliases")) if name)
        yield Named("film", id, line["title"], others, known.prominence["film", id].nominations, season, season)
    for (film, title), prominence in known.works.items():
        yield Named("work", film, title, (), prominence.nominations, *prominence.span)


def insert_spellings(connection: sqlite3.Connection, known: Known) -> None:
    """Write the spelling table, and the trie of its keys."""
    rows = [
        (
            *(key, thing.kind, thing.id, spelling, int(exact), thing.label),
            *(thing.weight, thing.first_season, thing.last_season, thing.gender),
        )
        for key, thing, spelling, exact in spell(named(known))
    ]
    insert(connection, "spelling", sorted(rows))
    keys = sorted({row[0] for row in rows})
    insert(connection, "trie", [("spelling", marisa_trie.Trie(keys).tobytes())])
    insert(connection, "about", [("longest_key", str(max(map(len, keys), default=0)))])
