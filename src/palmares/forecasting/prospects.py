"""An edition as a day sees it: the odds of its nominees, or its contenders while there are none.

The thing a newcomer gets wrong: without an edition it is the one that is under way on the day asked about, and a day
after the eve counts as the eve.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from palmares.errors import UnusableInput
from palmares.forecasting.blending import blended
from palmares.forecasting.contenders import Contender, contenders
from palmares.forecasting.forecaster import forecaster
from palmares.forecasting.naming import edition_called, given_called, stage_called, target_called
from palmares.forecasting.odds import Moment, Odds, odds, timeline
from palmares.forecasting.prices import read_prices
from palmares.forecasting.supposing import Given
from palmares.forecasting.tables import settings, targets
from palmares.forecasting.writing import SOURCE
from palmares.record import EditionRow, Record

FIRST_ODDS = "SELECT min(season) FROM odds JOIN nomination ON row = nomination WHERE odds.source = ?"


@dataclass(frozen=True, slots=True)
class Prospects:
    """What a day gives to those who may win at an edition.

    `races` and, before prices from outside are blended in, `alone`; they are the same where none are given. Before the
    nominations both are empty, and `contenders` are by category.
    """

    edition: EditionRow
    as_of: dt.date
    given: tuple[Given, ...]
    races: tuple[Odds, ...]
    alone: tuple[Odds, ...]
    contenders: Mapping[str, tuple[Contender, ...]]


def prospects(
    record: Record,
    edition: str | None = None,
    *,
    as_of: dt.date,
    category: str | None = None,
    given: Sequence[str] = (),
    prices: Path | None = None,
) -> Prospects:
    """The odds or contenders of an edition, all of it by the names that people give.

    Args:
        edition: a path as `oscars/97`; else the edition under way.
        given: prizes supposed to have been won, as `sag/actress=Demi Moore`.
        prices: a file of prices to blend in.

    Raises:
        UnknownName: there is no such edition, category, body, prize or nominee.
        UnusableInput: a name is ambiguous, a file is of no use, or a what-if or prices stand before the nominations.
        InvalidData: a line of the prices is wrong.
    """
    held = edition_called(record, edition, as_of=as_of)
    day = min(as_of, held.held_last - dt.timedelta(days=1))
    target = None if category is None else target_called(record, category)
    if held.season < settings()["first_season"]:
        first = settings()["first_season"]
        raise UnusableInput(
            f"{held.award}/{held.number}", "no odds go back so far", f"They begin with films of {first}"
        )
    if not is_announced(record, held, day):
        if given or prices:
            option = "--given" if given else "--with"
            raise UnusableInput(option, f"there are no nominees on {day.isoformat()}", "Leave it out")
        wanted = [target] if target else [id for id in targets() if is_to_come(record, held, id)]
        coming = {id: contenders(record, held.number, category=id, as_of=day) for id in wanted}
        return Prospects(held, day, (), (), (), coming)
    supposed = tuple(given_called(record, held, written) for written in given)
    alone = odds(record, held.number, as_of=day, category=target, given=supposed)
    races = alone
    if prices is not None:
        rows = [chance.nominee for race in odds(record, held.number, as_of=day) for chance in race.chances]
        printed = read_prices(record, prices, rows)
        races = tuple(blended(race, printed) for race in alone)
    return Prospects(held, day, supposed, races, alone, {})


def is_announced(record: Record, edition: EditionRow, day: dt.date) -> bool:
    """Whether the nominations of an edition are in the record and were known on a day."""
    races = [race for race in forecaster(record).features.races if race.edition == edition.number]
    return bool(races) and races[0].announced <= day.toordinal()


def is_to_come(record: Record, edition: EditionRow, category: str) -> bool:
    """Whether a category is likely to be given: it is in this edition, or was in the one before."""
    last = {race.category: race.edition for race in forecaster(record).features.races if race.edition <= edition.number}
    newest = max(last.values(), default=0)
    return last.get(category, -1) >= newest


def season_odds(record: Record, prospect: Prospects) -> tuple[Moment, ...]:
    """The odds of the one race of some prospects after each event up to their day: what a season chart draws.

    Raises:
        UnusableInput: there is not exactly one race.
    """
    if len(prospect.races) != 1:
        problem = "a chart is of one race" if prospect.races else "there are no nominees yet"
        raise UnusableInput("--chart", problem, "Name a category and a day after the nominations")
    (race,) = prospect.races
    moments = timeline(record, race.edition, race.category)
    return tuple(moment for moment in moments if moment.event.day <= prospect.as_of)


def first_judged() -> int:
    """The first film year that the backtest is on, where no other is asked for."""
    return int(settings()["first_judged"])


def first_foreseen(record: Record) -> int:
    """The first film year for which the record has odds of the model."""
    ((season,),) = record.connection.execute(FIRST_ODDS, (SOURCE,))
    return first_judged() if season is None else int(season)


def last_decided(record: Record) -> int:
    """The last film year in which a race that is forecast has a winner."""
    races = forecaster(record).features.races
    return max((race.season for race in races if any(nominee.won for nominee in race.nominees)), default=first_judged())


@dataclass(frozen=True, slots=True)
class Scope:
    """Which forecasts of the past are looked at: film years, one category or all, the moment of the season."""

    first: int
    last: int
    category: str | None
    stage: str


def scope(
    record: Record, *, first: int | None, last: int | None, category: str | None = None, stage: str | None = None
) -> Scope:
    """The forecasts of the past that somebody asks for; a first or last film year left out is the usual one.

    Raises:
        UnknownName: there is no such category.
        UnusableInput: there is no such stage, or nothing in these film years.
    """
    begin = first if first is not None else first_judged() if stage is not None else first_foreseen(record)
    end = last if last is not None else last_decided(record)
    target = None if category is None else target_called(record, category)
    found = Scope(begin, end, target, stage_called(stage or "eve"))
    if not any(is_within(found, race.season, race.category) for race in forecaster(record).features.races):
        what = target or "races"
        raise UnusableInput(f"--from {begin} --to {end}", f"no {what} of these film years are forecast", "Widen them")
    return found


def is_within(wanted: Scope, season: int, category: str) -> bool:
    """Whether a race belongs to what is asked for."""
    return wanted.first <= season <= wanted.last and wanted.category in (None, category)
