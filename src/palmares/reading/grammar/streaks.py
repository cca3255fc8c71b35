"""Runs and gaps: "three years in a row", "back-to-back best actor Oscars", "40 years after her first".

A run is of editions, so a year without a ceremony does not break it. The trap: a run is of one category, and
without one named nothing is read.
"""

from __future__ import annotations

from palmares.claims import (
    Claim,
    Compare,
    Constraint,
    Gap,
    OfAward,
    OfEditions,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Select,
    Streak,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.careers import is_numbered
from palmares.reading.grammar.deeds import deed
from palmares.reading.items import Item
from palmares.reading.rules import rule


def in_a_row(
    at: Frame, who: Item, verb: Item, what: Item, *, n: Item | None = None, run: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won WHAT N years in a row`: a run of so many editions."""
    if not isinstance(who.value, Person):
        return ()
    number = n.value if n is not None and isinstance(n.value, int) else 2
    done = deed(at, verb, (what,))
    if done is None or number < 2:
        return ()
    of = done.parts[0].select()
    return (Compare(Streak(of, Unit.EDITION, who.value), Operator.GE, number),)


def years_after_first(at: Frame, who: Item, n: Item, thing: Item, *, nth: Item) -> tuple[Claim, ...]:
    """`her second nomination came N years after her first`: so many years lie between the two."""
    if not isinstance(who.value, Person) or not is_numbered(at) or nth.value != 2:
        return ()
    where: tuple[Constraint, ...] = (OfAward(at.award), OfPerson(who.value))
    where += () if thing.kind == "NOMINATION" else (WithOutcome(Outcome.WON),)
    here = Select((*where, OfEditions(at.edition, at.edition)))
    return (Compare(Gap(Select(where), Unit.YEAR, here), Operator.EQ, n.value),) if isinstance(n.value, int) else ()


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
    rule(
        "extremes/years-after-first",
        "who:OWNER POSS? nth:ORDINAL thing:THING .. n:NUMBER YEARS AFTER HIS ORDINAL",
        years_after_first,
        priority=5,
    ),
)
