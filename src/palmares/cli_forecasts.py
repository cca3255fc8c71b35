"""The commands of expectation: `palmares odds`, `palmares backtest` and `palmares upsets`.

The thing a newcomer gets wrong: nothing is forecast, resolved or worded here. A command calls one function of
forecasting and one of telling, and prints what they give.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from palmares.cli_record import FormatOption, parse_as_of, put, today
from palmares.endings import Listing, quiet_ends
from palmares.opening import RecordOption, opened

EditionArgument = Annotated[
    str | None, typer.Argument(metavar="EDITION", help="An edition as oscars/97. Else the one under way, or coming.")
]
CategoryOption = Annotated[str | None, typer.Option(metavar="NAME", help="Only this category, by id or name.")]
FirstOption = Annotated[int | None, typer.Option("--from", metavar="YEAR", help="The first film year.")]
LastOption = Annotated[int | None, typer.Option("--to", metavar="YEAR", help="The last film year.")]
ChartOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Draw a chart too, as SVG; needs the extra `charts`.")
]


def odds_command(
    edition: EditionArgument = None,
    *,
    category: CategoryOption = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="As that day saw it, as YYYY-MM-DD. Else today, or the eve.")
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option(metavar="PRIZE=NAME", help="Suppose that this won, as sag/actress=NAME; may be repeated."),
    ] = None,
    prices: Annotated[
        Path | None, typer.Option("--with", metavar="FILE", help="A CSV file of prices to blend in.")
    ] = None,
    chart: ChartOption = None,
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Show who is likely to win: each nominee's probability, what last moved it and what it rests on.

    Before the nominations, contenders and their probabilities of being nominated and of winning.
    """
    from palmares.forecasting import prospects, season_odds  # here, as NumPy and SciPy are slow to start; so below
    from palmares.telling import check_charts, odds_lines, odds_wire, season_svg, write_chart

    with quiet_ends(), opened(record) as facts:
        check_charts(chart)
        day = parse_as_of(as_of) or today()
        found = prospects(facts, edition, as_of=day, category=category, given=given or (), prices=prices)
        if chart is not None:
            write_chart(season_svg(facts, found, season_odds(facts, found)), chart)
        put((odds_lines if listing is Listing.TEXT else odds_wire)(facts, found))


def backtest_command(
    *,
    first: FirstOption = None,
    last: LastOption = None,
    category: CategoryOption = None,
    stage: Annotated[
        str, typer.Option(metavar="STAGE", help="A moment of the season, as nominations or after-guilds.")
    ] = "eve",
    folder: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep each season here, so that a run can go on.")
    ] = None,
    chart: ChartOption = None,
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Score the forecasts of past seasons, each from the seasons before it, beside what others forecast."""
    from palmares.forecasting import backtest, scope  # NumPy and SciPy
    from palmares.telling import backtest_lines, backtest_wire, check_charts, reliability_svg, write_chart

    with quiet_ends(), opened(record) as facts:
        check_charts(chart)
        asked = scope(facts, first=first, last=last, category=category, stage=stage)
        with progress_bar("seasons") as progress:
            found = backtest(
                facts, first=asked.first, last=asked.last, category=asked.category, stage=asked.stage,
                folder=folder, progress=progress,
            )  # fmt: skip
        if chart is not None:
            write_chart(reliability_svg(found), chart)
        put(backtest_lines(facts, found) if listing is Listing.TEXT else backtest_wire(found))


def upsets_command(
    *,
    first: FirstOption = None,
    last: LastOption = None,
    category: CategoryOption = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to show at most.")] = 20,
    chart: ChartOption = None,
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Show the biggest upsets in bits, the surest losers, and which seasons could be foreseen."""
    from palmares.forecasting import results, scope  # NumPy and SciPy
    from palmares.telling import check_charts, upset_lines, upset_wire, upsets_svg, write_chart

    with quiet_ends(), opened(record) as facts:
        check_charts(chart)
        asked = scope(facts, first=first, last=last, category=category)
        found = results(facts, first=asked.first, last=asked.last, category=asked.category)
        if chart is not None:
            write_chart(upsets_svg(facts, found, limit=limit), chart)
        is_text = listing is Listing.TEXT
        put(upset_lines(facts, found, limit=limit) if is_text else upset_wire(found, limit=limit))


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error to be told how many are done of how many; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # Rich is slow to start
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def register_forecasts(app: typer.Typer) -> None:
    """Add these commands."""
    for name, command in (("odds", odds_command), ("backtest", backtest_command), ("upsets", upsets_command)):
        app.command(name)(command)
