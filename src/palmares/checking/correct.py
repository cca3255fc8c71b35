"""What a false claim should have said, as a claim.

Candidates come from a table by measure, nearest first, and the first that the record bears out is the correction. The
thing a newcomer gets wrong: nothing is offered that was not evaluated, so a correction is never a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace as with_fields

from palmares.checking.outcomes import outcomes
from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Count,
    Exists,
    Extreme,
    Gap,
    Measure,
    Members,
    Next,
    Operator,
    Ordinal,
    Person,
    Previous,
    Probability,
    Property,
    Rank,
    Streak,
)  # fmt: skip
from palmares.record import Evaluation, Record, evaluate

MAX_MEMBERS = 12
"""A longer list is no correction anybody prints."""


DATES = frozenset({Property.HELD, Property.BORN, Property.DIED})


def correct(record: Record, claim: Claim, evaluation: Evaluation, *, as_of: dt.date) -> Claim | None:
    """The nearest claim to a false one that holds as of that day, or None where there is none to offer."""
    for candidate in CORRECTORS[type(claim.left)](record, claim, evaluation, as_of):
        if candidate != claim and evaluate(record, candidate, as_of=as_of).truth is True:
            return candidate
    return None


def real_value(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Claim]:
    """The same measure with the value that the record gives, where it gives an exact one."""
    value = evaluation.left.value
    if isinstance(claim.left, Attribute) and claim.left.name is Property.AGE and claim.right == 0:
        yield from birthday(record, claim.left)
    elif isinstance(claim.left, Attribute) and claim.left.name in DATES and not isinstance(value, dt.date):
        return  # a day of which only the month or the year is known cannot be printed instead of a date
    elif value is not None and not (isinstance(value, frozenset) and not 0 < len(value) <= MAX_MEMBERS):
        yield Compare(claim.left, Operator.EQ, value)


def birthday(record: Record, age: Attribute) -> Iterator[Claim]:
    """The day of birth of somebody who was said to be born in another year, that is to be less than one at its end."""
    if isinstance(age.entity, Person):
        born = record.person(age.entity.id).born
        if born is not None and len(born) == len("YYYY-MM-DD"):
            yield Compare(Attribute(age.entity, Property.BORN), Operator.EQ, dt.date.fromisoformat(born))


def other_outcome(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Claim]:
    """For "did X win?": what happened instead, else the plain opposite."""
    exists = claim.left
    assert isinstance(exists, Exists)
    if claim.operator is Operator.EQ and claim.right is True:
        for selection in outcomes(record, exists.of, as_of=as_of):
            yield Compare(Exists(selection), Operator.EQ, True)
    if claim.operator is Operator.EQ and isinstance(claim.right, bool):
        yield with_fields(claim, right=not claim.right)


Corrector = Callable[[Record, Claim, Evaluation, dt.date], Iterator[Claim]]

CORRECTORS: dict[type[Measure], Corrector] = {
    Exists: other_outcome,
    Count: real_value,
    Ordinal: real_value,
    Previous: real_value,
    Next: real_value,
    Members: real_value,
    Extreme: real_value,
    Attribute: real_value,
    Streak: real_value,
    Gap: real_value,
    Probability: real_value,
    Rank: real_value,
}
"""Candidates for each measure on the left of a claim."""
