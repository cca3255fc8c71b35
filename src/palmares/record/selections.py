"""Selections made of selections, as SQL: what two have in common, and the groups that did a feat.

Every relation carries the day on which a row is in the selection for good: its own day, or later where the unit or the
group was complete only later. So the first day of a unit is the day it entered, whatever the selection.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from palmares.claims import And, Feat, Select, Selection, Unit
from palmares.record.groups import feat_rows
from palmares.record.scene import Scene
from palmares.record.select import relate_select
from palmares.record.units import Relation, joins, key_columns

COMMON = """
    WITH one AS ({left}), other AS ({right}), shared AS (
        SELECT k0, max(one_day, other_day) AS entered FROM (SELECT k0, min(day) AS one_day FROM one GROUP BY k0)
        JOIN (SELECT k0, min(day) AS other_day FROM other GROUP BY k0) USING (k0))
    SELECT row, max(day, entered) AS day, k0 FROM (SELECT row, day, k0 FROM one UNION SELECT row, day, k0 FROM other)
    JOIN shared USING (k0)"""


def relate_and(scene: Scene, node: And, units: tuple[Unit, ...]) -> Relation:
    """The rows of both sides whose unit is on either."""
    left, right = scene.relation(node.left, (node.on,)), scene.relation(node.right, (node.on,))
    common = Relation(COMMON.format(left=left.sql, right=right.sql), (*left.parameters, *right.parameters))
    return projected(common, (node.on,), units)


def relate_feat(scene: Scene, node: Feat, units: tuple[Unit, ...]) -> Relation:
    """The rows of the groups that did the feat, handed to SQLite as one JSON parameter."""
    rows = scene.keep((node, "rows"), lambda: json.dumps(feat_rows(scene, node)))
    keys = "".join(f", json_extract(value, '$[{place + 2}]') AS k{place}" for place in range(len(node.by)))
    sql = f"SELECT json_extract(value, '$[0]') AS row, json_extract(value, '$[1]') AS day{keys} FROM json_each(?)"
    return projected(Relation(sql, (rows,)), node.by, units)


def projected(relation: Relation, have: tuple[Unit, ...], want: tuple[Unit, ...]) -> Relation:
    """A relation with the keys of other units; those it has are kept, the others are read from its rows."""
    if want == have:
        return relation
    known = {unit: f"s.k{place}" for place, unit in enumerate(have)}
    tables = joins(unit for unit in want if unit not in known)
    sql = f"SELECT s.row AS row, s.day AS day{key_columns(want, known)} FROM ({relation.sql}) s"
    return Relation(f"{sql} JOIN nomination n ON n.row = s.row{tables}", relation.parameters)


RELATIONS: dict[type[Selection], Callable[[Scene, Any, tuple[Unit, ...]], Relation]] = {
    Select: relate_select,
    And: relate_and,
    Feat: relate_feat,
}
"""Every kind of selection as SQL."""
