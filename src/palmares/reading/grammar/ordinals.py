"""Who is the first, fourth or last to have done something: "the first woman to win best cinematography".

An order over history is over every edition up to the day, whatever edition is in view. The trap: what stands behind
the deed may narrow it ("the first woman to win it for a western"), so patterns ask that nothing of the kind follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Exists,
    Extreme,
    Film,
    Gap,
    Members,
    OfEditions,
    OfFilm,
    OfPerson,
    Operator,
    Ordinal,
    Person,
    Previous,
    Select,
    Selection,
    Streak,
    Unit,
    Which,
    walk,
)
from palmares.reading.context import Frame
from palmares.reading.grammar import again, careers, pairs, tries
from palmares.reading.grammar.careers import states
from palmares.reading.grammar.deeds import WITH_OF, deed, is_compound
from palmares.reading.grammar.doings import done_by, known, told, ways_told
from palmares.reading.grammar.kindred import (
    Group,
    Items,
    Kin,
    grouped,
    is_of_unit,
    kin_of_group,
)
from palmares.reading.grammar.moments import before_now, in_edition, or_more, with_earlier
from palmares.reading.items import Item
from palmares.reading.rules import rule
from palmares.reading.shape import PERFECT

TO_VERBS = frozenset(("TOWIN", "TOGET", "TONOMINATED"))


PAIRS = 3
"""From this place on a pair of directors among those before may have been counted as one."""


def is_always(at: Frame, among: Kin | None, verb: Item, tail: Items) -> bool:
    """Whether somebody does so every year, so that "the first film since" must mean more than was read."""
    is_anybody = among is not None and not (among.traits or among.has or among.form or among.is_foreign)
    return is_anybody and not is_compound(deed(at, verb, tail))


def nth(
    at: Frame,
    who: Item,
    n: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    later: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO is the N-th NOUN to DEED`; with `since SOMEBODY`, that this was the one before; `in N years`, the gap."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None or not isinstance(n.value, int):
        return ()
    among, last = kin_of_group(who, words), words.since or later
    if not words.is_named and verb.kind not in TO_VERBS | WITH_OF:
        return ()
    found = done_by(at, who, words, verb=verb, tail=told(times, tail))
    if last is not None:
        claims = all_after(at, found, subject, last) if n.value == 1 and is_of_unit(among, last) else ()
        done = ways_told(at, who, verb, tail=told(times, tail))[0]
        return or_more(claims, subject) if is_always(at, among, *done) else claims
    if words.years is not None or words.year is not None:
        return tuple(gaps(at, found, subject, words)) if n.value == 1 else ()
    if among is not None and among.is_foreign and n.value != 1:
        return ()
    places = [Compare(Ordinal(of, unit, subject), Operator.EQ, n.value) for of, unit in found]
    if among is not None and among.calling == ("director",) and not among.traits and n.value >= PAIRS:
        places += [Compare(Ordinal(of, unit, subject), Operator.EQ, n.value + 1) for of, unit in found]
    if words.country is not None:
        operators = (Operator.GE, Operator.LE) if len(states(words.country)) > 1 else (Operator.GE,)
        places += [Compare(Ordinal(of, unit, subject), sign, n.value) for of, unit in found for sign in operators]
    return tuple(places)


def nth_in_clause(
    at: Frame,
    who: Item,
    n: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    later: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO … , the N-th NOUN to DEED`: said of the subject, unless the name before the comma may be meant."""
    words, near = grouped(group or ()), apposed(at, n)
    if near is not None and (words is None or not words.is_named or kin_of_group(near, words) is not None):
        return ()
    return nth(at, who, n, verb=verb, tail=tail, group=group, times=times, later=later)


def apposed(at: Frame, n: Item) -> Item | None:
    """The name right before the comma after which an ordinal stands."""
    items = at.place.sentence.items if at.place is not None else ()
    place = next((place for place, item in enumerate(items) if item is n), 0) - 1
    while place > 0 and items[place].kind in ("ONLY", "INTENS", "OTHER"):
        place -= 1
    return items[place - 1] if place > 0 and items[place].kind == "COMMA" and known(items[place - 1]) else None


def gaps(at: Frame, found: tuple[tuple[Selection, Unit], ...], subject: Film | Person, words: Group) -> Iterator[Claim]:
    """That the one before was so many years ago, or in that year; a year may be that of the films or of the night."""
    here = Select((OfFilm(subject),)) if isinstance(subject, Film) else Select((OfPerson(subject),))
    for of, _ in found:
        gap = Gap(of, Unit.YEAR, here)
        if words.years is not None:
            yield Compare(gap, Operator.EQ, words.years)
        elif words.year is not None and at.held is not None:
            yield from (Compare(gap, Operator.EQ, years) for years in years_since(at.held.year, words.year))


def years_since(held: int, year: int) -> tuple[int, ...]:
    """The years from one of these to that: from the night in it, or from that of its films."""
    return tuple(years for years in (held - year, held - year - 1) if years > 0)


def since_year(
    at: Frame,
    who: Item,
    n: Item,
    *,
    last: Item,
    year: Item,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
) -> tuple[Claim, ...]:
    """`… since SOMEBODY in YEAR`: the year of the one before."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None or n.value != 1 or not isinstance(year.value, int):
        return ()
    among = kin_of_group(who, words)
    if not is_of_unit(among, last):
        return ()
    found = done_by(at, who, words, verb=verb, tail=told(times, tail))
    return tuple(gaps(at, found, subject, Group(year=year.value)))


def the_only(
    at: Frame,
    who: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO is the only NOUN to DEED`: nobody else has up to now; of a nominee, in the edition in view at least."""
    words, subject = grouped(group or ()), known(who)
    if words is None or subject is None or not words.is_named:
        return ()
    found = done_by(at, who, words, verb=verb, tail=told(times, tail))
    alone, operator = frozenset((subject,)), Operator.GE if words.is_other else Operator.EQ
    claims = tuple(Compare(Members(of, unit), operator, alone) for of, unit in found)
    if verb.kind != "NOMINATED":
        return claims
    return (*claims, *(now for claim in claims if (now := in_edition(at, claim)) is not None))


def after_last(at: Frame, done: tuple[Selection, Unit], who: Film | Person, last: Film | Person) -> Iterator[Claim]:
    """That the one before was this; of somebody who had done it before, the last before the edition in view."""
    of, unit = done
    yield Compare(Previous(of, unit, who), Operator.GE, last)
    earlier = before_now(at, Compare(Extreme(of, unit, Which.LAST), Operator.GE, last))
    if unit is Unit.PERSON and earlier is not None:
        yield earlier
    if is_run(of):
        yield Compare(Members(of, unit, who), Operator.GE, frozenset((last,)))


def is_run(of: Selection) -> bool:
    """Whether it is a run of wins: whoever has one stands in the selection by the last win, whenever the run was."""
    return any(isinstance(node, Streak) for node in walk(of))


def all_after(
    at: Frame, found: tuple[tuple[Selection, Unit], ...], who: Film | Person, last: Item
) -> tuple[Claim, ...]:
    """That the one before was this, for every way to take the deed."""
    before = known(last)
    return () if before is None else tuple(claim for done in found for claim in after_last(at, done, who, before))


def after_so_many(
    at: Frame,
    who: Item,
    n: Item,
    *,
    verb: Item,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
) -> tuple[Claim, ...]:
    """`N NOUN had DEED before WHO`, and "no NOUN": WHO is the next."""
    words, subject = grouped(group or ()), known(who)
    number = 0 if n.kind == "NO" else n.value
    if words is None or subject is None or not isinstance(number, int) or (not words.is_named and n.kind != "NO"):
        return ()
    found = done_by(at, who, words, verb=verb, tail=told(times, tail))
    return tuple(Compare(Ordinal(of, unit, subject), Operator.EQ, number + 1) for of, unit in found)


def only_so_many(
    at: Frame, n: Item, verb: Item, *, tail: Items | None = None, group: Items | None = None, times: Item | None = None
) -> tuple[Claim, ...]:
    """`only N NOUN have DEED`: so many up to now, or up to the edition in view."""
    words = grouped(group or ())
    if words is None or words.is_other or not words.is_named or not isinstance(n.value, int):
        return ()
    found = done_by(at, None, words, verb=verb, tail=told(times, tail))
    return with_earlier(at, [Compare(Count(of, unit), Operator.EQ, n.value) for of, unit in found])


def so_many_have(
    at: Frame, n: Item, verb: Item, *, tail: Items | None = None, group: Items | None = None, times: Item | None = None
) -> tuple[Claim, ...]:
    """`N NOUN have DEED`: so many up to now, or in the edition in view alone."""
    claims = only_so_many(at, n, verb, tail=tail, group=group, times=times) if verb.value == PERFECT else ()
    in_all = [claim for claim in claims if not any(isinstance(node, OfEditions) for node in walk(claim))]
    return (*in_all, *(now for claim in in_all if (now := in_edition(at, claim)) is not None))


def none_ever(
    at: Frame,
    verb: Item,
    *,
    tail: Items | None = None,
    group: Items | None = None,
    ever: Item | None = None,
    times: Item | None = None,
    who: Item | None = None,
) -> tuple[Claim, ...]:
    """`no NOUN has DEED`: up to now, up to the edition in view, or without an "ever" in that edition alone."""
    words = grouped(group or ())
    if words is None or words.is_other or not words.is_named:
        return ()
    if words.since is not None:
        return none_since(at, verb, words.since, tail=tail, group=group, times=times, who=who, no=words.since)
    found = done_by(at, None, words, verb=verb, tail=told(times, tail))
    claims: list[Claim] = [Compare(Exists(of), Operator.EQ, False) for of, _ in found]
    both = with_earlier(at, claims)
    if ever is not None:
        return both
    return (*both, *(now for claim in claims if (now := in_edition(at, claim)) is not None))


def none_since(
    at: Frame,
    verb: Item,
    last: Item,
    *,
    tail: Items | None = None,
    group: Items | None = None,
    times: Item | None = None,
    who: Item | None = None,
    no: Item | None = None,
) -> tuple[Claim, ...]:
    """`no NOUN has DEED since LAST`, `LAST was the last NOUN to DEED`: up to now, or up to the edition in view.

    With `before WHO`, up to that one.
    """
    words, latest = grouped(group or ()), known(last)
    if words is None or latest is None or not words.is_named:
        return ()
    found = done_by(at, last, words, verb=verb, tail=told(times, tail))
    if who is not None:
        subject = known(who)
        return all_after(at, found, subject, last) if subject is not None else ()
    claims = with_earlier(at, [Compare(Extreme(of, unit, Which.LAST), Operator.GE, latest) for of, unit in found])
    is_bare = no is not None and is_always(at, kin_of_group(last, words), verb, told(times, tail))
    return or_more(claims, latest) if is_bare else claims


KINDRED = "group:KINDRED%"
DOING = "( WHO HAS? )? verb:DOES ITSELF? LEAST? times:ORDINAL? tail:DEED*? ( IN RACE )?"
AMONG = f"MERELY? n:ORDINAL {KINDRED} ( COMMA BEHIND KNOWN+ COMMA )?"
NTH = f"{AMONG} COMMA? {DOING} ( SINCE later:KNOWN )? ( IN YEAR )? !ALSO $"
SO_MANY = f"{KINDRED} HAS? ~ BEFORE? {DOING}"
NONE = f"no:NO NUMBER? {KINDRED} HAS? EVER? {DOING}"
SINCE_YEAR = f"{AMONG} {DOING} SINCE last:KNOWN IN year:YEAR"
IS = "WAS OTHER? AS? TIME? ~"

RULES = (
    *careers.RULES,
    *tries.RULES,
    *pairs.RULES,
    *again.RULES,
    rule("ordinals/is-nth", f"who:SUBJECT .. {IS} {NTH}", nth, priority=6),
    rule("ordinals/apposed-nth", f"who:KNOWN COMMA OTHER? {NTH}", nth, priority=5, tail="n"),
    rule("ordinals/clause-nth", f"who:SUBJECT ~ BEEN NUMBER? ... COMMA {NTH}", nth_in_clause, priority=4, tail="n"),
    rule(
        "ordinals/clause-since-year",
        f"who:SUBJECT ~ BEEN NUMBER? ... <KNOWN COMMA {SINCE_YEAR}",
        since_year,
        priority=5,
        tail="last",
    ),
    rule("ordinals/carried-nth", f"who:SAME WAS ~ {NTH}", nth, priority=6, tail="n"),
    rule(
        "ordinals/and-first-since-whom",
        f"who:SUBJECT .. {IS} MERELY? ORDINAL {KINDRED} {DOING} AND n:ORDINAL SINCE later:KNOWN",
        nth,
        priority=7,
        tail="n",
    ),
    rule("ordinals/nth-was", f"{NTH} WAS who:KNOWN", nth, priority=5),
    rule("ordinals/nth-named", f"^ IN? WAS? {NTH} COMMA who:KNOWN", nth, priority=4),
    rule("ordinals/joins-as-nth", f"who:SUBJECT ~ JOINED KNOWN+ AS {NTH}", nth, priority=7),
    rule("ordinals/made-nth", f"MADE OTHER? who:WHOM {NTH}", nth, priority=7, tail="who"),
    rule("ordinals/history-as-nth", f"who:SUBJECT .. MADE OTHER TIME? AS {NTH}", nth, priority=6),
    rule("ordinals/nth-since-year", f"who:SUBJECT .. {IS} {SINCE_YEAR}", since_year, priority=6, tail="last"),
    rule("ordinals/apposed-since-year", f"who:KNOWN COMMA OTHER? {SINCE_YEAR}", since_year, priority=6, tail="last"),
    rule("ordinals/is-only", f"who:SUBJECT .. {IS} ONLY {KINDRED} {DOING} $", the_only, priority=5),
    rule("ordinals/apposed-only", f"who:KNOWN COMMA ONLY {KINDRED} {DOING} $", the_only, priority=5),
    rule("ordinals/before-so-many", f"MERELY? n:NUMBER {SO_MANY} BEFORE who:KNOWN", after_so_many, priority=7),
    rule(
        "ordinals/so-many-before",
        f"MERELY? n:NUMBER {KINDRED} BEFORE who:KNOWN HAS? EVER? {DOING} $",
        after_so_many,
        priority=7,
    ),
    rule("ordinals/none-before", f"n:NO NUMBER? {SO_MANY} BEFORE who:KNOWN", after_so_many, priority=7),
    rule(
        "ordinals/before-whom-none",
        f"^ UNTILWHOM who:KNOWN COMMA n:NO {SO_MANY} $",
        after_so_many,
        priority=7,
    ),
    rule(
        "ordinals/before-whom-so-many",
        f"^ UNTILWHOM who:KNOWN COMMA MERELY? n:NUMBER {SO_MANY} $",
        after_so_many,
        priority=7,
    ),
    rule("ordinals/only-so-many", f"MERELY n:NUMBER {SO_MANY} $", only_so_many, priority=6),
    rule("ordinals/so-many-have", f"^ n:NUMBER {KINDRED} ~ {DOING} $", so_many_have, priority=5),
    rule("ordinals/one-of-so-many", f"AMONG MERELY? n:NUMBER {KINDRED} {DOING} $", only_so_many, priority=6),
    rule(
        "ordinals/none-ever",
        f"NO NUMBER? {KINDRED} HAS? ever:EVER? {DOING} ( HABIT who:KNOWN )? $",
        none_ever,
        priority=5,
    ),
    rule("ordinals/none-since", f"{NONE} SINCE last:KNOWN", none_since, priority=7),
    rule(
        "ordinals/none-since-whom",
        f"no:NO NUMBER? {KINDRED} SINCE last:KNOWN HAS? EVER? {DOING} ( HABIT who:KNOWN )? $",
        none_since,
        priority=7,
    ),
    rule(
        "ordinals/not-since",
        f"no:NOT SINCE last:KNOWN ( COMMA NUMBER? HABIT? .. COMMA )? HAS {KINDRED} {DOING}",
        none_since,
        priority=7,
    ),
    rule("ordinals/is-last", f"last:SUBJECT .. WAS ~ LAST {SO_MANY} $", none_since, priority=6),
    rule("ordinals/last-was", f"LAST {SO_MANY} WAS last:KNOWN", none_since, priority=6),
    rule(
        "ordinals/last-before-was",
        f"LAST {SO_MANY} COMMA? BEFORE who:KNOWN COMMA? WAS last:KNOWN",
        none_since,
        priority=7,
    ),
    rule(
        "ordinals/before-last-was", f"^ UNTILWHOM who:KNOWN COMMA LAST {SO_MANY} WAS last:KNOWN", none_since, priority=7
    ),
)
