"""Who was the frontrunner, and whether a win was an upset.

All are claims on the odds of the eve of the ceremony, or of the day of the article where that is earlier. The trap:
odds belong to one race, so a film of which no prize is named was the favourite for the top prize, a person for any.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from palmares.claims import (
    Claim,
    Compare,
    Film,
    OfAward,
    OfCategory,
    OfEditions,
    Operator,
    Probability,
    Rank,
    Select,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import about, in_category
from palmares.reading.items import Item
from palmares.reading.rules import rule
from palmares.reading.words import top_categories


def eve(at: Frame) -> dt.date:
    """The day whose odds are meant: the day before the ceremony, or the day of the article where that is earlier."""
    return at.as_of if at.held is None else min(at.as_of, at.held - dt.timedelta(days=1))


def up(at: Frame, who: Item, what: Item | None = None, film: Item | None = None) -> Select | None:
    """The nomination whose odds are meant; None without an edition or when a mention does not fit."""
    mentions = [about(item) for item in (who, film)]
    category = in_category(at, what)
    if at.edition is None or category is None or None in mentions or not mentions[0]:
        return None
    if not category and isinstance(who.value, Film) and (top := top_categories().get(at.award)):
        category = (OfCategory((top,)),)
    named = [constraint for mention in mentions if mention for constraint in mention]
    return Select((OfAward(at.award), OfEditions(at.edition, at.edition), *category, *named))


def placed(at: Frame, selection: Select | None, operator: Operator) -> Claim | None:
    """That the place of a nomination by its odds is, or is not, the first."""
    return None if selection is None else Compare(Rank(selection, eve(at)), operator, 1)


def frontrunner(at: Frame, who: Item, what: Item | None = None, film: Item | None = None) -> Claim | None:
    """`WHO was the favourite for WHAT (for FILM)`."""
    return placed(at, up(at, who, what, film), Operator.EQ)


def long_shot(at: Frame, who: Item, what: Item | None = None, film: Item | None = None) -> Claim | None:
    """`WHO was a long shot for WHAT`, `WHO's surprise win`: it was not the favourite."""
    return placed(at, up(at, who, what, film), Operator.NE)


def as_expected(at: Frame, who: Item, what: Item, sign: Item) -> Claim | None:
    """`WHO won WHAT, as expected`."""
    return frontrunner(at, who, what)


def unexpectedly(at: Frame, who: Item, what: Item, sign: Item) -> Claim | None:
    """`WHO won WHAT in a surprise win`."""
    return long_shot(at, who, what)


def upset(at: Frame, who: Item, other: Item, what: Item | None = None) -> Claim | None:
    """`WHO upset OTHER`: who won was not the favourite."""
    return long_shot(at, who, what) if who.value != other.value else None


def level(at: Frame, who: Sequence[Item], what: Item | None = None) -> Claim | None:
    """`WHO and WHO were neck and neck`."""
    selections = [up(at, item, what) for item in who]
    if len(selections) != 2:
        return None
    one, other = selections
    if one is None or other is None or one == other:
        return None
    return Compare(Probability(one, eve(at)), Operator.ABOUT, Probability(other, eve(at)))


def level_with(at: Frame, who: Item, other: Item, what: Item | None = None) -> Claim | None:
    """`WHO was neck and neck with OTHER`."""
    return level(at, (who, other), what)


RULES = (
    rule("expectations/frontrunner-named", "FAVOURITE COMMA? who:FAVOURED !POSS", frontrunner, priority=3),
    rule(
        "expectations/was-frontrunner",
        "who:EXPECTANT WAS ~ FAVOURITE FOR? TOWIN? BODY? POSS? what:WHAT?",
        frontrunner,
        priority=4,
    ),
    rule("expectations/was-frontrunner-for", "who:SOMEBODY WAS ~ FAVOURITE FOR film:ANYFILM", frontrunner, priority=5),
    rule(
        "expectations/frontrunner-apposition",
        "who:FAVOURED COMMA ~ FAVOURITE FOR? TOWIN? BODY? POSS? what:WHAT?",
        frontrunner,
        priority=2,
    ),
    rule(
        "expectations/long-shot",
        "who:EXPECTANT WAS ~ LONGSHOT FOR? TOWIN? BODY? POSS? what:WHAT?",
        long_shot,
        priority=4,
    ),
    rule(
        "expectations/long-shot-apposition",
        "who:FAVOURED COMMA ~ LONGSHOT FOR? TOWIN? BODY? POSS? what:WHAT?",
        long_shot,
        priority=2,
    ),
    rule("expectations/upset", "who:EXPECTANT UPSET ~ FAVOURITE? other:NOUN", upset, priority=4),
    rule(
        "expectations/upset-for",
        "who:EXPECTANT UPSET ~ FAVOURITE? other:NOUN .. FOR BODY? POSS? what:WHAT",
        upset,
        priority=5,
    ),
    rule("expectations/stunned", "who:EXPECTANT SHOCKED ~ FAVOURITE? other:KNOWN", upset, priority=4),
    rule("expectations/pulled-off", "who:EXPECTANT ~ STUNNED", long_shot, priority=4),
    rule("expectations/surprise-win", "who:OWNER POSS? ~ UPSETTING ~ what:WHAT? WIN", long_shot, priority=4),
    rule(
        "expectations/surprise-winner",
        "SURPRISE BODY? what:WHAT? WINNER WAS? COMMA? who:FAVOURED !POSS",
        long_shot,
        priority=4,
    ),
    rule(
        "expectations/won-in-upset",
        "who:SUBJECT .. WON ... what:WHAT IN ~ SURPRISE? sign:UPSET",
        unexpectedly,
        priority=3,
        tail="sign",
    ),
    rule(
        "expectations/won-by-surprise",
        "who:SUBJECT .. WON ... what:WHAT IN ~ sign:UPSETTING ~ WIN",
        unexpectedly,
        priority=4,
        tail="sign",
    ),
    rule(
        "expectations/won-unexpectedly",
        "who:SUBJECT .. WON ... what:WHAT COMMA? sign:UNEXPECTED",
        unexpectedly,
        priority=4,
        tail="sign",
    ),
    rule(
        "expectations/unexpectedly-won",
        "sign:UNEXPECTED COMMA? who:SUBJECT .. WON ... what:WHAT",
        unexpectedly,
        priority=4,
    ),
    rule(
        "expectations/won-as-expected",
        "who:SUBJECT .. WON ... what:WHAT COMMA? sign:EXPECTED",
        as_expected,
        priority=4,
        tail="sign",
    ),
    rule(
        "expectations/as-expected-won", "sign:EXPECTED COMMA? who:SUBJECT .. WON ... what:WHAT", as_expected, priority=4
    ),
    rule("expectations/defied", "who:OWNER POSS? ~ WIN .. DEFIED .. EXPECTATIONS", long_shot, priority=4),
    rule("expectations/defied-all", "who:EXPECTANT ~ DEFIED .. EXPECTATIONS", long_shot, priority=3),
    rule("expectations/level", "who:EXPECTANT+ WAS ~ EVEN IN? FOR? what:WHAT?", level, priority=4),
    rule(
        "expectations/level-with",
        "who:EXPECTANT WAS ~ EVEN WITH other:KNOWN IN? FOR? what:WHAT?",
        level_with,
        priority=5,
    ),
)
