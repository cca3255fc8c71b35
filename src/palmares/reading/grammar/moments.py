"""A claim as it stood at another moment: before the edition in view, or of that edition alone.

The trap: a claim that spans several awards is narrowed at the award in view only.
"""

from __future__ import annotations

from dataclasses import replace as put

from palmares.claims import (
    Claim,
    Compare,
    Exists,
    Film,
    Node,
    OfAward,
    OfEditions,
    OfFilm,
    OfPerson,
    Operator,
    Person,
    Select,
    Trait,
    WithTrait,
    replace,
    walk,
)
from palmares.reading.context import Frame
from palmares.reading.items import Item


def with_earlier(at: Frame, claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims as of now, then as they stood before the edition in view."""
    return (*claims, *(earlier for claim in claims if (earlier := before_now(at, claim)) is not None))


def in_edition(at: Frame, claim: Claim) -> Claim | None:
    """The claim said of the edition in view alone, where all of it is of one award."""
    return None if at.edition is None else within(at, claim, OfEditions(at.edition, at.edition))


def before_now(at: Frame, claim: Claim) -> Claim | None:
    """The claim as it stood before the edition in view, where all of it is of one award."""
    return None if at.edition is None or at.edition < 2 else within(at, claim, OfEditions(None, at.edition - 1))


def within(at: Frame, claim: Claim, editions: OfEditions) -> Claim | None:
    """The claim with every selection of the award in view narrowed to these editions; None where it has none."""
    if any(isinstance(node, OfEditions) for node in walk(claim)):
        return None
    swaps: dict[Node, object] = {
        node: Select((*node.where, editions))
        for node in walk(claim)
        if isinstance(node, Select) and OfAward(at.award) in node.where
    }
    if not swaps:
        return None
    return replace(claim, swaps)


def of_body(at: Frame, ever: Item | None) -> Frame:
    """The frame on the award that "in Bafta history" names."""
    award = str(ever.value) if ever is not None and ever.value else at.award
    return at if award == at.award else put(at, award=award, edition=None, season=None, held=None)


def or_more(claims: tuple[Claim, ...], about: Film | Person) -> tuple[Claim, ...]:
    """The claims, of which none may be called wrong, since the text must mean more than was read."""
    mine = OfFilm(about) if isinstance(about, Film) else OfPerson(about)
    more = Select((mine, WithTrait(Trait.UNRECORDED, Operator.EQ, "more than was read")))
    return (*claims[:1], Compare(Exists(more), Operator.EQ, True), *claims[1:]) if claims else ()
