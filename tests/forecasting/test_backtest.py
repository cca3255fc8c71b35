"""The backtest: scores, resuming, comparisons, and the figures that the model must keep to."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from palmares.errors import UnknownName
from palmares.forecasting import Backtest, Called, backtest
from palmares.forecasting.backtest import best_sharpness, sharpened
from palmares.forecasting.scores import calibration_error, intervals, reliability, score
from palmares.record import Record

TOP = ("picture", "director", "actor", "actress", "supporting-actor", "supporting-actress")
WRITING = ("original-screenplay", "adapted-screenplay")
SURE = Called(1, "a", {"x": 0.9, "y": 0.1}, ("x",))
WRONG = Called(2, "a", {"x": 0.7, "y": 0.3}, ("y",))


@pytest.fixture(scope="module")
def run(record: Record) -> Backtest:
    return backtest(record, first=2005, last=2025)


def test_the_model_reaches_its_figures(run: Backtest) -> None:
    least = (0.74, -0.70, -0.40, -0.05)
    reached = (run.overall.accuracy, *(-(figure or 0) for figure in astuple(run.overall)[2:]))

    assert [figure for figure, wanted in zip(reached, least, strict=True) if figure < wanted] == []


def test_the_top_eight_are_called_right_four_times_in_five(run: Backtest) -> None:
    assert score([call for call in run.calls if call.category in TOP + WRITING]).accuracy >= 0.80


def test_the_model_beats_every_baseline(run: Backtest) -> None:
    losses = [(part.ours, part.theirs) for part in run.baselines]

    assert all(ours and theirs and ours.log_loss < theirs.log_loss for ours, theirs in losses)  # type: ignore[operator]


def test_a_comparison_is_on_the_same_races(run: Backtest) -> None:
    parts = [part for part in run.forecasters if part.theirs and part.ours]

    assert [part.theirs.races for part in parts if part.theirs] == [part.ours.races for part in parts if part.ours]


def test_categories_and_seasons_hold_every_race_once(run: Backtest) -> None:
    by_category = sum(part.races for part in run.categories.values())
    by_season = sum(part.races for part in run.seasons.values())

    assert (by_category, by_season) == (run.overall.races, run.overall.races)


def test_an_interrupted_run_goes_on(record: Record, tmp_path: Path) -> None:
    whole = backtest(record, first=2022, last=2024, folder=tmp_path)
    sorted(tmp_path.iterdir())[-1].unlink()
    done: list[tuple[int, int]] = []
    again = backtest(record, first=2022, last=2024, folder=tmp_path, progress=lambda *step: done.append(step))

    assert (again, done) == (whole, [(1, 3), (2, 3), (3, 3)])


def test_later_stages_know_more(record: Record) -> None:
    losses = [
        backtest(record, first=2015, last=2024, stage=stage).overall.log_loss
        for stage in ("nominations", "after-guilds", "eve")
    ]

    assert losses == sorted(losses, reverse=True)  # type: ignore[type-var]


@pytest.mark.parametrize("wrong", [{"stage": "noon"}, {"category": "nothing"}, {"first": 2090, "last": 2091}])
def test_an_unknown_stage_category_or_season_is_refused(record: Record, wrong: dict[str, object]) -> None:
    with pytest.raises(UnknownName):
        backtest(record, **{"first": 2024, "last": 2024, **wrong})  # type: ignore[arg-type]


def test_level_favourites_share_a_hit() -> None:
    assert Called(1, "a", {"x": 0.4, "y": 0.4, "z": 0.2}, ("y",)).accuracy == 0.5


def test_a_tie_is_scored_as_half_a_win_each() -> None:
    assert Called(1, "a", {"x": 0.5, "y": 0.5}, ("x", "y")).brier == 0.0


def test_calibration_error_is_how_far_favourites_miss() -> None:
    assert calibration_error([SURE, WRONG]) == pytest.approx((0.1 + 0.7) / 2)


def test_reliability_bins_hold_every_nominee() -> None:
    assert sum(part.nominees for part in reliability([SURE, WRONG])) == 4


def test_intervals_hold_the_mean() -> None:
    low, high = intervals([SURE, WRONG] * 5)["accuracy"]

    assert low <= 0.5 <= high


def test_sharpness_is_chosen_on_the_past_alone() -> None:
    past = [SURE] * 5

    assert best_sharpness([*past, *[WRONG] * 50], season=2) == best_sharpness(past, season=2)


def test_sharpening_keeps_the_order_and_the_sum() -> None:
    found = sharpened(WRONG, 1.5).probabilities

    assert (sum(found.values()), max(found, key=lambda id: found[id])) == (pytest.approx(1.0), "x")
