"""Who was snubbed or left off, and who was among the losers.

The trap: "overlooked" may be said of the nominations or of the night, while "left off the list" is of the first alone.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import Claim
from palmares.reading.context import Frame
from palmares.reading.grammar.building import absent, nominations
from palmares.reading.grammar.outcomes import beat, lost, missed
from palmares.reading.items import Item
from palmares.reading.rules import rule


def not_nominated(
    at: Frame, who: Item, what: Item | None = None, film: Item | None = None, *, body: Item | None = None
) -> Claim | None:
    """`WHO was not nominated (for WHAT)`, in the edition in view; `body` only settles the frame."""
    if at.edition is None:
        return None
    return absent(nominations(replace(at, is_explicit=True), who, film, what=what))


def not_for_film(at: Frame, who: Item, film: Item, what: Item | None = None) -> Claim | None:
    """`no nomination for WHO in FILM`."""
    return absent(nominations(at, who, film, what=what))


def passed_by(at: Frame, body: Item, who: Item) -> tuple[Claim, ...]:
    """`BODY ignored WHO`: not nominated, or not a winner."""
    return () if at.edition is None else missed(replace(at, is_explicit=True), who, None)


def lost_any(at: Frame, who: Item, what: Item | None = None) -> Claim | None:
    """`WHO was among the losers (in WHAT)`."""
    return lost(at, who, what)


RULES = (
    rule(
        "outcomes/among-those-beaten",
        "other:SUBJECT+ WAS ~ AMONG OTHER OTHER% who:SOMEBODY BEAT",
        beat,
        each="other",
        priority=5,
    ),
    rule("outcomes/those-beaten-were", "OTHER who:SOMEBODY BEAT WAS ~ other:NOUN+", beat, each="other", priority=5),
    rule("outcomes/missed-nomination", "who:SUBJECT ... MISSED .. what:WHAT SLATE", not_nominated, priority=5),
    rule(
        "outcomes/missed-nomination-for",
        "who:SUBJECT ... MISSED .. NOMINATION FOR what:WHAT",
        not_nominated,
        priority=5,
    ),
    rule("outcomes/missed-any-nomination", "who:SUBJECT ... MISSED .. NOMINATION =ENDING", not_nominated, priority=4),
    rule("outcomes/ignored", "body:AWARD SNUBBED who:WHOMEVER !FOR !POSS", passed_by, priority=4),
    rule("outcomes/ignored-for", "AWARD SNUBBED who:WHOMEVER FOR 's film:ANYFILM", not_for_film, priority=5),
    rule("outcomes/no-nomination", "NO ~ what:WHAT? NOMINATION FOR 's who:NOUN !POSS", not_nominated, priority=4),
    rule(
        "outcomes/no-nomination-for-film",
        "NO ~ what:WHAT? NOMINATION FOR 's who:PERSONOF OTHER? PLACED 's film:ANYFILM",
        not_for_film,
        priority=5,
    ),
    rule(
        "outcomes/were-losers",
        "who:SUBJECT+ WAS .. LOSER IN what:WHAT",
        lost_any,
        each="who",
        priority=5,
    ),
    rule("outcomes/prize-losers", "who:SUBJECT+ WAS .. what:WHAT LOSER", lost_any, each="who", priority=5),
    rule("outcomes/were-beaten", "who:SUBJECT+ WAS .. LOSER =ENDING", lost_any, each="who", priority=3),
    rule("outcomes/losers-were", "LOSER WAS ~ COLON? who:NOUN+", lost_any, each="who", priority=3),
    rule("outcomes/losers-include", "LOSER INCLUDING who:NOUN+", lost_any, each="who", priority=3),
)
