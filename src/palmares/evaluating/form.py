"""The objects of a label file, each field asked for by the kind of value that it must have.

The thing a newcomer gets wrong: a complaint names file, line and field, and never the words of a text, since those of a
sealed folder are not to be seen.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from palmares.errors import UnusableInput

REMEDY = "The form of labels is in docs/benchmark.md"


@dataclass(frozen=True, slots=True)
class Entry:
    """A JSON object with its `place`, as complaints name it: a file, or a file and a line. `part` is where in it."""

    place: str
    fields: Mapping[str, object]
    part: str = ""

    def wrong(self, field: str, problem: str) -> UnusableInput:
        """The error that says what is wrong with a field."""
        return UnusableInput(self.place, f"{self.part}{field} {problem}", REMEDY)

    def words(self, field: str, *, default: str | None = None) -> str:
        """A text; it may be absent, or null, where there is a default, and only then be empty."""
        value = self.fields.get(field)
        if value is None and default is not None:
            return default
        if value is None:
            raise self.wrong(field, "is not there")
        if not isinstance(value, str) or not (value.strip() or default is not None):
            raise self.wrong(field, "is not a text of at least one word")
        return value

    def day(self, field: str) -> dt.date:
        """A date."""
        try:
            return dt.date.fromisoformat(self.words(field))
        except ValueError:
            raise self.wrong(field, "is not a date; write it as YYYY-MM-DD") from None

    def list(self, field: str, *, is_needed: bool = False) -> list[object]:
        """A list, empty where it is absent and not needed."""
        value = self.fields.get(field, None if is_needed else [])
        if not isinstance(value, list):
            raise self.wrong(field, "is not there" if value is None else "is not a list")
        return value

    def entries(self, field: str, *, is_needed: bool = False) -> list[Entry]:
        """A list of objects."""
        values = self.list(field, is_needed=is_needed)
        return [
            entry_of(value, self.place, f"{self.part}{field}[{place}]", self.part and f"{self.part}")
            for place, value in enumerate(values)
        ]
