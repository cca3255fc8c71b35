"""How good forecasts were: accuracy, log loss, Brier score and calibration, with intervals.

All scores are means over races. The thing a newcomer gets wrong: calibration is that of the favourites, which is the
stricter of the two; over all nominees the many outsiders, rightly near 0, would hide what the favourites do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from palmares.forecasting.features import Floats

BINS = 10
LEVEL_AS_GOOD = 1e-9
"""Probabilities this close are level: the favourite is then shared."""

LEAST = 1e-12
"""A probability of 0 counts as this in the log loss."""

RESAMPLES = 1000
SEED = 97


@dataclass(frozen=True, slots=True)
class Called:
    """One race that somebody called: the probability of each nominee by id, and who won."""

    season: int
    category: str
    probabilities: dict[str, float]
    winners: tuple[str, ...]

    @property
    def favourites(self) -> tuple[str, ...]:
        """The nominees with the highest probability, more than one where they are level."""
        best = max(self.probabilities.values())
        return tuple(id for id, chance in self.probabilities.items() if chance >= best - LEVEL_AS_GOOD)

    @property
    def accuracy(self) -> float:
        """The share of the favourites that won."""
        return sum(id in self.winners for id in self.favourites) / len(self.favourites)

    @property
    def log_loss(self) -> float:
        """Minus the logarithm of the winner's probability, in nats; in a tie the mean over its winners."""
        return float(-np.mean([np.log(max(self.probabilities.get(id, 0.0), LEAST)) for id in self.winners]))

    @property
    def brier(self) -> float:
        """The sum over nominees of squared differences from what happened, 0 to 2 (Brier 1950)."""
        share = 1.0 / len(self.winners)
        return sum((chance - share * (id in self.winners)) ** 2 for id, chance in self.probabilities.items())


@dataclass(frozen=True, slots=True)
class Score:
    """Means over races.

    `log_loss` is in nats; `ece` is the expected calibration error of the favourites, 0 to 1. All but `accuracy` are
    None where the calls are picks without probabilities.
    """

    races: int
    accuracy: float
    log_loss: float | None
    brier: float | None
    ece: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """Nominees with a probability from `lowest` to `highest`: their mean probability, and the share that won."""

    lowest: float
    highest: float
    nominees: int
    probability: float
    won: float


def score(calls: Sequence[Called]) -> Score:
    """The score of forecasts with probabilities; there must be at least one.

    >>> score([Called(1, "actress", {"moore": 0.75, "madison": 0.25}, ("madison",))])
    Score(races=1, accuracy=0.0, log_loss=1.3862..., brier=1.125, ece=0.75)
    """
    accuracy, log_loss, brier = np.array([(call.accuracy, call.log_loss, call.brier) for call in calls]).mean(axis=0)
    return Score(len(calls), float(accuracy), float(log_loss), float(brier), calibration_error(calls))


def score_picks(calls: Sequence[Called]) -> Score:
    """The score of favourites alone."""
    return Score(len(calls), float(np.mean([call.accuracy for call in calls])), None, None, None)


def calibration_error(calls: Sequence[Called]) -> float:
    """By how much the favourites' probabilities miss the share that won, over bins of a tenth weighed by races.

    Source: Naeini, Cooper and Hauskrecht (2015), expected calibration error.
    """
    pairs = np.array([(max(call.probabilities.values()), call.accuracy) for call in calls])
    return float(sum(abs(part.mean(axis=0) @ (1, -1)) * len(part) for _, part in binned(pairs)) / len(pairs))


def reliability(calls: Sequence[Called]) -> tuple[Bin, ...]:
    """The bins of a reliability plot over all nominees, empty ones left out."""
    pairs = np.array(
        [
            (chance, (id in call.winners) / len(call.winners))
            for call in calls
            for id, chance in call.probabilities.items()
        ]
    )
    return tuple(
        Bin(number / BINS, (number + 1) / BINS, len(part), *(float(mean) for mean in part.mean(axis=0)))
        for number, part in binned(pairs)
    )


def binned(pairs: Floats) -> list[tuple[int, Floats]]:
    """Rows (probability, outcome) by the tenth that their probability falls in."""
    numbers = np.minimum((pairs[:, 0] * BINS).astype(int), BINS - 1)
    return [(number, pairs[numbers == number]) for number in range(BINS) if (numbers == number).any()]


def intervals(calls: Sequence[Called], *, seed: int = SEED) -> dict[str, tuple[float, float]]:
    """95% intervals of accuracy, log loss and Brier score, by resampling whole seasons (Efron 1979).

    Races of one night are not independent, so a season is kept together.
    """
    seasons = sorted({call.season for call in calls})
    sums = np.array(
        [
            np.sum([(1, call.accuracy, call.log_loss, call.brier) for call in calls if call.season == season], axis=0)
            for season in seasons
        ]
    )
    draws = np.random.default_rng(seed).integers(len(seasons), size=(RESAMPLES, len(seasons)))
    totals = sums[draws].sum(axis=1)
    low, high = np.percentile(totals[:, 1:] / totals[:, :1], [2.5, 97.5], axis=0)
    return {
        name: (float(low[place]), float(high[place])) for place, name in enumerate(("accuracy", "log_loss", "brier"))
    }
