"""How hard a true "first", "only" or "record" strains: which of its qualifiers it needs, and what holds without them.

"The first American woman to win" may be true because of "American" alone. Each qualifier is dropped in turn and the
measure taken anew. The thing a newcomer gets wrong: a qualifier is what narrows the field beside body, prize and
outcome, which say what was won; a claim without any strains nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Country,
    Extreme,
    Feat,
    Film,
    Members,
    Node,
    OfCategory,
    OfCountry,
    OfEditions,
    OfSeasons,
    Operator,
    Ordinal,
    Person,
    Select,
    Selection,
    Trait,
    Unit,
    WithTrait,
    replace,
    walk,
)  # fmt: skip
from palmares.record import Record, measure

QUALIFIERS = (WithTrait, OfCountry, OfSeasons, OfEditions)
"""Constraints that narrow a field; the others say what it is."""
NAMED_UNITS = frozenset({Unit.FILM, Unit.PERSON, Unit.COUNTRY})
MOST_NAMED = 3
"""A longer list is told by its number."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A qualifier of a true claim, what holds without it, and whether the claim needs it, as it would be false so."""

    qualifier: Node
    instead: Claim
    is_needed: bool


def strain(record: Record, claim: Claim, *, as_of: dt.date) -> tuple[Dropped, ...]:
    """What a claim that holds as of that day comes to without each of its qualifiers; empty where it has none.

    A qualifier without which the record cannot give the measure exactly is left out.

    >>> from palmares.claims import format_claim, parse_claim
    >>> from palmares.record import open_record
    >>> bigelow = "ordinal(person, oscars category director won with gender = \\"f\\", person kathryn-bigelow) = 1"
    >>> [format_claim(one.instead) for one in strain(open_record(), parse_claim(bigelow), as_of=dt.date(2025, 3, 3))]
    ['ordinal(person, oscars category director won, person kathryn-bigelow) = 63']
    """
    left = claim.left
    if not is_of_place(claim) or not isinstance(left, Ordinal | Extreme | Members):
        return ()
    found = (without(record, claim, qualifier, wider, as_of=as_of) for qualifier, wider in widened(left))
    return tuple(dropped for dropped in found if dropped is not None and not is_implied(record, left.of, dropped))


def is_of_place(claim: Claim) -> bool:
    """Whether a claim gives somebody a place among all: a first, a record, or being the only one."""
    left = claim.left
    if claim.operator not in (Operator.EQ, Operator.IN, Operator.LE):
        return False
    if isinstance(left, Ordinal):
        return isinstance(left.subject, Film | Person | Country) and type(claim.right) is int
    is_only = isinstance(left, Members) and left.before is None and left.unit in NAMED_UNITS
    return isinstance(left, Extreme) or (is_only and isinstance(claim.right, frozenset) and len(claim.right) == 1)


def is_implied(record: Record, selection: Selection, dropped: Dropped) -> bool:
    """Whether the prize itself implies the qualifier: all who win best actor are men."""
    qualifier = dropped.qualifier
    if not isinstance(qualifier, WithTrait) or qualifier.trait is not Trait.GENDER:
        return False
    prizes = [part.categories for part in walk(selection) if isinstance(part, OfCategory)]
    known = [record.categories.get(name) for names in prizes for name in names if isinstance(name, str)]
    return bool(known) and all(category is not None and category.gender == qualifier.value for category in known)


def widened(left: Ordinal | Extreme | Members) -> Iterator[tuple[Node, Ordinal | Extreme | Members]]:
    """Each qualifier of a measure, with the measure without it."""
    parts = tuple(walk(left))
    for qualifier in dict.fromkeys(part for part in parts if isinstance(part, QUALIFIERS)):
        holders = [part for part in parts if isinstance(part, Select) and qualifier in part.where]
        kept = {part: tuple(other for other in part.where if other != qualifier) for part in holders}
        if all(kept.values()):
            yield qualifier, replace(left, {part: Select(rest) for part, rest in kept.items()})
    for part in parts:
        if isinstance(part, Feat):
            yield part.having, replace(left, {part: part.of})


def without(
    record: Record, claim: Claim, qualifier: Node, left: Ordinal | Extreme | Members, *, as_of: dt.date
) -> Dropped | None:
    """What a claim comes to by a wider measure; None where the record cannot tell."""
    found = measure(record, left, as_of=as_of)
    if found.value is None or found.lacks:
        return None
    is_needed = found.value != (claim.right if isinstance(left, Ordinal) else whole(claim))
    if isinstance(found.value, frozenset) and len(found.value) > MOST_NAMED:
        if isinstance(left, Extreme):
            return None
        return Dropped(qualifier, Compare(Count(left.of, left.unit), Operator.EQ, len(found.value)), is_needed)
    return Dropped(qualifier, Compare(left, Operator.EQ, found.value), is_needed)


def whole(claim: Claim) -> object:
    """The right side as a set."""
    return claim.right if isinstance(claim.right, frozenset) else frozenset({claim.right})
