"""Prices from outside, as a user gives them: a CSV file of probabilities by nominee.

The thing a newcomer gets wrong: a nominee goes by nomination id or by category and name, and a wrong line ends the
reading, since a price left out unseen would move the others.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from palmares.errors import InvalidData, PalmaresError, UnusableInput
from palmares.forecasting.naming import everybody, target_called, winner_called
from palmares.record import NominationRow, Record

FORM = "Give the columns category, nominee and probability, or nomination and probability"


def read_prices(record: Record, path: Path, rows: Sequence[NominationRow]) -> dict[str, float]:
    """Probabilities by nomination id, from a file with `category,nominee,probability` or `nomination,probability`.

    Args:
        rows: the nominations that may be priced.

    Raises:
        UnusableInput: the file cannot be read, or lacks these columns.
        InvalidData: a line names nobody of the edition, or its probability is not one.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            columns, lines = set(reader.fieldnames or ()), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnusableInput(str(path), f"cannot be read ({error})", "Check the path and the form") from None
    if not ({"nomination", "probability"} <= columns or {"category", "nominee", "probability"} <= columns):
        raise UnusableInput(str(path), f"the columns are {', '.join(sorted(columns)) or 'missing'}", FORM)
    found = {}
    for number, line in enumerate(lines, 2):
        try:
            found[priced(record, line, rows)] = probability(line["probability"])
        except PalmaresError as error:
            raise InvalidData(str(path), number, str(error).rstrip(".")) from None
    return found


def priced(record: Record, line: Mapping[str, str | None], rows: Sequence[NominationRow]) -> str:
    """The id of the nomination that a line of prices is on."""
    if id := (line.get("nomination") or "").strip():
        if id not in {row.id for row in rows}:
            raise UnusableInput(id, "no such nomination is forecast", FORM)
        return id
    category = target_called(record, line.get("category") or "")
    race = [row for row in rows if row.category == category]
    winner = winner_called(record, (line.get("nominee") or "").strip(), race)
    ids = [row.id for row in race if winner in {each.id for each in everybody(row)}]
    if len(ids) > 1:
        raise UnusableInput(str(line.get("nominee")), f"this may be {' or '.join(ids)}", "Give the nomination")
    return ids[0]


def probability(written: str | None) -> float:
    """A number from 0 to 1."""
    try:
        value = float(written or "")
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise UnusableInput(repr(written), "this is not a probability", "Give a number from 0 to 1")
    return value
