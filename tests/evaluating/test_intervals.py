"""The bootstrap: seeded, over documents, and with nothing to say where nothing was counted."""

from __future__ import annotations

from palmares.evaluating import Rate
from palmares.evaluating.intervals import interval, rate_of

VARIED = [(1, 2), (3, 3), (0, 1), (2, 2), (1, 4), (5, 5)]


def test_a_rate_over_nothing_has_no_value() -> None:
    assert rate_of([]) == Rate(0, 0, None, None, None)


def test_the_interval_of_a_rate_that_never_varies_is_a_point() -> None:
    assert rate_of([(2, 4)] * 9) == Rate(18, 36, 0.5, 0.5, 0.5)


def test_the_interval_is_the_same_for_the_same_seed() -> None:
    assert interval(VARIED, seed=1) == interval(VARIED, seed=1)


def test_the_interval_holds_the_rate_within_its_bounds() -> None:
    low, high = interval(VARIED, seed=97)

    assert 0.0 <= low < 12 / 17 < high <= 1.0


def test_the_interval_draws_documents_whole() -> None:
    assert interval([(10, 10), (0, 10)], seed=97) == (0.0, 1.0)
