"""Nominations as rows, and as a table for those who work with data frames.

The trap: pyarrow, polars and pandas are none of palmares's dependencies; what is not installed is said, not replaced.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from palmares.errors import UnusableInput
from palmares.record.rows import NominationRow

if TYPE_CHECKING:
    from types import ModuleType

    import pandas as pd
    import polars as pl
    import pyarrow as pa

Column: TypeAlias = str | int | bool | list[str] | None
"""One value of a data frame's column."""

COLUMNS = {
    "id": "text", "award": "text", "edition": "integer", "category": "text", "season": "integer", "held": "text",
    "wording": "text", "films": "list", "film_ids": "list", "people": "list", "people_ids": "list", "detail": "text",
    "country": "text", "won": "flag", "tied": "flag", "place": "text", "status": "text", "counts": "flag",
    "source": "text", "confidence": "text",
}  # fmt: skip
"""The columns of a data frame of nominations, in order, and what each holds."""


class Nominations(tuple[NominationRow, ...]):
    """Nominations in order: a tuple that can also become a data frame.

    A data frame has the columns id, award, edition, category, season, held, wording, films, film_ids, people,
    people_ids, detail, country, won, tied, place, status, counts, source and confidence; films and people are lists.
    """

    __slots__ = ()

    def to_arrow(self) -> pa.Table:
        """The rows as an Arrow table.

        Raises:
            UnusableInput: pyarrow is not installed.
        """
        arrow = library("pyarrow")
        types = {"text": arrow.string(), "integer": arrow.int32(), "flag": arrow.bool_()}
        types["list"] = arrow.list_(arrow.string())
        schema = arrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
        return arrow.table(self.columns(), schema=schema)

    def to_polars(self) -> pl.DataFrame:
        """The rows as a Polars data frame.

        Raises:
            UnusableInput: polars is not installed.
        """
        frames = library("polars")
        types = {"text": frames.String, "integer": frames.Int32, "flag": frames.Boolean}
        types["list"] = frames.List(frames.String)
        schema = {name: types[kind] for name, kind in COLUMNS.items()}
        frame: pl.DataFrame = frames.DataFrame(self.columns(), schema=schema)
        return frame

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a pandas data frame.

        Raises:
            UnusableInput: pandas is not installed.
        """
        frames = library("pandas")
        types = {"text": "object", "list": "object", "integer": "int32", "flag": "bool"}
        columns = {name: frames.Series(column, dtype=types[COLUMNS[name]]) for name, column in self.columns().items()}
        frame: pd.DataFrame = frames.DataFrame(columns)
        return frame

    def columns(self) -> dict[str, list[Column]]:
        """The values of each column of a data frame, by name."""
        rows = [list(cells(row)) for row in self]
        return {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}


def cells(row: NominationRow) -> Iterator[Column]:
    """The values of one row, in the order of `COLUMNS`."""
    lists: dict[str, list[str]] = {
        "films": [film.label or film.id for film in row.films],
        "film_ids": [film.id for film in row.films],
        "people": [person.label or person.id for person in row.people],
        "people_ids": [person.id for person in row.people],
    }
    for name, kind in COLUMNS.items():
        yield lists[name] if kind == "list" else getattr(row, name)


def library(name: str) -> ModuleType:
    """A library of data frames.

    Raises:
        UnusableInput: it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError:
        raise UnusableInput(f"{name}", "this library is not installed", f"Install it: pip install {name}") from None
