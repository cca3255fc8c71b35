"""What things are called in a sentence: films, people, prizes, ceremonies, values.

The thing a newcomer gets wrong: labels on nodes are only for display and may be missing, so the record is asked first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from palmares.claims import Country, Edition, Film, Hole, Person, structure
from palmares.errors import UnknownName
from palmares.record import NominationRow, Record
from palmares.telling.english import listed, long_date, number, ordinal_numeral

BARE = ("Best ", "Outstanding ", "Top ")
"""Names of prizes that take no article begin so: "won Best Picture", but "won the Palme d'Or"."""


def film_label(record: Record, film: Film | Hole) -> str:
    """The title between quotation marks: many titles are ordinary words."""
    if isinstance(film, Hole):
        return "which film"
    try:
        return f"“{record.film(film.id).title}”"
    except UnknownName:
        return f"“{film.label or film.id}”"


def person_label(record: Record, person: Person | Hole) -> str:
    """The person's name."""
    if isinstance(person, Hole):
        return "who"
    try:
        return record.person(person.id).name
    except UnknownName:
        return person.label or person.id


def award_label(record: Record, award: str | Hole) -> str:
    """`the Academy Awards`."""
    if isinstance(award, Hole):
        return "which awards"
    return f"the {record.awards[award].name}" if award in record.awards else f"the awards called {award}"


def edition_label(record: Record, award: str, edition: int) -> str:
    """`the 97th Academy Awards`; one that the body did not number goes by its year."""
    name = record.awards[award].name if award in record.awards else award
    return f"the {ordinal_numeral(edition)} {name}" if edition > 0 else f"the unnumbered {name}"


def category_label(record: Record, category: str | Hole) -> str:
    """`Best Actress`, `the Palme d'Or`."""
    if isinstance(category, Hole):
        return "which prize"
    name = record.categories[category].name if category in record.categories else category
    return name if name.startswith(BARE) else f"the {name}"


def group_label(record: Record, categories: Iterable[str | Hole]) -> str | None:
    """The name of the group that these very categories make up: `acting`. None where they make up none."""
    wanted = set(categories)
    groups = sorted({group for category in record.categories.values() for group in category.groups})
    return next((group for group in groups if len(wanted) > 1 and set(record.group(group)) == wanted), None)


def value_label(record: Record, value: object) -> str:
    """Any value that may stand on the right of a comparison."""
    match value:
        case Film() | Person() | Country() | Edition() | Hole():
            return entity_label(record, value)
        case frozenset():
            return listed(sorted(value_label(record, item) for item in sorted(value, key=structure)))
        case bool():
            return "true" if value else "false"
        case int() | float():
            return number(value)
        case dt.date():
            return long_date(value)
    return str(value)


def entity_label(record: Record, entity: Film | Person | Country | Edition | Hole) -> str:
    """A film, person, country or ceremony by its name."""
    match entity:
        case Film():
            return film_label(record, entity)
        case Person():
            return person_label(record, entity)
        case Country():
            return entity.name
        case Edition():
            return edition_label(record, entity.award, entity.number)
        case Hole():
            return f"which {entity.kind}"


def nominee_label(record: Record, row: NominationRow) -> str:
    """Whom or what a nomination names, by who is given the prize: `Mikey Madison`, `“Anora”`, `Brazil`."""
    category = record.categories.get(row.category)
    if row.people and (category is None or category.credit == "person" or not row.films):
        return listed([person_label(record, person) for person in row.people])
    if row.country and category is not None and category.credit == "country":
        return row.country
    return listed([film_label(record, film) for film in row.films]) if row.films else (row.detail or row.wording)


def race_label(record: Record, row: NominationRow) -> str:
    """`Best Actress at the 97th Academy Awards`."""
    return f"{category_label(record, row.category)} at {edition_label(record, row.award, row.edition)}"

