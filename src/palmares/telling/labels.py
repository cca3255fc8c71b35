"""What things are called in a sentence: films, people, prizes, ceremonies, values.

The thing a newcomer gets wrong: labels on nodes are only for display and may be missing, so the record is asked first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from palmares.claims import Country, Edition, Film, Hole, Person
from palmares.errors import UnknownName
from palmares.record import NominationRow, Record
from palmares.telling.english import listed, long_date, number, ordinal_numeral

BARE = ("Best ", "Outstanding ", "Top ")
"""Names of prizes that take no article begin so: "won Best Picture", but "won the Palme d'Or"."""

WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Bahamas", "Soviet ")
ENDS_WITH_ARTICLE = (" Republic", " Union", " Islands", " Emirates")
"""Beginnings and ends of the names of countries that take an article."""


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
    if edition > 0:
        return f"the {ordinal_numeral(edition)} {name}"
    unnumbered = [row for row in record.editions(award) if row.number == edition] if award in record.awards else []
    return f"the {unnumbered[0].held_last.year} {name}" if unnumbered else f"the unnumbered {name}"


def category_label(record: Record, category: str | Hole) -> str:
    """`Best Actress`, `the Palme d'Or`."""
    if isinstance(category, Hole):
        return "which prize"
    name = record.categories[category].name if category in record.categories else category
    return name if name.startswith(BARE) else f"the {name}"


def group_label(record: Record, award: str | Hole | None, categories: Iterable[str | Hole]) -> str | None:
    """The name of the group that these very categories of the award make up: `acting`. None where they make up none."""
    given = categories_of(record, award) if isinstance(award, str) else frozenset(record.categories)
    wanted = given.intersection(category for category in categories if isinstance(category, str))
    groups = sorted({group for category in wanted for group in record.categories[category].groups})
    return next(
        (group for group in groups if len(wanted) > 1 and given.intersection(record.group(group)) == wanted), None
    )


@lru_cache(maxsize=64)
def categories_of(record: Record, award: str) -> frozenset[str]:
    """The categories in which an award was ever given."""
    rows = record.connection.execute("SELECT DISTINCT category FROM nomination WHERE award = ?", (award,))
    return frozenset(category for (category,) in rows)


def value_label(record: Record, value: object) -> str:
    """Any value that may stand on the right of a comparison."""
    match value:
        case Film() | Person() | Country() | Edition() | Hole():
            return entity_label(record, value)
        case frozenset():
            return listed([value_label(record, item) for item in sorted(value, key=lambda item: age_key(record, item))])
        case bool():
            return "true" if value else "false"
        case int() | float():
            return number(value)
        case dt.date():
            return long_date(value)
        case _:
            return str(value)


def age_key(record: Record, value: object) -> tuple[int, str]:
    """Sorts the members of a set: films by their year, anything else by its name."""
    try:
        season = record.film(value.id).season if isinstance(value, Film) else 0
    except UnknownName:
        season = 0
    return season, value_label(record, value)


def country_name(name: str) -> str:
    """The country as it stands in a sentence: `the United States`."""
    return f"the {name}" if name.startswith(WITH_ARTICLE) or name.endswith(ENDS_WITH_ARTICLE) else name


def entity_label(record: Record, entity: Film | Person | Country | Edition | Hole) -> str:
    """A film, person, country or ceremony by its name."""
    match entity:
        case Film():
            return film_label(record, entity)
        case Person():
            return person_label(record, entity)
        case Country():
            return country_name(entity.name)
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
        return country_name(row.country)
    return listed([film_label(record, film) for film in row.films]) if row.films else (row.detail or row.wording)


def race_label(record: Record, row: NominationRow) -> str:
    """`Best Actress at the 97th Academy Awards`."""
    return f"{category_label(record, row.category)} at {edition_label(record, row.award, row.edition)}"
