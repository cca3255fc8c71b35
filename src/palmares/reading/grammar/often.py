"""How many times somebody won, lost or was nominated: "has lost seven times", "twice a nominee", "once before".

The trap: a prize may be taken by a film or a country for somebody, who then has "won twice" with one statuette or none.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Exists,
    Feat,
    OfAward,
    OfCategory,
    OfEditions,
    OfPerson,
    OfSeasons,
    Operator,
    Outcome,
    Person,
    Select,
    Trait,
    Unit,
    WithOutcome,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import nominations
from palmares.reading.grammar.careers import scoped
from palmares.reading.grammar.counting import at_least, counted, narrowed, tally
from palmares.reading.grammar.tallies import nominated_times, won_times
from palmares.reading.items import Item
from palmares.reading.rules import rule


def lost_times(
    at: Frame, who: Item, n: Item, what: Item | None = None, *, nth: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO lost WHAT N times`, `WHO has lost N`: so many losses; of `the first N` at least so many."""
    number = times_of(n) if n.kind == "TIMES" else n.value
    if not isinstance(number, int):
        return ()
    if nth is not None:
        return at_least(
            nominations(replace(at, edition=None, season=None), who, what=what, outcome=Outcome.LOST), number
        )
    return tally(at, who, number, what=what, outcome=Outcome.LOST)


def times_of(n: Item) -> int | None:
    """The number of "twice" and "once"; None of a bare "times"."""
    return int(str(n.value)) if n.value is not None and str(n.value).isdigit() else None


def won_so_often(at: Frame, who: Item, n: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO has won twice`; a prize that a country or a film took may be counted along."""
    times = times_of(n)
    if times is None or not isinstance(who.value, Person):
        return ()
    otherwise = Select((OfPerson(who.value), WithTrait(Trait.UNRECORDED, Operator.EQ, "honoured through a film")))
    return (*tally(at, who, times, what=what, outcome=Outcome.WON), Compare(Exists(otherwise), Operator.EQ, True))


def nominated_so_often(at: Frame, who: Item, n: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO, twice a nominee`."""
    times = times_of(n)
    if times is None or not isinstance(who.value, Person):
        return ()
    return tally(at, who, times, what=what, outcome=Outcome.NOMINATED)


def before(at: Frame, who: Item, n: Item, *, verb: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO had been nominated once before`: before the edition in view; at all, where nothing of theirs is in view."""
    times = times_of(n)
    if times is None or not isinstance(who.value, Person):
        return ()
    outcomes = {"NOMINATED": Outcome.NOMINATED, "LOST": Outcome.LOST}
    outcome = outcomes.get(verb.kind, Outcome.WON)
    career = nominations(replace(at, edition=None, season=None), who, what=what, outcome=outcome)
    if at.edition is None or career is None:
        return ()
    here = Select((*career.where, OfEditions(at.edition, at.edition)))
    earlier = Select((*career.where, OfEditions(None, at.edition - 1)))
    ever = Feat(career, (Unit.PERSON,), Compare(Count(here, Unit.NOMINATION), Operator.EQ, 0))
    directing = counted(Select((*earlier.where, OfCategory(("director",)))), times) if what is None else ()
    return (*counted(earlier, times), Compare(Count(ever, Unit.NOMINATION), Operator.EQ, times), *directing)


def won_twice_for(at: Frame, who: Item, n: Item, area: tuple[Item, ...]) -> tuple[Claim, ...]:
    """`WHO has won twice for WHAT`."""
    times = times_of(n)
    if times is None:
        return ()
    here = [claim for what in narrowed(None, area) for claim in tally(at, who, times, what=what, outcome=Outcome.WON)]
    everywhere = [whatever_body(at, claim) for claim in here]
    return (*here, *(claim for claim in everywhere if claim is not None))


def whatever_body(at: Frame, claim: Claim) -> Claim | None:
    """A count of wins over all bodies in the edition's season: "won twice, in Los Angeles and New York"."""
    if at.season is None or not isinstance(claim.left, Count) or not isinstance(claim.left.of, Select):
        return None
    kept = tuple(part for part in claim.left.of.where if not isinstance(part, OfAward | OfEditions))
    return Compare(Count(Select((*kept, OfSeasons(at.season, at.season))), claim.left.unit), Operator.GE, claim.right)


def lost_nth(at: Frame, who: Item, n: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO lost for the N-th time`: so many losses so far, of all, of those for acting, or in the category."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    until = () if at.edition is None else (OfEditions(None, at.edition),)
    directing = Select((OfAward(at.award), OfPerson(who.value), OfCategory(("director",))))
    named = () if what is None else scoped(at, who.value, at.award, outcome=Outcome.NOMINATED, what=what)
    scopes = (*named, *scoped(at, who.value, at.award, outcome=Outcome.NOMINATED), directing)
    lost = [Select((*of.where, *until, WithOutcome(Outcome.LOST))) for of in scopes]
    return tuple(claim for of in lost for claim in counted(of, n.value))


def never_yet(at: Frame, who: Item) -> tuple[Claim, ...]:
    """`WHO has yet to win`: no wins so far."""
    return tally(at, who, 0, what=None, outcome=Outcome.WON)


OF_TRIES = "( OF POSSESSIVE NUMBER? OTHER? BODYISH? CHANCE )?"
"""Of what the number is, told after it: "lost all nine of its nominations"."""

RULES = (
    rule("tallies/won-twice-for", "who:SUBJECT ... WON ~ n:TIMES FOR area:WHAT+", won_twice_for, priority=6),
    rule(
        "tallies/won-many-times",
        "who:SUBJECT ... WON ~ what:WHAT? BODYISH? RECORD? ~ n:NUMBER TIMES =COUNTEND",
        won_times,
        priority=6,
    ),
    rule("tallies/won-so-often", "who:SUBJECT ... WON IT? ~ what:WHAT? n:TIMES =ENDING", won_so_often, priority=4),
    rule(
        "tallies/so-often-winner", "who:SUBJECT WAS? COMMA? n:TIMES what:WHAT? BODY? WINNER", won_so_often, priority=4
    ),
    rule(
        "tallies/so-often-nominee",
        "who:SUBJECT WAS? COMMA? NUMBER? n:TIMES what:WHAT? BODY? NOMINEE",
        nominated_so_often,
        priority=4,
    ),
    rule("tallies/lost-times", "who:SUBJECT ... LOST ~ what:WHAT? ~ n:NUMBER TIMES", lost_times, priority=6),
    rule("tallies/lost-so-often", "who:SUBJECT ... LOST ~ what:WHAT? ~ n:TIMES =ENDING", lost_times, priority=5),
    rule(
        "tallies/lost-number",
        f"who:SUBJECT ... LOST ~ nth:ORDINAL? ~ n:NUMBER {OF_TRIES} =COUNTEND",
        lost_times,
        priority=4,
    ),
    rule("tallies/lost-nth-time", "who:SOMEBODY ~ LOST ~ FOR? n:ORDINAL TIMES", lost_nth, priority=6),
    rule("tallies/nth-loss-for", "n:ORDINAL OTHER? BODY? what:WHAT? LOSS FOR who:PERSONOF", lost_nth, priority=5),
    rule("tallies/own-nth-loss", "who:OWNER POSS? n:ORDINAL OTHER? BODY? what:WHAT? LOSS", lost_nth, priority=5),
    rule("tallies/made-it-defeats", "who:SUBJECT MADE IT n:NUMBER DEFEAT", lost_times, priority=5),
    rule("tallies/yet-to-win", "who:SUBJECT ... YETTO =ENDING", never_yet, priority=4),
    rule("tallies/so-often-before", "who:SUBJECT ... verb:HADDONE n:TIMES BEFORE =ENDING", before, priority=6),
    rule("tallies/many-times-before", "who:SUBJECT ... verb:HADDONE n:NUMBER TIMES BEFORE =ENDING", before, priority=6),
    rule(
        "tallies/times-winner", "who:SUBJECT WAS n:NUMBER TIMES OTHER? what:WHAT? BODY? WINNER", won_times, priority=4
    ),
    rule("tallies/times-nominee", "who:SUBJECT WAS n:NUMBER TIMES .. NOMINEE", nominated_times, priority=4),
    rule("tallies/times-winner-named", "n:NUMBER TIMES what:WHAT? BODY? WINNER who:NOUN", won_times, priority=4),
    rule(
        "tallies/times-nominee-named", "n:NUMBER TIMES what:WHAT? BODY? NOMINEE who:NOUN", nominated_times, priority=4
    ),
)
