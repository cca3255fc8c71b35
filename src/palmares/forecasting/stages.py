"""The moments of a season at which forecasts are compared: the nominations, after the guilds, the eve.

The thing a newcomer gets wrong: a stage is a day that differs from season to season, never before the nominations and
never after the eve.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache

from palmares.errors import UnknownName
from palmares.forecasting.races import Race, Said
from palmares.forecasting.tables import read_lines

EVE = "eve"


@cache
def stages() -> Mapping[str, tuple[str, ...]]:
    """All stages in the order of a season, each with the bodies that must have spoken."""
    return {line["stage"]: tuple(line["awards"].split()) for line in read_lines("stages.csv")}


def stage_day(stage: str, races: Sequence[Race], said: Said) -> dt.date:
    """The day of a stage in the season of some races.

    Raises:
        UnknownName: there is no such stage.
    """
    if stage not in stages():
        raise UnknownName(stage, tuple(stages())[:3])
    race = races[0]
    if stage == EVE:
        return dt.date.fromordinal(race.eve)
    spoken = said.seasons.get(race.season, {})
    held = [spoken[award][1] for award in stages()[stage] if award in spoken]
    return dt.date.fromordinal(min(race.eve, max([race.announced, *held])))
