"""When and where a ceremony was held, and which films it honoured.

These claims are about an edition: the one the clause names, else the one in view. The trap: away from awards season the
edition in view is only a guess, and what an article says of an unnamed ceremony may be about any; then nothing is read.
"""

from __future__ import annotations

import calendar
import datetime as dt

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Edition,
    Exists,
    Members,
    OfAward,
    OfEditions,
    Operator,
    Property,
    Select,
    Trait,
    Unit,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.items import Item
from palmares.reading.rules import rule
from palmares.reading.words import one_night_awards

BEFORE_DAYS, AFTER_DAYS = 80, 45
"""How long before and after the night an article is surely about that night."""
LEAST_NUMBER = 5
"""From here on an ordinal behind a ceremony is its number, not what it was the first or second to do."""
SLIP = 2
"""So far a number is out that is a slip for that of the night in view."""
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


def is_guess(modal: Item | None) -> bool:
    """Whether a "may" or "could", and no plain "will", makes a guess of what is scheduled."""
    return modal is not None and modal.value != FUTURE


FUTURE = "future"
"""The value of "will"."""


def held_on(
    at: Frame, date: Item, body: Item | None = None, nth: Item | None = None, *, modal: Item | None = None
) -> Claim | None:
    """`BODY was held on DATE`; a date without a year is in the year the edition in view was held."""
    assert isinstance(date.value, tuple)
    year, month, day = date.value
    edition = edition_of(at, nth)
    if edition is None or at.held is None or not is_ceremony(body) or at.award not in one_night_awards():
        return None
    if is_guess(modal):
        return None
    try:
        held = dt.date(year or at.held.year, month, day)
    except ValueError:
        return None
    return Compare(Attribute(edition, Property.HELD), Operator.EQ, held)


def won_on(at: Frame, date: Item) -> Claim | None:
    """`WHAT on DATE`, where no nomination is spoken of: the day of the night in view."""
    items = at.place.sentence.items if at.place is not None else ()
    return held_on(at, date) if NOMINATING.isdisjoint([item.kind for item in items]) else None


NOMINATING = frozenset("NOMINATED NOMINATION NOMINEE ELSEWHERE OTHERPRIZE BORN".split())
"""Kinds of words in a sentence whose date need not be that of a ceremony."""


def nth_held_in(at: Frame, nth: Item, year: Item) -> Claim | None:
    """`the NTH ceremony, in YEAR`."""
    if not isinstance(nth.value, int) or not isinstance(year.value, int) or at.award not in one_night_awards():
        return None
    editions = Select((OfAward(at.award), OfEditions(nth.value, nth.value)))
    return Compare(Members(editions, Unit.YEAR), Operator.EQ, frozenset((year.value,)))


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


def held_at(
    at: Frame, venue: Item, body: Item | None = None, nth: Item | None = None, *, modal: Item | None = None
) -> Claim | None:
    """`held at VENUE`; a ceremony may have had several."""
    edition = edition_of(at, nth)
    if edition is None or not is_ceremony(body) or is_guess(modal):
        return None
    return Compare(Attribute(edition, Property.VENUES), Operator.GE, frozenset((str(venue.value),)))


def at_venue(at: Frame, venue: Item) -> tuple[Claim, ...]:
    """`at VENUE`: of the ceremony where the sentence speaks of one, else perhaps of something else."""
    items = at.place.sentence.items if at.place is not None else ()
    claims = only_at(at, venue)
    return claims[:1] if any(item.kind in OF_CEREMONY for item in items) else claims


OF_CEREMONY = frozenset("AWARD EDITION TROPHY CEREMONY HOST HOSTED HELD WON NAMED PRIZE WINNER NOMINATED BEAT".split())
"""Kinds of words in a sentence that speaks of a ceremony."""


def only_at(at: Frame, venue: Item) -> tuple[Claim, ...]:
    """A venue named beside the ceremony, but not as its place: borne out, or of no consequence."""
    claim = held_at(at, venue)
    if claim is None:
        return ()
    other = WithTrait(Trait.UNRECORDED, Operator.EQ, "something else at that place")
    return (claim, Compare(Exists(Select((OfAward(at.award), other))), Operator.EQ, True))


def inside(at: Frame, venue: Item, where: Item) -> tuple[Claim, ...]:
    """`inside VENUE`; outside it something else may be the matter."""
    claims = only_at(at, venue)
    return claims if where.value == OUTSIDE else claims[:1]


def is_near_night(at: Frame) -> bool:
    """Whether the article is of the time of the frame's ceremony."""
    return at.held is not None and -BEFORE_DAYS <= (at.as_of - at.held).days <= AFTER_DAYS


def held_this_year(at: Frame, body: Item, when: Item | None = None) -> Claim | None:
    """`Sunday's 97th Academy Awards`, `the 97th Academy Awards on Sunday`: those of the year the article is from.

    Without the day the number is read only where it is that of the time of the article.
    """
    edition = body.value
    if not isinstance(edition, Edition) or at.held is None or at.edition != edition.number:
        return None
    is_now = when is not None and when.value in DAYS
    if not is_now and (not is_near_night(at) or is_told_of(at)):
        return None
    year = at.held.year if is_near_night(at) else at.as_of.year
    is_festival = at.award not in one_night_awards() and at.season == at.held.year
    if at.season is not None and (is_festival or at.held > at.as_of):
        return Compare(Attribute(edition, Property.SEASON), Operator.EQ, year - (at.held.year - at.season))
    editions = Select((OfAward(edition.award), OfEditions(edition.number, edition.number)))
    return Compare(Members(editions, Unit.YEAR), Operator.EQ, frozenset((year,)))


def is_on_other_day(at: Frame) -> bool:
    """Whether the day of the week right after the match is not that of the frame's night."""
    if at.place is None or at.held is None:
        return False
    after = at.place.sentence.items[at.place.span[1] :][:1]
    days = [item.value for item in after if item.kind == "TIME" and item.value in WEEKDAYS]
    return bool(days) and days[0] != WEEKDAYS[at.held.weekday()]


def is_told_of(at: Frame) -> bool:
    """Whether another claim of the sentence is likely to name the edition."""
    items = at.place.sentence.items if at.place is not None else ()
    return not TELLING.isdisjoint([item.kind for item in items])


TOLD = """
    WON GOT HAS NOMINATED LOST BEAT TRIUMPHED NAMED HONOURED WENT GAVE HOSTED HOST HELD HOSTLESS
    NUMBER PRIZE VENUE DATE
"""
TELLING = frozenset(TOLD.split())
"""Kinds of words in a sentence that tells more of a ceremony than its number."""


def edition_in_view(at: Frame, nth: Item, body: Item | None = None) -> Claim | None:
    """`the NTH edition (of BODY)`: the number of the night in view; of another night where no day is told."""
    if not isinstance(nth.value, int) or nth.value < LEAST_NUMBER or at.edition is None or not is_near_night(at):
        return None
    if nth.value != at.edition and (abs(nth.value - at.edition) > SLIP or not (is_of_now(at) or is_lead(at))):
        return None
    return Compare(Attribute(Edition(at.award, at.edition), Property.NUMBER), Operator.EQ, nth.value)


def edition_named(at: Frame, nth: Item, body: Item | None = None) -> Claim | None:
    """`the NTH edition of BODY`: the night in view, if its number or a day of now says so."""
    is_view = nth.value == at.edition or is_of_now(at)
    return edition_in_view(at, nth, body) if is_view else None


def is_lead(at: Frame) -> bool:
    """Whether the sentence opens the story and tells of no other time."""
    items = at.place.sentence.items if at.place is not None and not at.place.earlier else ()
    return bool(items) and OTHER_TIMES.isdisjoint([item.kind for item in items])


def is_of_now(at: Frame) -> bool:
    """Whether the sentence tells of a day of this week, and of no other time."""
    items = at.place.sentence.items if at.place is not None else ()
    said = [item.kind for item in items]
    return any(item.kind == "TIME" and item.value in DAYS for item in items) and OTHER_TIMES.isdisjoint(said)


WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
DAYS = frozenset(("night", *WEEKDAYS))
"""Values of a time that is within a week of the article."""
OTHER_TIMES = frozenset("YEAR YEARS WHEN BEFORE SINCE PAST HABIT".split())
"""Kinds that show that a sentence tells of another time as well."""
OUTSIDE = "outside"

RULES = (
    rule(
        "events/held-on",
        "<ASIDE nth:ORDINAL? body:EVENT COMMA? WAS? modal:MODAL? BE? ~ TAKESPLACE"
        " ~ AT? IN? VENUE? COMMA? ON? ~ COMMA? date:DATE"
        " !ELSEWHERE",
        held_on,
        priority=4,
    ),
    rule(
        "events/event-on",
        "<ASIDE body:EVENT COMMA? WAS? modal:MODAL? BE? ON TIME? OTHER? COMMA? date:DATE !ELSEWHERE",
        held_on,
        priority=3,
    ),
    rule("events/is-on", "<ASIDE body:EVENT WAS TIME? COMMA? date:DATE !ELSEWHERE", held_on, priority=3),
    rule("events/date-of", "date:DATE body:CEREMONY", held_on, priority=3),
    rule("events/event-in", "body:EDITION OPEN? IN? year:YEAR", held_in, priority=3),
    rule("events/held-in", "body:EDITION WAS? HELD ~ IN year:YEAR", held_in, priority=4),
    rule("events/honoured", "body:EVENT COMMA? GAVE? .. FILMNOUN .. OF year:YEAR", honoured, priority=3),
    rule("events/honoured-in", "body:EDITION COMMA? GAVE? .. FILMNOUN .. OFYEAR year:YEAR", honoured, priority=3),
    rule("events/number", "body:EVENT COMMA? OPEN? WAS? nth:ORDINAL =ENDING", numbered, priority=3),
    rule(
        "events/event-at",
        "<ASIDE nth:ORDINAL? body:EVENT COMMA? WAS? modal:MODAL? BE? ~ HELD ... venue:VENUE",
        held_at,
        priority=4,
    ),
    rule("events/at-venue", "AT OTHER? POSS? venue:VENUE", at_venue, priority=2),
    rule("events/in-venue", "IN OTHER? POSS? venue:VENUE", at_venue, priority=2),
    rule("events/in-a-venue", "ATPLACE OTHER COMMA venue:VENUE", held_at, priority=2),
    rule("events/inside-venue", "where:INSIDE OTHER? POSS? venue:VENUE", inside, priority=2),
    rule("events/site-of", "venue:VENUE COMMA? SITE TIME? POSS? body:EVENT", held_at, priority=3),
    rule("events/where-held", "venue:VENUE COMMA OTHER body:EVENT WAS? HELD", held_at, priority=3),
    rule("events/beside-venue", "<OF venue:VENUE", only_at, priority=0),
    rule(
        "events/winners-on",
        "WINNERS modal:MODAL? WAS? BE? HELD? OTHER? ON? TIME? COMMA? date:DATE",
        held_on,
        priority=2,
    ),
    rule(
        "events/shifted",
        "body:EVENT COMMA? WAS? modal:MODAL? BE? ~ SHIFTED .. UPTO TIME? COMMA? date:DATE",
        held_on,
        priority=4,
    ),
    rule(
        "events/was-shifted", "SHIFTED TIME? POSS? body:EVENT OTHER? UPTO TIME? COMMA? date:DATE", held_on, priority=4
    ),
    rule("events/body-meets", "<ASIDE AWARD HELD COMMA? ON? TIME? COMMA? date:DATE !ELSEWHERE", held_on, priority=2),
    rule("events/body-on", "SEMI AWARD ON TIME? COMMA? date:DATE", held_on, priority=2),
    rule("events/prize-on", "WHAT TROPHY? COMMA? GAVE? ON TIME? COMMA? date:DATE", won_on, priority=2, tail="date"),
    rule("events/prize-for-on", "WON ... FOR KNOWNFILM COMMA? GAVE? ON date:DATE", won_on, priority=2, tail="date"),
    rule("events/nth-held-in", "nth:ORDINAL CEREMONY COMMA IN year:YEAR", nth_held_in, priority=3),
    rule("events/venue-and-date", "ATPLACE VENUE COMMA? ON? TIME? COMMA? date:DATE", held_on, priority=3),
    rule("events/now-numbered", "when:TIME AT? OF? BRINGS? WAS? body:EDITION !NOMINATION", held_this_year, priority=3),
    rule("events/numbered-now", "body:EDITION HELD? OTHER? when:TIME", held_this_year, priority=3),
    rule("events/current", "body:EDITION !NOMINATION", held_this_year, priority=0),
    rule("events/nth-edition-of", "nth:ORDINAL NUMBERED OF body:EVENT", edition_named, priority=3),
    rule("events/own-nth-edition", "body:EVENT POSS? ~ nth:ORDINAL NUMBERED", edition_in_view, priority=3),
    rule("events/is-nth-edition", "EVENT WAS ~ nth:ORDINAL NUMBERED", edition_in_view, priority=3),
    rule("events/nth-of-these", "nth:ORDINAL OF OTHER? EVENT", edition_named, priority=1),
    rule("events/venue-of", "venue:VENUE POSS? body:EVENT", held_at, priority=2),
)
