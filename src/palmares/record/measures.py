"""The measures of a claim: each takes a scene and gives a value with its witness and what is lacking.

The witness is minimal: the rows that show the value to somebody who trusts the coverage, and no others. The trap: an
absence has no rows of its own, so its witness is what stands in its place: who did win the race.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from palmares.claims import (
    And,
    Attribute,
    Count,
    Exists,
    Extreme,
    Gap,
    Measure,
    Members,
    Next,
    OfCategory,
    OfCountry,
    OfFilm,
    OfPerson,
    OfWork,
    Ordinal,
    Outcome,
    Previous,
    Probability,
    Rank,
    Select,
    Selection,
    Streak,
    Unit,
    WithOutcome,
    WithTrait,
)
from palmares.record.attributes import attribute
from palmares.record.extremes import extreme
from palmares.record.lacks import EVER
from palmares.record.odds import probability, rank
from palmares.record.places import gap, members, neighbour, ordinal, streak
from palmares.record.rows import Row
from palmares.record.scene import Scene
from palmares.record.select import relate_select
from palmares.record.selections import has_name
from palmares.record.units import Key, Relation
from palmares.record.values import Value
from palmares.record.witness import support, witness

SHOWN = 25
"""How many rows of a count are shown as its witness; all are counted."""

NAMING = frozenset({OfFilm, OfPerson, OfWork, OfCountry})
"""Constraints on who or what a citation names."""


FIRST = "SELECT row FROM ({relation}) ORDER BY day, row LIMIT 1"
FOREMOST = """
    SELECT found.row FROM ({relation}) AS found JOIN nomination ON nomination.row = found.row
    ORDER BY found.day, category NOT IN (SELECT category FROM category_group WHERE grouping = 'top'), found.row
    LIMIT 1"""


def is_of_film_alone(selection: Selection) -> bool:
    """Whether a film is asked for and no category: "takes home the Oscar" is best shown by the top prize."""
    kinds = {type(constraint) for constraint in selection.where} if isinstance(selection, Select) else set()
    return OfFilm in kinds and not kinds & {OfCategory, OfPerson, OfWork}


def exists(scene: Scene, measure: Exists) -> Value:
    """Whether there is a row: the first is shown, or where there is none what stands in its place."""
    if isinstance(measure.of, And) and has_name(measure.of.left) and has_name(measure.of.right):
        return exists_in_both(scene, measure.of)
    relation = scene.relation(measure.of)
    query = FOREMOST if is_of_film_alone(measure.of) else FIRST
    found = scene.rows(query.format(relation=relation.sql), relation.parameters)
    if found:
        doubtful = scene.shortfall(measure.of, (), EVER).doubtful if is_open_to_doubt(measure.of) else ()
        return Value(True, lambda: shown_rows(scene, support(scene, measure.of, found[0])), doubtful, firm=not doubtful)
    lacks = scene.shortfall(measure.of, (), EVER).lacks
    return Value(False, lambda: shown_rows(scene, instead(scene, measure.of)), lacks)


def exists_in_both(scene: Scene, both: And) -> Value:
    """Whether two selections of few rows share a unit: both are read whole, which is less work than joining them."""
    sides = [first_rows(scene, side, both.on) for side in (both.left, both.right)]
    shared = sides[0].keys() & sides[1].keys()
    if not shared:
        return Value(False, (), scene.shortfall(both, (), EVER).lacks)
    doubtful = scene.shortfall(both, (), EVER).doubtful if is_open_to_doubt(both) else ()
    key = min(shared, key=lambda key: (max(side[key][0] for side in sides), sides[0][key][1]))
    rows = tuple(dict.fromkeys(side[key][1] for side in sides))
    return Value(True, lambda: shown_rows(scene, rows), doubtful, firm=not doubtful)


def first_rows(scene: Scene, side: Selection, on: Unit) -> dict[Key, tuple[str, int]]:
    """The day and row by which each unit of a selection entered it."""
    relation = scene.relation(side, (on,))
    found: dict[Key, tuple[str, int]] = {}
    for key, day, row in scene.rows(
        f"SELECT k0, day, row FROM ({relation.sql}) ORDER BY day, row", relation.parameters
    ):
        if key is not None:
            found.setdefault(key, (day, row))
    return found


def shown_rows(scene: Scene, rows: Iterable[int]) -> tuple[Row, ...]:
    """The nominations of these numbers."""
    return scene.record.nominations(rows)


def is_open_to_doubt(selection: Selection) -> bool:
    """Whether a row found may not belong: only a trait or a feat can depend on rows that are missing."""
    if isinstance(selection, And):
        return is_open_to_doubt(selection.left) or is_open_to_doubt(selection.right)
    return not isinstance(selection, Select) or any(isinstance(constraint, WithTrait) for constraint in selection.where)


def instead(scene: Scene, selection: Selection) -> tuple[int, ...]:
    """The rows shown for an absence: nominations of the film or person that did not win, and who won their races."""
    if not isinstance(selection, Select):
        return ()
    asked = {type(constraint) for constraint in selection.where}
    near = [constraint for constraint in selection.where if not isinstance(constraint, (WithOutcome, WithTrait))]
    lost: tuple[int, ...] = ()
    if asked & NAMING and WithOutcome in asked:
        lost = scene.row_numbers(relate_select(scene, Select(tuple(near)), ()), limit=SHOWN)
    if lost:
        return (*winners(scene, lost), *lost)
    if OfCategory not in asked:
        return ()
    race = tuple(constraint for constraint in near if type(constraint) not in NAMING)
    editions = scene.rows(*distinct_editions(relate_select(scene, Select(race), ())))
    if len(editions) != 1:
        return ()
    outcome = Outcome.NOMINATED if WithOutcome not in asked else Outcome.WON
    return scene.row_numbers(relate_select(scene, Select((*race, WithOutcome(outcome))), ()), limit=SHOWN)


def distinct_editions(relation: Relation) -> tuple[str, tuple[object, ...]]:
    """A query for the editions of a relation, two at most."""
    return (
        f"SELECT DISTINCT n.award, n.edition FROM ({relation.sql}) s JOIN nomination n ON n.row = s.row LIMIT 2",
        relation.parameters,
    )


def winners(scene: Scene, rows: Iterable[int]) -> tuple[int, ...]:
    """The rows that won the races of these rows."""
    rows = tuple(rows)
    found = scene.rows(
        "SELECT DISTINCT w.row FROM nomination n JOIN nomination w USING (award, edition, category)"
        f" WHERE n.row IN ({', '.join('?' * len(rows))}) AND w.won = 1 AND w.counts = 1 AND w.decided <= ?"
        " ORDER BY w.row LIMIT ?",
        (*rows, scene.day, SHOWN),
    )
    return tuple(row for (row,) in found if row not in rows)


def count(scene: Scene, measure: Count) -> Value:
    """How many units: more may be missing, so the number found stands as the least."""
    relation = scene.relation(measure.of, (measure.unit,))
    shortfall = scene.shortfall(measure.of, (measure.unit,), EVER)
    shown = scene.row_numbers(relation, limit=SHOWN) if isinstance(measure.of, Select) else ()
    if measure.unit is Unit.NOMINATION and isinstance(measure.of, Select) and len(shown) < SHOWN:
        number = len(shown)
    else:
        ((number,),) = scene.rows(f"SELECT count(DISTINCT k0) FROM ({relation.sql})", relation.parameters)

    def rows() -> tuple[Row, ...]:
        return shown_rows(scene, counted(scene, measure, relation, shown) if number else instead(scene, measure.of))

    return Value(number, rows, shortfall.lacks, firm=not shortfall.doubtful)


def counted(scene: Scene, measure: Count, relation: Relation, first: tuple[int, ...]) -> tuple[int, ...]:
    """The first rows of a count; of selections made of others, with all that the rows need to be in them."""
    if isinstance(measure.of, Select):
        return first
    keys = scene.rows(f"SELECT DISTINCT k0 FROM ({relation.sql}) ORDER BY k0 LIMIT ?", (*relation.parameters, SHOWN))
    return witness(scene, measure.of, measure.unit, [key for (key,) in keys])


MEASURES: dict[type[Measure], Callable[[Scene, Any], Value]] = {
    Exists: exists,
    Count: count,
    Ordinal: ordinal,
    Previous: neighbour,
    Next: neighbour,
    Members: members,
    Extreme: extreme,
    Attribute: attribute,
    Streak: streak,
    Gap: gap,
    Probability: probability,
    Rank: rank,
}
"""How every measure is taken."""
