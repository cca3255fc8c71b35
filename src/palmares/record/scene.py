"""The record as it stood on one day: what every measure is taken in, and what is kept between measures.

A scene answers from the file alone, so it may keep whatever it has worked out. The trap: it never asks what day it is;
`as_of` rules what is visible, and two scenes of one record differ in nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from palmares.claims import Measure, Selection, Unit
from palmares.errors import InvalidClaim
from palmares.record.coverage import Coverage
from palmares.record.lacks import Shortfall, Stretch
from palmares.record.store import Record
from palmares.record.units import Key, Relation
from palmares.record.values import Value

KEPT = 4096
"""How many worked-out things a scene keeps before it forgets them all; beyond it memory would grow with a corpus."""

Worked = TypeVar("Worked")


@dataclass(slots=True)
class Scene:
    """One record on one day.

    `relations`, `shortfalls` and `measures` are the tables of evaluation, keyed by node class: a selection as SQL, what
    coverage lacks for it, and a measure as a value. `counts_write_ins`: whether nominations that stood on no ballot are
    counted as some count them; the record itself does not.
    """

    record: Record
    as_of: dt.date
    coverage: Coverage
    relations: Mapping[type, Callable[[Scene, Any, tuple[Unit, ...]], Relation]]
    shortfalls: Mapping[type, Callable[[Scene, Any, tuple[Unit, ...], Stretch], Shortfall]]
    measures: Mapping[type, Callable[[Scene, Any], Value]]
    counts_write_ins: bool = False
    kept: dict[Hashable, Any] = field(default_factory=dict)
    day: str = field(init=False)
    """The as-of date as the tables write it."""

    def __post_init__(self) -> None:
        self.day = self.as_of.isoformat()

    def keep(self, key: Hashable, work: Callable[[], Worked]) -> Worked:
        """What `work` comes to, worked out once for each key."""
        found: Worked | None = self.kept.get(key)
        if found is None:
            found = work()
            if len(self.kept) >= KEPT:
                self.kept.clear()
            self.kept[key] = found
        return found

    def relation(self, selection: Selection, units: tuple[Unit, ...] = ()) -> Relation:
        """The rows of a selection as SQL, one line for each row and combination of keys of `units`."""
        return self.keep((selection, units), lambda: self.relations[type(selection)](self, selection, units))

    def shortfall(self, selection: Selection, units: tuple[Unit, ...], stretch: Stretch) -> Shortfall:
        """What coverage lacks for the rows of a selection that entered it within a stretch of days."""
        return self.keep(
            (selection, units, stretch), lambda: self.shortfalls[type(selection)](self, selection, units, stretch)
        )

    def measure(self, measure: Measure) -> Value:
        """The value of a measure.

        Raises:
            InvalidClaim: a hole stands where something is measured.
        """
        return self.keep(measure, lambda: self.measures[type(measure)](self, measure))

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All lines of a query."""
        return self.record.connection.execute(sql, parameters).fetchall()

    def row_numbers(self, relation: Relation, *, limit: int = -1) -> tuple[int, ...]:
        """The nomination rows of a relation, each once, by day; a negative limit is none."""
        order = "ORDER BY day, row" if relation.lines == "row" else "GROUP BY row ORDER BY min(day), row"
        found = self.rows(f"SELECT row FROM ({relation.sql}) {order} LIMIT ?", (*relation.parameters, limit))
        return tuple(row for (row,) in found)

    def entries(self, selection: Selection, unit: Unit) -> dict[Key, str]:
        """The units of a selection with the day each entered it, by day and key."""
        relation = self.relation(selection, (unit,))
        found = self.rows(
            f"SELECT k0, min(day) FROM ({relation.sql}) WHERE k0 IS NOT NULL GROUP BY k0 ORDER BY 2, 1",
            relation.parameters,
        )
        return dict(found)


def no_hole(node: object) -> InvalidClaim:
    """The error for a hole met where something is measured: a question has to be filled before it is evaluated."""
    return InvalidClaim(f"an open place cannot be evaluated: {node!r}")
