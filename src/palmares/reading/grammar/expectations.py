"""Who was the frontrunner, and whether a win was an upset.

Both are claims on the odds of the eve of the ceremony, or of the day of the article where that is earlier.
"""

from __future__ import annotations

import datetime as dt

from palmares.claims import Claim, Compare, Operator, Rank
from palmares.reading.context import Frame
from palmares.reading.grammar.building import nominations
from palmares.reading.items import Item
from palmares.reading.rules import rule


def eve(at: Frame) -> dt.date:
    """The day whose odds are meant: the day before the ceremony, or the day of the article where that is earlier."""
    return at.as_of if at.held is None else min(at.as_of, at.held - dt.timedelta(days=1))


def ranked(at: Frame, who: Item, what: Item | None, operator: Operator) -> Claim | None:
    """That the place of a nomination by its odds is, or is not, the first."""
    selection = nominations(at, who, what=what)
    return None if selection is None or at.edition is None else Compare(Rank(selection, eve(at)), operator, 1)


def frontrunner(at: Frame, who: Item, what: Item | None = None) -> Claim | None:
    """`frontrunner WHO`."""
    return ranked(at, who, what, Operator.EQ)


def long_shot(at: Frame, who: Item, what: Item | None = None) -> Claim | None:
    """`WHO was a long shot`, `WHO's surprise win`: it was not the frontrunner."""
    return ranked(at, who, what, Operator.NE)


def won_by_surprise(at: Frame, who: Item, what: Item, surprise: Item) -> Claim | None:
    """`WHO won WHAT in a surprise win`."""
    return long_shot(at, who, what)


RULES = (
    rule("expectations/frontrunner-named", "FAVOURITE COMMA? who:FAVOURED", frontrunner, priority=3),
    rule("expectations/was-frontrunner", "who:SUBJECT WAS .. FAVOURITE FOR? what:WHAT?", frontrunner, priority=4),
    rule("expectations/frontrunner-apposition", "who:FAVOURED COMMA .. FAVOURITE", frontrunner, priority=2),
    rule("expectations/long-shot", "who:SUBJECT WAS .. LONGSHOT FOR? what:WHAT?", long_shot, priority=4),
    rule("expectations/upset", "who:SUBJECT .. UPSET .. NOUN", long_shot, priority=4),
    rule("expectations/surprise-win", "who:OWNER POSS? .. SURPRISE WIN", long_shot, priority=4),
    rule("expectations/won-in-upset", "who:SUBJECT .. WON ... what:WHAT IN .. surprise:SURPRISE .. WIN", won_by_surprise, priority=4, tail="surprise"),
    rule("expectations/disrupted", "who:OWNER POSS? .. WIN DEFIED", long_shot, priority=4),
)
