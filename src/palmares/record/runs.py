"""Runs of consecutive editions or years.

Editions follow one another as the award numbered them; years as the calendar does, so a year in which no prize was
handed out breaks a run of years and not one of editions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from palmares.claims import Unit
from palmares.record.store import Record
from palmares.record.units import Key


def places(record: Record, unit: Unit, keys: Iterable[Key]) -> dict[str, dict[int, Key]]:
    """Keys by their place on the line they follow one another on: one line for each award, or the calendar."""
    found: defaultdict[str, dict[int, Key]] = defaultdict(dict)
    for key in keys:
        if unit is Unit.YEAR:
            found[""][int(key)] = key
        else:
            award, _, number = str(key).rpartition("/")
            order = {edition.number: place for place, edition in enumerate(record.editions(award))}
            found[award][order[int(number)]] = key
    return found


def longest_run(record: Record, unit: Unit, keys: Iterable[Key]) -> list[Key]:
    """The keys of the longest run, the earliest of equal ones."""
    best: list[Key] = []
    for line in places(record, unit, keys).values():
        run: list[Key] = []
        before: int | None = None
        for place in sorted(line):
            run = [*run, line[place]] if before is not None and place == before + 1 else [line[place]]
            best = run if len(run) > len(best) else best
            before = place
    return best
