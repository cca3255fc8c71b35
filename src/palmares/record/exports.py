"""Writes the record for other programs: plain tables, a SQLite file, and three kinds of described packages.

All formats hold the same tables under the same names, stated in exports.toml. The trap: nothing is put in its place
before everything is written, so a failure leaves a folder as it was.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from palmares.errors import UnusableInput
from palmares.record.described import Table as Table
from palmares.record.described import Tables, croissant, csvw, data_package, datasette, read_tables
from palmares.record.frames import library
from palmares.record.store import DATA, Record

NOTICE = DATA / "NOTICE.md"


class ExportFormat(StrEnum):
    """What a record can be written as."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DATAPACKAGE = "datapackage"
    CSVW = "csvw"
    CROISSANT = "croissant"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: `files`, and how many `rows` each table has."""

    files: tuple[Path, ...]
    rows: Mapping[str, int]


def export(record: Record, folder: Path, format: ExportFormat, *, version: str, day: dt.date) -> Exported:  # noqa: A002
    """Write the record to a folder, which is made if need be; files of the same names are replaced.

    Every format comes with NOTICE.md, which says whose data they derive from and must stay with them.

    Args:
        version: of palmares, which packages state as their own.
        day: when the package is made, which packages state.

    Raises:
        UnusableInput: the folder cannot be written to, or for Parquet, pyarrow is not installed.
    """
    tables = read_tables(version=version, day=day)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".palmares-", dir=folder) as stage:
            rows = WRITERS[format](record, tables, Path(stage))
            shutil.copyfile(NOTICE, Path(stage) / NOTICE.name)
            files = tuple(path.replace(folder / path.name) for path in sorted(Path(stage).iterdir()))
    except (OSError, sqlite3.OperationalError) as error:
        problem = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnusableInput(str(folder), f"cannot be written ({problem})", "Choose another folder") from None
    return Exported(files, rows)


def write_csv(record: Record, tables: Tables, stage: Path) -> dict[str, int]:
    """Each table as a CSV file: a head, UTF-8, `true` and `false`, nothing where nothing is known."""
    counts = {}
    for table in tables.tables:
        rows = list(rows_of(record, table))
        with (stage / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            writer.writerows([csv_cell(cell) for cell in row] for row in rows)
        counts[table.name] = len(rows)
    return counts


def write_parquet(record: Record, tables: Tables, stage: Path) -> dict[str, int]:
    """Each table as a Parquet file, with its title and what its columns hold."""
    arrow, parquet = library("pyarrow"), library("pyarrow.parquet")
    types = {"text": arrow.string(), "integer": arrow.int64(), "flag": arrow.bool_()}
    counts = {}
    for table in tables.tables:
        rows = list(rows_of(record, table))
        fields = [
            arrow.field(column.name, types[column.kind], metadata={"description": column.description})
            for column in table.columns
        ]
        cells = zip(*rows, strict=True) if rows else ([] for _ in fields)
        arrays = [arrow.array(list(column), field.type) for column, field in zip(cells, fields, strict=True)]
        schema = arrow.schema(fields, metadata={"title": table.title})
        parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), stage / f"{table.name}.parquet")
        counts[table.name] = len(rows)
    return counts


def write_sqlite(record: Record, tables: Tables, stage: Path) -> dict[str, int]:
    """All tables in one SQLite file with keys, full-text search and the view `wins`; beside it Datasette's settings."""
    counts = {}
    with closing(sqlite3.connect(stage / "palmares.sqlite", isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN"):
            connection.execute(statement)
        for table in tables.tables:
            connection.execute(table_definition(table))
            marks = ",".join("?" * len(table.columns))
            rows = list(rows_of(record, table))
            connection.executemany(f"INSERT INTO [{table.name}] VALUES ({marks})", rows)
            counts[table.name] = len(rows)
            for statement in index_definitions(table):
                connection.execute(statement)
        connection.execute("CREATE VIEW wins AS SELECT * FROM nominations WHERE won")
        for statement in ("COMMIT", "ANALYZE", "VACUUM"):
            connection.execute(statement)
    write_json(stage / "metadata.json", datasette(tables))
    return counts


def table_definition(table: Table) -> str:
    """The statement that creates a table."""
    affinity = {"text": "TEXT", "integer": "INTEGER", "flag": "INTEGER"}
    columns = [f"[{column.name}] {affinity[column.kind]}" for column in table.columns]
    columns.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for column, target in table.refers.items():
        parent, key = target.split(".")
        columns.append(f"FOREIGN KEY ([{column}]) REFERENCES [{parent}] ([{key}])")
    return f"CREATE TABLE [{table.name}] (\n    {', '.join(columns)}\n)"


def index_definitions(table: Table) -> Iterator[str]:
    """The statements that create a table's indexes and fill its full-text search."""
    for column in dict.fromkeys((*table.facets, *table.refers)):
        if column != table.key[0]:
            yield f"CREATE INDEX [{table.name}_{column}] ON [{table.name}] ([{column}])"
    if table.search:
        name, columns = f"{table.name}_fts", ", ".join(table.search)
        tokens = 'tokenize="unicode61 remove_diacritics 2"'
        yield f"CREATE VIRTUAL TABLE [{name}] USING fts5({columns}, content=[{table.name}], {tokens})"
        yield f"INSERT INTO [{name}] ([{name}]) VALUES ('rebuild')"


def described(
    file: str, describe: Callable[[Tables, Path, Mapping[str, int]], dict[str, object]]
) -> Callable[[Record, Tables, Path], dict[str, int]]:
    """A writer of CSV files with a file that describes them."""

    def write(record: Record, tables: Tables, stage: Path) -> dict[str, int]:
        counts = write_csv(record, tables, stage)
        write_json(stage / file, describe(tables, stage, counts))
        return counts

    return write


def write_json(path: Path, value: Mapping[str, object]) -> None:
    """Write a value as a JSON file for people to read as well."""
    path.write_text(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n", encoding="utf-8")


def rows_of(record: Record, table: Table) -> Iterator[list[object]]:
    """The rows of a table: flags as bools, and what is blank as None.

    The columns of its query must be those that exports.toml states.
    """
    cursor = record.connection.execute(table.query)
    names = [column[0] for column in cursor.description]
    assert names == [column.name for column in table.columns], f"{table.name}: {names}"
    kinds = [column.kind for column in table.columns]
    for row in cursor:
        yield [
            bool(cell) if kind == "flag" else None if cell == "" else cell
            for cell, kind in zip(row, kinds, strict=True)
        ]


def csv_cell(cell: object) -> object:
    """A cell as CSV has it."""
    return str(cell).lower() if isinstance(cell, bool) else cell


WRITERS: Mapping[ExportFormat, Callable[[Record, Tables, Path], dict[str, int]]] = {
    ExportFormat.CSV: write_csv,
    ExportFormat.PARQUET: write_parquet,
    ExportFormat.SQLITE: write_sqlite,
    ExportFormat.DATAPACKAGE: described("datapackage.json", data_package),
    ExportFormat.CSVW: described("csv-metadata.json", csvw),
    ExportFormat.CROISSANT: described("croissant.json", croissant),
}
"""What writes each format."""
