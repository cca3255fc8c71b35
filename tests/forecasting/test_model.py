"""The fit: shrinkage, ties, and widening by what is not known."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from palmares.forecasting.model import Fit, Races, fit, predict

ONE_FAVOURITE = sparse.csr_array(np.array([[1.0], [0.0]]))
STARTS = np.array([0, 2])


def repeated(times: int, shares: tuple[float, float]) -> Races:
    matrix = sparse.csr_array(np.tile([[1.0], [0.0]], (times, 1)))
    return Races(matrix, np.arange(0, 2 * times + 1, 2), np.tile(shares, times), np.ones(times))


def test_the_fit_is_where_evidence_and_prior_balance() -> None:
    found = fit(repeated(10, (1.0, 0.0)), np.array([1.0])).coefficients[0]

    assert found == pytest.approx(10 / (1 + np.exp(found)), abs=1e-3)


def test_a_race_tied_by_all_says_nothing() -> None:
    assert fit(repeated(10, (0.5, 0.5)), np.array([1.0])).coefficients[0] == pytest.approx(0.0)


def test_a_race_without_weight_says_nothing() -> None:
    races = repeated(1, (1.0, 0.0))

    assert fit(Races(races.matrix, races.starts, races.shares, np.zeros(1)), np.array([1.0])).coefficients[0] == 0.0


def test_what_no_race_speaks_of_keeps_its_prior() -> None:
    races = Races(sparse.csr_array((2, 1)), STARTS, np.array([1.0, 0.0]), np.ones(1))
    found = fit(races, np.array([0.7]))

    assert (found.coefficients[0], found.variances[0]) == (0.0, pytest.approx(0.49))


def test_an_unsure_coefficient_makes_unsure_odds() -> None:
    sure, unsure = (predict(Fit(np.array([2.0]), np.array([v])), ONE_FAVOURITE, STARTS)[0] for v in (0.0, 4.0))

    assert 0.5 < unsure < sure


def test_what_all_nominees_share_makes_nobody_unsure() -> None:
    both = sparse.csr_array(np.array([[1.0, 1.0], [0.0, 1.0]]))
    found = [predict(Fit(np.array([2.0, 0.0]), np.array([1.0, v])), both, STARTS)[0] for v in (0.0, 9.0)]

    assert found[0] == pytest.approx(found[1])
