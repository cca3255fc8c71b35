"""A measure narrowed to one group: the same measure, with every selection also asking for the group's own units.

The trap: a selection that already asks for another edition than the group's is narrowed to nothing, not to either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from palmares.claims import (
    MEASURES,
    SELECTIONS,
    And,
    Compare,
    Constraint,
    Country,
    Film,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    Person,
    Select,
    Selection,
    Unit,
)
from palmares.errors import InvalidClaim
from palmares.record.units import Key, edition_of

Node = TypeVar("Node")


def narrowed(node: Node, group: Mapping[Unit, Key]) -> Node:
    """The node with its outermost selections narrowed to the units of a group.

    Raises:
        InvalidClaim: the group is one of years, which no selection can ask for.
    """
    if isinstance(node, SELECTIONS):
        return narrowed_selection(node, group)  # type: ignore[return-value]
    changed: dict[str, Any] = {}
    for item in fields(node):  # type: ignore[arg-type]
        part = getattr(node, item.name)
        if isinstance(part, (Compare, *MEASURES, *SELECTIONS)):
            changed[item.name] = narrowed(part, group)
    return replace(node, **changed)  # type: ignore[type-var]


def narrowed_selection(selection: Selection, group: Mapping[Unit, Key]) -> Selection:
    """A selection that also asks for the units of a group."""
    for unit, key in group.items():
        wanted = constraints(unit, key)
        if isinstance(selection, Select):
            kinds = {type(constraint) for constraint in wanted} - {OfFilm, OfPerson, OfCountry}
            clash = any(type(constraint) in kinds and constraint not in wanted for constraint in selection.where)
            if not clash:
                selection = Select((*selection.where, *wanted))
                continue
        selection = And(selection, Select(wanted), unit)
    return selection


def constraints(unit: Unit, key: Key) -> tuple[Constraint, ...]:
    """What asks for one unit."""
    text = str(key)
    match unit:
        case Unit.FILM:
            return (OfFilm(Film(text)),)
        case Unit.PERSON:
            return (OfPerson(Person(text)),)
        case Unit.COUNTRY:
            return (OfCountry(Country(text)),)
        case Unit.EDITION:
            edition = edition_of(text)
            return (OfAward(edition.award), OfEditions(edition.number, edition.number))
        case Unit.RACE:
            text, _, category = text.rpartition("/")
            edition = edition_of(text)
            return (OfAward(edition.award), OfEditions(edition.number, edition.number), OfCategory((category,)))
        case Unit.YEAR | Unit.NOMINATION | Unit.STATUETTE:
            raise InvalidClaim(f"what is asked of each {unit} can only be a count, a run or whether there is one")
