"""Nominations that came to nothing: "shut out on eleven", "0 for 11", "no wins", "turned ten into none".

The trap: "was shut out" may be of the nominations too, so both that it won nothing and that it was up for nothing are
readings, as long as no number says how many there were.
"""

from __future__ import annotations

from palmares.claims import Claim, Outcome
from palmares.reading.context import Frame
from palmares.reading.grammar.building import nominations
from palmares.reading.grammar.counting import counted, tally
from palmares.reading.grammar.tallies import nominated_times, won_times
from palmares.reading.items import Item
from palmares.reading.rules import rule


def nothing(at: Frame, who: Item, n: Item | None = None) -> tuple[Claim, ...]:
    """`WHO went home empty-handed`, `WHO was shut out`, `WHO was 0 for 11`: it won nothing, or was up for nothing."""
    if n is not None and n.kind == "NUMBER" and n.value != 0:
        return won_times(at, who, n)
    won = tally(at, who, 0, what=None, outcome=Outcome.WON)
    return won if n is not None else (*won, *tally(at, who, 0, what=None, outcome=Outcome.NOMINATED))


def no_things(at: Frame, who: Item, thing: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO got no nominations`, `WHO has no Oscar`."""
    outcome = Outcome.NOMINATED if thing.kind in ("NOMINATION", "TRY") else Outcome.WON
    return tally(at, who, 0, what=what, outcome=outcome)


def nothing_for(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO left with nothing for FILM`."""
    return counted(nominations(at, who, film, outcome=Outcome.WON), 0)


def nominated_times_in(
    at: Frame, who: Item, n: Item, what: Item | None = None, *, thing: Item | None = None, won: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO, winless in six nominations`, `WHO never won from six`; `won for WHAT`, six for it or in all."""
    claims = nominated_times(at, who, n, what)
    return claims if won is None else (*nominated_times(at, who, n, won), *claims)


RULES = (
    rule(
        "tallies/despite-nominations",
        "who:SUBJECT ... WAS? ~ EMPTY .. DESPITE ITS? n:NUMBER NOMINATION",
        nominated_times,
        priority=6,
        tail="n",
    ),
    rule("tallies/no-things", "who:SUBJECT ... TOOK ~ NO OTHER? BODY? what:WHAT? thing:COUNTED", no_things, priority=4),
    rule(
        "tallies/and-no-things",
        "who:SUBJECT ... TOOK ~ NUMBER ... AND NO OTHER? BODY? what:WHAT? thing:COUNTED",
        no_things,
        priority=5,
        tail="thing",
    ),
    rule(
        "tallies/nominations-and-none-for",
        "n:NUMBER BODYISH? NOMINATION COMMA? AND? NO COUNTABLE FOR who:NOUN",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/never-won-from",
        "who:SUBJECT OTHER? NEVER ~ WON ( FOR? won:WHAT )? .. TRIALS ITS? HIS? n:NUMBER OTHER? BODYISH? what:WHAT?"
        " thing:TRIED",
        nominated_times_in,
        priority=5,
    ),
    rule(
        "tallies/winless-in",
        "who:SUBJECT ... EMPTY IN ITS? HIS? n:NUMBER OTHER? thing:TRIED",
        nominated_times_in,
        priority=5,
        tail="n",
    ),
    rule("tallies/colon-nothing", "who:NAME COLON NO =CLAUSEEND", nothing, priority=4),
    rule("tallies/empty-handed-for", "who:SUBJECT ... WAS? ~ EMPTY FOR film:ANYFILM", nothing_for, priority=4),
    rule("tallies/empty-handed", "who:SUBJECT ... WAS? ~ EMPTY", nothing, priority=3),
    rule("tallies/zero-for", "who:SUBJECT+ WAS? .. n:NOUGHT FOR =NUMBER", nothing, each="who", priority=4),
    rule(
        "tallies/empty-on",
        "who:SUBJECT ... EMPTY COMMA? ONFROM ITS? HIS? n:NUMBER =COUNTEND",
        nominated_times_in,
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/empty-of",
        "who:SUBJECT ... EMPTY IN? ALSO? OTHER? n:NUMBER ( OF ITS? HIS? )? CHANCE",
        nominated_times_in,
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/turned-from",
        "who:SUBJECT TURNED ITS? HIS? n:NUMBER NOMINATION? OTHER =NOUGHT",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/turned-into",
        "who:SUBJECT TURNED ITS? HIS? NUMBER NOMINATION? OTHER n:NUMBER =COUNTEND",
        won_times,
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/for-nominations",
        "who:SUBJECT+ WAS? .. NOUGHT FOR n:NUMBER",
        nominated_times,
        each="who",
        priority=5,
        tail="n",
    ),
)
