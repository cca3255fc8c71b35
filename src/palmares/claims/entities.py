"""The leaves of a claim: films, people, countries, editions, and the holes that stand for them in a question.

What a newcomer gets wrong: an entity is its id. The label is for display, and two films with one title are two films.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from typing import TypeAlias

from palmares.claims.fields import Node, node
from palmares.claims.vocabulary import Kind
from palmares.errors import InvalidClaim

LARGEST_ORDINAL = 9999
"""The last edition or year that a claim can name."""


@node
class Hole(Node):
    """A place left open: a claim with a hole is a question. Equal holes of one claim stand for one thing.

    Where the place says what may fill it, a hole of kind `any` becomes one of that kind.
    """

    kind: Kind = Kind.ANY


@node
class Film(Node):
    """A film of the record, by its id (`anora-2024`). The label is for display and takes no part in equality."""

    id: str
    label: str = field(default="", compare=False, repr=False)

    def settle(self) -> None:
        check_label(self.label)


@node
class Person(Node):
    """A person of the record, by id (`mikey-madison`). The label is for display and takes no part in equality."""

    id: str
    label: str = field(default="", compare=False, repr=False)

    def settle(self) -> None:
        check_label(self.label)


@node
class Country(Node):
    """A country by the name the record uses (`South Korea`)."""

    name: str


@node
class Edition(Node):
    """One award's nth time: `Edition("oscars", 97)`. Number 0 is an edition that its body does not number."""

    award: str
    number: int

    def settle(self) -> None:
        check_ordinal(self.number, "an edition", lowest=0)


Entity: TypeAlias = Film | Person | Country | Edition
"""A thing of the record that a claim can name."""

Scalar: TypeAlias = bool | int | float | str | dt.date | Entity | Hole
"""A single value on the right of a comparison."""

Literal: TypeAlias = Scalar | frozenset[Scalar]
"""What may stand on the right of a comparison beside a measure: numbers, text, dates, entities, or a set of them."""


def check_label(label: str) -> None:
    """Raise InvalidClaim unless the label is a text; it may be empty."""
    if type(label) is not str:
        raise InvalidClaim(f"a label that is not a text: {label!r}")


def check_ordinal(number: int, what: str, *, lowest: int) -> None:
    """Raise InvalidClaim for the number of an edition or a year that no calendar has."""
    if not lowest <= number <= LARGEST_ORDINAL:
        raise InvalidClaim(f"{what} lies between {lowest} and {LARGEST_ORDINAL}")


def check_range(first: int | None, last: int | None, what: str, *, lowest: int) -> None:
    """Raise InvalidClaim unless the range names at least one end, in order."""
    if first is not None and first == last and lowest <= first <= LARGEST_ORDINAL:
        return
    if first is None and last is None:
        raise InvalidClaim(f"a range of {what} with neither end says nothing")
    for end in (first, last):
        if end is not None:
            check_ordinal(end, f"an end of a range of {what}", lowest=lowest)
    if first is not None and last is not None and first > last:
        raise InvalidClaim(f"a range of {what} runs backwards: {first}..{last}")


def settled_hole(hole: Hole, kinds: tuple[Kind, ...]) -> Hole:
    """The hole as its place takes it: of the one kind that fits where it is open, else as it is.

    Raises:
        InvalidClaim: the place takes none of that kind.
    """
    if hole.kind is Kind.ANY:
        return Hole(kinds[0]) if len(kinds) == 1 else hole
    if kinds and hole.kind not in kinds:
        raise InvalidClaim(f"a hole for a {hole.kind} where only {' or '.join(kinds)} can stand")
    return hole


def settle_hole(node: Node, name: str, *kinds: Kind) -> None:
    """Settle the field of a new node where it holds a hole."""
    value = getattr(node, name)
    if isinstance(value, Hole):
        object.__setattr__(node, name, settled_hole(value, kinds))
