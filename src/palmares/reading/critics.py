"""Critics' groups named by their cities alone: "New York, Los Angeles, the National Society".

A city is a body only beside another body in a list. The trap: everywhere else it is a place that the record lacks.
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
            is_body = is_beside(items, place, 1) or is_beside(items, place, -1)
            item = (
                replace(item, kind="AWARD", value="body", award=str(item.value)) if is_body else item.plain("STRANGER")
            )
        out.append(item)
    return out


def is_beside(items: Sequence[Item], place: int, step: int) -> bool:
    """Whether the next item beyond a comma or "and" on this side is a body or another city of critics."""
    place += step
    passed = False
    while 0 <= place < len(items) and items[place].kind in SEPARATORS:
        passed, place = True, place + step
    return passed and 0 <= place < len(items) and items[place].kind in BODIES
