"""Laws of forecasting: what sums, what must not leak, and what must not depend on order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from palmares.forecasting import Given, Odds, odds
from palmares.forecasting.model import Races, fit, predict
from palmares.record import Record
from tests.forecasting.altered import altered

EVE = dt.date(2025, 3, 1)
MIDWAY = dt.date(2025, 2, 10)
LATER = f"SELECT row FROM nomination WHERE announced > '{MIDWAY}'"


def shown(found: tuple[Odds, ...]) -> dict[str, float]:
    return {chance.nominee.id: chance.probability for race in found for chance in race.chances}


@pytest.mark.parametrize("day", [dt.date(2025, 1, 23), MIDWAY, EVE])
def test_the_probabilities_of_a_race_sum_to_one(record: Record, day: dt.date) -> None:
    found = odds(record, 97, as_of=day)

    assert [sum(chance.probability for chance in race.chances) for race in found] == pytest.approx([1.0] * len(found))


def test_rows_dated_after_the_day_change_nothing(record: Record, tmp_path: Path) -> None:
    later = altered(
        record,
        tmp_path / "later.sqlite",
        [
            f"UPDATE nomination SET won = 1 - won WHERE held > '{MIDWAY}'",
            f"UPDATE nomination SET place = NULL WHERE held > '{MIDWAY}'",
            f"DELETE FROM nomination_film WHERE nomination IN ({LATER})",
        ],
    )

    assert shown(odds(later, 97, as_of=MIDWAY)) == shown(odds(record, 97, as_of=MIDWAY))


def test_the_results_of_a_season_change_no_forecast_of_it(record: Record, tmp_path: Path) -> None:
    other = altered(
        record,
        tmp_path / "other.sqlite",
        ["UPDATE nomination SET won = 1 - won WHERE award = 'oscars' AND season >= 2024"],
    )

    assert shown(odds(other, 97, as_of=EVE)) == shown(odds(record, 97, as_of=EVE))


def test_the_results_of_the_season_before_do_change_it(record: Record, tmp_path: Path) -> None:
    other = altered(
        record,
        tmp_path / "other.sqlite",
        ["UPDATE nomination SET won = 1 - won WHERE award = 'oscars' AND season = 2023"],
    )

    assert shown(odds(other, 97, as_of=EVE)) != shown(odds(record, 97, as_of=EVE))


@pytest.mark.parametrize(
    ("prize", "category"), [("sag/actress", "actress"), ("sag/actress", "picture"), ("bafta/actress", "actress")]
)
def test_a_what_if_is_what_a_record_of_it_would_say(record: Record, tmp_path: Path, prize: str, category: str) -> None:
    award, body_category = prize.split("/")
    body = f"award = '{award}' AND category = '{body_category}'"
    whose = "SELECT nomination FROM nomination_person WHERE person = 'cynthia-erivo'"
    other = altered(
        record,
        tmp_path / "other.sqlite",
        [
            f"UPDATE nomination SET won = row IN ({whose}) WHERE {body} AND season = 2024",
        ],
    )
    supposed = odds(record, 97, category=category, as_of=EVE, given=[Given(award, body_category, "cynthia-erivo")])

    assert shown(supposed) == pytest.approx(shown(odds(other, 97, category=category, as_of=EVE)))


def test_one_race_alone_has_the_odds_it_has_among_all(record: Record) -> None:
    (alone,) = odds(record, 97, category="actress", as_of=MIDWAY)
    (among,) = (race for race in odds(record, 97, as_of=MIDWAY) if race.category == "actress")

    assert shown((alone,)) == pytest.approx(shown((among,)))


def test_asking_twice_gives_the_same_bits(record: Record, tmp_path: Path) -> None:
    first = odds(altered(record, tmp_path / "first.sqlite", []), 97, as_of=EVE)
    odds(record, 95, as_of=dt.date(2023, 3, 11))
    second = odds(record, 97, as_of=EVE)

    assert shown(first) == shown(second)


def test_reasons_add_up_to_the_log_odds(record: Record) -> None:
    (race,) = odds(record, 97, category="actress", as_of=EVE)
    logs = np.log([chance.probability for chance in race.chances])
    sums = [sum(reason.log_odds for reason in chance.reasons) for chance in race.chances]

    assert sums == pytest.approx(list(logs - logs.mean()), abs=0.1)


def some_races(seed: int) -> Races:
    random = np.random.default_rng(seed)
    starts = np.array([0, 5, 8, 13, 15])
    matrix = sparse.csr_array(random.integers(0, 2, size=(15, 6)).astype(float))
    shares = np.zeros(15)
    shares[[1, 6, 9, 10, 14]] = [1.0, 1.0, 0.5, 0.5, 1.0]
    return Races(matrix, starts, shares, np.ones(4))


@given(st.integers(0, 10_000), st.permutations(range(5)))
@settings(max_examples=25, deadline=None)
def test_permuting_the_nominees_permutes_the_odds(seed: int, order: list[int]) -> None:
    races = some_races(seed)
    rows = [*order, *range(5, 15)]
    permuted = Races(races.matrix[rows], races.starts, races.shares[rows], races.weights)
    deviations = np.full(6, 0.8)
    plain = predict(fit(races, deviations), races.matrix, races.starts)
    other = predict(fit(permuted, deviations), permuted.matrix, races.starts)

    assert list(other) == pytest.approx(list(plain[rows]), abs=1e-3)
