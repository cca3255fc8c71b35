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
    Film,
    Members,
    Operator,
    Outcome,
    Person,
    Select,
    Trait,
    Unit,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import about, exists, in_one_race, nominations
from palmares.reading.grammar.listings import film_of, in_view, lost_for, own_prize
from palmares.reading.grammar.outcomes import beat, nominated, tied_with, won, won_at, won_ever, won_or_nominated, won_top
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule

OF_FILMS = frozenset(("picture", "international-feature", "animated-feature", "documentary-feature"))
"""Prizes that a film has, so that their being somebody's tells whose film it is."""


def of_night(at: Frame, who: Item, be: Item, what: Item) -> Claim | None:
    """`WHO is BODY's WHAT`: on the night in view, where it is said for now."""
    return None if be.value == "now" and at.edition is None and isinstance(who.value, Person) else won(at, who, what)


def theirs(at: Frame, what: Item, who: Item) -> Claim | None:
    """`WHAT was WHO's`; a prize of films is told only where the record has the person for it."""
    if isinstance(who.value, Person) and isinstance(what.value, Prize) and OF_FILMS & set(what.value.categories):
        return None
    return won(at, who, what)


def preferred(at: Frame, who: Item, other: Item, *, body: Item | None = None) -> tuple[Claim, ...]:
    """`BODY chose WHO over OTHER`: WHO has its top prize."""
    assert body is not None
    tops = won_top(at, body, who)
    both = beat(at, who, other)
    return tops[:1] if isinstance(who.value, Film) or both is None else (both,)


def honoured(at: Frame, who: Item, body: Item, film: Item | None = None) -> Claim | None:
    """`BODY honoured WHO (for FILM)`."""
    return won(at, who, None, film) if film is not None else won_at(at, who, body)


def lost_with(at: Frame, who: Item, film: Item, other: Item) -> Claim | None:
    """`WHO lost with FILM to OTHER`."""
    one, two = nominations(at, other, outcome=Outcome.WON), nominations(at, who, film, outcome=Outcome.LOST)
    return exists(in_one_race(one, two)) if who.value != other.value else None


def won_that_night(at: Frame, who: Item, verb: Item) -> Claim | None:
    """`WHO won` with nothing else: something, in the edition in view."""
    if verb.value is not None:
        return None
    return won(replace(at, is_explicit=True), who) if at.edition is not None else None


def for_film(at: Frame, who: Item, film: Item) -> Claim | None:
    """`WHO was a winner for FILM`."""
    return won(at, who, None, film)


def nominated_for_film(at: Frame, who: Item, film: Item) -> Claim | None:
    """`WHO got a nomination for FILM`."""
    return nominated(at, who, None, film)


def up_for(at: Frame, what: Item, who: Item, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHAT for WHO` that opens a line on the night: it won; before the night, it is up for it."""
    claims = [won(at, who, what, film)]
    if at.held is not None and at.held > at.as_of:
        claims.append(nominated(at, who, what, film))
    return tuple(claim for claim in claims if claim is not None)


def winner_of(at: Frame, who: Item, body: Item) -> Claim | None:
    """`WHO, winner of the BODY award`."""
    return won_ever(at, who, body) if not isinstance(who.value, Film) else won_at(at, who, body)


def past_winner(at: Frame, who: Item) -> Claim | None:
    """`WHO, a past winner`: at any edition."""
    return won(replace(at, edition=None, season=None), who)


def own_nth(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`Her first was for FILM`: a win, or a nomination."""
    claims = (won(at, who, None, film), nominated(at, who, None, film))
    return tuple(claim for claim in claims if claim is not None)


def won_or_up(at: Frame, who: Item, what: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO was honoured for the WHAT of FILM`."""
    return film_of(at, who, film, what=what)


def up_once(at: Frame, who: Item) -> Claim | None:
    """`WHO (also nominated)`: at any edition."""
    return nominated(replace(at, edition=None, season=None), who)


def won_then(at: Frame, who: Item) -> Claim | None:
    """`that honour went to WHO`: something, in the edition in view."""
    return won(replace(at, is_explicit=True), who) if at.edition is not None else None


def for_person(at: Frame, who: Item, of: Item) -> Claim | None:
    """`FILM had one prize, for WHO`."""
    return won(at, of, None, who)


def top_of(at: Frame, who: Item, body: Item) -> tuple[Claim, ...]:
    """`WHO was BODY's choice`: of a film, for its top prize."""
    tops = won_top(at, body, who)
    return tops[:1] if isinstance(who.value, Film) else tops


def prize_of(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`the WHAT prize for WHO`, which may be of a body that nothing names."""
    return own_prize(at, who, what, what)


def won_once_for(at: Frame, who: Item, what: Item) -> Claim | None:
    """`WHO, both former WHAT winners`: at any edition."""
    return won(replace(at, edition=None, season=None), who, what)


def own_body(at: Frame, who: Item, body: Item) -> Claim | None:
    """`with her Globe`: of whatever edition."""
    return won_ever(at, who, body) if body.award is not None and body.value not in ("event", "place") else None


def in_final(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`to WHO for FILM`."""
    return film_of(at, who, film) if nominations(at, who, film) else ()


def best_of(at: Frame, who: Item, what: Item, time: Item) -> Claim | None:
    """`WHO was named best film of last year`."""
    return won(at, who, what)


def one_for(at: Frame, who: Item, number: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO has one for FILM`."""
    return own_nth(at, who, film) if number.value == 1 else ()


def shown(at: Frame, who: Item, what: Item, film: Item) -> Claim | None:
    """`WHO was WHAT, for two films: FILM`."""
    return won(at, who, what, film)


def beat_perhaps(at: Frame, who: Item, other: Item) -> tuple[Claim, ...]:
    """`WHO over OTHER` without a verb: it beat it, or somebody liked it better."""
    claim = beat(at, who, other)
    somewhere = Compare(Exists(Select((*(about(who) or ()), UNSAID))), Operator.EQ, True)
    return (claim, somewhere) if claim is not None else ()


UNSAID = WithTrait(Trait.UNRECORDED, Operator.EQ, "preferred by somebody")

UNTITLED = frozenset("actor actress supporting-actor supporting-actress director".split())
"""Prizes given to one person, whose winners the record knows by name."""


def won_unknown(at: Frame, who: Item, what: Item) -> Claim | None:
    """`WHO won WHAT`, said of somebody whom the record does not know: that it went to that person."""
    categories = set(what.value.categories) if isinstance(what.value, Prize) else set()
    if at.edition is None or not categories or not categories <= UNTITLED or not isinstance(who.value, Person):
        return None
    selection = nominations(replace(at, is_explicit=True), what=what, outcome=Outcome.WON)
    return Compare(Members(selection, Unit.PERSON), Operator.GE, frozenset((who.value,))) if selection else None


RULES = (
    rule("outcomes/unknown-won", "who:UNKNOWN .. WON ~ what:WHAT !NOMINATION !NOMINEE", won_unknown, priority=4),
    rule("outcomes/unknown-named", "who:UNKNOWN NAMED ( AWARD POSS )? ~ what:WHAT !NOMINEE", won_unknown, priority=4),
    rule("outcomes/unknown-was", "who:UNKNOWN WAS ( AWARD POSS )? what:PRIZE =AFTERBEST", won_unknown, priority=4),
    rule("outcomes/went-to-unknown", "what:WHAT .. WENT who:UNKNOWN !POSS", won_unknown, priority=5),
    rule("outcomes/both-winners", "who:SUBJECT+ COMMA BOTH ~ what:WHAT WINNER", won_once_for, each="who", priority=4),
    rule("outcomes/was-choice-of-body", "who:SUBJECT WAS ~ body:AWARD POSS OTHER? PICK", top_of, priority=4),
    rule("outcomes/choice-of-body-was", "body:AWARD POSS OTHER? PICK ( FOR TOP )? WAS who:NAME !POSS", top_of, priority=4),
    rule("outcomes/choice-of-body-for", "AWARD POSS OTHER? PICK FOR what:WHAT WAS who:NAME !POSS", won, priority=5),
    rule("outcomes/body-line", "^ body:AWARD PAUSE who:NAME+ =CLOSING", top_of, each="who", priority=3),
    rule("outcomes/asked-prize", "ASKED what:WHAT who:NAME !POSS", up_for, priority=6),
    rule("outcomes/name-and-prize", "LEADIN who:NAME what:PRIZE =CLOSING", up_for, priority=2, tail="who"),
    rule("outcomes/was-best-of-night", "who:SOMEBODY WAS ~ what:PRIZE NIGHT", won, priority=4),
    rule("outcomes/body-choice-for", "who:SUBJECT WAS ~ AWARD POSS OTHER? PICK FOR what:WHAT", won, priority=6),
    rule("outcomes/triumphed-for", "who:SOMEBODY ... TRIUMPHED .. FOR 's film:ANYFILM", for_film, priority=3),
    rule("outcomes/won-trophy", "who:SUBJECT ... WON OTHER? TROPHY =ENDING", won_then, priority=1),
    rule("outcomes/has-best", "who:SUBJECT ... HAS OTHER? what:STRONGPRIZE =ENDING", won, priority=3),
    rule("outcomes/award-theirs", "<WHAT PRIZEOF WAS OTHER? who:KNOWNOF POSS =ENDING", won_then, priority=3),
    rule("outcomes/and-award-for", "who:SOMEBODY ... GAIN ... AND ~ AWARDED FOR 's film:ANYFILM", for_film, priority=4, tail="film"),
    rule("outcomes/got-award-for", "who:SOMEBODY ... GOT .. AWARDED FOR 's film:ANYFILM", for_film, priority=4),
    rule("outcomes/with-best", "WITH who:PERSONOF what:PRIZE =ENDING", won, priority=3),
    rule("outcomes/film-prize-apposed", "who:FILM COMMA what:PRIZE =CLOSING", won_or_nominated, priority=1),
    rule("outcomes/named-actively", "NAMED who:NAME OTHER? what:PRIZE !NOMINEE !WINNER", won, priority=3),
    rule("outcomes/film-prize-for-person", "who:SOMEFILM ... TOOK ~ NUMBER TROPHY COMMA? FOR of:PERSONOF+", for_person, each="of", priority=4, tail="of"),
    rule("outcomes/best-of-last-year", "who:SUBJECT ... WASHAD ~ what:PRIZE OF time:TIME", best_of, priority=5),
    rule("outcomes/tied-after", "who:SUBJECT ... VERBAL ... TIED 's other:NOUN", tied_with, priority=4, tail="other"),
    rule("outcomes/honoured-for-of", "who:SOMEBODY .. HONOURED FOR what:WHAT OF 's film:FILMOF", won_or_up, priority=6),
    rule("outcomes/one-for", "who:SOMEBODY .. TOOK ~ number:NUMBER FOR 's film:ANYFILM", one_for, priority=3),
    rule("outcomes/body-went", "body:AWARD WENT 's who:NOUN+", won_at, each="who", priority=3),
    rule("outcomes/trophy-went", "<WHAT <AWARD <POSS TROPHY WENT 's who:NOUN+ !FOR", won_then, each="who", priority=1),
    rule("outcomes/prize-went-and-for", "what:WHAT .. WENT NOUN FOR 's FILMOF AND TO? who:PERSONOF FOR 's film:ANYFILM", won, priority=7, tail="who"),
    rule("outcomes/shown-films", "who:SOMEBODY ... WASHAD what:PRIZE ... COLON film:FILM+", shown, each="film", priority=5, tail="film"),
    rule("outcomes/name-over-name", "<AWARD who:KNOWN OVER 's other:KNOWNOF", beat_perhaps, priority=1),
    rule("outcomes/also-up", "who:PERSON OPEN NOMINATED CLOSE", up_once, priority=4),
    rule("outcomes/nominee-for-film", "who:SOMEBODY WAS .. NOMINEE FOR 's film:ANYFILM", nominated_for_film, priority=4),
    rule("outcomes/prize-line", "^ CLOCK% what:WHAT PAUSE who:PERSON COMMA film:FILM =ENDING", up_for, priority=5),
    rule("outcomes/prize-line-bracket", "^ CLOCK% what:WHAT PAUSE who:PERSON OPEN film:FILM CLOSE", up_for, priority=5),
    rule("outcomes/prize-line-for", "^ CLOCK% what:WHAT PAUSE who:PERSON COMMA? FOR 's film:ANYFILM", up_for, priority=5),
    rule("outcomes/won-them-among", "WON .. what:WHAT ... COMMA who:NAME INCLUDING", won, priority=5, tail="who"),
    rule(
        "outcomes/number-among",
        "who:SUBJECT ... TOOK ~ NUMBER AWARDED COMMA what:WHAT+ ( FOR PERSONOF )? INCLUDING",
        won,
        each="what",
        priority=6,
        tail="what",
    ),
    rule("outcomes/went-for", "TROPHY .. WENTFELL 's who:NOUN FOR .. what:WHAT+", won, each="what", priority=4),
    rule("outcomes/first-being-for", "who:OWNER POSS ORDINAL ... COMMA ORDINAL OTHER FOR 's film:ANYFILM", own_nth, priority=4, tail="film"),
    rule("outcomes/won-bare", "<WHO <WHICH who:SUBJECT+ verb:WON =CLOSING", won_that_night, each="who", priority=1),
    rule("outcomes/won-and-for", "who:SOMEBODY ... WON ... AND TIME? LINKED 's film:FILMOF", for_film, priority=3, tail="film"),
    rule("outcomes/nominated-and-for", "who:SOMEBODY ... NOMINATED ... AND TIME? LINKED 's film:FILMOF", nominated_for_film, priority=3, tail="film"),
    rule("outcomes/lost-and-for", "who:SOMEBODY ... LOST ... AND TIME? LINKED 's film:FILMOF !TO", lost_for, priority=3, tail="film"),
    rule("outcomes/lost-with-to", "who:SOMEBODY ... LOST .. LINKED 's film:FILMOF COMMA? TO 's other:NOUN", lost_with, priority=6),
    rule("outcomes/lost-and-with-to", "who:SOMEBODY ... LOST ... AND LINKED 's film:FILMOF TO 's other:NOUN", lost_with, priority=7, tail="film"),
    rule("outcomes/went-and-to", "what:WHAT ... WENT ... AND TO 's who:NOUN !FOR", won, priority=4, tail="who"),
    rule("outcomes/past-winner", "who:PERSON COMMA ~ FORMERLY TIMES? AWARD? WINNER =ENDING", past_winner, priority=3),
    rule("outcomes/past-winner-named", "FORMERLY AWARD? WINNER who:PERSON", past_winner, priority=3),
    rule("outcomes/joins-in-race", "JOINED who:NOUN+ IN .. RACE", in_view, each="who", priority=3),
    rule("outcomes/first-was-for", "who:OWNER POSS? ORDINAL .. WAS FOR .. film:ANYFILM", own_nth, priority=4),
    rule("outcomes/last-was-for", "who:OWNER POSS? LAST .. WAS FOR .. film:ANYFILM", own_nth, priority=4),
    rule("outcomes/other-was-for", "who:HIS FURTHER .. WAS FOR .. film:ANYFILM", own_nth, priority=4),
    rule("outcomes/body-crowned", "body:AWARD NAMED who:PERSON !WHAT !OTHER !AS !WAS", won_top, priority=3),
    rule("outcomes/handed", "GAVE .. what:WHAT+ .. TO 's who:NOUN !POSS", won, each="what", priority=4),
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
    rule("outcomes/prize-theirs", "what:WHAT TROPHY? ( AT AWARD )? WAS OTHER? who:KNOWNOF POSS =ENDING", theirs, priority=5),
    rule("outcomes/prize-was-for", "what:WHAT TROPHY? WAS FOR 's who:NOUN !POSS", won, priority=4),
    rule("outcomes/prize-of-body-was", "AWARD POSS what:WHAT NIGHT? be:WAS who:NAME !POSS", of_night, priority=5),
    rule(
        "outcomes/was-prize-of-body",
        "who:SUBJECT be:WAS OTHER? AWARD POSS what:WHAT NIGHT? =AFTERBEST",
        of_night,
        priority=5,
    ),
    rule("outcomes/was-winner-for", "who:SOMEBODY WAS .. AWARD? WINNER FOR 's film:ANYFILM", for_film, priority=5),
    rule("outcomes/got-own-for", "who:SOMEBODY ... GAIN HERSELF FOR 's film:ANYFILM", for_film, priority=4),
    rule("outcomes/has-own-prize", "who:SUBJECT ... HAS ~ ( TROPHY FOR )? what:WHAT AWARDED", won, priority=4),
    rule("outcomes/has-prize-for", "who:SUBJECT ... HAS ~ TROPHY FOR what:WHAT+", won, each="what", priority=3),
    rule("outcomes/own-win-at", "who:OWNER POSS ~ what:WHAT WIN AT body:BODY", won, priority=5),
    rule("outcomes/own-win-at-for", "who:OWNER POSS ~ what:WHAT WIN AT BODY FOR 's film:ANYFILM", won, priority=6),
    rule(
        "outcomes/after-win-at",
        "who:SUBJECT ... PREDICATE ... what:WHAT WIN AT body:BODY",
        won,
        priority=5,
        tail="what",
    ),
    rule("outcomes/winner-of-prize", "who:SUBJECT WASORCOMMA ~ WINNER OF ~ what:WHAT+", won, each="what", priority=4),
    rule("outcomes/winner-of-award", "who:SUBJECT WASORCOMMA ~ WINNER OF ~ body:AWARD", winner_of, priority=4),
    rule("outcomes/own-winner", "who:SUBJECT COMMA ~ what:WHAT WINNER =ENDING", won, priority=4),
    rule("outcomes/got-nod-for-film", "who:SOMEBODY ... OBTAIN .. NOMINATION FOR 's film:ANYFILM+", nominated_for_film, each="film", priority=4),
    rule("outcomes/prize-for-people", "what:WHAT TROPHY FOR who:PERSONOF+ =ENDING", prize_of, each="who", priority=3),
    rule("outcomes/opens-prize-for", "^ CLOCK% what:WHAT FOR 's who:KNOWNOF =ENDING", up_for, priority=4),
    rule(
        "outcomes/opens-film-prize",
        "^ CLOCK% who:PERSON COMMA film:FILM COMMA what:PRIZE =ENDING",
        up_for,
        priority=4,
    ),
    rule("outcomes/own-trophies", "WITH who:HIS body:PRIZEOF =ENDING", own_body, priority=2, tail="who"),
    rule("outcomes/own-trophies-listed", "CLAUSEEND who:HIS body:PRIZEOF =ENDING", own_body, priority=2, tail="who"),
    rule("outcomes/oblique-for-film", "LEADTO who:PERSONOF FOR 's film:ANYFILM =ENDING", in_final, priority=2, tail="who"),
    rule("outcomes/trophies-for-films", "who:OWNER POSS? NUMBER AWARDED COMMA? FOR film:ANYFILM+", won, each="film", priority=5, tail="film"),
    rule(
        "outcomes/nods-for-films",
        "who:OWNER POSS? NUMBER AWARD? NOMINATION COMMA? FOR film:ANYFILM+",
        nominated,
        each="film",
        priority=5,
        tail="film",
    ),
)
