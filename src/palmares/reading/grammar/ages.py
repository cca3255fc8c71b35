"""How old somebody is.

An age is told as of the day of the article, of the night in view, or of a nomination of that person ("was ten when she
won"); a printed age is wrong only when it fits none of these.
"""

from __future__ import annotations

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Edition,
    Exists,
    OfAward,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Property,
    Select,
    Trait,
    WithOutcome,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.items import Item
from palmares.reading.rules import rule

YOUNGEST, OLDEST = 4, 112
"""Years: what is written of a person and lies outside is no age."""


def aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO, N,`: on the day of the article, or of the night in view."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int) or not YOUNGEST <= n.value <= OLDEST:
        return ()
    days = [at.as_of, *([Edition(at.award, at.edition)] if at.edition is not None else [])]
    return tuple(Compare(Attribute(who.value, Property.AGE, day), Operator.EQ, n.value) for day in days)


def was_aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO was N`: as `aged`, or on the day of some nomination."""
    return (*aged(at, who, n), *aged_when(at, who, n, Outcome.NOMINATED)) if aged(at, who, n) else ()


def aged_when(at: Frame, who: Item, n: Item, outcome: Outcome) -> tuple[Claim, ...]:
    """Of that age on the day that a nomination with this outcome was decided."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    ended = () if outcome is Outcome.NOMINATED else (WithOutcome(outcome),)
    trait = WithTrait(Trait.AGE, Operator.EQ, n.value)
    return (Compare(Exists(Select((OfAward(at.award), OfPerson(who.value), trait, *ended))), Operator.EQ, True),)


RULES = (
    rule("ages/apposition", "who:ANYBODY COMMA n:NUMBER =CLOSING", was_aged, priority=4),
    rule("ages/bracketed", "who:ANYBODY OPEN n:NUMBER =CLOSE", was_aged, priority=4),
    rule("ages/year-old", "n:NUMBER YEAROLD who:ANYBODY", was_aged, priority=4),
    rule("ages/at-age", "AT n:NUMBER COMMA who:ANYBODY", was_aged, priority=4),
    rule("ages/was", "who:SOMEBODY WAS n:NUMBER =ENDING", was_aged, priority=3),
    rule("ages/was-years-old", "who:SOMEBODY WAS n:NUMBER YEAROLD", was_aged, priority=4),
    rule("ages/aged", "who:ANYBODY .. AGED n:NUMBER", was_aged, priority=4),
    rule("ages/won-at", "who:SOMEBODY ... AT n:NUMBER =ENDING", was_aged, priority=2, tail="n"),
)
