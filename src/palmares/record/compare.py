"""How two values compare, where either may be known only in part.

Three-valued: what is lacking leaves a comparison open unless every way it might be filled decides alike. The trap: a
tied ordinal meets every place within its tie, which is not the same as not being known.
"""

from __future__ import annotations

import datetime as dt
import math
import operator as python
from collections.abc import Callable, Mapping
from typing import TypeAlias

from palmares.claims import Literal, Operator, Person, Scalar
from palmares.record.dates import first_day, last_day
from palmares.record.lacks import LackKind
from palmares.record.names import fold
from palmares.record.values import Value

Range: TypeAlias = tuple[float, float]

TENTH = 0.1
"""How far `about` lets a number lie from the one on the right, as a part of that."""

LEVEL, APART = 0.12, 0.35
"""How far apart probabilities of nominees may lie who are `about` level, and must lie for them clearly not to be."""

YEAR_DAYS = 366
"""How far `about` lets a day lie from the one on the right."""


def holds(left: Value, operator: Operator, right: Value) -> bool | None:
    """Whether the comparison holds; None where what is lacking may decide either way.

    A value that is None because its subject has no place in the selection makes any comparison false.
    """
    if left.value is None or right.value is None:
        lacks = (*left.lacks, *right.lacks)
        return False if all(lack.kind is LackKind.NO_SUBJECT for lack in lacks) else None
    if isinstance(left.value, frozenset) or isinstance(right.value, frozenset):
        return sets_hold(left, operator, right)
    if is_number(left.value) and is_number(right.value):
        return numbers_hold(left, operator, right)
    if left.lacks or right.lacks:
        return True if is_sure(left) and is_sure(right) and plain_holds(left.value, operator, right.value) else None
    return plain_holds(left.value, operator, right.value)


def is_number(value: object) -> bool:
    """Whether a value is a number; a truth is none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_sure(value: Value) -> bool:
    """Whether a value stands whatever is lacking."""
    return not value.lacks or (value.firm and value.value is True)


# --- numbers --------------------------------------------------------------------------------------------------------


def numbers_hold(left: Value, operator: Operator, right: Value) -> bool | None:
    """A comparison of numbers; a tied place is any of the places of its tie."""
    if left.upper is not None and left.span is not None and is_number(right.value) and not right.lacks:
        return is_seen_at(left, operator, right)
    if operator is Operator.ABOUT and left.views and right.views:
        return are_level(dict(left.views), dict(right.views))
    if left.upper is not None and not left.lacks and not right.lacks and is_number(right.value):
        assert isinstance(left.value, int)
        assert isinstance(right.value, (int, float))
        return is_met_by_tie(left.value, left.upper, operator, right.value)
    return ranges_hold(number_range(left), operator, number_range(right))


def number_range(value: Value) -> Range:
    """The least and the greatest that a number may turn out to be."""
    assert isinstance(value.value, (int, float))
    if value.span is not None:
        return value.span
    if not value.lacks:
        return (value.value, value.value)
    return (value.value, math.inf) if value.firm else (-math.inf, math.inf)


def is_met_by_tie(first: int, last: int, operator: Operator, number: float) -> bool:
    """Whether some place of a tie meets the comparison; for `!=`, whether none is that number."""
    if operator is Operator.NE:
        return not first <= number <= last
    if operator is Operator.EQ:
        return first <= number <= last
    return any(ranges_hold((place, place), operator, (number, number)) for place in (first, last))


def is_seen_at(left: Value, operator: Operator, right: Value) -> bool | None:
    """A comparison of a place by odds: true where some forecaster's place meets it, false where none comes near.

    `!=` is true where nobody gives that place or it is ruled out, and false where nobody comes near giving another.
    """
    assert isinstance(left.value, int)
    assert left.span is not None
    assert left.upper is not None
    seen, near, place = (left.value, left.upper), left.span, number_range(right)
    meets = ranges_hold(seen, operator, place)
    is_met = meets is True or right.value in left.ruled_out if operator is Operator.NE else meets is not False
    return decided(is_met, ranges_hold(near, operator, place) is False)


def are_level(left: Mapping[str, float], right: Mapping[str, float]) -> bool | None:
    """Whether two nominees are level by odds: true where one source has them so, false where several see them apart."""
    gaps = [abs(left[source] - right[source]) for source in left.keys() & right.keys()]
    return decided(any(gap <= LEVEL for gap in gaps), len(gaps) > 1 and all(gap > APART for gap in gaps))


def ranges_hold(left: Range, operator: Operator, right: Range) -> bool | None:
    """A comparison of numbers known to lie in ranges."""
    (low, high), (least, most) = left, right
    match operator:
        case Operator.GT:
            return decided(low > most, high <= least)
        case Operator.GE:
            return decided(low >= most, high < least)
        case Operator.LT:
            return decided(high < least, low >= most)
        case Operator.LE:
            return decided(high <= least, low > most)
        case Operator.EQ | Operator.IN:
            return decided(low == high == least == most, high < least or low > most)
        case Operator.NE:
            return decided(high < least or low > most, low == high == least == most)
        case Operator.ABOUT:
            slack = TENTH * abs(least)
            return decided(low >= least - slack and high <= least + slack, high < least - slack or low > least + slack)


def decided(surely: bool, surely_not: bool) -> bool | None:
    """True, False, or None where neither is sure."""
    return True if surely else False if surely_not else None


# --- sets -----------------------------------------------------------------------------------------------------------

SETS: dict[Operator, Callable[[frozenset[Scalar], frozenset[Scalar]], bool]] = {
    Operator.EQ: python.eq,
    Operator.NE: python.ne,
    Operator.LE: python.le,
    Operator.LT: python.lt,
    Operator.GE: python.ge,
    Operator.GT: python.gt,
    Operator.IN: python.le,
    Operator.ABOUT: python.eq,
}


def sets_hold(left: Value, operator: Operator, right: Value) -> bool | None:
    """A comparison of sets; a single value beside a set is the set of it, and texts compare folded."""
    if operator is Operator.IN and not isinstance(left.value, frozenset) and left.value is not None:
        return any_holds(left, right)
    mine, yours = members(left.value), members(right.value)
    if any(isinstance(member, str) for member in (*mine, *yours)):
        mine, yours = frozenset(map(as_text, mine)), frozenset(map(as_text, yours))
    if not left.lacks and not right.lacks:
        return SETS[operator](mine, yours)
    if right.lacks:
        return None
    if left.ruled_out & yours and operator in (Operator.EQ, Operator.GE, Operator.NE):
        return operator is Operator.NE
    if not left.firm:
        return None
    if operator in (Operator.GE, Operator.GT):
        return True if SETS[operator](mine, yours) else None
    if operator is Operator.NE:
        return None if mine <= yours else True
    return None if mine <= yours else False


def any_holds(left: Value, right: Value) -> bool | None:
    """Whether one value equals a member of a set."""
    assert isinstance(right.value, frozenset)
    found = {holds(left, Operator.EQ, Value(member)) for member in right.value}
    return True if True in found else None if None in found else False


def members(value: Literal | None) -> frozenset[Scalar]:
    """A value as a set."""
    assert value is not None
    return value if isinstance(value, frozenset) else frozenset({value})


def as_text(value: Scalar) -> Scalar:
    """A name as texts compare; a person stands for the name shown."""
    if isinstance(value, Person) and value.label:
        return fold(value.label)
    return fold(value) if isinstance(value, str) else value


# --- other values ---------------------------------------------------------------------------------------------------


def plain_holds(left: Literal, operator: Operator, right: Literal) -> bool | None:
    """A comparison of dates, truths, texts or entities."""
    if isinstance(left, dt.date) or isinstance(right, dt.date):
        return dates_hold(left, operator, right)
    same = as_text(left) == as_text(right) if isinstance(left, str) and isinstance(right, str) else left == right
    return not same if operator is Operator.NE else same


def dates_hold(left: Literal, operator: Operator, right: Literal) -> bool | None:
    """A comparison of days; one known only as a month or year equals any day within it."""
    mine, yours = day_range(left), day_range(right)
    overlap = mine[0] <= yours[1] and yours[0] <= mine[1]
    if operator in (Operator.EQ, Operator.IN):
        return overlap
    if operator is Operator.NE:
        return not overlap
    if operator is Operator.ABOUT:
        return mine[0] - YEAR_DAYS <= yours[1] and yours[0] - YEAR_DAYS <= mine[1]
    return ranges_hold(mine, operator, yours)


def day_range(value: Literal) -> tuple[int, int]:
    """The first and last day that a date may mean, as ordinals."""
    if isinstance(value, dt.date):
        return value.toordinal(), value.toordinal()
    assert isinstance(value, str)
    return first_day(value).toordinal(), last_day(value).toordinal()
