"""Measures as nouns, for claims that compare two of them: `the number of wins by “Wings” at the 1st Academy Awards`.

The thing a newcomer gets wrong: a claim with a value on the right is told by `sentences`, in livelier words.
"""

from __future__ import annotations

from typing import assert_never

from palmares.claims import (
    Attribute,
    Count,
    Exists,
    Extreme,
    Gap,
    Hole,
    Measure,
    Members,
    Next,
    Ordinal,
    Previous,
    Probability,
    Rank,
    Select,
    Streak,
    Subject,
    Unit,
)  # fmt: skip
from palmares.record import Record
from palmares.telling.conditions import UNITS
from palmares.telling.english import long_date, own
from palmares.telling.labels import entity_label
from palmares.telling.selections import described, units_that, units_to


def measure_noun(record: Record, measure: Measure) -> str:
    """The measure as a noun phrase."""
    match measure:
        case Exists():
            return f"whether there were {described(record, measure.of).nouns()}"
        case Count():
            return f"the number of {counted_noun(record, measure)}"
        case Ordinal():
            units = units_that(record, measure.of, measure.unit, is_many=True)
            return f"the place of {subject_noun(record, measure.subject)} among {units}"
        case Previous() | Next():
            end, side = ("last", "before") if isinstance(measure, Previous) else ("first", "after")
            subject = subject_noun(record, measure.subject)
            return f"the {end} {units_to(record, measure.of, measure.unit)} {side} {subject}"
        case Members():
            before = f" before {subject_noun(record, measure.before)}" if measure.before is not None else ""
            return f"the list of {units_that(record, measure.of, measure.unit, is_many=True)}{before}"
        case Extreme():
            by = f" by {measure_noun(record, measure.by)}" if measure.by is not None else ""
            return f"the {measure.which} {units_to(record, measure.of, measure.unit)}{by}"
        case Attribute():
            at = f" on {measure.at}" if measure.at is not None else ""
            entity = "what" if isinstance(measure.entity, Hole) else entity_label(record, measure.entity)
            return f"the {measure.name.replace('-', ' ')} of {entity}{at}"
        case Streak():
            return f"the longest run of editions with {described(record, measure.of).nouns()}"
        case Gap():
            subject = subject_noun(record, measure.subject)
            did = described(record, measure.of).to
            return f"the number of {UNITS[measure.unit][1]} between {subject} and the one before to {did}"
        case Probability() | Rank():
            odds = "chance" if isinstance(measure, Probability) else "rank by odds"
            who = own(described(record, measure.nomination).subject or "the nominee")
            return f"{who} {odds} on {long_date(measure.as_of)}"
    assert_never(measure)


def counted_noun(record: Record, count: Count) -> str:
    """What a count counts."""
    if count.unit is Unit.NOMINATION:
        return described(record, count.of).nouns()
    return units_that(record, count.of, count.unit, is_many=True)


def subject_noun(record: Record, subject: Subject) -> str:
    """One unit by its name: a film, a person, a year, or for a nomination `the win by Emma Stone …`."""
    if isinstance(subject, Select):
        return f"the {described(record, subject).nouns(1)}"
    return str(subject) if isinstance(subject, int) else entity_label(record, subject)
