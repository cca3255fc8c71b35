"""Roll-calls: all that a film or person won at several bodies, all who won the acting prizes, the big five.

Each body or name is a claim of its own where it can be told apart; else the whole is one. The trap: a list of bodies
after "with" may be of somebody who is not named.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    And,
    Claim,
    Compare,
    Count,
    Exists,
    Film,
    Members,
    OfAward,
    OfCategory,
    OfEditions,
    OfFilm,
    Operator,
    Outcome,
    Person,
    Select,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame, Place
from palmares.reading.grammar.building import award_of, exists, in_category, in_one_race, nominations
from palmares.reading.grammar.careers import is_numbered
from palmares.reading.grammar.counting import elsewhere
from palmares.reading.grammar.deeds import BIG_FIVE
from palmares.reading.grammar.kindred import lists
from palmares.reading.grammar.outcomes import lost, nominated, won, won_at, won_or_nominated, won_top
from palmares.reading.items import Item, Prize
from palmares.reading.owners import owners
from palmares.reading.rules import rule

Items = tuple[Item, ...]
LEAST_IN_ROLL = 3
"""Names that a list of winners of several prizes has at least; fewer are read one by one."""


def won_among(at: Frame, body: Item) -> tuple[Claim, ...]:
    """`with the BODY, the BODY and the BODY`: whoever is spoken of won at each."""
    if body.award is None or at.place is None or body.kind in ("GENRE", "THEFILM"):
        return ()
    items, (first, last) = at.place.sentence.items, at.place.span
    if len({item.award for item in items[first:last] if item.award}) < 2:
        return ()
    found = owners(at.place)
    made = [won(at, who, body) if isinstance(body.value, Prize) else won_at(at, who, body) for who in found.items]
    claims = tuple(claim for claim in made if claim is not None)
    return claims if found.is_sure or not claims else (claims[0], *elsewhere(found.items[0]), *claims[1:])


def of_bodies(at: Frame, body: Item, who: Item) -> Claim | None:
    """`BODY and BODY went to WHO`."""
    if body.award is None or body.value == "place":
        return None
    return won(at, who, body) if isinstance(body.value, Prize) else won_at(at, who, body)


def chosen_by(at: Frame, body: Item, who: Item) -> tuple[Claim, ...]:
    """`BODY's voters and BODY's members chose WHO`."""
    return won_top(at, body, who) if body.award is not None else ()


def won_between(at: Frame, names: Items, what: Item | None = None) -> tuple[Claim, ...]:
    """`NAMES took the acting prizes`: all of them won one in the edition in view."""
    category = in_category(at, what) if what is not None else ()
    if category is None or not is_numbered(at) or len(names) < LEAST_IN_ROLL:
        return ()
    if not all(isinstance(name.value, Person) for name in names):
        return ()
    of = Select((OfAward(award_of(at, what)), *category, OfEditions(at.edition, at.edition), WithOutcome(Outcome.WON)))
    return tuple(Compare(Members(of, Unit.PERSON), Operator.GE, way) for way in lists(names, Unit.PERSON))


def all_nominated(at: Frame, names: Items, what: Item | None = None) -> tuple[Claim, ...]:
    """`The five directors: NAMES`: all of them were up for it in the edition in view, or won it."""
    category = in_category(at, what) if what is not None else None
    if not category or not is_numbered(at) or len(names) < LEAST_IN_ROLL:
        return ()
    unit = Unit.FILM if isinstance(names[0].value, Film) else Unit.PERSON
    of = Select((OfAward(award_of(at, what)), *category, OfEditions(at.edition, at.edition)))
    return tuple(Compare(Members(of, unit), Operator.GE, way) for way in lists(names, unit))


def with_prizes(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`FILM surprised with WHAT and WHAT`: it won several prizes, or was up for them."""
    prizes = all_of(at, what)
    if len(prizes) < LEAST_IN_ROLL and all(prize.kind == "WEAKPRIZE" for prize in prizes[1:]):
        return ()
    return won_or_nominated(at, who, what)


def lost_at(at: Frame, who: Item, body: Item) -> Claim | None:
    """`WHO won at BODY but lost at BODY`."""
    return lost(at, who, body=body)


def after_colon(at: Frame, what: Item) -> tuple[Claim, ...]:
    """`…: WHAT, WHAT and WHAT`: prizes of a film that the sentence speaks of, won or not."""
    found = owners(at.place)
    films = [one for one in found.items if isinstance(one.value, Film)]
    if len(all_of(at, what)) < LEAST_IN_ROLL or not films:
        return ()
    claims = won_or_nominated(at, films[0], what)
    return claims if found.is_sure and len(films) == 1 else (*claims, *elsewhere(films[0]))


def big_five(at: Frame, who: Item) -> tuple[Claim, ...]:
    """`FILM swept the big five`: picture, director, both leads and a screenplay."""
    if not isinstance(who.value, Film):
        return ()
    categories = tuple(category for each in BIG_FIVE for category in each)
    of = Select((OfAward(at.award), OfCategory(categories), OfFilm(who.value), WithOutcome(Outcome.WON)))
    return (Compare(Count(of, Unit.NOMINATION), Operator.EQ, 5),)


def split(at: Frame, whats: Items) -> tuple[Claim, ...]:
    """`WHAT and WHAT were split`: no film won both in the edition in view."""
    both = [won_here(at, what) for what in whats]
    if len(both) != 2 or both[0] is None or both[1] is None:
        return ()
    return (Compare(Exists(And(both[0], both[1], Unit.FILM)), Operator.EQ, False),)


def won_one(at: Frame, who: Item, whats: Item | Items) -> tuple[Claim, ...]:
    """`WHAT and WHAT were split between WHO and WHO`: each won one of them."""
    made = [won(at, who, what) for what in (whats if isinstance(whats, tuple) else all_of(at, whats))]
    return tuple(claim for claim in made if claim is not None)


def all_of(at: Frame, what: Item) -> Items:
    """All the prizes of the match in which one is named."""
    if at.place is None:
        return (what,)
    first, last = at.place.span
    return tuple(item for item in at.place.sentence.items[first:last] if isinstance(item.value, Prize))


def won_here(at: Frame, what: Item) -> Select | None:
    """What won a prize in the edition in view."""
    category = in_category(at, what)
    if not category or not is_numbered(at):
        return None
    return Select((OfAward(at.award), *category, OfEditions(at.edition, at.edition), WithOutcome(Outcome.WON)))


def lacking(at: Frame, who: Item, lacked: Item, without: Item | None = None) -> tuple[Claim, ...]:
    """`WHO won WHAT without a LACKED nomination`: it was not up for it."""
    if without is not None and without.kind == "NOT" and without.value != "without":
        return ()
    of = nominations(at, who, what=lacked)
    return () if of is None else (Compare(Exists(of), Operator.EQ, False),)


def every_one(at: Frame, sweep: Item, who: Item | None = None) -> tuple[Claim, ...]:
    """`WHO won everything it was up for`: as many wins as nominations."""
    if sweep.value != "done" and (at.place is None or not is_won_before(at.place, sweep)):
        return ()
    found = owners(at.place)
    of = ([who] if who is not None else list(found.items)) if not found.is_sure else list(found.items)
    claims: list[Claim] = []
    for one in of:
        taken, up = nominations(at, one, outcome=Outcome.WON), nominations(at, one)
        if taken is not None and up is not None:
            claims.append(Compare(Count(taken, Unit.NOMINATION), Operator.EQ, Count(up, Unit.NOMINATION)))
    return tuple(claims) if found.is_sure or not claims else (claims[0], *elsewhere(of[0]), *claims[1:])


def is_won_before(place: Place, item: Item) -> bool:
    """Whether a verb of winning stands before an item in its clause."""
    before = [one.kind for one in place.sentence.items if one.end <= item.start]
    return any(kind in ("WON", "GOT") for kind in before[-4:])


def for_its_person(at: Frame, who: Item, of: Item) -> Claim | None:
    """`FILM won for its two stars, NAME and NAME`."""
    return won(at, of, None, who) if isinstance(of.value, Person) else None


def its_winner(at: Frame, who: Item, of: Item) -> tuple[Claim, ...]:
    """`FILM had two of the acting winners, NAME and NAME`: they won for it, or something else is said of them."""
    claim = for_its_person(at, who, of)
    return (claim, *elsewhere(of)) if claim is not None else ()


def in_this_race(at: Frame, who: Item, what: Item) -> Claim | None:
    """`up for WHAT against WHO`: WHO was up for it too, in the edition in view."""
    return nominated(replace(at, is_explicit=True), who, what) if at.edition is not None else None


def rivals(at: Frame, who: Item, other: Item) -> Claim | None:
    """`WHO's rivals were OTHER`: both were up for the same prize."""
    if who.value == other.value:
        return None
    return exists(in_one_race(nominations(at, who), nominations(at, other)))


def counted_prizes(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`FILM won three: WHAT, WHAT and WHAT`: it won each, or, where nominations are counted, was up for each."""
    first, last = at.place.span if at.place is not None else (0, 0)
    kinds = [item.kind for item in at.place.sentence.items[first:last]] if at.place is not None else []
    if "NOMINATION" in kinds or "WON" not in kinds:
        return won_or_nominated(at, who, what)
    claim = won(at, who, what)
    return () if claim is None else (claim,)


def won_all_of(at: Frame, who: Item, every: Item) -> tuple[Claim, ...]:
    """`FILM won all four acting awards`: one in each of those categories."""
    categories = tuple(str(every.value).split("|")) if every.value else ACTING
    prizes = every.of_kind("PRIZE").meaning(Prize(categories, None, strong=True))
    of = nominations(at, who, what=prizes, outcome=Outcome.WON)
    return () if of is None else (Compare(Count(of, Unit.RACE), Operator.EQ, len(categories)),)


ACTING = ("actor", "actress", "supporting-actor", "supporting-actress")
"""The categories of performers."""


def won_for(at: Frame, who: Item, film: Item) -> Claim | None:
    """`WHO and WHO won for FILM`."""
    return won(at, who, None, film)


def in_both(at: Frame, who: Item, what: Item) -> tuple[Claim, ...]:
    """`WHO was nominated in both actress categories`: as a lead and in support, in the edition in view."""
    if not isinstance(what.value, Prize) or not is_numbered(at):
        return ()
    kinds = [f"supporting-{category}" for category in what.value.categories if not category.startswith("supporting")]
    wide = what.meaning(Prize((*what.value.categories, *kinds), what.value.award, strong=True), ())
    of = nominations(at, who, what=wide)
    return () if of is None else (Compare(Count(of, Unit.RACE), Operator.EQ, 2),)


RULES = (
    rule(
        "sets/won-among",
        "ROLLED ~ body:BODIES* !NOMINATION !NOMINEE !RACE !POSS !WINNER",
        won_among,
        each="body",
        priority=0,
    ),
    rule("sets/bodies-went-to", "<AT <IN <OF <FOR body:BODIES* WENT 's who:NOUN", of_bodies, each="body", priority=1),
    rule("sets/took-between", "names:PERSON+ ... TAKEN ~ what:WHAT PRIZEOF", won_between, priority=5),
    rule("sets/were-winners", "names:PERSON+ .. WAS ~ what:WHAT WINNER", won_between, priority=5),
    rule("sets/winners-were", "what:WHAT WINNER WAS? COLON? names:NOUN+", won_between, priority=5),
    rule("sets/prizes-went-to", "what:WHAT TROPHY .. WENT names:PERSONOF+", won_between, priority=5),
    rule("sets/prizes-went-among", "what:WHAT TROPHY WENT ... COLON names:NOUN+", won_between, priority=5),
    rule("sets/favourites-won", "NUMBER what:WHAT OTHER? ... COLON names:PERSON+ =STOP", won_between, priority=4),
    rule("sets/performers-named", "PERFORMER GAVE WAS names:NOUN+", won_between, priority=5),
    rule("sets/all-of-them", "ALLOF WENT ... COLON names:NOUN+", won_between, priority=5),
    rule("sets/all-of-them-to", "ALLOF WENT names:PERSONOF+", won_between, priority=5),
    rule("sets/all-of-them-are", "ALLOF COLON names:NOUN+", won_between, priority=5),
    rule("sets/names-winners", "names:PERSON+ PAUSE NUMBER what:WHAT? WINNER", won_between, priority=5),
    rule("sets/all-chose", "body:VOTERS* CHOSE 's who:NOUN !VERSUS", chosen_by, each="body", priority=3),
    rule("sets/and-at", "who:SUBJECT ... WON .. AND OTHER? OTHER? AT body:BODY", won_at, priority=4, tail="body"),
    rule("sets/prizes-are", "what:WHAT PRIZEOF COLON names:NOUN+", won_between, priority=5),
    rule("sets/performers-were", "PERFORMER HONOURED WAS names:NOUN+", won_between, priority=5),
    rule("sets/field-is", "what:WHAT FIELDLIKE FIELDHOLDS ~ names:NOUN+", all_nominated, priority=5),
    rule("sets/big-five-list", "BIGFIVE PAUSE who:NOUN+", big_five, each="who", priority=4),
    rule(
        "sets/lost-but-won",
        "who:SUBJECT ... LOST .. AT BODY ... WON AT body:BODY+",
        won_at,
        each="body",
        priority=4,
        tail="body",
    ),
    rule(
        "sets/won-but-lost",
        "who:SUBJECT ... WON .. AT BODY ... LOST AT body:BODY+",
        lost_at,
        each="body",
        priority=4,
        tail="body",
    ),
    rule("sets/prizes-after-colon", "PAUSE what:WHAT+ =STOP", after_colon, each="what", priority=0, tail="what"),
    rule(
        "sets/number-for-film",
        "NUMBER AWARDED? FOR 's who:KNOWNFILM PAUSE what:WHAT+",
        won,
        each="what",
        priority=5,
        tail="what",
    ),
    rule("sets/with-prizes", "who:SOMEFILM .. WITH what:WHAT+ !POSS", with_prizes, each="what", priority=2),
    rule("sets/big-five", "who:SOMEFILM ... GAIN .. BIGFIVE", big_five, priority=5),
    rule("sets/split", "SPLIT whats:WHAT+", split, priority=4),
    rule("sets/split-between", "whats:WHAT+ .. SPLITBETWEEN 's who:NOUN+", won_one, each="who", priority=5),
    rule("sets/were-split", "whats:WHAT+ WAS? ~ SPLIT", split, priority=4),
    rule(
        "sets/without-nomination",
        "who:SUBJECT ... WON .. WHAT .. without:NOT .. lacked:WHAT+ NOMINATION",
        lacking,
        each="lacked",
        priority=5,
    ),
    rule(
        "sets/without-nomination-for",
        "who:SUBJECT ... WON .. WHAT .. LACKING .. NOMINATION FOR 's lacked:WHAT+",
        lacking,
        each="lacked",
        priority=5,
    ),
    rule("sets/every-one", "who:SUBJECT? .. sweep:CLEANSWEEP", every_one, priority=4),
    rule(
        "sets/in-both",
        "who:PERSON+ WAS? EACH? BOTH? NOMINATED IN? BOTH what:WHAT RACE",
        in_both,
        each="who",
        priority=5,
    ),
    rule(
        "sets/won-for-its-people",
        "who:SOMEFILM ... WON FOR ITS NUMBER? OTHER OTHER? CLAUSEMARK? of:PERSON+ !POSS",
        for_its_person,
        each="of",
        priority=5,
        tail="of",
    ),
    rule(
        "sets/its-winners",
        "who:SOMEFILM .. SEVERAL .. AWARDEDTO .. CLAUSEMARK of:PERSON+ =ENDING",
        its_winner,
        each="of",
        priority=2,
        tail="of",
    ),
    rule(
        "sets/all-of-film-won",
        "who:PERSON+ COMMA? BOTH? OTHER? OF film:ANYFILM COMMA? OTHER? =TAKEN",
        won_for,
        each="who",
        priority=5,
    ),
    rule(
        "sets/all-of-film-too", "who:PERSON+ COMMA BOTH OTHER? LINKED film:ANYFILM COMMA? =TAKEN", won_for, each="who"
    ),
    rule(
        "sets/went-to-its-people",
        "WENT NUMBER? .. who:KNOWNFILM .. PAUSE of:PERSON+ !WON",
        for_its_person,
        each="of",
        priority=5,
        tail="of",
    ),
    rule(
        "sets/for-its-people",
        "AWARDED FOR who:KNOWNFILM CASTING PAUSE of:PERSON+",
        for_its_person,
        each="of",
        priority=5,
        tail="of",
    ),
    rule(
        "sets/leads-of-film",
        "SEVERAL OTHER OF who:KNOWNFILM COMMA of:ANYPERSON+ COMMA? OTHER? =TAKEN",
        for_its_person,
        each="of",
        priority=5,
        tail="of",
    ),
    rule(
        "sets/up-against",
        "NOMINATED FOR? what:WHAT .. FACING who:NOUN+ !POSS",
        in_this_race,
        each="who",
        priority=4,
        tail="who",
    ),
    rule(
        "sets/rivals-for-are",
        "OPPOSED FOR? what:WHAT TROPHY? FIELDHOLDS ~ who:NOUN+ !POSS",
        in_this_race,
        each="who",
        priority=5,
        tail="who",
    ),
    rule("sets/up-are", "^ OTHER? NOMINATED FOR? what:WHAT COLON who:NOUN+", in_this_race, each="who", priority=5),
    rule("sets/own-rivals", "who:OWNER POSS? OPPONENT FIELDHOLDS ~ other:NOUN+", rivals, each="other", priority=4),
    rule(
        "sets/counted-prizes",
        "who:SOMEFILM ... TAKEN ~ NUMBER .. PAUSE what:WHAT+ =STOP",
        counted_prizes,
        each="what",
        priority=5,
        tail="what",
    ),
    rule("sets/won-all-of", "who:SOMEFILM ... WON OTHER? every:ALLOF", won_all_of, priority=5),
    rule("sets/all-won-for", "who:PERSON+ ... WON AWARDED? FOR 's film:ANYFILM", won_for, each="who", priority=5),
)
