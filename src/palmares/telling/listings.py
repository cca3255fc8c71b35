"""What searches and questions in SQL come to, and what is wrong with the record: as tables of text and as JSON.

The thing a newcomer gets wrong: a song has no id of its own, so `record show` takes its title.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from palmares.claims import Json
from palmares.record import Answer, Cell, Exported, Match, Matches, Problem
from palmares.telling.columns import table_lines
from palmares.telling.english import plural


def match_lines(matches: Matches) -> Iterator[str]:
    """What a search found, as a table."""
    rows = [("name", "what", "films of", "nominations", "show"), *(entry_cells(entry) for entry in matches.entries)]
    yield from table_lines(rows, right=(False, False, False, True))
    if matches.total > len(matches.entries):
        yield ""
        yield f"{len(matches.entries)} of {matches.total:,}; --limit shows more."


def entry_cells(entry: Match) -> tuple[str, ...]:
    """One line of what a search found; the last cell is what `record show` takes."""
    kind = "song" if entry.kind == "work" else entry.kind
    shown = entry.label if entry.kind == "work" else entry.id
    return entry.label, kind, seasons(entry.first_season, entry.last_season), f"{entry.nominations:,}", shown


def seasons(first: int | None, last: int | None) -> str:
    """`2024`, `1998-2024`, or nothing where there is none."""
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first}-{last}"


def match_wire(matches: Matches) -> dict[str, Json]:
    """What a search found, as plain values for a JSON encoder."""
    entries: list[Json] = [
        {
            "kind": "song" if entry.kind == "work" else entry.kind, "id": None if entry.kind == "work" else entry.id,
            "film_id": entry.id if entry.kind in ("film", "work") else None, "name": entry.label,
            "nominations": entry.nominations, "first_season": entry.first_season, "last_season": entry.last_season,
        }
        for entry in matches.entries
    ]  # fmt: skip
    return {"total": matches.total, "matches": entries}


def answer_lines(answer: Answer) -> Iterator[str]:
    """The answer to a question in SQL, as a table with the number of its rows."""
    numeric = [
        all(isinstance(row[place], int | float | None) for row in answer.rows) for place in range(len(answer.columns))
    ]
    rows = [answer.columns, *([cell_words(cell) for cell in row] for row in answer.rows)]
    yield from table_lines(rows, widest=None, right=numeric)
    yield ""
    count = len(answer.rows)
    yield cut_words(answer) if answer.is_cut else f"{count:,} {plural(count, 'row', 'rows')}."


def cut_words(answer: Answer) -> str:
    """What is said of an answer that has more rows than were asked for."""
    return f"Only the first {len(answer.rows):,} rows; there are more. --limit sets how many."


def cell_words(cell: Cell) -> str:
    """A cell of an answer as it is printed."""
    if cell is None:
        return ""
    return f"<{len(cell):,} bytes>" if isinstance(cell, bytes) else str(cell)


def answer_wire(answer: Answer) -> list[Json]:
    """The answer to a question in SQL as a list of row objects; bytes are in hexadecimal."""
    return [{column: cell_wire(cell) for column, cell in zip(answer.columns, row, strict=True)} for row in answer.rows]


def cell_wire(cell: Cell) -> Json:
    """A cell of an answer; a number too large for JSON is written as text."""
    if isinstance(cell, bytes):
        return cell.hex()
    return str(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """What the checks of the record found, a line each, and how much that is."""
    if problems:
        yield from table_lines(
            [("check", "where", "what"), *((one.check, one.where, one.what) for one in problems)], widest=None
        )
        yield ""
    yield f"{len(problems) or 'No'} {plural(len(problems), 'problem', 'problems')}."


def problem_wire(problems: Sequence[Problem]) -> list[Json]:
    """What the checks of the record found, as plain values."""
    return [{"check": one.check, "where": one.where, "what": one.what} for one in problems]


def exported_lines(exported: Exported) -> Iterator[str]:
    """The tables and files that were written."""
    rows = [("table", "rows"), *((table, f"{count:,}") for table, count in exported.rows.items())]
    yield from table_lines(rows, right=(False, True))
    yield ""
    yield from (str(path) for path in exported.files)
