"""The record written for other programs: what is written, and that the standards' own validators take it."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from palmares.errors import UnusableInput
from palmares.record import ExportFormat, Record, export, open_record
from palmares.record.described import Table, read_tables

TINY = Path(__file__).parent.parent / "tiny"
DAY = dt.date(2025, 3, 3)
NAMES = [table.name for table in read_tables(version="1.2.3", day=DAY).tables]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        yield record


def write(record: Record, folder: Path, kind: ExportFormat) -> Path:
    export(record, folder, kind, version="1.2.3", day=DAY)
    return folder


def count(record: Record, table: str) -> int:
    ((rows,),) = record.connection.execute(f"SELECT count(*) FROM {table}")
    return int(rows)


# --- files ----------------------------------------------------------------------------------------------------------


def test_csv_files_hold_every_row_under_the_columns_that_are_stated(tiny: Record, tmp_path: Path) -> None:
    write(tiny, tmp_path, ExportFormat.CSV)

    for table in read_tables(version="1.2.3", day=DAY).tables:
        with (tmp_path / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(stream)
        assert head == [column.name for column in table.columns]
        assert len(rows) == len(tiny.connection.execute(table.query).fetchall())


def test_a_row_reads_in_csv_as_in_the_record(tiny: Record, tmp_path: Path) -> None:
    write(tiny, tmp_path, ExportFormat.CSV)

    with (tmp_path / "nominations.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    picture = rows["oscars/97/picture/1"]
    assert (picture["award"], picture["film"], picture["won"], picture["country"]) == ("Oscars", "Anora", "true", "")
    assert picture["people"] == "Alex Coco | Samantha Quan | Sean Baker"


def test_what_was_written_is_told(tiny: Record, tmp_path: Path) -> None:
    told = export(tiny, tmp_path / "deep" / "er", ExportFormat.CSV, version="1.2.3", day=DAY)

    assert [path.name for path in told.files] == ["NOTICE.md", *sorted(f"{name}.csv" for name in NAMES)]
    assert all(path.exists() for path in told.files)
    assert list(told.rows) == NAMES
    assert told.rows["nominations"] == count(tiny, "nomination")


@pytest.mark.parametrize("kind", [kind for kind in ExportFormat if kind is not ExportFormat.PARQUET])
def test_the_same_record_gives_the_same_bytes(tiny: Record, tmp_path: Path, kind: ExportFormat) -> None:
    one, two = write(tiny, tmp_path / "one", kind), write(tiny, tmp_path / "two", kind)

    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in two.iterdir()
    }


def test_files_of_others_stay_and_those_of_the_same_name_are_replaced(tiny: Record, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "awards.csv").write_text("old")

    write(tiny, tmp_path, ExportFormat.CSV)

    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "awards.csv").read_text().startswith("id,name,short,kind\n")


def test_parquet_files_hold_the_same_rows_with_their_types(tiny: Record, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    write(tiny, tmp_path, ExportFormat.PARQUET)

    table = parquet.read_table(tmp_path / "nominations.parquet")
    row = next(row for row in table.to_pylist() if row["id"] == "oscars/97/picture/1")
    assert table.num_rows == count(tiny, "nomination")
    assert (row["edition"], row["won"], row["country"]) == (97, True, None)
    assert table.schema.field("won").metadata[b"description"] == b"Whether it won."


def test_the_sqlite_file_has_tables_keys_and_the_view_of_wins(tiny: Record, tmp_path: Path) -> None:
    write(tiny, tmp_path, ExportFormat.SQLITE)

    with closing(sqlite3.connect(tmp_path / "palmares.sqlite")) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
        }
        wins = connection.execute("SELECT film FROM wins WHERE id = 'oscars/97/picture/1'").fetchall()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        whole = connection.execute("PRAGMA integrity_check").fetchall()
    assert tables >= {*NAMES, "wins"}
    assert (wins, broken, whole) == ([("Anora",)], [], [("ok",)])


@pytest.mark.parametrize(
    ("table", "column", "word", "found"),
    [("films", "title", "perez", "Emilia Pérez"), ("people", "name", "gascon", "Karla Sofía Gascón")],
)
def test_the_sqlite_file_can_be_searched(
    tiny: Record, tmp_path: Path, table: str, column: str, word: str, found: str
) -> None:
    write(tiny, tmp_path, ExportFormat.SQLITE)

    with closing(sqlite3.connect(tmp_path / "palmares.sqlite")) as connection:
        matches = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?"
        rows = connection.execute(f"SELECT {column} FROM {table} WHERE rowid IN ({matches})", (word,)).fetchall()
    assert rows == [(found,)]


def test_datasette_is_told_of_facets_and_search_that_there_are(tiny: Record, tmp_path: Path) -> None:
    write(tiny, tmp_path, ExportFormat.SQLITE)

    tables = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))["databases"]["palmares"]["tables"]
    with closing(sqlite3.connect(tmp_path / "palmares.sqlite")) as connection:
        for name, settings in tables.items():
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            assert columns >= {*settings["facets"], *settings.get("columns", ())}
            assert count_of(connection, settings["fts_table"]) if "fts_table" in settings else True
    assert tables["nominations"]["facets"] == ["award", "category", "won", "season", "confidence"]


def count_of(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.mark.parametrize("table", read_tables(version="1.2.3", day=DAY).tables, ids=lambda table: table.name)
def test_in_the_record_that_ships_every_key_is_whole_and_every_reference_leads_somewhere(
    record: Record, table: Table
) -> None:
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in record.connection.execute(table.query)]
    keys = [tuple(row[column] for column in table.key) for row in rows]
    broken = {
        (column, row[column])
        for column, target in table.refers.items()
        for known in [known_values(record, target)]
        for row in rows
        if row[column] not in known and (row[column] is not None or not target.startswith(f"{table.name}."))
    }

    assert len(set(keys)) == len(keys)
    assert None not in {cell for key in keys for cell in key}
    assert broken == set()


@cache
def known_values(record: Record, target: str) -> frozenset[object]:
    name, column = target.split(".")
    (parent,) = (table for table in read_tables(version="1.2.3", day=DAY).tables if table.name == name)
    place = [one.name for one in parent.columns].index(column)
    return frozenset(row[place] for row in record.connection.execute(parent.query))


# --- standards ------------------------------------------------------------------------------------------------------


def test_the_data_package_is_valid_to_frictionless(tiny: Record, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")

    write(tiny, tmp_path, ExportFormat.DATAPACKAGE)

    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])


def test_the_csv_on_the_web_is_valid_to_csvw(tiny: Record, tmp_path: Path) -> None:
    csvw = pytest.importorskip("csvw")

    write(tiny, tmp_path, ExportFormat.CSVW)

    package = csvw.CSVW(str(tmp_path / "csv-metadata.json"), validate=True)
    assert package.is_valid, package.warnings


def test_the_croissant_is_valid_to_mlcroissant_and_its_records_load(tiny: Record, tmp_path: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant")

    write(tiny, tmp_path, ExportFormat.CROISSANT)

    dataset = mlcroissant.Dataset(str(tmp_path / "croissant.json"))
    first = next(iter(dataset.records("races")))
    assert (dataset.metadata.issues.errors, dataset.metadata.issues.warnings) == (set(), set())
    assert first["races/id"].startswith(b"cannes/")


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        (ExportFormat.DATAPACKAGE, "datapackage.json"),
        (ExportFormat.CSVW, "csv-metadata.json"),
        (ExportFormat.CROISSANT, "croissant.json"),
    ],
)
def test_packages_state_version_and_day_and_describe_every_column(
    tiny: Record, tmp_path: Path, kind: ExportFormat, file: str
) -> None:
    write(tiny, tmp_path, kind)

    text = (tmp_path / file).read_text(encoding="utf-8")
    columns = [column for table in read_tables(version="1.2.3", day=DAY).tables for column in table.columns]
    assert "2025-03-03" in text
    assert all(json.dumps(column.description, ensure_ascii=False) in text for column in columns)


# --- what goes wrong ------------------------------------------------------------------------------------------------


def test_a_file_in_the_place_of_the_folder_is_an_error_in_one_line(tiny: Record, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(UnusableInput) as caught:
        export(tiny, tmp_path / "file", ExportFormat.CSV, version="1.2.3", day=DAY)

    assert caught.value.source == str(tmp_path / "file")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_an_error(tiny: Record, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(UnusableInput):
        export(tiny, tmp_path, ExportFormat.CSV, version="1.2.3", day=DAY)


def test_a_failure_leaves_the_folder_as_it_was(tiny: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fail)
    (tmp_path / "awards.csv").write_text("old")

    with pytest.raises(UnusableInput) as caught:
        export(tiny, tmp_path, ExportFormat.CSV, version="1.2.3", day=DAY)

    assert "No space left on device" in caught.value.problem
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_without_pyarrow_parquet_is_an_error_that_says_what_to_install(
    tiny: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(UnusableInput) as caught:
        export(tiny, tmp_path, ExportFormat.PARQUET, version="1.2.3", day=DAY)

    assert "pip install" in caught.value.remedy
