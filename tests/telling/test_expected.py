"""What was expected, in words: figures and sources, whoever differs, and how surprising a win was."""

from __future__ import annotations

import csv
import datetime as dt
from importlib.resources import files

import pytest

from palmares.checking import judge
from palmares.claims import parse_claim
from palmares.record import OWN, Record
from palmares.telling import explain
from palmares.telling.expected import FORECASTERS

TOLD = {
    "rank(oscars/97 category actress person mikey-madison, 2025-03-01) != 1": (
        "On 1 March 2025 palmares' own model had Demi Moore first (64%) and Mikey Madison second (31%)."
        " On 1 March 2025 betting odds had Demi Moore first (60%) and Mikey Madison second (30%)."
        " A win at 31% is a surprise of 1.7 bits."
    ),
    "rank(oscars/91 category actress person glenn-close, 2019-02-23) = 1": (
        "On 23 February 2019 palmares' own model had Olivia Colman first (55%) and Glenn Close second (38%)."
        " On 21 February 2019 betting odds had Glenn Close first (79%) and Olivia Colman second (16%)."
    ),
    "rank(oscars/91 category actress person olivia-colman, 2019-02-23) != 1": (
        "On 23 February 2019 palmares' own model had Olivia Colman first (55%) and Glenn Close second (38%)."
        " On 21 February 2019 betting odds had Glenn Close first (79%) and Olivia Colman second (16%)."
    ),
    "rank(oscars/97 category animated-feature film flow-2024, 2025-02-20) = 1": (
        "On 20 February 2025 palmares' own model had “The Wild Robot” first (60%) and “Flow” second (30%)."
        " This is open to argument: the odds were close, those who gave them differed, or one alone had spoken."
    ),
    "rank(oscars/40 category actor person rod-steiger, 1968-04-09) = 1": (
        "The record holds no odds for this race, so it cannot say who was expected to win."
    ),
}


@pytest.mark.parametrize("claim", TOLD)
def test_a_verdict_on_a_favourite_gives_figures_and_sources(record: Record, claim: str) -> None:
    day = dt.date(2025, 3, 3)
    judgement = judge(record, [parse_claim(claim)], as_of=day)

    words = explain(record, judgement, as_of=day)

    assert words == TOLD[claim]


def test_every_forecaster_that_is_heard_has_words(record: Record) -> None:
    heard = {source for (source,) in record.connection.execute("SELECT DISTINCT source FROM odds")}

    assert heard == set(FORECASTERS)


def test_the_forecasters_told_of_are_those_of_the_data() -> None:
    text = files("palmares.record").joinpath("data", "forecasts.csv").read_text(encoding="utf-8")
    printed = {row["forecaster"] for row in csv.DictReader(text.splitlines())}

    assert set(FORECASTERS) <= {*printed, OWN}
