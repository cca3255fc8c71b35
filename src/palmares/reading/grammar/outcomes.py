"""Who won, was nominated, lost, and beat whom.

Each claim is that some nomination exists: of this film or person, for this prize, with this outcome.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import Claim, Compare, Exists, OfSeasons, Operator, Outcome, Person, Select
from palmares.reading.context import FRESH, Frame
from palmares.reading.grammar.building import award_of, exists, in_one_race, nominations
from palmares.reading.items import Item, Prize, Work
from palmares.reading.rules import rule
from palmares.reading.words import awards_with_nominees, top_categories


def won(
    at: Frame, who: Item, what: Item | None = None, film: Item | None = None, *, body: Item | None = None
) -> Claim | None:
    """`WHO won WHAT (for FILM)`; `body` only settles the frame."""
    return exists(nominations(at, who, film, what=what, outcome=Outcome.WON))


def won_film(at: Frame, film: Item) -> Claim | None:
    """`last year's win for FILM`."""
    return won(at, film)


def won_at(at: Frame, who: Item, body: Item) -> Claim | None:
    """`WHO won at BODY`: a prize of that body, whichever."""
    return exists(nominations(at, who, what=body, outcome=Outcome.WON))


def for_whom(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`WHAT for WHO`: it won; told later or before the night, it may have been up for it."""
    is_fresh = at.held is not None and 0 <= (at.as_of - at.held).days <= FRESH
    return won_or_nominated(at, who, what)[: 1 if is_fresh else 2]


def won_or_nominated(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`WHO, WHAT,` in a list of names: it won, or was up for it where the body names nominees at all."""
    claims = (won(at, who, what), nominated(at, who, what) if has_nominees(at, what) else None)
    return tuple(claim for claim in claims if claim is not None)


def has_nominees(at: Frame, what: Item | None) -> bool:
    """Whether the body whose prize is spoken of names nominees before it names winners."""
    return award_of(at, what) in awards_with_nominees()


def was_best(
    at: Frame, who: Item, be: Item, what: Item, *, also: Item | None = None, body: Item | None = None
) -> Claim | None:
    """`WHO was WHAT`; "is the best film" with its article is somebody's opinion, "is best picture" is of the night."""
    has_article = body is None and what.start > (also or be).end + 1 and not isinstance(who.value, Work)
    is_elsewhen = at.edition is None and isinstance(who.value, Person)
    return None if be.value == "now" and (has_article or is_elsewhen) else won(at, who, what)


def won_ever(at: Frame, who: Item, body: Item) -> Claim | None:
    """`Oscar winner WHO`: at any edition."""
    return won_at(replace(at, edition=None, season=None), who, body)


def nominated(at: Frame, who: Item, what: Item | None = None, film: Item | None = None) -> Claim | None:
    """`WHO was nominated for WHAT (for FILM)`."""
    return exists(nominations(at, who, film, what=what))


def lost(
    at: Frame, who: Item, what: Item | None = None, film: Item | None = None, *, body: Item | None = None
) -> Claim | None:
    """`WHO lost WHAT (for FILM)`."""
    return exists(nominations(at, who, film, what=what or body, outcome=Outcome.LOST))


def won_top(at: Frame, body: Item, who: Item) -> tuple[Claim, ...]:
    """`BODY chose WHO`: for its top prize, where that is given to what was chosen, or for some other."""
    whats: tuple[Item, ...] = (replace(body, kind="TOP"), body)
    if isinstance(who.value, Person) and top_categories().get(at.award) not in PERSONAL_TOPS:
        whats = (body,)
    claims = (exists(nominations(at, who, what=what, outcome=Outcome.WON)) for what in whats)
    return tuple(claim for claim in claims if claim is not None)


def missed(at: Frame, who: Item, what: Item | None, *, verb: Item | None = None) -> tuple[Claim, ...]:
    """`WHO missed out on WHAT`: was not nominated for it, or did not win it; "left off" says the first alone."""
    if at.edition is None and isinstance(who.value, Person):
        return ()
    is_early = what is not None and at.held is not None and at.held > at.as_of
    is_of_list = is_early or (verb is not None and verb.value == "cut")
    outcomes = (Outcome.NOMINATED,) if is_of_list else (Outcome.NOMINATED, Outcome.WON)
    none = [nominations(at, who, what=what, outcome=outcome) for outcome in outcomes]
    return tuple(Compare(Exists(selection), Operator.EQ, False) for selection in none if selection)


def nominated_at(at: Frame, who: Item, body: Item) -> Claim | None:
    """`WHO has a BODY nomination`, `WHO is a BODY nominee`: at any edition."""
    return exists(nominations(replace(at, edition=None, season=None), who, what=body))


def missed_out(at: Frame, who: Item, verb: Item | None = None) -> tuple[Claim, ...]:
    """`WHO was overlooked`: not nominated, or not a winner, in the edition in view."""
    return () if at.edition is None else missed(replace(at, is_explicit=True), who, None)


def tied_with(at: Frame, who: Item, other: Item, what: Item | None = None, *, verb: Item | None = None) -> Claim | None:
    """`WHO tied with OTHER (for WHAT)`, `WHO and OTHER shared WHAT`: both won one race."""
    if verb is not None and verb.value != "shared":
        return None
    one, two = (nominations(at, name, what=what, outcome=Outcome.WON) for name in (who, other))
    return exists(in_one_race(one, two)) if who.value != other.value else None


def shared(at: Frame, who: Item, verb: Item, what: Item) -> Claim | None:
    """`WHO shared WHAT`: a film that won one of the prizes for films in a tie."""
    is_film = isinstance(what.value, Prize) and SHARED & set(what.value.categories)
    return exists(nominations(at, who, what=what, outcome=Outcome.TIED)) if verb.value == "shared" and is_film else None


SHARED = frozenset(("picture", "palme-dor", "golden-lion", "golden-bear", "grand-prix", "jury-prize"))
"""Prizes that only films have, so that one which shared such a prize shared it with another film."""


def beat(at: Frame, who: Item, other: Item, what: Item | None = None) -> Claim | None:
    """`WHO beat OTHER (to WHAT)`: both were up in one race, which the one won and the other lost."""
    winner = nominations(at, who, what=what, outcome=Outcome.WON)
    loser = nominations(at, other, what=what, outcome=Outcome.LOST)
    return exists(in_one_race(winner, loser)) if who.value != other.value else None


def lost_to(at: Frame, who: Item, other: Item, what: Item | None = None) -> Claim | None:
    """`WHO lost (WHAT) to OTHER`."""
    return beat(at, other, who, what)


def best_of_year(at: Frame, who: Item, what: Item, year: Item) -> Claim | None:
    """`WHO is the best movie of YEAR`: it won, and was honoured among the films of that year."""
    assert isinstance(year.value, int)
    selection = nominations(Frame(at.award, None, None, at.as_of), who, what=what, outcome=Outcome.WON)
    return exists(Select((*selection.where, OfSeasons(year.value, year.value)))) if selection else None


PERSONAL_TOPS = ("director", "cinematography")
"""Top prizes that are given to a person."""

RULES = (
    rule("outcomes/won-prize", "who:SUBJECT ... WON .. what:WHAT+ !NOMINATION !NOMINEE", won, each="what", priority=4),
    rule("outcomes/won-prize-for", "who:SOMEBODY ... WON .. what:WHAT .. FOR 's film:ANYFILM", won, priority=6),
    rule("outcomes/won-prize-with", "who:SOMEBODY ... WON .. what:WHAT .. WITH 's film:FILMOF", won, priority=6),
    rule("outcomes/all-won-prize", "who:SUBJECT+ ... WON .. what:WHAT+ !NOMINATION", won, each="who", priority=3),
    rule("outcomes/got-prize", "who:SUBJECT ... GOT .. what:WHAT+ !NOMINATION !NOMINEE", won, each="what", priority=3),
    rule(
        "outcomes/won-award",
        "who:SUBJECT ... WON .. body:AWARD+ !NOMINATION !NOMINEE !POSS",
        won_at,
        each="body",
        priority=1,
    ),
    rule("outcomes/won-award-for", "who:SOMEBODY ... WON .. AWARDED FOR 's film:ANYFILM", won, priority=5),
    rule("outcomes/has-award-for", "who:SOMEBODY .. HAS .. AWARDED ~ COMMA? FOR 's film:ANYFILM", won, priority=5),
    rule("outcomes/won-for", "who:SOMEBODY ... WON .. FOR 's film:ANYFILM", won, priority=2),
    rule("outcomes/wins-at", "who:SUBJECT ... WIN AT body:BODY+", won_at, each="body", priority=4),
    rule("outcomes/won-at", "who:SUBJECT ... WON AT body:BODY+", won_at, each="body", priority=4),
    rule("outcomes/win-at-award", "who:SUBJECT ... what:WHAT WIN AT body:BODY", won, priority=5, tail="what"),
    rule(
        "outcomes/including", "who:SUBJECT .. TOOK ~ NUMBER ... INCLUDING .. what:WHAT+", won, each="what", priority=5
    ),
    rule("outcomes/was-winning", "who:SUBJECT WAS WON what:WHAT", won, priority=5),
    rule("outcomes/won-with", "who:SOMEBODY ... WON ... WITH film:ANYFILM", won, priority=2),
    rule("outcomes/year-win-for", "TIME WIN FOR .. film:ANYFILM", won_film, priority=4),
    rule(
        "outcomes/named-over",
        "who:SUBJECT ... NAMED what:PRIZE COMMA? OVER .. other:NOUN+",
        beat,
        each="other",
        priority=5,
    ),
    rule("outcomes/prize-for-person", "TOOK ... what:PRIZE FOR who:PERSONOF", won, priority=5, tail="what"),
    rule("outcomes/is-award-winner", "who:SUBJECT WAS body:AWARD WINNER", won_ever, priority=4),
    rule(
        "outcomes/took-best-of-year",
        "who:SUBJECT ... TOOK ... what:PRIZE OF year:YEAR",
        best_of_year,
        priority=8,
        tail="what",
    ),
    rule("outcomes/triumphed-at", "who:SUBJECT ... TRIUMPHED AT body:BODY+", won_at, each="body", priority=4),
    rule("outcomes/were-winners", "who:SUBJECT+ WAS .. what:WHAT WINNER", won, each="who", priority=4),
    rule("outcomes/field", "what:WHAT RACE ~ COLON? who:NOUN+", nominated, each="who", priority=3),
    rule(
        "outcomes/prizes-of-bodies",
        "who:SUBJECT ... WON .. what:WHAT TROPHY OF body:BODY+",
        won,
        each="body",
        priority=6,
    ),
    rule("outcomes/country-won", "who:COUNTRY ... WON .. what:WHAT .. LINKED 's film:ANYFILM", won, priority=5),
    rule("outcomes/country-won-prize", "who:COUNTRY ... WON .. what:WHAT =ENDING", won, priority=3),
    rule("outcomes/won-for-country", "film:SOMEFILM ... WON .. what:WHAT FOR who:COUNTRY", won, priority=5),
    rule(
        "outcomes/wins-for-films",
        "who:SUBJECT ... TOOK ~ NUMBER OTHER? AWARDED COMMA? FOR film:ANYFILM+",
        won,
        each="film",
        priority=5,
        tail="film",
    ),
    rule(
        "outcomes/nominations-for-films",
        "who:SUBJECT ... TOOK ~ NUMBER OTHER? BODY? NOMINATION COMMA? FOR film:ANYFILM+",
        nominated,
        each="film",
        priority=5,
        tail="film",
    ),
    rule("outcomes/apposed", "who:PERSON COMMA what:PRIZE SAMEFILM? =APPOSEDEND", won_or_nominated, priority=2),
    rule("outcomes/has-prize", "who:SUBJECT ... HAS ~ what:WHAT TROPHY", won, priority=3),
    rule(
        "outcomes/got-award",
        "who:SUBJECT ... GOT .. body:AWARD POSS? OTHER? FILMNOUN? TROPHY !NOMINATION",
        won_at,
        priority=3,
    ),
    rule("outcomes/got-award-alone", "who:SUBJECT ... GOT ~ body:AWARD+ =ENDING", won_at, each="body", priority=2),
    rule("outcomes/wins-from", "who:SUBJECT ... WIN BYBODY body:BODY+", won_at, each="body", priority=4),
    rule("outcomes/named-for", "who:SOMEBODY ... NAMED what:PRIZE .. FOR 's film:ANYFILM", won, priority=6),
    rule("outcomes/was-best-for", "who:SOMEBODY WAS what:PRIZE FOR 's film:ANYFILM", won, priority=6),
    rule("outcomes/won-prize-at", "who:SUBJECT ... WON what:WHAT AT body:BODY+ !FOR", won, each="body", priority=6),
    rule("outcomes/prize-name", "what:PRIZE who:NAME !POSS", won_or_nominated, priority=1),
    rule("outcomes/win-for", "who:OWNER POSS? .. WIN ASFOR what:WHAT", won, priority=4),
    rule("outcomes/nomination-for", "who:OWNER POSS? .. NOMINATION ASFOR what:WHAT", nominated, priority=4),
    rule("outcomes/best-was", "<NOMINATED <FOR <IN what:PRIZE WAS who:NAME", won, priority=4),
    rule("outcomes/winner-for-was", "WINNERFOR FOR what:PRIZE WAS who:NAME", won, priority=4),
    rule("outcomes/up-for-were", "NOMINATED FOR? what:WHAT WAS who:NOUN+", nominated, each="who", priority=4),
    rule("outcomes/has-award", "who:SOMEBODY ... HAS ~ body:AWARD =ENDING", won_ever, priority=2),
    rule("outcomes/own-prizes", "who:OWNER POSS? NUMBER AWARDED? COLON what:WHAT+", won, each="what", priority=5),
    rule(
        "outcomes/number-of-prizes",
        "who:SUBJECT ... TOOK ~ NUMBER AWARDED? PAUSE what:WHAT+",
        won,
        each="what",
        priority=5,
        tail="what",
    ),
    rule("outcomes/brought", "GAVE who:HIS .. what:WHAT", won, priority=4),
    rule("outcomes/brought-award", "GAVE who:HIS .. body:AWARD =ENDING", won_at, priority=3),
    rule(
        "outcomes/record-for-films",
        "who:SUBJECT ... HAS ... WITH ~ NUMBER OTHER? AWARDED COMMA? FOR film:ANYFILM+",
        won,
        each="film",
        priority=5,
        tail="film",
    ),
    rule("outcomes/including-for", "INCLUDING .. what:PRIZE FOR who:PERSONOF", won, priority=5, tail="what"),
    rule("outcomes/own-honoured", "who:OWNER POSS ~ what:WHAT ... HONOURED", won, priority=4),
    rule("outcomes/lost-bare", "who:SOMEBODY ... LOST =ENDING", lost, priority=1),
    rule("outcomes/body-winner", "who:SUBJECT COMMA body:AWARD POSS? WINNER", won_at, priority=3),
    rule("outcomes/award-winner-apposed", "<TIMES body:AWARD WINNER COMMA who:NAME COMMA", won_ever, priority=3),
    rule("outcomes/has-nomination", "who:SUBJECT ... OBTAIN ~ body:AWARD NOMINATION !FOR", nominated_at, priority=3),
    rule("outcomes/is-award-nominee", "who:SUBJECT WAS ~ body:AWARD NOMINEE !FOR", nominated_at, priority=3),
    rule("outcomes/missed-bare", "who:SUBJECT ... verb:MISSED DETAIL? =AFTERMISS", missed_out, priority=2),
    rule("outcomes/tied-with", "who:SUBJECT ... TIED 's other:NOUN+", tied_with, each="other", priority=4),
    rule(
        "outcomes/film-shared-prize",
        "who:NAMEDFILM .. verb:WON what:PRIZE ( AT AWARD )? !NOMINATION",
        shared,
        priority=7,
    ),
    rule(
        "outcomes/shared-prize",
        "who:SUBJECT AND other:SUBJECT .. verb:WON .. what:WHAT !NOMINATION",
        tied_with,
        priority=5,
    ),
    rule("outcomes/triumphed", "who:SUBJECT ... TRIUMPHED .. what:WHAT", won, priority=3),
    rule("outcomes/went-to", "what:WHAT .. WENT 's who:NOUN+", won, each="who", priority=5),
    rule(
        "outcomes/was-best",
        "who:SUBJECT be:WAS also:OTHER? body:AWARD? POSS? ~ what:PRIZE =AFTERBEST",
        was_best,
        priority=4,
    ),
    rule("outcomes/was-winner", "who:SUBJECT WAS .. what:WHAT WINNER", won, priority=5),
    rule("outcomes/award-winner-named", "<TIMES body:AWARD WINNER who:NOUN", won_ever, priority=3),
    rule("outcomes/listed-after", "LISTED what:WHAT PAUSE who:NOUN+", won, each="who", priority=4),
    rule("outcomes/is-nominee", "who:SUBJECT WAS .. NOMINEE FOR what:WHAT", nominated, priority=4),
    rule("outcomes/nominees-for", "NOMINEE FOR what:WHAT WAS? ~ COLON? who:NOUN+", nominated, each="who", priority=4),
    rule("outcomes/prize-nominees", "what:WHAT NOMINEE WAS? ~ COLON? who:NOUN+", nominated, each="who", priority=4),
    rule("outcomes/winning", "^ WON .. what:WHAT ... COMMA who:SUBJECT", won, priority=4),
    rule("outcomes/winner-named", "what:WHAT WINNER who:NOUN", won, priority=3),
    rule(
        "outcomes/named",
        "who:SUBJECT ... NAMED ( AWARD POSS )? ~ what:PRIZE+ !NOMINEE !OF",
        won,
        each="what",
        priority=4,
    ),
    rule("outcomes/best-of-year", "who:SUBJECT ... NAMED what:PRIZE OF year:YEAR", best_of_year, priority=7),
    rule("outcomes/is-best-of-year", "who:SUBJECT WAS what:PRIZE OF year:YEAR", best_of_year, priority=7),
    rule("outcomes/won-as-best-of-year", "who:SUBJECT ... WON .. AS what:PRIZE OF year:YEAR", best_of_year, priority=7),
    rule("outcomes/nominated-for", "who:SUBJECT ... NOMINATED .. what:WHAT+", nominated, each="what", priority=4),
    rule(
        "outcomes/nominated-for-film",
        "who:SOMEBODY ... NOMINATED .. FOR? film:ANYFILM+",
        nominated,
        each="film",
        priority=4,
    ),
    rule("outcomes/all-nominated-for", "who:SUBJECT+ ... NOMINATED .. what:WHAT+", nominated, each="who", priority=3),
    rule(
        "outcomes/nominated-for-prize-and-film",
        "who:SOMEBODY ... NOMINATED .. what:WHAT .. FOR 's film:ANYFILM",
        nominated,
        priority=6,
    ),
    rule(
        "outcomes/got-nomination-and-film",
        "who:SOMEBODY ... OBTAIN .. what:WHAT NOMINATION FOR 's film:ANYFILM",
        nominated,
        priority=6,
    ),
    rule(
        "outcomes/nominated-times-for-film",
        "who:SOMEBODY ... NOMINATED NUMBER TIMES ... FOR 's film:ANYFILM+",
        nominated,
        each="film",
        priority=5,
    ),
    rule("outcomes/nominated", "who:SUBJECT+ WAS? BOTH? NOMINATED =CLAUSEEND", nominated, each="who", priority=2),
    rule("outcomes/got-nomination", "who:SUBJECT ... OBTAIN .. what:WHAT NOMINATION", nominated, priority=4),
    rule("outcomes/got-nomination-for", "who:SUBJECT ... OBTAIN .. NOMINATION PLACED what:WHAT", nominated, priority=4),
    rule("outcomes/lost-prize", "who:SUBJECT ... LOST BODY? RACE? FOR? IN? ON? what:WHAT", lost, priority=3),
    rule(
        "outcomes/lost-prize-for",
        "who:SOMEBODY ... LOST BODY? RACE? FOR? IN? ON? what:WHAT RACE? .. LINKED 's film:ANYFILM",
        lost,
        priority=5,
    ),
    rule("outcomes/missed", "who:SUBJECT ... verb:MISSED .. what:WHAT", missed, priority=4),
    rule("outcomes/winner-at", "who:SUBJECT COMMA WINNER AT body:BODY", won_at, priority=4),
    rule("outcomes/lost-at", "who:SUBJECT ... LOST AT body:BODY+", lost, each="body", priority=4),
    rule("outcomes/lost-to", "who:SUBJECT ... LOST .. TO 's other:HUNG+", lost_to, each="other", priority=4),
    rule("outcomes/lost-by", "who:SUBJECT ... LOST .. BY 's other:NOUN", lost_to, priority=4),
    rule("outcomes/lost-prize-to", "who:SUBJECT ... LOST .. what:WHAT .. TO 's other:NOUN", lost_to, priority=5),
    rule("outcomes/lost-to-for", "who:SUBJECT ... LOST .. TO 's other:NOUN .. what:WHAT", lost_to, priority=5),
    rule("outcomes/fell-to", "who:SUBJECT ... FELLTO 's other:NOUN+", lost_to, each="other", priority=4),
    rule(
        "outcomes/fell-to-for", "who:SUBJECT ... FELLTO 's other:NOUN+ .. what:WHAT", lost_to, each="other", priority=5
    ),
    rule("outcomes/gave", "body:AWARD .. GAVE .. what:WHAT+ .. TO OTHER? 's who:NOUN", won, each="what", priority=5),
    rule("outcomes/gave-who", "body:AWARD .. GAVE 's who:NOUN .. what:WHAT", won, priority=5),
    rule("outcomes/chose-top", "body:AWARD .. CHOSE 's who:NOUN+", won_top, each="who", priority=4),
    rule("outcomes/beat-field", "who:SUBJECT ... BEAT .. CONTEST .. what:WHAT", won, priority=5),
    rule("outcomes/chose", "body:AWARD .. CHOSE 's who:NOUN .. what:PRIZE", won, priority=5),
    rule("outcomes/body-named", "body:AWARD .. NAMED who:SUBJECT what:PRIZE !OF", won, priority=5),
    rule(
        "outcomes/body-named-best-of-year",
        "AWARD .. NAMED who:SUBJECT what:PRIZE OF year:YEAR",
        best_of_year,
        priority=7,
    ),
    rule("outcomes/gets-with", "who:SUBJECT ... WITH .. AWARD FOR what:WHAT+", won, each="what", priority=3),
    rule("outcomes/racked-up-wins", "who:SUBJECT ... GOT .. WIN AT body:BODY+", won_at, each="body", priority=4),
    rule(
        "outcomes/along-with",
        "who:SUBJECT ... PREDICATE ... WITH body:AWARD FOR what:WHAT",
        won,
        priority=5,
        tail="body",
    ),
    rule("outcomes/beat", "who:SUBJECT ... BEAT .. other:NOUN+", beat, each="other", priority=4),
    rule("outcomes/beat-for", "who:SUBJECT ... OVERCAME .. other:NOUN+ .. what:WHAT", beat, each="other", priority=5),
    rule("outcomes/prize-over", "who:SUBJECT ... WON .. what:WHAT OVER other:NOUN+", beat, each="other", priority=5),
)
