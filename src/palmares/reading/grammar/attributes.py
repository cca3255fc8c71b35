"""Whose film a film is, which country's, and how long: "Ang Lee's 'Sense and Sensibility'", "a three-hour film".

The record knows directors and countries, but a possessive may name a writer, a star or a studio's home. The trap: so
such words are borne out or left open, and called wrong only of a director who had no part in the film at all.
"""

from __future__ import annotations

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Exists,
    Film,
    OfAward,
    OfCategory,
    OfCountry,
    OfFilm,
    OfPerson,
    Operator,
    Person,
    Property,
    Select,
    Trait,
    WithTrait,
)
from palmares.reading.context import MAIN_AWARD, Frame
from palmares.reading.grammar.careers import states
from palmares.reading.items import Item, Prize
from palmares.reading.makers import NO_PART, SOME_PART
from palmares.reading.rules import rule

OTHERWISE = WithTrait(Trait.UNRECORDED, Operator.EQ, "behind the film in another way")
"""What the record does not hold: that a film is somebody's who did not direct it."""
MINUTES = 60


def is_director(who: Item, film: Item) -> Claim | None:
    """That the person is a director of the film."""
    if not isinstance(who.value, Person) or not isinstance(film.value, Film):
        return None
    return Compare(Attribute(film.value, Property.DIRECTORS), Operator.GE, frozenset((who.value,)))


def is_otherwise(who: Item, film: Item) -> Claim:
    """That the film is the person's in some way that the record does not hold."""
    assert isinstance(who.value, Person)
    assert isinstance(film.value, Film)
    return Compare(Exists(Select((OfPerson(who.value), OfFilm(film.value), OTHERWISE))), Operator.EQ, True)


def directed(at: Frame, who: Item, film: Item, joint: Item) -> tuple[Claim, ...]:
    """`WHO's FILM`: directed by that person, or unless that cannot be, that person's in another way."""
    claim = is_director(who, film)
    if claim is None:
        return ()
    return (claim,) if joint.value == NO_PART else (claim, is_otherwise(who, film))


def surely_directed(at: Frame, who: Item, film: Item, joint: Item | None = None) -> tuple[Claim, ...]:
    """`directed by WHO`: as it says, but of somebody credited with another part, who may share in directing."""
    claim = is_director(who, film)
    if claim is None:
        return ()
    return (claim, is_otherwise(who, film)) if joint is not None and joint.value == SOME_PART else (claim,)


def by_its_director(at: Frame, film: Item, who: Item, job: Item) -> Claim | None:
    """`FILM director WHO`."""
    is_job = isinstance(job.value, Prize) and job.value.categories == ("director",)
    return is_director(who, film) if is_job else None


def made_in(at: Frame, country: Item, film: Item, joint: Item | None = None) -> tuple[Claim, ...]:
    """`COUNTRY's FILM`: submitted by that country or made there, or that country's in another way."""
    if not isinstance(film.value, Film):
        return ()
    ways = [Select((OfFilm(film.value), OfCountry(state))) for state in states(country)]
    otherwise = Select((OfFilm(film.value), OfCountry(states(country)[0]), OTHERWISE))
    if joint is not None and joint.value == NO_PART:
        entry = (OfAward(MAIN_AWARD), OfCategory(("international-feature",)))
        return tuple(Compare(Exists(Select((*entry, *way.where))), Operator.EQ, True) for way in ways)
    return tuple(Compare(Exists(way), Operator.EQ, True) for way in (*ways, otherwise))


def lasts(at: Frame, film: Item, n: Item, *, unit: Item, half: Item | None = None) -> Claim | None:
    """`the N-hour FILM`, `FILM runs N minutes`: about as long."""
    if not isinstance(film.value, Film) or not isinstance(n.value, int):
        return None
    length = n.value if unit.value == "minute" else n.value * MINUTES + (MINUTES // 2 if half is not None else 0)
    return Compare(Attribute(film.value, Property.RUNTIME), Operator.ABOUT, length)


RULES = (
    rule("attributes/director", "who:PERSONOF joint:POSS ONLY? ~ film:KNOWNFILM", directed, priority=2),
    rule("attributes/by", "film:KNOWNFILM COMMA? joint:BY who:PERSONOF", directed, priority=2),
    rule("attributes/directed-by", "film:KNOWNFILM COMMA? joint:DIRECTEDBY who:ANYPERSON", surely_directed, priority=3),
    rule(
        "attributes/bracketed", "film:KNOWNFILM OPEN joint:DIRECTEDBY who:ANYPERSON CLOSE", surely_directed, priority=3
    ),
    rule("attributes/directed", "who:SOMEBODY ~ joint:DIRECTED film:ANYFILM", surely_directed, priority=3),
    rule("attributes/which-directed", "film:WHICH who:PERSON ~ joint:DIRECTED", surely_directed, priority=4),
    rule("attributes/at-hours", "AT ~ n:NUMBER half:HALF? unit:HOUR COMMA film:FILM", lasts, priority=2),
    rule("attributes/director-of", "who:ANYBODY COMMA? joint:DIRECTED film:ANYFILM", surely_directed, priority=3),
    rule("attributes/its-director", "film:KNOWNFILM job:OTHER who:ANYPERSON !POSS", by_its_director, priority=2),
    rule(
        "attributes/the-director", "who:ANYPERSON COMMA film:KNOWNFILM job:OTHER =CLOSING", by_its_director, priority=3
    ),
    rule("attributes/its-own-director", "film:FILMOF POSS job:OTHER COMMA? who:ANYPERSON !POSS", by_its_director),
    rule("attributes/country", "country:COUNTRY film:KNOWNFILM", made_in, priority=1),
    rule("attributes/other-country", "country:COUNTRY joint:ALIEN film:KNOWNFILM", made_in, priority=2),
    rule("attributes/from-country", "film:KNOWNFILM COMMA? joint:FROM country:COUNTRY =ENDING", made_in, priority=1),
    rule("attributes/hours", "n:NUMBER half:HALF? unit:HOUR FILMKIND? film:KNOWNFILM", lasts, priority=2),
    rule("attributes/runs", "film:SOMEFILM COMMA? RUNS ~ n:NUMBER half:HALF? unit:HOUR", lasts, priority=2),
)
