"""How long somebody waited: "at the 21st attempt", "her first nomination in 29 years", "40 years after his first".

Tries are nominations, or nights with some. The trap: "the first in 29 years" is that of one person where the clause has
an owner, and of everybody where it has none, so only the first is read here.
"""

from __future__ import annotations

from palmares.claims import (
    Claim,
    Compare,
    Constraint,
    Count,
    Gap,
    OfAward,
    OfEditions,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Select,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.careers import first_since, in_view, is_any_prize, is_numbered, own, scoped, won_on_nth
from palmares.reading.items import Item
from palmares.reading.rules import rule

ACTED = "nominated"


def is_nomination(thing: Item | None) -> bool:
    """Whether the thing that is counted is a nomination."""
    return thing is not None and (thing.kind in ("NOMINATION", "NOMINEE", "NOMINATED") or thing.value == ACTED)


def first_in_years(
    at: Frame,
    who: Item,
    n: Item,
    years: Item,
    *,
    thing: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
    about: Item | None = None,
) -> tuple[Claim, ...]:
    """`her first nomination in (almost) N years`: the one before was so long ago."""
    if not isinstance(who.value, Person) or n.value != 1 or not isinstance(years.value, int) or not is_numbered(at):
        return ()
    nominated, won = Outcome.NOMINATED, Outcome.WON
    outcomes = (nominated, won) if thing is None else (nominated,) if is_nomination(thing) else (won,)
    award = next((item.award for item in (body, thing, what) if item is not None and item.award), at.award)
    where = in_view(at, award)
    if where is None:
        return ()
    scopes = [of for each in outcomes for of in scoped(at, who.value, award, outcome=each, what=what)]
    gaps = [Gap(of, Unit.YEAR, Select((*of.where, *where))) for of in scopes]
    lengths = (years.value,) if about is None else (years.value, years.value - 1, years.value - 2)
    return tuple(Compare(gap, Operator.EQ, length) for gap in gaps for length in lengths)


def got_as(at: Frame, who: Item, n: Item, *, body: Item, what: Item) -> tuple[Claim, ...]:
    """`WHO won a third Bafta as WHAT`."""
    return own(at, who, n, body, what=what, body=body)


def nth_time(
    at: Frame, who: Item, thing: Item, n: Item, *, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won WHAT for the second time`: so many wins, or nominations."""
    if what is None and body is None and thing.kind != "NOMINATED":
        return ()
    counted = thing.of_kind("NOMINATION") if thing.kind in ("NOMINATED",) else thing.plain("WIN")
    return own(at, who, n, counted, what=what, body=body)


def nth_defeat(at: Frame, who: Item, n: Item, *, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO lost for the eighth time`: so many defeats, of all or in a category, or nights with one."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    acting = (*scoped(at, who.value, at.award, outcome=Outcome.NOMINATED, what=what),)
    lost = [Select((*of.where, WithOutcome(Outcome.LOST))) for of in acting]
    counts = [Count(of, unit) for of in lost for unit in (Unit.NOMINATION, Unit.EDITION)]
    return tuple(Compare(count, Operator.EQ, n.value) for count in counts)


def first_since_film(
    at: Frame, who: Item, film: Item, *, thing: Item | None = None, n: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO is up for the first time since FILM`, `her first since FILM`: the one before was for that."""
    first = n if n is not None else Item("ORDINAL", 0, 0, 1)
    plain = Item("NOMINATION", 0, 0), Item("WIN", 0, 0)
    things = plain if thing is None else plain[:1] if thing.kind == "NOMINATED" else plain[1:]
    return tuple(claim for each in things for claim in first_since(at, who, first, each, film=film, body=body))


def years_after_only(at: Frame, who: Item, n: Item, thing: Item, *, body: Item | None = None) -> tuple[Claim, ...]:
    """`N years after her only previous nomination`: so many years lie between that and the one in view."""
    if not isinstance(who.value, Person) or not is_numbered(at) or not isinstance(n.value, int):
        return ()
    of = Select((OfAward(at.award), OfPerson(who.value)))
    of = of if is_nomination(thing) else Select((*of.where, WithOutcome(Outcome.WON)))
    here = Select((OfAward(at.award), OfPerson(who.value), OfEditions(at.edition, at.edition)))
    return (Compare(Gap(of, Unit.YEAR, here), Operator.EQ, n.value),)


def after_defeats(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`after N defeats WHO has won`: so many lost, of all or of those for acting, or in the category in view."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    scopes = scoped(at, who.value, at.award, outcome=Outcome.NOMINATED)
    lost = [Select((*of.where, WithOutcome(Outcome.LOST))) for of in scopes]
    nights = [Count(of, Unit.EDITION) for of in lost[:1]]
    return tuple(
        Compare(count, Operator.EQ, n.value) for count in (*(Count(of, Unit.NOMINATION) for of in lost), *nights)
    )


def years_after_first(
    at: Frame, who: Item, n: Item, thing: Item, *, nth: Item, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`her second nomination came N years after her first`: so many years lie between the two."""
    if not isinstance(who.value, Person) or not is_numbered(at) or nth.value != 2 or is_any_prize(thing, what, body):
        return ()
    where: tuple[Constraint, ...] = (OfAward(at.award), OfPerson(who.value))
    where += () if is_nomination(thing) else (WithOutcome(Outcome.WON),)
    here = Select((*where, OfEditions(at.edition, at.edition)))
    return (Compare(Gap(Select(where), Unit.YEAR, here), Operator.EQ, n.value),) if isinstance(n.value, int) else ()


GOT_NTH = "~ n:ORDINAL EVER? body:AWARD? what:WHAT? thing:THING ALTOGETHER?"
AFTER_FIRST = "n:NUMBER YEARS AFTER HIS? ORDINAL"

ITS_NTH = "IT WAS ~ n:ORDINAL EVER? body:AWARD? what:WHAT? thing:THING ALTOGETHER?"

RULES = (
    rule(
        "ordinals/after-defeats",
        "^ AFTER n:NUMBER FURTHER? DEFEAT COMMA who:SOMEBODY ~ =GAIN",
        after_defeats,
        priority=5,
    ),
    rule("ordinals/with-own", f"^ WITH HIS {GOT_NTH} COMMA? who:PERSON", own, priority=5),
    rule("ordinals/for-whom-it-was", f"FOR who:PERSONOF COMMA? {ITS_NTH} #", own, priority=6),
    rule("ordinals/for-whom-it-was-number", "FOR who:PERSONOF COMMA? IT WAS ~ thing:NTH n:NUMBER", own, priority=6),
    rule(
        "ordinals/up-nth-time",
        "who:SOMEBODY COMMA? ~ thing:NOMINATED FOR? ~ n:ORDINAL TIMES !SINCE !IN",
        nth_time,
        priority=6,
    ),
    rule(
        "ordinals/lost-nth-time", "who:SOMEBODY ~ LOST FOR? what:WHAT? FOR n:ORDINAL TIMES !IN", nth_defeat, priority=6
    ),
    rule("ordinals/nth-time-up", "^ thing:NOMINATED FOR? ~ n:ORDINAL TIMES COMMA who:SOMEBODY", nth_time, priority=6),
    rule("ordinals/own-first-since", "who:HIS n:ORDINAL SINCE film:ANYFILM", first_since_film, priority=5),
    rule(
        "ordinals/first-time-since",
        "who:SOMEBODY ~ thing:DID FOR? body:AWARD? FOR? FIRSTTIME SINCE film:ANYFILM",
        first_since_film,
        priority=7,
    ),
    rule(
        "ordinals/years-after-only",
        "n:NUMBER YEARS AFTER who:HIS ONLY OTHER? body:AWARD? thing:THING",
        years_after_only,
        priority=6,
    ),
    rule("ordinals/got-nth", f"who:SOMEBODY COMMA? ~ GAINED {GOT_NTH} #", own, priority=5),
    rule(
        "ordinals/won-nth-of-career",
        "who:SOMEBODY ~ WON .. WHAT COMMA n:ORDINAL body:AWARD? what:WHAT? thing:THING CAREER",
        own,
        priority=6,
        tail="n",
    ),
    rule("ordinals/got-nth-as", "who:SOMEBODY ~ GAINED ~ n:ORDINAL EVER? body:AWARD AS what:WHAT", got_as, priority=6),
    rule("ordinals/brought-nth", f"BROUGHT who:RECEIVER {GOT_NTH} #", own, priority=5),
    rule("ordinals/for-whom-nth", f"FOR who:PERSONOF COMMA .. ANYFILM OTHER? {GOT_NTH} #", own, priority=5),
    rule(
        "ordinals/nth-time",
        "who:SOMEBODY ~ thing:DID FOR? what:WHAT? body:AWARD? FOR n:ORDINAL TIMES !SINCE !IN",
        nth_time,
        priority=6,
    ),
    rule("ordinals/number-nth", "^ thing:NTH n:NUMBER COMMA ... who:PERSON", own, priority=4),
    rule("ordinals/for-whom-number", "FOR who:PERSONOF COMMA .. thing:NTH n:NUMBER", own, priority=5),
    rule(
        "ordinals/won-at-try",
        "who:SOMEBODY ... GAIN .. what:WHAT? ... ONAT HIS? n:ORDINAL thing:TRY",
        won_on_nth,
        priority=6,
    ),
    rule(
        "ordinals/at-try-won", "^ ONAT HIS? n:ORDINAL thing:TRY ... COMMA who:SOMEBODY ~ =GAIN", won_on_nth, priority=6
    ),
    rule(
        "ordinals/at-try-between",
        "who:SOMEBODY COMMA ONAT HIS? n:ORDINAL thing:TRY COMMA =DONE",
        won_on_nth,
        priority=6,
    ),
    rule(
        "ordinals/won-with-nth",
        "who:SOMEBODY ... GAIN .. what:WHAT? ... ONAT HIS? n:ORDINAL WHAT? NOMINATION !FOR",
        won_on_nth,
        priority=5,
    ),
    rule(
        "ordinals/own-first-in-years",
        "who:OWNER POSS? n:ORDINAL body:AWARD? what:WHAT? thing:THING? IN about:MODAL? years:NUMBER YEARS",
        first_in_years,
        priority=7,
    ),
    rule(
        "ordinals/and-first-in-years",
        "who:OWNER POSS? .. thing:THING ... n:ORDINAL IN about:MODAL? years:NUMBER YEARS",
        first_in_years,
        priority=6,
        tail="n",
    ),
    rule(
        "ordinals/got-nth-after-first",
        f"who:SOMEBODY ~ GAINED nth:ORDINAL body:AWARD? what:WHAT? thing:THING COMMA? {AFTER_FIRST}",
        years_after_first,
        priority=7,
    ),
    rule(
        "ordinals/brought-after-first",
        f"BROUGHT who:RECEIVER nth:ORDINAL body:AWARD? what:WHAT? thing:THING COMMA? {AFTER_FIRST}",
        years_after_first,
        priority=7,
    ),
    rule(
        "ordinals/nth-for-after-first",
        f"nth:ORDINAL body:AWARD? what:WHAT? thing:THING FOR who:PERSONOF !FILMNOUN !POSS .. {AFTER_FIRST}",
        years_after_first,
        priority=7,
    ),
    rule(
        "extremes/years-after-first",
        f"who:OWNER POSS? nth:ORDINAL body:AWARD? what:WHAT? thing:THING .. {AFTER_FIRST}",
        years_after_first,
        priority=7,
    ),
)
