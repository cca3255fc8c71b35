"""The tables of claims under `cases/claims`, read once for the tests that use them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases" / "claims"
TRUTHS = {"true": True, "false": False, "unknown": None}
BARS = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a table: a claim in canonical text, the day it is judged on, its truth, and where it stands."""

    claim: str
    as_of: dt.date
    truth: bool | None
    place: str


def cases() -> Iterator[Case]:
    """Every line of every table."""
    for path in sorted(FOLDER.glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            cells = [cell.strip().replace(r"\|", "|") for cell in BARS.split(line)[1:-1]]
            if len(cells) == 3 and cells[2] in TRUTHS:
                yield Case(cells[0], dt.date.fromisoformat(cells[1]), TRUTHS[cells[2]], f"{path.stem}:{number}")


CASES = tuple(cases())
