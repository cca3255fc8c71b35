"""Who won, told from the winner's side with words of all kinds: "X, a past winner", "hers came for F", "X over Y".

Much of it has no verb of winning. The trap: where the verb is one that no table knows, or there is none, the words may
mean something else, and then nothing may be called wrong.
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
from palmares.reading.grammar.listings import film_of, lost_for
from palmares.reading.grammar.outcomes import (
    beat,
    lost,
    lost_to,
    nominated,
    tied_with,
    won,
    won_at,
    won_ever,
    won_or_nominated,
    won_top,
)
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule


def of_night(at: Frame, who: Item, be: Item, what: Item) -> Claim | None:
    """`WHO is BODY's WHAT`: on the night in view, where it is said for now."""
    return None if be.value == "now" and at.edition is None and isinstance(who.value, Person) else won(at, who, what)


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


def won_that_night(at: Frame, who: Item, verb: Item) -> tuple[Claim, ...]:
    """`WHO won` with nothing else: something, in the edition in view; long after that night, in any."""
    if verb.value is not None or at.edition is None:
        return ()
    is_fresh = at.held is not None and 0 <= (at.as_of - at.held).days <= FRESH_DAYS
    frames = [at] if isinstance(who.value, Film) else [replace(at, is_explicit=True)]
    frames += [] if is_fresh else [replace(at, edition=None, season=None)]
    return tuple(claim for claim in (won(frame, who) for frame in frames) if claim is not None)


FRESH_DAYS = 10
"""Days after a night on which a bare "won" is told of it."""


def for_film(at: Frame, who: Item, film: Item) -> Claim | None:
    """`WHO was a winner for FILM`."""
    return won(at, who, None, film)


def nominated_for_film(at: Frame, who: Item, film: Item) -> Claim | None:
    """`WHO got a nomination for FILM`."""
    return nominated(at, who, None, film)


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


def somehow(at: Frame, who: Item, what: Item, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHO …ed WHAT`, with a verb that no table knows: it won, or did something else with it."""
    claim = won(at, who, what, film)
    otherwise = Compare(Exists(Select((*(about(who) or ()), UNSAID))), Operator.EQ, True)
    return (claim, otherwise) if claim is not None else ()


def won_once_for(at: Frame, who: Item, what: Item) -> Claim | None:
    """`WHO, both former WHAT winners`: at any edition."""
    return won(replace(at, edition=None, season=None), who, what)


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


def on_list(at: Frame, who: Item, what: Item) -> Claim | None:
    """`WHO squeaked into the WHAT five`: of the edition in view."""
    return nominated(at, who, what) if at.edition is not None else None


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
    rule("outcomes/split-prize", "who:SUBJECT ... SPLIT what:WHAT", won, priority=3),
    rule("outcomes/all-lost-in", "who:SUBJECT+ ... LOST PLACED what:WHAT", lost, each="who", priority=4),
    rule("outcomes/made-list", "who:SUBJECT+ ... MADE what:WHAT FIVE", nominated, each="who", priority=4),
    rule(
        "outcomes/came-from-with",
        "who:SUBJECT OTHER OTHER% FROM BODY WITH what:WHAT+ =ENDING",
        won,
        each="what",
        priority=4,
    ),
    rule("outcomes/left-with", "who:SUBJECT OTHER BODY WITH what:WHAT+ =ENDING", won, each="what", priority=4),
    rule("outcomes/winner-of-for", "who:SUBJECT WASORCOMMA ~ WINNER OF ~ AWARD FOR what:WHAT", won, priority=6),
    rule("outcomes/all-lost-by", "who:SUBJECT+ ... LOST .. BY 's other:NOUN", lost_to, each="who", priority=4),
    rule("outcomes/all-fell-to", "who:SUBJECT+ ... FELLTO 's other:NOUN", lost_to, each="who", priority=3),
    rule("outcomes/all-lost-to", "who:SUBJECT+ ... LOST .. TO 's other:NOUN", lost_to, each="who", priority=3),
    rule("outcomes/with-trophy", "who:ANYPERSON WITH ~ what:WHAT AWARDED =AFTERTROPHY", won, priority=3),
    rule("outcomes/unknown-won", "who:UNKNOWN .. WON ~ what:WHAT !NOMINATION !NOMINEE", won_unknown, priority=4),
    rule("outcomes/unknown-named", "who:UNKNOWN NAMED ( AWARD POSS )? ~ what:WHAT !NOMINEE", won_unknown, priority=4),
    rule("outcomes/unknown-was", "who:UNKNOWN WAS ( AWARD POSS )? what:PRIZE =AFTERBEST", won_unknown, priority=4),
    rule("outcomes/both-winners", "who:SUBJECT+ COMMA BOTH ~ what:WHAT WINNER", won_once_for, each="who", priority=4),
    rule("outcomes/was-choice-of-body", "who:SUBJECT WAS ~ body:AWARD POSS OTHER? PICK", top_of, priority=4),
    rule("outcomes/was-best-of-night", "who:SOMEBODY WAS ~ what:PRIZE NIGHT", won, priority=4),
    rule("outcomes/won-over", "who:SUBJECT OTHER OVER 's other:NOUN+ PLACED what:WHAT", beat, each="other", priority=5),
    rule("outcomes/own-triumph-at", "who:OWNER POSS ~ WIN AT body:BODY+", won_at, each="body", priority=3),
    rule("outcomes/upset-to-win", "who:SUBJECT MAKEUPSET ... TOWIN .. what:WHAT", won, priority=5),
    rule(
        "outcomes/into-five",
        "who:SUBJECT OTHER OTHER% what:WHAT FIVE !TROPHY !AWARD !NOMINATION !TIMES",
        on_list,
        priority=3,
    ),
    rule("outcomes/on-list", "who:SUBJECT WAS ON what:WHAT ROSTER", nominated, priority=4),
    rule(
        "outcomes/got-nth-for-prize",
        "who:SUBJECT ... TOOK ~ ORDINAL AWARDED? COMMA? FOR ITS? what:WHAT",
        won,
        priority=3,
        tail="what",
    ),
    rule(
        "outcomes/got-nth-for-film",
        "who:SOMEBODY ... TOOK ~ ORDINAL AWARDED? COMMA? FOR 's film:ANYFILM",
        own_nth,
        priority=3,
    ),
    rule("outcomes/somehow", "who:SUBJECT OTHER UNTOLD% what:STRONGPRIZE =ENDING", somehow, priority=1),
    rule(
        "outcomes/somehow-for", "who:SOMEBODY OTHER UNTOLD% what:STRONGPRIZE FOR 's film:ANYFILM", somehow, priority=1
    ),
    rule("outcomes/has-award-for-prize", "who:SUBJECT ... HAS ~ AWARD FOR what:WHAT+", won, each="what", priority=3),
    rule(
        "outcomes/honoured-by-for",
        "who:SOMEBODY .. HONOURED .. BY body:AWARD FOR 's film:ANYFILM",
        honoured,
        priority=5,
    ),
    rule("outcomes/role-was", "who:PERSONOF POSS STRANGER STRANGER% WAS what:PRIZE =AFTERBEST", won, priority=3),
    rule("outcomes/body-choice-for", "who:SUBJECT WAS ~ AWARD POSS OTHER? PICK FOR what:WHAT", won, priority=6),
    rule("outcomes/triumphed-for", "who:SOMEBODY ... TRIUMPHED .. FOR 's film:ANYFILM", for_film, priority=5),
    rule("outcomes/won-trophy", "who:SUBJECT ... WON OTHER? TROPHY =ENDING", won_then, priority=1),
    rule("outcomes/has-best", "who:SUBJECT ... HAS OTHER? what:STRONGPRIZE =ENDING", won, priority=3),
    rule(
        "outcomes/and-award-for",
        "who:SOMEBODY ... GAIN ... AND ~ AWARDED FOR 's film:ANYFILM",
        for_film,
        priority=4,
        tail="film",
    ),
    rule("outcomes/got-award-for", "who:SOMEBODY ... GOT .. AWARDED FOR 's film:ANYFILM", for_film, priority=4),
    rule("outcomes/film-prize-apposed", "who:FILM COMMA what:PRIZE =CLOSING", won_or_nominated, priority=1),
    rule(
        "outcomes/film-prize-for-person",
        "who:SOMEFILM ... TOOK ~ NUMBER TROPHY COMMA? FOR of:PERSONOF+",
        for_person,
        each="of",
        priority=4,
        tail="of",
    ),
    rule("outcomes/best-of-last-year", "who:SUBJECT ... WASHAD ~ what:PRIZE OF time:TIME", best_of, priority=5),
    rule("outcomes/tied-after", "who:SUBJECT ... VERBAL ... TIED 's other:NOUN", tied_with, priority=4, tail="other"),
    rule("outcomes/honoured-for-of", "who:SOMEBODY .. HONOURED FOR what:WHAT OF 's film:FILMOF", won_or_up, priority=6),
    rule("outcomes/one-for", "who:SOMEBODY .. TOOK ~ number:NUMBER FOR 's film:ANYFILM", one_for, priority=3),
    rule(
        "outcomes/shown-films",
        "who:SOMEBODY ... WASHAD what:PRIZE ... COLON film:FILM+",
        shown,
        each="film",
        priority=5,
        tail="film",
    ),
    rule("outcomes/name-over-name", "<AWARD who:KNOWN OVER 's other:KNOWNOF", beat_perhaps, priority=1),
    rule("outcomes/also-up", "who:PERSON OPEN NOMINATED CLOSE", up_once, priority=4),
    rule(
        "outcomes/nominee-for-film", "who:SOMEBODY WAS .. NOMINEE FOR 's film:ANYFILM", nominated_for_film, priority=4
    ),
    rule(
        "outcomes/number-among",
        "who:SUBJECT ... TOOK ~ NUMBER AWARDED COMMA what:WHAT+ ( FOR PERSONOF )? INCLUDING",
        won,
        each="what",
        priority=6,
        tail="what",
    ),
    rule(
        "outcomes/first-being-for",
        "who:OWNER POSS ORDINAL ... COMMA ORDINAL OTHER FOR 's film:ANYFILM",
        own_nth,
        priority=4,
        tail="film",
    ),
    rule(
        "outcomes/won-bare",
        "<WHO <WHICH <ELSEWHERE who:SUBJECT+ verb:WON =CLOSING",
        won_that_night,
        each="who",
        priority=1,
    ),
    rule(
        "outcomes/won-and-for",
        "who:SOMEBODY ... WON ... AND TIME? LINKED 's film:FILMOF",
        for_film,
        priority=3,
        tail="film",
    ),
    rule(
        "outcomes/nominated-and-for",
        "who:SOMEBODY ... NOMINATED ... AND TIME? LINKED 's film:FILMOF",
        nominated_for_film,
        priority=3,
        tail="film",
    ),
    rule(
        "outcomes/lost-and-for",
        "who:SOMEBODY ... LOST ... AND TIME? LINKED 's film:FILMOF !TO",
        lost_for,
        priority=3,
        tail="film",
    ),
    rule(
        "outcomes/lost-with-to",
        "who:SOMEBODY ... LOST .. LINKED 's film:FILMOF COMMA? TO 's other:NOUN",
        lost_with,
        priority=6,
    ),
    rule(
        "outcomes/lost-and-with-to",
        "who:SOMEBODY ... LOST ... AND LINKED 's film:FILMOF TO 's other:NOUN",
        lost_with,
        priority=7,
        tail="film",
    ),
    rule("outcomes/past-winner", "who:PERSON COMMA ~ FORMERLY TIMES? AWARD? WINNER =ENDING", past_winner, priority=3),
    rule("outcomes/first-was-for", "who:OWNER POSS? ORDINAL .. WAS FOR .. film:ANYFILM", own_nth, priority=4),
    rule("outcomes/last-was-for", "who:OWNER POSS? LAST .. WAS FOR .. film:ANYFILM", own_nth, priority=4),
    rule("outcomes/other-was-for", "who:HIS FURTHER .. WAS FOR .. film:ANYFILM", own_nth, priority=4),
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
    rule(
        "outcomes/got-nod-for-film",
        "who:SOMEBODY ... OBTAIN .. NOMINATION FOR 's film:ANYFILM+",
        nominated_for_film,
        each="film",
        priority=4,
    ),
    rule(
        "outcomes/trophies-for-films",
        "who:OWNER POSS? NUMBER AWARDED COMMA? FOR film:ANYFILM+",
        won,
        each="film",
        priority=5,
        tail="film",
    ),
    rule(
        "outcomes/nods-for-films",
        "who:OWNER POSS? NUMBER AWARD? NOMINATION COMMA? FOR film:ANYFILM+",
        nominated,
        each="film",
        priority=5,
        tail="film",
    ),
)
