"""What countries have won: "won for Algeria", "Denmark's fourth win in the category", "gives Argentina its first win".

Only the Academy's prize for international films goes to countries, so without a category that one is meant. The trap:
a country that has split or changed its name, and the honorary prizes before 1957 that some count along.
"""

from __future__ import annotations

from palmares.claims import Claim, Compare, Count, Film, OfEditions, OfFilm, Operator, Ordinal, Outcome, Select, Unit
from palmares.reading.context import MAIN_AWARD, Frame
from palmares.reading.grammar.building import exists, nominations
from palmares.reading.grammar.careers import for_country, is_numbered, states
from palmares.reading.items import Item, Prize
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
    return isinstance(what.value, Prize) and what.value.categories == ("international-feature",)


def nth_of_race(at: Frame, country: Item, n: Item, *, thing: Item | None = None) -> tuple[Claim, ...]:
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


RULES = (
    rule("countries/won-for", "film:SOMEFILM ~ WON FOR country:COUNTRY =ENDING", won_for, priority=5),
    rule(
        "countries/was-winner", "film:SOMEFILM WAS country:COUNTRY OTHER? thing:NATIONAL =ENDING", won_for, priority=5
    ),
    rule(
        "countries/gave-nth",
        "film:SOMEFILM ... GAVE country:COUNTRY ITS n:ORDINAL what:WHAT? thing:NATIONAL",
        nth_by_film,
        priority=6,
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
    rule("countries/has-nth", "country:COUNTRY HAS ITS n:ORDINAL what:WHAT thing:NATIONAL?", for_country, priority=6),
    rule("countries/won-nth-time", "country:COUNTRY ~ WON FOR n:ORDINAL TIMES", nth_of_race, priority=5),
    rule("countries/won-running", "country:COUNTRY ~ WON n:NUMBER YEARS CONSECUTIVE", running, priority=5),
    rule("countries/won-nth-running", "country:COUNTRY ~ WON .. WHAT FOR n:ORDINAL CONSECUTIVE", running, priority=5),
)
