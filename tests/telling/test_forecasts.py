"""Odds in words: what a reason says, how probabilities are printed, and charts that can be read."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest

from palmares.errors import UnusableInput
from palmares.forecasting import Reason, odds, prospects, results, season_odds
from palmares.record import Record
from palmares.telling import check_charts, odds_lines, odds_wire, season_svg, upset_lines, upset_wire, upsets_svg
from palmares.telling.charts import LABEL_GAP, ends_of
from palmares.telling.forecasts import decimal, nominee_words, reason_words, signal_words

EVE = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("sag", "", "won", 1.3, True), "won SAG Awards"),
        (Reason("sag", "", "won", -0.3, False), "SAG Awards to others"),
        (Reason("golden-globes", "comedy", "named", 0.2, True), "named at Golden Globes (comedy)"),
        (Reason("bafta", "film", "won", 0.1, True), "won BAFTAs (other fields)"),
        (Reason("oscars", "", "overdue", 0.1, True), "overdue"),
        (Reason("oscars", "", "director-nominee", -0.1, False), "not up for director"),
    ],
)
def test_reasons_say_what_a_nominee_has_or_lacks(record: Record, reason: Reason, words: str) -> None:
    assert reason_words(record, reason) == words


def test_every_kind_of_signal_has_words(record: Record) -> None:
    found = {
        reason.kind for race in odds(record, 97, as_of=EVE) for chance in race.chances for reason in chance.reasons
    }

    assert found - set(signal_words()) == set()


@pytest.mark.parametrize(
    ("probability", "shown"), [(0.0, "<0.01"), (0.004, "<0.01"), (0.25, "0.25"), (0.994, "0.99"), (0.996, ">0.99")]
)
def test_no_probability_is_printed_as_a_certainty(probability: float, shown: str) -> None:
    assert decimal(probability) == shown


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("actress", "Demi Moore, “The Substance”"),
        ("picture", "“Anora”"),
        ("international-feature", "France, “Emilia Pérez”"),
        ("original-song", "“El Mal”, “Emilia Pérez”"),
    ],
)
def test_nominees_are_told_with_their_film(record: Record, category: str, words: str) -> None:
    (race,) = odds(record, 97, category=category, as_of=EVE)

    assert words in [nominee_words(record, chance.nominee) for chance in race.chances]


def test_no_line_of_odds_has_white_space_at_its_end(record: Record) -> None:
    lines = [*odds_lines(record, prospects(record, "oscars/97", as_of=EVE))]
    upset = [*upset_lines(record, results(record, first=2024, last=2024), limit=5)]

    assert [line for line in (*lines, *upset) if line != line.rstrip()] == []


def test_json_of_odds_and_upsets_is_json(record: Record) -> None:
    found = odds_wire(record, prospects(record, "oscars/97", as_of=EVE))
    surprising = upset_wire(results(record, first=2024, last=2024), limit=5)

    assert json.loads(json.dumps([found, surprising], allow_nan=False)) == [found, surprising]


def test_odds_as_of_a_day_tell_nothing_of_later_days(record: Record) -> None:
    words = "\n".join(
        odds_lines(record, prospects(record, "oscars/97", category="actress", as_of=dt.date(2025, 1, 24)))
    )

    assert "SAG Awards" not in words.replace("named at SAG Awards", "")


def test_races_without_an_event_have_no_movement(record: Record) -> None:
    lines = [*odds_lines(record, prospects(record, "oscars/97", category="actress", as_of=dt.date(2025, 1, 24)))]

    assert "move" not in "\n".join(lines)


def test_a_season_chart_stops_at_its_day(record: Record) -> None:
    found = prospects(record, "oscars/97", category="actress", as_of=dt.date(2025, 2, 10))

    svg = season_svg(record, found, season_odds(record, found))

    assert ("Critics Choice Awards" in svg, "BAFTAs" in svg) == (True, False)


def test_names_at_the_ends_of_lines_do_not_overlap() -> None:
    chances = {"a": 0.9, "b": 0.04, "c": 0.03, "d": 0.02, "e": 0.01}

    heights = [end["height"] for end in ends_of(chances, {id: id for id in chances}, EVE)]

    assert all(high - low >= LABEL_GAP - 1e-9 for high, low in pairwise(heights))
    assert 0 <= heights[-1] <= heights[0] <= 1


def test_a_chart_of_upsets_names_winner_and_favourite(record: Record) -> None:
    svg = upsets_svg(record, results(record, first=2024, last=2024), limit=3)

    assert "Brazil, not France" in svg


def test_a_season_without_upsets_has_a_chart_all_the_same(record: Record) -> None:
    found = [each for each in results(record, first=2024, last=2024) if not each.is_upset]

    assert upsets_svg(record, found, limit=3).startswith("<svg")


def test_a_chart_must_be_svg() -> None:
    with pytest.raises(UnusableInput) as caught:
        check_charts(Path("chart.png"))

    assert caught.value.source == "--chart chart.png"


def test_a_winner_thought_impossible_still_is_json(record: Record) -> None:
    (first, *_) = results(record, first=2024, last=2024)
    impossible = dataclasses.replace(first, probability=0.0, surprise_bits=math.inf)

    wire = upset_wire([impossible], limit=1)

    assert wire["upsets"][0]["surprise_bits"] is None
    assert json.dumps(wire, allow_nan=False)
