"""When a claim that does not hold is only loose: a claim beside it that holds, and in what it differs.

The thing a newcomer gets wrong: near is not "almost true". Only the slips listed here are loose, each for a reason that
has to do with how the field counts and dates; every other wrong number, name or date is refuted, by however little.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import replace as with_fields
from typing import TypeGuard

from palmares.checking.verdict import Looseness
from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Count,
    Edition,
    Exists,
    Extreme,
    Film,
    OfAward,
    OfCategory,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    Operator,
    Outcome,
    Property,
    Select,
    Selection,
    Unit,
    WithOutcome,
    replace,
    walk,
)  # fmt: skip
from palmares.record import Evaluation, LackKind, NominationRow, Record, Row, evaluate, measure

FULLY_TOLD: frozenset[type] = frozenset({OfCategory, OfPerson, OfFilm})
"""What tells a prize so well that it is known whichever body it is of."""
BOUNDS = frozenset({Operator.GT, Operator.LT})
ROUGH_SHARE = 0.2
HONORARY = "honorary"
"""The group of categories that are given outside competition."""


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that holds, and in what the claim beside it is loose; with rows that show it and prove no claim."""

    looseness: Looseness
    claim: Claim
    rows: tuple[Row, ...] = ()


def near(record: Record, claim: Claim, evaluation: Evaluation, *, as_of: dt.date) -> Near | None:
    """The first neighbour of a claim that does not hold, which the record bears out as of that day, or None.

    A claim that the record cannot decide is not loose, but for one thing: where the prize it names is still to be
    handed out, it may have the year of the last one in mind.
    """
    is_open = evaluation.truth is None and any(lack.kind is LackKind.NOT_DECIDED for lack in evaluation.lacks)
    kinds: tuple[Neighbours, ...] = NEIGHBOURS if evaluation.truth is False else (other_year,) if is_open else ()
    for find in kinds:
        for neighbour in find(record, claim, evaluation, as_of):
            if evaluate(record, neighbour.claim, as_of=as_of).truth is True:
                return neighbour
    return None


def other_year(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """Film year and ceremony year mixed up: a season that is the year of the ceremony, or an edition by film year.

    "The best film of 2025" said of the 97th Academy Awards gives the year they were held in as the film year; "the 2024
    Academy Awards" said of the same gives the film year as the year they were held in.
    """
    for node in walk(claim):
        if isinstance(node, OfSeasons) and node.first == node.last and node.first is not None:
            season = OfSeasons(node.first - 1, node.first - 1)
            yield Near(Looseness.SEASON_SLIP, replace(claim, {node: season}))
        elif isinstance(node, Select) and (edition := named_edition(node)) is not None:
            after = OfEditions(edition + 1, edition + 1)
            yield Near(Looseness.SEASON_SLIP, replace(claim, {OfEditions(edition, edition): after}))


def named_edition(selection: Select) -> int | None:
    """The one edition a selection asks about, where it also names a film or person whose year it can be."""
    if not any(isinstance(constraint, OfFilm | OfPerson) for constraint in selection.where):
        return None
    ranges = [constraint for constraint in selection.where if isinstance(constraint, OfEditions)]
    return ranges[0].first if ranges and ranges[0].first == ranges[0].last else None


def year_of_film(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """A year said of a film or edition that is another of its years: of release, honoured, or of the ceremony."""
    left = claim.left
    if not isinstance(left, Attribute) or type(claim.right) is not int or claim.operator is not Operator.EQ:
        return
    years = {Property.SEASON, Property.RELEASE_YEAR}
    if left.name not in years or not isinstance(left.entity, Film | Edition) or type(evaluation.left.value) is not int:
        return
    if claim.right in other_years(record, left.entity):
        yield Near(Looseness.SEASON_SLIP, with_fields(claim, right=evaluation.left.value))


def other_years(record: Record, entity: Film | Edition) -> set[int | None]:
    """The years that are commonly said of a film or an edition, besides those the record gives it."""
    if isinstance(entity, Film):
        film = record.film(entity.id)
        return {film.season, film.season + 1, film.release_year}
    return {record.edition(entity.award, entity.number).held_last.year}


def bound_met(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """The bound itself is met: "more than five" where it is five."""
    if claim.operator in BOUNDS and evaluation.left.value == claim.right:
        yield Near(Looseness.BOUND_MET, with_fields(claim, operator=Operator.EQ))


def rough_number(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """Within a fifth: "about 12" where it is 10, which a reader may grant and an editor may not."""
    value = evaluation.left.value
    if claim.operator is not Operator.ABOUT or type(value) is not int or type(claim.right) is not int:
        return
    if abs(value - claim.right) <= ROUGH_SHARE * claim.right:
        yield Near(Looseness.ROUGH_NUMBER, Compare(claim.left, Operator.EQ, value))


def age_that_day(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """An age on another day of the story: that of writing, or that on which the nominations were announced."""
    left = claim.left
    if not isinstance(left, Attribute) or left.name is not Property.AGE or not isinstance(left.at, Edition):
        return
    announced = record.edition(left.at.award, left.at.number).announced
    for day in (as_of, announced):
        if announced <= day:
            yield Near(Looseness.AGE_THAT_DAY, with_fields(claim, left=with_fields(left, at=day)))


def incomplete_list(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """A list in which all belong and at least as many stand as are left out."""
    whole, listed = evaluation.left.value, claim.right
    if claim.operator is not Operator.EQ or not isinstance(whole, frozenset) or not isinstance(listed, frozenset):
        return
    if isinstance(claim.left, Extreme) or not listed < whole:
        return
    if len(whole) - len(listed) <= len(listed):
        yield Near(Looseness.INCOMPLETE_LIST, with_fields(claim, right=whole))


def shared_record(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """First place said to be held by one who holds it with others."""
    holders, named = evaluation.left.value, claim.right
    if not isinstance(claim.left, Extreme) or not isinstance(holders, frozenset) or claim.operator is not Operator.EQ:
        return
    if (named if isinstance(named, frozenset) else frozenset({named})) < holders:
        yield Near(Looseness.SHARED_RECORD, with_fields(claim, right=holders))


def honorary_counted(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """A number of wins in which honorary and special awards are counted, which were given outside competition."""
    left, value = claim.left, evaluation.left.value
    if claim.operator is not Operator.EQ or type(claim.right) is not int or type(value) is not int:
        return
    if not isinstance(left, Count) or left.unit is not Unit.NOMINATION or not is_of_wins(left.of):
        return
    honours = with_fields(left.of, where=(*left.of.where, OfCategory(record.group(HONORARY))))
    given = measure(record, Count(honours, Unit.NOMINATION), as_of=as_of)
    if type(given.value) is int and given.value > 0 and value + given.value == claim.right:
        yield Near(Looseness.HONORARY_COUNTED, with_fields(claim, right=value), given.rows)


def honorary_foreign(record: Record, claim: Claim, evaluation: Evaluation, as_of: dt.date) -> Iterator[Near]:
    """The prize for films in a foreign language, of years in which it was honorary."""
    left = claim.left
    if not isinstance(left, Exists) or not isinstance(left.of, Select) or claim.right is not True:
        return
    if OfCategory(FOREIGN) not in left.of.where:
        return
    kept = tuple(part for part in left.of.where if part != OfCategory(FOREIGN))
    there = with_fields(claim, left=Exists(Select((*kept, OfCategory(HONORARY_FOREIGN)))))
    found = evaluate(record, there, as_of=as_of)
    if found.truth is True:
        yield Near(Looseness.HONORARY_COUNTED, there, found.rows)


FOREIGN, HONORARY_FOREIGN = ("international-feature",), ("special-foreign-language-film",)


def other_body(record: Record, claim: Claim, *, as_of: dt.date) -> Near | None:
    """A prize of somebody for a film that is no Academy Award, where it is one of another body.

    In a story that names no body nor year; what is said of a film alone, or of a year, is of the Academy Awards.
    """
    left = claim.left
    if not isinstance(left, Exists) or not isinstance(left.of, Select) or claim.right is not True:
        return None
    body = next((part for part in left.of.where if isinstance(part, OfAward)), None)
    kept = tuple(part for part in left.of.where if not isinstance(part, OfAward))
    if body is None or not FULLY_TOLD <= {type(part) for part in kept} <= FULLY_TOLD | {WithOutcome}:
        return None
    found = measure(record, Count(Select(kept), Unit.NOMINATION), as_of=as_of)
    for row in found.rows if found.value else ():
        if isinstance(row, NominationRow) and row.award != body.award:
            there = with_fields(claim, left=Exists(Select((OfAward(row.award), *kept))))
            return Near(Looseness.OTHER_BODY, there, (row,))
    return None


def is_of_wins(selection: Selection) -> TypeGuard[Select]:
    """Whether these are the wins of a film or person in whatever category."""
    if not isinstance(selection, Select):
        return False
    kinds = {type(constraint) for constraint in selection.where}
    return WithOutcome(Outcome.WON) in selection.where and bool(kinds & {OfFilm, OfPerson}) and OfCategory not in kinds


Neighbours = Callable[[Record, Claim, Evaluation, dt.date], Iterator[Near]]

NEIGHBOURS: tuple[Neighbours, ...] = (
    other_year,
    year_of_film,
    bound_met,
    rough_number,
    age_that_day,
    incomplete_list,
    shared_record,
    honorary_counted,
    honorary_foreign,
)
"""The ways to be loose, in the order in which they are tried."""
