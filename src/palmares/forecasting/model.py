"""The model: a conditional logit per race, fitted by penalised likelihood, and how sure it may be of itself.

In a race with nominees i the probability of i is exp(x_i b) / sum_j exp(x_j b) (McFadden 1974). The coefficients b have
independent normal priors round 0, which makes the fit a ridge regression of many levels (Gelman and Hill 2007, chapter
12). A tie's winners share the weight of the race.

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
    """Races to fit to.

    Shapes: `matrix` (nominees, columns); `starts` (races + 1,); `shares` (nominees,) of the win, summing to 1 in a
    race; `weights` (races,).
    """

    matrix: sparse.csr_array
    starts: Integers
    shares: Floats
    weights: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Coefficients and their variances, both (columns,)."""

    coefficients: Floats
    variances: Floats


def fit(races: Races, deviations: Floats) -> Fit:
    """The coefficients of the highest posterior density, with the variances that the curvature there gives.

    Every fit starts from 0, so that it depends on nothing but its races and the prior deviations (columns,). It is done
    in units of these, in which all priors are alike.
    """
    used = np.flatnonzero(np.bincount(races.matrix.indices, minlength=len(deviations)))
    matrix = sparse.csr_array(races.matrix[:, used] @ sparse.diags_array(deviations[used]))
    transposed = sparse.csr_array(matrix.T)
    weights = races.weights[race_of(races.starts)]

    def loss(scaled: Floats) -> tuple[float, Floats]:
        probabilities, logs = softmax(matrix @ scaled, races.starts)
        slope = transposed @ (weights * (probabilities - races.shares)) + scaled
        return 0.5 * float(scaled @ scaled) - float(weights @ (races.shares * logs)), slope

    options = {"maxcor": MEMORY, "ftol": TOLERANCE, "gtol": SLOPE}
    found = minimize(loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options=options).x
    probabilities, _ = softmax(matrix @ found, races.starts)
    curvature = 1.0 + transposed.power(2) @ (weights * probabilities * (1 - probabilities))
    coefficients, variances = np.zeros_like(deviations), deviations**2
    coefficients[used] = deviations[used] * found
    variances[used] /= curvature
    return Fit(coefficients, variances)


def predict(fitted: Fit, matrix: sparse.csr_array, starts: Integers, *, sharpness: float = 1.0) -> Floats:
    """The probabilities (nominees,) of races that were not fitted to; `sharpness` multiplies their log-odds."""
    return softmax(sharpness * flattened(fitted, matrix, starts), starts)[0]


def flattened(fitted: Fit, matrix: sparse.csr_array, starts: Integers) -> Floats:
    """Utilities (nominees,) drawn together by what the fit does not know of each race."""
    utilities: Floats = matrix @ fitted.coefficients
    return utilities * certainty(fitted, matrix, starts)


def certainty(fitted: Fit, matrix: sparse.csr_array, starts: Integers) -> Floats:
    """The factor (nominees,), 0 to 1, by which not knowing the coefficients draws a race's utilities together."""
    race = race_of(starts)
    cells = (1.0 / np.diff(starts)[race], (race, np.arange(len(race))))
    mean = sparse.csr_array(cells, shape=(len(starts) - 1, len(race)))
    spread = mean @ matrix.power(2) - (mean @ matrix).power(2)
    factor: Floats = 1.0 / np.sqrt(1.0 + np.pi * (spread @ fitted.variances)[race] / 8.0)
    return factor


def race_of(starts: Integers) -> Integers:
    """The number of each nominee's race."""
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))


def softmax(utilities: Floats, starts: Integers) -> tuple[Floats, Floats]:
    """Probabilities and their logarithms (nats) within each race."""
    race = race_of(starts)
    shifted = utilities - np.maximum.reduceat(utilities, starts[:-1])[race]
    logs = shifted - np.log(np.add.reduceat(np.exp(shifted), starts[:-1]))[race]
    return np.exp(logs), logs
