"""What is said of a person, a film or a ceremony itself: born, held, hosted, directed.

The thing a newcomer gets wrong: the table is by property, and one test walks it; a property without words fails there.
"""

from __future__ import annotations

import datetime as dt

from palmares.claims import Attribute, Claim, Edition, Hole, Operator, Property
from palmares.record import Record
from palmares.telling.english import listed, long_date, number
from palmares.telling.labels import country_name, entity_label, value_label

AMOUNTS = {
    Operator.EQ: "{}",
    Operator.NE: "not {}",
    Operator.LT: "under {}",
    Operator.LE: "at most {}",
    Operator.GT: "over {}",
    Operator.GE: "at least {}",
    Operator.IN: "one of {}",
    Operator.ABOUT: "about {}",
}
DAYS = AMOUNTS | {
    Operator.EQ: "on {}",
    Operator.NE: "on a day other than {}",
    Operator.LT: "before {}",
    Operator.LE: "by {}",
    Operator.GT: "after {}",
    Operator.GE: "on or after {}",
    Operator.ABOUT: "about {}",
}
NAMED = dict.fromkeys(Operator, "{}") | {Operator.NE: "not {}", Operator.GE: "{} among others"}

SENTENCES: dict[Property, tuple[str, dict[Operator, str]]] = {
    Property.BORN: ("{0} was born {1}", DAYS),
    Property.DIED: ("{0} died {1}", DAYS),
    Property.AGE: ("{0} was {1}{2}", AMOUNTS),
    Property.GENDER: ("{0} is {1}", NAMED),
    Property.COUNTRY: ("{0} is from {1}", NAMED),
    Property.TIMES_HOSTED: ("{0} had hosted the Academy Awards {1} times{2}", AMOUNTS),
    Property.HELD: ("{0} {3} held {1}", DAYS),
    Property.SEASON: ("{0} honoured films of {1}", AMOUNTS),
    Property.NUMBER: ("{0} {3} number {1}", AMOUNTS),
    Property.VENUES: ("{0} took place at {1}", NAMED),
    Property.HOSTS: ("{0} {3} hosted by {1}", NAMED),
    Property.RELEASE_YEAR: ("{0} was released in {1}", AMOUNTS),
    Property.RUNTIME: ("{0} runs {1} minutes", AMOUNTS),
    Property.DIRECTORS: ("{0} was directed by {1}", NAMED),
    Property.COUNTRIES: ("{0} was made in {1}", NAMED),
    Property.LANGUAGES: ("{0} is in {1}", NAMED),
}
"""Property → its sentence over entity, value, time and "was" or "were", and the words for its operators."""

OF_FILM = {Property.SEASON: ("{0} counts as a film of {1}", AMOUNTS)}
YEARS = frozenset({Property.SEASON, Property.RELEASE_YEAR, Property.NUMBER})
WITHOUT_ARTICLE = (" Station", " Hall", " House")
"""Ends of the names of venues that take no article."""

GENDER_WORDS = {"f": "a woman", "m": "a man"}


def tell_attribute(record: Record, claim: Claim) -> str:
    """`The 97th Academy Awards were held on 2 March 2025`; `Mikey Madison was 25 at the 97th Academy Awards`."""
    left = claim.left
    assert isinstance(left, Attribute)
    entity = "what" if isinstance(left.entity, Hole) else entity_label(record, left.entity)
    words, operators = SENTENCES[left.name]
    if left.name in OF_FILM and not isinstance(left.entity, Edition):
        words, operators = OF_FILM[left.name]
    value = operators[claim.operator].format(attribute_value(record, left.name, claim.right))
    if value == "one" and left.name is Property.TIMES_HOSTED:
        return f"{entity} had hosted the Academy Awards once{time_words(record, left.at)}"
    return words.format(entity, value, time_words(record, left.at), "were" if entity.endswith("s") else "was")


def attribute_value(record: Record, name: Property, value: object) -> str:
    """The value in the words of its property: years and ages in numerals, venues with their article."""
    if name is Property.GENDER:
        return GENDER_WORDS.get(str(value), str(value))
    if name in YEARS or name is Property.AGE:
        return str(value)
    if name is Property.COUNTRY or name is Property.COUNTRIES:
        names = value if isinstance(value, frozenset) else [value]
        return listed(sorted(country_name(str(item)) for item in names))
    if name is Property.VENUES and isinstance(value, frozenset):
        return listed([venue_name(str(venue)) for venue in sorted(map(str, value))])
    if isinstance(value, frozenset) and all(isinstance(item, str) for item in value):
        return listed(sorted(map(str, value)))
    if name is Property.VENUES:
        return venue_name(str(value))
    return number(value) if type(value) is int else value_label(record, value)


def venue_name(venue: str) -> str:
    """The place as it stands in a sentence: `the Dolby Theatre`, but `Union Station`."""
    return venue if venue.endswith(WITHOUT_ARTICLE) else f"the {venue}"


def time_words(record: Record, at: Edition | dt.date | None) -> str:
    """` at the 97th Academy Awards`, ` on 3 March 2025`."""
    if at is None:
        return ""
    return f" at {entity_label(record, at)}" if isinstance(at, Edition) else f" on {long_date(at)}"
