"""Who is the youngest or the oldest: "the youngest person ever to win best director", "the oldest nominee since".

Ages are those on the night. The trap: "the oldest actor to win" is the oldest of those who act, so a noun that is a
trade is read as its prizes before it is read as anybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Constraint,
    Count,
    Edition,
    Extreme,
    Members,
    OfAward,
    OfCategory,
    OfEditions,
    Operator,
    Outcome,
    Person,
    Property,
    Select,
    Trait,
    Unit,
    Which,
    WithOutcome,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import award_of, in_category
from palmares.reading.grammar.careers import is_numbered
from palmares.reading.grammar.deeds import Deed, deed
from palmares.reading.grammar.doings import told, ways_told
from palmares.reading.grammar.kindred import Items, Kin, grouped, kin_of_group, of_trade, with_own_prize
from palmares.reading.grammar.ordinals import DOING, apposed
from palmares.reading.items import Item
from palmares.reading.rules import rule


def youngest(
    at: Frame,
    who: Item,
    which: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    ever: Item | None = None,
    later: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO is the youngest NOUN to DEED`, `… the oldest best director nominee`; with `since`, after whom."""
    words = grouped(group or ())
    if words is None or not isinstance(who.value, Person) or times is not None:
        return ()
    words, verb, tail = with_own_prize(words, verb, tail)
    among, last = kin_of_group(who, words), words.since or later
    ways = ways_told(at, who, verb, tail=told(None, tail))
    found = list(dict.fromkeys(where for way in ways for where in held_by(at, among, *way)))
    if not tail and among is not None and words.prize is None and (ever is not None or verb.kind == "WINNER"):
        found = list(of_any(at, among, verb))
    if last is not None:
        return tuple(claim for where in found for claim in youngest_since(at, who.value, which, where=where, last=last))
    scopes = (True,) if ever is not None or verb.kind != "NOMINEE" else (True, False)
    return tuple(
        at_end(which, each, who.value)
        for is_ever in scopes
        for where in found
        for each in of_time(at, where, is_ever=is_ever)
    )


def youngest_in_clause(
    at: Frame,
    who: Item,
    which: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    ever: Item | None = None,
    later: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO … , the youngest NOUN to DEED`: said of the subject, where no other person stands right before."""
    near = apposed(at, which)
    if near is not None and isinstance(near.value, Person) and near.value != who.value:
        return ()
    return youngest(at, who, which, verb=verb, tail=tail, group=group, times=times, ever=ever, later=later)


def held_by(at: Frame, among: Kin | None, verb: Item, tail: Items) -> Iterator[tuple[Constraint, ...]]:
    """What the youngest is the youngest of, likeliest first: the prizes of a trade, then any."""
    done = deed(at, verb, tail) if among is not None else None
    if done is None or among is None or among.unit is not Unit.PERSON or among.has or not is_single(done):
        return
    ways = [of_trade(done, among), done] if among.calling else [done]
    yield from dict.fromkeys(way.parts[0].select((*among.traits, *way.traits)).where for way in ways)


def of_any(at: Frame, among: Kin, verb: Item) -> Iterator[tuple[Constraint, ...]]:
    """What "the oldest nominee in any category" is ranked in: all prizes of the award."""
    if among.unit is not Unit.PERSON or among.has:
        return
    ended = (WithOutcome(Outcome.WON),) if verb.kind == "WINNER" else ()
    trade = (OfCategory(among.calling),) if among.calling else ()
    yield (OfAward(at.award), *trade, *among.traits, *ended)


def is_single(done: Deed) -> bool:
    """Whether the deed is one prize once."""
    return len(done.parts) == 1 and done.parts[0].times == 1 and done.run == 1 and done.lacking is None


def of_time(at: Frame, where: tuple[Constraint, ...], *, is_ever: bool) -> Iterator[tuple[Constraint, ...]]:
    """What is ranked, over all editions or in the one in view."""
    if is_ever:
        yield where
    elif is_numbered(at) and OfAward(at.award) in where:
        yield (*where, OfEditions(at.edition, at.edition))


def at_end(which: Item, where: tuple[Constraint, ...], who: Person) -> Claim:
    """That this is the youngest, or oldest, of them."""
    end = Which.YOUNGEST if which.kind in YOUNG else Which.OLDEST
    return Compare(Extreme(Select(where), Unit.PERSON, end), Operator.GE, who)


def youngest_since(
    at: Frame, who: Person, which: Item, *, where: tuple[Constraint, ...], last: Item
) -> tuple[Claim, ...]:
    """That the last who was as young or younger was this; of two of one age in years either may be the younger."""
    if not is_numbered(at) or at.edition == 1 or OfAward(at.award) not in where or not isinstance(last.value, Person):
        return ()
    assert at.edition is not None
    age = Attribute(who, Property.AGE, Edition(at.award, at.edition))
    before = (*where, OfEditions(None, at.edition - 1))
    operators = (Operator.LE, Operator.LT) if which.kind in YOUNG else (Operator.GE, Operator.GT)
    ways = [Extreme(Select((*before, WithTrait(Trait.AGE, one, age))), Unit.PERSON, Which.LAST) for one in operators]
    of_that_age = Members(Select((*before, WithTrait(Trait.AGE, Operator.EQ, age))), Unit.PERSON)
    since = (Compare(way, Operator.GE, last.value) for way in ways)
    return (*since, Compare(of_that_age, Operator.GE, last.value))


def youngest_of_prize(
    at: Frame, who: Item, which: Item, what: Item, *, ever: Item | None = None, later: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO is the youngest best actor so far`: the youngest to win it."""
    return youngest(at, who, which, verb=Item("WINNER", 0, 0), tail=(what,), ever=ever, later=later)


YOUNG = frozenset(("YOUNGEST", "YOUNGER"))


def youngest_of_field(at: Frame, who: Item, which: Item, what: Item, *, body: Item | None = None) -> tuple[Claim, ...]:
    """`WHO is the youngest of the WHAT nominees`: of those up for it in the edition in view."""
    category = in_category(at, what)
    if not category or not isinstance(who.value, Person) or not is_numbered(at):
        return ()
    award = award_of(at, what)
    if award != at.award:
        return ()
    where = (OfAward(award), *category, OfEditions(at.edition, at.edition))
    return (at_end(which, where, who.value),)


def none_younger(
    at: Frame,
    who: Item,
    which: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
) -> tuple[Claim, ...]:
    """`nobody younger than WHO has DEED`."""
    return youngest(at, who, which, verb=verb, tail=tail, group=group, times=times)


def nth_youngest(
    at: Frame, who: Item, n: Item, which: Item, *, verb: Item, tail: Items | None = None, group: Items | None = None
) -> tuple[Claim, ...]:
    """`WHO is the third youngest NOUN to DEED`: so few are of a lesser age in years."""
    return tuple(
        Compare(count, Operator.LE, number - 1)
        for count, number in younger(
            at, who, n, which, verb=verb, tail=tail, group=group, operators=(Operator.LT, Operator.GT)
        )
    )


def at_most_nth_youngest(
    at: Frame, who: Item, n: Item, which: Item, *, verb: Item, tail: Items | None = None, group: Items | None = None
) -> tuple[Claim, ...]:
    """The same: so many are of that age in years or a lesser one."""
    return tuple(
        Compare(count, Operator.GE, number)
        for count, number in younger(
            at, who, n, which, verb=verb, tail=tail, group=group, operators=(Operator.LE, Operator.GE)
        )
    )


def younger(
    at: Frame,
    who: Item,
    n: Item,
    which: Item,
    *,
    verb: Item,
    tail: Items | None,
    group: Items | None,
    operators: tuple[Operator, Operator],
) -> Iterator[tuple[Count, int]]:
    """How many were of an age that compares so with that of somebody on the night in view, and the place told."""
    words = grouped(group or ())
    if words is None or not isinstance(who.value, Person) or not isinstance(n.value, int) or not is_numbered(at):
        return
    words, verb, tail = with_own_prize(words, verb, tail)
    assert at.edition is not None
    age = Attribute(who.value, Property.AGE, Edition(at.award, at.edition))
    among = kin_of_group(who, words)
    found = list(held_by(at, among, verb, told(None, tail)))
    if not tail and among is not None and words.prize is None:
        found = list(of_any(at, among, verb))
    for where in found:
        if OfAward(at.award) in where:
            operator = operators[0] if which.kind == "YOUNGEST" else operators[1]
            yield Count(Select((*where, WithTrait(Trait.AGE, operator, age))), Unit.PERSON), n.value


NTH_AGED = "n:ORDINAL which:AGEST group:KINDRED% verb:DOES tail:DEED*? EVER? $"
SINCE_WHOM = "( SINCE later:KNOWN )? ( IN YEAR )?"
AGED = f"which:AGEST group:KINDRED% {DOING} ever:EVER? {SINCE_WHOM} $"
PRIZED = f"which:AGEST EVER? what:PRIZE ever:EVER? {SINCE_WHOM} =CLAUSEEND"
APPOSED = "who:KNOWN COMMA ( AT AGED? NUMBER COMMA? )? ~"
CLAUSE = "who:SOMEBODY ~ BEEN ... ( AT AGED? NUMBER )? COMMA ~"
IS = "WAS ~ COMMA? AT? AGED? NUMBER? COMMA? ~"

RULES = (
    rule("extremes/youngest-of-prize", f"who:SUBJECT .. WAS ~ {PRIZED}", youngest_of_prize, priority=5),
    rule(
        "extremes/youngest-of-prize-so-far",
        "who:SUBJECT .. WAS ~ which:AGEST what:PRIZE ALSO =CLAUSEEND",
        youngest_of_prize,
        priority=5,
    ),
    rule("extremes/youngest-to", f"who:SUBJECT .. {IS} {AGED}", youngest, priority=6),
    rule(
        "extremes/youngest-apposed",
        f"{APPOSED} {AGED}",
        youngest,
        priority=5,
        tail="which",
    ),
    rule(
        "extremes/youngest-of-prize-apposed", f"who:KNOWN COMMA ~ {PRIZED}", youngest_of_prize, priority=5, tail="which"
    ),
    rule(
        "extremes/youngest-of-field",
        f"who:SUBJECT .. {IS} which:AGEST OF TIME? POSS? body:BODY? POSS? what:WHAT NOMINEE",
        youngest_of_field,
        priority=6,
    ),
    rule("extremes/nth-youngest", f"who:SUBJECT .. {IS} {NTH_AGED}", nth_youngest, priority=6),
    rule("ordinals/nth-youngest", f"who:SUBJECT .. {IS} {NTH_AGED}", at_most_nth_youngest, priority=6),
    rule("extremes/nth-youngest-apposed", f"{APPOSED} {NTH_AGED}", nth_youngest, priority=6, tail="n"),
    rule("ordinals/nth-youngest-apposed", f"{APPOSED} {NTH_AGED}", at_most_nth_youngest, priority=6, tail="n"),
    rule("extremes/clause-nth-youngest", f"{CLAUSE} {NTH_AGED}", nth_youngest, priority=5, tail="n"),
    rule("ordinals/clause-nth-youngest", f"{CLAUSE} {NTH_AGED}", at_most_nth_youngest, priority=5, tail="n"),
    rule("extremes/clause-youngest", f"{CLAUSE} {AGED}", youngest_in_clause, priority=4, tail="which"),
    rule("extremes/clause-youngest-of-prize", f"{CLAUSE} {PRIZED}", youngest_of_prize, priority=4, tail="which"),
    rule("extremes/made-youngest", f"MADE OTHER? who:WHOM {AGED}", youngest, priority=6, tail="who"),
    rule("extremes/history-as-youngest", f"who:SUBJECT .. MADE OTHER TIME? AS {AGED}", youngest, priority=6),
    rule("extremes/record-as-oldest", f"who:SUBJECT ( COMMA NUMBER COMMA )? .. RECORD AS {AGED}", youngest, priority=6),
    rule(
        "extremes/youngest-named",
        f"^ which:AGEST group:KINDRED% {DOING} ever:EVER? COMMA who:KNOWN",
        youngest,
        priority=5,
    ),
    rule("extremes/youngest-was", f"which:AGEST group:KINDRED% {DOING} ever:EVER? WAS who:KNOWN", youngest, priority=5),
    rule(
        "extremes/none-younger",
        f"NO NUMBER? group:KINDRED% which:AGER THAN who:KNOWN ( COMMA NUMBER COMMA )? HAS? EVER? {DOING} $",
        none_younger,
        priority=6,
    ),
)
