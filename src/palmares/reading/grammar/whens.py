"""In which year a film or person won or was nominated: "Duvall won in 1984", "the last was 'Marty', in 1956".

The trap: writers give the year of the film, of the ceremony or of another body's prize, so a year is wrong only where
nothing of that film or person belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Exists,
    Film,
    OfAward,
    OfEditions,
    OfSeasons,
    Operator,
    Outcome,
    Person,
    Property,
    Select,
    WithOutcome,
)
from palmares.reading.context import MAIN_AWARD, Frame
from palmares.reading.grammar.building import about, exists, nominations
from palmares.reading.items import Item
from palmares.reading.rules import rule

OF_THEIR_YEAR = 6
"""Editions of the Academy Awards that may honour films of the year they were held in."""
BACK = 2
"""Sentences back in which "that" finds what it stands for."""


def did_in(at: Frame, who: Item, thing: Item, *, year: Item, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHO won in YEAR (for FILM)`: at the ceremony of that year, or without a film from any body."""
    if not at.is_explicit or thing.kind not in OUTCOMES:
        return ()
    outcome = OUTCOMES[thing.kind]
    there = exists(nominations(at, who, film, outcome=outcome))
    if there is None:
        return ()
    is_bare_win = film is None and outcome is Outcome.WON
    return (there, *elsewhere(who, year)) if is_bare_win else (there,)


OUTCOMES = {"WON": Outcome.WON, "NOMINATED": Outcome.NOMINATED, "LOST": Outcome.LOST, "TRIUMPHED": Outcome.WON}


def elsewhere(who: Item, year: Item) -> Iterator[Claim]:
    """In that year at a festival, which a bare "won" may mean too."""
    if not isinstance(year.value, int) or not (whose := about(who)):
        return
    for award, back in OTHER_BODIES:
        season = OfSeasons(year.value - back, year.value - back)
        where = (OfAward(award), *whose, season, WithOutcome(Outcome.WON))
        yield Compare(Exists(Select(where)), Operator.EQ, True)


OTHER_BODIES = (("cannes", 0),)
"""Bodies with complete winners that a bare "won in 1984" may mean as well, with how many years they look back."""


def did_for_in(at: Frame, who: Item, thing: Item, *, year: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO was (first) nominated in YEAR, for FILM`: at that year's ceremony."""
    if thing.kind not in OUTCOMES or not isinstance(year.value, int) or not about(who) or not about(film):
        return ()
    outcome = OUTCOMES[thing.kind]
    ended = () if outcome is Outcome.NOMINATED else (WithOutcome(outcome),)
    if at.is_explicit:
        there = exists(nominations(at, who, film, outcome=outcome))
        return (there,) if there is not None else ()
    whose = (*(about(who) or ()), *(about(film) or ()), *ended)
    past = (OfSeasons(year.value - 1, year.value - 1),)
    early = (OfAward(MAIN_AWARD), OfEditions(None, OF_THEIR_YEAR), OfSeasons(year.value, year.value))
    scopes = [*((OfAward(award), *past) for award in dict.fromkeys((at.award, MAIN_AWARD))), early]
    return tuple(Compare(Exists(Select((*scope, *whose))), Operator.EQ, True) for scope in scopes)


def best_of(at: Frame, film: Item, what: Item, *, year: Item) -> Claim | None:
    """`FILM, the best picture of YEAR,`."""
    selection = nominations(Frame(at.award, None, None, at.as_of), film, what=what, outcome=Outcome.WON)
    if selection is None or not isinstance(year.value, int):
        return None
    return exists(Select((*selection.where, OfSeasons(year.value, year.value))))


def anywhere(
    at: Frame, who: Item, year: Item, outcome: Outcome = Outcome.NOMINATED, *, first: int = 1, last: int = 0
) -> Iterator[Claim]:
    """Of that film year or the one before, from the body in view or the Academy: so many years back."""
    if not isinstance(year.value, int) or not (whose := about(who)):
        return
    ended = () if outcome is Outcome.NOMINATED else (WithOutcome(outcome),)
    for award in dict.fromkeys((at.award, MAIN_AWARD)):
        where = (OfAward(award), *whose, OfSeasons(year.value - first, year.value - last), *ended)
        yield Compare(Exists(Select(where)), Operator.EQ, True)


def that_was(at: Frame, year: Item) -> tuple[Claim, ...]:
    """`that was in YEAR`: of the film, else the person, named last before it."""
    told = [*at.place.earlier[-BACK:], at.place.sentence] if at.place is not None else []
    items = [item for sentence in told for item in sentence.items]
    before = [item for item in items if item.start < year.start and isinstance(item.value, Film | Person)]
    films = [item for item in before if isinstance(item.value, Film)]
    if not before or not at.is_explicit:
        return ()
    last = (films or before)[-1]
    means = [last, *(last.meaning(other) for other in last.others if isinstance(other, Film | Person))]
    return tuple(claim for one in means if (claim := exists(nominations(at, one))) is not None)


def told_in(at: Frame, who: Item, year: Item, month: Item | None = None) -> tuple[Claim, ...]:
    """`the last was FILM, in YEAR`: nominated for something of that year; with a month, at a ceremony then."""
    return tuple(anywhere(at, who, year, last=0 if month is None else 1))


def of_year(at: Frame, who: Item, year: Item, month: Item | None = None) -> tuple[Claim, ...]:
    """`since FILM, in YEAR`: of that year, or nominated for something then; with a month, at a ceremony."""
    if not isinstance(year.value, int) or month is not None:
        return told_in(at, who, year, month)
    made: list[Claim] = []
    if isinstance(who.value, Film):
        season = Attribute(who.value, Property.SEASON)
        made = [Compare(season, Operator.EQ, year.value + later) for later in (0, 1)]
    return (*anywhere(at, who, year), *made)


def winner_of(at: Frame, who: Item, year: Item) -> tuple[Claim, ...]:
    """`FILM, the YEAR winner`."""
    return tuple(anywhere(at, who, year, Outcome.WON))


RULES = (
    rule("whens/winner-of", "who:KNOWN COMMA year:YEAR OTHER? WINNER =COUNTRYDONE", winner_of, priority=4),
    rule(
        "whens/did-in",
        "who:SUBJECT ( WAS ~ )? HAS? ~ ORDINAL? ~ thing:DIDTHEN OTHER? IN year:YEAR =ENDING",
        did_in,
        priority=3,
    ),
    rule(
        "whens/did-in-for",
        "who:SUBJECT ( WAS ~ ORDINAL )? ~ thing:DIDTHEN IN? year:YEAR COMMA? LINKED film:ANYFILM",
        did_for_in,
        priority=4,
    ),
    rule("whens/best-of", "film:KNOWNFILM COMMA what:PRIZE OF year:YEAR =CLOSING", best_of, priority=5),
    rule("whens/that-was-in", "THAT WAS ~ IN year:YEAR", that_was, priority=4),
    rule("whens/since", "SINCE who:KNOWN COMMA? IN month:OTHER? year:YEAR", of_year, priority=4, tail="year"),
    rule(
        "whens/last-was", "LASTING ... WAS who:KNOWN COMMA IN month:OTHER? year:YEAR", told_in, priority=4, tail="year"
    ),
    rule("whens/was-first", "who:KNOWN WAS ~ NTHONE COMMA IN month:OTHER? year:YEAR", told_in, priority=4, tail="year"),
    rule(
        "whens/was-first-for",
        "WAS ~ NTHONE COMMA? FOR who:ANYFILM COMMA IN month:OTHER? year:YEAR",
        told_in,
        priority=5,
        tail="year",
    ),
)
