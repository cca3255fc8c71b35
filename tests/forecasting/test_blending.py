"""Odds blended with prices from outside."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.errors import UnusableInput
from palmares.forecasting import Odds, blended, odds
from palmares.record import Record


@pytest.fixture(scope="module")
def race(record: Record) -> Odds:
    (found,) = odds(record, 97, category="actress", as_of=dt.date(2025, 3, 1))
    return found


def test_prices_like_the_odds_leave_them(race: Odds) -> None:
    prices = {chance.nominee.id: chance.probability for chance in race.chances}

    assert [chance.probability for chance in blended(race, prices).chances] == pytest.approx(
        [chance.probability for chance in race.chances]
    )


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
