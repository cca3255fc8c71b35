"""What nobody had done before, or since somebody, told of a deed in the clause before: "…, as no film had since …".

The deed is taken from the clause that tells of it. The trap: "something" may point at more than the last clause, so
only words that stand for doing ("do so", "managed it") carry a deed over.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Compare,
    Film,
    Members,
    OfAward,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Select,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.antecedents import told_of
from palmares.reading.grammar.building import award_of, in_category
from palmares.reading.grammar.deeds import deed, is_compound
from palmares.reading.grammar.doings import known, told
from palmares.reading.grammar.kindred import Items, Kin, doers, grouped, is_of_unit, kin, kin_of_group, lists
from palmares.reading.grammar.ordinals import all_after, nth
from palmares.reading.items import Item
from palmares.reading.rules import rule


def as_none(
    at: Frame,
    who: Item,
    *,
    verb: Item,
    tail: Items,
    group: Items | None = None,
    last: Item | None = None,
    times: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO has DEED, as no NOUN had since LAST`: that was the one before; `… had before`: WHO is the first."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None:
        return ()
    among = kin_of_group(who, words)
    found = doers(at, *won_without(at, among, verb, told(times, tail)))
    if last is None:
        return tuple(Compare(Ordinal(of, unit, subject), Operator.EQ, 1) for of, unit in found)
    return all_after(at, found, subject, last) if is_of_unit(among, last) else ()


def last_done_by(
    at: Frame, who: Item, last: Item, *, verb: Item, tail: Items, times: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO has DEED, a double last completed by LAST`: that was the one before."""
    tail = told(times, tail)
    subject, among = known(who), kin(who, None)
    if subject is None or not is_of_unit(among, last) or not is_compound(deed(at, verb, tail)):
        return ()
    return all_after(at, doers(at, among, verb, tail), subject, last)


def as_only(
    at: Frame, who: Item, names: Items, *, verb: Item, tail: Items, times: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO has DEED, as only NAMES had before`: those before were these."""
    tail = told(times, tail)
    subject, among = known(who), kin(who, None)
    if subject is None or not is_compound(deed(at, verb, tail)):
        return ()
    found = doers(at, among, verb, tail)
    return tuple(
        Compare(Members(of, unit, subject), Operator.EQ, way) for of, unit in found for way in lists(names, unit)
    )


def won_without(at: Frame, among: Kin | None, verb: Item, tail: Items) -> tuple[Kin | None, Item, Items]:
    """Of "a film won without …" the deed is to win the top prize without that."""
    if tail[0].kind != "NOT" or among is None or among.unit is not Unit.FILM or among.has or verb.kind != "WON":
        return among, verb, tail
    top = Item("TOP", verb.start, verb.end)
    return replace(among, has=((top, Outcome.WON),)), tail[0], tail[1:]


def to_do_so(
    at: Frame,
    who: Item,
    n: Item,
    *,
    verb: Item,
    tail: Items,
    group: Items | None = None,
    last: Item | None = None,
    so: Item | None = None,
    times: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO has DEED, the N-th NOUN to do so`, with `since LAST` the first after that one."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None or not isinstance(n.value, int):
        return ()
    tail = told(times, tail)
    if so is not None and so.value == "double" and not is_compound(deed(at, verb, tail)):
        return ()
    among, last = kin_of_group(who, words), words.since or last
    found = doers(at, among, verb, tail)
    if last is not None:
        is_meant = n.value == 1 and is_of_unit(among, last)
        return all_after(at, found, subject, last) if is_meant else ()
    if among is not None and among.is_foreign and n.value != 1:
        return ()
    return tuple(Compare(Ordinal(of, unit, subject), Operator.EQ, n.value) for of, unit in found)


def first_given(at: Frame, who: Item, n: Item, what: Item) -> tuple[Claim, ...]:
    """`WHO won the first Oscar for WHAT`: the first ever given."""
    category = in_category(at, what)
    among = kin(who, None)
    if n.value != 1 or not category or among is None or not isinstance(who.value, (Film, Person)):
        return ()
    of = Select((OfAward(award_of(at, what)), *category, WithOutcome(Outcome.WON)))
    return (Compare(Ordinal(of, among.unit, who.value), Operator.EQ, 1),)


DONE = "who:SUBJECT ~ ( MADE .. BY )? verb:DIDORHAS times:ORDINAL? tail:DEED*"
NONE = "NO NUMBER? group:KINDRED% HAS? EVER? ~ GOT?"


def nth_of_told(
    at: Frame, who: Item, n: Item, *, group: Items | None = None, years: Item | None = None
) -> tuple[Claim, ...]:
    """`…, the first woman`: the first of them to do what was told last."""
    words = grouped(group or ())
    if words is None or words.noun is None or words.noun.kind in ("FILMNOUN", "GENRE") or words.since is not None:
        return ()
    told = told_of(at, n, who)
    if told is None or words.is_other:
        return ()
    verb = n.plain("TONOMINATED" if told.is_nomination else "TOWIN")
    body = (told.body,) if told.body is not None else ()
    claims = nth(at, who, n, verb=verb, tail=(*told.prizes[-1:], *body), group=group)
    return () if told.is_loss else claims


RULES = (
    rule("ordinals/first-given", "who:SUBJECT .. WON n:ORDINAL EVER? AWARDED FOR what:WHAT #", first_given, priority=5),
    rule(
        "ordinals/nth-of-told",
        "who:SUBJECT ~ BEEN NUMBER? ... COMMA MERELY? n:ORDINAL group:KINDRED% EVER? ( IN NUMBER YEARS )? =BAREEND",
        nth_of_told,
        priority=3,
        tail="n",
    ),
    rule("ordinals/as-none-since", f"{DONE} .. ( COMMA? WHICH )? {NONE} SINCE last:KNOWN", as_none, priority=7),
    rule("ordinals/as-only", f"{DONE} .. AS ONLY names:KNOWN+ HAS BEFORE HIM?", as_only, priority=6, tail="names"),
    rule("ordinals/last-done-by", f"{DONE} .. LASTBY last:KNOWN", last_done_by, priority=6, tail="last"),
    rule("ordinals/as-none-before", f"{DONE} .. ( COMMA? WHICH )? {NONE} BEFORE =CLAUSEEND", as_none, priority=7),
    rule(
        "ordinals/nth-to-do-so",
        f"{DONE} .. n:ORDINAL group:KINDRED% so:DOSO ( SINCE last:KNOWN )? $",
        to_do_so,
        priority=6,
        tail="n",
    ),
    rule(
        "ordinals/did-so",
        f"{DONE} .. n:ORDINAL group:KINDRED% so:DOSO ( SINCE last:KNOWN )? $",
        to_do_so,
        priority=6,
        tail="n",
    ),
)
