"""Whose film a film is, and which country's: "Ang Lee's 'Sense and Sensibility'", "Brazil's 'Central Station'".

The record knows directors and countries, but a possessive may name a writer, a star or a studio's home. The trap: so
such words are borne out or left open, and never called wrong.
"""

from __future__ import annotations

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Exists,
    Film,
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
from palmares.reading.context import Frame
from palmares.reading.grammar.careers import states
from palmares.reading.items import Item
from palmares.reading.rules import rule

OTHERWISE = WithTrait(Trait.UNRECORDED, Operator.EQ, "behind the film in another way")
"""What the record does not hold: that a film is somebody's who did not direct it."""


def directed(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO's FILM`: directed by that person, or that person's in another way."""
    if not isinstance(who.value, Person) or not isinstance(film.value, Film):
        return ()
    directors = Attribute(film.value, Property.DIRECTORS)
    return (
        Compare(directors, Operator.GE, frozenset((who.value,))),
        Compare(Exists(Select((OfPerson(who.value), OfFilm(film.value), OTHERWISE))), Operator.EQ, True),
    )


def made_in(at: Frame, country: Item, film: Item) -> tuple[Claim, ...]:
    """`COUNTRY's FILM`: submitted by that country or made there, or that country's in another way."""
    if not isinstance(film.value, Film):
        return ()
    ways = [Select((OfFilm(film.value), OfCountry(state))) for state in states(country)]
    otherwise = Select((OfFilm(film.value), OfCountry(states(country)[0]), OTHERWISE))
    return tuple(Compare(Exists(way), Operator.EQ, True) for way in (*ways, otherwise))


RULES = (
    rule("attributes/director", "who:PERSONOF POSS film:KNOWNFILM", directed, priority=2),
    rule("attributes/directed-by", "film:KNOWNFILM COMMA? BY who:PERSONOF", directed, priority=2),
    rule("attributes/country", "country:COUNTRY film:KNOWNFILM", made_in, priority=1),
    rule("attributes/from-country", "film:KNOWNFILM COMMA? FROM country:COUNTRY =ENDING", made_in, priority=1),
)
