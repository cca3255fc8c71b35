"""Who was honoured, told from the side of the body or of the prize: "the DGA crowned X", "best score is Y's".

Also wins as nouns ("a best film victory at the BAFTAs") and what somebody is the winner of. The trap: a prize handed
over in a sentence may be a nomination, a part or an opinion, so each pattern says what may not follow.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Compare,
    Exists,
    Operator,
    Person,
    Select,
)
from palmares.reading.context import Frame, Place
from palmares.reading.grammar.building import about
from palmares.reading.grammar.listings import film_of, in_view, known_for, own_prize
from palmares.reading.grammar.outcomes import (
    beat,
    nominated,
    won,
    won_at,
    won_ever,
    won_or_nominated,
    won_top,
)
from palmares.reading.grammar.winners import (
    UNSAID,
    for_film,
    honoured,
    of_night,
    past_winner,
    preferred,
    top_of,
    won_then,
    won_unknown,
)
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule

OF_FILMS = frozenset(("picture", "international-feature", "animated-feature", "documentary-feature"))
"""Prizes that a film has, so that their being somebody's tells whose film it is."""


def theirs(at: Frame, what: Item, who: Item) -> Claim | None:
    """`WHAT was WHO's`; a prize of films is told only where the record has the person for it."""
    if isinstance(who.value, Person) and isinstance(what.value, Prize) and OF_FILMS & set(what.value.categories):
        return None
    return won(at, who, what)


def up_for(at: Frame, what: Item, who: Item, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHAT for WHO` that opens a line on the night: it won; before the night, it is up for it."""
    claims = [won(at, who, what, film)]
    if at.held is not None and at.held > at.as_of:
        claims.append(nominated(at, who, what, film))
    return tuple(claim for claim in claims if claim is not None)


def prize_of(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`the WHAT prize for WHO`, which may be of a body that nothing names."""
    return own_prize(at, who, what, what)


def own_body(at: Frame, who: Item, body: Item) -> Claim | None:
    """`with her Globe`: of whatever edition."""
    return won_ever(at, who, body) if body.award is not None and body.value not in ("event", "place") else None


def in_final(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`to WHO for FILM`: a prize, or something else that is given, such as an honorary award."""
    if at.place is not None and is_in_list_of_winners(at.place):
        return tuple(claim for claim in (won(at, who, None, film),) if claim is not None)
    claims = film_of(at, who, film)
    otherwise = Compare(Exists(Select((*(about(who) or ()), UNSAID))), Operator.EQ, True)
    return (*claims, otherwise) if claims else ()


def is_in_list_of_winners(place: Place) -> bool:
    """Whether "and to WHO for FILM" goes on from "the awards went to somebody for a film"."""
    before = [item.kind for item in place.sentence.items[: place.span[0]]]
    gone = next((at for at in range(len(before) - 1, -1, -1) if before[at] == "WENT"), None)
    return gone is not None and "TROPHY" in before[:gone] and VERBS.isdisjoint(before[gone + 1 :])


VERBS = frozenset("WON GOT HAS LOST NAMED WAS SEMI QUOTE NOMINATED HONOURED".split())


def body_nominated(at: Frame, body: Item, who: Item) -> Claim | None:
    """`BODY has nominated WHO`: in the edition in view."""
    if body.value not in ("body", "event") or at.edition is None:
        return None
    return nominated(replace(at, is_explicit=True), who)


def film_over(at: Frame, what: Item, film: Item, other: Item) -> Claim | None:
    """`WHAT for FILM over OTHER`."""
    return beat(at, film, other, what)


def own_work(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`WHO's WHAT` in a list of what was honoured; elsewhere it is only spoken of."""
    otherwise = Compare(Exists(Select((*(about(who) or ()), UNSAID))), Operator.EQ, True)
    claims = won_or_nominated(at, who, what)
    return (*claims, otherwise) if claims else ()


RULES = (
    rule(
        "outcomes/prize-for-film-over",
        "what:WHAT AWARDED? COMMA? FOR film:FILMOF COMMA? OVER 's other:NOUN+",
        film_over,
        each="other",
        priority=5,
        tail="film",
    ),
    rule(
        "outcomes/won-this-time-for",
        "who:SOMEBODY ... WON ... COMMA OTHER? TIMES FOR 's film:FILMOF",
        for_film,
        priority=4,
        tail="film",
    ),
    rule(
        "outcomes/body-nominated",
        "body:AWARD ALSO? NOMINATED 's who:NOUN+ !NOMINATION",
        body_nominated,
        each="who",
        priority=3,
    ),
    rule("outcomes/prize-fell-to", "what:WHAT TROPHY? FELLTO 's who:NOUN+", won, each="who", priority=5),
    rule(
        "outcomes/prize-fell-to-for",
        "what:WHAT TROPHY? FELLTO 's who:NOUN COMMA? FOR 's film:ANYFILM",
        won,
        priority=7,
        tail="film",
    ),
    rule(
        "outcomes/prize-went-for",
        "what:WHAT .. WENT 's who:NOUN COMMA? FOR 's film:ANYFILM",
        won,
        priority=7,
        tail="film",
    ),
    rule("outcomes/own-work", "who:PERSONOF POSS what:WHAT =ENDING", own_work, priority=1),
    rule("outcomes/person-of-film", "who:ANYPERSON COMMA? OF 's film:ANYFILM =ENDING", known_for, priority=1),
    rule("outcomes/went-to-unknown", "what:WHAT .. WENT who:UNKNOWN !POSS", won_unknown, priority=5),
    rule(
        "outcomes/choice-of-body-was", "body:AWARD POSS OTHER? PICK ( FOR TOP )? WAS who:NAME !POSS", top_of, priority=4
    ),
    rule("outcomes/choice-of-body-for", "AWARD POSS OTHER? PICK FOR what:WHAT WAS who:NAME !POSS", won, priority=5),
    rule("outcomes/body-line", "^ body:AWARD PAUSE who:NAME+ =CLOSING", top_of, each="who", priority=3),
    rule("outcomes/asked-prize", "ASKED what:WHAT who:NAME !POSS", up_for, priority=6),
    rule("outcomes/name-and-prize", "LEADIN OTHER? who:NAME what:PRIZE =APPOSEDEND", up_for, priority=2, tail="who"),
    rule("outcomes/made-best", "MADE who:WHOMEVER ITS? what:PRIZE !NOMINEE !WINNER", won, priority=3),
    rule("outcomes/prize-to", "what:WHAT TROPHY TO who:PERSONOF !POSS", won, priority=2),
    rule("outcomes/award-theirs", "<WHAT PRIZEOF WAS OTHER? who:KNOWNOF POSS =ENDING", won_then, priority=3),
    rule("outcomes/with-best", "WITH who:PERSONOF what:PRIZE =AFTERBEST", won, priority=3),
    rule("outcomes/named-actively", "NAMED who:NAME OTHER? what:PRIZE !NOMINEE !WINNER", won, priority=3),
    rule("outcomes/body-went", "body:AWARD WENT 's who:NOUN+", won_at, each="who", priority=3),
    rule("outcomes/trophy-went", "<WHAT <AWARD <POSS TROPHY WENT 's who:NOUN+ !FOR", won_then, each="who", priority=1),
    rule(
        "outcomes/prize-went-and-for",
        "what:WHAT .. WENT NOUN FOR 's FILMOF AND TO? who:PERSONOF FOR 's film:ANYFILM",
        won,
        priority=7,
        tail="who",
    ),
    rule("outcomes/prize-line", "^ CLOCK% what:WHAT PAUSE who:PERSON COMMA film:FILM =ENDING", up_for, priority=5),
    rule("outcomes/prize-line-bracket", "^ CLOCK% what:WHAT PAUSE who:PERSON OPEN film:FILM CLOSE", up_for, priority=5),
    rule(
        "outcomes/prize-line-for", "^ CLOCK% what:WHAT PAUSE who:PERSON COMMA? FOR 's film:ANYFILM", up_for, priority=5
    ),
    rule("outcomes/won-them-among", "WON .. what:WHAT ... COMMA who:NAME INCLUDING", won, priority=5, tail="who"),
    rule("outcomes/went-for", "TROPHY .. WENTFELL 's who:NOUN FOR .. what:WHAT+", won, each="what", priority=4),
    rule("outcomes/went-and-to", "what:WHAT ... WENT ... AND TO 's who:NOUN !FOR", won, priority=4, tail="who"),
    rule("outcomes/past-winner-named", "FORMERLY AWARD? WINNER who:PERSON", past_winner, priority=3),
    rule("outcomes/joins-in-race", "JOINED who:NOUN+ IN .. RACE", in_view, each="who", priority=3),
    rule("outcomes/body-crowned", "body:AWARD NAMED who:PERSON !WHAT !OTHER !AS !WAS", won_top, priority=3),
    rule("outcomes/handed", "GAVE .. what:WHAT+ .. TO OTHER? 's who:NOUN !POSS", won, each="what", priority=4),
    rule("outcomes/handed-who", "GAVE 's who:NOUN OTHER? OWN? what:WHAT !SLATE !NOMINEE !OTHER", won, priority=4),
    rule("outcomes/body-honoured", "body:AWARD .. GAVE who:NOUN =HONOUREND", honoured, priority=3),
    rule("outcomes/body-honoured-for", "body:AWARD .. GAVE who:NOUN FOR .. film:ANYFILM", honoured, priority=4),
    rule("outcomes/body-honoured-for-prize", "AWARD .. GAVE who:NOUN FOR ITS? HIS? what:WHAT", won, priority=5),
    rule(
        "outcomes/chose-over",
        "body:AWARD .. CHOSE 's who:NOUN VERSUS 's other:NOUN+",
        preferred,
        each="other",
        priority=6,
    ),
    rule(
        "outcomes/prize-theirs",
        "what:WHAT TROPHY? ( AT AWARD )? WAS OTHER? who:KNOWNOF POSS =ENDING",
        theirs,
        priority=5,
    ),
    rule("outcomes/prize-was-for", "what:WHAT TROPHY? WAS FOR 's who:NOUN !POSS", won, priority=4),
    rule("outcomes/prize-of-body-was", "AWARD POSS what:WHAT NIGHT? be:WAS who:NAME !POSS", of_night, priority=5),
    rule("outcomes/prize-for-people", "what:WHAT TROPHY FOR who:PERSONOF+ =ENDING", prize_of, each="who", priority=3),
    rule("outcomes/opens-prize-for", "^ CLOCK% what:WHAT FOR 's who:KNOWNOF =AFTERTROPHY", up_for, priority=4),
    rule(
        "outcomes/opens-film-prize",
        "^ CLOCK% who:PERSON COMMA film:FILM COMMA what:PRIZE =ENDING",
        up_for,
        priority=4,
    ),
    rule("outcomes/own-trophies", "WITH who:HIS body:PRIZEOF =ENDING", own_body, priority=2, tail="who"),
    rule("outcomes/own-trophies-listed", "CLAUSEEND who:HIS body:PRIZEOF =ENDING", own_body, priority=2, tail="who"),
    rule(
        "outcomes/oblique-for-film", "LEADTO who:PERSONOF FOR 's film:ANYFILM =ENDING", in_final, priority=2, tail="who"
    ),
)
