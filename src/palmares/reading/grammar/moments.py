"""A claim as it stood at another moment: before the edition in view, or of that edition alone.

The trap: a claim that spans several awards is narrowed at the award in view only.
"""

from __future__ import annotations

from palmares.claims import Claim, Node, OfAward, OfEditions, Select, replace, walk
from palmares.reading.context import Frame


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
