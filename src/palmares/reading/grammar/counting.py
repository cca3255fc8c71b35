"""So many nominations or wins of somebody, in every way that a count may be meant: the pieces that counts are made of.

The trap: a person's number is of the night in view or of a career, up to that night or before it; what is still to come
is never counted.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Exists,
    Operator,
    Outcome,
    Person,
    Select,
    Trait,
    Unit,
    WithTrait,
)
from palmares.reading.context import Frame, Place
from palmares.reading.grammar.building import about, award_of, nominations
from palmares.reading.items import Item, Prize
from palmares.reading.shape import PERFECT
from palmares.reading.words import awards_with_nominees

MOST_IN_A_NIGHT = 16
"""No film or person has more of anything in one night; a larger number counts something else ("over 200 awards")."""


def counted(selection: Select | None, number: int) -> tuple[Claim, ...]:
    """That a selection holds so many nominations."""
    if selection is None:
        return ()
    return (Compare(Count(selection, Unit.NOMINATION), Operator.EQ, number),)


def elsewhere(who: Item) -> tuple[Claim, ...]:
    """That the count is somebody else's, or of something else, which the record cannot decide."""
    (subject,) = about(who) or (None,)
    if subject is None:
        return ()
    other = WithTrait(Trait.UNRECORDED, Operator.EQ, "counted of somebody else")
    return (Compare(Exists(Select((subject, other))), Operator.EQ, True),)


def uncounted() -> Claim:
    """That a number counts something else than prizes, which the record cannot decide: of a reading that is a guess."""
    other = WithTrait(Trait.UNRECORDED, Operator.EQ, "counted of something else")
    return Compare(Exists(Select((other,))), Operator.EQ, True)


def at_least(selection: Select | None, number: int) -> tuple[Claim, ...]:
    """That a selection holds at least so many, which was once all there were."""
    return () if selection is None else (Compare(Count(selection, Unit.NOMINATION), Operator.GE, number),)


def tally(at: Frame, who: Item, number: int, *, what: Item | None, outcome: Outcome) -> tuple[Claim, ...]:
    """So many nominations with this outcome.

    A film's also in the edition in view alone, since some were up in two; a person's also over the career up to that
    edition, or before it, or at some time that the sentence speaks of.
    """
    if number > MOST_IN_A_NIGHT and not isinstance(who.value, Person):
        return ()
    if outcome is not Outcome.WON and award_of(at, what) not in awards_with_nominees():
        return ()
    if is_to_come(at, outcome):
        at = replace(at, is_explicit=False)
    of = nominations(at, who, what=what, outcome=outcome)
    claims = () if is_to_come(at, outcome) else counted(of, number)
    if at.is_explicit and isinstance(who.value, Person) and is_before_it(at):
        career = replace(at, edition=None, season=None)
        claims += counted(nominations(career, who, what=what, outcome=outcome, before=at.edition), number)
    if at.edition is None or at.is_explicit:
        return claims
    if not isinstance(who.value, Person):
        own = nominations(replace(at, is_explicit=True), who, what=what, outcome=outcome)
        return counted(of, number) + counted(own, number)
    career = replace(at, edition=None, season=None)
    claims += counted(nominations(career, who, what=what, outcome=outcome), number)
    if is_before_perhaps(at, outcome):
        claims += counted(nominations(career, who, what=what, outcome=outcome, before=at.edition), number)
    return claims + (at_least(nominations(career, who, what=what, outcome=outcome), number) if is_of_a_time(at) else ())


OF_A_TIME = frozenset("BEFORE WHEN HABIT PAST UNTIL YEAR DATE YEARS SINCE AFTER".split())


def is_of_a_time(at: Frame) -> bool:
    """Whether the sentence may tell how a count stood at an earlier time; that somebody died tells none."""
    if not at.is_of_past or at.place is None:
        return at.is_of_past
    return not OF_A_TIME.isdisjoint([item.kind for item in at.place.sentence.items])


def is_before_perhaps(at: Frame, outcome: Outcome) -> bool:
    """Whether a count may leave out the edition in view: it is fresh, or the sentence speaks of an earlier time."""
    if is_of_a_time(at):
        return True
    if outcome is Outcome.LOST:
        return False
    if at.held is None or at.as_of < at.held:
        return True
    return at.as_of <= at.held + FRESH and not (at.place is not None and is_up_to_now(at.place))


FRESH = dt.timedelta(days=21)
"""For so long after a night a writer may still have the counts from before it in mind."""


def is_up_to_now(place: Place) -> bool:
    """Whether a match says "has been nominated" or the like, which takes in the latest edition."""
    first, last = place.span
    return any(item.value == PERFECT for item in place.sentence.items[first:last])


def is_before_it(at: Frame) -> bool:
    """Whether the sentence speaks of the time before the edition that it names: "before this year"."""
    if at.place is None:
        return False
    return any(
        one.kind == "BEFORE" and other.kind in ("TIME", "YEAR", "EDITION", "DATE")
        for one, other in pairwise(at.place.sentence.items)
    )


BEFORE_NIGHT = dt.timedelta(days=90)
"""Before a night no nominations are out for longer than this."""


def is_to_come(at: Frame, outcome: Outcome) -> bool:
    """Whether nobody can have this outcome yet in the edition in view."""
    if at.held is None:
        return False
    return at.as_of < (at.held - BEFORE_NIGHT if outcome is Outcome.NOMINATED else at.held)


def narrowed(what: Item | None, area: tuple[Item, ...] | None) -> tuple[Item | None, ...]:
    """The prize that a count is narrowed to by its noun or by "for WHAT" after it; several prizes may also list all."""
    prizes = [item.value for item in area or () if isinstance(item.value, Prize)]
    if not area or len(prizes) < len(area):
        return (what,)
    union = tuple(dict.fromkeys(category for prize in prizes for category in prize.categories))
    narrow = area[0].meaning(Prize(union, prizes[0].award, strong=True), ())
    return (narrow,) if len(area) == 1 else (narrow, what)


def with_film(
    at: Frame, who: Item, number: int, *, film: Item, what: Item | None, outcome: Outcome
) -> tuple[Claim, ...]:
    """So many for one film, or in all, since a film may be named for another reason, or so many of the film's."""
    own = counted(nominations(at, who, film, what=what, outcome=outcome), number)
    whole = counted(nominations(at, film, what=what, outcome=outcome), number)
    return (*own, *whole, *tally(at, who, number, what=what, outcome=outcome))
