"""What evaluation gives back: values with the rows they rest on and what coverage lacks for them.

The trap: `None` as a value means that there is nothing to say (no such subject), and `None` as a truth that coverage
does not suffice; `lacks` tells why in both cases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import TypeAlias

from palmares.claims import Literal, Scalar
from palmares.record.lacks import Lack
from palmares.record.rows import Row

Rows: TypeAlias = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure comes to on the record, as it stood on a day.

    `witness`: the rows that show it, or what finds them; read it as `rows`. `lacks`: what the record would have to hold
    for the value to be exact; none is exact. `upper`: for an `Ordinal` shared with units of the same day, the last
    place they share. `firm`: whatever is lacking could only add to what was found (a count could only grow, a set only
    gain members). `span`: the least and greatest that a number may be, where a date is known only in part.
    `ruled_out`: units that are not in the set whatever is lacking. A `Rank` has both `upper`, the worst place that any
    forecaster gives, and `span`, wider where the favourite's lead is not clear; its `ruled_out` is the first place
    where only our own model gives that. `views`: by source, the probabilities that forecasters give.
    """

    value: Literal | None
    witness: Rows | Callable[[], Rows] = field(default=(), compare=False, repr=False)
    lacks: tuple[Lack, ...] = ()
    upper: int | None = None
    firm: bool = False
    span: tuple[int, int] | None = None
    ruled_out: frozenset[Scalar] = frozenset()
    views: tuple[tuple[str, float], ...] = ()

    @property
    def rows(self) -> Rows:
        """A minimal witness, looked up when first asked for: most claims that fail are tried in another reading."""
        rows = self.witness
        if not isinstance(rows, tuple):
            rows = rows()
            object.__setattr__(self, "witness", rows)
        return rows

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value):
            return NotImplemented
        return self.__reduce__() == other.__reduce__()

    def __reduce__(self) -> tuple[type[Value], tuple[object, ...]]:
        """How a value goes to another process: with its rows, since the record cannot go there."""
        return Value, tuple(self.rows if item.name == "witness" else getattr(self, item.name) for item in fields(self))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Whether a claim holds: True, False, or None where coverage does not decide it, and then `lacks` says why.

    `left` and `right` are the two sides, `right` None where it is a literal.
    """

    truth: bool | None
    left: Value
    right: Value | None
    lacks: tuple[Lack, ...]

    @property
    def rows(self) -> Rows:
        """The witness of both sides, each row once. The record has to be open when it is first asked for."""
        if self.right is None:
            return self.left.rows
        return tuple(dict.fromkeys((*self.left.rows, *self.right.rows)))
