"""Who else has done it: "after The Lost Weekend, Marty and Parasite", "only A and B have won both".

A list that gives as many names as the ordinal leaves room for is taken to be whole. The trap: a name in a list may mean
several films, so every way to take the list is a reading.
"""

from __future__ import annotations

from palmares.claims import (
    Claim,
    Compare,
    Film,
    Members,
    OfAward,
    OfEditions,
    Operator,
    Person,
    Select,
    Selection,
    Unit,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import award_of, in_category
from palmares.reading.grammar.careers import is_numbered
from palmares.reading.grammar.deeds import deed
from palmares.reading.grammar.doings import done_by, known, told
from palmares.reading.grammar.kindred import doers, grouped, kin, lists
from palmares.reading.grammar.moments import before_now
from palmares.reading.grammar.ordinals import AMONG, DOING, IS
from palmares.reading.items import Item
from palmares.reading.rules import rule

Items = tuple[Item, ...]


def after_these(
    at: Frame,
    who: Item,
    n: Item,
    *,
    verb: Item,
    names: Items,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    some: Item | None = None,
    lead: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO is the N-th NOUN to DEED, after NAMES`: those before were these, or these among others."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None or not isinstance(n.value, int) or n.value == 1:
        return ()
    found = done_by(at, who, words, verb=verb, tail=told(times, tail))
    is_whole = some is None and len(names) >= n.value - 1
    operator = Operator.EQ if is_whole else Operator.GE
    return tuple(Compare(Members(of, unit, subject), operator, way) for of, unit in found for way in lists(names, unit))


def only_these(at: Frame, names: Items, verb: Item, tail: Items) -> tuple[Claim, ...]:
    """`only NAMES have DEED`: up to now, or up to the edition in view. Of one prize it says nothing about all years."""
    done = deed(at, verb, tail)
    if done is None or (len(done.parts) == 1 and done.parts[0].times == 1 and done.run == 1 and done.lacking is None):
        return ()
    claims = [
        Compare(Members(of, unit), Operator.EQ, way)
        for of, unit in doers(at, kin(names[0], None), verb, tail)
        for way in lists(names, unit)
    ]
    return (*claims, *(earlier for claim in claims if (earlier := before_now(at, claim)) is not None))


def all_these(at: Frame, who: Item, names: Items, *, verb: Item, tail: Items) -> tuple[Claim, ...]:
    """`like NAMES before WHO, WHO has DEED`, `WHO joins NAMES as winners of …`: all of them have."""
    if not isinstance(who.value, (Film, Person)):
        return ()
    found = doers(at, kin(who, None), verb, tail)
    return tuple(taken_in(of, unit, way | {who.value}) for of, unit in found for way in lists(names, unit))


def joined(
    at: Frame,
    who: Item,
    names: Items,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    only: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO joins NAMES as (the only) NOUN to DEED`: all of them have, or nobody else has."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None:
        return ()
    found = done_by(at, who, words, verb=verb, tail=told(times, tail))
    operator = Operator.GE if only is None else Operator.EQ
    return tuple(
        Compare(Members(of, unit), operator, way | {subject}) for of, unit in found for way in lists(names, unit)
    )


def taken_in(of: Selection, unit: Unit, members: frozenset[Film | Person]) -> Claim:
    """That all of these have done it."""
    return Compare(Members(of, unit), Operator.GE, members)


def nominees_include(at: Frame, what: Item, names: Items) -> tuple[Claim, ...]:
    """`WHAT nominees include NAMES`: all are up for it in the edition in view."""
    category = in_category(at, what)
    if not category or not is_numbered(at):
        return ()
    of = Select((OfAward(award_of(at, what)), *category, OfEditions(at.edition, at.edition)))
    unit = Unit.FILM if isinstance(names[0].value, Film) else Unit.PERSON
    return tuple(Compare(Members(of, unit), Operator.GE, way) for way in lists(names, unit))


DONE = "verb:ACHIEVE LEAST? tail:DEED*"
NTH = f"{AMONG} {DOING}"
THESE = "COMMA? lead:FOLLOWING some:INCLUDING? names:KNOWN+"
APART = f"MERELY? n:ORDINAL group:KINDRED% COMMA? lead:FOLLOWING some:INCLUDING? names:KNOWN+ COMMA? EVER? {DOING} $"

RULES = (
    rule("sets/is-nth-after", f"who:SUBJECT .. {IS} {NTH} {THESE}", after_these, priority=6, tail="lead"),
    rule("sets/apposed-nth-after", f"who:KNOWN COMMA OTHER? {NTH} {THESE}", after_these, priority=5, tail="lead"),
    rule("sets/made-nth-after", f"MADE OTHER? who:WHOM {NTH} {THESE}", after_these, priority=6, tail="lead"),
    rule("sets/is-nth-apart", f"who:SUBJECT .. {IS} {APART}", after_these, priority=6, tail="lead"),
    rule(
        "sets/after-is-nth",
        f"^ lead:AFTER some:INCLUDING? names:KNOWN+ COMMA who:SUBJECT WAS ~ {NTH} $",
        after_these,
        priority=6,
    ),
    rule("sets/only-these", f"ONLY names:KNOWN+ HAS? EVER? {DONE} $", only_these, priority=5),
    rule("sets/like-these", f"LIKE names:KNOWN+ BEFORE ~ HIM? COMMA who:SUBJECT ~ {DONE} $", all_these, priority=6),
    rule(
        "sets/joins-as", f"who:SUBJECT ~ JOINED names:KNOWN+ AS only:ONLY? group:KINDRED% {DOING} $", joined, priority=7
    ),
    rule("sets/joins-in", f"who:SUBJECT ~ JOINED names:KNOWN+ IN {DONE} $", all_these, priority=6),
    rule("sets/nominees-include", "what:WHAT NOMINEE INCLUDING names:KNOWN+", nominees_include, priority=5),
)
