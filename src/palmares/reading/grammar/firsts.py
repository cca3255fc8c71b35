"""What an earlier prize was for, told apart from whose it is: "her second Oscar; the first was for The Aviator".

Whose it is, and whether it was won, is said by "her second Oscar" before. The trap: without such words nobody can tell
what "the first" is a first of, and nothing is read.
"""

from __future__ import annotations

from palmares.claims import Claim, Person
from palmares.reading.context import REACH, Frame, Place
from palmares.reading.grammar.outcomes import nominated, won
from palmares.reading.items import Item
from palmares.reading.rules import rule

THINGS = frozenset("AWARD TROPHY WIN PRIZE WEAKPRIZE TOP NOMINATION NOMINEE".split())
"""Kinds of words for what somebody has several of."""
UP = frozenset(("NOMINATION", "NOMINEE"))
BETWEEN = 4
"""Items between "her" and what is hers within which its number stands."""


def earlier_for(at: Frame, nth: Item, film: Item) -> Claim | None:
    """`the NTH was for FILM`, after "her second Oscar"."""
    if at.place is None or (own := own_before(at.place, nth)) is None:
        return None
    who, is_won = own
    if is_of_other(at.place, who):
        return None
    return won(at, who, None, film) if is_won else nominated(at, who, None, film)


def is_of_other(place: Place, who: Item) -> bool:
    """Whether right before the match stands somebody else, or a "his" that may be: "Fredric March …; his first was"."""
    before = [item for item in place.sentence.items[: place.span[0]] if item.kind != "POSS"][-1:]
    return any(item.kind in OWNERS and (item.value != who.value or item.others) for item in before)


OWNERS = ("HIS", "PERSONOF")


def own_before(place: Place, nth: Item) -> tuple[Item, bool] | None:
    """Whose a first is, and whether it is a win: that of the last person said to have a later one."""
    here = place.sentence.items[: place.span[0]]
    paragraph = place.sentence.paragraph
    earlier = [one.items for one in place.earlier[-REACH:] if one.paragraph == paragraph]
    for items in (here, *reversed(earlier)):
        for start in range(len(items) - 1, -1, -1):
            if (found := own_at(items, start, nth)) is not None:
                return found
    return None


def own_at(items: tuple[Item, ...], start: int, nth: Item) -> tuple[Item, bool] | None:
    """Whose the numbered prize is that begins here, and whether it is a win: "her second Oscar"."""
    who = items[start]
    if who.kind not in OWNERS or not isinstance(who.value, Person):
        return None
    stretch = items[start + 1 : start + 1 + BETWEEN]
    order = next((item.value for item in stretch if item.kind == "ORDINAL"), None)
    thing = next((item.kind for item in stretch if item.kind in THINGS), None)
    if thing is None or not isinstance(order, int) or not isinstance(nth.value, int) or nth.value >= order:
        return None
    is_won = not any(item.kind in UP for item in stretch)
    return who, is_won


RULES = (
    rule(
        "outcomes/first-for",
        "nth:ORDINAL TROPHY? ( HELPING HELPING% )? FOR ( OTHER NOUN IN )? 's film:FILMOF",
        earlier_for,
        priority=5,
    ),
    rule(
        "outcomes/first-came-with", "nth:ORDINAL TROPHY? HELPING HELPING% WITH 's film:FILMOF", earlier_for, priority=5
    ),
    rule("outcomes/film-was-first", "film:FILM HELPING HELPING? nth:ORDINAL TROPHY? =ENDING", earlier_for, priority=5),
)
