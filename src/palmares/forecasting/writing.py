"""Writes odds as dated rows that the record is built with, so that claims on frontrunners can be checked.

The thing a newcomer gets wrong: a row is what was known at the end of its day and holds until the next one; no row of a
race is dated on its night or later.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from palmares.forecasting.forecaster import Forecaster, forecaster
from palmares.forecasting.stages import stage_day, stages
from palmares.record import Record

COLUMNS = ("nomination", "as_of", "probability", "source")
SOURCE = "palmares"
DIGITS = 4


def write_odds(record: Record, path: Path, *, first: int, last: int) -> int:
    """Write the walk-forward odds of all nominees of the film years from `first` to `last`; return the rows written.

    Each season has rows of the nominations, of each later stage that moved something, and of the eve.
    """
    maker = forecaster(record)
    rows = [row for season in range(first, last + 1) if maker.season(season) for row in season_rows(maker, season)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return len(rows)


def season_rows(maker: Forecaster, season: int) -> Iterator[tuple[str, str, str, str]]:
    """The rows of one season, by day and race."""
    races = maker.season(season)
    for day in sorted({stage_day(stage, races, maker.sources.said) for stage in stages()}):
        for forecast in maker.forecast(season, as_of=day):
            for nominee, chance in zip(forecast.race.nominees, forecast.probabilities, strict=True):
                yield nominee.id, day.isoformat(), f"{chance:.{DIGITS}f}", SOURCE
