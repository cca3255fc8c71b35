"""Properties of people, films and editions as measures.

The trap: what is blank in the record is not known, which is a lack; it never means "none".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from palmares.claims import Attribute, Country, Edition, Film, Hole, Literal, Person, Property
from palmares.errors import UnknownName
from palmares.record.dates import first_day, last_day
from palmares.record.lacks import Lack, LackKind
from palmares.record.rows import EditionRow, FilmRow, PersonRow, Row
from palmares.record.scene import Scene, no_hole
from palmares.record.values import Value

HOSTED = "oscars"
"""The award whose hosts `times-hosted` counts where no edition is given, as `Property` says."""

MOURNING = dt.timedelta(days=60)
"""So long after a death an age is that at death, as obituaries tell it."""

NOBODY = "nobody"
"""The host of a ceremony that had none."""


def attribute(scene: Scene, measure: Attribute) -> Value:
    """The property of the entity, or what is lacking for it."""
    try:
        match measure.entity:
            case Person(id):
                return PERSON[measure.name](scene, scene.record.person(id), measure)
            case Film(id):
                film = scene.record.film(id)
                return known(FILM[measure.name](film), film)
            case Edition(award, 0) if sum(edition.number <= 0 for edition in scene.record.editions(award)) > 1:
                return Value(None, (), (Lack(LackKind.OUTSIDE_RECORD, award, None, 0, 0),))
            case Edition(award, number):
                return edition_attribute(scene, scene.record.edition(award, number), measure.name)
            case Country() | Hole():
                raise no_hole(measure.entity)
    except UnknownName as error:
        return Value(None, (), (Lack(LackKind.OUTSIDE_RECORD, detail=error.name),))


def known(value: Literal | None, row: Row) -> Value:
    """A value with its row; one that is blank is not known."""
    if value is None or value == frozenset():
        return Value(None, (row,), (Lack(LackKind.UNKNOWN_ATTRIBUTE, detail=getattr(row, "id", "")),))
    return Value(value, (row,))


def day(text: str | None) -> Literal | None:
    """A date as precise as it is known: a date for a day, text for a year or month."""
    return dt.date.fromisoformat(text) if text and len(text) == 10 else text


# --- people ---------------------------------------------------------------------------------------------------------


def died(scene: Scene, person: PersonRow, measure: Attribute) -> Value:
    """The day of death, as far as the scene's day knows of it."""
    if person.died and first_day(person.died) > scene.as_of:
        return Value(None, (person,), (Lack(LackKind.UNKNOWN_ATTRIBUTE, detail=person.id),))
    return known(day(person.died), person)


def age(scene: Scene, person: PersonRow, measure: Attribute) -> Value:
    """Whole years at the time given, or on the scene's day; a range where a date is known only in part."""
    if person.born is None:
        return known(None, person)
    rows: tuple[Row, ...] = (person,)
    first = last = measure.at if isinstance(measure.at, dt.date) else scene.as_of
    if isinstance(measure.at, Edition):
        edition = scene.record.edition(measure.at.award, measure.at.number)
        rows, first, last = (person, edition), first_day(edition.held), edition.held_last
    if person.died and last_day(person.died) < first:
        if first <= last_day(person.died) + MOURNING:
            return age(scene, person, replace(measure, at=last_day(person.died)))
        return Value(None, rows, (Lack(LackKind.UNKNOWN_ATTRIBUTE, detail=person.id),))
    least, most = whole_years(last_day(person.born), first), whole_years(first_day(person.born), last)
    if least == most:
        return Value(least, rows)
    return Value(least, rows, (Lack(LackKind.UNKNOWN_ATTRIBUTE, detail=person.id),), span=(least, most))


def whole_years(born: dt.date, on: dt.date) -> int:
    """Birthdays between two days."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def times_hosted(scene: Scene, person: PersonRow, measure: Attribute) -> Value:
    """How many editions the person had hosted by the time given, that one included."""
    award, until = HOSTED, measure.at if isinstance(measure.at, dt.date) else scene.as_of
    if isinstance(measure.at, Edition):
        award, until = measure.at.award, scene.record.edition(measure.at.award, measure.at.number).held_last
    until = min(until, scene.as_of)
    hosted = tuple(
        edition
        for edition in scene.record.editions(award)
        if edition.decided <= until and any(host.id == person.id for host in edition.host_people)
    )
    unknown = [edition for edition in scene.record.editions(award) if edition.decided <= until and not edition.hosts]
    lacks = (unnamed_hosts(award, unknown),) if unknown and award != HOSTED else ()
    return Value(len(hosted), (person, *hosted), lacks, firm=True)


def unnamed_hosts(award: str, editions: Sequence[EditionRow]) -> Lack:
    """That the record does not say who hosted these editions; only of the Academy Awards does a blank mean nobody."""
    return Lack(LackKind.UNKNOWN_ATTRIBUTE, award, None, editions[0].number, editions[-1].number, Property.HOSTS)


PERSON: dict[Property, Callable[[Scene, PersonRow, Attribute], Value]] = {
    Property.BORN: lambda scene, person, measure: known(day(person.born), person),
    Property.DIED: died,
    Property.AGE: age,
    Property.GENDER: lambda scene, person, measure: known(person.gender, person),
    Property.COUNTRY: lambda scene, person, measure: known(person.country, person),
    Property.TIMES_HOSTED: times_hosted,
}
"""The properties of a person."""


# --- films and editions ---------------------------------------------------------------------------------------------

FILM: dict[Property, Callable[[FilmRow], Literal | None]] = {
    Property.SEASON: lambda film: film.season,
    Property.RELEASE_YEAR: lambda film: film.release_year,
    Property.RUNTIME: lambda film: film.runtime_min,
    Property.DIRECTORS: lambda film: frozenset(film.directors),
    Property.COUNTRIES: lambda film: frozenset(film.countries),
    Property.LANGUAGES: lambda film: frozenset(film.languages),
}
"""The properties of a film."""

EDITION: dict[Property, Callable[[EditionRow], Literal | None]] = {
    Property.HELD: lambda edition: day(edition.held),
    Property.SEASON: lambda edition: edition.season,
    Property.NUMBER: lambda edition: edition.number,
    Property.VENUES: lambda edition: frozenset(edition.venues),
    Property.HOSTS: lambda edition: frozenset(edition.hosts),
}
"""The properties of an edition."""

ON_THE_DAY = (Property.VENUES, Property.HOSTS, Property.HELD)
"""What is known of an edition only from its announcement on."""


def edition_attribute(scene: Scene, edition: EditionRow, name: Property) -> Value:
    """A property of an edition, once it has been announced."""
    if name in ON_THE_DAY and edition.announced > scene.as_of:
        lack = Lack(LackKind.NOT_DECIDED, edition.award, None, edition.number, edition.number)
        return Value(None, (), (lack,))
    if name is Property.HOSTS and not edition.hosts and is_past(scene, edition):
        return Value(frozenset((NOBODY,)), (edition,))
    return known(EDITION[name](edition), edition)


def is_past(scene: Scene, edition: EditionRow) -> bool:
    """Whether the winners of this edition of the Academy Awards are covered, so that a blank host means nobody."""
    lines = scene.coverage.lines[edition.award].values()
    return edition.award == HOSTED and any(line.winners and edition.number in line.winners for line in lines)
