"""Critics' groups named by their cities alone: "New York, Los Angeles, the National Society".

A city is a body only beside another body in a list, before a verb of choosing, or where a prize is said to be its own.
The trap: everywhere else it is a place that the record lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palmares.reading.items import Item
from palmares.reading.roles import SEPARATORS

BODIES = frozenset(("AWARD", "CITY"))


def critics_by_city(items: Sequence[Item]) -> Sequence[Item]:
    """The items with each city beside a body, or whose critics are spoken of, as its critics' group."""
    if not any(item.kind == "CITY" for item in items):
        return items
    out: list[Item] = []
    for place, item in enumerate(items):
        if item.kind == "CITY":
            is_body = is_beside(items, place, 1) or is_beside(items, place, -1) or is_choosing(items, place)
            item = (
                replace(item, kind="AWARD", value="body", award=str(item.value)) if is_body else item.plain("STRANGER")
            )
        out.append(item)
    return out


def is_choosing(items: Sequence[Item], place: int) -> bool:
    """Whether a city chooses ("New York went for …"), or a prize is its own ("… was New York's")."""
    after = [item.kind for item in items[place + 1 : place + 4]]
    after = after[2:] if after[:2] == ["COMMA", "WHICH"] else after[1:] if after[:1] in (["ALSO"], ["TIME"]) else after
    is_owned = after[:1] == ["POSS"] and (len(after) == 1 or after[1] in ENDS)
    return after[:1] in (["CHOSE"], ["SPLIT"]) or is_owned


ENDS = frozenset(("COMMA", "SEMI", "STOP", "AND", "CLOSE", "DASH"))


def is_beside(items: Sequence[Item], place: int, step: int) -> bool:
    """Whether the next item beyond a comma or "and" on this side is a body or another city of critics."""
    place += step
    passed = False
    while 0 <= place < len(items) and items[place].kind in SEPARATORS:
        passed, place = True, place + step
    return passed and 0 <= place < len(items) and items[place].kind in BODIES
