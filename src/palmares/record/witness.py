"""The rows that show units to be in a selection: one for each unit and side, or all that a feat counted.

With these rows alone and the same coverage the selection would hold the same units: that is what makes them a witness.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from palmares.claims import And, Feat, Select, Selection, Unit
from palmares.record.groups import Group, group_columns, grouped_rows, limited, selections_in
from palmares.record.scene import Scene
from palmares.record.units import Key

SHOWN = 100
"""How many rows a witness holds at most."""


def witness(scene: Scene, selection: Selection, unit: Unit, keys: Iterable[Key]) -> tuple[int, ...]:
    """Rows that show these units to be in the selection, in the order of the keys."""
    found = sorted(sides(scene, selection, unit, list(dict.fromkeys(keys))[:SHOWN]))
    return tuple(dict.fromkeys(row for _, row in found))[:SHOWN]


def sides(scene: Scene, selection: Selection, unit: Unit, keys: list[Key]) -> list[tuple[int, int]]:
    """Place of the key and row, for each side of a selection."""
    if isinstance(selection, And) and selection.on is unit:
        return [*sides(scene, selection.left, unit, keys), *sides(scene, selection.right, unit, keys)]
    relation = scene.relation(selection, (unit,))
    first: dict[Key, int] = {}
    for key, row in scene.rows(
        f"SELECT k0, row FROM ({relation.sql}) WHERE k0 IN (SELECT value FROM json_each(?)) ORDER BY day, row",
        (*relation.parameters, json.dumps(keys)),
    ):
        first.setdefault(key, row)
    order = {key: place for place, key in enumerate(keys)}
    return [(order[key], shown) for key, row in first.items() for shown in support(scene, selection, (row,))]


def support(scene: Scene, selection: Selection, rows: Sequence[int]) -> tuple[int, ...]:
    """Rows of a selection with all that they need to be in it: the other side, or the rest of their group."""
    if isinstance(selection, Select) or not rows:
        return tuple(rows)
    units = (selection.on,) if isinstance(selection, And) else selection.by
    relation = scene.relation(selection, units)
    groups = scene.rows(
        f"SELECT DISTINCT {group_columns(units)} FROM ({relation.sql}) WHERE row IN (SELECT value FROM json_each(?))",
        (*relation.parameters, json.dumps(list(rows))),
    )
    if isinstance(selection, And):
        return tuple(dict.fromkeys((*rows, *witness(scene, selection, selection.on, [key for (key,) in groups]))))[
            :SHOWN
        ]
    return tuple(dict.fromkeys((*rows, *feat_support(scene, selection, [tuple(group) for group in groups]))))[:SHOWN]


def feat_support(scene: Scene, feat: Feat, groups: Iterable[Group]) -> list[int]:
    """The rows of groups that did a feat, and the rows that its condition is about."""
    wanted = list(groups)
    found: list[int] = []
    for selection in (feat.of, *selections_in(feat.having)):
        rows = grouped_rows(scene, limited(scene.relation(selection, feat.by), feat.by, wanted), feat.by)
        found += [row for group in wanted for row, _ in rows.get(group, [])]
    return found
