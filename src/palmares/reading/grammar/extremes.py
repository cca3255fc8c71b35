"""Records: the most ever, the most of the night, the youngest winner.

A superlative has a scope, all of history or the night in view, and where it names none both are readings. The trap: a
record may be shared, so "a record 14 nominations" holds of each who shares it; only "broke the record" means alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from palmares.claims import (
    And,
    Claim,
    Compare,
    Constraint,
    Count,
    Extreme,
    Feat,
    Film,
    OfAward,
    OfCategory,
    OfEditions,
    OfFilm,
    OfPerson,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Select,
    Unit,
    Which,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar import leaders, streaks, superlatives, youngest
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.careers import is_numbered
from palmares.reading.grammar.kindred import Kin, kin, lists
from palmares.reading.grammar.superlatives import at_most, foreign
from palmares.reading.items import Item
from palmares.reading.rules import rule

Items = tuple[Item, ...]
ALL_TIME, IN_VIEW = "all-time", "in-view"


# --- the most ---------------------------------------------------------------------------------------------------------


def unit_of(who: Item) -> Unit | None:
    """Whether films or people are ranked."""
    return Unit.FILM if isinstance(who.value, Film) else Unit.PERSON if isinstance(who.value, Person) else None


def counted(
    at: Frame, thing: Item, what: Item | None, body: Item | None, *, traits: tuple[Constraint, ...] = ()
) -> tuple[Constraint, ...]:
    """What is counted: nominations or wins, of a category if one is said."""
    award = next((item.award for item in (body, thing) if item is not None and item.award), at.award)
    where: tuple[Constraint, ...] = (OfAward(award), *(in_category(at, what) or ()), *traits)
    return where if thing.kind == "NOMINATION" else (*where, WithOutcome(Outcome.WON))


def most(
    where: tuple[Constraint, ...], unit: Unit, who: Item, *, alone: bool = False, least: int | None = None
) -> Claim:
    """That nobody has more, or that nobody has as many; with `least`, that there are so many of them."""
    assert isinstance(who.value, (Film, Person))
    of = Select(where)
    count = Count(of, Unit.NOMINATION)
    reached = of if least is None else Feat(of, (unit,), Compare(count, Operator.GE, least))
    extreme = Extreme(reached, unit, Which.MOST, count)
    return Compare(extreme, Operator.EQ if alone else Operator.GE, who.value)


def most_of_its_night(where: tuple[Constraint, ...], who: Film, *, alone: bool = False) -> Claim:
    """That of the films in its editions none has more."""
    own = Select((*where, OfFilm(who)))
    of = And(Select(where), own, Unit.EDITION)
    extreme = Extreme(of, Unit.FILM, Which.MOST, Count(of, Unit.NOMINATION))
    return Compare(extreme, Operator.EQ if alone else Operator.GE, who)


def first_to_reach(
    where: tuple[Constraint, ...], unit: Unit, who: Item, n: Item | None, *, shared: bool
) -> tuple[Claim, ...]:
    """That it was a record when it was set: the first with so many, or one of the first few."""
    if n is None or not isinstance(n.value, int) or not isinstance(who.value, (Film, Person)):
        return ()
    of = Select(where)
    reached = Feat(of, (unit,), Compare(Count(of, Unit.NOMINATION), Operator.GE, n.value))
    return (Compare(Ordinal(reached, unit, who.value), Operator.LE, FEW if shared else 1),)


FEW = 4
"""So many have shared a record at most."""


def in_scopes(at: Frame, where: tuple[Constraint, ...], *scopes: str) -> Iterator[tuple[Constraint, ...]]:
    """What is counted, over all editions or in the one in view."""
    for scope in scopes:
        if scope == ALL_TIME:
            yield where
        elif is_numbered(at) and OfAward(at.award) in where:
            yield (*where, OfEditions(at.edition, at.edition))


def scoped(
    at: Frame, where: tuple[Constraint, ...], who: Item, scopes: tuple[str, ...], *, alone: bool = False
) -> tuple[Claim, ...]:
    """That it has the most, in each of these scopes; a film's own edition needs no frame."""
    claims: list[Claim] = []
    for scope in scopes:
        if scope == IN_VIEW and isinstance(who.value, Film):
            claims.append(most_of_its_night(where, who.value, alone=alone))
        else:
            unit = unit_of(who)
            claims += [most(each, unit, who, alone=alone) for each in in_scopes(at, where, scope) if unit is not None]
    return tuple(claims)


def record(
    at: Frame,
    who: Item,
    thing: Item,
    *,
    n: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
    how: Item | None = None,
    scope: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO got a record N nominations`, `WHO tied the record`: nobody has more; `broke`: nobody has as many.

    Of a person without a category it may be the record of actors, directors or composers, so it is left unread.
    """
    unit, what = unit_of(who), what or scope
    if unit is None or (unit is Unit.PERSON and what is None):
        return ()
    where = counted(at, thing, what, body)
    least = n.value if n is not None and isinstance(n.value, int) else None
    claim = most(where, unit, who, alone=how is not None and how.value == "alone", least=least)
    return (claim, *first_to_reach(where, unit, who, n, shared=how is not None and how.value == "shared"))


def extended(
    at: Frame, who: Item, n: Item, thing: Item, *, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO extended the record to N nominations`: so many of them, up to now."""
    if not isinstance(who.value, (Film, Person)) or not isinstance(n.value, int):
        return ()
    mine = OfFilm(who.value) if isinstance(who.value, Film) else OfPerson(who.value)
    of = Select((*counted(at, thing, what, body), mine))
    return (Compare(Count(of, Unit.NOMINATION), Operator.EQ, n.value),)


def most_of(
    at: Frame,
    who: Item,
    thing: Item,
    *,
    n: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
    lead: Item | None = None,
    scope: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO got N nominations, the most ever`: of all time, or where no such scope is said of the night too."""
    unit = unit_of(who)
    if unit is None:
        return ()
    scopes = (
        (ALL_TIME,)
        if scope is not None and scope.kind == "EVER"
        else (IN_VIEW,)
        if scope is not None
        else (IN_VIEW, ALL_TIME)
    )
    alone = lead is not None and lead.value == "alone"
    where = counted(at, thing, what, body)
    claims = scoped(at, where, who, scopes, alone=alone)
    return (*claims, *first_to_reach(where, unit, who, n, shared=False)) if ALL_TIME in scopes else claims


def leads(
    at: Frame,
    who: Item,
    thing: Item,
    *,
    lead: Item,
    n: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO leads the field with N nominations`: in the edition in view."""
    unit = unit_of(who)
    if unit is None or (lead.kind == "HAS" and lead.value != "most"):
        return ()
    return scoped(at, counted(at, thing, what, body), who, (IN_VIEW,))


def leads_bare(at: Frame, who: Item, lead: Item) -> tuple[Claim, ...]:
    """`WHO leads the field`: by nominations, or by wins once they are known."""
    things = lead.plain("NOMINATION"), lead.plain("WIN")
    return tuple(claim for thing in things for claim in leads(at, who, thing, lead=lead))


def more_than_any(
    at: Frame,
    who: Item,
    thing: Item,
    *,
    noun: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
    now: Item | None = None,
    ever: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO has more Oscars than any other woman`: over a career, a film perhaps in one night."""
    among = kin(who, noun)
    if among is None or (among.unit is Unit.PERSON and noun is None and what is None):
        return ()
    where = (*counted(at, thing, what, body, traits=among.traits), *of_trade(among, what))
    if among.is_foreign:
        assert isinstance(who.value, (Film, Person))
        return tuple(at_most(of, among.unit, who.value) for of in foreign(at, where))
    scopes = (IN_VIEW,) if now is not None else (ALL_TIME,) if ever is not None else (ALL_TIME, IN_VIEW)
    return scoped(at, where, who, scopes, alone=True)


def of_trade(among: Kin, what: Item | None) -> tuple[Constraint, ...]:
    """The prizes of a trade, where no prize is named: "than any other performer"."""
    return (OfCategory(among.calling),) if among.calling and what is None else ()


def none_more(
    at: Frame, verb: Item, thing: Item, who: Item, *, noun: Item | None = None, what: Item | None = None
) -> tuple[Claim, ...]:
    """`no NOUN has won more Oscars than WHO`."""
    among = kin(who, noun)
    if among is None or (among.unit is Unit.PERSON and what is None and not among.calling):
        return ()
    nominations = replace(thing, kind="NOMINATION") if verb.kind == "NOMINATED" else thing
    where = (*counted(at, nominations, what, None, traits=among.traits), *of_trade(among, what))
    if among.is_foreign and isinstance(who.value, Film):
        return tuple(at_most(of, among.unit, who.value) for of in foreign(at, where))
    return (most(where, among.unit, who),)


def most_bare(
    at: Frame, who: Item, verb: Item, *, now: Item | None = None, ever: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won seven, the most of the night`: of what the verb tells of."""
    unit = unit_of(who)
    thing = verb.plain("NOMINATION" if verb.kind == "NOMINATED" else "WIN")
    if unit is None or (unit is Unit.PERSON and now is None):
        return ()
    return scoped(at, counted(at, thing, None, None), who, (IN_VIEW,) if now is not None else (ALL_TIME,))


def shared_by(at: Frame, thing: Item, names: Items) -> tuple[Claim, ...]:
    """`a mark shared by NAMES`: they are those with the most, or among them."""
    unit = unit_of(names[0])
    if unit is not Unit.FILM:
        return ()
    of = Select(counted(at, thing, None, None))
    extreme = Extreme(of, unit, Which.MOST, Count(of, Unit.NOMINATION))
    operators = (Operator.EQ,) if len(names) > 1 else (Operator.GE,)
    return tuple(Compare(extreme, operator, way) for operator in operators for way in lists(names, unit))


def count_of(at: Frame, n: Item, names: Item) -> tuple[Claim, ...]:
    """`surpassing the N of NAMES`: each has so many nominations, or wins."""
    if not isinstance(names.value, Film):
        return ()
    nominated = Select((OfAward(at.award), OfFilm(names.value)))
    won = Select((*nominated.where, WithOutcome(Outcome.WON)))
    return tuple(
        Compare(Count(of, Unit.NOMINATION), Operator.EQ, n.value) for of in (nominated, won) if isinstance(n.value, int)
    )


COUNTED = "n:NUMBER LEAST? body:BODY? what:WHAT? thing:THING !WITHOUTANY"

RULES = (
    *streaks.RULES,
    *youngest.RULES,
    *superlatives.RULES,
    *leaders.RULES,
    rule("extremes/record", f"who:SUBJECT .. TOOK ~ RECORD {COUNTED}", record, priority=5),
    rule(
        "extremes/record-with",
        "who:SUBJECT .. HAS ~ scope:SCOPED? RECORD WITH n:NUMBER what:WHAT? thing:THING",
        record,
        priority=5,
    ),
    rule(
        "extremes/matched-record",
        "who:SUBJECT ~ how:MATCHED ~ RECORD ~ FOR? MOST? OF? n:NUMBER? what:WHAT? thing:RECORDED !WITHOUTANY",
        record,
        priority=6,
    ),
    rule("extremes/matched-of-thing", "who:SUBJECT ~ how:MATCHED ~ what:WHAT? thing:THING RECORD", record, priority=6),
    rule("extremes/extended-record", f"who:SUBJECT ~ MATCHED ~ RECORD TO {COUNTED}", extended, priority=6),
    rule(
        "extremes/record-for-most",
        "who:SUBJECT .. HAS ~ RECORD FOR ~ MOST what:WHAT? thing:RECORDED !WITHOUTANY",
        record,
        priority=6,
    ),
    rule(
        "extremes/tied-for-most",
        "who:SUBJECT ~ how:MATCHED KNOWN+ FOR ~ MOST what:WHAT? thing:RECORDED !WITHOUTANY",
        record,
        priority=6,
    ),
    rule(
        "extremes/and-matched-record",
        f"who:SUBJECT .. TOOK ~ {COUNTED} COMMA how:MATCHED ~ RECORD !FOR",
        record,
        priority=6,
        tail="how",
    ),
    rule(
        "extremes/own-record-of",
        "who:OWNER POSS? RECORD OF n:NUMBER what:WHAT? thing:THING !WITHOUTANY",
        record,
        priority=5,
    ),
    rule("extremes/leads-field", f"WITH {COUNTED} COMMA who:SUBJECT ~ lead:ATHEAD", leads, priority=6),
    rule("extremes/leads-the-field", "who:SUBJECT ~ lead:ATHEAD", leads_bare, priority=4),
    rule("extremes/own-record", "who:OWNER POSS? NUMBER what:WHAT? thing:THING WAS RECORD", record, priority=5),
    rule(
        "extremes/most-bare",
        "who:SUBJECT ~ verb:WON NUMBER COMMA ~ MOST ~ now:NIGHT",
        most_bare,
        priority=5,
    ),
    rule(
        "extremes/none-more",
        "NO noun:UNIT? FILMNOUN? EVER? NUMBER? HAS? EVER? verb:POSSESSED FOR? MORE what:WHAT? thing:THING"
        " THAN ( NUMBER FOR )? who:KNOWN ( POSS NUMBER )?",
        none_more,
        priority=6,
    ),
    rule(
        "extremes/mark-shared",
        "thing:RECORDED COMMA? NUMBER? OTHER? OF? ~ RECORD ~ SHAREDBY names:KNOWN+",
        shared_by,
        priority=5,
        tail="names",
    ),
    rule(
        "extremes/record-shared",
        "RECORD FOR thing:RECORDED WAS? NUMBER? COMMA? ~ SHAREDBY names:KNOWN+",
        shared_by,
        priority=6,
        tail="names",
    ),
    rule(
        "extremes/equalled-by",
        "n:NUMBER WHAT? THING COMMA? ~ TALLY? EQUALLEDBY names:KNOWN+",
        count_of,
        each="names",
        priority=5,
        tail="names",
    ),
    rule("extremes/past-count", "PAST n:NUMBER OF names:KNOWN+", count_of, each="names", priority=5),
    rule(
        "extremes/most",
        f"who:SUBJECT .. TOOK ~ {COUNTED} COMMA ~ lead:SUPERLATIVE THING? OF? OTHER? FILMNOUN? scope:SCOPE? $",
        most_of,
        priority=5,
        tail="lead",
    ),
    rule("extremes/leads", f"who:SUBJECT .. lead:HAS ~ {COUNTED}", leads, priority=6),
    rule("extremes/field-leading", f"who:SUBJECT ... lead:LEADING {COUNTED}", leads, priority=6),
    rule(
        "extremes/more-than-any",
        "who:SUBJECT .. TOOK MORE body:BODY? what:WHAT? thing:THING RIVALS noun:UNIT? now:NIGHT?"
        " ever:EVER? HAS? EVER? HAS? WON? =COMPARED",
        more_than_any,
        priority=6,
    ),
    rule(
        "extremes/has-most",
        "who:SUBJECT .. TOOK ~ lead:SUPERLATIVE body:BODY? what:WHAT? thing:THING scope:SCOPE? !OF !THAN =CLAUSEEND",
        most_of,
        priority=5,
    ),
)
