"""The units at one end of a scale: most or fewest by a measure, youngest or oldest, first or last.

Several may share the end, so the value is a set. The trap: with anything lacking, a unit that is not shown might stand
beyond those found, so nothing is firm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from palmares.claims import (
    Count,
    Exists,
    Extreme,
    Measure,
    Person,
    Scalar,
    Select,
    Trait,
    Unit,
    Which,
    WithTrait,
)  # fmt: skip
from palmares.record.groups import Group, group_values, limited, selections_in, tally
from palmares.record.lacks import EVER, NOTHING, Lack, LackKind, Shortfall
from palmares.record.scene import Scene
from palmares.record.traits import BORN_FIRST, BORN_LAST, HELD_FIRST, HELD_LAST
from palmares.record.units import Key, literals
from palmares.record.values import Value
from palmares.record.witness import support, witness


@dataclass(frozen=True, slots=True)
class End:
    """The units at one end, and the rows that show it.

    `lacking`: what is lacking beside the selection's own coverage. `beaten`: who is surely not at that end.
    `is_gender_settled`: nobody whose gender is not known could be there.
    """

    keys: list[Key]
    rows: tuple[int, ...]
    lacking: Shortfall = NOTHING
    beaten: frozenset[Scalar] = frozenset()
    is_gender_settled: bool = False


SHOWN = 50
"""How many rows an extreme shows at most."""

NAMED = 3
"""How many of the people concerned a lack names."""


def extreme(scene: Scene, measure: Extreme) -> Value:
    """The units at the end of the scale asked for."""
    end = ENDS[measure.which](scene, measure)
    rows = scene.shortfall(measure.of, (measure.unit,), EVER)
    return Value(
        literals(scene.record, measure.unit, end.keys),
        scene.record.nominations(end.rows[:SHOWN]),
        tuple(lack for lack in (rows | end.lacking).lacks if not (end.is_gender_settled and is_of_gender(lack))),
        ruled_out=frozenset() if rows.lacks else end.beaten,
    )


def by_measure(scene: Scene, measure: Extreme) -> End:
    """Those with the most or fewest by a measure."""
    assert measure.by is not None
    lacking = NOTHING
    for selection in selections_in(measure.by):
        lacking |= scene.shortfall(selection, (measure.unit,), EVER)
    if isinstance(measure.by, Count) and measure.by.of == measure.of:
        keys = counted_end(scene, measure, measure.by)
        return End(
            keys, shown(scene, measure, keys), lacking, is_gender_settled=is_gender_settled(scene, measure, measure.by)
        )
    values, unknown = ranked(scene, measure, measure.by)
    best = (max if measure.which is Which.MOST else min)(values.values(), default=0)
    keys = [key for key, value in values.items() if value == best]
    return End(keys, shown(scene, measure, keys), lacking | unknown)


def is_of_gender(lack: Lack) -> bool:
    """Whether a lack is that of people's attributes alone."""
    return lack.kind is LackKind.UNKNOWN_ATTRIBUTE and lack.award is None


def is_gender_settled(scene: Scene, measure: Extreme, by: Count) -> bool:
    """Whether all who have as many as the first, of either gender, are of a known one: "more than any other woman"."""
    of = measure.of
    if measure.unit is not Unit.PERSON or measure.which is not Which.MOST or not isinstance(of, Select):
        return False
    traits = [part for part in of.where if isinstance(part, WithTrait)]
    if not traits or any(part.trait is not Trait.GENDER for part in traits):
        return False
    narrow, number = tally(scene, of, (measure.unit,), by.unit)
    wide, _ = tally(scene, Select(tuple(part for part in of.where if part not in traits)), (measure.unit,), by.unit)
    doubtful = scene.rows(
        f"SELECT 1 FROM (SELECT k0, {number} AS number FROM ({wide.sql}) WHERE k0 IS NOT NULL GROUP BY k0)"
        f" JOIN person ON person.id = k0 WHERE gender IS NULL AND number >= (SELECT max(number) FROM"
        f" (SELECT {number} AS number FROM ({narrow.sql}) WHERE k0 IS NOT NULL GROUP BY k0)) LIMIT 1",
        (*wide.parameters, *narrow.parameters),
    )
    return not doubtful


def counted_end(scene: Scene, measure: Extreme, by: Count) -> list[Key]:
    """The units with the most or fewest rows of the selection itself, found by SQLite alone."""
    relation, number = tally(scene, measure.of, (measure.unit,), by.unit)
    end = "max" if measure.which is Which.MOST else "min"
    found = scene.rows(
        f"WITH tally AS (SELECT k0, {number} AS number FROM ({relation.sql})"
        " WHERE k0 IS NOT NULL GROUP BY k0)"
        f" SELECT k0 FROM tally WHERE number = (SELECT {end}(number) FROM tally) ORDER BY k0",
        relation.parameters,
    )
    return [key for (key,) in found]


def ranked(scene: Scene, measure: Extreme, by: Measure) -> tuple[dict[Key, float], Shortfall]:
    """The number of every unit that has one, and what is lacking for the numbers themselves."""
    keys = list(scene.entries(measure.of, measure.unit))
    value = group_values(scene, by, (measure.unit,), [(key,) for key in keys])
    lacking, found = NOTHING, dict[Key, float]()
    for key in keys:
        taken = value((key,))
        lacking |= Shortfall(taken.lacks)
        if isinstance(taken.value, (int, float)):
            found[key] = taken.value
    return found, lacking


def shown(scene: Scene, measure: Extreme, keys: list[Key]) -> tuple[int, ...]:
    """The rows of the units at the end that the measure counted, or that show them to be in the selection."""
    if len(keys) <= SHOWN and isinstance(measure.by, (Count, Exists)):
        groups: list[Group] = [(key,) for key in keys]
        rows = scene.row_numbers(
            limited(scene.relation(measure.by.of, (measure.unit,)), (measure.unit,), groups), limit=SHOWN
        )
        if rows:
            return rows
    return witness(scene, measure.of, measure.unit, keys)


def by_age(scene: Scene, measure: Extreme) -> End:
    """The youngest or oldest on the day of the prize; where birth dates are known in part, all that may be."""
    young = measure.which is Which.YOUNGEST
    relation = scene.relation(measure.of, (measure.unit, Unit.PERSON))
    ages = scene.rows(
        f"SELECT k0, s.row, julianday({HELD_FIRST}) - julianday({BORN_LAST}),"
        f" julianday({HELD_LAST}) - julianday({BORN_FIRST}), p.name"
        f" FROM ({relation.sql}) s JOIN nomination n ON n.row = s.row JOIN person p ON p.id = s.k1"
        " WHERE p.gender IS NOT 'none'",
        relation.parameters,
    )
    known = [age for age in ages if age[2] is not None]
    doubtful = {age[4] for age in ages if age[2] is None}
    if not known:
        return End([], (), age_unknown(doubtful))
    bound = min(age[3] for age in known) if young else max(age[2] for age in known)
    at_end = [age for age in known if (age[2] <= bound if young else age[3] >= bound)]
    keys = sorted({age[0] for age in at_end}, key=str)
    if len(keys) > 1:
        doubtful |= {age[4] for age in at_end if age[2] != age[3]}
    beaten = (
        frozenset(Person(age[0]) for age in known if age[0] not in keys) if measure.unit is Unit.PERSON else frozenset()
    )
    return End(keys, tuple(sorted({age[1] for age in at_end})), age_unknown(doubtful), beaten)


def age_unknown(names: set[str]) -> Shortfall:
    """The lack of the births of some people, the first of them named."""
    return Shortfall((Lack(LackKind.UNKNOWN_ATTRIBUTE, detail=", ".join(sorted(names)[:NAMED])),)) if names else NOTHING


def by_entry(scene: Scene, measure: Extreme) -> End:
    """The first to enter, or those with a row on the last day."""
    relation = scene.relation(measure.of, (measure.unit,))
    end = "min" if measure.which is Which.FIRST else "max"
    found = scene.rows(
        f"WITH s AS ({relation.sql}) SELECT DISTINCT k0, row FROM s"
        f" WHERE day = (SELECT {end}(day) FROM s) ORDER BY row, k0",
        relation.parameters,
    )
    keys = list(dict.fromkeys(key for key, _ in found if key is not None))
    return End(keys, support(scene, measure.of, tuple(dict.fromkeys(row for _, row in found))))


ENDS: dict[Which, Callable[[Scene, Extreme], End]] = {
    Which.MOST: by_measure,
    Which.FEWEST: by_measure,
    Which.YOUNGEST: by_age,
    Which.OLDEST: by_age,
    Which.FIRST: by_entry,
    Which.LAST: by_entry,
}
"""How each end is found."""
