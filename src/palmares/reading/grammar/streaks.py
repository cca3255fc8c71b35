"""Runs: "three years in a row", "back-to-back best actor Oscars".

A run is of editions, so a year without a ceremony does not break it. The trap: a run is of one category, and
without one named nothing is read.
"""

from __future__ import annotations

from palmares.claims import Claim, Compare, OfAward, OfCategory, Operator, Person, Select, Streak, Unit
from palmares.reading.context import Frame
from palmares.reading.grammar.deeds import deed
from palmares.reading.grammar.kindred import ACTING
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


def nominated_in_a_row(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO was nominated N years running`: a run of so many editions, of any prize or of those for acting."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    ways = (Select((OfAward(at.award),)), Select((OfAward(at.award), OfCategory(ACTING))))
    return tuple(Compare(Streak(of, Unit.EDITION, who.value), Operator.GE, n.value) for of in ways)


RULES = (
    rule(
        "extremes/up-in-a-row",
        "who:SUBJECT ~ NOMINATED n:NUMBER YEARS? CONSECUTIVE",
        nominated_in_a_row,
        priority=6,
    ),
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
