"""When and where a ceremony was held, and who hosted it.

These claims are about an edition: the one the clause names, else the one in view.
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
    Person,
    Property,
    Select,
    Unit,
)
from palmares.reading.context import Frame
from palmares.reading.items import Item
from palmares.reading.rules import rule


def edition_of(at: Frame) -> Edition | None:
    """The edition a frame is on."""
    return None if at.edition is None else Edition(at.award, at.edition)


def held_on(at: Frame, date: Item, body: Item | None = None) -> Claim | None:
    """`BODY was held on DATE`; a date without a year is in the year the edition in view was held."""
    assert isinstance(date.value, tuple)
    year, month, day = date.value
    edition = edition_of(at)
    if edition is None or at.held is None:
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


def held_at(at: Frame, venue: Item, body: Item | None = None) -> Claim | None:
    """`held at VENUE`."""
    edition = edition_of(at)
    if edition is None:
        return None
    return Compare(Attribute(edition, Property.VENUES), Operator.GE, frozenset((str(venue.value),)))


def hosted(at: Frame, who: Item, body: Item | None = None) -> Claim | None:
    """`WHO hosted BODY`; others may have hosted with them."""
    edition = edition_of(at)
    if edition is None or not isinstance(who.value, Person):
        return None
    return Compare(Attribute(edition, Property.HOSTS), Operator.GE, frozenset((who.value.label,)))


def hosted_times(at: Frame, who: Item, nth: Item) -> Claim | None:
    """`WHO hosted for the NTH time`, counted up to the edition in view."""
    edition = edition_of(at)
    if edition is None or not isinstance(who.value, Person):
        return None
    assert isinstance(nth.value, int)
    return Compare(Attribute(who.value, Property.TIMES_HOSTED, edition), Operator.EQ, nth.value)


RULES = (
    rule("events/held-on", "body:EVENT ... HELD ... ON? date:DATE", held_on, priority=4),
    rule("events/event-on", "body:EVENT .. ON date:DATE", held_on, priority=3),
    rule("events/held-in", "body:EDITION .. IN year:YEAR", held_in, priority=3),
    rule("events/at-venue", "AT venue:VENUE", held_at, priority=2),
    rule("events/in-venue", "IN venue:VENUE", held_at, priority=2),
    rule("events/held-at-venue", "HELD ... venue:VENUE", held_at, priority=3),
    rule("events/venue-of", "venue:VENUE POSS? EVENT", held_at, priority=2),
    rule("events/hosted", "who:SOMEBODY+ .. HOSTED !BY", hosted, each="who", priority=3),
    rule("events/hosted-by", "HOSTED BY who:ANYPERSON+", hosted, each="who", priority=4),
    rule("events/was-host", "who:SOMEBODY WAS .. HOST", hosted, priority=3),
    rule("events/host-named", "HOST COMMA? who:ANYBODY+", hosted, each="who", priority=3),
    rule("events/as-host", "WITH who:ANYBODY+ .. AS HOST", hosted, each="who", priority=4),
    rule("events/hosted-times", "who:SOMEBODY .. HOSTED ... FOR nth:ORDINAL TIMES", hosted_times, priority=4, tail="nth"),
    rule("events/host-times", "who:SOMEBODY .. HOST ... FOR nth:ORDINAL TIMES", hosted_times, priority=4, tail="nth"),
)
