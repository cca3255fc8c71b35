"""Finds the places where ceremonies were held, by the names the record has for them.

The trap: one hotel had several halls, each a venue of its own, so a hotel's bare name may mean any of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from palmares.reading.items import Item
from palmares.reading.words import rows
from palmares.record import Record, fold

ROOM = re.compile(r"^(?P<house>[^(]+?)\s*\((?P<room>[^)]+)\)$")
AWARDS_WITH_VENUES = "oscars"


def venues_in(record: Record, folded: str) -> dict[int, Item]:
    """The venues that a folded text names, by where they start; the longer name first where two start at one place."""
    text = folded.replace("theater", "theatre")
    found: dict[int, Item] = {}
    for name, venues in sorted(forms(record).items(), key=lambda entry: len(entry[0])):
        place = text.find(name)
        while place >= 0:
            found[place] = Item("VENUE", place, place + len(name), venues[0], venues[1:])
            place = text.find(name, place + 1)
    return found


@lru_cache(maxsize=4)
def forms(record: Record) -> dict[str, tuple[str, ...]]:
    """Every name of a venue, folded, with the venues it may mean."""
    names: dict[str, list[str]] = {}
    for venue in {venue: None for row in record.editions(AWARDS_WITH_VENUES) for venue in row.venues}:
        room = ROOM.match(venue)
        for name in (room["house"], room["room"]) if room else (venue,):
            names.setdefault(fold(name), []).append(venue)
    for row in rows("venues.csv"):
        names.setdefault(row["phrase"], []).append(row["venue"])
    return {name: tuple(venues) for name, venues in names.items()}
