"""The date an article bears near its top, as `March 3, 2025`, `3 March 2025` or `2025-03-03`.

The thing a newcomer gets wrong: a date inside a sentence is a fact the article states, not the day it was written. Only
a line that is little more than a date, or the dateline before a dash that opens a paragraph, counts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

TOP_LINES = 12
DATELINE_CHARACTERS = 80
OTHER_WORDS = 9
"""A line of a date and at most so many other words ("By Ann Lee, Prairie Courier, updated …") is a byline."""

DASH = re.compile(r"\s+[-–—―]{1,2}\s+|\s?—\s?")


def month_numbers() -> dict[str, int]:
    """Every spelling of a month in the table, in small letters, with its number."""
    lines = Path(__file__).with_name("months.csv").read_text("utf-8").splitlines()[1:]
    return {name: int(number) for number, *names in (line.split(",") for line in lines) for name in names if name}


MONTHS = month_numbers()
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATES = (
    re.compile(
        rf"\b(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)


def find_date(text: str) -> dt.date | None:
    """The day the first lines give for the article, or None."""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:TOP_LINES]
    return next((day for line in lines for day in dates_of_line(line)), None)


def dates_of_line(line: str) -> Iterator[dt.date]:
    """The dates of a byline or of the dateline that opens a paragraph."""
    dash = DASH.search(line, 0, DATELINE_CHARACTERS)
    head = line[: dash.start()] if dash else ""
    for part in (line, head):
        for day, rest in written_dates(part):
            words = rest.split()
            if len(words) <= OTHER_WORDS and not rest.rstrip().endswith((".", "?", "!", ".”", '."')):
                yield day


def written_dates(text: str) -> Iterator[tuple[dt.date, str]]:
    """Each date written in full, with the text that remains without it."""
    for pattern in DATES:
        for match in pattern.finditer(text):
            day = date_of(match["year"], match["month"], match["day"])
            if day is not None:
                yield day, text[: match.start()] + text[match.end() :]


def date_of(year: str, month: str, day: str) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    number = MONTHS.get(month.lower()) or int(month)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None
