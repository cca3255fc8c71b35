"""An ordinal without a noun: "her second", "a third for McDormand", "his first since", "the tenth of her career".

What is counted is the prize that was told of last. The trap: "her third" after "won best actress" may be her
third of that prize or her third of all, so both are readings.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Film,
    Members,
    OfAward,
    OfEditions,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Select,
    Streak,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.antecedents import DOERS, Told, stretches_before, told_before, told_of
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.careers import first_since, in_view, is_numbered, own, won_on_nth
from palmares.reading.grammar.kindred import OF_FILMS, Items
from palmares.reading.grammar.moments import or_more
from palmares.reading.grammar.tries import first_in_years
from palmares.reading.items import Item, Prize
from palmares.reading.roles import PREDICATES
from palmares.reading.rules import rule


def things(told: Told) -> tuple[Item, ...]:
    """What may be counted: wins; of what was lost, or is not yet handed out, nominations."""
    return (Item("NOMINATION", 0, 0),) if told.is_nomination else (Item("WIN", 0, 0),)


def scopes(told: Told) -> tuple[Item | None, ...]:
    """In what it may be counted: in each prize that was told of, or in all."""
    return (*told.prizes, None)


def again(at: Frame, who: Item, n: Item, *, body: Item | None = None) -> tuple[Claim, ...]:
    """`…, her second`: of the prize told last, or of all."""
    told = told_before(at, n, who)
    if told is None or not isinstance(who.value, Person) or not (told.is_about or is_likeliest(at, who)):
        return ()
    film = told.film if told.is_about else None
    found = [
        claim
        for what in (scopes(told) if told.is_about else (None,))
        for thing in things(told)
        for claim in own(at, who, n, thing, what=what, body=body or told.body, film=film)
    ]
    claims = tuple(dict.fromkeys((*found, *(defeats(at, who, n) if told.is_loss else ()))))
    return claims if told.is_about and not is_of_film(told) else or_more(claims, who.value)


def is_of_film(told: Told) -> bool:
    """Whether the prize that was told of goes to films, of whose makers the record does not know all."""
    named = [prize.value.categories for prize in told.prizes if isinstance(prize.value, Prize)]
    return any(set(categories) <= OF_FILMS for categories in named) or any(one.kind == "TOP" for one in told.prizes)


def is_likeliest(at: Frame, who: Item) -> bool:
    """Whether a pronoun is taken for whom it most likely stands."""
    items = at.place.sentence.items if at.place is not None else ()
    return any(item.start == who.start and item.kind == who.kind and item.value == who.value for item in items)


def nth_time(at: Frame, n: Item, *, years: Item | None = None, record: Item | None = None) -> tuple[Claim, ...]:
    """`…, for the third time`, `for the second time in four years`: of whoever the clause is about."""
    who, n = subject_before(at, n), n if n.kind == "ORDINAL" else n.meaning(1)
    told = told_of(at, n, who) if who is not None else None
    if who is None or told is None or (told.verb.kind not in DOERS and not told.prizes):
        return ()
    if years is not None:
        return within_years(at, who, n, years)
    return again(at, who, n)


def defeats(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """That somebody has lost so often."""
    assert isinstance(who.value, Person)
    lost = Select((OfAward(at.award), OfPerson(who.value), WithOutcome(Outcome.LOST)))
    return (Compare(Count(lost, Unit.NOMINATION), Operator.EQ, n.value),) if isinstance(n.value, int) else ()


def on_nth(at: Frame, n: Item, thing: Item, *, what: Item | None = None) -> tuple[Claim, ...]:
    """`…, on a first nomination`: of whoever the clause is about, that nomination or the win on it."""
    who = subject_before(at, n)
    if who is None:
        return ()
    tried = thing if thing.kind == "TRY" else None
    nominated = own(at, who, n, thing.plain("NOMINATION"), what=what)
    return tuple(dict.fromkeys((*won_on_nth(at, who, n, what=what, thing=tried), *nominated)))


def each_on_nth(at: Frame, who: Item, n: Item, thing: Item) -> tuple[Claim, ...]:
    """`NAMES won, each on a first nomination`."""
    return tuple(dict.fromkeys((*won_on_nth(at, who, n), *own(at, who, n, thing))))


def subject_before(at: Frame, word: Item) -> Item | None:
    """The person who is the subject of the last verb before a word in its clause."""
    items = next(stretches_before(at, word), ())
    start = next((place + 1 for place in range(len(items) - 1, -1, -1) if items[place].kind == "SEMI"), 0)
    found: Item | None = None
    for place in range(start, len(items)):
        after = [item.kind for item in items[place + 1 : place + 3]]
        is_subject = items[place].kind in SOMEBODY and any(kind in PREDICATES for kind in after)
        found = items[place] if is_subject else found
    return found if found is not None and isinstance(found.value, Person) else None


SOMEBODY = frozenset("PERSON HE WHO SAME THEPERSON".split())


def again_in_category(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`…, her third in the category`: of the prize told last."""
    told = told_of(at, n, who)
    if told is None or not told.prizes:
        return ()
    return tuple(
        claim
        for what in told.prizes
        for thing in things(told)
        for claim in own(at, who, n, thing, what=what, body=told.body, film=told.film)
    )


def in_a_row(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`…, his second in a row`: of the prize told last, or of nights with any."""
    told = told_of(at, n, who)
    if told is None or not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    award = (told.body.award if told.body is not None else None) or at.award
    won = () if told.is_nomination else (WithOutcome(Outcome.WON),)
    ways = (Select((OfAward(award), *(in_category(at, what) or ()), *won)) for what in scopes(told))
    claims = tuple(Compare(Streak(of, Unit.EDITION, who.value), Operator.GE, int(n.value)) for of in ways)
    return or_more(claims, who.value) if is_of_film(told) else claims


def after_films(at: Frame, who: Item, n: Item, film: Items, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`her third, after FILM and FILM`: those before were for these."""
    told = told_of(at, n, who)
    if told is None or not isinstance(who.value, Person) or not is_numbered(at) or at.edition == 1:
        return ()
    assert at.edition is not None
    award = (told.body.award if told.body is not None else None) or at.award
    if award != at.award:
        return ()
    is_nomination = told.is_nomination if thing is None else thing.kind == "NOMINATION"
    won = () if is_nomination else (WithOutcome(Outcome.WON),)
    films = frozenset(one.value for one in film if isinstance(one.value, Film))
    earlier = Select((OfAward(award), OfPerson(who.value), *won, OfEditions(None, at.edition - 1)))
    return (Compare(Members(earlier, Unit.FILM), Operator.GE, films),) if films else ()


def within_years(
    at: Frame,
    who: Item,
    n: Item,
    years: Item,
    *,
    thing: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
) -> tuple[Claim, ...]:
    """`her second Oscar in three years`: so many in as many; `her first in ten`: the one before was so long ago."""
    told = told_of(at, n, who)
    if thing is None and told is None:
        return ()
    things_said = (thing,) if thing is not None else things(told) if told is not None else ()
    where_said = (what,) if thing is not None else scopes(told) if told is not None else ()
    return tuple(
        claim
        for one in things_said
        for category in where_said
        for claim in in_span(at, who, n, years, thing=one, what=category)
    )


def in_span(at: Frame, who: Item, n: Item, years: Item, *, thing: Item, what: Item | None) -> Iterator[Claim]:
    """That there were so many in the years up to the edition in view, its own among them."""
    if n.value == 1:
        yield from first_in_years(at, who, n, years, thing=thing, what=what)
        return
    here = in_view(at, at.award)
    if here is None or not isinstance(who.value, Person) or not isinstance(years.value, int):
        return
    assert at.edition is not None
    won = () if thing.kind in ("NOMINATION", "NOMINEE") else (WithOutcome(Outcome.WON),)
    where = (OfAward(at.award), OfPerson(who.value), *(in_category(at, what) or ()), *won)
    for length in (years.value, years.value + 1):
        span = OfEditions(max(1, at.edition - length + 1), at.edition)
        if isinstance(n.value, int):
            yield Compare(Count(Select((*where, span)), Unit.NOMINATION), Operator.EQ, n.value)


def again_since(
    at: Frame,
    who: Item,
    n: Item,
    film: Item,
    *,
    thing: Item | None = None,
    what: Item | None = None,
    body: Item | None = None,
) -> tuple[Claim, ...]:
    """`…, her first Oscar since FILM`: the one before was for that."""
    if thing is not None:
        return first_since(at, who, n, thing, film=film, what=what, body=body)
    return ()


BARE = "ONLY? n:ORDINAL EVER? SUCH? ALTOGETHER?"
NOUN = "body:AWARD? what:WHAT? thing:THING"

RULES = (
    rule("ordinals/again", f"<REMEMBERED who:OWNER POSS? {BARE} =BAREEND", again, priority=4),
    rule("ordinals/again-from-body", f"who:OWNER POSS? {BARE} FROM body:BODY", again, priority=5),
    rule("ordinals/on-nth", "ONAT HIS? n:ORDINAL what:WHAT? thing:NOMINATION =BAREEND", on_nth, priority=2),
    rule("ordinals/at-try-told", "ONAT HIS? n:ORDINAL thing:TRY =BAREEND", on_nth, priority=2),
    rule(
        "ordinals/each-on-nth",
        "who:PERSON+ ~ WON .. COMMA? EACH ON HIS? n:ORDINAL thing:NOMINATION",
        each_on_nth,
        each="who",
        priority=6,
    ),
    rule("ordinals/nth-time-told", "FOR record:RECORD? n:ORDINAL TIMES =BAREEND", nth_time, priority=2, tail="n"),
    rule("ordinals/first-time-told", "n:FIRSTTIME =BAREEND", nth_time, priority=1, tail="n"),
    rule("ordinals/nth-time-in-years", "FOR n:ORDINAL TIMES IN years:NUMBER YEARS", nth_time, priority=3, tail="n"),
    rule("ordinals/again-for", "n:ORDINAL FOR who:RECEIVER =BAREEND", again, priority=3),
    rule(
        "ordinals/again-in-category",
        "<REMEMBERED who:OWNER POSS? ONLY? n:ORDINAL IN RACE",
        again_in_category,
        priority=5,
    ),
    rule("ordinals/again-in-a-row", "who:OWNER POSS? n:ORDINAL SUCH? CONSECUTIVE", in_a_row, priority=5),
    rule(
        "ordinals/again-after-films",
        "who:OWNER POSS? n:ORDINAL AWARD? thing:THING? ( IN RACE )? COMMA? AFTER film:ANYFILM+",
        after_films,
        priority=5,
        tail="film",
    ),
    rule(
        "ordinals/again-in-years",
        f"who:OWNER POSS? n:ORDINAL {NOUN} IN years:NUMBER YEARS",
        within_years,
        priority=6,
    ),
    rule("ordinals/again-bare-in-years", "who:OWNER POSS? n:ORDINAL IN years:NUMBER YEARS", within_years, priority=6),
    rule("ordinals/again-since", f"who:OWNER POSS? n:ORDINAL {NOUN} SINCE film:ANYFILM", again_since, priority=5),
)
