"""What the record holds of one thing, as the line of a data file would have it, and what such a line may say.

Journals speak in these fields. The trap: `aliases` of what comes with palmares read as blank, since a built record
keeps spellings only; aliases in a journal are added to those that there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from palmares.errors import UnknownName
from palmares.record.dates import last_day
from palmares.record.journal import Key, Kind
from palmares.record.rows import NominationRow
from palmares.record.store import Record


def problem_of_date(value: str) -> str | None:
    """What is wrong with a date, or None."""
    try:
        last_day(value)
    except ValueError:
        return "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"
    return None


def problem_of_day(value: str) -> str | None:
    """What is wrong with a day, or None."""
    return None if len(value) == 10 and problem_of_date(value) is None else "is not a day as YYYY-MM-DD"


def problem_of_number(value: str) -> str | None:
    """What is wrong with a whole number, or None."""
    return None if value.isascii() and value.isdigit() and len(value) < 6 else "is not a whole number"


def one_of(*choices: str) -> Callable[[str], str | None]:
    """A check that a value is one of these."""
    return lambda value: None if value in choices else f"is none of {', '.join(choices)}"


COLUMNS: Mapping[Kind, str] = {
    "film": "title imdb season release_year directors countries languages runtime_min original_title aliases"
    " distributor_us source",
    "person": "name imdb born died gender country aliases source",
    "edition": "season held announced venue hosts broadcaster source",
    "race": "ending winners nominees source",
    "nomination": "wording films people detail country won place status source",
}
"""The fields of each kind of thing. Of a race: how it ended (`tie`, `several`), and whether all its winners and
nominees are known (1)."""

REQUIRED: Mapping[Kind, tuple[str, ...]] = {
    "film": ("title", "season", "source"),
    "person": ("name", "source"),
    "edition": ("season", "held", "source"),
    "race": ("source",),
    "nomination": ("wording", "won", "source"),
}
FORMS: Mapping[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("held", "born", "died"), problem_of_date),
    **dict.fromkeys(("season", "release_year", "runtime_min"), problem_of_number),
    "announced": problem_of_day,
    "won": one_of("0", "1"),
    "winners": one_of("1"),
    "nominees": one_of("1"),
    "gender": one_of("f", "m", "none"),
    "ending": one_of("tie", "several"),
}
"""What a field that is not blank must look like."""


def form_problems(kind: Kind, fields: Mapping[str, str], *, is_whole: bool) -> list[str]:
    """What is wrong with the fields as text, the column named in each.

    Args:
        is_whole: whether these are all fields of the thing, or only those that are to change.
    """
    columns = COLUMNS[kind].split()
    known = ", ".join(columns)
    found = [f"a {kind} has no field {name}; its fields are {known}" for name in fields if name not in columns]
    blank = "" if is_whole else "given"
    found += [f"{name} is blank" for name in REQUIRED[kind] if not fields.get(name, blank).strip()]
    for name, value in fields.items():
        problem = FORMS[name](value) if value and name in FORMS else None
        if problem:
            found.append(f"{name} is {value!r}, which {problem}")
        if any(character in value for character in "\n\r\t\0"):
            found.append(f"{name} holds a line break or tab")
    return found


def edition_parts(id: str) -> tuple[str, int] | None:
    """Award and number of an edition's id, or None where it is none."""
    award, _, number = id.rpartition("/")
    try:
        return (award, int(number)) if award and "/" not in award else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Race:
    """One prize in one edition."""

    award: str
    edition: int
    category: str

    @property
    def id(self) -> str:
        """`oscars/99/actress`."""
        return f"{self.award}/{self.edition}/{self.category}"


def race_of(id: str) -> Race:
    """The race of its own id or of that of a nomination; raises ValueError where it is neither."""
    award, number, category, *_ = id.split("/")
    return Race(award, int(number), category)


def held_fields(record: Record, key: Key) -> dict[str, str] | None:
    """The fields of a film, person, edition or nomination that are not blank; None where the record holds it not."""
    kind, id = key
    try:
        fields = HOLDERS[kind](record, id)
    except UnknownName:
        return None
    return None if fields is None else {name: str(value) for name, value in fields.items() if value not in (None, "")}


def film_fields(record: Record, id: str) -> dict[str, object]:
    film = record.film(id)
    return {
        "title": film.title, "imdb": film.imdb, "season": film.season, "release_year": film.release_year,
        "directors": "|".join(person.id for person in film.directors), "countries": "|".join(film.countries),
        "languages": "|".join(film.languages), "runtime_min": film.runtime_min,
        "original_title": film.original_title, "distributor_us": film.distributor_us, "source": film.source,
    }  # fmt: skip


def person_fields(record: Record, id: str) -> dict[str, object]:
    person = record.person(id)
    return {name: getattr(person, name) for name in COLUMNS["person"].split() if name != "aliases"}


def edition_fields(record: Record, id: str) -> dict[str, object] | None:
    parts = edition_parts(id)
    if parts is None or parts[0] not in record.awards:
        return None
    edition = record.edition(*parts)
    return {
        "season": edition.season, "held": edition.held, "announced": edition.announced.isoformat(),
        "venue": "|".join(edition.venues), "hosts": "|".join(edition.hosts), "broadcaster": edition.broadcaster,
        "source": edition.source,
    }  # fmt: skip


def nomination_fields(record: Record, id: str) -> dict[str, object] | None:
    found = record.connection.execute("SELECT row FROM nomination WHERE id = ?", (id,)).fetchone()
    return row_fields(record.nominations([found[0]])[0]) if found else None


def row_fields(row: NominationRow) -> dict[str, object]:
    """A nomination as the line of a data file."""
    return {
        "wording": row.wording, "films": "|".join(film.id for film in row.films),
        "people": "|".join(person.id for person in row.people), "detail": row.detail, "country": row.country,
        "won": int(row.won), "place": row.place, "status": row.status, "source": row.source,
    }  # fmt: skip


def no_race(record: Record, id: str) -> None:
    """Nothing: what the record says of a race as a whole stands in its coverage."""


HOLDERS: Mapping[Kind, Callable[[Record, str], dict[str, object] | None]] = {
    "film": film_fields,
    "person": person_fields,
    "edition": edition_fields,
    "race": no_race,
    "nomination": nomination_fields,
}
