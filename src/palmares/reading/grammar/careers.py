"""The how-manieth win or nomination one is: "her second Oscar", "on his 14th nomination", "Brazil's first".

The trap: "her second Oscar" may be the one in view or one long ago, so the win it speaks of is taken from the frame,
and where no edition is in view the claim only asks for as many.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Claim,
    Compare,
    Constraint,
    Count,
    Country,
    Edition,
    Extreme,
    Feat,
    Film,
    OfAward,
    OfCategory,
    OfCountry,
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
from palmares.reading.grammar.building import award_of, in_category
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule


def states(country: Item) -> list[Country]:
    """The country that a name stands for, and before it those that it once was."""
    return [Country(name) for name in str(country.value).split("|")]


def own(
    at: Frame,
    who: Item,
    n: Item,
    thing: Item,
    *,
    what: Item | None = None,
    body: Item | None = None,
    later: Item | None = None,
    film: Item | None = None,
) -> tuple[Claim, ...]:
    """`her second Oscar`: of all she has, or of those in the category; one of long ago where she has none in view."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int) or is_any_prize(thing, what, body, later):
        return ()
    if thing.kind == "AWARD" and thing.value == "event":  # "hosting his second Oscars"
        return ()
    is_nomination = thing.kind in ("NOMINATION", "NOMINEE") or thing.value == "nominated"
    outcome = Outcome.NOMINATED if is_nomination else Outcome.WON
    award = next((item.award for item in (body, thing, what or later) if item is not None and item.award), at.award)
    scopes = list(scoped(at, who.value, award, outcome=outcome, what=what or later))
    where = of_film(film) or in_view(at, award)
    if where is None:
        counts = (Count(of, Unit.NOMINATION) for of in scopes if award != at.award)
        return tuple(Compare(count, Operator.GE, n.value) for count in counts)
    here = [Select((*of.where, *where)) for of in scopes]
    claims = [
        Compare(Ordinal(of, Unit.NOMINATION, it), Operator.EQ, n.value) for of, it in zip(scopes, here, strict=True)
    ]
    if film is None and not at.is_explicit:
        claims += [
            Compare(Count(of_long_ago(of, it), Unit.NOMINATION), Operator.GE, n.value)
            for of, it in zip(scopes, here, strict=True)
        ]
    return tuple(claims)


def of_long_ago(of: Select, here: Select) -> Feat:
    """All of a person's wins, if none of them is in view: then a text may speak of any."""
    return Feat(of, (Unit.PERSON,), Compare(Count(here, Unit.NOMINATION), Operator.EQ, 0))


def is_any_prize(thing: Item, *said: Item | None) -> bool:
    """Whether nothing says of which award or category the prize is: "her first prize"."""
    return thing.kind == "TROPHY" and thing.award is None and not any(said)


def of_film(film: Item | None) -> tuple[Constraint, ...] | None:
    """The constraint of the film that the win is for."""
    return (OfFilm(film.value),) if film is not None and isinstance(film.value, Film) else None


def is_numbered(at: Frame) -> bool:
    """Whether an edition is in view that its body numbers."""
    return at.edition is not None and at.edition > 0


def in_view(at: Frame, award: str) -> tuple[Constraint, ...] | None:
    """The constraint of the edition in view, where the award has one."""
    return (OfEditions(at.edition, at.edition),) if is_numbered(at) and award == at.award else None


def scoped(at: Frame, who: Person, award: str, *, outcome: Outcome, what: Item | None = None) -> Iterator[Select]:
    """A person's wins (or nominations): those in the category said, else all, or (of nominations) those for acting."""
    where: tuple[Constraint, ...] = (OfAward(award), OfPerson(who))
    where += (WithOutcome(outcome),) if outcome is not Outcome.NOMINATED else ()
    if what is not None:
        yield Select((*where, *(in_category(at, what) or ())))
        return
    yield Select(where)
    if outcome is Outcome.NOMINATED:
        yield Select((*where, OfCategory(("actor", "actress", "supporting-actor", "supporting-actress"))))


def pursued(
    at: Frame, who: Item, n: Item, thing: Item, *, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`up for her third Oscar`: she has one fewer, or this is it."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    award = award_of(at, body or thing)
    outcome = Outcome.NOMINATED if thing.kind == "NOMINATION" else Outcome.WON
    scopes = list(scoped(at, who.value, award, outcome=outcome, what=what))
    fewer = tuple(Compare(Count(of, Unit.NOMINATION), Operator.EQ, n.value - 1) for of in scopes)
    return (*fewer, *own(at, who, n, thing, what=what, body=body))


def own_or_hoped(
    at: Frame, who: Item, n: Item, thing: Item, *, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`her second Oscar` where nothing says that she got it now: it may be one of long ago, or the next one."""
    placed = own(at, who, n, thing, what=what, body=body)
    if not placed or not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    award = award_of(at, body or thing)
    outcome = Outcome.NOMINATED if thing.kind == "NOMINATION" else Outcome.WON
    scopes = scoped(at, who.value, award, outcome=outcome, what=what)
    had = [Compare(Count(of, Unit.NOMINATION), Operator.GE, n.value) for of in scopes if at.is_of_past]
    is_open = at.held is None or at.as_of < at.held
    hoped = pursued(at, who, n, thing, what=what, body=body) if outcome is Outcome.WON and is_open else ()
    return tuple(dict.fromkeys((*placed, *had, *hoped)))


def won_on_nth(
    at: Frame, who: Item, n: Item, *, what: Item | None = None, thing: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won on his 14th nomination`: the win is that among all the nominations; a "try" may be a night."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    won = (OfAward(at.award), OfPerson(who.value), *(in_category(at, what) or ()), WithOutcome(Outcome.WON))
    subject = Select((*won, *(in_view(at, at.award) or ())))
    scopes = [*scoped(at, who.value, at.award, outcome=Outcome.NOMINATED)]
    scopes += [*scoped(at, who.value, at.award, outcome=Outcome.NOMINATED, what=what)] if what is not None else []
    directing = (OfAward(at.award), OfPerson(who.value), OfCategory(("director",)))
    scopes += [Select(directing)] if what is None and thing is not None else []
    claims: list[Claim] = [Compare(Ordinal(of, Unit.NOMINATION, subject), Operator.EQ, n.value) for of in scopes]
    if at.edition is not None and is_numbered(at) and thing is not None:
        nominated = Select((OfAward(at.award), OfPerson(who.value)))
        claims.append(Compare(Ordinal(nominated, Unit.EDITION, Edition(at.award, at.edition)), Operator.EQ, n.value))
    return tuple(claims)


def first_timer(
    at: Frame, who: Item, thing: Item, *, body: Item | None = None, what: Item | None = None
) -> tuple[Claim, ...]:
    """`a first-time nominee`: the nomination in view is the first, or the only one there has been."""
    if not isinstance(who.value, Person):
        return ()
    award = award_of(at, body)
    outcome = Outcome.NOMINATED if thing.kind in ("NOMINEE", "NOMINATED") else Outcome.WON
    scopes = list(scoped(at, who.value, award, outcome=outcome, what=what))
    only = tuple(Compare(Count(of, Unit.NOMINATION), Operator.EQ, 1) for of in scopes)
    where = in_view(at, award)
    if where is None:
        return only
    here = (Ordinal(of, Unit.NOMINATION, Select((*of.where, *where))) for of in scopes)
    first = tuple(Compare(place, Operator.EQ, 1) for place in here)
    return (*first[:1], *only[:1], *first[1:], *only[1:])


# --- countries --------------------------------------------------------------------------------------------------------


def first_since(
    at: Frame, who: Item, n: Item, thing: Item, *, film: Item, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`her first nomination since FILM`: of all before the edition in view the last was for that."""
    if not isinstance(who.value, Person) or not isinstance(film.value, Film) or n.value != 1 or at.edition is None:
        return ()
    award = award_of(at, body or thing)
    if award != at.award or at.edition < 2:
        return ()
    outcome = Outcome.NOMINATED if thing.kind == "NOMINATION" else Outcome.WON
    earlier = [
        Select((*of.where, OfEditions(None, at.edition - 1)))
        for of in scoped(at, who.value, award, outcome=outcome, what=what)
    ]
    return tuple(Compare(Extreme(of, Unit.FILM, Which.LAST), Operator.GE, film.value) for of in earlier)


def for_country(at: Frame, country: Item, n: Item, what: Item, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`Brazil's first international feature win`; a prize that goes to films may be shared with another country."""
    category = in_category(at, what)
    if not category or not isinstance(n.value, int):
        return ()
    award = award_of(at, what)
    outcome = () if thing is not None and thing.kind in ("NOMINATION", "NOMINEE") else (WithOutcome(Outcome.WON),)
    is_of_countries = isinstance(what.value, Prize) and what.value.categories == ("international-feature",)
    nations, here = states(country), in_view(at, award)
    signs = [Operator.EQ] if is_of_countries else [Operator.EQ, Operator.GE]
    signs += [Operator.LE] if len(nations) > 1 else []
    claims: list[Claim] = []
    for prizes in (category, HONOURED) if is_of_countries else (category,):
        where = (OfAward(award), *prizes, OfCountry(nations[0]), *outcome)
        of = Select(where)
        if here is None:
            claims.append(Compare(Count(of, Unit.NOMINATION), Operator.GE, n.value))
        else:
            place = Ordinal(of, Unit.NOMINATION, Select((*where, *here)))
            claims += [Compare(place, sign, n.value) for sign in signs]
    return tuple(claims)


HONOURED = (OfCategory(("international-feature", "special-foreign-language-film")),)
"""The prize of countries with the honorary ones before it, which some count with it."""


def nth_for(
    at: Frame, who: Item, n: Item, thing: Item, *, what: Item | None = None, body: Item | None = None
) -> tuple[Claim, ...]:
    """`the fourth nomination for WHO`, `a second Palme d'Or for WHO`."""
    return own_or_hoped(at, who, n, thing, what=thing if thing.kind == "PRIZE" else what, body=body)


OWN = "ONLY? n:ORDINAL EVER? body:AWARD? what:WHAT? thing:THING"

RULES = (
    rule("ordinals/first-time-nominated", "who:SUBJECT ~ thing:NOMINATED FOR FIRSTTIME $", first_timer, priority=6),
    rule("ordinals/first-since", f"GAINED ~ who:HIS {OWN} SINCE film:ANYFILM", first_since, priority=6, tail="who"),
    rule(
        "ordinals/and-first-since",
        "thing:THING COMMA? AND? ~ who:HIS n:ORDINAL SINCE film:ANYFILM",
        first_since,
        priority=6,
        tail="who",
    ),
    rule(
        "ordinals/own-is-nth",
        "who:OWNER POSS? body:AWARD? what:WHAT? thing:THING WAS ~ HIS n:ORDINAL !COUNTABLE !WHAT #",
        own,
        priority=6,
    ),
    rule(
        "ordinals/own-then-nth",
        "who:OWNER POSS? OTHER? what:WHAT? thing:THING FOR film:ANYFILM WAS ~ HIS n:ORDINAL !COUNTABLE !WHAT",
        own,
        priority=6,
    ),
    rule("ordinals/own-apposed-for-film", f"FOR film:ANYFILM COMMA who:HIS {OWN} #", own, priority=6, tail="who"),
    rule(
        "ordinals/own-in-category-for-film",
        "what:WHAT ... FOR film:ANYFILM COMMA who:HIS ONLY? n:ORDINAL EVER? thing:THING IN RACE",
        own,
        priority=7,
        tail="who",
    ),
    rule("ordinals/own-for-film", f"who:OWNER POSS? {OWN} COMMA? FOR film:ANYFILM", own, priority=6),
    rule("ordinals/gained-own", f"GAINED ~ who:HIS {OWN} #", own, priority=5, tail="who"),
    rule("ordinals/prize-as-own", f"WON .. WHAT COMMA who:HIS {OWN} #", own, priority=5, tail="who"),
    rule(
        "ordinals/nth-for",
        "n:ORDINAL body:AWARD? what:WHAT? thing:COUNTABLE FOR who:PERSONOF !FILMNOUN !POSS",
        nth_for,
        priority=5,
    ),
    rule("ordinals/it-was-own", f"IT WAS ~ who:OWNER POSS? {OWN} #", own, priority=5, tail="who"),
    rule("ordinals/own", f"who:OWNER POSS? {OWN} #", own_or_hoped, priority=4),
    rule(
        "ordinals/own-in-category",
        "what:WHAT ... who:HIS ONLY? n:ORDINAL EVER? thing:THING IN RACE",
        own,
        priority=6,
        tail="who",
    ),
    rule("ordinals/own-for-prize", f"who:OWNER POSS? {OWN} FOR later:WHAT !NOMINATION", own, priority=5),
    rule("ordinals/own-for-trophy", f"who:OWNER POSS? {OWN} FOR TROPHY #", own_or_hoped, priority=5),
    rule("ordinals/nomination-number", "who:SUBJECT .. TOOK ~ thing:NTH n:NUMBER", own, priority=5),
    rule("ordinals/pursued", f"NOMINATED FOR? ~ who:HIS {OWN}", pursued, priority=7, tail="who"),
    rule("ordinals/sought", f"SEEK ~ who:HIS {OWN}", pursued, priority=7, tail="who"),
    rule("ordinals/to-win-own", f"TOWIN ~ who:HIS {OWN}", pursued, priority=7, tail="who"),
    rule(
        "ordinals/won-on-nth",
        "who:SOMEBODY ... GAIN .. what:WHAT? ... ON HIS n:ORDINAL WHAT? NOMINATION #",
        won_on_nth,
        priority=6,
    ),
    rule(
        "ordinals/won-on-try",
        "who:SOMEBODY ... GAIN .. what:WHAT? ... ON HIS n:ORDINAL thing:TRY",
        won_on_nth,
        priority=6,
    ),
    rule("ordinals/on-try", "who:HIS n:ORDINAL thing:TRY", won_on_nth, priority=3),
    rule(
        "ordinals/first-time-apposed",
        "who:KNOWN COMMA OTHER? FIRSTTIME body:BODY? thing:FIRSTTIMER",
        first_timer,
        priority=6,
    ),
    rule(
        "ordinals/is-first-time",
        "who:SUBJECT .. WAS ~ FIRSTTIME body:BODY? what:WHAT? thing:FIRSTTIMER",
        first_timer,
        priority=6,
    ),
    rule(
        "ordinals/are-first-time",
        "who:PERSON+ COMMA? WAS? BOTH? OTHER? FIRSTTIME body:BODY? what:WHAT? thing:FIRSTTIMER",
        first_timer,
        each="who",
        priority=5,
    ),
    rule(
        "ordinals/first-time-before", "FIRSTTIME body:BODY? thing:FIRSTTIMER COMMA? who:KNOWN", first_timer, priority=5
    ),
    rule(
        "ordinals/first-for-country",
        "ONLY? n:ORDINAL what:WHAT thing:THING? FOR country:COUNTRY #",
        for_country,
        priority=6,
    ),
    rule(
        "ordinals/bare-first-for-country",
        "what:WHAT ... ONLY? n:ORDINAL FOR country:COUNTRY #",
        for_country,
        priority=5,
        tail="n",
    ),
    rule(
        "ordinals/country-first",
        "country:COUNTRY ONLY? n:ORDINAL EVER? AWARD? what:WHAT thing:NATIONAL",
        for_country,
        priority=6,
    ),
)
