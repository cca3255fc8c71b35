"""The rows that show units to be in a selection: one for each unit and side, or all that a feat counted."""

from __future__ import annotations

import json
from collections.abc import Iterable

from palmares.claims import And, Compare, Count, Feat, Select, Selection, Unit
from palmares.claims import MEASURES as MEASURE_NODES
from palmares.record.groups import group_columns, limited
from palmares.record.scene import Scene
from palmares.record.units import Key

SHOWN = 100
"""How many rows a witness holds at most."""


def witness(scene: Scene, selection: Selection, unit: Unit, keys: Iterable[Key]) -> tuple[int, ...]:
    """Rows that show these units to be in the selection, in the order of the keys."""
    found: list[int] = []
    for key, row in sorted(sides(scene, selection, unit, list(dict.fromkeys(keys)))):
        if row not in found:
            found.append(row)
    return tuple(found[:SHOWN])


def sides(scene: Scene, selection: Selection, unit: Unit, keys: list[Key]) -> list[tuple[int, int]]:
    """Place of the key and row, for each side of a selection."""
    if isinstance(selection, And) and selection.on is unit:
        return [*sides(scene, selection.left, unit, keys), *sides(scene, selection.right, unit, keys)]
    relation = scene.relation(selection, (unit,))
    order = {key: place for place, key in enumerate(keys)}
    rows = scene.rows(
        f"SELECT k0, row, day FROM ({relation.sql}) WHERE k0 IN (SELECT value FROM json_each(?)) ORDER BY day, row",
        (*relation.parameters, json.dumps(keys)),
    )
    if isinstance(selection, Select):
        first: dict[Key, int] = {}
        for key, row, _ in rows:
            first.setdefault(key, row)
        return [(order[key], row) for key, row in first.items()]
    found = [(order[key], row) for key, row, _ in rows]
    return found + counted(scene, selection, unit, order) if isinstance(selection, Feat) else found


def counted(scene: Scene, feat: Feat, unit: Unit, order: dict[Key, int]) -> list[tuple[int, int]]:
    """The rows that the feat's condition counted for these units, where the feat is grouped by them."""
    if feat.by != (unit,):
        return []
    found: list[tuple[int, int]] = []
    for side in (feat.having.left, feat.having.right):
        if isinstance(side, MEASURE_NODES) and isinstance(side, Count):
            relation = limited(scene.relation(side.of, feat.by), [(key,) for key in order])
            sql = f"SELECT DISTINCT {group_columns(feat.by)}, row FROM ({relation.sql}) ORDER BY row"
            found += [(order[key], row) for key, row in scene.rows(sql, relation.parameters) if key in order]
    return found


__all__ = ["Compare", "witness"]
