"""Whether a claim holds on the record, as the record stood on a day.

`measure` takes one measure, `evaluate` compares two. The trap: a truth of None is an answer, "the record does not
decide it", and never an error; `lacks` says what the record would need.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from functools import lru_cache
from typing import cast
from weakref import WeakKeyDictionary

from palmares.claims import MEASURES as MEASURE_NODES
from palmares.claims import (
    Claim,
    Count,
    Exists,
    Film,
    Hole,
    Literal,
    Measure,
    Operator,
    Outcome,
    Person,
    Probability,
    Rank,
    Select,
    Unit,
    WithOutcome,
    walk,
)
from palmares.record.awaited import awaited
from palmares.record.compare import holds
from palmares.record.coverage import Coverage
from palmares.record.lacks import Lack, LackKind, merged
from palmares.record.measures import MEASURES
from palmares.record.odds import Forecast, forecasts
from palmares.record.scene import Scene
from palmares.record.selections import RELATIONS
from palmares.record.shortfalls import SHORTFALLS
from palmares.record.store import Record
from palmares.record.values import Evaluation, Value

DAYS_KEPT = 32
"""How many days of one record are kept ready at a time."""

WRITE_INS = Lack(LackKind.OUTSIDE_RECORD, detail="whether write-ins count")
"""Why a claim stays open that holds only where they do."""

WRITTEN_IN = """
    SELECT film FROM nomination_film JOIN nomination n ON n.row = nomination WHERE n.status = 'write-in'
    UNION SELECT person FROM nomination_person JOIN nomination n ON n.row = nomination WHERE n.status = 'write-in'"""
"""The films and people nominated by write-in."""

SCENES: WeakKeyDictionary[Record, dict[dt.date, Scene]] = WeakKeyDictionary()
"""What has been worked out, for each open record and day; it goes when the record does."""


def scene_at(record: Record, as_of: dt.date) -> Scene:
    """The record on a day."""
    scenes = SCENES.setdefault(record, {})
    if as_of not in scenes:
        coverage = next(iter(scenes.values())).coverage if scenes else Coverage.of(record)
        if len(scenes) >= DAYS_KEPT:
            scenes.clear()
        scenes[as_of] = Scene(record, as_of, coverage, RELATIONS, SHORTFALLS, MEASURES)
    return scenes[as_of]


def measure(record: Record, measure: Measure, *, as_of: dt.date) -> Value:
    """What a measure comes to on the record.

    Args:
        as_of: the day on which the record is asked; nothing of later days is visible.

    Raises:
        InvalidClaim: the measure holds a hole.
    """
    return scene_at(record, as_of).measure(measure)


def forecasts_of(record: Record, odds: Rank | Probability, *, as_of: dt.date) -> tuple[Forecast, ...]:
    """The forecasts that a place or a probability rests on, our own model first, then by the name of the source.

    Returns:
        One for each source, as it last spoke by the day of the odds; none where the selection does not pick out a
        single nomination.
    """
    scene = scene_at(record, as_of)
    rows = scene.row_numbers(scene.relation(odds.nomination), limit=2)
    return forecasts(scene, rows[0], odds.as_of) if len(rows) == 1 else ()


def evaluate(record: Record, claim: Claim, *, as_of: dt.date) -> Evaluation:
    """Whether a claim holds on the record.

    Args:
        as_of: the day on which the claim is judged; nothing of later days is visible.

    Returns:
        The truth, with both sides, the rows they rest on, and where the truth is None what the record lacks. A claim
        whose right side is a hole is a question: its truth is None, its left side the answer.

    Raises:
        InvalidClaim: a hole stands anywhere else, or each year is asked for more than a count, a run or existence.
    """
    scene = scene_at(record, as_of)
    left = scene.measure(claim.left)
    if isinstance(claim.right, Hole):
        return Evaluation(None, left, None, left.lacks)
    right = scene.measure(claim.right) if isinstance(claim.right, MEASURE_NODES) else None
    other = Value(cast(Literal, claim.right)) if right is None else right
    truth = holds(left, claim.operator, other)
    if truth is None and is_broken_sweep(scene, claim):
        truth = False
    elif truth is False and (waiting := awaited(scene, claim)):
        left = waiting_for(left, waiting)
        truth = holds(left, claim.operator, other if right is None else waiting_for(right, waiting))
    elif truth is False and is_so_with_write_ins(scene, claim):
        return Evaluation(None, left, right, (WRITE_INS,))
    lacks = merged((*left.lacks, *(right.lacks if right else ()))) or unclear(left)
    return Evaluation(truth, left, right, lacks if truth is None or left.value is None else ())


@lru_cache(maxsize=64)
def written_in(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of the films and people with a write-in nomination."""
    return frozenset(id for (id,) in connection.execute(WRITTEN_IN))


def is_so_with_write_ins(scene: Scene, claim: Claim) -> bool:
    """Whether a claim about somebody with a write-in nomination holds once those count, which not all leave out."""
    concerned = written_in(scene.record.connection)
    if not any(isinstance(node, (Film, Person)) and node.id in concerned for node in walk(claim)):
        return False
    other = scene.keep("with write-ins", lambda: replace(scene, counts_write_ins=True, kept={}))
    right = other.measure(claim.right) if isinstance(claim.right, MEASURE_NODES) else None
    return holds(other.measure(claim.left), claim.operator, right or Value(cast(Literal, claim.right))) is True


def unclear(left: Value) -> tuple[Lack, ...]:
    """Why a comparison is open of which both sides are known: forecasters do not have it one way."""
    return (Lack(LackKind.ODDS_UNCLEAR),) if left.views else ()


def waiting_for(value: Value, waiting: tuple[Lack, ...]) -> Value:
    """The value with what is still to be decided among what it lacks; what has been found to be so stays so."""
    return value if value.value is True and value.firm else replace(value, lacks=merged((*value.lacks, *waiting)))


def is_broken_sweep(scene: Scene, claim: Claim) -> bool:
    """Whether the claim is that all nominations of a selection were won, and one is known to have been lost.

    Neither count need be known for that: a selection that lost one did not win all.
    """
    left, right = claim.left, claim.right
    if claim.operator is not Operator.EQ or not (isinstance(left, Count) and isinstance(right, Count)):
        return False
    if (
        not isinstance(left.of, Select)
        or not isinstance(right.of, Select)
        or {left.unit, right.unit} != {Unit.NOMINATION}
    ):
        return False
    won = WithOutcome(Outcome.WON)
    for all_of, won_of in ((left.of, right.of), (right.of, left.of)):
        if won in won_of.where and set(all_of.where) == set(won_of.where) - {won}:
            return scene.measure(Exists(Select((*all_of.where, WithOutcome(Outcome.LOST))))).value is True
    return False
