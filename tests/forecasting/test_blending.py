"""Odds blended with prices from outside."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.errors import UnusableInput
from palmares.forecasting import Called, Odds, blended, odds
from palmares.forecasting.blending import best_pooling
from palmares.forecasting.tables import Pooling
from palmares.record import Record


@pytest.fixture(scope="module")
def race(record: Record) -> Odds:
    (found,) = odds(record, 97, category="actress", as_of=dt.date(2025, 3, 1))
    return found


def test_prices_like_the_odds_make_them_surer_in_the_same_order(race: Odds) -> None:
    found = blended(race, {chance.nominee.id: chance.probability for chance in race.chances})

    assert [chance.nominee.id for chance in found.chances] == [chance.nominee.id for chance in race.chances]
    assert race.chances[0].probability <= found.chances[0].probability < race.chances[0].probability + 0.1


def test_no_prices_of_the_race_leave_it_as_it_is(race: Odds) -> None:
    assert blended(race, {"oscars/97/picture/1": 0.5}) == race


def test_blended_odds_sum_to_one(race: Odds) -> None:
    found = blended(race, {race.chances[1].nominee.id: 0.6})

    assert sum(chance.probability for chance in found.chances) == pytest.approx(1.0)


def test_a_price_moves_the_odds_towards_it(race: Odds) -> None:
    second = race.chances[1]
    found = blended(race, {second.nominee.id: 0.9})

    assert second.probability < found.chances[0].probability < 0.9


def test_a_price_that_is_no_probability_is_refused(race: Odds) -> None:
    with pytest.raises(UnusableInput):
        blended(race, {race.chances[0].nominee.id: 40.0})


def test_without_prices_of_the_past_both_weigh_alike() -> None:
    assert best_pooling([], [], season=2010) == Pooling(0.5, 0.5)


def test_who_was_right_before_weighs_more() -> None:
    right, wrong = ({"moore": 0.8, "madison": 0.2}, {"moore": 0.3, "madison": 0.7})
    ours = [Called(season, "actress", wrong, ("moore",)) for season in range(2000, 2010)]
    theirs = [Called(season, "actress", right, ("moore",)) for season in range(2000, 2010)]
    found = best_pooling(ours, theirs, season=2010)

    assert found.theirs > 0.5 > found.ours


def test_prices_of_a_season_weigh_nothing_before_it_is_over() -> None:
    calls = [Called(2010, "actress", {"moore": 0.8, "madison": 0.2}, ("madison",))]

    assert best_pooling(calls, calls, season=2010) == Pooling(0.5, 0.5)
