"""What others printed as rows of odds: which are heard, from which day, and how pages of one day are joined."""

from __future__ import annotations

import pytest

from palmares.errors import InvalidData
from palmares.record.published import published_rows
from palmares.record.tables import COLUMNS, Line

NOMINATIONS = {f"oscars/97/actress/{number}": Line("nominations.csv", number, {}) for number in (1, 2)}
EDITIONS = {"oscars/97": Line("editions.csv", 1, {"held": "2025-03-02"})}


def printed(forecaster: str, number: int | str, probability: str, rank: str, as_of: str) -> Line:
    """A line on a nominee of one race; a blank number is somebody who was not nominated."""
    nomination = f"oscars/97/actress/{number}" if number else ""
    fields = ("97", "actress", forecaster, nomination, "Somebody", probability, rank, as_of, "page:a.com")
    return Line("forecasts.csv", 2, dict(zip(COLUMNS["forecasts"].split(), fields, strict=True)))


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([printed("a", 2, "0.5", "1", "2025-02-11")], [[2, "2025-02-11", 0.5, 1, "a"]]),
        ([printed("a", 2, "", "1", "2025-02-11")], [[2, "2025-02-11", None, 1, "a"]]),
        ([printed("a", 2, "0.5", "", "2025-02-11")], [[2, "2025-02-11", 0.5, None, "a"]]),
        ([printed("a", 2, "0.5", "1", "2025-02")], [[2, "2025-02-28", 0.5, 1, "a"]]),
        ([printed("a", 2, "0.5", "1", "2025-03")], [[2, "2025-03-01", 0.5, 1, "a"]]),
        ([printed("a", 2, "0.5", "1", "2025-03-02")], [[2, "2025-03-01", 0.5, 1, "a"]]),
        (
            [printed("a", 1, "0.5", "2", "2025-02-11"), printed("a", 1, "0.25", "3", "2025-02-11")],
            [[1, "2025-02-11", 0.375, 2, "a"]],
        ),
        ([printed("a", "", "0.5", "1", "2025-02-11")], []),
    ],
)
def test_a_printed_forecast_is_a_row_from_its_last_possible_day_before_the_night(
    lines: list[Line], rows: list[list[object]]
) -> None:
    assert list(published_rows(lines, NOMINATIONS, EDITIONS)) == rows


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (printed("a", 3, "0.5", "1", "2025-02-11"), "nomination names 'oscars/97/actress/3', which no line defines"),
        (printed("a", 2, "", "", "2025-02-11"), "there is neither a probability nor a rank"),
        (printed("a", 2, "1.5", "1", "2025-02-11"), "probability is '1.5', not a number from 0 to 1"),
    ],
)
def test_a_printed_forecast_that_cannot_be_used_is_an_error_with_its_line(line: Line, problem: str) -> None:
    with pytest.raises(InvalidData) as raised:
        list(published_rows([line], NOMINATIONS, EDITIONS))

    assert (raised.value.file, raised.value.line, raised.value.problem) == ("forecasts.csv", 2, problem)
