"""Runs: "three years in a row", "back-to-back best actor Oscars".

A run is of editions, so a year without a ceremony does not break it. The trap: a run is of one category, and
without one named nothing is read.
"""

from __future__ import annotations

from palmares.claims import Claim, Compare, Operator, Person, Streak, Unit
from palmares.reading.context import Frame
from palmares.reading.grammar.deeds import deed
from palmares.reading.items import Item
from palmares.reading.rules import rule


def in_a_row(
    at: Frame, who: Item, verb: Item, what: Item, *, n: Item | None = None, run: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won WHAT N years in a row`: a run of so many editions."""
    if not isinstance(who.value, Person):
        return ()
    said = run.value if run is not None and str(run.value).isdigit() else 2
    number = n.value if n is not None and isinstance(n.value, int) else int(str(said))
    done = deed(at, verb, (what,))
    if done is None or number < 2:
        return ()
    of = done.parts[0].select()
    return (Compare(Streak(of, Unit.EDITION, who.value), Operator.GE, number),)


RULES = (
    rule(
        "extremes/run-of-prize",
        "who:SUBJECT ~ verb:DID ~ n:NUMBER? run:CONSECUTIVE what:WHAT !NOMINATION",
        in_a_row,
        priority=6,
    ),
    rule(
        "extremes/prize-in-a-row",
        "who:SUBJECT ~ verb:DID .. what:WHAT ~ TROPHY? AWARD? n:NUMBER? YEARS? run:CONSECUTIVE",
        in_a_row,
        priority=6,
    ),
    rule(
        "extremes/nth-year-running",
        "who:SUBJECT ~ verb:DID .. what:WHAT .. FOR n:ORDINAL run:CONSECUTIVE",
        in_a_row,
        priority=6,
    ),
)
