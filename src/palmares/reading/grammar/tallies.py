"""How many nominations or wins a film or person has.

A film's count is over all its nominations at one award; a person's is of the night in view or of a career, and both are
kept as readings. The trap: "won one Oscar" says nothing that "won an Oscar" does not, so it is counted like any other.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Outcome,
    Person,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import nominations
from palmares.reading.grammar.counting import at_least, narrowed, tally, uncounted, with_film
from palmares.reading.items import Item
from palmares.reading.owners import named_in
from palmares.reading.rules import rule


def nominated_times(
    at: Frame,
    who: Item,
    n: Item,
    what: Item | None = None,
    *,
    body: Item | None = None,
    area: tuple[Item, ...] | None = None,
    film: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO has N nominations (for WHAT) (for FILM)`; "turned one nomination in eight" counts wins."""
    if is_share(at):
        return ()
    return times(at, who, n, what=what, outcome=Outcome.NOMINATED, area=area, film=film)


def all_nominated_times(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO and WHO have N nominations`: each has so many, or, where nothing says "each", all of them together."""
    claims = nominated_times(at, who, n)
    kinds = [item.kind for item in at.place.sentence.items] if at.place else []
    return claims if "EACH" in kinds or not claims else (*claims, uncounted())


def won_times(
    at: Frame,
    who: Item,
    n: Item,
    what: Item | None = None,
    *,
    body: Item | None = None,
    area: tuple[Item, ...] | None = None,
    film: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO won N awards (for FILM)`; a singular ("ten Oscar and seven Bafta nominations") counts no wins."""
    if body is not None and body.kind == "AWARD" and body.value == "prize" and n.value != 1:
        return ()
    return times(at, who, n, what=what, outcome=Outcome.WON, area=area, film=film)


def times(
    at: Frame,
    who: Item,
    n: Item,
    *,
    what: Item | None,
    outcome: Outcome,
    area: tuple[Item, ...] | None,
    film: Item | None,
) -> tuple[Claim, ...]:
    """The count of one outcome: a person's for one film, or anybody's in each kind of prize that is meant."""
    number = n.value
    assert isinstance(number, int)
    if film is not None and isinstance(who.value, Person):
        return with_film(at, who, number, film=film, what=what, outcome=outcome)
    each = (tally(at, who, number, what=narrow, outcome=outcome) for narrow in narrowed(what, area))
    return tuple(claim for claims in each for claim in claims)


def bare_wins(at: Frame, who: Item, verb: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO won four`; "won the one" counts nothing."""
    is_near = at.place is None or not any(verb.end <= item.start < n.start for item in at.place.sentence.items)
    if is_of_some(at) or (n.value == 1 and is_near and n.start > verb.end + ARTICLE):
        return ()
    return won_times(at, who, n)


def is_share(at: Frame) -> bool:
    """Whether "in" and a number follow: "one nomination in eight"."""
    if at.place is None:
        return False
    last = at.place.span[1]
    return [item.kind for item in at.place.sentence.items[last : last + 2]] == ["IN", "NUMBER"]


def is_of_some(at: Frame) -> bool:
    """Whether "of" and something other than nominations follow: "three of the four acting prizes"."""
    if at.place is None:
        return False
    items, last = at.place.sentence.items, at.place.span[1]
    kinds = [item.kind for item in items[last : last + 3] if item.kind != "OTHER"]
    is_of = kinds[:1] == ["OF"] and kinds[1:2] not in (["ITS"], ["HIS"])
    return is_of and kinds[2:3] not in (["NOMINATION"], ["STOP"], ["FOR"], ["IT"], ["COMMA"])


ARTICLE = 4
"""Characters of "the " and the space before it, which is no item."""


def at_least_won(at: Frame, who: Item, n: Item, *, body: Item) -> tuple[Claim, ...]:
    """`WHO is the youngest person to win N awards`: it has at least so many."""
    if not isinstance(n.value, int) or (body.kind == "TROPHY" and body.award is None):
        return ()
    return at_least(nominations(replace(at, edition=None, season=None), who, outcome=Outcome.WON), n.value)


def either(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO came second with N`: so many nominations, or so many wins; before the night only the former."""
    if at.place is not None and any(item.kind in HOSTING for item in at.place.sentence.items):
        return ()
    if (at.held is not None and at.as_of < at.held) or (at.edition is None and not isinstance(who.value, Person)):
        return nominated_times(at, who, n)
    claims = (*nominated_times(at, who, n), *won_times(at, who, n))
    told = last_prize(at) if isinstance(who.value, Person) else None
    return (
        claims
        if told is None
        else (*claims, *nominated_times(at, who, n, what=told), *won_times(at, who, n, what=told))
    )


def last_prize(at: Frame) -> Item | None:
    """The prize that a sentence names last before a match, in which a bare number may count."""
    before = at.place.sentence.items[: at.place.span[0]] if at.place is not None else ()
    return next((item for item in reversed(before) if item.kind in ("PRIZE", "WEAKPRIZE")), None)


HOSTING = frozenset(("HOSTED", "HOST", "HOSTS", "DUTIES"))
"""Kinds of words by which a bare number counts evenings as host."""


def from_tries(
    at: Frame, who: Item, n: Item, *, thing: Item | None = None, area: tuple[Item, ...] | None = None
) -> tuple[Claim, ...]:
    """`WHO won two out of N`: of so many nominations, where a film is spoken of or the noun says so."""
    if thing is None and isinstance(who.value, Person):
        return ()
    others = [one for one in named_in(at.place) if one.value != who.value]
    return tuple(claim for one in (who, *others[:2]) for claim in nominated_times(at, one, n, area=area))


def was_with(
    at: Frame,
    who: Item,
    n: Item,
    *,
    thing: Item | None = None,
    area: tuple[Item, ...] | None = None,
) -> tuple[Claim, ...]:
    """`WHO was the winner with N Oscars`; "was the first with three" counts those of a kind."""
    items, (first, last) = (at.place.sentence.items, at.place.span) if at.place else ((), (0, 0))
    if any(item.kind == "ORDINAL" and item.end <= n.start for item in items[first:last]):
        return ()
    if thing is None:
        return either(at, who, n)
    counting = nominated_times if thing.kind == "NOMINATION" else won_times
    return counting(at, who, n, body=thing, area=area)


def apposed_count(
    at: Frame, who: Item, n: Item, *, thing: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO, five Oscars`, `WHO: ten nominations`, `WHO took the most: five`."""
    if thing is None:
        return either(at, who, n)
    return nominated_times(at, who, n) if thing.kind == "NOMINATION" else won_times(at, who, n, body=thing)


TRIED_FOR = "( THAT? FOR? WHICH? IT TRYING FOR? )?"
"""What it was up for, told after the number: "all four that it went for"."""
UNCOUNTED = "!NOMINATION !BODY !TIMES !WHAT !TROPHY !LOSS !TRY !WIN !YEARS !HABIT"
FOR_FILM = "( EACH? FOR 's film:ANYFILM )?"
AREA = "( FOR ITS? HIS? area:WHAT+ )?"
"""What a count is of, told after it: "five nominations for directing"."""

RULES = (
    rule(
        "tallies/nominations",
        f"who:SUBJECT ... TOOK ~ n:NUMBER OTHER? BODYISH? OTHER? what:WHAT? NOMINATION {AREA} {FOR_FILM}",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/all-nominations",
        "who:SUBJECT+ ... TOOK ~ n:NUMBER BODYISH? NOMINATION",
        all_nominated_times,
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
        "tallies/nominated-for-times",
        "who:SUBJECT ... NOMINATED FOR what:WHAT n:NUMBER TIMES",
        nominated_times,
        priority=6,
    ),
    rule(
        "tallies/own-nominations",
        f"who:OWNER POSS? n:NUMBER OTHER? BODYISH? OTHER? what:WHAT? NOMINATION {AREA} {FOR_FILM}",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/from-nominations",
        f"who:SUBJECT ... TOOK .. NUMBER .. FROM ITS? n:NUMBER NOMINATION {AREA}",
        nominated_times,
        priority=6,
        tail="n",
    ),
    rule(
        "tallies/from-tries",
        f"who:SUBJECT ... TALLIED NUMBER? ... FROM ITS? HIS? n:NUMBER thing:TRIED {AREA}",
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
        "^ WITH OTHER? n:NUMBER OTHER? BODYISH? NOMINATION COMMA who:SUBJECT",
        nominated_times,
        priority=5,
    ),
    rule(
        "tallies/nominations-for",
        "<HIS <ITS <POSS n:NUMBER BODYISH? NOMINATION FOR who:NOUN",
        nominated_times,
        priority=4,
    ),
    rule(
        "tallies/wins",
        f"who:SUBJECT ... TOOK ~ n:NUMBER OF? MIDST? what:WHAT? body:AWARDED !NOMINATION {AREA} {FOR_FILM}",
        won_times,
        priority=4,
    ),
    rule(
        "tallies/prizes", "who:SUBJECT ... TOOK ~ n:NUMBER what:PRIZE !NOMINATION !NOMINEE !WIN", won_times, priority=4
    ),
    rule(
        "tallies/share-of-kind",
        "who:SUBJECT ... TAKEN ~ n:NUMBER / OF OTHER? NUMBER what:WHAT TROPHY",
        won_times,
        priority=7,
        tail="n",
    ),
    rule(
        "tallies/wins-beside",
        "who:SUBJECT ... WON .. WHAT AND ~ n:NUMBER body:AWARDED !NOMINATION",
        won_times,
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/win-count",
        f"who:SUBJECT ... TOOK ~ n:NUMBER BODY? what:WHAT? WIN {AREA} {FOR_FILM}",
        won_times,
        priority=5,
    ),
    rule("tallies/win-count-at", "who:SUBJECT ... GOT .. n:NUMBER WIN", won_times, priority=4),
    rule("tallies/all-wins", "who:SUBJECT+ ... WON ~ n:NUMBER EACH", won_times, each="who", priority=4),
    rule(
        "tallies/bare-wins",
        f"who:SUBJECT ... verb:WON OTHER? ~ n:NUMBER {TRIED_FOR} !NUMBER !OTHER !FURTHER !MORE {UNCOUNTED}",
        bare_wins,
        priority=3,
    ),
    rule(
        "tallies/with-number",
        f"who:SUBJECT ... WITH n:NUMBER !NUMBER !OF !YEARS !OTHER !FURTHER !MORE !YEAROLD !FOR {UNCOUNTED}",
        either,
        priority=2,
    ),
    rule(
        "tallies/body-trophies",
        "who:SUBJECT ... TOOK ~ n:NUMBER BODY OTHER? what:WHAT? body:TROPHY !NOMINATION",
        won_times,
        priority=5,
    ),
    rule("tallies/with-its-own", "who:SUBJECT ... WITH n:NUMBER OF HERS", either, priority=3),
    rule("tallies/won-in", "who:SUBJECT ... WON IN n:NUMBER RACE? =COUNTEND", won_times, priority=4),
    rule("tallies/up-for-number", "who:SUBJECT ... NOMINATED FOR? n:NUMBER =COUNTEND", nominated_times, priority=4),
    rule(
        "tallies/each-up-for",
        "who:SUBJECT+ COMMA? EACH NOMINATED FOR? n:NUMBER =COUNTEND",
        nominated_times,
        each="who",
        priority=5,
    ),
    rule(
        "tallies/with-number-of-own",
        "who:SUBJECT .. MATCHED? .. WITH n:NUMBER OF POSSESSIVE OTHER =COUNTEND",
        either,
        priority=3,
    ),
    rule("tallies/whom-with", "who:KNOWNOF COMMA? WITH n:NUMBER =COUNTEND", either, priority=2),
    rule("tallies/went-to", "n:NUMBER body:AWARDED WENT who:NOUN", won_times, priority=5),
    rule("tallies/nominated-in", "who:SUBJECT WAS? NOMINATED IN? n:NUMBER RACE", nominated_times, priority=5),
    rule("tallies/bare-has", "who:SUBJECT ... HAS n:NUMBER =COUNTEND", either, priority=2),
    rule("tallies/bare-got", "who:SUBJECT ... GOT n:NUMBER =COUNTEND", either, priority=3),
    rule("tallies/wins-for", "n:NUMBER body:AWARDED FOR 's who:NOUN !CASTING", won_times, priority=3),
    rule(
        "tallies/own-wins",
        f"who:OWNER POSS? n:NUMBER OTHER? body:AWARDED !NOMINATION {AREA} {FOR_FILM}",
        won_times,
        priority=4,
    ),
    rule(
        "tallies/was-with-wins",
        f"who:SUBJECT WAS .. WITH ~ n:NUMBER thing:AWARDED !NOMINATION {AREA}",
        was_with,
        priority=4,
    ),
    rule(
        "tallies/was-with-nominations",
        f"who:SUBJECT WAS .. WITH ~ n:NUMBER BODYISH? thing:NOMINATION {AREA}",
        was_with,
        priority=5,
    ),
    rule("tallies/level-on", "who:SUBJECT+ .. LEVELON n:NUMBER", either, each="who", priority=5),
    rule("tallies/was-with", "who:SUBJECT WAS .. WITH n:NUMBER =CLAUSEEND", was_with, priority=3),
    rule("tallies/apposed", "who:NAME CLAUSEMARK n:NUMBER BODY? thing:THING =ENDING", apposed_count, priority=3),
    rule(
        "tallies/most-of-all",
        "who:SUBJECT .. TOOK ~ MOST thing:THING? CLAUSEMARK n:NUMBER =ENDING",
        apposed_count,
        priority=5,
        tail="n",
    ),
    rule("tallies/each-have", "who:SUBJECT+ EACH TOOK ~ n:NUMBER =COUNTEND", either, each="who", priority=5),
    rule("tallies/all-have", "who:SUBJECT+ TOOK ~ n:NUMBER EACH", either, each="who", priority=5),
    rule("tallies/opening-times", "^ NOMINATED n:NUMBER TIMES COMMA who:SUBJECT", nominated_times, priority=5),
    rule("tallies/opening-up-for", "^ NOMINATED FOR? n:NUMBER BODYISH? COMMA who:SUBJECT", nominated_times, priority=5),
    rule(
        "tallies/more-than-any",
        "who:SUBJECT .. TOOK ~ MORE thing:THING RIVALS .. COMMA n:NUMBER =ENDING",
        apposed_count,
        priority=5,
        tail="n",
    ),
    rule(
        "tallies/first-to-win-number",
        "who:SUBJECT WAS? .. AGEST ... TOWIN ~ n:NUMBER body:AWARDED",
        at_least_won,
        priority=5,
    ),
    rule(
        "tallies/nominations-with",
        "who:SUBJECT INFRONT? .. NOMINATION TALLY? WITH ~ n:NUMBER =COUNTEND",
        nominated_times,
        priority=5,
    ),
)
