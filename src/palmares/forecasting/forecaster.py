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
from palmares.forecasting.features import Features, Floats, Integers, Sources, about, build_features, speaking
from palmares.forecasting.model import Fit, Races, fit, predict
from palmares.forecasting.races import Race, Said
from palmares.forecasting.tables import settings
from palmares.record import Record

KEPT_FITS = 64


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Some races as a day knows them.

    Shapes: `values` (nominees, signals); `starts` (races + 1,); `speaking` (signals,), whether each says anything yet in
    any of these races.
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

    def __init__(self, record: Record) -> None:
        self.features: Features
        self.sources: Sources
        self.features, self.sources = build_features(record)
        self.design: Design = build_design(self.features.signals)
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

    def state(self, races: Sequence[Race], *, as_of: int, said: Said | None = None) -> State:
        """Races of one season as a day (an ordinal) knows them; `said` stands in for what the record holds."""
        sources = self.sources if said is None else Sources(said, self.sources.voices, self.sources.history)
        rows: list[int] = []
        signals: list[int] = []
        values: list[float] = []
        heard = np.zeros(len(self.features.signals))
        starts = np.cumsum([0, *(len(race.nominees) for race in races)])
        for index, race in enumerate(races):
            for place, nominee in enumerate(race.nominees):
                known = [entry for entry in about(nominee, race, sources) if entry.day <= as_of]
                rows += [int(starts[index]) + place] * len(known)
                signals += [entry.signal for entry in known]
                values += [entry.value for entry in known]
            heard[[signal for signal, day in speaking(race, sources).items() if day <= as_of]] = 1.0
        shape = (int(starts[-1]), len(heard))
        return State(tuple(races), sparse.csr_array((values, (rows, signals)), shape=shape), starts, heard)

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
        found = predict(self.fit(season, state.speaking), self.design.matrix(state.values), state.starts)
        parts = np.split(found, state.starts[1:-1])
        return [Forecast(race, as_of, part) for race, part in zip(state.races, parts, strict=True)]


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
