"""Surprise, and the odds written for the record."""

from __future__ import annotations

import csv
import datetime as dt
import math
from pathlib import Path

import pytest

from palmares.errors import UnknownName
from palmares.forecasting import (
    Result,
    by_predictability,
    coefficients,
    odds,
    results,
    surest_losers,
    surprise_bits,
    upsets,
    write_odds,
)
from palmares.record import Record


@pytest.fixture(scope="module")
def found(record: Record) -> tuple[Result, ...]:
    return results(record, first=2022, last=2025)


@pytest.mark.parametrize(
    ("odds", "bits"), [({"x": 1.0}, 0.0), ({"x": 0.5, "y": 0.5}, 1.0), ({"x": 0.0, "y": 1.0}, math.inf)]
)
def test_surprise_is_information_in_bits(odds: dict[str, float], bits: float) -> None:
    assert surprise_bits(odds, "x") == bits


def test_nobody_outside_the_race_can_surprise() -> None:
    with pytest.raises(UnknownName):
        surprise_bits({"x": 1.0}, "y")


def test_the_greatest_surprise_comes_first(found: tuple[Result, ...]) -> None:
    bits = [each.surprise_bits for each in found]

    assert bits == sorted(bits, reverse=True)


def test_an_upset_is_a_frontrunner_beaten(found: tuple[Result, ...]) -> None:
    assert all(each.favourite_probability > each.probability for each in upsets(found))


def test_the_surest_loser_comes_first(found: tuple[Result, ...]) -> None:
    sure = [each.favourite_probability for each in surest_losers(found)]

    assert sure == sorted(sure, reverse=True)


def test_seasons_hold_all_results(found: tuple[Result, ...]) -> None:
    assert sum(season.races for season in by_predictability(found)) == len(found)


def test_the_actress_of_the_seed_story_beat_the_frontrunner(found: tuple[Result, ...]) -> None:
    (race,) = (each for each in found if each.season == 2024 and each.category == "actress")

    assert (race.winner.people[0].id, race.favourite.people[0].id) == ("mikey-madison", "demi-moore")


def test_written_odds_are_those_of_their_day(record: Record, tmp_path: Path) -> None:
    write_odds(record, tmp_path / "odds.csv", first=2024, last=2024)
    with (tmp_path / "odds.csv").open(encoding="utf-8") as stream:
        lines = [line for line in csv.DictReader(stream) if line["as_of"] == "2025-02-16"]
    wanted = odds(record, 97, as_of=dt.date(2025, 2, 16))

    assert {line["nomination"]: float(line["probability"]) for line in lines} == pytest.approx(
        {chance.nominee.id: chance.probability for race in wanted for chance in race.chances}, abs=5e-5
    )


def test_the_odds_of_the_record_are_those_of_the_model(record: Record, tmp_path: Path) -> None:
    write_odds(record, tmp_path / "odds.csv", first=2023, last=2024)
    with (tmp_path / "odds.csv").open(encoding="utf-8") as stream:
        wanted = {(line["nomination"], line["as_of"]): float(line["probability"]) for line in csv.DictReader(stream)}
    rows = record.connection.execute(
        "SELECT id, as_of, probability FROM odds JOIN nomination ON nomination = row"
        " WHERE season IN (2023, 2024) AND odds.source = 'palmares'"
    )

    assert {(id, as_of): chance for id, as_of, chance in rows} == pytest.approx(wanted, abs=2e-4)


def test_no_odds_are_dated_on_the_night_or_later(record: Record) -> None:
    late = record.connection.execute(
        "SELECT count(*) FROM odds JOIN nomination ON nomination = row WHERE as_of >= held"
    ).fetchone()

    assert late == (0,)


def test_the_record_holds_odds_that_sum_to_one(record: Record) -> None:
    wrong = record.connection.execute(
        "SELECT count(*) FROM (SELECT sum(probability) AS total FROM odds JOIN nomination ON nomination = row"
        " WHERE odds.source = 'palmares' GROUP BY award, edition, category, as_of) WHERE abs(total - 1) > 0.001"
    ).fetchone()

    assert wrong == (0,)


def test_the_coefficients_of_a_season_can_be_looked_at(record: Record) -> None:
    first = coefficients(record, 2024)[0]

    assert (first.level, first.key[1], first.value > 0, first.deviation < first.prior_deviation) == (
        "role", "won", True, True,
    )  # fmt: skip
