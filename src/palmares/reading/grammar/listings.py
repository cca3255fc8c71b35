"""Who won or was nominated, said without a verb: "Emma Stone, La La Land", "screenplay (Noah Baumbach)".

Such words stand in lists and asides, where only the sentences round them tell winners from nominees, so both are
readings. The trap: a title after a name may be there for another reason, and then nothing may be called wrong.
"""

from __future__ import annotations

from dataclasses import replace

from palmares.claims import (
    Claim,
    Compare,
    Exists,
    Film,
    OfFilm,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Select,
    Trait,
    WithTrait,
)
from palmares.reading.context import Frame, is_just_held
from palmares.reading.grammar.building import about, exists, nominations
from palmares.reading.grammar.outcomes import (
    beat,
    for_whom,
    has_nominees,
    lost,
    nominated,
    nominated_at,
    won,
    won_at,
    won_or_nominated,
    won_top,
)
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule


def film_of(at: Frame, who: Item, film: Item, *, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO for FILM`, `WHAT: WHO, FILM`: it won, or was up for it."""
    up = nominated(at, who, what, film) if has_nominees(at, what) else None
    claims = (won(at, who, what, film), up, up_somewhere(who, film, what))
    return tuple(claim for claim in claims if claim is not None)


def up_somewhere(who: Item, film: Item, what: Item | None) -> Claim | None:
    """That somebody was up for a film at some award or other; without a prize said, such words name no body."""
    if what is not None or not isinstance(who.value, Person) or not isinstance(film.value, Film):
        return None
    return exists(Select((OfPerson(who.value), OfFilm(film.value))))


def known_for(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO (FILM)`: up for it, or in it in some way that the record does not hold."""
    claims = film_of(at, who, film)
    if not claims or not isinstance(who.value, Person) or not isinstance(film.value, Film):
        return ()
    part = WithTrait(Trait.UNRECORDED, Operator.EQ, "in the film")
    return (*claims, Compare(Exists(Select((OfPerson(who.value), OfFilm(film.value), part))), Operator.EQ, True))


def own_film(at: Frame, who: Item, thing: Item, film: Item, *, what: Item | None = None) -> tuple[Claim, ...]:
    """`WHO's earlier Oscar was for FILM`."""
    is_nomination = thing.kind in ("NOMINATION", "NOMINEE")
    claims = (nominated(at, who, what, film) if is_nomination else won(at, who, what, film),)
    return tuple(claim for claim in claims if claim is not None)


def lost_for(at: Frame, who: Item, film: Item) -> Claim | None:
    """`WHO lost for FILM`."""
    return lost(at, who, None, film)


def last_winner(at: Frame, time: Item, who: Item, what: Item | None = None) -> Claim | None:
    """`last year's winner was WHO`."""
    return won(at, who, what) if at.edition is not None and at.is_explicit else None


def in_view(at: Frame, who: Item) -> Claim | None:
    """`the other nominees were WHO`: up for a prize, a person in the edition in view."""
    if isinstance(who.value, Film):
        return nominated(at, who)
    return nominated(replace(at, is_explicit=True), who) if at.edition is not None else None


def won_named(at: Frame, who: Item, body: Item) -> Claim | None:
    """`WHO got the Globe`: a prize whose name says of which body it is."""
    return won_at(at, who, body) if body.award is not None and body.value not in ("event", "place") else None


def won_once(at: Frame, who: Item) -> Claim | None:
    """`its winners include WHO`: at any edition."""
    return won(replace(at, edition=None, season=None), who)


def own_prize(at: Frame, who: Item, what: Item, thing: Item) -> tuple[Claim, ...]:
    """`WHO's best actress Oscar`, `… nomination`; it may be of a body that nothing names."""
    claim = nominated(at, who, what) if thing.kind == "NOMINATION" else won(at, who, what)
    subject = about(who)
    if claim is None or not subject:
        return ()
    if is_just_held(at) and thing.kind != "NOMINATION":
        return (claim,)
    elsewhere = WithTrait(Trait.UNRECORDED, Operator.EQ, "honoured by another body")
    return (claim, Compare(Exists(Select((*subject, elsewhere))), Operator.EQ, True))


def missed_for(at: Frame, who: Item, film: Item, *, verb: Item | None = None) -> tuple[Claim, ...]:
    """`WHO was overlooked for FILM`: not nominated for it, or not a winner."""
    if verb is not None and verb.value != "over":
        return ()
    none = (nominations(at, who, film, outcome=outcome) for outcome in (Outcome.NOMINATED, Outcome.WON))
    return tuple(Compare(Exists(selection), Operator.EQ, False) for selection in none if selection)


def song_of(at: Frame, who: Item, film: Item) -> tuple[Claim, ...]:
    """`SONG from FILM`: it was up for a prize as that film's, where songs are spoken of as such; else perhaps."""
    claim = nominated(replace(at, edition=None, season=None), who, None, film)
    items = at.place.sentence.items if at.place is not None else ()
    is_of_songs = any(isinstance(item.value, Prize) and "original-song" in item.value.categories for item in items)
    elsewhere = WithTrait(Trait.UNRECORDED, Operator.EQ, "sung in the film")
    otherwise = exists(Select((*(about(who) or ()), elsewhere)))
    return tuple(one for one in (claim, None if is_of_songs else otherwise) if one is not None)


def film_for(at: Frame, what: Item, film: Item) -> tuple[Claim, ...]:
    """`WHAT for FILM` without a verb: it won, or was up for it."""
    return won_or_nominated(at, film, what)


def won_or_up_for(at: Frame, who: Item, what: Item, film: Item) -> tuple[Claim, ...]:
    """`WHO was honoured for directing FILM`: won for it, or was up for it."""
    return film_of(at, who, film, what=what)


RULES = (
    rule("outcomes/song-from", "who:SONG COMMA? FROM 's film:KNOWNFILM", song_of, priority=2),
    rule(
        "outcomes/person-for-own",
        "who:ANYPERSON COMMA? FOR 's film:ANYFILM COMMA HIS ~ ORDINAL ~ thing:THING",
        own_film,
        priority=3,
    ),
    rule(
        "outcomes/prize-theirs-for",
        "what:WHAT TROPHY? WAS who:PERSONOF POSS COMMA? FOR 's film:ANYFILM",
        won,
        priority=6,
    ),
    rule("outcomes/person-for-film", "<WENT <GAVE <CHOSE who:PERSON FOR 's film:ANYFILM =ENDING", film_of, priority=1),
    rule("outcomes/person-apposed-for", "who:PERSON COMMA FOR 's film:ANYFILM =ENDING", film_of, priority=1),
    rule("outcomes/went-to-for", "WENT ... who:PERSONOF FOR 's film:ANYFILM", film_of, priority=6, tail="who"),
    rule("outcomes/went-for-film", "WENT ... who:PERSON FOR 's film:ANYFILM", film_of, priority=6, tail="film"),
    rule("outcomes/listed-film", "LISTED what:WHAT PAUSE who:PERSON COMMA? film:FILM", won, priority=7),
    rule("outcomes/listed-for", "LISTED what:WHAT PAUSE who:PERSON FOR 's film:ANYFILM", won, priority=7),
    rule(
        "outcomes/prize-for-whom",
        "what:WHAT FOR who:PERSONOF !OTHER !GENRE !FILMNOUN !THEFILM !POSS",
        for_whom,
        priority=2,
    ),
    rule("outcomes/prize-in-brackets", "what:WHAT OPEN who:NAME CLOSE", won_or_nominated, priority=3),
    rule("outcomes/film-in-brackets", "who:ANYPERSON OPEN film:FILM CLOSE", known_for, priority=2),
    rule("outcomes/film-apposed", "who:PERSON COMMA film:FILM =CLAUSEEND", known_for, priority=1),
    rule(
        "outcomes/own-was-for", "who:OWNER POSS? NUMBER? .. thing:THING WAS FOR 's film:ANYFILM", own_film, priority=4
    ),
    rule("outcomes/lost-for", "who:SOMEBODY ... LOST .. LINKED 's film:ANYFILM", lost_for, priority=3),
    rule("outcomes/won-in", "who:SOMEBODY ... WON .. what:WHAT IN 's film:FILMOF", won, priority=6),
    rule(
        "outcomes/best-over",
        "who:SUBJECT WAS what:PRIZE COMMA? OVER 's other:NOUN+",
        beat,
        each="other",
        priority=5,
        tail="other",
    ),
    rule("outcomes/last-winner", "time:TIME ~ what:WHAT? WINNER WAS who:NAME", last_winner, priority=5),
    rule("outcomes/prizes-from", "who:SUBJECT ... TOOK .. TROPHY BYBODY body:BODY+", won_at, each="body", priority=4),
    rule("outcomes/whose-prize", "FOR who:PERSONOF POSS what:WHAT =ENDING", won_or_nominated, priority=4),
    rule("outcomes/other-nominees", "NOMINEE WAS ~ COLON? who:NOUN+", in_view, each="who", priority=3),
    rule("outcomes/prize-and-film", "who:SOMEBODY ... WON .. what:WHAT COMMA FOR 's film:ANYFILM", won, priority=6),
    rule("outcomes/was-best-and-film", "who:SOMEBODY WAS what:PRIZE COMMA FOR 's film:ANYFILM", won, priority=6),
    rule("outcomes/named-and-film", "who:SOMEBODY ... NAMED what:PRIZE COMMA FOR 's film:ANYFILM", won, priority=6),
    rule(
        "outcomes/number-and-films",
        "who:SOMEBODY ... TOOK ~ NUMBER OTHER? thing:THING .. PAUSE 's film:ANYFILM+",
        own_film,
        each="film",
        priority=5,
        tail="film",
    ),
    rule("outcomes/person-as", "who:ANYPERSON AS what:PRIZE =ENDING", won_or_nominated, priority=2),
    rule("outcomes/film-as", "who:KNOWNFILM AS what:PRIZE =ENDING", won_or_nominated, priority=2),
    rule("outcomes/honoured-by", "who:SUBJECT ... HONOURED .. BY body:BODY+", won_at, each="body", priority=4),
    rule(
        "outcomes/got-prizes-of",
        "who:SUBJECT ... GAIN ~ FURTHER? body:PRIZEOF+ =ENDING",
        won_named,
        each="body",
        priority=2,
    ),
    rule("outcomes/brought-awards", "GAVE who:HIS .. body:PRIZEOF+ =ENDING", won_named, each="body", priority=3),
    rule("outcomes/last-prize", "time:TIME what:PRIZE COMMA who:NAME", last_winner, priority=5),
    rule("outcomes/last-prize-was", "time:TIME what:PRIZE WAS who:NAME !POSS", last_winner, priority=5),
    rule("outcomes/last-winner-apposed", "time:TIME what:WHAT? WINNER COMMA who:NAME", last_winner, priority=5),
    rule("outcomes/edition-winner", "body:EDITION WINNER COMMA? who:NAME !POSS", won_at, priority=4),
    rule("outcomes/winners-include", "WINNER INCLUDING who:NOUN+", won_once, each="who", priority=3),
    rule("outcomes/prize-winner-was", "what:WHAT WINNER WAS who:NAME", won, priority=4),
    rule(
        "outcomes/nominations-listed",
        "NOMINATION ( COMMA NUMBER )? ... COLON who:NOUN+",
        in_view,
        each="who",
        priority=3,
    ),
    rule("outcomes/last-trophy-went", "time:TIME POSS? TROPHY WENT 's who:NOUN !OTHER !POSS", last_winner, priority=5),
    rule("outcomes/own-for", "who:OWNER POSS? ~ what:WHAT? thing:THING FOR 's film:ANYFILM", own_film, priority=4),
    rule("outcomes/own-prize-for", "who:OWNER POSS? ~ what:PRIZE FOR 's film:ANYFILM", won, priority=4),
    rule("outcomes/prize-for-film", "what:PRIZE FOR 's film:FILMOF =ENDING", film_for, priority=1),
    rule("outcomes/prize-to-film", "what:PRIZE TO 's film:FILMOF =ENDING", film_for, priority=1),
    rule("outcomes/crowned", "body:AWARD NAMED who:FILM !PRIZE !WEAKPRIZE !OTHER !AS !WAS", won_top, priority=4),
    rule("outcomes/earned", "BROUGHT who:RECEIVER HIS? ~ body:AWARDED =ENDING", won_named, priority=3),
    rule("outcomes/earned-nomination", "BROUGHT who:RECEIVER HIS? ~ body:AWARD NOMINATION", nominated_at, priority=3),
    rule(
        "outcomes/namely",
        "who:SUBJECT ... TOOK ~ NUMBER AWARDED FROM ~ NUMBER .. INCLUDING .. what:WHAT+",
        won,
        each="what",
        priority=5,
        tail="what",
    ),
    rule("outcomes/won-for-work", "who:SOMEBODY ... WON FOR what:WHAT film:KNOWNFILM", won, priority=6),
    rule(
        "outcomes/honoured-for-work",
        "who:SOMEBODY ... HONOURED FOR what:WHAT film:KNOWNFILM",
        won_or_up_for,
        priority=6,
    ),
    rule(
        "outcomes/nominated-for-work", "who:SOMEBODY ... NOMINATED FOR what:WHAT film:KNOWNFILM", nominated, priority=6
    ),
    rule("outcomes/person-for-work", "who:ANYPERSON FOR what:WHAT film:KNOWNFILM", won_or_up_for, priority=3),
    rule("outcomes/last-prize-theirs", "time:TIME what:PRIZE WAS who:PERSONOF POSS", last_winner, priority=5),
    rule("outcomes/was-theirs", "WAS who:PERSONOF POSS COMMA? FOR 's film:ANYFILM", film_of, priority=4),
    rule(
        "outcomes/prizes-for-films",
        "who:SOMEBODY ... TOOK ~ NUMBER what:PRIZE COMMA? FOR film:ANYFILM+",
        won,
        each="film",
        priority=5,
        tail="film",
    ),
    rule(
        "outcomes/nth-after",
        "who:HIS ORDINAL EVER? ~ AWARD? WHAT? thing:THING AFTER film:ANYFILM+",
        own_film,
        each="film",
        priority=4,
        tail="film",
    ),
    rule(
        "outcomes/number-for-prizes",
        "who:SUBJECT ... TOOK ~ NUMBER AWARDED? COMMA? FOR ITS? what:WHAT+",
        won,
        each="what",
        priority=5,
        tail="what",
    ),
    rule("outcomes/rivals", "FIELD who:NOUN+", in_view, each="who", priority=3),
    rule("outcomes/missed-for", "who:SOMEBODY ... MISSED .. FOR 's film:ANYFILM", missed_for, priority=4),
    rule("outcomes/passed-over-for", "who:SOMEBODY ... verb:FELLTO 's film:ANYFILM", missed_for, priority=5),
    rule(
        "outcomes/with-prizes",
        "who:SUBJECT ... WON .. WHAT ... COMMA WITH what:WHAT+",
        won,
        each="what",
        priority=5,
        tail="what",
    ),
    rule(
        "outcomes/number-then-prizes",
        "who:SUBJECT ... TOOK ~ NUMBER AWARDED COMMA ... PAUSE what:WHAT+",
        won,
        each="what",
        priority=5,
        tail="what",
    ),
    rule("outcomes/own-prize", "who:OWNER POSS? ~ what:WHAT thing:THING", own_prize, priority=2),
    rule(
        "outcomes/honoured-for",
        "who:SUBJECT .. HONOURED FOR ITS? HIS? what:WHAT+",
        won_or_nominated,
        each="what",
        priority=4,
    ),
    rule("outcomes/honoured-for-film", "who:SOMEBODY .. HONOURED FOR 's film:ANYFILM", film_of, priority=4),
)
