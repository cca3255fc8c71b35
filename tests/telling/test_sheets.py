"""What `record show` says: before a night nobody has won, and JSON holds what text holds."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from palmares.record import Record, show
from palmares.telling import sheet_lines, sheet_wire

EVE, DAY_AFTER = dt.date(2025, 3, 1), dt.date(2025, 3, 3)
NAMES = ("Anora", "Mikey Madison", "Shallow", "oscars", "picture", "oscars/97", "oscars/97/actress")


def text(record: Record, name: str, as_of: dt.date) -> str:
    return "\n".join(sheet_lines(record, show(record, name), as_of=as_of))


def outcomes(record: Record, as_of: dt.date) -> list[object]:
    race = sheet_wire(record, show(record, "oscars/97/actress"), as_of=as_of)
    return [row["won"] for row in race["nominations"]]


def test_on_the_eve_a_race_has_neither_winner_nor_losers(record: Record) -> None:
    assert outcomes(record, EVE) == [None] * 5
    assert outcomes(record, DAY_AFTER) == [True, False, False, False, False]


def test_on_the_eve_text_tells_of_nominations_only(record: Record) -> None:
    eve, after = text(record, "oscars/97/actress", EVE), text(record, "oscars/97/actress", DAY_AFTER)

    assert ("5 nominations, 0 wins" in eve, "won " in eve) == (True, False)
    assert ("5 nominations, 1 win" in after, "won " in after) == (True, True)


def test_on_the_eve_an_edition_names_no_winners(record: Record) -> None:
    assert "“Anora”" not in text(record, "oscars/97", EVE)
    assert "“Anora”" in text(record, "oscars/97", DAY_AFTER)


def test_a_tie_is_told_as_one(record: Record) -> None:
    lines = text(record, "oscars/41/actress", DAY_AFTER).splitlines()

    assert [line.split("  ")[0] for line in lines if line.startswith("won")] == ["won, tied", "won, tied"]


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_is_json_and_says_what_it_is_of(record: Record, name: str) -> None:
    wire = sheet_wire(record, show(record, name), as_of=DAY_AFTER)

    assert json.loads(json.dumps(wire, allow_nan=False)) == wire
    assert wire["kind"] in {"film", "person", "song", "award", "category", "edition", "race"}


@pytest.mark.parametrize("name", NAMES)
def test_no_line_has_white_space_at_its_end(record: Record, name: str) -> None:
    lines = text(record, name, DAY_AFTER).split("\n")

    assert lines == [line.rstrip() for line in lines]
    assert lines[-1]
