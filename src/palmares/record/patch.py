"""Writes what a journal makes of a record into a copy of the built record.

Everything derived from the rows is derived again, for what is touched and nothing else. The trap: the result must be
the record that a build from data files with these changes would give, but for `row` numbers and spellings of names
that are no longer used.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Mapping

from palmares.record.build import ANNOUNCED_DAYS_BEFORE, NOT_COUNTED
from palmares.record.confidence import confidence_of
from palmares.record.covering import cover_races
from palmares.record.dates import first_day, last_day
from palmares.record.holdings import Race, edition_parts, race_of
from palmares.record.journal import Kind
from palmares.record.overlay import Overlay, Touched, cited_by, ids, races, touched
from palmares.record.respell import respell

MEMBERS = {
    "film": (
        ("film_director", "directors", "person"),
        ("film_country", "countries", "country"),
        ("film_language", "languages", "language"),
    ),
    "nomination": (("nomination_film", "films", "film"), ("nomination_person", "people", "person")),
}
"""Tables of the members of lists: table, field of the thing, column of the member."""

EXTRA: Mapping[str, Mapping[str, int]] = {"nomination_person": {"earlier_nominations": 0, "earlier_wins": 0}}
"""Columns of such tables that are filled when all is in."""


LEAVE_OPEN = """
    UPDATE nomination SET decided = '9999-12-31'
    WHERE award = ? AND edition = ? AND category = ? AND counts AND NOT EXISTS (
        SELECT 1 FROM nomination WHERE award = ? AND edition = ? AND category = ? AND won)"""
"""A race that nobody is known to have won stays open after its night: its nominees have not lost."""


def patch(connection: sqlite3.Connection, made: Overlay) -> None:
    """Write the things of an overlay into a copy of the record it lies on, in one transaction."""
    connection.execute("BEGIN")
    for kind, write in WRITERS.items():
        for thing in touched(made, kind):
            write(connection, thing, made)
    for race in sorted(races(made), key=lambda race: race.id):
        mark_ties(connection, race, made)
    for edition in sorted({f"{race.award}/{race.edition}" for race in races(made)} | ids(made, "edition")):
        date_edition(connection, edition, made)
    connection.executemany(LEAVE_OPEN, [(race.award, race.edition, race.category) * 2 for race in races(made)])
    count_earlier(connection, made)
    cover_races(connection, made, races(made))
    remove_unused(connection, made)
    respell(connection, made)
    connection.execute("COMMIT")


def put(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> None:
    """Write a row, in place of that of the same key."""
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def put_members(connection: sqlite3.Connection, kind: str, owner: object, held: Mapping[str, str]) -> None:
    """Write the lists of a thing, in place of those it had."""
    for table, field, column in MEMBERS[kind]:
        connection.execute(f"DELETE FROM {table} WHERE {kind} = ?", (owner,))
        members = dict.fromkeys(filter(None, held.get(field, "").split("|")))
        for place, member in enumerate(members, 1):
            put(connection, table, {kind: owner, "place": place, column: member, **EXTRA.get(table, {})})


def number(held: Mapping[str, str], field: str) -> int | None:
    """A field as a number, or None where it is blank."""
    return int(held[field]) if held.get(field) else None


def write_film(connection: sqlite3.Connection, thing: Touched, made: Overlay) -> None:
    """Write a film; one taken out goes once nothing names it any more."""
    if thing.now is None:
        return
    texts = {name: thing.now.get(name) for name in ("title", "imdb", "original_title", "distributor_us", "source")}
    numbers = {name: number(thing.now, name) for name in ("season", "release_year", "runtime_min")}
    put(connection, "film", {"id": thing.id, **texts, **numbers})
    put_members(connection, "film", thing.id, thing.now)


def write_person(connection: sqlite3.Connection, thing: Touched, made: Overlay) -> None:
    """Write a person; one taken out goes once nothing names them any more."""
    if thing.now is not None:
        columns = ("name", "imdb", "born", "died", "gender", "country", "source")
        put(connection, "person", {"id": thing.id, **{name: thing.now.get(name) for name in columns}})


def write_edition(connection: sqlite3.Connection, thing: Touched, made: Overlay) -> None:
    """Write an edition with its hosts, and its days into its nominations."""
    parts = edition_parts(thing.id)
    assert parts is not None  # no other id of an edition is taken
    connection.execute("DELETE FROM host WHERE award = ? AND edition = ?", parts)
    if thing.now is None:
        connection.execute("DELETE FROM edition WHERE award = ? AND number = ?", parts)
        return
    held = thing.now["held"]
    days = {"held": held, "held_last": last_day(held).isoformat(), "decided": first_day(held).isoformat()}
    texts = {name: thing.now.get(name) for name in ("venue", "broadcaster", "source")}
    row = {"award": parts[0], "number": parts[1], "season": number(thing.now, "season")}
    put(connection, "edition", {**row, **days, "announced": days["decided"], **texts})
    for place, name in enumerate(filter(None, thing.now.get("hosts", "").split("|")), 1):
        host = {"award": parts[0], "edition": parts[1], "place": place, "name": name, "person": host_id(made, name)}
        put(connection, "host", host)


def host_id(made: Overlay, name: str) -> str | None:
    """The one person of the record whose full name this is, or None."""
    bearers = {bearer.id for bearer in made.record.names.bearers(name) if bearer.kind == "person" and bearer.exact}
    return bearers.pop() if len(bearers) == 1 else None


def write_nomination(connection: sqlite3.Connection, thing: Touched, made: Overlay) -> None:
    """Write a nomination, under the row number it had."""
    found = connection.execute("SELECT row FROM nomination WHERE id = ?", (thing.id,)).fetchone()
    row = found[0] if found else connection.execute("SELECT coalesce(max(row), 0) + 1 FROM nomination").fetchone()[0]
    put_members(connection, "nomination", row, thing.now or {})
    if thing.now is None:
        for table in ("odds WHERE nomination", "nomination WHERE row"):
            connection.execute(f"DELETE FROM {table} = ?", (row,))
        return
    race, held = race_of(thing.id), thing.now
    edition = connection.execute(
        "SELECT season, held_last, decided, announced FROM edition WHERE award = ? AND number = ?",
        (race.award, race.edition),
    ).fetchone()
    days = dict(zip(("season", "held", "decided", "announced"), edition, strict=True))
    counts = made.record.categories[race.category].competitive and held.get("status", "") not in NOT_COUNTED
    texts = {name: held.get(name) for name in ("wording", "detail", "country", "place", "status", "source")}
    put(connection, "nomination", {
        "row": row, "id": thing.id, "award": race.award, "edition": race.edition, "category": race.category, **days,
        **texts, "won": int(held["won"]), "tied": 0, "counts": int(counts),
        "confidence": confidence_of(race.award, held["source"]).value,
    })  # fmt: skip


def no_row(connection: sqlite3.Connection, thing: Touched, made: Overlay) -> None:
    """Nothing: what is said of a whole race goes into its ties and its coverage."""


WRITERS: Mapping[Kind, Callable[[sqlite3.Connection, Touched, Overlay], None]] = {
    "person": write_person,
    "film": write_film,
    "edition": write_edition,
    "nomination": write_nomination,
    "race": no_row,
}


def mark_ties(connection: sqlite3.Connection, race: Race, made: Overlay) -> None:
    """Say of each winner of a race whether it won in a tie."""
    told = made.held(("race", race.id)) or {}
    query = "SELECT max(tied), sum(won) FROM nomination WHERE award = ? AND edition = ? AND category = ?"
    of_race = (race.award, race.edition, race.category)
    was_tie = made.record.connection.execute(query, of_race).fetchone()[0]
    winners = connection.execute(query, of_race).fetchone()[1] or 0
    is_tie = winners > 1 and (told["ending"] == "tie" if "ending" in told else bool(was_tie))
    connection.execute(
        "UPDATE nomination SET tied = won AND ? WHERE award = ? AND edition = ? AND category = ?", (is_tie, *of_race)
    )


def date_edition(connection: sqlite3.Connection, id: str, made: Overlay) -> None:
    """Settle from which day the nominations of an edition are known, and write its days into them."""
    parts = edition_parts(id)
    held = made.held(("edition", id))
    if parts is None or held is None:
        return
    connection.execute(
        "UPDATE edition SET announced = ? WHERE award = ? AND number = ?", (announced(connection, id, made), *parts)
    )
    connection.execute(
        """UPDATE nomination SET (season, held, decided, announced) =
            (SELECT season, held_last, decided, announced FROM edition WHERE award = ? AND number = ?)
        WHERE award = ? AND edition = ?""",
        (*parts, *parts),
    )


def announced(connection: sqlite3.Connection, id: str, made: Overlay) -> str:
    """The day from which the nominations of an edition are known: the one that is told, else one taken by rule.

    By rule it is as for a build, but no later than the day on which the journal first named a nominee.
    """
    under, held = made.under(("edition", id)), made.held(("edition", id))
    assert held is not None  # asked of editions there are
    told = held.get("announced", "")
    was = (under or {}).get("announced", "")
    if told and (told != was or under is None or was != by_rule(made.record.connection, id, under["held"], made)):
        return told
    day = by_rule(connection, id, held["held"], made)
    first = made.first_days.get(id, day)
    return min(day, first) if first < first_day(held["held"]).isoformat() else day


def by_rule(connection: sqlite3.Connection, id: str, held: str, made: Overlay) -> str:
    """The day taken for an edition held then, by whether nominees are known that did not win."""
    parts = edition_parts(id)
    assert parts is not None  # asked of editions there are
    query = "SELECT 1 FROM nomination WHERE award = ? AND edition = ? AND won = 0 AND place IS NULL LIMIT 1"
    is_early = made.record.awards[parts[0]].kind != "festival" and connection.execute(query, parts).fetchone()
    return (first_day(held) - dt.timedelta(days=ANNOUNCED_DAYS_BEFORE if is_early else 0)).isoformat()


EARLIER = """
    UPDATE nomination_person AS cited SET (earlier_nominations, earlier_wins) = (
        SELECT count(*), coalesce(sum(earlier.won), 0)
        FROM nomination AS this, nomination AS earlier JOIN nomination_person AS other ON other.nomination = earlier.row
        WHERE this.row = cited.nomination AND other.person = cited.person AND earlier.award = this.award
            AND earlier.counts AND earlier.held < this.held)
    WHERE person = ?"""


def count_earlier(connection: sqlite3.Connection, made: Overlay) -> None:
    """Count anew the earlier nominations and wins of everybody whose nominations the journal touches or moves."""
    people = cited_by(made, "person")
    for id in ids(made, "edition"):
        query = """
            SELECT DISTINCT person FROM nomination_person JOIN nomination ON row = nomination
            WHERE award = ? AND edition = ?"""
        people.update(person for (person,) in connection.execute(query, edition_parts(id) or ("", 0)))
    connection.executemany(EARLIER, [(person,) for person in sorted(people)])


def remove_unused(connection: sqlite3.Connection, made: Overlay) -> None:
    """Remove films and people taken out, unless a later record still names them."""
    for kind, uses in USES.items():
        unused = [id for id in taken_out(made, kind) if not is_named(connection, uses, id)]
        for table, owner in REMOVED_FROM[kind]:
            connection.executemany(f"DELETE FROM {table} WHERE {owner} = ?", [(id,) for id in unused])


def is_named(connection: sqlite3.Connection, uses: Iterable[str], id: str) -> bool:
    """Whether a film or person is named in one of these tables."""
    return any(connection.execute(f"SELECT 1 FROM {use} = ?", (id,)).fetchone() for use in uses)


USES: Mapping[Kind, tuple[str, ...]] = {
    "film": ("nomination_film WHERE film",),
    "person": ("nomination_person WHERE person", "film_director WHERE person", "host WHERE person"),
}
REMOVED_FROM: Mapping[str, tuple[tuple[str, str], ...]] = {
    "film": (("film_director", "film"), ("film_country", "film"), ("film_language", "film"), ("film", "id")),
    "person": (("person", "id"),),
}


def taken_out(made: Overlay, kind: Kind) -> Iterable[str]:
    """Ids of the things of one kind that the journal takes out."""
    return [thing.id for thing in touched(made, kind) if thing.now is None]
