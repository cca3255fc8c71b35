"""The model: a conditional logit per race, fitted by penalised likelihood, and how sure it may be of itself.

In a race with nominees i the probability of i is exp(x_i b) / sum_j exp(x_j b) (McFadden 1974, Conditional logit
analysis of qualitative choice behavior). The coefficients b have independent normal priors round 0, which makes the
fit a ridge regression of many levels (Gelman and Hill 2007, chapter 12). A tie's winners share the weight of the race.

The thing a newcomer gets wrong: the probabilities are those of the coefficients' whole posterior, not of its mode. Its
spread is taken from the curvature (Laplace), without the correlations, and flattens each race by 1 / sqrt(1 + pi v / 8)
(MacKay 1992, The evidence framework applied to classification networks), v being the mean variance of its utilities. So
a category with no history of its own is less sure than its bodies' record elsewhere would make it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from palmares.forecasting.features import Floats, Integers

MEMORY, TOLERANCE, SLOPE = 20, 1e-7, 1e-3
"""For L-BFGS (Liu and Nocedal 1989): steps remembered, and when a fit is done."""


@dataclass(frozen=True, slots=True, eq=False)
class Races:
    """Races to fit to. `matrix` (nominees, columns); `starts` (races + 1,); `shares` (nominees,) of the win, summing to 1
    in a race; `weights` (races,)."""

    matrix: sparse.csr_array
    starts: Integers
    shares: Floats
    weights: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Coefficients and their variances, both (columns,)."""

    coefficients: Floats
    variances: Floats


def fit(races: Races, deviations: Floats, *, start: Floats | None = None) -> Fit:
    """The coefficients of the highest posterior density, with the variances that the curvature there gives.

    Args:
        deviations: prior standard deviations (columns,).
        start: coefficients to start from; 0 by default.
    """
    precision = deviations**-2
    race = race_of(races.starts)
    weights = races.weights[race]
    transposed = sparse.csr_array(races.matrix.T)

    def loss(coefficients: Floats) -> tuple[float, Floats]:
        utilities = races.matrix @ coefficients
        probabilities, logs = softmax(utilities, races.starts)
        penalty = 0.5 * float(precision @ coefficients**2)
        slope = transposed @ (weights * (probabilities - races.shares)) + precision * coefficients
        return penalty - float(weights @ (races.shares * logs)), slope

    options = {"maxcor": MEMORY, "ftol": TOLERANCE, "gtol": SLOPE}
    first = np.zeros(len(deviations)) if start is None else start
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options=options).x
    probabilities, _ = softmax(races.matrix @ found, races.starts)
    squares = transposed.power(2) @ (weights * probabilities * (1 - probabilities))
    return Fit(found, 1.0 / (precision + squares))


def predict(fitted: Fit, matrix: sparse.csr_array, starts: Integers) -> Floats:
    """The probabilities (nominees,) of races that were not fitted to."""
    return softmax(flattened(fitted, matrix, starts), starts)[0]


def flattened(fitted: Fit, matrix: sparse.csr_array, starts: Integers) -> Floats:
    """Utilities (nominees,) drawn together by what the fit does not know of each race."""
    race = race_of(starts)
    cells = (1.0 / np.diff(starts)[race], (race, np.arange(len(race))))
    mean = sparse.csr_array(cells, shape=(len(starts) - 1, len(race)))
    spread = mean @ matrix.power(2) - (mean @ matrix).power(2)
    return (matrix @ fitted.coefficients) / np.sqrt(1.0 + np.pi * (spread @ fitted.variances)[race] / 8.0)


def race_of(starts: Integers) -> Integers:
    """The number of each nominee's race."""
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))


def softmax(utilities: Floats, starts: Integers) -> tuple[Floats, Floats]:
    """Probabilities and their logarithms (nats) within each race."""
    race = race_of(starts)
    shifted = utilities - np.maximum.reduceat(utilities, starts[:-1])[race]
    logs = shifted - np.log(np.add.reduceat(np.exp(shifted), starts[:-1]))[race]
    return np.exp(logs), logs
