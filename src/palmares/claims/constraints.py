"""What a selection may ask of a nomination: the body, the editions, the category, the outcome, who and what is cited.

What a newcomer gets wrong: constraints are about one nomination. What is asked of a film's or a person's whole tally is
a `Feat`, and the one constraint that may hold a measure, `WithTrait`, stands with the measures.
"""

from __future__ import annotations

from typing import TypeVar

from palmares.claims.entities import Country, Film, Hole, Person, check_range, settle_hole, settled_hole
from palmares.claims.fields import Node, node, structure
from palmares.claims.vocabulary import Kind, Outcome
from palmares.errors import InvalidClaim

C = TypeVar("C", bound=Node)


@node
class OfAward(Node):
    """Given by this body."""

    award: str | Hole

    def settle(self) -> None:
        if type(self.award) is Hole:
            settle_hole(self, "award", Kind.AWARD)


@node
class OfEditions(Node):
    """In these editions of the award, both ends included; `None` leaves an end open. Stands only beside `OfAward`."""

    first: int | None
    last: int | None

    def settle(self) -> None:
        check_range(self.first, self.last, "editions", lowest=0)


@node
class OfSeasons(Node):
    """Honouring films of these years, both ends included; `None` leaves an end open."""

    first: int | None
    last: int | None

    def settle(self) -> None:
        check_range(self.first, self.last, "seasons", lowest=1)


@node
class OfCategory(Node):
    """In any of these categories, or in one that stands under them (`actor` takes in `actor-drama` of the Globes)."""

    categories: tuple[str | Hole, ...]

    def settle(self) -> None:
        if not self.categories:
            raise InvalidClaim("a category constraint names no category")
        if len(self.categories) == 1 and type(self.categories[0]) is str:
            return
        categories = {
            settled_hole(item, (Kind.CATEGORY,)) if isinstance(item, Hole) else item for item in self.categories
        }
        object.__setattr__(self, "categories", tuple(sorted(categories, key=structure)))


@node
class WithOutcome(Node):
    """Ended so. A selection drops `nominated`: every nomination was, so it says nothing."""

    outcome: Outcome


@node
class OfFilm(Node):
    """The citation names this film, perhaps among others."""

    film: Film | Hole

    def settle(self) -> None:
        if type(self.film) is Hole:
            settle_hole(self, "film", Kind.FILM)


@node
class OfPerson(Node):
    """The citation names this person, perhaps among others."""

    person: Person | Hole

    def settle(self) -> None:
        if type(self.person) is Hole:
            settle_hole(self, "person", Kind.PERSON)


@node
class OfWork(Node):
    """The citation is for this song (or other titled part of a film), compared without case, accents, punctuation."""

    title: str


@node
class OfCountry(Node):
    """Submitted by this country where the category is given to countries, else a film of this country."""

    country: Country | Hole

    def settle(self) -> None:
        if type(self.country) is Hole:
            settle_hole(self, "country", Kind.COUNTRY)


@node
class AtPlace(Node):
    """Placed so by a body that gives places: `runner-up`, `2nd place`, `first runner-up`, `top-ten`."""

    place: str


ORDER = {
    kind: place
    for place, kind in enumerate(
        (OfAward, OfEditions, OfSeasons, OfCategory, WithOutcome, OfFilm, OfPerson, OfWork, OfCountry, AtPlace), 1
    )
}
"""The place of each constraint in a selection; a trait comes last."""

AFTER = len(ORDER) + 1
"""The place of a trait."""

SINGLE = frozenset({OfAward, OfEditions, OfSeasons, OfCategory, WithOutcome, OfWork, AtPlace})
"""Constraints of which a selection holds one at most."""

NOMINATED = WithOutcome(Outcome.NOMINATED)


def settled_constraints(where: tuple[C, ...]) -> tuple[C, ...]:
    """The constraints in their one order, without repetition and without what says nothing.

    Raises:
        InvalidClaim: two of them exclude one another, or editions have no award.
    """
    if is_settled(where):
        return where
    ordered = sorted(where, key=place)
    if len({type(constraint) for constraint in ordered}) < len(ordered):
        ordered = sorted(set(ordered), key=lambda constraint: (place(constraint), structure(constraint)))
    single = [type(constraint) for constraint in ordered if type(constraint) in SINGLE]
    if len(set(single)) < len(single):
        raise InvalidClaim("a selection holds the same constraint twice with different values")
    if OfEditions in single and OfAward not in single:
        raise InvalidClaim("a selection names editions but no award")
    if WithOutcome in single:
        ordered = [constraint for constraint in ordered if constraint != NOMINATED]
    return tuple(ordered)


def is_settled(where: tuple[C, ...]) -> bool:
    """Whether constraints are plainly in their one order as they stand: all of different kinds, as most are."""
    last = 0
    for constraint in where:
        kind = type(constraint)
        here = ORDER.get(kind, AFTER)
        if here <= last or (kind is WithOutcome and constraint == NOMINATED):
            return False
        last = here
    return not where or type(where[0]) is not OfEditions


def place(constraint: Node) -> int:
    """Where the constraint stands in a selection."""
    return ORDER.get(type(constraint), AFTER)
