"""When and where a ceremony was held, and which films it honoured.

These claims are about an edition: the one the clause names, else the one in view. The trap: away from awards season the
edition in view is only a guess, and what an article says of an unnamed ceremony may be about any; then nothing is read.
"""

from __future__ import annotations

import datetime as dt

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Edition,
    Members,
    OfAward,
    OfEditions,
    Operator,
    Property,
    Select,
    Unit,
)
from palmares.reading.context import Frame
from palmares.reading.items import Item
from palmares.reading.rules import rule
from palmares.reading.words import one_night_awards

BEFORE_DAYS, AFTER_DAYS = 80, 45
"""How long before and after the night an article is surely about that night."""
LEAST_NUMBER = 5
"""From here on an ordinal behind a ceremony is its number, not what it was the first or second to do."""
STALE_DAYS = 420
"""An edition longer ago than this is in view only because the article names it."""


def edition_of(at: Frame, nth: Item | None = None) -> Edition | None:
    """The edition a frame is on, if the article surely speaks of that one; the nth of its award if it is counted."""
    if nth is not None and isinstance(nth.value, int):
        return Edition(at.award, nth.value)
    return Edition(at.award, at.edition) if at.edition is not None and is_meant(at) else None


def is_meant(at: Frame) -> bool:
    """Whether the frame's edition is said or plain, and not only the last there was."""
    if at.is_explicit or at.held is None:
        return at.is_explicit
    days = (at.as_of - at.held).days
    return -BEFORE_DAYS <= days <= AFTER_DAYS or days > STALE_DAYS


def is_ceremony(body: Item | None) -> bool:
    """Whether the word for an award means its ceremony, as "the Oscars" does and "an Oscar" does not."""
    return body is None or body.kind != "AWARD" or body.value == "event"


def held_on(at: Frame, date: Item, body: Item | None = None, nth: Item | None = None) -> Claim | None:
    """`BODY was held on DATE`; a date without a year is in the year the edition in view was held."""
    assert isinstance(date.value, tuple)
    year, month, day = date.value
    edition = edition_of(at, nth)
    if edition is None or at.held is None or not is_ceremony(body) or at.award not in one_night_awards():
        return None
    try:
        held = dt.date(year or at.held.year, month, day)
    except ValueError:
        return None
    return Compare(Attribute(edition, Property.HELD), Operator.EQ, held)


def held_in(at: Frame, body: Item, year: Item) -> Claim | None:
    """`the 97th Academy Awards in YEAR`."""
    if not isinstance(body.value, Edition):
        return None
    editions = Select((OfAward(body.value.award), OfEditions(body.value.number, body.value.number)))
    assert isinstance(year.value, int)
    return Compare(Members(editions, Unit.YEAR), Operator.EQ, frozenset((year.value,)))


def honoured(at: Frame, body: Item, year: Item) -> Claim | None:
    """`the 97th Academy Awards, for films of YEAR`."""
    edition = body.value if isinstance(body.value, Edition) else edition_of(at)
    if edition is None or not is_ceremony(body):
        return None
    assert isinstance(year.value, int)
    return Compare(Attribute(edition, Property.SEASON), Operator.EQ, year.value)


def numbered(at: Frame, body: Item, nth: Item) -> Claim | None:
    """`this year's ceremony, the 97th`."""
    edition = body.value if isinstance(body.value, Edition) else edition_of(at)
    if edition is None or not is_ceremony(body) or not isinstance(nth.value, int) or nth.value < LEAST_NUMBER:
        return None
    return Compare(Attribute(edition, Property.NUMBER), Operator.EQ, nth.value)


def held_at(at: Frame, venue: Item, body: Item | None = None, nth: Item | None = None) -> Claim | None:
    """`held at VENUE`; a ceremony may have had several."""
    edition = edition_of(at, nth)
    if edition is None or not is_ceremony(body):
        return None
    return Compare(Attribute(edition, Property.VENUES), Operator.GE, frozenset((str(venue.value),)))


RULES = (
    rule(
        "events/held-on",
        "<ASIDE nth:ORDINAL? body:EVENT COMMA? WAS? MODAL? BE? ~ HELD ~ AT? IN? VENUE? COMMA? ON? ~ COMMA? date:DATE"
        " !ELSEWHERE",
        held_on,
        priority=4,
    ),
    rule(
        "events/event-on",
        "<ASIDE body:EVENT COMMA? WAS? MODAL? BE? ON TIME? OTHER? COMMA? date:DATE !ELSEWHERE",
        held_on,
        priority=3,
    ),
    rule("events/date-of", "date:DATE body:CEREMONY", held_on, priority=3),
    rule("events/event-in", "body:EDITION OPEN? IN? year:YEAR", held_in, priority=3),
    rule("events/held-in", "body:EDITION WAS? HELD ~ IN year:YEAR", held_in, priority=4),
    rule("events/honoured", "body:EVENT COMMA? GAVE? .. FILMNOUN .. OF year:YEAR", honoured, priority=3),
    rule("events/honoured-in", "body:EDITION COMMA? GAVE? .. FILMNOUN .. OFYEAR year:YEAR", honoured, priority=3),
    rule("events/number", "body:EVENT COMMA? OPEN? WAS? nth:ORDINAL =ENDING", numbered, priority=3),
    rule(
        "events/event-at",
        "<ASIDE nth:ORDINAL? body:EVENT COMMA? WAS? MODAL? BE? ~ HELD ... venue:VENUE",
        held_at,
        priority=4,
    ),
    rule("events/at-venue", "AT venue:VENUE", held_at, priority=2),
    rule("events/in-venue", "IN venue:VENUE", held_at, priority=2),
    rule("events/venue-of", "venue:VENUE POSS? body:EVENT", held_at, priority=2),
)
