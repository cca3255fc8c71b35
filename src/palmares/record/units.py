"""What is counted, as SQL: the key of every unit, and the way from keys to values of the algebra and back.

A key is text or a number by which SQLite groups rows: `anora-2024` for a film, `oscars/97` for an edition. The trap:
a row has as many keys of a unit as it has films, people or countries, so every count is a count of distinct keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from palmares.claims import Country, Edition, Film, Hole, Person, Scalar, Select, Subject, Unit
from palmares.record.store import Record

FILM_JOIN = " JOIN nomination_film nf ON nf.nomination = n.row"
PERSON_JOIN = " JOIN nomination_person np ON np.nomination = n.row"

JOINS = {
    Unit.FILM: FILM_JOIN,
    Unit.PERSON: PERSON_JOIN,
    Unit.STATUETTE: " LEFT" + PERSON_JOIN,
    Unit.COUNTRY: " LEFT JOIN nomination_film cf ON n.country IS NULL AND cf.nomination = n.row"
    " LEFT JOIN film_country fc ON fc.film = cf.film",
}
"""The tables a unit's key is read from, joined to the nomination `n`."""

KEYS = {
    Unit.NOMINATION: "n.row",
    Unit.STATUETTE: "n.row || '/' || coalesce(np.person, '')",
    Unit.FILM: "nf.film",
    Unit.PERSON: "np.person",
    Unit.COUNTRY: "coalesce(n.country, fc.country)",
    Unit.EDITION: "n.award || '/' || n.edition",
    Unit.RACE: "n.award || '/' || n.edition || '/' || n.category",
    Unit.YEAR: "CAST(substr(n.held, 1, 4) AS INTEGER)",
}
"""The key of each unit as an SQL expression."""

SINGLE = frozenset({Unit.NOMINATION, Unit.EDITION, Unit.RACE, Unit.YEAR})
"""Units of which a nomination has exactly one."""

Key = str | int


@dataclass(frozen=True, slots=True)
class Relation:
    """A SELECT and its parameters. Its columns are `row`, `day` and a key for each unit: `k0`, `k1` and so on.

    `lines`: "row" where no nomination has two lines, "key" where none has two lines of one `k0`, else "any".
    """

    sql: str
    parameters: tuple[object, ...]
    lines: str = "any"


def key_columns(units: Iterable[Unit], known: dict[Unit, str] | None = None) -> str:
    """The columns `k0`, `k1` … of a SELECT; `known` gives the expression of units that need no join."""
    return "".join(f", {(known or {}).get(unit) or KEYS[unit]} AS k{place}" for place, unit in enumerate(units))


def joins(units: Iterable[Unit], *, people: bool = False) -> str:
    """The joins that the keys of these units need; `people` asks for one line per nominated person in any case."""
    wanted = set(units)
    persons = people or Unit.PERSON in wanted
    text = JOINS[Unit.FILM] if Unit.FILM in wanted else ""
    text += JOINS[Unit.PERSON] if persons else JOINS[Unit.STATUETTE] if Unit.STATUETTE in wanted else ""
    return text + (JOINS[Unit.COUNTRY] if Unit.COUNTRY in wanted else "")


def subject_key(subject: Subject, unit: Unit) -> Key | None:
    """The key of an entity that is itself a unit of this kind; None for a subject that is not."""
    match subject, unit:
        case (Film(id), Unit.FILM) | (Person(id), Unit.PERSON):
            return id
        case Country(name), Unit.COUNTRY:
            return name
        case (Edition(award, number), Unit.EDITION) if number > 0:  # number 0 may stand for several
            return f"{award}/{number}"
        case (int(), Unit.YEAR) if not isinstance(subject, bool):
            return subject
        case (Film() | Person() | Country() | Edition() | Select() | Hole() | int(), _):
            return None


def literals(record: Record, unit: Unit, keys: Iterable[Key]) -> frozenset[Scalar]:
    """Keys as values of the algebra. Nominations, statuettes and races are told by their lasting ids."""
    return frozenset(literal(record, unit, key) for key in keys)


def literal(record: Record, unit: Unit, key: Key) -> Scalar:
    """One key as a value of the algebra, with its label."""
    match unit:
        case Unit.FILM:
            return Film(str(key), record.film(str(key)).title)
        case Unit.PERSON:
            return Person(str(key), record.person(str(key)).name)
        case Unit.COUNTRY:
            return Country(str(key))
        case Unit.EDITION:
            return edition_of(str(key))
        case Unit.YEAR:
            return int(key)
        case Unit.NOMINATION:
            return record.nominations([int(key)])[0].id
        case Unit.STATUETTE:
            row, _, person = str(key).partition("/")
            return f"{record.nominations([int(row)])[0].id}/{person}"
        case Unit.RACE:
            return str(key)


def edition_of(key: str) -> Edition:
    """The edition of a key. Those that a body does not number all bear number 0, though the record keeps them apart."""
    award, _, number = key.rpartition("/")
    return Edition(award, max(int(number), 0))
