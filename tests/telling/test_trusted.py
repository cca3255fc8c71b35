"""The page of coverage: it says what the record says."""

from __future__ import annotations

from pathlib import Path

import pytest

from palmares.record import Record, info
from palmares.telling import coverage_page
from palmares.telling.trusted import runs

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "coverage.md"


def test_the_page_of_coverage_is_current(record: Record) -> None:
    assert PAGE.read_text(encoding="utf-8") == coverage_page(record), "Run `python docs/coverage.py`."


def test_every_body_has_a_section_and_every_category_a_line(record: Record) -> None:
    figures = info(record)
    sections = coverage_page(record).split("\n## ")[2:]

    told = {section.split("`")[1]: max(section.count("\n| ") - 2, 0) for section in sections}
    assert told == {body.award.id: len(body.coverage) for body in figures.bodies}


@pytest.mark.parametrize(
    ("numbers", "found"),
    [((), []), ((3,), [(3, 3)]), ((1, 2, 3), [(1, 3)]), ((9, 1, 2, 7), [(1, 2), (7, 7), (9, 9)])],
)
def test_numbers_in_a_row_are_told_as_a_run(numbers: tuple[int, ...], found: list[tuple[int, int]]) -> None:
    assert list(runs(numbers)) == found
