"""A record seen through a filter: the same file with some rows hidden, made of temporary views over its tables."""

from __future__ import annotations

import sqlite3

from palmares.record import Record


def shadowed(record: Record, views: dict[str, str]) -> Record:
    """The record with each table named showing only what its SELECT says; `main.` reaches the whole table."""
    connection = sqlite3.connect(f"{record.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    for table, select in views.items():
        connection.execute(f"CREATE TEMP VIEW {table} AS {select}")
    return Record(record.path, connection)


def with_rows(record: Record, rows: list[int]) -> Record:
    """The record with these nominations alone."""
    listed = ", ".join(map(str, rows)) or "NULL"
    return shadowed(record, {"nomination": f"SELECT * FROM main.nomination WHERE row IN ({listed})"})
