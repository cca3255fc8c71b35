"""Measures taken of every group at once: what `Feat` asks of its groups and `Extreme` ranks its units by.

Counts, existence and runs are worked out for all groups in one query. Any other measure is narrowed to each group and
taken group by group, which means the same and takes longer.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from palmares.claims import MEASURES as MEASURE_NODES
from palmares.claims import SELECTIONS as SELECTION_NODES
from palmares.claims import (
    Compare,
    Count,
    Exists,
    Feat,
    Film,
    Literal,
    Measure,
    OfFilm,
    OfPerson,
    Operator,
    Person,
    Select,
    Selection,
    Streak,
    Unit,
)
from palmares.record.compare import holds
from palmares.record.narrow import narrowed
from palmares.record.runs import longest_run
from palmares.record.scene import Scene
from palmares.record.units import Key, Relation
from palmares.record.values import Value

Group: TypeAlias = tuple[Key, ...]
Days: TypeAlias = dict[Key, str]

FEW = 400
"""Up to this many groups a query is narrowed to them; beyond it all groups cost less than naming some."""

INDEXED = frozenset({Unit.FILM, Unit.PERSON})
"""Units by whose keys SQLite finds rows at once."""

REACHED = frozenset({Operator.EQ, Operator.GE, Operator.GT})


def group_columns(by: tuple[Unit, ...]) -> str:
    """The key columns of groups."""
    return ", ".join(f"k{place}" for place in range(len(by)))


def limited(relation: Relation, by: tuple[Unit, ...], groups: Iterable[Group] | None) -> Relation:
    """A relation without rows of other groups, where the groups are few; some of others may stay.

    The rows are told by their film or person where the groups have one, since SQLite finds those by an index.
    """
    if groups is None:
        return relation
    place = next((place for place, unit in enumerate(by) if unit in INDEXED), 0)
    keys = sorted({group[place] for group in groups}, key=str)
    if len(keys) > FEW:
        return relation
    return Relation(
        f"SELECT * FROM ({relation.sql}) WHERE k{place} IN (SELECT value FROM json_each(?))",
        (*relation.parameters, json.dumps(keys)),
    )


def tally(scene: Scene, selection: Selection, by: tuple[Unit, ...], unit: Unit) -> tuple[Relation, str]:
    """A relation and the SQL that counts units in its groups: its lines, where each stands for one nomination."""
    if unit is Unit.NOMINATION:
        relation = scene.relation(selection, by)
        if relation.lines != "any":
            return relation, "count(*)"
    return scene.relation(selection, (*by, unit)), f"count(DISTINCT k{len(by)})"


def count_groups(
    scene: Scene, measure: Count, by: tuple[Unit, ...], groups: Iterable[Group] | None
) -> dict[Group, int]:
    """How many units each group has; a group without any is left out."""
    columns = group_columns(by)
    relation, number = tally(scene, measure.of, by, measure.unit)
    relation = limited(relation, by, groups)
    found = scene.rows(f"SELECT {columns}, {number} FROM ({relation.sql}) GROUP BY {columns}", relation.parameters)
    return {tuple(group): number for *group, number in found}


def exist_groups(
    scene: Scene, measure: Exists, by: tuple[Unit, ...], groups: Iterable[Group] | None
) -> dict[Group, bool]:
    """The groups that have a row."""
    relation = limited(scene.relation(measure.of, by), by, groups)
    found = scene.rows(f"SELECT DISTINCT {group_columns(by)} FROM ({relation.sql})", relation.parameters)
    return dict.fromkeys(map(tuple, found), True)


def streak_groups(
    scene: Scene, measure: Streak, by: tuple[Unit, ...], groups: Iterable[Group] | None
) -> dict[Group, int]:
    """The longest run of each group."""
    relation = limited(scene.relation(measure.of, (*by, measure.unit)), by, groups)
    found: defaultdict[Group, set[Key]] = defaultdict(set)
    for *group, key in scene.rows(
        f"SELECT DISTINCT {group_columns(by)}, k{len(by)} FROM ({relation.sql})", relation.parameters
    ):
        found[tuple(group)].add(key)
    return {group: len(longest_run(scene.record, measure.unit, keys)) for group, keys in found.items()}


GROUPED: dict[type[Measure], tuple[Callable[..., Mapping[Group, Any]], Literal]] = {
    Count: (count_groups, 0),
    Exists: (exist_groups, False),
    Streak: (streak_groups, 0),
}
"""The measures worked out for all groups at once, and what a group without rows comes to."""


def group_values(
    scene: Scene, measure: Measure, by: tuple[Unit, ...], groups: list[Group] | None
) -> Callable[[Group], Value]:
    """The value of a measure for each group; `groups` None stands for all that there are."""
    if type(measure) in GROUPED and not (isinstance(measure, Streak) and measure.subject is not None):
        work, empty = GROUPED[type(measure)]
        found = work(scene, measure, by, groups)
        return lambda group: Value(found.get(group, empty))
    return lambda group: scene.measure(narrowed(scene.record, measure, dict(zip(by, group, strict=True))))


def grouped_rows(scene: Scene, relation: Relation, by: tuple[Unit, ...]) -> dict[Group, list[tuple[int, str]]]:
    """The rows of a relation, with the day of each, by group."""
    found: defaultdict[Group, list[tuple[int, str]]] = defaultdict(list)
    for row, day, *group in scene.rows(
        f"SELECT DISTINCT row, day, {group_columns(by)} FROM ({relation.sql}) ORDER BY day, row", relation.parameters
    ):
        if None not in group:
            found[tuple(group)].append((row, day))
    return dict(found)


def feat_groups(scene: Scene, feat: Feat) -> dict[Group, list[tuple[int, str]]]:
    """The groups that did the feat, with their rows of the selection."""
    relation = limited(scene.relation(feat.of, feat.by), feat.by, candidates(scene, feat))
    groups = of_named(feat, grouped_rows(scene, relation, feat.by))
    left = group_values(scene, feat.having.left, feat.by, list(groups))
    right = side_values(scene, feat.having.right, feat.by, list(groups))
    return {group: rows for group, rows in groups.items() if holds(left(group), feat.having.operator, right(group))}


def of_named(feat: Feat, groups: dict[Group, list[tuple[int, str]]]) -> dict[Group, list[tuple[int, str]]]:
    """The groups of those whom the selection names, where it names any of the unit; else all.

    The trap: a shared nomination has others on it, and they are no group of a feat that is about one person.
    """
    for place, unit in enumerate(feat.by):
        if unit in INDEXED and (names := named_in(feat.of, unit)):
            groups = {group: rows for group, rows in groups.items() if group[place] in names}
    return groups


def named_in(selection: Selection, unit: Unit) -> set[Key]:
    """The films or people that a selection asks for by name."""
    if isinstance(selection, Feat):
        return named_in(selection.of, unit)
    parts = selection.where if isinstance(selection, Select) else ()
    if unit is Unit.PERSON:
        return {part.person.id for part in parts if isinstance(part, OfPerson) and isinstance(part.person, Person)}
    return {part.film.id for part in parts if isinstance(part, OfFilm) and isinstance(part.film, Film)}


def candidates(scene: Scene, feat: Feat) -> list[Group] | None:
    """The groups worth looking at, where counting the rows of `of` itself tells; None stands for all."""
    left, right = feat.having.left, feat.having.right
    if not isinstance(left, Count) or left.of != feat.of or isinstance(right, MEASURE_NODES):
        return None
    counts = count_groups(scene, left, feat.by, None)
    met = {number for number in set(counts.values()) if holds(Value(number), feat.having.operator, Value(right))}
    return [group for group, number in counts.items() if number in met]


def side_values(
    scene: Scene, side: Literal | Measure, by: tuple[Unit, ...], groups: list[Group]
) -> Callable[[Group], Value]:
    """The value of one side of a condition for each group."""
    if isinstance(side, MEASURE_NODES):
        return group_values(scene, side, by, groups)
    value = Value(side)
    return lambda group: value


def feat_rows(scene: Scene, feat: Feat) -> list[tuple[object, ...]]:
    """Row, day and keys of every row of the groups that did the feat."""
    chosen = feat_groups(scene, feat)
    days = completions(scene, feat, chosen)
    return [
        (row, max(day, days.get(group, rows[-1][1])), *group)
        for group, rows in sorted(chosen.items(), key=repr)
        for row, day in rows
    ]


def completions(scene: Scene, feat: Feat, groups: Mapping[Group, object]) -> dict[Group, str]:
    """The day on which each group had reached what it must have; groups left out had it when their last row came."""
    number = reached_number(feat.having)
    if number is None or not groups:
        return {}
    assert isinstance(feat.having.left, (Count, Exists))
    unit = feat.having.left.unit if isinstance(feat.having.left, Count) else Unit.NOMINATION
    relation = limited(scene.relation(feat.having.left.of, (*feat.by, unit)), feat.by, groups)
    columns = group_columns((*feat.by, unit))
    days: defaultdict[Group, list[str]] = defaultdict(list)
    for *group, _, day in scene.rows(
        f"SELECT {columns}, min(day) FROM ({relation.sql}) GROUP BY {columns} ORDER BY min(day)", relation.parameters
    ):
        days[tuple(group)].append(day)
    return {group: days[group][number - 1] for group in groups if len(days[group]) >= number}


def reached_number(having: Compare) -> int | None:
    """How many units a group must have reached; None where the condition is not one of reaching a number."""
    if isinstance(having.left, Exists):
        return 1 if having.right is True and having.operator is Operator.EQ else None
    if not isinstance(having.left, Count) or having.operator not in REACHED or not isinstance(having.right, int):
        return None
    number = having.right + (having.operator is Operator.GT)
    return number if number > 0 else None


def selections_in(node: object) -> list[Selection]:
    """The outermost selections of a comparison or measure, in order."""
    if isinstance(node, SELECTION_NODES):
        return [node]
    if not isinstance(node, (Compare, *MEASURE_NODES)):
        return []
    return [found for name in node.__dataclass_fields__ for found in selections_in(getattr(node, name))]
