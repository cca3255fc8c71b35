"""The coefficients of a season's fit, to be looked at.

The thing a newcomer gets wrong: what a prize is worth is the sum of its coefficients over all levels, not the one of
its own line.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from palmares.errors import UnknownName
from palmares.forecasting.forecaster import forecaster
from palmares.record import Record


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient in log-odds (nats), by level and key, with its standard deviations before and after the fit."""

    level: str
    key: tuple[str, ...]
    value: float
    prior_deviation: float
    deviation: float


def coefficients(record: Record, season: int) -> tuple[Coefficient, ...]:
    """The coefficients with which the eve of a film year is forecast, fitted on the seasons before, strongest first.

    Raises:
        UnknownName: the record has no races of this film year that are forecast.
    """
    maker = forecaster(record)
    races = maker.season(season)
    if not races:
        raise UnknownName(f"film year {season}")
    fitted = maker.fit(season, maker.heard(season, dt.date.fromordinal(races[0].eve).toordinal()))
    deviations = np.sqrt(fitted.variances)
    found = [
        Coefficient(column.level, column.key, *(float(part) for part in parts))
        for column, *parts in zip(
            maker.design.columns, fitted.coefficients, maker.design.deviations, deviations, strict=True
        )
    ]
    return tuple(sorted(found, key=lambda each: (-abs(each.value), each.level, each.key)))
