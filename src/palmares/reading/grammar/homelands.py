"""What a country's first or second was, of the prize told last: "…, Chile's first", "a first for Mexico".

Only the prize for international films goes to countries. The trap: "gave Latvia its first Oscar" may be of any prize.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from palmares.claims import (
    And,
    Claim,
    Compare,
    Count,
    Exists,
    Feat,
    Film,
    OfAward,
    OfCountry,
    OfFilm,
    Operator,
    Outcome,
    Select,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.antecedents import stretches_before
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.careers import states
from palmares.reading.grammar.nations import INTERNATIONAL, WIN, first_since, is_international, nth_by_film, nth_of_race
from palmares.reading.items import Item
from palmares.reading.rules import rule


def nth_again(
    at: Frame,
    country: Item,
    n: Item | None = None,
    *,
    thing: Item | None = None,
    what: Item | None = None,
    film: Item | None = None,
) -> tuple[Claim, ...]:
    """`…, COUNTRY's N-th.` after the prize for international films, of the film that the sentence is about."""
    n = n or Item("ORDINAL", 0, 0, 1)
    if what is not None and not is_international(what):
        return ()
    films = (film,) if film is not None else films_told(at, country)
    if len(films) == 1:
        claims = nth_by_film(at, films[0], country, n, thing=thing)
    else:
        claims = nth_of_race(at, country, n, thing=thing)
    is_told = what is not None or is_race_told(at, country)
    if is_told or not claims or not (thing is not None and isinstance(films[0].value if films else None, Film)):
        return claims if is_told else ()
    assert isinstance(films[0].value, Film)
    return (*claims, *in_another_way(at, films[0].value, country)) if n.value == 1 else claims


def in_another_way(at: Frame, film: Film, country: Item) -> Iterator[Claim]:
    """That a film of the country won, though not as an international film: "gave Latvia its first Oscar"."""
    prizes = in_category(at, INTERNATIONAL) or ()
    won = (OfAward(at.award), OfFilm(film), WithOutcome(Outcome.WON))
    without = Feat(Select(won), (Unit.FILM,), Compare(Count(Select((*won, *prizes)), Unit.NOMINATION), Operator.EQ, 0))
    for state in states(country):
        yield Compare(Exists(And(without, Select((OfFilm(film), OfCountry(state))), Unit.FILM)), Operator.EQ, True)


def films_told(at: Frame, word: Item) -> tuple[Item, ...]:
    """The one film that a sentence has told of before a word; none where it tells of several."""
    before = next(stretches_before(at, word), ())
    films = {item.value: item for item in before if isinstance(item.value, Film)}
    return tuple(films.values()) if len(films) == 1 else ()


def is_race_told(at: Frame, word: Item) -> bool:
    """Whether the prize for international films was the last that was told of."""
    items = at.place.sentence.items if at.place is not None else ()
    kinds = [item.kind for item in items]
    if any(kinds[place : place + 3] == ["WON", "FOR", "COUNTRY"] for place in range(len(kinds))):
        return True
    for before in islice(stretches_before(at, word), 2):
        prizes = [item for item in before if item.kind in ("PRIZE", "WEAKPRIZE", "TOP", "FOREIGN")]
        if prizes:
            return is_international(prizes[-1])
    return any(is_international(item) for item in items)


def again_since(
    at: Frame,
    country: Item,
    n: Item,
    other: Item,
    *,
    thing: Item | None = None,
    what: Item | None = None,
    film: Item | None = None,
) -> tuple[Claim, ...]:
    """`COUNTRY's first since OTHER`, of the film that the sentence is about."""
    films = (film,) if film is not None else films_told(at, country)
    if len(films) != 1 or (what is not None and not is_international(what)):
        return ()
    if what is None and thing is None and not is_race_told(at, country):
        return ()
    return first_since(at, films[0], country, n, thing=thing or WIN, other=other)


def nth_given(
    at: Frame, film: Item, country: Item, n: Item, *, what: Item | None = None, thing: Item | None = None
) -> tuple[Claim, ...]:
    """`FILM gave COUNTRY its N-th (win)`."""
    return nth_again(at, country, n, thing=thing, what=what, film=film)


RULES = (
    rule(
        "countries/nth-again",
        "country:COUNTRY ( COMMA ITS )? n:ORDINAL thing:NATIONAL? ( IN RACE )? =BAREEND",
        nth_again,
        priority=3,
    ),
    rule("countries/nth-for", "n:ORDINAL thing:NATIONAL? FOR country:COUNTRY =BAREEND", nth_again, priority=4),
    rule("countries/first-time", "FIRSTTIME country:COUNTRY ~ WON ( IN RACE )? =BAREEND", nth_again, priority=5),
    rule(
        "countries/again-since",
        "country:COUNTRY COMMA? ITS? n:ORDINAL what:WHAT? thing:NATIONAL? ( IN RACE )? SINCE other:SINCEWHAT",
        again_since,
        priority=6,
    ),
    rule(
        "countries/won-nth-for",
        "country:COUNTRY ~ GAIN ITS ~ n:ORDINAL ~ what:WHAT? thing:NATIONAL? COMMA? LINKED film:ANYFILM",
        nth_again,
        priority=5,
    ),
    rule(
        "countries/gave-nth",
        "film:SOMEFILM ... GAVE country:COUNTRY ITS n:ORDINAL ~ what:WHAT? thing:NATIONAL? !SINCE !IN",
        nth_given,
        priority=6,
    ),
)
