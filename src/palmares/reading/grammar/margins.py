"""Counts told by how far they lie from another: "16 nominations, three more than FILM", "as many as FILM".

With the one number in the sentence the margin gives the other, which is what is claimed. The trap: a margin without a
number beside it gives nothing.
"""

from __future__ import annotations

from palmares.claims import Claim, Outcome
from palmares.reading.context import Frame
from palmares.reading.grammar.counting import tally
from palmares.reading.grammar.tallies import either
from palmares.reading.items import Item
from palmares.reading.rules import rule

AHEAD = ("MORE", "AHEAD", "OVER")
OUTCOMES = {"NOMINATION": Outcome.NOMINATED, "TRY": Outcome.NOMINATED}


def of_other(at: Frame, number: int, who: Item, *, n: Item, thing: Item | None) -> tuple[Claim, ...]:
    """That somebody has this number of the things that the sentence counts."""
    if number < 0:
        return ()
    if thing is None:
        return either(at, who, n.meaning(number))
    return tally(at, who, number, what=None, outcome=OUTCOMES.get(thing.kind, Outcome.WON))


def beyond(at: Frame, m: Item, n: Item, *, how: Item, who: Item, thing: Item | None = None) -> tuple[Claim, ...]:
    """`M things, N more than WHO`: WHO has M less N, or with `fewer than` M and N."""
    assert isinstance(m.value, int)
    assert isinstance(n.value, int)
    number = m.value - n.value if how.kind in AHEAD else m.value + n.value
    return of_other(at, number, who, n=m, thing=thing)


def apart(at: Frame, m: Item, who: Item, n: Item, *, how: Item, thing: Item | None = None) -> tuple[Claim, ...]:
    """`M things, and WHO one fewer`: WHO has M less one, or with `more` M and one."""
    assert isinstance(m.value, int)
    assert isinstance(n.value, int)
    if how.kind in AHEAD:
        further = of_other(at, n.value, who, n=m, thing=thing)
        return (*of_other(at, m.value + n.value, who, n=m, thing=thing), *further)
    return of_other(at, m.value - n.value, who, n=m, thing=thing)


def as_many(at: Frame, m: Item, how: Item, who: Item, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`M things, as many as WHO`, `twice as many as WHO`."""
    assert isinstance(m.value, int)
    times = int(str(how.value)) if how.value is not None else 1
    number = m.value * -times if times < 0 else m.value // times
    return of_other(at, number, who, n=m, thing=thing)


COUNTED = "m:NUMBER OTHER? BODY? thing:COUNTED"
BARE = "TOOK m:NUMBER"
MORE_THAN = ".. CLAUSEMARK? WAS? ~ n:NUMBER how:MORE THAN 's who:NOUN+"
AHEAD_OF = ".. CLAUSEMARK? WAS? ~ n:NUMBER how:MARGIN 's who:NOUN+"
FEWER = "EACH? ... AND? WITH? who:NOUN WITH? ~ n:NUMBER how:FEWER =ENDING"
AS_MANY = "... COMMA ~ how:ASMANY 's who:NOUN"

RULES = (
    rule("tallies/more-than", f"{COUNTED} {MORE_THAN}", beyond, each="who", priority=6, tail="n"),
    rule("tallies/bare-more-than", f"{BARE} {MORE_THAN}", beyond, each="who", priority=6, tail="n"),
    rule("tallies/ahead-of", f"{COUNTED} {AHEAD_OF}", beyond, each="who", priority=6, tail="n"),
    rule("tallies/bare-ahead-of", f"{BARE} {AHEAD_OF}", beyond, each="who", priority=6, tail="n"),
    rule("tallies/one-fewer", f"{COUNTED} {FEWER}", apart, priority=6, tail="who"),
    rule("tallies/bare-one-fewer", f"{BARE} {FEWER}", apart, priority=6, tail="who"),
    rule("tallies/as-many-as", f"{COUNTED} {AS_MANY}", as_many, priority=6, tail="how"),
    rule("tallies/bare-as-many", f"{BARE} {AS_MANY}", as_many, priority=6, tail="how"),
)
