"""What somebody's count stands at: "her tally of nominations stands at 21", "which takes his Oscars to three".

It is always of a career so far. The trap: the night that a story tells of is part of it, and a story written before
that night may count it along or not, so both are readings.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import Claim, Outcome, Person
from palmares.reading.context import Frame
from palmares.reading.grammar.building import nominations
from palmares.reading.grammar.counting import counted, tally
from palmares.reading.items import Item
from palmares.reading.rules import rule

OUTCOMES = {"NOMINATION": Outcome.NOMINATED, "TRY": Outcome.NOMINATED, "LOSS": Outcome.LOST}


def career(at: Frame, who: Item, number: int, *, what: Item | None, outcome: Outcome) -> tuple[Claim, ...]:
    """So many up to now, or up to the edition in view; of a film all that it has."""
    if not isinstance(who.value, Person):
        return tally(at, who, number, what=what, outcome=outcome)
    ever = replace(at, edition=None, season=None)
    claims = counted(nominations(ever, who, what=what, outcome=outcome), number)
    if at.edition is not None:
        claims += counted(nominations(ever, who, what=what, outcome=outcome, before=at.edition + 1), number)
    return claims


def total(
    at: Frame,
    who: Item,
    n: Item,
    what: Item | None = None,
    *,
    thing: Item | None = None,
    body: Item | None = None,
    kind: Item | None = None,
    named: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO's THING count stands at N`, `WHO's tally of KIND THINGS reached N`."""
    assert isinstance(n.value, int)
    counted = named or thing or body
    if counted is None:
        return ()
    outcome = OUTCOMES.get(counted.kind, Outcome.WON)
    return career(at, who, n.value, what=kind or what, outcome=outcome)


def losing_run(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO's losing streak runs to N`: so many losses, and no win among them."""
    assert isinstance(n.value, int)
    if not isinstance(who.value, Person):
        return ()
    return career(at, who, n.value, what=None, outcome=Outcome.LOST)


THINGS = "OTHER? OTHER? body:BODY? what:WHAT? thing:COUNTED?"


def reached(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`… take her to N`: so many nominations or wins, whichever the sentence speaks of."""
    assert isinstance(n.value, int)
    if at.place is None or not isinstance(who.value, Person):
        return ()
    kinds = {item.kind for item in at.place.sentence.items}
    outcomes = [Outcome.NOMINATED] * (not NOMINATING.isdisjoint(kinds)) + [Outcome.WON] * (
        not WINNING.isdisjoint(kinds)
    )
    return tuple(claim for outcome in outcomes for claim in career(at, who, n.value, what=None, outcome=outcome))


NOMINATING = frozenset(("NOMINATION", "NOMINEE", "NOMINATED"))
WINNING = frozenset(("WON", "WIN", "WINNER", "TROPHY", "AWARD", "ORDINAL"))
RULES = (
    rule("tallies/taken-to", "who:TAKENTO TO n:NUMBER =COUNTEND", reached, priority=4),
    rule(
        "tallies/total",
        f"who:OWNER POSS? {THINGS} TALLY ( OF OTHER? BODY? kind:WHAT? named:COUNTED )? ~ GROWN ~ n:NUMBER",
        total,
        priority=6,
    ),
    rule(
        "tallies/things-number",
        "who:OWNER POSS? OTHER? body:BODY? what:WHAT? thing:COUNTED ~ GROWN ~ n:NUMBER",
        total,
        priority=5,
    ),
    rule(
        "tallies/total-of",
        "TALLY OF who:OWNER POSS? OTHER? body:BODY? what:WHAT? thing:COUNTED ~ GROWN ~ n:NUMBER",
        total,
        priority=6,
    ),
    rule("tallies/losing-run", "who:OWNER POSS? LOSS .. TALLY ~ GROWN ~ n:NUMBER", losing_run, priority=7),
)
