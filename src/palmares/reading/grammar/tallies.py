"""How many nominations or wins a film or person has.

A film's count is over all its nominations at one award; a person's is of the night in view or of a career, and both are
kept as readings. The trap: "won one Oscar" says nothing that "won an Oscar" does not, so it is counted like any other.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Exists,
    Feat,
    OfEditions,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Select,
    Trait,
    Unit,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import nominations
from palmares.reading.items import Item
from palmares.reading.rules import rule

MOST_IN_A_NIGHT = 16
"""No film or person has more of anything in one night; a larger number counts something else ("over 200 awards")."""


def counted(selection: Select | None, number: int) -> tuple[Claim, ...]:
    """That a selection holds so many nominations."""
    if selection is None:
        return ()
    return (Compare(Count(selection, Unit.NOMINATION), Operator.EQ, number),)


def at_least(selection: Select | None, number: int) -> tuple[Claim, ...]:
    """That a selection holds at least so many, which was once all there were."""
    return () if selection is None else (Compare(Count(selection, Unit.NOMINATION), Operator.GE, number),)


def tally(at: Frame, who: Item, number: int, *, what: Item | None, outcome: Outcome) -> tuple[Claim, ...]:
    """So many nominations with this outcome.

    A film's also in the edition in view alone, since some were up in two; a person's also over the career up to that
    edition, or before it, or at some time that the sentence speaks of.
    """
    if number > MOST_IN_A_NIGHT and not isinstance(who.value, Person):
        return ()
    claims = counted(nominations(at, who, what=what, outcome=outcome), number)
    if at.edition is None or at.is_explicit:
        return claims
    if not isinstance(who.value, Person):
        return claims + counted(nominations(replace(at, is_explicit=True), who, what=what, outcome=outcome), number)
    career = replace(at, edition=None, season=None)
    claims += counted(nominations(career, who, what=what, outcome=outcome), number)
    claims += counted(nominations(career, who, what=what, outcome=outcome, before=at.edition), number)
    return claims + (at_least(nominations(career, who, what=what, outcome=outcome), number) if at.is_of_past else ())


def nominated_times(
    at: Frame, who: Item, n: Item, what: Item | None = None, *, body: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO has N nominations`."""
    assert isinstance(n.value, int)
    return tally(at, who, n.value, what=what, outcome=Outcome.NOMINATED)


def won_times(
    at: Frame, who: Item, n: Item, what: Item | None = None, *, body: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won N awards`; a singular after a larger number ("ten Oscar and seven Bafta nominations") counts no wins."""
    assert isinstance(n.value, int)
    if body is not None and body.kind == "AWARD" and body.value == "prize" and n.value != 1:
        return ()
    return tally(at, who, n.value, what=what, outcome=Outcome.WON)


def nothing(at: Frame, who: Item, n: Item | None = None) -> tuple[Claim, ...]:
    """`WHO went home empty-handed`, `WHO was shut out`, `WHO was 0 for 11`: it won nothing, or was up for nothing."""
    if n is not None and n.value != 0:
        return ()
    won = tally(at, who, 0, what=None, outcome=Outcome.WON)
    return won if n is not None else (*won, *tally(at, who, 0, what=None, outcome=Outcome.NOMINATED))


def nothing_for(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO left with nothing for FILM`."""
    return counted(nominations(at, who, film, outcome=Outcome.WON), 0)


def either(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO came second with N`: so many nominations, or so many wins; before the night only the former."""
    if (at.held is not None and at.as_of < at.held) or (at.edition is None and not isinstance(who.value, Person)):
        return nominated_times(at, who, n)
    return (*nominated_times(at, who, n), *won_times(at, who, n))


def from_tries(at: Frame, who: Item, n: Item, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`WHO won two out of N`: of so many nominations, where a film is spoken of or the noun says so."""
    if thing is None and isinstance(who.value, Person):
        return ()
    return nominated_times(at, who, n)


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
    return (*counted(earlier, times), Compare(Count(ever, Unit.NOMINATION), Operator.EQ, times))


def apposed_count(at: Frame, who: Item, n: Item, *, thing: Item, body: Item | None = None) -> tuple[Claim, ...]:
    """`WHO, five Oscars`, `WHO: ten nominations`."""
    return nominated_times(at, who, n) if thing.kind == "NOMINATION" else won_times(at, who, n, body=thing)


def nominated_times_in(at: Frame, who: Item, n: Item, *, thing: Item) -> tuple[Claim, ...]:
    """`WHO, winless in six nominations`."""
    return nominated_times(at, who, n)


RULES = (
    rule(
        "tallies/nominations",
        "who:SUBJECT ... TOOK ~ n:NUMBER OTHER? BODY? OTHER? what:WHAT? NOMINATION",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/all-nominations",
        "who:SUBJECT+ ... TOOK ~ n:NUMBER BODY? NOMINATION",
        nominated_times,
        each="who",
        priority=4,
    ),
    rule(
        "tallies/nominated-for",
        "who:SUBJECT ... NOMINATED .. n:NUMBER OTHER? body:AWARDED",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/nominated-times",
        "who:SUBJECT ... NOMINATED .. n:NUMBER TIMES FOR? what:WHAT?",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/own-nominations",
        "who:OWNER POSS? n:NUMBER OTHER? BODY? OTHER? what:WHAT? NOMINATION",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/from-nominations",
        "who:SUBJECT ... TOOK .. NUMBER .. FROM ITS? n:NUMBER NOMINATION",
        nominated_times,
        priority=6,
        tail="n",
    ),
    rule(
        "tallies/from-tries",
        "who:SUBJECT ... TALLIED NUMBER? .. FROM ITS? n:NUMBER thing:TRIED",
        from_tries,
        priority=6,
        tail="n",
    ),
    rule(
        "tallies/from-bare",
        "who:SUBJECT ... TALLIED NUMBER? .. FROM n:NUMBER =ENDING",
        from_tries,
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/opening-nominations",
        "^ WITH OTHER? n:NUMBER OTHER? BODY? NOMINATION COMMA who:SUBJECT",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/despite-nominations",
        "who:SUBJECT ... WAS? ~ EMPTY .. DESPITE ITS? n:NUMBER NOMINATION",
        nominated_times,
        priority=6,
        tail="n",
    ),
    rule("tallies/nominations-for", "n:NUMBER BODY? NOMINATION FOR who:NOUN", nominated_times, priority=4),
    rule(
        "tallies/wins",
        "who:SUBJECT ... TOOK ~ n:NUMBER OTHER? what:WHAT? body:AWARDED !NOMINATION",
        won_times,
        priority=4,
    ),
    rule("tallies/prizes", "who:SUBJECT ... TOOK ~ n:NUMBER what:PRIZE !NOMINATION !WIN", won_times, priority=4),
    rule(
        "tallies/wins-beside",
        "who:SUBJECT ... WON .. WHAT AND ~ n:NUMBER body:AWARDED !NOMINATION",
        won_times,
        priority=5,
        tail="n",
    ),
    rule("tallies/win-count", "who:SUBJECT ... TOOK ~ n:NUMBER BODY? what:WHAT? WIN", won_times, priority=5),
    rule("tallies/win-count-at", "who:SUBJECT ... GOT .. n:NUMBER WIN", won_times, priority=4),
    rule("tallies/all-wins", "who:SUBJECT+ ... WON ~ n:NUMBER EACH", won_times, each="who", priority=4),
    rule(
        "tallies/bare-wins",
        "who:SUBJECT ... WON n:NUMBER !OTHER !FURTHER !MORE !NOMINATION !BODY !TIMES !WHAT !TROPHY",
        won_times,
        priority=3,
    ),
    rule(
        "tallies/with-number",
        "who:SUBJECT ... WITH n:NUMBER !YEARS !OTHER !FURTHER !MORE !NOMINATION !BODY !TIMES !WHAT !TROPHY !YEAROLD",
        either,
        priority=2,
    ),
    rule("tallies/went-to", "n:NUMBER body:AWARDED WENT who:NOUN", won_times, priority=5),
    rule("tallies/nominated-in", "who:SUBJECT WAS? NOMINATED IN? n:NUMBER RACE", nominated_times, priority=5),
    rule("tallies/bare-has", "who:SUBJECT ... HAS n:NUMBER =COUNTEND", either, priority=2),
    rule("tallies/bare-got", "who:SUBJECT ... GOT n:NUMBER =COUNTEND", either, priority=3),
    rule("tallies/wins-for", "n:NUMBER body:AWARDED FOR 's who:NOUN", won_times, priority=3),
    rule("tallies/own-wins", "who:OWNER POSS? n:NUMBER OTHER? body:AWARDED !NOMINATION", won_times, priority=4),
    rule("tallies/was-with-wins", "who:SUBJECT WAS .. WITH ~ n:NUMBER body:AWARDED !NOMINATION", won_times, priority=4),
    rule(
        "tallies/was-with-nominations",
        "who:SUBJECT WAS .. WITH ~ n:NUMBER BODY? NOMINATION",
        nominated_times,
        priority=5,
    ),
    rule("tallies/was-with", "who:SUBJECT WAS .. WITH n:NUMBER =CLAUSEEND", either, priority=3),
    rule(
        "tallies/winless-in",
        "who:SUBJECT ... EMPTY IN ITS? HIS? n:NUMBER OTHER? thing:TRIED",
        nominated_times_in,
        priority=5,
        tail="n",
    ),
    rule("tallies/won-so-often", "who:SUBJECT ... WON ~ what:WHAT? n:TIMES =ENDING", won_so_often, priority=4),
    rule(
        "tallies/so-often-winner", "who:SUBJECT WAS? COMMA? n:TIMES what:WHAT? BODY? WINNER", won_so_often, priority=4
    ),
    rule(
        "tallies/so-often-nominee",
        "who:SUBJECT WAS? COMMA? NUMBER? n:TIMES what:WHAT? BODY? NOMINEE",
        nominated_so_often,
        priority=4,
    ),
    rule("tallies/so-often-before", "who:SUBJECT ... verb:HADDONE n:TIMES BEFORE =ENDING", before, priority=6),
    rule("tallies/many-times-before", "who:SUBJECT ... verb:HADDONE n:NUMBER TIMES BEFORE =ENDING", before, priority=6),
    rule("tallies/apposed", "who:NAME CLAUSEMARK n:NUMBER BODY? thing:THING =ENDING", apposed_count, priority=3),
    rule(
        "tallies/most-of-all",
        "who:SUBJECT .. TOOK ~ MOST thing:THING COMMA n:NUMBER =ENDING",
        apposed_count,
        priority=5,
        tail="n",
    ),
    rule("tallies/all-have", "who:SUBJECT+ TOOK ~ n:NUMBER EACH", either, each="who", priority=5),
    rule("tallies/empty-handed-for", "who:SUBJECT ... WAS? ~ EMPTY FOR film:ANYFILM", nothing_for, priority=4),
    rule("tallies/empty-handed", "who:SUBJECT ... WAS? ~ EMPTY", nothing, priority=3),
    rule("tallies/zero-for", "who:SUBJECT+ WAS? .. n:NUMBER FOR =NUMBER", nothing, each="who", priority=4),
    rule(
        "tallies/for-nominations",
        "who:SUBJECT+ WAS? .. NUMBER FOR n:NUMBER",
        nominated_times,
        each="who",
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/times-winner", "who:SUBJECT WAS n:NUMBER TIMES OTHER? what:WHAT? BODY? WINNER", won_times, priority=4
    ),
    rule("tallies/times-nominee", "who:SUBJECT WAS n:NUMBER TIMES .. NOMINEE", nominated_times, priority=4),
    rule("tallies/times-winner-named", "n:NUMBER TIMES what:WHAT? BODY? WINNER who:NOUN", won_times, priority=4),
    rule(
        "tallies/times-nominee-named", "n:NUMBER TIMES what:WHAT? BODY? NOMINEE who:NOUN", nominated_times, priority=4
    ),
)
