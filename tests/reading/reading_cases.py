"""The case files of reading: tables in Markdown of a sentence, the claim read from it and the verdict on that claim.

Only files with a table headed `sentence | claim | verdict` are taken. What a newcomer gets wrong: a cell with several
sentences is one document, and a row is about one claim only, the one whose span stands in brackets.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases"
HEADER = ["sentence", "claim", "verdict"]
DAY = re.compile(r"As of (\d{4}-\d{2}-\d{2})\.")
GAP = "known gap"
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Case:
    """One row: the text without its brackets, the span they mark, the claim and verdict, or that none may be read."""

    place: str
    as_of: dt.date
    text: str
    span: tuple[int, int] | None
    claim: str | None
    verdict: str | None
    is_gap: bool

    def __str__(self) -> str:
        return self.place


def cells(line: str) -> list[str]:
    """The cells of a table's line; a bar with a backslash before it belongs to the cell."""
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def cases_in(path: Path) -> Iterator[Case]:
    """The cases of one file, in order."""
    as_of, in_table = None, False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if found := DAY.search(line):
            as_of = dt.date.fromisoformat(found[1])
        if not line.startswith("|"):
            in_table = False
        elif cells(line) == HEADER:
            in_table = True
        elif in_table and not line.startswith("|-"):
            assert as_of is not None, f"{path.name}:{number}: no day is given"
            yield case(f"{path.stem}:{number}", as_of, cells(line))


def case(place: str, as_of: dt.date, row: list[str]) -> Case:
    """A case from its cells."""
    marked, claim, verdict = row
    is_gap = verdict.endswith(GAP)
    verdict = verdict.removesuffix(GAP).rstrip(", ")
    start, end = marked.find("["), marked.find("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    if claim == NOTHING:
        return Case(place, as_of, text, None, None, None, is_gap)
    assert start >= 0, f"{place}: no span is marked"
    return Case(place, as_of, text, (start, end), claim, verdict, is_gap)


CASES = tuple(case for path in sorted(FOLDER.glob("*.md")) for case in cases_in(path))
"""Every case of every family of sentences."""
