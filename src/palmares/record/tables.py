"""Reads the data files, and says in which file and line something is wrong.

Every field is text here; the trap is that a line is a line of the file, not a row: quoted fields may hold line breaks.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palmares.errors import InvalidData
from palmares.record.dates import last_day

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS = {
    "awards": "id name short kind first_edition_held",
    "categories": "id name groups gender parent credit competitive",
    "editions": "award edition season held venue hosts broadcaster source",
    "people": "id name imdb born died gender country aliases source",
    "films": "id title imdb season release_year directors countries languages runtime_min original_title aliases"
    " distributor_us source",
    "nominations": "id edition category wording films people detail country won place status source",
    "coverage": "award category winners_from winners_to nominees_from nominees_to winners_except nominees_except"
    " reason",
    "announcements": "award edition announced source",
    "makers": "person source",
    "ties": "award edition category kind source",
    "odds": "nomination as_of probability source",
    "forecasts": "edition category forecaster nomination nominee probability rank as_of source",
    "exceptions": "check where reason source",
}
"""The columns of each kind of data file, in order; `|` joins the members of a list."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a data file: its fields by column, and where it stands for the error that it may cause."""

    file: str
    number: int
    fields: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def optional(self, column: str) -> str | None:
        """The field, or None where it is blank."""
        return self.fields[column] or None

    def list(self, column: str) -> list[str]:
        """The members of a `|` list, in order."""
        field = self.fields[column]
        return field.split("|") if field else []

    def wrong(self, problem: str) -> InvalidData:
        """The error to raise for this line."""
        return InvalidData(self.file, self.number, problem)

    def required(self, column: str) -> str:
        """The field, which may not be blank."""
        if not self.fields[column]:
            raise self.wrong(f"{column} is blank")
        return self.fields[column]

    def integer(self, column: str) -> int:
        """The field as a number, which it must be."""
        try:
            return int(self.fields[column])
        except ValueError:
            raise self.wrong(f"{column} is {self.fields[column]!r}, not a whole number") from None

    def optional_integer(self, column: str) -> int | None:
        """The field as a number, or None where it is blank."""
        return self.integer(column) if self.fields[column] else None

    def probability(self, column: str) -> float:
        """The field as a probability, which it must be."""
        try:
            value = float(self.fields[column])
        except ValueError:
            value = -1.0
        if not 0.0 <= value <= 1.0:
            raise self.wrong(f"{column} is {self.fields[column]!r}, not a number from 0 to 1")
        return value

    def choice(self, column: str, choices: tuple[str, ...]) -> str:
        """The field, which must be one of these; an empty choice lets it be blank."""
        if self.fields[column] not in choices:
            allowed = ", ".join(choice or "blank" for choice in choices)
            raise self.wrong(f"{column} is {self.fields[column]!r}, none of {allowed}")
        return self.fields[column]

    def flag(self, column: str) -> int:
        """The field as 0 or 1, which it must be."""
        return int(self.choice(column, ("0", "1")))

    def date(self, column: str) -> str:
        """The field, a date as YYYY-MM-DD, YYYY-MM or YYYY."""
        try:
            last_day(self.fields[column])
        except ValueError:
            problem = f"{column} is {self.fields[column]!r}, not a date as YYYY, YYYY-MM or YYYY-MM-DD"
            raise self.wrong(problem) from None
        return self.fields[column]

    def optional_date(self, column: str) -> str | None:
        """The field, a date as precise as known, or None where it is blank."""
        return self.date(column) if self.fields[column] else None


def read_table(path: Path, kind: str, *, required: bool = True) -> Iterator[Line]:
    """The lines of one data file, in order.

    Args:
        kind: a key of `COLUMNS`; the file must have these columns, in this order.
        required: whether the file must exist; a file that need not and does not gives no lines.

    Raises:
        InvalidData: the file is missing, is not UTF-8, has other columns, or a line has too few or too many fields.
    """
    name = f"{path.parent.name}/{path.name}" if kind == "nominations" else path.name
    columns = COLUMNS[kind].split()
    if not path.exists():
        if required:
            raise InvalidData(name, 1, "the file is missing")
        return
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, strict=True)
        try:
            yield from read_lines(rows, name, columns)
        except (csv.Error, UnicodeDecodeError) as error:
            raise InvalidData(name, rows.line_num, f"this is not CSV in UTF-8: {error}") from None


def read_lines(rows: Reader, name: str, columns: list[str]) -> Iterator[Line]:
    """The lines of an open data file, which must begin with these columns."""
    header = next(rows, [])
    if header != columns:
        raise InvalidData(name, 1, f"the columns are {','.join(header)} and should be {','.join(columns)}")
    for row in rows:
        if len(row) != len(columns):
            raise InvalidData(name, rows.line_num, f"{len(row)} fields where {len(columns)} are needed")
        yield Line(name, rows.line_num, dict(zip(columns, row, strict=True)))
