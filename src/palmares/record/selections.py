"""Selections made of selections, as SQL: what two have in common, and the groups that did a feat.

Every relation carries the day on which a row is in the selection for good: its own day, or later where the unit or the
group was complete only later. So the first day of a unit is the day it entered, whatever the selection.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from palmares.claims import And, Feat, OfFilm, OfPerson, Select, Selection, Unit
from palmares.record.groups import feat_rows
from palmares.record.scene import Scene
from palmares.record.select import conditions, has_personal_trait, relate_select, statement
from palmares.record.traits import NEVER, Condition
from palmares.record.units import Relation, joins, key_columns

COMMON = """
    WITH one AS ({left}), other AS ({right}), shared AS (
        SELECT k0, max(one_day, other_day) AS entered FROM (SELECT k0, min(day) AS one_day FROM one GROUP BY k0)
        JOIN (SELECT k0, min(day) AS other_day FROM other GROUP BY k0) USING (k0))
    SELECT row, max(day, entered) AS day, k0 FROM (SELECT row, day, k0 FROM one UNION SELECT row, day, k0 FROM other)
    JOIN shared USING (k0)"""


MANY = 12
"""Up to this many editions or races that one side has the other is asked for those alone."""

IN_UNIT = {
    Unit.EDITION: "(n.award = ? AND n.edition = ?)",
    Unit.RACE: "(n.award = ? AND n.edition = ? AND n.category = ?)",
}
"""That a nomination is in a unit which only names of award, edition and category tell."""


def relate_and(scene: Scene, node: And, units: tuple[Unit, ...]) -> Relation:
    """The rows of both sides whose unit is on either."""
    left = beside(scene, node.left, node.right, node.on)
    right = beside(scene, node.right, node.left, node.on)
    common = Relation(COMMON.format(left=left.sql, right=right.sql), (*left.parameters, *right.parameters))
    return projected(common, (node.on,), units)


def beside(scene: Scene, side: Selection, other: Selection, on: Unit) -> Relation:
    """One side as SQL: only its rows of the editions or races that the other has, where a name makes those few."""
    whole = scene.relation(side, (on,))
    if on not in IN_UNIT or not isinstance(side, Select) or has_name(side) or not has_name(other):
        return whole
    relation = scene.relation(other, (on,))
    keys = scene.rows(f"SELECT DISTINCT k0 FROM ({relation.sql}) LIMIT ?", (*relation.parameters, MANY + 1))
    if len(keys) > MANY:
        return whole
    parts = [part for (key,) in keys for part in key.split("/")]
    within = Condition(" OR ".join([IN_UNIT[on]] * len(keys)), tuple(parts)) if keys else NEVER
    return statement(scene, side, (on,), [*conditions(scene, side.where, personal=has_personal_trait(side)), within])


def has_name(selection: Selection) -> bool:
    """Whether a selection is about one film or person, so that it has few rows."""
    return isinstance(selection, Select) and any(isinstance(part, (OfFilm, OfPerson)) for part in selection.where)


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
