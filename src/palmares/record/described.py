"""The exported tables as standards describe them: Data Package, CSV on the Web, Croissant, and Datasette's settings.

Everything is said once, in exports.toml. The trap: a path in these files is relative to the file itself.

Source: the standards' own pages, https://specs.frictionlessdata.io/tabular-data-package/,
https://www.w3.org/TR/tabular-metadata/, https://docs.mlcommons.org/croissant/docs/croissant-spec.html and
https://docs.datasette.io/en/stable/metadata.html.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STATED = Path(__file__).with_name("exports.toml")
CROISSANT_CONTEXT = Path(__file__).with_name("croissant.json")
CREATOR = "The palmares authors"

NAMES_OF_KINDS = {
    "data package": {"text": "string", "integer": "integer", "flag": "boolean"},
    "csvw": {"text": "string", "integer": "integer", "flag": "boolean"},
    "croissant": {"text": "sc:Text", "integer": "sc:Integer", "flag": "sc:Boolean"},
}
"""What each standard calls the kinds of columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `kind` is text, integer or flag."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is exported. `refers`: columns that name a row of another table, as `table.column`."""

    name: str
    title: str
    query: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, str]
    label: str | None
    search: tuple[str, ...]
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables in the order of their writing, and the package they make up."""

    tables: tuple[Table, ...]
    package: Mapping[str, Any]
    version: str
    day: dt.date


def read_tables(*, version: str, day: dt.date) -> Tables:
    """The tables that exports.toml states."""
    stated = tomllib.loads(STATED.read_text(encoding="utf-8"))
    tables = tuple(
        Table(
            name=name,
            title=given["title"],
            query=given["query"],
            columns=tuple(Column(column, *about) for column, about in given["columns"].items()),
            key=tuple(given["key"]),
            refers=given.get("refers", {}),
            label=given.get("label"),
            search=tuple(given.get("search", ())),
            facets=tuple(given.get("facets", ())),
        )
        for name, given in stated["tables"].items()
    )
    return Tables(tables, stated["package"], version, day)


def data_package(tables: Tables, folder: Path, rows: Mapping[str, int]) -> dict[str, object]:
    """The descriptor of a Tabular Data Package over CSV files in a folder."""
    package = tables.package
    return {
        "profile": "tabular-data-package", "name": package["name"], "title": package["title"],
        "description": package["description"], "version": tables.version, "created": f"{tables.day}T00:00:00Z",
        "keywords": package["keywords"], "licenses": package["licenses"],
        "contributors": [{"title": CREATOR, "role": "author"}],
        "resources": [
            {
                "name": table.name, "path": f"{table.name}.csv", "profile": "tabular-data-resource",
                "title": table.title, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                "bytes": (folder / f"{table.name}.csv").stat().st_size,
                "hash": f"sha256:{sha256(folder / f'{table.name}.csv')}", "schema": table_schema(table),
            }
            for table in tables.tables
        ],
    }  # fmt: skip


def table_schema(table: Table) -> dict[str, object]:
    """A table as a Table Schema."""
    kinds = NAMES_OF_KINDS["data package"]
    fields = [
        {
            "name": column.name, "type": kinds[column.kind], "description": column.description,
            **({"constraints": {"required": True}} if column.name in table.key else {}),
        }
        for column in table.columns
    ]  # fmt: skip
    foreign = [
        {"fields": [column], "reference": {"resource": "" if parent == table.name else parent, "fields": [key]}}
        for column, target in table.refers.items()
        for parent, key in [target.split(".")]
    ]
    return {"fields": fields, "primaryKey": list(table.key), "foreignKeys": foreign, "missingValues": [""]}


def csvw(tables: Tables, folder: Path, rows: Mapping[str, int]) -> dict[str, object]:
    """The metadata of CSV on the Web over CSV files in the same folder."""
    package, kinds = tables.package, NAMES_OF_KINDS["csvw"]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": package["title"],
        "dc:description": package["description"],
        "dc:creator": CREATOR,
        "dc:license": {"@id": package["licenses"][0]["path"]},
        "dc:modified": {"@value": tables.day.isoformat(), "@type": "xsd:date"},
        "dcat:keyword": package["keywords"],
        "tables": [
            {
                "url": f"{table.name}.csv",
                "dc:title": table.title,
                "tableSchema": {
                    "columns": [
                        {
                            "name": column.name, "titles": column.name, "dc:description": column.description,
                            "datatype": kinds[column.kind], "required": column.name in table.key,
                        }
                        for column in table.columns
                    ],
                    "primaryKey": list(table.key),
                    "foreignKeys": csvw_references(table),
                },
            }
            for table in tables.tables
        ],
    }  # fmt: skip


def csvw_references(table: Table) -> list[dict[str, object]]:
    """The foreign keys of a table in CSV on the Web, whose cells may not be empty; those to the same table may be."""
    return [
        {"columnReference": [column], "reference": {"resource": f"{parent}.csv", "columnReference": [key]}}
        for column, target in table.refers.items()
        for parent, key in [target.split(".")]
        if parent != table.name
    ]


def croissant(tables: Tables, folder: Path, rows: Mapping[str, int]) -> dict[str, object]:
    """The Croissant metadata of CSV files in the same folder."""
    package = tables.package
    return {
        "@context": json.loads(CROISSANT_CONTEXT.read_text(encoding="utf-8")),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package["name"],
        "description": package["description"],
        "version": tables.version,
        "datePublished": tables.day.isoformat(),
        "citeAs": f"{CREATOR}, {package['title']}, version {tables.version}",
        "license": [licence["path"] for licence in package["licenses"]],
        "creator": {"@type": "Organization", "name": CREATOR},
        "keywords": package["keywords"],
        "distribution": [
            {
                "@type": "cr:FileObject", "@id": f"{table.name}.csv", "name": f"{table.name}.csv",
                "description": table.title, "contentUrl": f"{table.name}.csv", "encodingFormat": "text/csv",
                "contentSize": f"{(folder / f'{table.name}.csv').stat().st_size} B",
                "sha256": sha256(folder / f"{table.name}.csv"),
            }
            for table in tables.tables
        ],
        "recordSet": [record_set(table) for table in tables.tables],
    }  # fmt: skip


def record_set(table: Table) -> dict[str, object]:
    """A table as a Croissant record set.

    Without references to others: mlcroissant 1.1 joins tables on them, and fails where a table has two.
    """
    kinds = NAMES_OF_KINDS["croissant"]
    return {
        "@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": table.title,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.key],
        "field": [
            {
                "@type": "cr:Field", "@id": f"{table.name}/{column.name}", "name": f"{table.name}/{column.name}",
                "description": column.description, "dataType": kinds[column.kind],
                "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
            }
            for column in table.columns
        ],
    }  # fmt: skip


def datasette(tables: Tables) -> dict[str, object]:
    """The settings by which Datasette opens the SQLite file: titles, facets, search."""
    settings = {table.name: datasette_table(table) for table in tables.tables}
    facets = [facet for table in tables.tables if table.name == "nominations" for facet in table.facets]
    wins = {"title": "Wins: the nominations that won", "facets": [facet for facet in facets if facet != "won"]}
    package = tables.package
    return {
        "title": package["title"],
        "description": package["description"],
        "license": package["licenses"][0]["title"],
        "license_url": package["licenses"][0]["path"],
        "databases": {"palmares": {"tables": {**settings, "wins": wins}}},
    }


def datasette_table(table: Table) -> dict[str, object]:
    """How Datasette shows one table."""
    return {
        "title": table.title,
        "columns": {column.name: column.description for column in table.columns},
        "facets": list(table.facets),
        **({"label_column": table.label} if table.label else {}),
        **({"fts_table": f"{table.name}_fts"} if table.search else {}),
    }


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
