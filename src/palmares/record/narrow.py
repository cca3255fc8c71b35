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
    OfSeasons,
    Person,
    Select,
    Selection,
    Unit,
)
from palmares.errors import InvalidClaim
from palmares.record.store import Record
from palmares.record.units import Key

Node = TypeVar("Node")


def narrowed(record: Record, node: Node, group: Mapping[Unit, Key]) -> Node:
    """The node with its outermost selections narrowed to the units of a group.

    Raises:
        InvalidClaim: the group is one of years, which no selection can ask for.
    """
    if isinstance(node, SELECTIONS):
        return narrowed_selection(record, node, group)  # type: ignore[return-value]
    changed: dict[str, Any] = {}
    for item in fields(node):  # type: ignore[arg-type]
        part = getattr(node, item.name)
        if isinstance(part, (Compare, *MEASURES, *SELECTIONS)):
            changed[item.name] = narrowed(record, part, group)
    return replace(node, **changed)  # type: ignore[type-var]


def narrowed_selection(record: Record, selection: Selection, group: Mapping[Unit, Key]) -> Selection:
    """A selection that also asks for the units of a group."""
    for unit, key in group.items():
        wanted = constraints(record, unit, key)
        if isinstance(selection, Select):
            kinds = {type(constraint) for constraint in wanted} - {OfFilm, OfPerson, OfCountry}
            clash = any(type(constraint) in kinds and constraint not in wanted for constraint in selection.where)
            if not clash:
                selection = Select((*selection.where, *wanted))
                continue
        selection = And(selection, Select(wanted), unit)
    return selection


def constraints(record: Record, unit: Unit, key: Key) -> tuple[Constraint, ...]:
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
            return within_edition(record, text)
        case Unit.RACE:
            text, _, category = text.rpartition("/")
            return (*within_edition(record, text), OfCategory((category,)))
        case Unit.YEAR | Unit.NOMINATION | Unit.STATUETTE:
            raise InvalidClaim(f"what is asked of each {unit} can only be a count, a run or whether there is one")


def within_edition(record: Record, key: str) -> tuple[Constraint, ...]:
    """What asks for one edition. Those without a number share the number 0, so they are told by their season."""
    award, _, text = key.rpartition("/")
    number = int(text)
    if number > 0:
        return (OfAward(award), OfEditions(number, number))
    season = record.edition(award, number).season
    return (OfAward(award), OfEditions(0, 0), OfSeasons(season, season))
