"""Counts told apart from whom they are of: "ten nominations, no wins", "six of 14", "a three-time nominee".

The owner is looked for in the words round the count (see `owners`); every one that it may be is a reading. The trap:
where somebody unknown may be meant, the last reading is one that the record cannot decide, so nothing is refuted.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Outcome,
    Person,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.counting import MOST_IN_A_NIGHT, elsewhere, narrowed, tally
from palmares.reading.grammar.often import times_of
from palmares.reading.grammar.tallies import either, is_share, last_prize
from palmares.reading.items import Item
from palmares.reading.owners import is_definite, owners
from palmares.reading.rules import rule

OUTCOMES = {
    "NOMINATION": Outcome.NOMINATED,
    "NOMINEE": Outcome.NOMINATED,
    "TRY": Outcome.NOMINATED,
    "LOSS": Outcome.LOST,
}
"""What a thing that is counted tells of the outcome; of others it is that they were won."""


def of_owners(
    at: Frame,
    number: int,
    outcome: Outcome,
    *,
    what: Item | None,
    are_people: bool = False,
    is_loose: bool = True,
    is_generic: bool = False,
) -> tuple[Claim, ...]:
    """That one of those whose the count may be has so many."""
    found = owners(at.place, are_people=are_people)
    loose = replace(at, is_explicit=False, is_of_past=False)
    claims = [claim for who in found.items for claim in tally(loose, who, number, what=what, outcome=outcome)]
    is_of_any_body = is_generic and any(isinstance(who.value, Person) for who in found.items)
    is_open = number > MOST_IN_A_NIGHT or is_of_any_body or (is_loose and is_vague(at, what, outcome))
    if claims and (is_open or not found.is_sure):
        claims[1:1] = elsewhere(found.items[0])
    return tuple(claims)


def is_vague(at: Frame, what: Item | None, outcome: Outcome) -> bool:
    """Whether a count may be of all there are: "the four prizes", "four acting prizes"."""
    return is_definite(at.place) or (what is not None and outcome is not Outcome.NOMINATED)


def loose_count(
    at: Frame,
    n: Item,
    thing: Item,
    what: Item | None = None,
    *,
    body: Item | None = None,
    area: tuple[Item, ...] | None = None,
) -> tuple[Claim, ...]:
    """`N nominations`, `N Oscars (for WHAT)`, said of somebody near."""
    assert isinstance(n.value, int)
    if is_share(at) or is_partial(at, thing):
        return ()
    outcome = OUTCOMES.get(thing.kind, Outcome.WON)
    is_generic = thing.kind == "TROPHY" and thing.award is None
    are_people = thing.kind == "LOSS"
    options = {"are_people": are_people, "is_loose": not area, "is_generic": is_generic}
    beside = (prize_beside(at),) if what is None and not area else ()
    made = (of_owners(at, n.value, outcome, what=narrow, **options) for narrow in (*narrowed(what, area), *beside))
    return tuple(claim for claims in made for claim in claims)


def prize_beside(at: Frame) -> Item | None:
    """The prize of the count right before, which this one may be of too: "nine directing nominations and two wins"."""
    before = at.place.sentence.items[: at.place.span[0]] if at.place is not None else ()
    is_beside = [item.kind for item in before[-2:]] == ["NOMINATION", "AND"]
    return last_prize(at) if is_beside else None


def is_partial(at: Frame, thing: Item) -> bool:
    """Whether prizes by name stand before the count in one list with it: "best actress and three craft prizes"."""
    if at.place is None or thing.kind not in ("TROPHY", "AWARD", "WIN"):
        return False
    before = [item.kind for item in at.place.sentence.items[: at.place.span[0]]]
    return before[-1:] in (["AND"], ["COMMA"]) and before[-2:-1] in (["PRIZE"], ["WEAKPRIZE"])


def share(at: Frame, n: Item, m: Item, what: Item | None = None, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`N of its M nominations`: so many were won."""
    if not isinstance(n.value, int) or not isinstance(m.value, int) or n.value > m.value or is_of_losses(at):
        return ()
    return of_owners(at, n.value, Outcome.WON, what=what)


def is_of_losses(at: Frame) -> bool:
    """Whether a verb of losing stands before the match: "lost eight of its 10 nominations"."""
    return at.place is not None and "LOST" in [item.kind for item in at.place.sentence.items[: at.place.span[0]]]


def whole(at: Frame, m: Item, thing: Item | None = None) -> tuple[Claim, ...]:
    """`N of its M nominations`: there were so many."""
    assert isinstance(m.value, int)
    return of_owners(at, m.value, Outcome.NOMINATED, what=None)


def one_of(at: Frame, one: Item, m: Item, thing: Item | None = None) -> tuple[Claim, ...]:
    """`one of the M Oscars it was up for`: it won one."""
    return share(at, one.meaning(1), m) if one.value == "one" else ()


def none_of(at: Frame, n: Item, thing: Item, who: Item | None = None) -> tuple[Claim, ...]:
    """`none of its N nominations`, `none of the N nominations for WHO`: there were so many."""
    assert isinstance(n.value, int)
    if who is not None:
        return tally(at, who, n.value, what=None, outcome=Outcome.NOMINATED)
    return whole(at, n)


def won_of(at: Frame, n: Item, thing: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`all seven of its nominations`, `three of his nominations`: so many there were, or were won, or lost."""
    assert isinstance(n.value, int)
    outcomes = (Outcome.NOMINATED, Outcome.WON, Outcome.LOST)
    return tuple(claim for outcome in outcomes for claim in of_owners(at, n.value, outcome, what=what))


def so_often(
    at: Frame,
    n: Item,
    thing: Item,
    what: Item | None = None,
    *,
    body: Item | None = None,
    area: tuple[Item, ...] | None = None,
) -> tuple[Claim, ...]:
    """`a six-time nominee`, `two-time best actress winner`, `two-time winner of WHAT`: over the career."""
    assert isinstance(n.value, int)
    outcome = Outcome.NOMINATED if thing.kind in ("NOMINEE", "NOMINATED") else Outcome.WON
    outcome = Outcome.LOST if thing.kind in ("LOST", "LOSER") else outcome
    claims: tuple[Claim, ...] = ()
    for narrow in narrowed(what, area):
        claims += of_owners(at, n.value, outcome, what=narrow, are_people=True, is_loose=False)
    return claims


def each_one(at: Frame, n: Item, thing: Item | None = None, what: Item | None = None) -> tuple[Claim, ...]:
    """`N each`, said of several: one of those near has so many."""
    assert isinstance(n.value, int)
    outcomes = (Outcome.WON, Outcome.NOMINATED) if thing is None else (OUTCOMES.get(thing.kind, Outcome.WON),)
    if thing is None and at.held is not None and at.as_of < at.held:
        outcomes = (Outcome.NOMINATED,)
    return tuple(claim for outcome in outcomes for claim in of_owners(at, n.value, outcome, what=what))


TAKING = frozenset(("WON", "GOT", "HAS"))


def in_all(at: Frame, n: Item) -> tuple[Claim, ...]:
    """`three in all`, said of somebody near or of nobody; after a verb of losing so many were lost."""
    assert isinstance(n.value, int)
    claims = of_owners(at, n.value, Outcome.LOST, what=None) if is_of_losses(at) else each_one(at, n)
    return (claims[0], *elsewhere(owners(at.place).items[0]), *claims[1:]) if claims else ()


def listed(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`FILM (N)`, `FILM – N` where counts are listed: so many nominations or wins."""
    if at.place is None or n.value == 1:
        return ()
    lines = (*at.place.earlier[-LINES:], at.place.sentence)
    is_of_prizes = any(item.kind in COUNTING for line in lines for item in line.items)
    return either(at, who, n) if is_of_prizes else ()


LINES = 6
"""Lines back in which a list says what it counts."""
COUNTING = frozenset("NOMINATION WIN WON TROPHY AWARD TALLY".split())


def each_named(at: Frame, n: Item, who: Item, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`N apiece are WHO and WHO`, `N for WHO`; "won N apiece for FILM" is said of others."""
    assert isinstance(n.value, int)
    if at.place is not None and at.place.span[0] and at.place.sentence.items[at.place.span[0] - 1].kind in TAKING:
        return ()
    if thing is None:
        return either(at, who, n)
    return tally(at, who, n.value, what=None, outcome=OUTCOMES.get(thing.kind, Outcome.WON))


def part(at: Frame, n: Item, area: tuple[Item, ...]) -> tuple[Claim, ...]:
    """`three of them for WHAT`, `including two for WHAT`: so many of those won, or of those it was up for."""
    assert isinstance(n.value, int)
    (narrow, *_) = narrowed(None, area)
    if narrow is None:
        return ()
    outcomes = (Outcome.WON, Outcome.NOMINATED)
    return tuple(
        claim for outcome in outcomes for claim in of_owners(at, n.value, outcome, what=narrow, is_loose=False)
    )


def part_of(at: Frame, n: Item, who: Item) -> tuple[Claim, ...]:
    """`three of them WHO's`: so many of a film's are somebody's, won or not."""
    assert isinstance(n.value, int)
    if not isinstance(who.value, Person):
        return ()
    return either(at, who, n)


def doubly(at: Frame, thing: Item, area: tuple[Item, ...] | None = None) -> tuple[Claim, ...]:
    """`a double nominee (for WHAT)`: two in the night in view, or in all."""
    if thing.value is None or not str(thing.value).isdigit():
        return ()
    return so_often(at, thing.meaning(int(str(thing.value))), thing, area=area)


def twice(at: Frame, n: Item, thing: Item, what: Item | None = None) -> tuple[Claim, ...]:
    """`twice nominated`, `nominated twice over`."""
    times = times_of(n)
    if times is None:
        return ()
    kinds = ("NOMINATED", "WON") if thing.kind == "HONOURED" else (thing.kind,)
    return tuple(claim for kind in kinds for claim in so_often(at, n.meaning(times), thing.of_kind(kind), what))


def nothing_near(at: Frame, thing: Item) -> tuple[Claim, ...]:
    """`not one win`, said of somebody near."""
    return of_owners(at, 0, Outcome.WON, what=None)


def score(at: Frame, who: Item, other: Item, *, n: Item, thing: Item | None = None) -> tuple[Claim, ...]:
    """`WHO beat OTHER, N to M`: the first of the two has N, or whoever is meant."""
    assert isinstance(n.value, int)
    wins = [tally(at, one, n.value, what=None, outcome=Outcome.WON) for one in (who, other)]
    return tuple(claim for claims in wins for claim in claims)


def came_to(at: Frame, n: Item, thing: Item | None = None) -> tuple[Claim, ...]:
    """`M nominations came down to N`: so many were won."""
    assert isinstance(n.value, int)
    return of_owners(at, n.value, Outcome.WON, what=None)


TOTAL = "<NUMBER <ORDINAL <LAST <FURTHER <MORE"
"""What stands before no total: "the first twelve", "another two"."""
NOMINATIONS = f"{TOTAL} n:NUMBER OTHER? body:BODYISH? OTHER? what:WHAT? thing:NOMINATION"
OF_NOTHING_MORE = "!NOMINATION !NOMINEE !WINNER !TIMES !RACE !POSS !FURTHER !ALSO"
PRIZES = f"{TOTAL} <OF n:NUMBER OTHER? what:WHAT? thing:AWARDED {OF_NOTHING_MORE}"
WINS = f"{TOTAL} n:NUMBER OTHER? BODY? what:WHAT? thing:WIN"
AREA = "( FOR ITS? HIS? area:WHAT+ )?"

RULES = (
    rule("tallies/some-nominations", f"{NOMINATIONS} {AREA}", loose_count, priority=1),
    rule("tallies/some-prizes", f"{PRIZES} {AREA}", loose_count, priority=1),
    rule(
        "tallies/some-trophies",
        "<NUMBER <OF n:NUMBER BODY OTHER? what:WHAT? thing:TROPHY !NOMINATION !NOMINEE !WINNER",
        loose_count,
        priority=1,
    ),
    rule("tallies/some-wins", f"{WINS} {AREA}", loose_count, priority=1),
    rule("tallies/some-losses", "<NUMBER n:NUMBER OTHER? BODY? what:WHAT? thing:LOSS", loose_count, priority=1),
    rule("tallies/some-tries", "<NUMBER n:NUMBER OTHER? BODY? what:WHAT? thing:TRY", loose_count, priority=1),
    rule("tallies/share-of", "<NUMBER n:NUMBER / OF ITS? HIS? OTHER? m:NUMBER thing:TRIED", share, priority=2),
    rule("tallies/share-of-whole", "NUMBER OF ITS? HIS? OTHER? m:NUMBER thing:TRIED", whole, priority=4, tail="m"),
    rule("tallies/share-of-prizes", "<NUMBER n:NUMBER / OF OTHER? m:NUMBER what:WHAT thing:TROPHY", share, priority=6),
    rule("tallies/share-of-awards", "<NUMBER n:NUMBER / OF OTHER? m:NUMBER OTHER? thing:AWARDED", share, priority=2),
    rule("tallies/one-of-awards", "one:AMONG / m:NUMBER OTHER? thing:AWARDED .. IT", one_of, priority=2),
    rule(
        "tallies/share-of-awards-whole",
        "SHARED m:NUMBER OTHER? thing:AWARDED .. IT NOMINATED",
        whole,
        priority=3,
        tail="m",
    ),
    rule("tallies/none-of", "NO OF ITS? n:NUMBER BODYISH? thing:NOMINATION ( FOR who:NOUN )?", none_of, priority=4),
    rule("tallies/of-its", "<NUMBER n:NUMBER OF POSSESSIVE BODYISH? what:WHAT? thing:NOMINATION", won_of, priority=2),
    rule("tallies/some-of-body", "<NUMBER n:NUMBER OF AWARD POSS OTHER? thing:TROPHY", loose_count, priority=1),
    rule("tallies/share-bare", "<NUMBER n:NUMBER / OF ITS? HIS? m:NUMBER =COUNTEND", share, priority=2),
    rule(
        "tallies/so-many-times",
        "<NUMBER n:NUMBER TIMES OTHER? body:BODY? OTHER? what:WHAT? BODY? thing:FIRSTTIMER ( LINK area:WHAT+ )?",
        so_often,
        priority=2,
    ),
    rule("tallies/some-each", "<NUMBER n:NUMBER OTHER? BODY? what:WHAT? thing:COUNTED? EACH", each_one, priority=2),
    rule(
        "tallies/apiece-are",
        "<NUMBER n:NUMBER OTHER? BODY? thing:COUNTED? EACH WAS? FOR? COLON? who:NOUN+",
        each_named,
        each="who",
        priority=5,
    ),
    rule(
        "tallies/for-another",
        "thing:COUNTED ... AND ~ n:NUMBER POINTER who:NOUN",
        each_named,
        priority=4,
        tail="n",
    ),
    rule("tallies/oh-for", "EMPTY m:NUMBER =ENDING", whole, priority=5),
    rule("tallies/some-out-of", "<NUMBER n:NUMBER FOR m:NUMBER !NUMBER !YEARS !TIMES", share, priority=1),
    rule("tallies/out-of-whole", "NUMBER FOR m:NUMBER !NUMBER !YEARS !TIMES", whole, priority=2, tail="m"),
    rule(
        "tallies/from-whole",
        "NUMBER OTHER? BODY? COUNTEDWON OFFROM ITS? HIS? m:NUMBER =COUNTEND",
        whole,
        priority=3,
        tail="m",
    ),
    rule("tallies/some-in-all", "<NUMBER n:NUMBER ALSO =ENDING", in_all, priority=0),
    rule("tallies/part-for", "PARTLEAD n:NUMBER ( OF THEM )? FOR ITS? HIS? area:WHAT+", part, priority=4, tail="n"),
    rule("tallies/part-of-them", "n:NUMBER OF THEM FOR ITS? HIS? area:WHAT+", part, priority=5),
    rule("tallies/part-theirs", "n:NUMBER OF THEM who:PERSONOF POSS", part_of, priority=5),
    rule("tallies/some-of-the", "<NUMBER n:NUMBER OF OTHER? POSS? OTHER? thing:TROPHY", loose_count, priority=1),
    rule("tallies/times-loser", "n:NUMBER TIMES OTHER? BODYISH? thing:LOSER", so_often, priority=3),
    rule("tallies/came-to", "NOMINATION .. CAMETO ~ n:NUMBER thing:COUNTED? =COUNTEND", came_to, priority=4, tail="n"),
    rule("tallies/came-to-nothing", "NOMINATION .. CAMETO thing:NO =COUNTEND", nothing_near, priority=3),
    rule("tallies/were-for", "<PERSON <HE <SAME WAS n:NUMBER FOR 's who:NOUN", each_named, priority=3),
    rule("tallies/doubly", "thing:FIRSTTIMER ( LINK area:WHAT+ )?", doubly, priority=2),
    rule("tallies/twice-nominated", "n:TIMES OTHER? thing:SOOFTEN FOR? what:WHAT?", twice, priority=3),
    rule("tallies/nominated-twice", "thing:SOOFTEN ~ n:TIMES ( IN NUMBER RACE )? =ENDING", twice, priority=3),
    rule(
        "tallies/score-ahead",
        "who:FILM .. NUMBER? MARGIN 's other:KNOWNFILM ... n:NUMBER OTHER? thing:TROPHY? TO NUMBER",
        score,
        priority=6,
        tail="n",
    ),
    rule("tallies/listed-line", "^ OTHER? who:FILM LISTMARK n:NUMBER CLOSE? =STOP", listed, priority=3),
    rule("tallies/listed-plain", "^ who:FILM n:NUMBER =STOP", listed, priority=3),
    rule("tallies/listed-in-brackets", "who:FILM OPEN n:NUMBER CLOSE", listed, priority=3),
    rule("tallies/for-opening", "^ n:NUMBER FOR who:NOUN =LISTMARK", each_named, priority=4),
    rule("tallies/some-nothing", "thing:EMPTY", nothing_near, priority=0),
    rule(
        "tallies/score",
        "who:FILM .. BEAT 's other:FILM ... n:NUMBER OTHER? thing:TROPHY? TO NUMBER",
        score,
        priority=6,
        tail="n",
    ),
    rule("tallies/times-nominated", "n:NUMBER TIMES thing:SOOFTEN FOR? what:WHAT?", so_often, priority=3),
)
