"""Forecasts of a season's races as of a day: fitted on the seasons before, from what was known on that day.

The past is seen as the day sees its own season: a signal that has not spoken yet is left out of the past as well, so
that a guild still to come is missing and not lost. The thing a newcomer gets wrong: nothing of a season, not even on
which days its prizes were given, reaches the forecast of an earlier one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from palmares.forecasting.design import Design, build_design, signal_matrix
from palmares.forecasting.features import Features, Floats, Integers, Sources, about, build_features
from palmares.forecasting.model import Fit, Races, fit, predict
from palmares.forecasting.races import Race, Said
from palmares.forecasting.tables import settings, sharpness
from palmares.record import Record

KEPT_FITS = 64


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Some races as a day knows them.

    Shapes: `values` (nominees, signals); `starts` (races + 1,); `speaking` (signals,), 1 for each that says something
    yet in any race of the season.
    """

    races: tuple[Race, ...]
    values: sparse.csr_array
    starts: Integers
    speaking: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """The probabilities (nominees,) of one race, in the order of its nominees, as a day saw them."""

    race: Race
    as_of: dt.date
    probabilities: Floats


class Forecaster:
    """Everything that forecasts of one record are made from. Fits are kept, so asking again is quick."""

    def __init__(self, record: Record, *, is_sharpened: bool = True) -> None:
        self.is_sharpened = is_sharpened
        self.features: Features
        self.sources: Sources
        self.features, self.sources = build_features(record)
        self.design: Design = build_design(self.features.signals)
        self.index = {(race.edition, race.category): place for place, race in enumerate(self.features.races)}
        self.seasons = np.array([race.season for race in self.features.races])
        self.race = np.repeat(np.arange(len(self.seasons)), np.diff(self.features.starts))
        eves = np.array([race.eve for race in self.features.races])
        self.by_eve = self.features.day <= eves[self.race[self.features.nominee]]
        self.shares = shares_of(self.features.races)
        self.fits: dict[tuple[int, bytes], Fit] = {}

    def fit(self, season: int, heard: Floats) -> Fit:
        """The fit on all seasons before one, with only the signals (signals,) that have spoken in it."""
        key = (season, np.packbits(heard > 0).tobytes())
        if key not in self.fits:
            if len(self.fits) >= KEPT_FITS:
                del self.fits[next(iter(self.fits))]
            self.fits[key] = fit(self.past(season, heard), self.design.deviations)
        return self.fits[key]

    def past(self, season: int, heard: Floats) -> Races:
        """The races before a season, as their own eves knew them, weighed by how long ago they were."""
        is_before = self.seasons < season
        rows = np.flatnonzero(is_before[self.race])
        in_play = self.by_eve & is_before[self.race[self.features.nominee]] & (heard[self.features.signal] > 0)
        matrix = self.design.matrix(signal_matrix(self.features, np.flatnonzero(in_play))[rows])
        starts = np.cumsum([0, *np.diff(self.features.starts)[is_before]])
        weights = 0.5 ** ((season - 1 - self.seasons[is_before]) / settings()["half_life_seasons"])
        decided = np.add.reduceat(self.shares[rows], starts[:-1])
        return Races(matrix, starts, self.shares[rows], weights * decided)

    def state(self, races: Sequence[Race], *, as_of: int, said: Said | None = None, also: Sequence[int] = ()) -> State:
        """Races of one season as a day (an ordinal) knows them.

        Args:
            said: stands in for what the record holds, for a what-if.
            also: numbers of signals that speak as well.
        """
        sources = self.sources if said is None else Sources(said, self.sources.voices, self.sources.history)
        starts = np.cumsum([0, *(len(race.nominees) for race in races)])
        cells = [
            (int(start) + place, entry.signal, entry.value)
            for start, race in zip(starts, races, strict=False)
            for place, nominee in enumerate(race.nominees)
            for entry in about(nominee, race, sources)
            if entry.day <= as_of
        ]
        rows, signals, values = zip(*cells, strict=True) if cells else ((), (), ())
        shape = (int(starts[-1]), len(self.features.signals))
        matrix = sparse.csr_array((np.array(values, dtype=float), (rows, signals)), shape=shape)
        heard = self.heard(races[0].season, as_of)
        heard[list(also)] = 1.0
        return State(tuple(races), matrix, starts, heard)

    def season(self, season: int) -> tuple[Race, ...]:
        """The races of a season, by category."""
        return tuple(race for race in self.features.races if race.season == season)

    def heard(self, season: int, as_of: int) -> Floats:
        """Which signals (signals,) have spoken by a day in any race of a season."""
        found = np.zeros(len(self.features.signals))
        in_season = self.seasons[self.features.known_race] == season
        found[self.features.known_signal[in_season & (self.features.known_day <= as_of)]] = 1.0
        return found

    def forecast(self, season: int, *, as_of: dt.date) -> list[Forecast]:
        """The forecasts of all races of a season, by category."""
        state = self.state(self.season(season), as_of=as_of.toordinal())
        found = self.predict(state)
        return [Forecast(race, as_of, part) for race, part in zip(state.races, found, strict=True)]

    def predict(self, state: State) -> list[Floats]:
        """The probabilities (nominees,) of each race of a state."""
        season = state.races[0].season
        fitted, matrix = self.fit(season, state.speaking), self.design.matrix(state.values)
        found = predict(fitted, matrix, state.starts, sharpness=sharpness(season) if self.is_sharpened else 1.0)
        return np.split(found, state.starts[1:-1])


@lru_cache(maxsize=2)
def forecaster(record: Record) -> Forecaster:
    """The forecaster of a record, made on first use."""
    return Forecaster(record)


def shares_of(races: Sequence[Race]) -> Floats:
    """Each nominee's share of the win (nominees,): 1 for a lone winner, a half for one of two, 0 where not decided."""
    found: list[float] = []
    for race in races:
        wins = sum(nominee.won for nominee in race.nominees)
        found += [nominee.won / wins if wins else 0.0 for nominee in race.nominees]
    return np.array(found)
