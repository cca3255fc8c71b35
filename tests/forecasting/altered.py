"""Copies of the record with rows altered, for the laws on what may and may not move a forecast."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from palmares.record import Record, open_record


def altered(record: Record, path: Path, statements: Sequence[str]) -> Record:
    """A copy of the record at `path` on which SQL statements were run."""
    with closing(sqlite3.connect(path)) as copy, closing(sqlite3.connect(record.path)) as original:
        original.backup(copy)
        for statement in statements:
            copy.execute(statement)
        copy.commit()
    return open_record(path)
