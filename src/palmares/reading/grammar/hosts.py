"""Who hosted a ceremony, and how often.

A host belongs to the edition in view unless another is named. The trap: "Crystal, who hosted" may speak of any year, so
such a claim is wrong only of somebody who never hosted at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice, product

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Edition,
    Exists,
    OfPerson,
    Operator,
    Person,
    Property,
    Select,
    Trait,
    WithTrait,
)
from palmares.reading.context import MAIN_AWARD, Frame, is_award_name
from palmares.reading.grammar.events import WEEKDAYS, is_ceremony, is_guess, is_meant, is_of_now, is_on_other_day
from palmares.reading.items import Item
from palmares.reading.rules import rule
from palmares.reading.shape import PERFECT
from palmares.record import NOBODY

Name = Person | str
WAYS = 6
"""How many ways to take the names of a list of hosts are tried."""
OTHER_NIGHT = WithTrait(Trait.UNRECORDED, Operator.EQ, "host of another night")
"""What the record does not hold: that somebody hosted something else."""
FRESH_DAYS = 7
"""So long after a night "X hosted" is about that night."""
SHORTEST = 2
"""Letters: a name that ends in fewer was cut short at an initial."""


def casts(who: Sequence[Item]) -> Iterator[frozenset[Name]]:
    """Who the hosts may be, likeliest first: of each mention one of those it may mean, unknown names as written."""
    names: list[tuple[Name, ...]] = []
    end = -1
    for item in named(who):
        means = tuple(value for value in (item.value, *item.others) if isinstance(value, Person | str))
        if item.kind == "STRANGER" and names and isinstance(names[-1][0], str) and item.start - end <= 1:
            names[-1] = (f"{names[-1][0]} {item.value}",)
        else:
            names.append(means)
        end = item.end
    if any(isinstance(means[0], str) and len(means[0].split()[-1]) < SHORTEST for means in names if means):
        return iter(())
    return islice((frozenset(cast) for cast in product(*names)), WAYS)


def named(who: Sequence[Item]) -> Sequence[Item]:
    """The mentions by name, if there are any: "Crystal, who hosted" is one host."""
    return [item for item in who if item.kind not in ("HE", "THEPERSON", "WHO", "SAME")] or who


def hosted(at: Frame, who: Sequence[Item], body: Item | None = None) -> tuple[Claim, ...]:
    """`WHO hosted (BODY)`: the edition in view or, said of one person with no edition named, any."""
    claims: list[Claim] = []
    for cast in casts(who) if is_ceremony(body) and not is_after_other_day(at) else ():
        known = [name for name in cast if isinstance(name, Person)]
        if is_meant(at) and at.edition is not None and (known or at.is_explicit) and cast:
            claims.append(Compare(Attribute(Edition(at.award, at.edition), Property.HOSTS), Operator.GE, cast))
        is_past = not at.is_explicit and at.edition is not None and not (is_of_now(at) or is_fresh(at))
        if is_past and len(known) == len(cast) == 1:
            claims.extend(ever_hosted(at, known[0]))
    is_open = at.edition is not None and not is_meant(at) and awards_named(at) != {at.award}
    return (*claims, *another_night(at, who)) if claims and is_open else tuple(claims)


def hosted_so(at: Frame, who: Sequence[Item]) -> tuple[Claim, ...]:
    """`WHO hosted in white tie`: the ceremony, if the sentence goes on to no party."""
    after = at.place.sentence.items[at.place.span[1] :] if at.place is not None else ()
    return hosted(at, who) if ELSEWHERE.isdisjoint([item.kind for item in after]) else ()


ELSEWHERE = frozenset(("ELSEWHERE", "OTHERPRIZE", "STRANGER"))
"""Kinds of words for what else somebody may host."""


def is_after_other_day(at: Frame) -> bool:
    """Whether somebody hosted on a day that was not that of the ceremony in view."""
    days = [item for item in at.place.sentence.items if item.kind == "TIME"] if at.place is not None else []
    return is_on_other_day(at) or (at.held is None and any(item.value in WEEKDAYS for item in days))


def is_fresh(at: Frame) -> bool:
    """Whether "hosted" can only be told of the last night: nothing says when or how often, and it was days ago."""
    if at.place is None or at.held is None or not 0 <= (at.as_of - at.held).days <= FRESH_DAYS or at.is_of_past:
        return False
    items, (first, last) = at.place.sentence.items, at.place.span
    is_perfect = any(item.kind in ("HOSTED", "HOST") and item.value == PERFECT for item in items[first:last])
    is_told = any(item.kind == "WHO" for item in items[first:last]) or is_perfect
    return not is_told and not any(item.kind in ("TIMES", "NUMBER") for item in items[last - 1 : last + 2])


def awards_named(at: Frame) -> set[str | None]:
    """The awards that the story has named by then: where it is this one alone, a host is one of its nights."""
    told = (*at.place.earlier, at.place.sentence) if at.place is not None else ()
    return {item.award for sentence in told for item in sentence.items if is_award_name(item)}


def another_night(at: Frame, who: Sequence[Item]) -> Iterator[Claim]:
    """That somebody was the host of a night that the record does not hold, which is never decided."""
    people = [item.value for item in who if isinstance(item.value, Person)]
    yield from (Compare(Exists(Select((OfPerson(person), OTHER_NIGHT))), Operator.EQ, True) for person in people[:1])


def ever_hosted(at: Frame, person: Person) -> Iterator[Claim]:
    """That the person had hosted the award at some time before the article."""
    if at.award == MAIN_AWARD:
        yield Compare(Attribute(person, Property.TIMES_HOSTED, at.as_of), Operator.GE, 1)
    elif at.edition is not None:
        yield Compare(Attribute(person, Property.TIMES_HOSTED, Edition(at.award, at.edition)), Operator.GE, 1)


def named_host(
    at: Frame, who: Sequence[Item], body: Item | None = None, *, modal: Item | None = None
) -> tuple[Claim, ...]:
    """`Host WHO` at the start of a sentence, `hosted by WHO`: of the night in view alone, if there is one."""
    claims = hosted(at, who, body) if not is_guess(modal) else ()
    if at.is_explicit or not is_meant(at):
        return claims if at.edition is not None else ()
    return tuple(claim for claim in claims if isinstance(claim.left, Attribute) and claim.left.name is Property.HOSTS)


def hosts(at: Frame, who: Sequence[Item]) -> tuple[Claim, ...]:
    """`hosts WHO and WHO`; one name after it may be an object."""
    return hosted(at, who) if len(who) > 1 else ()


def was_host(at: Frame, who: Item, body: Item | None = None) -> tuple[Claim, ...]:
    """`WHO was the host (of BODY)`."""
    return hosted(at, (who,), body)


def hostless(at: Frame, nobody: Item, body: Item | None = None) -> Claim | None:
    """`no host`, `the hostless BODY`: nobody hosted the edition in view."""
    if at.edition is None or not is_meant(at) or not is_ceremony(body) or at.award != MAIN_AWARD:
        return None
    return Compare(Attribute(Edition(at.award, at.edition), Property.HOSTS), Operator.EQ, frozenset((NOBODY,)))


def one_of_hosts(at: Frame, who: Item, n: Item | None = None) -> tuple[Claim, ...]:
    """`WHO, one of N hosts`."""
    return hosted(at, (who,))


def host_in(at: Frame, who: Item, year: Item) -> tuple[Claim, ...]:
    """`WHO, the host in YEAR`: of that year's night, or of the night that honoured its films."""
    if not at.is_explicit or at.edition is None or not isinstance(who.value, Person):
        return ()
    hosted_by = (Attribute(Edition(at.award, number), Property.HOSTS) for number in (at.edition,))
    return tuple(Compare(hosts, Operator.GE, frozenset((who.value,))) for hosts in hosted_by)


def with_host(at: Frame, who: Item) -> tuple[Claim, ...]:
    """`on DATE, with WHO`: borne out where that is the host, else of no consequence."""
    claims = named_host(at, (who,))
    return (*claims, *another_night(at, (who,))) if claims else ()


def hosted_in(at: Frame, who: Item, year: Item) -> Claim | None:
    """`WHO hosted in YEAR and YEAR`: the frame is on the first of these years, and there is a ceremony a year."""
    if at.edition is None or at.held is None or not at.is_explicit or not isinstance(who.value, Person):
        return None
    assert isinstance(year.value, int)
    number = at.edition + year.value - at.held.year
    if number < 1:
        return None
    return Compare(Attribute(Edition(at.award, number), Property.HOSTS), Operator.GE, frozenset((who.value,)))


def hosted_nth_time(at: Frame, who: Item, nth: Item) -> tuple[Claim, ...]:
    """`WHO hosted for the NTH time`, counted up to the edition in view; one that lies ahead is not counted yet."""
    times = 1 if nth.kind in ("FIRSTTIME", "HOSTDEBUT") else nth.value
    if at.edition is None or not is_meant(at) or not isinstance(who.value, Person) or not isinstance(times, int):
        return ()
    if at.award != MAIN_AWARD and at.weight < 1:
        return ()
    night = Compare(Attribute(who.value, Property.TIMES_HOSTED, Edition(at.award, at.edition)), Operator.EQ, times)
    if at.held is None or at.held <= at.as_of:
        return (night,)
    return (Compare(Attribute(who.value, Property.TIMES_HOSTED, at.as_of), Operator.EQ, times - 1),)


def hosted_times(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO hosted N times`: up to the article, up to the edition in view, or before it."""
    times = int(n.value) if isinstance(n.value, int | str) and str(n.value).isdigit() else None
    if not isinstance(who.value, Person) or times is None:
        return ()
    number = at.edition or 0
    when: list[dt.date | Edition] = [at.as_of] if at.award == MAIN_AWARD else []
    when += [Edition(at.award, number - back) for back in (0, 1) if number > back]
    person = who.value
    return tuple(Compare(Attribute(person, Property.TIMES_HOSTED, day), Operator.EQ, times) for day in when)


def hosted_in_a_row(at: Frame, who: Item, nth: Item) -> Claim | None:
    """`WHO hosted for the NTH year in a row`: that many ceremonies back as well."""
    if at.edition is None or not is_meant(at) or not isinstance(who.value, Person) or not isinstance(nth.value, int):
        return None
    first = at.edition - nth.value + 1
    if first < 1:
        return None
    return Compare(Attribute(Edition(at.award, first), Property.HOSTS), Operator.GE, frozenset((who.value,)))


CEREMONY = "<ASIDE body:EVENT COMMA? WAS? modal:MODAL? BE?"

RULES = (
    rule(
        "hosts/hosted-event", "who:HOSTING* ~ HOSTED OF? TIME? POSS? ORDINAL? body:EVENT !NOTHOST", hosted, priority=4
    ),
    rule("hosts/hosted", "who:HOSTING* ~ HOSTED =AFTERHOST", hosted, priority=3),
    rule(
        "hosts/hosted-by",
        f"{CEREMONY} HELD? AT? IN? VENUE? ON? DATE? AT? VENUE? AND? ~ HOSTED BY who:HOSTEDBY*",
        named_host,
        priority=4,
    ),
    rule("hosts/with-host", "WITH who:HOSTEDBY* ~ AS HOST !OF", named_host, priority=4),
    rule("hosts/tonights-host", "^ TIME? POSS? BODY? HOST COMMA? who:ANYHOST*", named_host, priority=4),
    rule("hosts/host-named", "<BESIDEHOST HOST COMMA? WAS? who:ANYHOST*", hosted, priority=3),
    rule("hosts/host-beside", "HOST who:ANYHOST", with_host, priority=1),
    rule("hosts/hosts-named", "<BESIDEHOST HOSTS COMMA? who:ANYHOST*", hosts, priority=3),
    rule("hosts/hosting-of", "who:PERSONOF POSS ~ HOSTED OF? TIME? POSS? body:EVENT", was_host, priority=4),
    rule("hosts/own-nth-time-at", "who:OWNER POSS? nth:NTHTIME TURNOF? AS BODY? HOST", hosted_nth_time, priority=5),
    rule("hosts/had-duties", "who:HOSTING* ~ HADDUTIES ~ DUTIES =HOSTHOWEND", hosted, priority=4),
    rule("hosts/duties-of", "DUTIES WAS? ~ HADDUTIES ~ AMONGHOSTS? who:NAMEDHOST*", hosted, priority=4),
    rule("hosts/with-hosting", "WITH who:HOSTEDBY* ~ HOSTED =HOSTHOWEND", named_host, priority=4),
    rule("hosts/hosted-how", "who:HOSTING* ~ HOSTED =HOSTHOW", hosted_so, priority=2),
    rule("hosts/no-host", "nobody:HOSTLESS =NOHOSTEND", hostless, priority=3),
    rule("hosts/no-host-of", "nobody:HOSTLESS NUMBERED? body:EVENT", hostless, priority=4),
    rule("hosts/one-of", "who:ANYBODY COMMA? WAS? AMONG NUMBER OTHER? HOSTS", one_of_hosts, priority=4),
    rule("hosts/host-in", "who:ANYBODY COMMA ~ HOST OFYEAR year:YEAR =ENDING", host_in, priority=5),
    rule("hosts/dated-with", "BODY ON TIME? COMMA? DATE COMMA? WITH who:PERSONOF =ENDING", with_host, priority=3),
    rule(
        "hosts/named-nth-time",
        "HOST COMMA? who:ANYBODY COMMA? ONTURN HIS nth:NTHTIME STINT",
        hosted_nth_time,
        priority=6,
    ),
    rule("hosts/hosts-on", "who:SOMEBODY HOSTS ON TIME? COMMA? DATE", was_host, priority=3),
    rule("hosts/host-line", "^ HOST COLON who:ANYHOST*", hosted, priority=4),
    rule("hosts/were-hosts", "who:HOSTING* WAS ~ HOSTS =ENDING", hosted, priority=4),
    rule("hosts/hosts", "who:SOMEBODY HOSTS =AFTERHOST", was_host, priority=3),
    rule("hosts/was-host", "who:SOMEBODY WAS ~ HOST =ENDING", was_host, priority=3),
    rule("hosts/host-apposed", "who:HOSTING* COMMA HOST =CLOSING", hosted, priority=3),
    rule("hosts/new-host-apposed", "who:ANYBODY COMMA OTHER HOST =CLOSING", was_host, priority=2),
    rule("hosts/stint-as-host", "who:PERSONOF POSS STINT AS BODY? HOST", was_host, priority=4),
    rule("hosts/debut", "who:SOMEBODY COMMA? MADE HIS BODY? nth:HOSTDEBUT", hosted_nth_time, priority=5),
    rule("hosts/own-nth-running", "who:OWNER POSS? nth:ORDINAL CONSECUTIVE AS? HOSTDOING", hosted_in_a_row, priority=6),
    rule("hosts/apposed-nth-time", "who:ANYBODY COMMA nth:NTHTIME TIMES? BODY? HOST", hosted_nth_time, priority=6),
    rule("hosts/apposed-n-times", "who:ANYBODY COMMA n:NUMBER TIMES BODY? HOST", hosted_times, priority=6),
    rule("hosts/nth-time-by", "HOSTED FOR ~ nth:NTHTIME TIMES? BY who:PERSONOF", hosted_nth_time, priority=6),
    rule("hosts/own-nth-event", "HOSTED who:HIS nth:NTHTIME EVENT", hosted_nth_time, priority=6),
    rule("hosts/host-of", "who:ANYBODY COMMA? WAS? ~ HOST OF body:EVENT", was_host, priority=5),
    rule("hosts/hosted-in", "who:SOMEBODY ~ HOSTED BODY? CEREMONY? IN year:YEAR+", hosted_in, each="year", priority=5),
    rule(
        "hosts/nth-time",
        "who:HOSTER COMMA? ~ HOSTDOER TIME? POSS? ORDINAL? EVENT? COMMA? FOR ~ nth:NTHTIME TIMES?"
        " !SINCE !IN !CONSECUTIVE",
        hosted_nth_time,
        priority=4,
        tail="nth",
    ),
    rule(
        "hosts/as-host-nth-time",
        "who:HOSTER ~ AS HOST FOR ~ nth:NTHTIME TIMES? !SINCE !IN !CONSECUTIVE",
        hosted_nth_time,
        priority=4,
        tail="nth",
    ),
    rule("hosts/nth-time-host", "nth:NTHTIME TIMES? HOST COMMA? who:ANYBODY", hosted_nth_time, priority=6),
    rule(
        "hosts/own-nth-time",
        "who:OWNER POSS? nth:NTHTIME TURNOF? EVENT? AS? HOSTDOING",
        hosted_nth_time,
        priority=5,
    ),
    rule("hosts/times", "who:HOSTER ~ HOSTED BODY? CEREMONY? ~ n:NUMBER TIMES", hosted_times, priority=4, tail="n"),
    rule("hosts/twice", "who:HOSTER ~ HOSTED BODY? CEREMONY? ~ n:TIMES", hosted_times, priority=3, tail="n"),
    rule("hosts/n-times-host", "n:NUMBER TIMES HOST COMMA? who:ANYBODY", hosted_times, priority=6),
    rule(
        "hosts/in-a-row",
        "who:HOSTER COMMA? ~ IN? HOSTDOER OTHER? TIME? POSS? ORDINAL? EVENT? COMMA? FOR ~ nth:ORDINAL TIMES? OTHER?"
        " CONSECUTIVE",
        hosted_in_a_row,
        priority=4,
        tail="nth",
    ),
)
