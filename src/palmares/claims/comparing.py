"""What a measure may be compared with, and the one form in which equal comparisons are held.

Types of value, not values: evaluating is the record's work. What a newcomer gets wrong: a measure of films gives a set
even where it holds one, so a film it is compared with is held as the set of that film.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from palmares.claims.entities import (
    Country,
    Edition,
    Entity,
    Film,
    Hole,
    Literal,
    Person,
    Scalar,
    check_ordinal,
    settle_hole,
    settled_hole,
)
from palmares.claims.fields import Node, article, node_name, spoken, structure
from palmares.claims.vocabulary import Kind, Operator, Property, Trait, Unit
from palmares.errors import InvalidClaim

EQUALITY = frozenset({Operator.EQ, Operator.NE})
SCALES = frozenset({int, float, dt.date})


@dataclass(frozen=True, slots=True)
class Gives:
    """What a measure comes to: a value of one of these types, or (`many`) a set; `kinds` of hole may stand for it."""

    types: frozenset[type]
    kinds: tuple[Kind, ...]
    many: bool = False
    operators: frozenset[Operator] = field(init=False, compare=False, repr=False)
    """Those that mean something for what is on the left."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "operators", operators(self))


def operators(left: Gives) -> frozenset[Operator]:
    """The operators that mean something for what is on the left."""
    if left.many:
        return EQUALITY | {Operator.LE, Operator.GE, Operator.IN}
    if left.types == {bool}:
        return EQUALITY
    return frozenset(Operator) if left.types <= SCALES else EQUALITY | {Operator.IN}


TRUTH = Gives(frozenset({bool}), ())
NUMBER = Gives(frozenset({int, float}), (Kind.NUMBER,))
DATE = Gives(frozenset({dt.date}), (Kind.DATE,))
TEXT = Gives(frozenset({str}), (Kind.TEXT,))
TEXTS = Gives(frozenset({str}), (Kind.TEXT,), many=True)
FILMS = Gives(frozenset({Film}), (Kind.FILM,), many=True)
PEOPLE = Gives(frozenset({Person}), (Kind.PERSON,), many=True)
COUNTRIES = Gives(frozenset({Country}), (Kind.COUNTRY,), many=True)
EDITIONS = Gives(frozenset({Edition}), (Kind.EDITION,), many=True)
YEARS = Gives(frozenset({int}), (Kind.NUMBER,), many=True)
UNNAMED = Gives(frozenset({Node}), (), many=True)

SETS = {
    Unit.NOMINATION: UNNAMED,
    Unit.FILM: FILMS,
    Unit.PERSON: PEOPLE,
    Unit.COUNTRY: COUNTRIES,
    Unit.EDITION: EDITIONS,
    Unit.RACE: UNNAMED,
    Unit.YEAR: YEARS,
}
"""What a measure that lists units gives.

A statuette can only be counted. Nominations and races have no name of their own: as a subject a selection picks one
out, and sets of them are compared with other measures only.
"""

TRAITS = {
    Trait.GENDER: TEXT,
    Trait.AGE: NUMBER,
    Trait.EARLIER_NOMINATIONS: NUMBER,
    Trait.EARLIER_WINS: NUMBER,
    Trait.PEOPLE: NUMBER,
    Trait.LANGUAGE: TEXT,
    Trait.POSTHUMOUS: TRUTH,
    Trait.DEBUT: TRUTH,
    Trait.UNRECORDED: TEXT,
}
"""What each trait gives."""

PROPERTIES: dict[Property, tuple[tuple[type[Entity], ...], Gives]] = {
    Property.BORN: ((Person,), DATE),
    Property.DIED: ((Person,), DATE),
    Property.AGE: ((Person,), NUMBER),
    Property.GENDER: ((Person,), TEXT),
    Property.COUNTRY: ((Person,), Gives(frozenset({str}), (Kind.TEXT, Kind.COUNTRY))),
    Property.TIMES_HOSTED: ((Person,), NUMBER),
    Property.HELD: ((Edition,), DATE),
    Property.SEASON: ((Edition, Film), NUMBER),
    Property.NUMBER: ((Edition,), Gives(frozenset({int, float}), (Kind.NUMBER, Kind.EDITION))),
    Property.VENUES: ((Edition,), TEXTS),
    Property.HOSTS: ((Edition,), Gives(frozenset({str, Person}), (Kind.TEXT, Kind.PERSON), many=True)),
    Property.RELEASE_YEAR: ((Film,), NUMBER),
    Property.RUNTIME: ((Film,), NUMBER),
    Property.DIRECTORS: ((Film,), PEOPLE),
    Property.COUNTRIES: ((Film,), Gives(frozenset({str}), (Kind.TEXT, Kind.COUNTRY), many=True)),
    Property.LANGUAGES: ((Film,), TEXTS),
}
"""Whose property each is, and what it gives."""

CHANGING = (Property.AGE, Property.TIMES_HOSTED)
"""The properties that depend on the day they are asked for."""

ENTITY_KINDS = {Film: Kind.FILM, Person: Kind.PERSON, Country: Kind.COUNTRY, Edition: Kind.EDITION}
"""The kind of hole that stands for each class of entity."""

MIRRORED = {Operator.LT: Operator.GT, Operator.LE: Operator.GE}
"""`a < b` is held as `b > a` where both sides are measures, so that equal meanings are equal nodes."""

LARGEST_NUMBER = 10**15
"""Beyond this JSON readers no longer hold whole numbers exactly; nothing in a record comes near it."""


def settle_comparison(node: Any, name: str, left: Gives) -> None:
    """Settle the operator and the right side, in the field `name`, of a comparison with what gives `left`."""
    right = getattr(node, name)
    if node.operator is Operator.EQ and is_plain(left, right):
        return
    operator = settled_operator(left, node.operator)
    if is_measure(right):
        check_measures(left, operator, right.gives)
    else:
        operator, right = settled_comparison(left, operator, right)
        object.__setattr__(node, name, right)
    object.__setattr__(node, "operator", operator)


def is_plain(left: Gives, right: object) -> bool:
    """Whether a value may stand beside what gives `left` as it is: a truth or a whole number, as most are."""
    kind = type(right)
    if left.many or kind not in left.types:
        return False
    return kind is bool or (type(right) is int and -LARGEST_NUMBER <= right <= LARGEST_NUMBER)


def is_measure(value: object) -> bool:
    """Whether the right side of a comparison is a measure: what is a node and no leaf."""
    return isinstance(value, Node) and not isinstance(value, (Film, Person, Country, Edition, Hole))


def settle_right(claim: Any, *, is_probability: bool) -> None:
    """Settle a measure on the right of a claim with the left, and check what a probability is compared with."""
    if is_measure(claim.right):
        settle_sides(claim, claim.operator)
    elif is_probability:
        check_probability(claim.right)


def settle_sides(claim: Any, operator: Operator) -> None:
    """Put the sides of a comparison of two measures in their one order."""
    left, right = claim.left, claim.right
    mirror = MIRRORED.get(operator)
    if mirror or (operator in EQUALITY and structure(right) < structure(left)):
        object.__setattr__(claim, "left", right)
        object.__setattr__(claim, "right", left)
        object.__setattr__(claim, "operator", mirror or operator)


def settle_subject(node: Node, name: str, unit: Unit) -> None:
    """Check that the subject in the field `name` names one of the units, and settle a hole."""
    check_named(unit)
    subject, names = getattr(node, name), SETS[unit]
    if isinstance(subject, Hole):
        settle_hole(node, name, *names.kinds)
    elif subject is not None and (Node if is_measure(subject) else type(subject)) not in names.types:
        raise InvalidClaim(f"a {unit} is not named by {article(subject)}")
    elif isinstance(subject, int):
        check_ordinal(subject, "a year", lowest=1)


def check_named(unit: Unit) -> None:
    """Raise InvalidClaim for a unit of which no single one can be told."""
    if unit not in SETS:
        raise InvalidClaim(f"a {unit} can only be counted")


def check_grouping(*units: Unit) -> None:
    """Raise InvalidClaim for a unit by which selections are neither joined nor grouped."""
    for unit in units:
        if unit in (Unit.NOMINATION, Unit.STATUETTE):
            raise InvalidClaim(f"two rows never share a {unit}, so nothing is joined or grouped by it")


def check_interval(unit: Unit) -> None:
    """Raise InvalidClaim unless runs and gaps can be counted in this unit."""
    if unit not in (Unit.EDITION, Unit.YEAR):
        raise InvalidClaim(f"runs and gaps are counted in editions or years, not in a {unit}")


def settle_owner(node: Any, name: Property, *, changing: bool) -> None:
    """Check that the field `entity` has the property, which is asked for at some time if `changing`; settle a hole."""
    owners, entity = PROPERTIES[name][0], node.entity
    if isinstance(entity, Hole):
        settle_hole(node, "entity", *(ENTITY_KINDS[owner] for owner in owners))
    elif not isinstance(entity, owners):
        raise InvalidClaim(f"a {node_name(type(entity))} has no {name}")
    if changing and name not in CHANGING:
        raise InvalidClaim(f"{name} does not change with time, so it takes no day")


def settled_operator(left: Gives, operator: Operator) -> Operator:
    """The operator as its left side takes it: between sets, `in` is `<=`.

    Raises:
        InvalidClaim: the operator says nothing about such values.
    """
    if operator not in left.operators:
        raise InvalidClaim(f"{operator} does not compare {'a set' if left.many else named(left)}")
    return Operator.LE if left.many and operator is Operator.IN else operator


def check_measures(left: Gives, operator: Operator, right: Gives) -> None:
    """Raise InvalidClaim unless the two measures give values that the operator can compare."""
    many = left.many or operator is Operator.IN
    if right.many != many or not left.types & right.types:
        raise InvalidClaim(f"two measures that {operator} cannot compare")


def settled_comparison(left: Gives, operator: Operator, right: Literal) -> tuple[Operator, Literal]:
    """The one operator and value that stand for this comparison and all that mean the same.

    Beside a set a single value is the set of it. Elsewhere `in` a set of one is `=`, and `!= true` is `= false`. Whole
    numbers are integers, and an open hole is of the kind its place takes.

    Raises:
        InvalidClaim: the comparison has no meaning.
    """
    if left.many:
        return operator, settled_hole(right, left.kinds) if isinstance(right, Hole) else settled_members(left, right)
    if isinstance(right, frozenset) != (operator is Operator.IN):
        raise InvalidClaim(f"{operator} {'needs a' if operator is Operator.IN else 'takes no'} set on its right")
    if isinstance(right, frozenset):
        members = settled_members(left, right)
        return (Operator.EQ, next(iter(members))) if len(members) == 1 else (operator, members)
    value = settled_scalar(left, right)
    return (Operator.EQ, not value) if operator is Operator.NE and isinstance(value, bool) else (operator, value)


def named(gives: Gives) -> str:
    """The types of value, for messages."""
    return " or ".join(sorted({spoken(kind) for kind in gives.types}))


def settled_members(left: Gives, value: Literal) -> frozenset[Scalar]:
    """The value as a set, each member checked and settled."""
    members = value if isinstance(value, frozenset) else {value}
    if not members:
        raise InvalidClaim("a comparison with an empty set")
    return frozenset(settled_scalar(left, member) for member in members)


def settled_scalar(left: Gives, value: Scalar) -> Scalar:
    """The value as the left side's type takes it."""
    if isinstance(value, Hole):
        return settled_hole(value, left.kinds)
    if type(value) not in left.types:
        raise InvalidClaim(f"a comparison of {named(left)} with {article(value)}")
    return settled_number(value) if isinstance(value, (int, float)) and type(value) is not bool else value


def settled_number(number: int | float) -> int | float:
    """The number, as an integer where it is whole."""
    if not -LARGEST_NUMBER <= number <= LARGEST_NUMBER:
        raise InvalidClaim("a number that no record holds")
    return int(number) if number == int(number) else number


def check_probability(value: Literal) -> None:
    """Raise InvalidClaim for a number, alone or in a set, that no probability can be."""
    for number in value if isinstance(value, frozenset) else (value,):
        if isinstance(number, (int, float)) and not 0 <= number <= 1:
            raise InvalidClaim(f"a probability lies between 0 and 1, not at {number}")
