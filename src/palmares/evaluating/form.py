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
    """A JSON object. `place` is its file, with the line where it has one of its own; `part` is where in that it is."""

    place: str
    fields: Mapping[str, object]
    part: str = ""

    def wrong(self, field: str, problem: str) -> UnusableInput:
        """The error that says what is wrong with a field."""
        name = f"{self.part}.{field}" if self.part else field
        return UnusableInput(self.place, f"{name} {problem}", REMEDY)

    def words(self, field: str, *, default: str | None = None) -> str:
        """A text; it may be absent, null or empty only where there is a default."""
        value = self.fields.get(field)
        if value is None:
            if default is None:
                raise self.wrong(field, "is not there")
            return default
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(field, "is not a text" if not isinstance(value, str) else "is empty")
        return value

    def day(self, field: str) -> dt.date:
        """A date."""
        try:
            return dt.date.fromisoformat(self.words(field))
        except ValueError:
            raise self.wrong(field, "is not a date; write it as YYYY-MM-DD") from None

    def entries(self, field: str) -> tuple[Entry, ...]:
        """A list of objects, empty where it is absent."""
        values = enumerate(self._values(field))
        return tuple(entry_of(value, self.place, f"{field}[{number}]") for number, value in values)

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts, empty where it is absent."""
        values = self._values(field)
        for number, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                raise self.wrong(f"{field}[{number}]", "is not a text of at least one word")
        return tuple(value for value in values if isinstance(value, str))

    def _values(self, field: str) -> list[object]:
        value = self.fields.get(field, [])
        if not isinstance(value, list):
            raise self.wrong(field, "is not a list")
        return value


def entry_of(value: object, place: str, part: str = "") -> Entry:
    """A JSON value as an entry.

    Raises:
        UnusableInput: it is no object.
    """
    if not isinstance(value, dict):
        raise UnusableInput(place, f"{part or 'this'} is not a JSON object", REMEDY)
    return Entry(place, value, part)


def parse_entry(text: str, place: str) -> Entry:
    """The entry that a JSON text holds.

    Raises:
        UnusableInput: it is no JSON, or no object.
    """
    try:
        return entry_of(json.loads(text), place)
    except json.JSONDecodeError as error:
        raise UnusableInput(place, f"this is not JSON ({error.msg}, character {error.pos + 1})", REMEDY) from None
    except RecursionError:
        raise UnusableInput(place, "this JSON is nested too deep", REMEDY) from None


def read_bytes(path: Path) -> bytes:
    """What a file holds.

    Raises:
        UnusableInput: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableInput(str(path), f"the file cannot be read ({error.strerror})", "Check the path") from None


def read_utf8(path: Path) -> str:
    """The text of a file, without a byte order mark.

    Raises:
        UnusableInput: it cannot be read, or is not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInput(str(path), f"the text is not UTF-8 (byte {error.start})", "Save it as UTF-8") from None
