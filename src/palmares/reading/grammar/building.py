"""The pieces that rules build claims from: selections of nominations in a frame.

The trap: a film tells its edition by itself, so a claim about a film names an edition only where the text does.
"""

from __future__ import annotations

from itertools import chain

from palmares.claims import (
    And,
    Compare,
    Constraint,
    Country,
    Exists,
    Film,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    Operator,
    Outcome,
    Person,
    Select,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.items import Item, Prize, Work
from palmares.reading.words import own_categories, top_categories


def about(item: Item | None) -> tuple[Constraint, ...] | None:
    """The constraint that a mention puts on nominations: of this film, person, song or country; else None."""
    if item is None:
        return ()
    if item.kind == "COUNTRY":
        countries = str(item.value).split("|")  # several where a country was once two
        return (OfCountry(Country(countries[0])),) if len(countries) == 1 else None
    match item.value:
        case Film():
            return (OfFilm(item.value),)
        case Person():
            return (OfPerson(item.value),)
        case Work(title, film):
            return (OfWork(title), OfFilm(film))
        case _:
            return None


def in_category(at: Frame, what: Item | None) -> tuple[Constraint, ...] | None:
    """The constraint that a prize puts on nominations, "top prize" by award; None when the award has none."""
    if what is None:
        return ()
    if what.kind == "TOP":
        category = top_categories().get(what.award or at.award)
        return (OfCategory((category,)),) if category else None
    if isinstance(what.value, Prize):
        award = what.award or at.award
        own = [own_categories().get((award, category), (category,)) for category in what.value.categories]
        return (OfCategory(tuple(dict.fromkeys(chain.from_iterable(own)))),)
    return ()


def award_of(at: Frame, what: Item | None) -> str:
    """The award in question: the one that the prize's name implies (Palme d'Or), else the frame's."""
    return what.award if what is not None and what.award else at.award


def nominations(
    at: Frame,
    *about_what: Item | None,
    what: Item | None = None,
    outcome: Outcome = Outcome.NOMINATED,
    before: int | None = None,
) -> Select | None:
    """The nominations of these mentions for a prize in a frame, with an outcome; None when a mention does not fit.

    With `before`, those of all editions before that one.
    """
    constraints = [about(item) for item in about_what]
    category = in_category(at, what)
    if category is None or any(constraint is None for constraint in constraints):
        return None
    where: list[Constraint] = [constraint for group in constraints if group for constraint in group]
    award = award_of(at, what)
    has_film = any(isinstance(constraint, OfFilm) for constraint in where)
    where += [OfAward(award), *category]
    if at.edition is not None and award == at.award and (at.is_explicit or not has_film):
        where.append(OfEditions(at.edition, at.edition))
    elif at.edition is None and at.season is not None and award == at.award and (at.is_explicit or not has_film):
        where.append(OfSeasons(at.season, at.season))
    if before is not None and before > 1:
        where.append(OfEditions(None, before - 1))
    if outcome is not Outcome.NOMINATED:
        where.append(WithOutcome(outcome))
    return Select(tuple(where))


def exists(selection: Select | And | None) -> Compare | None:
    """The claim that a selection holds something."""
    return None if selection is None else Compare(Exists(selection), Operator.EQ, True)


def absent(selection: Select | None) -> Compare | None:
    """The claim that a selection is empty."""
    return None if selection is None else Compare(Exists(selection), Operator.EQ, False)


def in_one_race(one: Select | None, other: Select | None) -> And | None:
    """Both selections in the same race."""
    return None if one is None or other is None else And(one, other, Unit.RACE)
