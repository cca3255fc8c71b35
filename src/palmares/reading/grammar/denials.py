"""What did not happen, told as news within a story: "has never been nominated", "did not win for Rhett Butler".

Read only in a story, since a denial that stands alone answers what somebody else said. The trap: a denial is true of
most people, so nothing is made of one whose verb or prize is not plain.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import Claim, Film, Outcome, Person
from palmares.reading.context import Frame
from palmares.reading.grammar.building import absent, nominations
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule


def not_nominated(
    at: Frame, who: Item, what: Item | None = None, film: Item | None = None
) -> Claim | tuple[Claim, ...] | None:
    """`WHO was not nominated (for WHAT) (for FILM)`, in the edition in view; bare of a prize, perhaps for acting."""
    claim = denied(at, who, what, film, outcome=Outcome.NOMINATED)
    if claim is None or what is not None or film is not None or not isinstance(who.value, Person):
        return claim
    acting = denied(at, who, ACTING, None, outcome=Outcome.NOMINATED)
    return (claim, acting) if acting is not None else claim


ACTING = Item("PRIZE", 0, 0, Prize(("actor", "actress", "supporting-actor", "supporting-actress"), None, strong=True))
"""What an actor was not nominated for where no prize is said; a director is up as producer and writer as well."""


def not_won(at: Frame, who: Item, what: Item | None = None, film: Item | None = None) -> Claim | None:
    """`WHO did not win (WHAT) (for FILM)`, in the edition in view."""
    return denied(at, who, what, film, outcome=Outcome.WON)


def denied(at: Frame, who: Item, what: Item | None, film: Item | None, *, outcome: Outcome) -> Claim | None:
    """That somebody has no such nomination in the edition in view, or for the film that is named."""
    if film is None and not isinstance(who.value, Film):
        if at.edition is None or (at.is_of_past and not at.is_explicit):
            return None
        at = replace(at, is_explicit=True)
    return absent(nominations(at, who, film, what=what, outcome=outcome))


def never_nominated(at: Frame, who: Item, what: Item | None = None) -> Claim | None:
    """`WHO has never been nominated (for WHAT)`: at no edition up to the day."""
    return absent(nominations(replace(at, edition=None, season=None), who, what=what))


def never_nominated_at(at: Frame, who: Item, body: Item) -> Claim | None:
    """`WHO was never nominated for a BODY award`."""
    return absent(nominations(replace(at, edition=None, season=None), who, what=body))


def never_won(at: Frame, who: Item, what: Item | None = None, *, body: Item | None = None) -> Claim | None:
    """`WHO has never won (WHAT)`: at no edition up to the day."""
    return absent(nominations(replace(at, edition=None, season=None), who, what=what or body, outcome=Outcome.WON))


RULES = (
    rule(
        "denials/never-nominated",
        "who:SUBJECT+ .. HELPING? OTHER? NEVER OTHER% NOMINATED ( FOR? what:WHAT )? =AFTERMISS",
        never_nominated,
        each="who",
        priority=4,
    ),
    rule(
        "denials/not-nominated",
        "who:SUBJECT+ .. HELPING? NOT OTHER% NOMINATED ( FOR? what:WHAT )? =AFTERMISS",
        not_nominated,
        each="who",
        priority=4,
    ),
    rule(
        "denials/not-nominated-for-film",
        "who:SUBJECT .. HELPING? NOT OTHER% NOMINATED ( FOR what:WHAT )? .. FOR 's film:ANYFILM",
        not_nominated,
        priority=5,
    ),
    rule(
        "denials/never-nominated-at",
        "who:SUBJECT+ .. HELPING? OTHER? NEVER OTHER% NOMINATED FOR body:AWARD",
        never_nominated_at,
        each="who",
        priority=5,
    ),
    rule("denials/not-a-nominee", "who:SUBJECT .. WAS NOT OTHER% AMONG? NOMINEE =AFTERMISS", not_nominated, priority=4),
    rule(
        "denials/no-nomination-received",
        "who:SUBJECT OTHER? NOT OTHER% what:WHAT? NOMINATION =ENDING",
        not_nominated,
        priority=4,
    ),
    rule(
        "denials/no-nomination-received-for",
        "who:SUBJECT OTHER? NOT OTHER% NOMINATION FOR what:WHAT",
        not_nominated,
        priority=5,
    ),
    rule(
        "denials/not-won", "who:SUBJECT+ .. HELPING? NOT OTHER% VICTORY =AFTERDENIAL", not_won, each="who", priority=3
    ),
    rule(
        "denials/not-won-prize",
        "who:SUBJECT+ HELPING? NOT OTHER% VICTORY FOR? what:WHAT",
        not_won,
        each="who",
        priority=4,
    ),
    rule("denials/not-won-for", "who:SUBJECT OTHER NOT OTHER% VICTORY .. FOR 's film:ANYFILM", not_won, priority=5),
    rule(
        "denials/never-won",
        "who:SUBJECT+ HAS? OTHER? NEVER ( HAS? OTHER? )? VICTORY ( FOR what:WHAT )? =AFTERMISS",
        never_won,
        each="who",
        priority=3,
    ),
    rule(
        "denials/never-won-prize",
        "who:SUBJECT+ HAS? OTHER? NEVER OTHER% VICTORY what:WHAT",
        never_won,
        each="who",
        priority=4,
    ),
    rule(
        "denials/never-won-award",
        "who:SUBJECT+ HAS? OTHER? NEVER OTHER% VICTORY body:PRIZEOF =AFTERMISS",
        never_won,
        each="who",
        priority=4,
    ),
)
