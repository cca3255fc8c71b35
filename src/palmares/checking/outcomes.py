"""What happened instead of an outcome that did not: neighbouring selections, nearest first.

A selection here says "this film, this person, this prize, this outcome". One part of it is exchanged at a time, for
what the record holds of the others. The thing a newcomer gets wrong: these are candidates; `correct` keeps those that
hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

from palmares.claims import (
    And,
    Constraint,
    Count,
    OfAward,
    OfCategory,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    Outcome,
    Select,
    Selection,
    Unit,
    WithOutcome,
)  # fmt: skip
from palmares.record import NominationRow, Record, measure

C = TypeVar("C", bound=Constraint)

MAX_SHARERS = 3
"""A prize shared by more people is better said of the film."""


def outcomes(record: Record, selection: Selection, *, as_of: dt.date) -> Iterator[Selection]:
    """Selections beside one that holds nothing, nearest first."""
    if isinstance(selection, And):
        yield from other_sides(record, selection, as_of)
    elif isinstance(selection, Select):
        yield from other_selects(record, selection, as_of)


def other_sides(record: Record, both: And, as_of: dt.date) -> Iterator[Selection]:
    """For "X beat Y": the other way round, then each side as it really was."""
    if isinstance(both.left, Select) and isinstance(both.right, Select):
        swapped = swap_outcomes(both.left, both.right)
        if swapped is not None:
            yield And(*swapped, both.on)
        for left, right in ((both.left, both.right), (both.right, both.left)):
            for instead in other_selects(record, left, as_of):
                yield And(instead, right, both.on)


def swap_outcomes(left: Select, right: Select) -> tuple[Select, Select] | None:
    """Both selections with each other's outcome, where one won and the other lost."""
    first, second = only(left, WithOutcome), only(right, WithOutcome)
    if first is None or second is None or {first.outcome, second.outcome} != {Outcome.WON, Outcome.LOST}:
        return None
    return exchanged(left, first, second), exchanged(right, second, first)


def other_selects(record: Record, selection: Select, as_of: dt.date) -> Iterator[Select]:
    """The nearest to the furthest: outcome, year, film, prize, winner, and at last the mere nomination."""
    outcome = only(selection, WithOutcome)
    if outcome is not None and outcome.outcome in (Outcome.LOST, Outcome.TIED):
        yield exchanged(selection, outcome, WithOutcome(Outcome.WON))
    if only(selection, OfFilm) or only(selection, OfWork):
        yield from other_editions(record, selection, as_of)
    if only(selection, OfPerson) and only(selection, OfFilm):
        yield from other_films(record, selection, as_of)
    yield from other_categories(record, selection, as_of)
    if outcome is not None and outcome.outcome is Outcome.WON:
        yield from other_winners(record, selection, as_of)
        yield exchanged(selection, outcome, WithOutcome(Outcome.NOMINATED))


def other_editions(record: Record, selection: Select, as_of: dt.date) -> Iterator[Select]:
    """The same outcome in the one edition in which it did happen."""
    award, season = only(selection, OfAward), only(selection, OfSeasons)
    when = season or only(selection, OfEditions)
    if award is None or when is None:
        return
    rows = rows_of(record, without(selection, when), as_of)
    places = {row.season if season is not None else row.edition for row in rows}
    if len(places) == 1:
        place = places.pop()
        yield exchanged(selection, when, type(when)(place, place))


def other_films(record: Record, selection: Select, as_of: dt.date) -> Iterator[Select]:
    """The same person's same outcome, for the one film it was for."""
    named = only(selection, OfFilm)
    if named is not None:
        films = {film for row in rows_of(record, without(selection, named), as_of) for film in row.films}
        if len(films) == 1:
            yield exchanged(selection, named, OfFilm(films.pop()))


def other_categories(record: Record, selection: Select, as_of: dt.date) -> Iterator[Select]:
    """The same outcome of film or person in the one other prize it happened in, within the edition or for the film."""
    named = only(selection, OfCategory)
    is_placed = only(selection, OfFilm) or only(selection, OfEditions) or only(selection, OfSeasons)
    if named is None or not is_placed or not (only(selection, OfFilm) or only(selection, OfPerson)):
        return
    categories = {row.category for row in rows_of(record, without(selection, named), as_of)}
    if len(categories) == 1 and has_same_credit(record, named, *categories):
        yield exchanged(selection, named, OfCategory((categories.pop(),)))


def has_same_credit(record: Record, named: OfCategory, other: str) -> bool:
    """Whether a prize is given to the same kind of thing, films or people, as all those named."""
    known = [name for name in named.categories if isinstance(name, str) and name in record.categories]
    credits_named = {record.categories[name].credit for name in known}
    return credits_named == {record.categories[other].credit}


def other_winners(record: Record, selection: Select, as_of: dt.date) -> Iterator[Select]:
    """Who or what did win the race, said of people if the claim was, else of the film."""
    people = [part for part in selection.where if isinstance(part, OfPerson)]
    films = [part for part in selection.where if isinstance(part, OfFilm)]
    works = [part for part in selection.where if isinstance(part, OfWork)]
    race = without(in_its_edition(record, selection, as_of), *people, *films, *works)
    winners = rows_of(record, race, as_of)
    if not (people or films) or len({(row.award, row.edition, row.category) for row in winners}) != 1:
        return
    for row in winners:
        named: list[Constraint] = []
        if people and len(row.people) <= MAX_SHARERS:
            named += [OfPerson(person) for person in row.people]
        if (films or not named) and row.films:
            named.append(OfFilm(row.films[0]))
        if named:
            yield Select((*race.where, *named))


def in_its_edition(record: Record, selection: Select, as_of: dt.date) -> Select:
    """The selection within the one edition its film or person was nominated in, where it names none itself."""
    outcome = only(selection, WithOutcome)
    if outcome is None or only(selection, OfEditions) or only(selection, OfSeasons) or not only(selection, OfAward):
        return selection
    editions = {row.edition for row in rows_of(record, without(selection, outcome), as_of)}
    return Select((*selection.where, OfEditions(*editions, *editions))) if len(editions) == 1 else selection


def rows_of(record: Record, selection: Select, as_of: dt.date) -> tuple[NominationRow, ...]:
    """The nominations a selection holds as of that day."""
    found = measure(record, Count(selection, Unit.NOMINATION), as_of=as_of)
    return tuple(row for row in found.rows if isinstance(row, NominationRow)) if found.value else ()


def only(selection: Select, kind: type[C]) -> C | None:
    """The selection's first constraint of a kind."""
    return next((part for part in selection.where if isinstance(part, kind)), None)


def without(selection: Select, *parts: Constraint) -> Select:
    """The selection less some of its constraints."""
    return Select(tuple(part for part in selection.where if part not in parts))


def exchanged(selection: Select, old: Constraint, new: Constraint) -> Select:
    """The selection with one constraint in another's place."""
    return Select((*without(selection, old).where, new))
