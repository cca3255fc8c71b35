"""Odds as measures: what the last odds on or before a day gave a nomination.

Where several sources gave odds on the same day, the first in the order of their names is taken.
"""

from __future__ import annotations

import datetime as dt

from palmares.claims import Probability, Rank, Select
from palmares.record.lacks import EVER, Lack, LackKind, merged
from palmares.record.scene import Scene
from palmares.record.values import Value

LATEST = """
    SELECT probability FROM odds WHERE nomination = ? AND as_of <= ? ORDER BY as_of DESC, source LIMIT 1"""

RACE = """
    SELECT other.row FROM nomination n JOIN nomination other USING (award, edition, category)
    WHERE n.row = ? AND other.counts = 1 ORDER BY other.row"""


def probability(scene: Scene, measure: Probability) -> Value:
    """The probability of the one nomination that the selection picks out."""
    rows = scene.row_numbers(scene.relation(measure.nomination))
    found = latest(scene, rows[0], measure.as_of) if len(rows) == 1 else None
    return no_odds(scene, measure.nomination, rows) if found is None else Value(found, scene.record.nominations(rows))


def rank(scene: Scene, measure: Rank) -> Value:
    """One more than the number of nominations of the race with a higher probability; equal ones share a place."""
    rows = scene.row_numbers(scene.relation(measure.nomination))
    own = latest(scene, rows[0], measure.as_of) if len(rows) == 1 else None
    if own is None:
        return no_odds(scene, measure.nomination, rows)
    race = [row for (row,) in scene.rows(RACE, (rows[0],))]
    others = [(row, latest(scene, row, measure.as_of)) for row in race if row != rows[0]]
    above = [row for row, other in others if other is not None and other > own]
    level = sum(other == own for _, other in others)
    unknown = tuple(
        Lack(LackKind.NO_ODDS, detail=scene.record.nominations([row])[0].id) for row, other in others if other is None
    )
    place = len(above) + 1
    shown = scene.record.nominations((*above, rows[0]))
    return Value(place, shown, unknown, upper=place + level if level else None, firm=True)


def latest(scene: Scene, row: int, day: dt.date) -> float | None:
    """The last probability on or before a day; odds of later days than the scene's are not known in it."""
    found = scene.rows(LATEST, (row, min(day, scene.as_of).isoformat()))
    return found[0][0] if found else None


def no_odds(scene: Scene, nomination: Select, rows: tuple[int, ...]) -> Value:
    """The value where no single nomination is picked out, or no odds stand for it."""
    lacks = [] if rows else list(scene.shortfall(nomination, (), EVER).lacks)
    detail = ", ".join(row.id for row in scene.record.nominations(rows[:3]))
    return Value(None, scene.record.nominations(rows[:3]), merged([*lacks, Lack(LackKind.NO_ODDS, detail=detail)]))
