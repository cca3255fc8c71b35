"""How long one prize came after another of the same person: "seven years apart", "48 years after her first".

Years are counted between the days on which the prizes were handed out. The trap: the two may be wins, nominations, or
prizes of one category, and each way to take them is a reading.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise, product

from palmares.claims import (
    Claim,
    Compare,
    Constraint,
    Exists,
    Film,
    Gap,
    OfAward,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Select,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.counting import elsewhere
from palmares.reading.items import Item
from palmares.reading.rules import rule


def honours(at: Frame, who: Item, what: Item | None, outcome: Outcome) -> tuple[Constraint, ...] | None:
    """What somebody won, or was up for, of a prize or of all."""
    category = in_category(at, what)
    if category is None or not isinstance(who.value, Person):
        return None
    won = (WithOutcome(outcome),) if outcome is not Outcome.NOMINATED else ()
    return (OfAward(at.award), OfPerson(who.value), *category, *won)


def outcomes(thing: Item | None) -> tuple[Outcome, ...]:
    """What a thing that is counted tells: only wins of a prize, wins or nominations where nothing is said."""
    if thing is None:
        return (Outcome.WON, Outcome.NOMINATED)
    return (Outcome.NOMINATED,) if thing.kind == "NOMINATION" else (Outcome.WON,)


def apart(
    at: Frame,
    who: Item,
    n: Item,
    *,
    what: Item | None = None,
    thing: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO's two THINGS came N years apart`, the later of them in the edition in view; in an aside, of any."""
    claims: list[Claim] = []
    if at.edition is None or not isinstance(n.value, int) or not is_of_now(at):
        return ()
    for outcome in outcomes(thing):
        where = honours(at, who, what, outcome)
        if where is None:
            return ()
        here = Select((*where, OfEditions(at.edition, at.edition)))
        claims.append(Compare(Gap(Select(where), Unit.YEAR, here), Operator.EQ, n.value))
    return tuple(claims) if not is_aside(at, n) else (*claims, *elsewhere(who))


def is_aside(at: Frame, n: Item) -> bool:
    """Whether a comma stands right before a number of years."""
    return at.place is not None and any(
        one.kind == "COMMA" and other is n for one, other in pairwise(at.place.sentence.items)
    )


NEWS = dt.timedelta(days=60)
"""How long after a night, or before it with nominations out, a story speaks of it as of the latest."""


def is_of_now(at: Frame) -> bool:
    """Whether somebody who is up for a prize in the edition in view is spoken of, while that is news."""
    is_seen = at.place is not None and at.place.is_of_view
    return is_seen and at.held is not None and abs(at.as_of - at.held) <= NEWS


def after_nth(
    at: Frame,
    who: Item,
    n: Item,
    nth: Item,
    *,
    what: Item | None = None,
    thing: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO's THING came N years after the NTH`: that one was of so many years before."""
    since = apart(at, who, n, what=what, thing=thing)
    if not since or at.season is None or not isinstance(n.value, int) or not isinstance(nth.value, int):
        return ()
    claims: list[Claim] = []
    for outcome, of in product(outcomes(thing), dict.fromkeys((what, None))):
        where = honours(at, who, of, outcome) or ()
        for season in seasons_before(at, n.value):
            then = Select((*where, OfSeasons(season, season)))
            claims.append(Compare(Ordinal(Select(where), Unit.NOMINATION, then), Operator.EQ, nth.value))
    return (*claims, *since)


UNEVEN = 7
"""The first editions were not a year apart, so that the years to one of them may be one more or less."""


def seasons_before(at: Frame, years: int) -> tuple[int, ...]:
    """The seasons whose night lies so many years before that of the edition in view."""
    if at.season is None or at.edition is None:
        return ()
    then = at.season - years
    return (then, then - 1, then + 1) if at.edition - years < UNEVEN else (then,)


def after_film(
    at: Frame,
    who: Item,
    n: Item,
    film: Item,
    *,
    what: Item | None = None,
    thing: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO has another THING N years after FILM`: up for that film so many years before."""
    since = apart(at, who, n, what=what, thing=thing)
    if not since or at.season is None or not isinstance(n.value, int) or not isinstance(film.value, Film):
        return ()
    where = honours(at, who, what, Outcome.NOMINATED) or ()
    then = (OfFilm(film.value), OfSeasons(at.season - n.value, at.season - n.value))
    return (Compare(Exists(Select((*where, *then))), Operator.EQ, True), *since)


THINGS = "OTHER? NUMBER? ORDINAL? OTHER? BODY? what:WHAT? thing:COUNTED?"
OWN = f"who:OWNER POSS? {THINGS}"
HAVING = f"who:SUBJECT .. TOOK HIS? {THINGS}"
LATER = "COMMA? ~ n:NUMBER YEARS"

RULES = (
    rule("tallies/own-years-apart", f"{OWN} .. {LATER} APART", apart, priority=6),
    rule("tallies/won-years-apart", f"{HAVING} .. {LATER} APART", apart, priority=6),
    rule("tallies/own-years-after", f"{OWN} .. n:NUMBER YEARS AFTER HIS OTHER? nth:ORDINAL", after_nth, priority=6),
    rule("tallies/won-years-after", f"{HAVING} {LATER} AFTER HIS OTHER? nth:ORDINAL", after_nth, priority=6),
    rule("tallies/years-after-film", f"{HAVING} {LATER} AFTER film:KNOWNFILM", after_film, priority=6, tail="n"),
    rule("tallies/own-after-film", f"{OWN} .. n:NUMBER YEARS AFTER film:KNOWNFILM", after_film, priority=6, tail="n"),
)
