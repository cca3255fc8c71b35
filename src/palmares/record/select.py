"""One selection of nominations as SQL: a table of constraints, and the statement they make up.

Every value goes in as a parameter. The trap: a trait of a person is asked of one line of `nomination_person`, so a unit
`person` of the selection is a person who has the trait, not one who shares a nomination with such a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from palmares.claims import MEASURES as MEASURE_NODES
from palmares.claims import (
    AtPlace,
    Constraint,
    Country,
    Film,
    Hole,
    Literal,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    Outcome,
    Person,
    Select,
    Unit,
    WithOutcome,
    WithTrait,
)
from palmares.record.names import fold
from palmares.record.rows import WORK_CATEGORY
from palmares.record.scene import Scene, no_hole
from palmares.record.traits import ALWAYS, NEVER, PERSONAL, TRAITS_SQL, Condition, TraitCondition
from palmares.record.units import Relation, joins, key_columns

OUTCOMES = {
    Outcome.NOMINATED: "n.announced <= ?",
    Outcome.WON: "n.decided <= ? AND n.won = 1",
    Outcome.LOST: "n.decided <= ? AND n.won = 0",
    Outcome.TIED: "n.decided <= ? AND n.tied = 1",
}
"""What is visible of an outcome on a day."""

COUNTED = "n.counts = 1"
COUNTED_OR_WRITTEN_IN = "(n.counts = 1 OR n.status = 'write-in')"
COUNTED_OR_NAMED = "(n.counts = 1 OR coalesce(n.status, '') NOT IN ('withdrawn', 'revoked', 'write-in'))"


def of_award(scene: Scene, constraint: OfAward) -> Condition:
    """The body."""
    return Condition("n.award = ?", (filled(constraint.award),))


def between(column: str, first: int | None, last: int | None) -> Condition:
    """A range with both ends included, either of them open."""
    ends = [(sign, end) for sign, end in ((">=", first), ("<=", last)) if end is not None]
    if first == last:
        return Condition(f"{column} = ?", (first,))
    return Condition(" AND ".join(f"{column} {sign} ?" for sign, _ in ends), tuple(end for _, end in ends))


def of_editions(scene: Scene, constraint: OfEditions) -> Condition:
    """A range of editions. Number 0 is any that the body does not number, which the record numbers from 0 downwards."""
    if constraint.first == 0:
        return Condition("n.edition <= ?", (constraint.last,)) if constraint.last is not None else ALWAYS
    return between("n.edition", constraint.first, constraint.last)


def of_seasons(scene: Scene, constraint: OfSeasons) -> Condition:
    """A range of seasons."""
    return between("n.season", constraint.first, constraint.last)


def of_category(scene: Scene, constraint: OfCategory) -> Condition:
    """Any of the categories, with those that stand under them."""
    wanted = scene.coverage.with_children(str(filled(category)) for category in constraint.categories)
    return Condition(f"n.category IN ({', '.join('?' * len(wanted))})", wanted)


def with_outcome(scene: Scene, constraint: WithOutcome) -> Condition:
    """How it ended, as far as the day knows."""
    return Condition(OUTCOMES[constraint.outcome], (scene.day,))


def of_film(scene: Scene, constraint: OfFilm) -> Condition:
    """A film that the citation names."""
    film = filled(constraint.film)
    assert isinstance(film, Film)
    return Condition("n.row IN (SELECT nomination FROM nomination_film WHERE film = ?)", (film.id,))


def of_person(scene: Scene, constraint: OfPerson) -> Condition:
    """A person whom the citation names."""
    person = filled(constraint.person)
    assert isinstance(person, Person)
    return Condition("n.row IN (SELECT nomination FROM nomination_person WHERE person = ?)", (person.id,))


def of_work(scene: Scene, constraint: OfWork) -> Condition:
    """A titled part of a film: the rows whose detail is that title."""
    rows = scene.keep("works", lambda: works(scene)).get(plain_title(constraint.title), [])
    return Condition(f"n.row IN ({', '.join('?' * len(rows))})", tuple(rows)) if rows else NEVER


def works(scene: Scene) -> dict[str, list[int]]:
    """The rows of every titled work, by plain title."""
    categories = scene.coverage.with_children([WORK_CATEGORY])
    found: dict[str, list[int]] = {}
    marks = ", ".join("?" * len(categories))
    sql = f"SELECT row, detail FROM nomination WHERE category IN ({marks}) AND detail IS NOT NULL ORDER BY row"
    for row, detail in scene.rows(sql, categories):
        for title in detail.split("|"):
            found.setdefault(plain_title(title), []).append(row)
    return found


def plain_title(title: str) -> str:
    """A title without case, accents and punctuation."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(title)).split())


def of_country(scene: Scene, constraint: OfCountry) -> Condition:
    """The submitting country, or a country of a film where the category is not given to countries."""
    country = filled(constraint.country)
    assert isinstance(country, Country)
    submitted = [id for id, category in scene.record.categories.items() if category.credit == "country"]
    marks = ", ".join("?" * len(submitted))
    return Condition(
        f"CASE WHEN n.category IN ({marks}) THEN n.country = ? ELSE n.row IN (SELECT xf.nomination FROM film_country x"
        " JOIN nomination_film xf ON xf.film = x.film WHERE x.country = ?) END",
        (*submitted, country.name, country.name),
    )


def at_place(scene: Scene, constraint: AtPlace) -> Condition:
    """The place a body gave."""
    return Condition("lower(n.place) = lower(?)", (constraint.place,))


def with_trait(scene: Scene, constraint: WithTrait) -> Condition:
    """A trait, where it certainly holds."""
    return trait_condition(scene, constraint).surely


CONSTRAINTS_SQL: dict[type[Constraint], Callable[[Scene, Any], Condition]] = {
    OfAward: of_award,
    OfEditions: of_editions,
    OfSeasons: of_seasons,
    OfCategory: of_category,
    WithOutcome: with_outcome,
    OfFilm: of_film,
    OfPerson: of_person,
    OfWork: of_work,
    OfCountry: of_country,
    AtPlace: at_place,
    WithTrait: with_trait,
}
"""Every constraint as SQL."""


def trait_condition(scene: Scene, constraint: WithTrait) -> TraitCondition:
    """A trait as SQL, its value measured first where it is a measure; one not known is met nowhere for sure."""
    value = constraint.value
    measured: Literal | None = scene.measure(value).value if isinstance(value, MEASURE_NODES) else filled(value)
    if measured is None:
        return TraitCondition(NEVER, ALWAYS)
    return TRAITS_SQL[constraint.trait](constraint.operator, measured)


def filled(value: Literal) -> Literal:
    """The value, which may not be a hole."""
    if isinstance(value, Hole):
        raise no_hole(value)
    return value


def conditions(scene: Scene, where: Iterable[Constraint], *, personal: bool) -> list[Condition]:
    """The conditions that constraints make; `personal`: those on people are asked of one and the same person."""
    where = list(where)
    made = [CONSTRAINTS_SQL[type(constraint)](scene, constraint) for constraint in where]
    if WithOutcome not in map(type, where):
        made.append(Condition(OUTCOMES[Outcome.NOMINATED], (scene.day,)))
    if personal:
        people = [constraint.person for constraint in where if type(constraint) is OfPerson]
        ids = tuple(person.id for person in people if isinstance(person, Person))
        made += [Condition(f"np.person IN ({', '.join('?' * len(ids))})", ids)] if ids else []
    return made


def relate_select(scene: Scene, select: Select, units: tuple[Unit, ...]) -> Relation:
    """The rows that meet every constraint."""
    return statement(scene, select, units, conditions(scene, select.where, personal=has_personal_trait(select)))


def statement(scene: Scene, select: Select, units: tuple[Unit, ...], wanted: Iterable[Condition]) -> Relation:
    """A SELECT of the nominations that meet the conditions, with the keys of the units."""
    personal = has_personal_trait(select)
    tables = joins(units, people=personal) + (" JOIN person p ON p.id = np.person" if personal else "")
    counted = COUNTED_OR_WRITTEN_IN if scene.counts_write_ins else COUNTED
    texts = [COUNTED_OR_NAMED if has_uncompetitive_name(scene, select) else counted]
    parameters: list[object] = []
    for condition in wanted:
        texts.append(condition.sql)
        parameters += condition.parameters
    condition_text = ") AND (".join(texts)
    return Relation(
        f"SELECT n.row AS row, n.held AS day{key_columns(units)} FROM nomination n{tables} WHERE ({condition_text})",
        tuple(parameters),
        lines_of(units, tables, personal=personal),
    )


def lines_of(units: tuple[Unit, ...], tables: str, *, personal: bool) -> str:
    """Of what a statement has one line at most, as `Relation` says: the joins decide."""
    if not tables:
        return "row"
    return "key" if units == (Unit.PERSON,) or (units == (Unit.FILM,) and not personal) else "any"


def has_personal_trait(select: Select) -> bool:
    """Whether a trait of one nominated person is asked for."""
    return any(type(constraint) is WithTrait and constraint.trait in PERSONAL for constraint in select.where)


def has_uncompetitive_name(scene: Scene, select: Select) -> bool:
    """Whether a category given to no competition is asked for by name."""
    categories = scene.record.categories
    for constraint in select.where:
        if type(constraint) is OfCategory:
            named = [categories[name] for name in constraint.categories if type(name) is str and name in categories]
            return not all(category.competitive for category in named)
    return False
