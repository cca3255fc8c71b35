"""What evaluation gives back: values with the rows they rest on and what coverage lacks for them.

The trap: `None` as a value means that there is nothing to say (no such subject), and `None` as a truth that coverage
does not suffice; `lacks` tells why in both cases.
"""

from __future__ import annotations

from dataclasses import dataclass

from palmares.claims import Literal, Scalar
from palmares.record.lacks import Lack
from palmares.record.rows import Row


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure comes to on the record, as it stood on a day.

    `rows`: a minimal witness. `lacks`: what the record would have to hold for the value to be exact; none is exact.
    `upper`: for an `Ordinal` shared with units of the same day, the last place they share. `firm`: whatever is
    lacking could only add to what was found (a count could only grow, a set only gain members). `span`: the least and
    greatest that a number may be, where a date is known only in part. `ruled_out`: units that are not in the set
    whatever is lacking.
    """

    value: Literal | None
    rows: tuple[Row, ...] = ()
    lacks: tuple[Lack, ...] = ()
    upper: int | None = None
    firm: bool = False
    span: tuple[int, int] | None = None
    ruled_out: frozenset[Scalar] = frozenset()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Whether a claim holds: True, False, or None where coverage does not decide it, and then `lacks` says why.

    `left` and `right` are the two sides, `right` None where it is a literal; `rows` the witness of both.
    """

    truth: bool | None
    left: Value
    right: Value | None
    rows: tuple[Row, ...]
    lacks: tuple[Lack, ...]
