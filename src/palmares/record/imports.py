"""Reads a file of nominations that is to go into a journal: the columns of an export, or those of the data files.

The trap: an export holds columns that follow from others, as the day an edition was held; they are passed over, and a
row that says nothing new changes nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from palmares.errors import ChangesRefused, UnusableInput
from palmares.record.additions import Addition, draft_completeness, draft_nomination
from palmares.record.drafting import Drafting

COLUMNS = {
    "id": "id", "award": "award", "award_id": "award", "edition": "edition", "season": "season",
    "category": "category", "category_id": "category", "wording": "wording", "film": "films", "films": "films",
    "film_ids": "films", "person": "people", "people": "people", "people_ids": "people", "detail": "detail",
    "country": "country", "won": "won", "tied": "tied", "place": "place", "status": "status", "source": "source",
}  # fmt: skip
"""What each column of a file tells; of two that tell the same, the one with ids is believed."""

DERIVED = ("held", "counts", "confidence", "announced", "decided", "row")
"""Columns that follow from others."""

FLAGS = {"": False, "0": False, "1": True, "false": False, "true": True, "no": False, "yes": True}
MAX_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Told:
    """One row of a file: the line it ends on, and what it tells."""

    line: int
    cells: Mapping[str, str]


def draft_file(drafting: Drafting, path: Path, *, has_new_names: bool, is_complete: bool) -> int:
    """Draft all rows of a file, and return how many of them change nothing.

    Args:
        has_new_names: whether films and people that the record does not have are added.
        is_complete: whether the file holds all nominees of its races.

    Raises:
        UnusableInput: the file cannot be read.
        ChangesRefused: its columns are not those of nominations, or it is not whole.
    """
    drafting.has_new_names = has_new_names
    unchanged = 0
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for told in read_rows(path):
        drafting.place = f"{path.name}, line {told.line}: "
        cells = tuple(sorted(told.cells.items()))
        if cells in seen:
            drafting.problem(f"it says what line {seen[cells]} says")
            continue
        seen[cells] = told.line
        addition = addition_of(drafting, told)
        if addition is not None:
            unchanged += draft_nomination(drafting, addition) is False
    drafting.place = ""
    if is_complete and not drafting.problems:
        draft_completeness(drafting)
    return unchanged


def read_rows(path: Path) -> Iterator[Told]:
    """The rows of a file, each cell under what it tells."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        check_header(path.name, header)
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                problem = f"it has {len(row)} fields, and the first line names {len(header)} columns"
                raise refusal(path.name, reader.line_num, problem)
            yield Told(reader.line_num, told_by(header, row))
    except csv.Error as error:
        raise refusal(path.name, reader.line_num, f"this is not whole CSV ({error})") from None


def read_text(path: Path) -> str:
    """The text of a file; a byte-order mark is passed over."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput(str(path), f"cannot be read ({error.strerror})", "Name a CSV file") from None
    if len(data) > MAX_BYTES:
        raise UnusableInput(str(path), "it is larger than 64 MB", "Import it in parts")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal(path.name, line, "this is not text in UTF-8") from None


def check_header(name: str, header: list[str]) -> None:
    """Raise ChangesRefused unless the columns can be those of nominations."""
    known = {*COLUMNS, *DERIVED}
    problems = [f"the column {column!r} is none of {', '.join(COLUMNS)}" for column in header if column not in known]
    twice = sorted({column for column in header if header.count(column) > 1})
    problems += [f"the column {column!r} stands there twice" for column in twice]
    told = {COLUMNS[column] for column in header if column in COLUMNS}
    missing = [column for column in ("award", "category") if column not in told]
    missing += ["edition or season"] if not told & {"edition", "season"} else []
    missing += ["film or people"] if not told & {"films", "people"} else []
    problems += [f"a column is missing: {', '.join(missing)}"] if missing else []
    if not any(header):
        problems = ["the file is empty"]
    if problems:
        raise ChangesRefused(tuple(f"{name}, line 1: {problem}" for problem in problems))


def refusal(name: str, line: int, problem: str) -> ChangesRefused:
    """The error of one line."""
    return ChangesRefused((f"{name}, line {line}: {problem}",))


def told_by(header: list[str], row: list[str]) -> dict[str, str]:
    """What a row tells, columns of ids before those of names."""
    cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
    told: dict[str, str] = {}
    for column in sorted(header, key=lambda name: name.endswith(("_id", "_ids"))):
        if column in COLUMNS and (cells[column] or COLUMNS[column] not in told):
            told[COLUMNS[column]] = cells[column]
    return told


def addition_of(drafting: Drafting, told: Told) -> Addition | None:
    """What a row adds; None, with a problem, where a cell is not what its column holds."""
    cells = told.cells
    flags = {name: cells.get(name, "").lower() for name in ("won", "tied")}
    wrong = [name for name, value in flags.items() if value not in FLAGS]
    for name in wrong:
        drafting.problem(f"{name} is {cells[name]!r}, which is neither 1 nor 0")
    texts = {column for column in COLUMNS.values() if column not in ("films", "people", "won", "tied")}
    addition = Addition(
        **{name: cells.get(name, "") for name in texts},  # type: ignore[arg-type]
        films=members(cells.get("films", "")),
        people=members(cells.get("people", "")),
        won=FLAGS.get(flags["won"], False),
        is_tie=FLAGS.get(flags["tied"], False),
    )
    return None if wrong else addition


def members(cell: str) -> tuple[str, ...]:
    """The members of a list."""
    return tuple(name.strip() for name in cell.split("|") if name.strip())
