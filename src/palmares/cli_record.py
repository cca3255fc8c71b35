"""The commands that look at the record: `palmares record info`, `search`, `show`, `sql`, `verify` and `export`.

The thing a newcomer gets wrong: nothing is looked up or worded here. A command calls one function of the record and one
of telling, and prints what they give.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from palmares.claims import Json
from palmares.endings import FAILED, Listing, complain, quiet_ends
from palmares.errors import UnusableInput
from palmares.opening import AtOption, RecordOption, opened
from palmares.record import info

record_app = typer.Typer(help="Look at the record itself.", no_args_is_help=True)


class Package(StrEnum):
    """What `export` writes."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DATAPACKAGE = "datapackage"
    CSVW = "csvw"
    CROISSANT = "croissant"


FormatOption = Annotated[Listing, typer.Option("--format", help="What to print.")]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A name, in any case and without accents too.")]


@record_app.command("info")
def record_info(*, path: RecordOption = None, listing: FormatOption = Listing.TEXT) -> None:
    """Show the awarding bodies, years, rows, coverage and sources of the record."""
    from palmares.telling import info_lines, info_wire  # here and below, since each command needs its own part only

    with quiet_ends(), opened(path) as record:
        figures = info(record)
        put(info_lines(figures) if listing is Listing.TEXT else info_wire(figures))


@record_app.command("search")
def record_search(
    name: NameArgument,
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many to show at most.")] = 20,
    path: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Search films, people, songs, awards and categories by name; the likeliest come first."""
    from palmares.record import search  # seldom needed
    from palmares.telling import match_lines, match_wire

    with quiet_ends(), opened(path) as record:
        matches = search(record, name, limit=limit)
        put(match_lines(matches) if listing is Listing.TEXT else match_wire(matches))


@record_app.command("show")
def record_show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|PATH",
            help="A film, person, song, award or category, or a path: oscars/97, oscars/97/actress.",
        ),
    ],
    *,
    path: RecordOption = None,
    at: AtOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Show all that the record holds of a film, person, song, award, edition, race or category."""
    from palmares.record import show  # seldom needed
    from palmares.telling import sheet_lines, sheet_wire

    with quiet_ends(), opened(path, at=at) as record:
        sheet, day = show(record, name), today()
        put(sheet_lines(record, sheet, as_of=day) if listing is Listing.TEXT else sheet_wire(record, sheet, as_of=day))


@record_app.command("sql")
def record_sql(
    question: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT of SQLite's SQL.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many rows to show at most.")] = 1000,
    seconds: Annotated[float, typer.Option(min=0.001, max=3600, help="How long it may take.")] = 10.0,
    path: RecordOption = None,
    at: AtOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Ask the record in SQL, which can read everything and change nothing; docs/record.md tells of its tables."""
    from palmares.record import query  # seldom needed
    from palmares.telling import answer_lines, answer_wire, cut_words

    with quiet_ends(), opened(path, at=at) as record:
        answer = query(record, question, limit=limit, seconds=seconds)
        put(answer_lines(answer) if listing is Listing.TEXT else answer_wire(answer))
        if answer.is_cut and listing is Listing.JSON:
            complain(cut_words(answer))


@record_app.command("verify")
def record_verify(*, path: RecordOption = None, listing: FormatOption = Listing.TEXT) -> None:
    """Run the rules that history must keep on the record: exit status 1 where one does not hold."""
    from palmares.record import problems  # seldom needed
    from palmares.telling import problem_lines, problem_wire

    with quiet_ends(), opened(path) as record:
        found = problems(record, path) if path is not None and path.is_dir() else problems(record)
        put(problem_lines(found) if listing is Listing.TEXT else problem_wire(found))
    raise typer.Exit(FAILED if found else 0)


@record_app.command("export")
def record_export(
    *,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write to; made if need be.")],
    package: Annotated[Package, typer.Option("--format", help="What to write.")] = Package.CSV,
    path: RecordOption = None,
) -> None:
    """Write the record as tables or a described package, for other programs; files of the same names are replaced."""
    from palmares import __version__  # here, since the package itself is being imported when this module is
    from palmares.record import ExportFormat, export
    from palmares.telling import exported_lines

    with quiet_ends(), opened(path) as record:
        put(exported_lines(export(record, to, ExportFormat(package), version=__version__, day=today())))


def put(shown: Iterable[str] | dict[str, Json] | list[Json]) -> None:
    """Print lines, or a plain value as JSON."""
    if isinstance(shown, dict | list):
        typer.echo(json.dumps(shown, ensure_ascii=False))
        return
    for line in shown:
        typer.echo(line)


def today() -> dt.date:
    """The day by the clock and zone of this machine."""
    return dt.datetime.now().astimezone().date()


def parse_as_of(written: str | None) -> dt.date | None:
    """The day of `--as-of`, or None where it was not given.

    Raises:
        UnusableInput: it is no date, or in the future.
    """
    if written is None:
        return None
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        raise UnusableInput(f"--as-of {written}", "this is not a date", "Write it as YYYY-MM-DD") from None
    if day > today():
        raise UnusableInput(f"--as-of {written}", "this day is in the future", "Give today or an earlier day")
    return day
