"""Counts in a list of films without a verb: "Shakespeare seven, Ryan five", "final score: Anora five".

The trap: a number after a title may be part of it or count something else, so one film alone is a list only after a
colon, or where its number is nought.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmares.reading.items import Item
from palmares.reading.roles import PREDICATES

AFTER_COUNT = frozenset("COMMA STOP SEMI AND EACH COLON DASH CLOSE TROPHY AWARD WIN NOMINATION".split())
"""Kinds that may follow a number which ends its clause or counts prizes."""
STRETCH_ENDS = frozenset(("SEMI", "COLON", "DASH", "OPEN", "CLOSE"))


def list_counts(items: Sequence[Item]) -> Sequence[Item]:
    """Puts "with" before each number of a list of films without a verb."""
    places = [place for place in range(1, len(items)) if is_count(items, place)]
    counted = [place for place in places if is_listed(items, place, places)]
    if not counted:
        return items
    out = list(items)
    for place in reversed(counted):
        out.insert(place, Item("WITH", items[place].start, items[place].start))
    return out


def is_count(items: Sequence[Item], place: int) -> bool:
    """Whether a number that ends its clause, or counts prizes, stands here right after a film: "Moonlight three"."""
    if items[place].kind != "NUMBER" or items[place - 1].kind != "FILM":
        return False
    return place + 1 == len(items) or items[place + 1].kind in AFTER_COUNT


def is_listed(items: Sequence[Item], place: int, places: Sequence[int]) -> bool:
    """Whether the number here is of a list without a verb."""
    if len(places) > 1 and not any(item.kind in PREDICATES for item in items):
        return True
    first, last = stretch(items, place)
    if any(item.kind in PREDICATES for item in items[first:last]):
        return False
    is_after_colon = first > 0 and items[first - 1].kind == "COLON" and place == first + 1
    return is_after_colon or items[place].value == 0 or sum(first <= other < last for other in places) > 1


def stretch(items: Sequence[Item], place: int) -> tuple[int, int]:
    """The stretch between colons, semicolons, dashes and brackets in which an item stands."""
    first = next((other + 1 for other in range(place - 1, -1, -1) if items[other].kind in STRETCH_ENDS), 0)
    last = next((other for other in range(place, len(items)) if items[other].kind in STRETCH_ENDS), len(items))
    return first, last
