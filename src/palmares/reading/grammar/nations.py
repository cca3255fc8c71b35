"""What countries have won: "won for Algeria", "Denmark's fourth win in the category", "gives Argentina its first win".

Only the Academy's prize for international films goes to countries, so without a category that one is meant. The trap:
a country that has split or changed its name, and the honorary prizes before 1957 that some count along.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Claim,
    Compare,
    Count,
    Exists,
    Extreme,
    Film,
    Gap,
    OfCountry,
    OfEditions,
    OfFilm,
    Operator,
    Ordinal,
    Outcome,
    Previous,
    Select,
    Unit,
    Which,
)
from palmares.reading.context import MAIN_AWARD, Frame
from palmares.reading.grammar.building import exists, in_one_race, nominations
from palmares.reading.grammar.careers import for_country, is_numbered, states
from palmares.reading.items import Item, Prize
from palmares.reading.makers import NO_PART
from palmares.reading.rules import rule

INTERNATIONAL = Item("PRIZE", 0, 0, Prize(("international-feature",), None, strong=True))
NOMINATIONS = frozenset(("NOMINATION", "NOMINEE"))


def of_country(at: Frame, country: Item, thing: Item | None, film: Item | None = None) -> list[Select]:
    """The prizes (or nominations) of a country under each of its names, perhaps only those for a film."""
    outcome = Outcome.NOMINATED if thing is not None and thing.kind in NOMINATIONS else Outcome.WON
    items = (Item("COUNTRY", 0, 0, state.name) for state in states(country))
    found = (nominations(at, item, film, what=INTERNATIONAL, outcome=outcome) for item in items)
    return [selection for selection in found if selection is not None]


def won_for(at: Frame, film: Item, country: Item, *, thing: Item | None = None) -> tuple[Claim, ...]:
    """`FILM won for COUNTRY`."""
    if at.award != MAIN_AWARD or not isinstance(film.value, Film):
        return ()
    return tuple(claim for of in of_country(at, country, thing, film) if (claim := exists(of)) is not None)


def nth_by_film(
    at: Frame, film: Item, country: Item, n: Item, *, what: Item | None = None, thing: Item | None = None
) -> tuple[Claim, ...]:
    """`FILM is COUNTRY's N-th win`: so many of its prizes were up to that film's."""
    wide = Frame(at.award, None, None, at.as_of)
    if at.award != MAIN_AWARD or not isinstance(film.value, Film) or not isinstance(n.value, int):
        return ()
    if what is not None and what.value != INTERNATIONAL.value and not is_international(what):
        return ()
    return tuple(
        Compare(Ordinal(of, Unit.NOMINATION, Select((*of.where, OfFilm(film.value)))), Operator.EQ, n.value)
        for of in of_country(wide, country, thing)
    )


def is_international(what: Item) -> bool:
    """Whether a prize is the one that goes to countries."""
    is_prize = isinstance(what.value, Prize) and what.value.categories == ("international-feature",)
    return is_prize or what.kind == "FOREIGN"


def nth_of_its(
    at: Frame, country: Item, n: Item, *, film: Item, what: Item | None = None, thing: Item | None = None
) -> tuple[Claim, ...]:
    """`COUNTRY's win for FILM is its N-th`."""
    return nth_by_film(at, film, country, n, what=what, thing=thing)


def nth_of_race(
    at: Frame, country: Item, n: Item, *, thing: Item | None = None, what: Item | None = None
) -> tuple[Claim, ...]:
    """`COUNTRY's N-th win in the category`, `COUNTRY won for the N-th time`."""
    return for_country(at, country, n, INTERNATIONAL, thing=thing) if at.award == MAIN_AWARD else ()


def running(at: Frame, country: Item, *, n: Item) -> tuple[Claim, ...]:
    """`COUNTRY has won N years in succession`: in the edition in view and in those right before it."""
    if at.award != MAIN_AWARD or not is_numbered(at) or at.edition is None or not isinstance(n.value, int):
        return ()
    wide = Frame(at.award, None, None, at.as_of)
    run = OfEditions(at.edition - n.value + 1, at.edition)
    return tuple(
        Compare(Count(Select((*of.where, run)), Unit.NOMINATION), Operator.EQ, n.value)
        for of in of_country(wide, country, None)
    )


def won_in_view(
    at: Frame, country: Item, *, what: Item | None = None, film: Item | None = None, thing: Item | None = None
) -> tuple[Claim, ...]:
    """`COUNTRY won WHAT (with FILM)`, `WHAT went to COUNTRY`: in the edition in view, or for that film."""
    if at.award != MAIN_AWARD or (what is not None and not is_international(what)):
        return ()
    if film is not None:
        return won_for(at, film, country, thing=thing)
    if not is_numbered(at):
        return ()
    return tuple(claim for of in of_country(at, country, thing) if (claim := exists(of)) is not None)


def entered(at: Frame, film: Item, country: Item, *, joint: Item | None = None) -> tuple[Claim, ...]:
    """`FILM, COUNTRY's entry`: submitted by that country, or made there unless that cannot be."""
    if not isinstance(film.value, Film):
        return ()
    made = (Select((OfFilm(film.value), OfCountry(state))) for state in states(country))
    submitted = of_country(at, country, NOMINATED, film) if at.award == MAIN_AWARD else []
    if joint is not None and joint.value == NO_PART and submitted:
        return tuple(Compare(Exists(of), Operator.EQ, True) for of in submitted)
    return tuple(Compare(Exists(of), Operator.EQ, True) for of in (*submitted, *made))


NOMINATED = Item("NOMINATION", 0, 0)


def spans(at: Frame, country: Item, thing: Item) -> Iterator[Select]:
    """All of a country's prizes up to the day, and those before the edition in view."""
    wide = Frame(at.award, None, None, at.as_of)
    for of in of_country(wide, country, NOMINATED if thing.kind in HOPES else None):
        yield of
        if is_numbered(at) and at.edition is not None and at.edition > 1:
            yield Select((*of.where, OfEditions(None, at.edition - 1)))


HOPES = frozenset(("NOMINATED", "NOMINATION", "NOMINEE"))


def never(at: Frame, country: Item, thing: Item, *, what: Item | None = None) -> tuple[Claim, ...]:
    """`COUNTRY has never won (WHAT)`, `no COUNTRY film has been nominated`: up to the day, or before this edition."""
    if at.award != MAIN_AWARD or (what is not None and not is_international(what)):
        return ()
    return tuple(Compare(Exists(of), Operator.EQ, False) for of in spans(at, country, thing))


def so_often(
    at: Frame, country: Item, thing: Item, n: Item, *, what: Item | None = None, film: Item | None = None
) -> tuple[Claim, ...]:
    """`COUNTRY has won N times`: up to the day, or before this edition."""
    times = int(n.value) if isinstance(n.value, int | str) and str(n.value).isdigit() else None
    if at.award != MAIN_AWARD or times is None or (what is not None and not is_international(what)):
        return ()
    return tuple(Compare(Count(of, Unit.NOMINATION), Operator.EQ, times) for of in spans(at, country, thing))


def first_since(
    at: Frame, film: Item, country: Item, n: Item, *, thing: Item, other: Item, what: Item | None = None
) -> tuple[Claim, ...]:
    """`FILM is COUNTRY's first winner since OTHER`: the one before it was that, or of that year."""
    if at.award != MAIN_AWARD or not isinstance(film.value, Film) or n.value != 1:
        return ()
    wide = Frame(at.award, None, None, at.as_of)
    claims: list[Claim] = []
    for of in of_country(wide, country, thing):
        if isinstance(other.value, Film):
            previous = Previous(of, Unit.FILM, film.value)
            claims.append(Compare(previous, Operator.GE, frozenset((other.value,))))
        elif isinstance(other.value, int) and at.held is not None:
            subject = Select((*of.where, OfFilm(film.value)))
            years = at.held.year - other.value
            claims += [Compare(Gap(of, Unit.YEAR, subject), Operator.EQ, years - less) for less in (0, 1)]
    return tuple(claims)


def beat(at: Frame, country: Item, other: Item) -> tuple[Claim, ...]:
    """`COUNTRY beat OTHER`: in one race of countries."""
    if at.award != MAIN_AWARD or not is_numbered(at):
        return ()
    won = of_country(at, country, None)
    claims = (exists(in_one_race(one, lost)) for one in won for lost in of_country(at, other, NOMINATED))
    return tuple(claim for claim in claims if claim is not None)


def not_since(at: Frame, country: Item, other: Item) -> tuple[Claim, ...]:
    """`COUNTRY has not won since FILM`: its last win was that, up to the day or before this edition."""
    if at.award != MAIN_AWARD or not isinstance(other.value, Film):
        return ()
    last = (Extreme(of, Unit.FILM, Which.LAST) for of in spans(at, country, WIN))
    return tuple(Compare(one, Operator.GE, frozenset((other.value,))) for one in last)


WIN = Item("WIN", 0, 0)


RULES = (
    rule(
        "countries/won-with",
        "country:COUNTRY ~ thing:GAIN ~ what:PRIZE TROPHY? LINKED film:ANYFILM",
        won_in_view,
        priority=6,
    ),
    rule("countries/won-prize", "country:COUNTRY ~ thing:WON ~ what:PRIZE TROPHY? =ENDING", won_in_view, priority=5),
    rule(
        "countries/won-with-film",
        "country:COUNTRY ~ thing:WON AT? LAST? OTHER? COMMA? LINKED film:ANYFILM",
        won_in_view,
        priority=5,
    ),
    rule("countries/went-to", "what:PRIZE TROPHY? WENT country:COUNTRY FOR? film:ANYFILM?", won_in_view, priority=6),
    rule("countries/came-from", "what:WHAT FILMKIND? TROPHY? HAILED country:COUNTRY", won_in_view, priority=5),
    rule(
        "countries/entry",
        "film:KNOWNFILM CLAUSEMARK country:COUNTRY joint:ALIEN? OTHER? ENTERING ( FOR WHAT )?",
        entered,
        priority=4,
    ),
    rule("countries/entry-named", "country:COUNTRY OTHER? ENTRY COMMA? film:KNOWNFILM", entered, priority=4),
    rule("countries/submitted-by", "film:KNOWNFILM COMMA? WAS? joint:ENTEREDBY country:COUNTRY", entered, priority=5),
    rule(
        "countries/never",
        "country:COUNTRY ~ ( COMMA WHICH )? HAS? NEVER ~ thing:WONUP ( FOR? ~ what:PRIZE )?",
        never,
        priority=5,
    ),
    rule("countries/no-film", "NO country:COUNTRY FILMKIND ~ thing:WONUP ( FOR? ~ what:PRIZE )?", never, priority=5),
    rule("countries/yet-to-win", "country:COUNTRY ~ thing:YETTO ( FOR? ~ what:PRIZE )?", never, priority=5),
    rule(
        "countries/waits-for-first", "country:COUNTRY ~ thing:WAITSFOR ~ ORDINAL ~ COUNTABLE ( IN what:PRIZE )?", never
    ),
    rule("countries/so-often", "country:COUNTRY ~ thing:DID ~ what:PRIZE? n:NUMBER TIMES", so_often, priority=5),
    rule(
        "countries/so-often-twice",
        "country:COUNTRY ~ thing:DID ( ~ what:PRIZE )? ~ n:TIMES =ENDING",
        so_often,
        priority=4,
    ),
    rule("countries/so-many", "country:COUNTRY ~ thing:GAIN n:NUMBER what:PRIZE TROPHY?", so_often, priority=5),
    rule(
        "countries/first-since",
        "film:SOMEFILM WAS country:COUNTRY n:ORDINAL what:WHAT? thing:NATIONAL ( IN RACE )? SINCE other:SINCEWHAT",
        first_since,
        priority=7,
    ),
    rule(
        "countries/its-nth",
        "country:COUNTRY what:WHAT? thing:NATIONAL LINKED film:ANYFILM WAS ITS n:ORDINAL",
        nth_of_its,
        priority=6,
    ),
    rule(
        "countries/is-nth-of",
        "film:SOMEFILM WAS ONLY? n:ORDINAL country:COUNTRY thing:NATIONAL ( IN what:WHAT )? RACE?",
        nth_by_film,
        priority=6,
    ),
    rule(
        "countries/is-nth-film-to-win",
        "film:SOMEFILM WAS ONLY? n:ORDINAL country:COUNTRY FILMKIND TOWIN FOR? what:FOREIGNPRIZE",
        nth_by_film,
        priority=6,
    ),
    rule(
        "countries/for-it-nth",
        "FOR country:COUNTRY COMMA? IT WAS ~ n:ORDINAL what:WHAT? thing:NATIONAL IN RACE",
        nth_of_race,
        priority=6,
    ),
    rule("countries/nth-for-in-race", "n:ORDINAL thing:NATIONAL FOR country:COUNTRY IN RACE", nth_of_race, priority=5),
    rule(
        "countries/brought-nth",
        "film:SOMEFILM ~ GAVE? ~ country:COUNTRY n:ORDINAL what:WHAT? thing:NATIONAL !SINCE",
        nth_by_film,
        priority=4,
    ),
    rule(
        "countries/brought-prize",
        "film:SOMEFILM ... GAVE ~ country:COUNTRY what:PRIZE !NOMINATION",
        won_in_view,
        priority=5,
    ),
    rule("countries/beat", "country:COUNTRY BEAT other:COUNTRY+", beat, each="other", priority=4),
    rule("countries/not-since", "country:COUNTRY HAS? NOTEVER ~ WON ~ SINCE other:ANYFILM", not_since, priority=6),
    rule("countries/won-for", "film:SOMEFILM ~ WON FOR country:COUNTRY =COUNTRYDONE", won_for, priority=5),
    rule(
        "countries/was-winner", "film:SOMEFILM WAS country:COUNTRY OTHER? thing:NATIONAL =ENDING", won_for, priority=5
    ),
    rule(
        "countries/film-is-nth",
        "film:SOMEFILM WAS country:COUNTRY n:ORDINAL what:WHAT? thing:NATIONAL #",
        nth_by_film,
        priority=6,
    ),
    rule(
        "countries/film-is-nth-prize",
        "film:SOMEFILM WAS country:COUNTRY n:ORDINAL what:PRIZE =CLAUSEEND",
        nth_by_film,
        priority=6,
    ),
    rule(
        "countries/nth-winner-is-film",
        "country:COUNTRY n:ORDINAL thing:NATIONAL .. ISORWENT FOR? film:ANYFILM",
        nth_by_film,
        priority=5,
    ),
    rule(
        "countries/nth-is-film",
        "country:COUNTRY n:ORDINAL what:WHAT thing:NATIONAL? WAS FOR? film:ANYFILM",
        nth_by_film,
        priority=6,
    ),
    rule(
        "countries/nth-in-race-is-film",
        "country:COUNTRY n:ORDINAL thing:NATIONAL IN what:WHAT RACE? WAS film:ANYFILM",
        nth_by_film,
        priority=6,
    ),
    rule("countries/nth-in-race", "country:COUNTRY n:ORDINAL EVER? thing:NATIONAL IN RACE", nth_of_race, priority=5),
    rule(
        "countries/has-nth",
        "country:COUNTRY ( COMMA WITH KNOWNFILM COMMA )? HAS ITS n:ORDINAL what:WHAT thing:NATIONAL?",
        for_country,
        priority=6,
    ),
    rule("countries/won-nth-time", "country:COUNTRY ~ WON FOR n:ORDINAL TIMES", nth_of_race, priority=5),
    rule("countries/won-running", "country:COUNTRY ~ WON n:NUMBER YEARS CONSECUTIVE", running, priority=5),
    rule(
        "countries/won-nth-running",
        "country:COUNTRY ~ WON .. WHAT TROPHY? FOR n:ORDINAL OTHER? CONSECUTIVE",
        running,
        priority=5,
    ),
)
