"""Dates as the record holds them: YYYY-MM-DD, YYYY-MM or YYYY, as precise as they are known.

Where sources differ, two of them stand with a stroke between, the earliest and the latest: 1909/1919. The trap: such a
date is a stretch of days, so that comparing needs its first or its last day.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def last_day(date: str) -> dt.date:
    """The last day that a date of any precision may mean.

    Raises:
        ValueError: `date` is none of YYYY, YYYY-MM, YYYY-MM-DD, no two of them, or no day of the calendar.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    match = DATE.fullmatch(date.rpartition("/")[2])
    if not match:
        raise ValueError(date)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the pattern asks for it
    month = 12 if month is None else month
    if not 1 <= month <= 12:
        raise ValueError(date)
    return dt.date(year, month, day if day is not None else monthrange(year, month)[1])


def first_day(date: str) -> dt.date:
    """The first day that a date of any precision may mean; raises ValueError as `last_day` does."""
    last_day(date)
    date = date.partition("/")[0]
    last_day(date)
    return dt.date.fromisoformat(f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10])
