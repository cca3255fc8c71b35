"""Superlatives in one word: "the most nominated director in history", "nobody has been nominated as often".

A superlative is among those that its noun names. The trap: of a person, "most nominated" without a trade may be meant
within one, so it is read only for a noun that says among whom.
"""

from __future__ import annotations

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
    Selection,
    Unit,
    Which,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.careers import is_numbered
from palmares.reading.grammar.kindred import FOREIGN_LANGUAGE, Items, Kin, grouped, kin_of_group
from palmares.reading.grammar.moments import in_edition, of_body
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule


def most_done(
    at: Frame,
    who: Item,
    which: Item,
    *,
    group: Items | None = None,
    ever: Item | None = None,
    now: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO is the most nominated NOUN (in history)`: nobody among them has more; a film perhaps of its night."""
    words, at = grouped(group or ()), of_body(at, ever)
    among = kin_of_group(who, words) if words is not None and words.is_named and words.since is None else None
    if among is None or among.has or not isinstance(who.value, (Film, Person)):
        return ()
    outcome = () if which.value == "nominated" else (WithOutcome(Outcome.WON),)
    claims = []
    if now is None:
        claims += [at_most(of, among.unit, who.value) for of in selected(at, among, outcome)]
    if ever is None:
        claims += [at_most(of, among.unit, who.value) for of in of_night(at, among, outcome, who.value)]
    return tuple(claims)


def selected(at: Frame, among: Kin, outcome: tuple[Constraint, ...]) -> list[Selection]:
    """What is ranked: all nominations or wins of those among whom it is; foreign films may be partly in English."""
    calling = (OfCategory(among.calling),) if among.calling else ()
    where = (OfAward(at.award), *outcome)
    if among.is_foreign:
        return foreign(at, where)
    return [Select((*where, *calling, *among.traits))]


def foreign(at: Frame, where: tuple[Constraint, ...]) -> list[Selection]:
    """What is said of films that are not in English: by their languages, or by being put forward as such."""
    put_forward = Select((OfAward(at.award), OfCategory(("international-feature",))))
    return [Select((*where, FOREIGN_LANGUAGE)), And(Select(where), put_forward, Unit.FILM)]


def of_night(at: Frame, among: Kin, outcome: tuple[Constraint, ...], who: Film | Person) -> list[Selection]:
    """The same of one night alone: that of the film, or that in view."""
    if isinstance(who, Film):
        where = (OfAward(at.award), *outcome)
        return [And(Select(where), Select((*where, OfFilm(who))), Unit.EDITION)]
    if not is_numbered(at):
        return []
    return [
        Select((*of.where, OfEditions(at.edition, at.edition)))
        for of in selected(at, among, outcome)
        if isinstance(of, Select)
    ]


def at_most(of: Selection, unit: Unit, who: Film | Person, *, alone: bool = False) -> Claim:
    """That nobody has more, or that nobody has as many."""
    operator = Operator.EQ if alone else Operator.GE
    return Compare(Extreme(of, unit, Which.MOST, Count(of, Unit.NOMINATION)), operator, who)


def none_as_often(
    at: Frame, who: Item, verb: Item, what: Item | None = None, *, noun: Items | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`nobody has won WHAT as often as WHO`."""
    words = grouped(noun or ())
    category = in_category(at, what)
    if words is None or category is None or not isinstance(who.value, (Film, Person)):
        return ()
    among = kin_of_group(who, words) if words.is_named else Kin(Unit.PERSON)
    if among is None or among.has or among.is_foreign or (what is None and not among.calling):
        return ()
    category = category or (OfCategory(among.calling),)
    ended = Outcome.LOST if verb.kind == "LOST" else Outcome.WON
    outcome = () if verb.kind == "NOMINATED" else (WithOutcome(ended),)
    return (
        at_most(
            Select(
                (OfAward((what.award if what is not None else None) or at.award), *category, *outcome, *among.traits)
            ),
            among.unit,
            who.value,
        ),
    )


def own_most(at: Frame, who: Item, which: Item, *, group: Items | None = None) -> tuple[Claim, ...]:
    """`WHO's 45 nominations are more than any other NOUN's`: nominations or wins."""
    if which.value != "alone":
        return ()
    words = grouped(group or ())
    among = kin_of_group(who, words) if words is not None and words.is_named else None
    if among is None or among.has or not isinstance(who.value, (Film, Person)):
        return ()
    outcomes: tuple[tuple[Constraint, ...], ...] = ((), (WithOutcome(Outcome.WON),))
    return tuple(at_most(of, among.unit, who.value) for outcome in outcomes for of in selected(at, among, outcome))


def record_in(at: Frame, who: Item, trade: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO holds the costume record with eight`: so many wins, or nominations."""
    if not isinstance(trade.value, Prize) or not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    where = (OfAward(at.award), OfPerson(who.value))
    prizes = OfCategory(trade.value.categories)
    ways = ((*where, prizes, WithOutcome(Outcome.WON)), (*where, prizes), (*where, WithOutcome(Outcome.WON)))
    return tuple(Compare(Count(Select(way), Unit.NOMINATION), Operator.EQ, n.value) for way in ways)


def winless(at: Frame, who: Item, *, what: Item | None = None, group: Items | None = None) -> tuple[Claim, ...]:
    """`WHO has the most nominations without a win`: of those with none nobody has more."""
    words, category = grouped(group or ()), in_category(at, what)
    if words is None or category is None or not isinstance(who.value, (Film, Person)):
        return ()
    among = kin_of_group(who, words)
    if among is None or among.has or among.is_foreign or (among.unit is Unit.PERSON and not category + among.calling):
        return ()
    category = category or ((OfCategory(among.calling),) if among.calling else ())
    of = Select((OfAward(at.award), *category, *among.traits))
    won = Select((*of.where, WithOutcome(Outcome.WON)))
    none = Feat(of, (among.unit,), Compare(Count(won, Unit.NOMINATION), Operator.EQ, 0))
    return (Compare(Extreme(none, among.unit, Which.MOST, Count(of, Unit.NOMINATION)), Operator.GE, who.value),)


def level(at: Frame, who: Item, names: Item) -> tuple[Claim, ...]:
    """`WHO draws level with NAMES`: both films have as many wins, or nominations."""
    if not isinstance(who.value, Film) or not isinstance(names.value, Film):
        return ()
    award = OfAward(at.award)
    pairs = [
        (Select((award, OfFilm(who.value), *outcome)), Select((award, OfFilm(names.value), *outcome)))
        for outcome in ((WithOutcome(Outcome.WON),), ())
    ]
    return tuple(
        Compare(Count(own, Unit.NOMINATION), Operator.EQ, Count(other, Unit.NOMINATION)) for own, other in pairs
    )


def more_than_ever(
    at: Frame,
    who: Item,
    verb: Item,
    *,
    group: Items | None = None,
    thing: Item | None = None,
    which: Item | None = None,
    n: Item | None = None,
    ever: Item | None = None,
    past: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO won nine, more than any NOUN has ever won`: nobody had as many up to then, or without "has" that night."""
    words = grouped(group or ())
    among = kin_of_group(who, words) if words is not None and words.is_named else None
    if among is None or among.has or not isinstance(who.value, (Film, Person)):
        return ()
    if which is not None and which.value != "alone":
        return ()
    is_nomination = verb.kind == "NOMINATED" or (thing is not None and thing.kind == "NOMINATION")
    if among.unit is Unit.PERSON and not among.calling and not among.traits:
        return ()
    outcome = () if is_nomination else (WithOutcome(Outcome.WON),)
    found = selected(at, among, outcome)
    claims = [at_most(of, among.unit, who.value, alone=True) for of in found]
    tonight = [in_edition(at, claim) for claim in claims] if ever is None and past is None else []
    if n is not None and isinstance(n.value, int):
        claims += [first_with(of, among.unit, who.value, n.value) for of in found]
    return (*claims, *(claim for claim in tonight if claim is not None))


def first_with(of: Selection, unit: Unit, who: Film | Person, number: int) -> Claim:
    """That it was the first with so many."""
    reached = Feat(of, (unit,), Compare(Count(of, Unit.NOMINATION), Operator.GE, number))
    return Compare(Ordinal(reached, unit, who), Operator.EQ, 1)


MOST = "which:MOSTDONE group:KINDRED% ever:EVER? now:NIGHT?"
NONE = "NO NUMBER? noun:KINDRED% HAS? EVER?"

RULES = (
    rule(
        "extremes/more-than-any-before",
        "who:SUBJECT ~ verb:TOOK n:NUMBER thing:THING? COMMA? WHICH? WAS? which:MOST group:KINDRED%"
        " ever:HAS? past:EVER? WON? BEFORE? IT? =CLAUSEEND",
        more_than_ever,
        priority=6,
        tail="which",
    ),
    rule("extremes/most-done", f"who:SUBJECT .. WAS ~ {MOST} =CLAUSEEND", most_done, priority=6),
    rule("extremes/most-done-apposed", f"who:KNOWN COMMA ~ {MOST} =CLAUSEEND", most_done, priority=5, tail="which"),
    rule(
        "extremes/to-become-most-done",
        f"who:SUBJECT ~ BEAT? MATCHED? KNOWN+ TO BE {MOST} =CLAUSEEND",
        most_done,
        priority=6,
    ),
    rule("extremes/none-as-often", f"{NONE} verb:DIDOFTEN OFTEN SUCHAS who:KNOWN", none_as_often, priority=5),
    rule("extremes/most-done-is", f"{MOST} WAS who:KNOWN", most_done, priority=6),
    rule("extremes/made-most-done", f"MADE OTHER? who:WHOM {MOST} =CLAUSEEND", most_done, priority=6, tail="who"),
    rule(
        "extremes/none-as-often-for",
        f"{NONE} verb:DIDOFTEN OFTEN FOR? what:WHAT RACE? SUCHAS who:KNOWN",
        none_as_often,
        priority=6,
    ),
    rule(
        "extremes/none-for-as-often",
        f"{NONE} verb:DIDOFTEN FOR? what:WHAT body:AWARD? RACE? OFTEN SUCHAS who:KNOWN",
        none_as_often,
        priority=6,
    ),
    rule(
        "extremes/own-more-than-any",
        "who:OWNER POSS? NUMBER THING WAS which:MOST group:KINDRED% POSS? =COMPARED",
        own_most,
        priority=6,
    ),
    rule("extremes/record-in", "who:SUBJECT HAS trade:OTHER RECORD WITH n:NUMBER !THING !WHAT", record_in, priority=6),
    rule(
        "extremes/record-without-win",
        "who:SUBJECT ~ HAS ~ RECORD? FOR? ~ MOST what:WHAT? NOMINATION WITHOUTANY WON?",
        winless,
        priority=7,
    ),
    rule(
        "extremes/none-more-without-win",
        "NO NUMBER? group:KINDRED% HAS? NOMINATED FOR? what:WHAT? OFTEN NOT WON SUCHAS who:KNOWN",
        winless,
        priority=7,
    ),
    rule("extremes/level", "who:NOUN LEVEL names:KNOWN+", level, each="names", priority=5),
    rule(
        "extremes/more-than-ever",
        "who:SUBJECT ~ verb:TOOK n:NUMBER THING? COMMA? WHICH? WAS? MORE thing:THING? RIVALS group:KINDRED%"
        " HAS? EVER? WON? =CLAUSEEND",
        more_than_ever,
        priority=6,
    ),
)
