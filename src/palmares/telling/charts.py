"""Charts as SVG: a race through its season, the biggest upsets, and how far probabilities can be relied on.

The thing a newcomer gets wrong: Vega-Altair draws, and is an optional extra; nothing here may be imported by a command
that draws nothing. Colours are those of Okabe and Ito (2008), which the colour-blind tell apart; shapes tell lines
apart without them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from palmares.errors import UnusableInput
from palmares.forecasting import Backtest, Moment, Prospects, Result, by_predictability, upsets
from palmares.record import Record
from palmares.telling.english import listed, long_date
from palmares.telling.forecasts import decimal, nominee_words, short_words
from palmares.telling.lines import edition_title

if TYPE_CHECKING:
    import altair as alt

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#707070", "#7B4EA3", "#6B5B2E")
STAR = "M0,-1L0.25,-0.35L0.95,-0.31L0.4,0.13L0.59,0.81L0,0.42L-0.59,0.81L-0.4,0.13L-0.95,-0.31L-0.25,-0.35Z"
HOURGLASS = "M-0.8,-0.9L0.8,-0.9L0.15,0L0.8,0.9L-0.8,0.9L-0.15,0Z"
SHAPES = (
    *("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left"),
    *(STAR, HOURGLASS),
)
BACKGROUND, INK, FAINT = "#ffffff", "#1a1a1a", "#8a8a8a"
WIDTH, HEIGHT, ROW = 620, 340, 24
CONFIG = {
    "background": BACKGROUND,
    "padding": 16,
    "font": "Helvetica, Arial, sans-serif",
    "view": {"stroke": None},
    "text": {"color": INK},
    "axis": {
        "labelColor": INK, "titleColor": INK, "gridColor": "#e5e5e5", "domainColor": FAINT, "tickColor": FAINT,
        "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
    },
    "title": {
        "anchor": "start", "fontSize": 17, "subtitleFontSize": 12, "color": INK, "subtitleColor": INK, "offset": 14,
    },
}  # fmt: skip
"""Ink on a light background of the chart's own, whatever the page it comes to stand on."""

LABEL_GAP = 0.052
"""How far apart the names at the ends of lines stand at least, in probability."""

Rows: TypeAlias = list[dict[str, str | float]]


def check_charts(path: Path | None) -> None:
    """Raise UnusableInput where a chart is asked for and cannot be drawn: packages are missing, or it is no SVG."""
    if path is None:
        return
    if find_spec("altair") is None or find_spec("vl_convert") is None:
        raise UnusableInput(
            "--chart", "charts need two more packages", "Install them with pip install 'palmares[charts]'"
        )
    if path.suffix.lower() != ".svg":
        raise UnusableInput(f"--chart {path}", "a chart is an SVG file", "Give it a name that ends in .svg")


def write_chart(svg: str, path: Path) -> None:
    """Write a chart to a file.

    Raises:
        UnusableInput: it cannot be written there.
    """
    try:
        path.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise UnusableInput(str(path), f"cannot be written ({error.strerror})", "Choose another file") from None


def season_svg(record: Record, prospect: Prospects, moments: Sequence[Moment]) -> str:
    """One race through its season: probability over time, a line per nominee, events marked."""
    return drawn(season_chart(record, prospect, moments))


def upsets_svg(record: Record, found: Sequence[Result], *, limit: int) -> str:
    """The biggest upsets by surprise, and how far each season could be foreseen."""
    return drawn(upsets_chart(record, found, limit=limit))


def reliability_svg(found: Backtest) -> str:
    """How often nominees won, by the probability they were given."""
    return drawn(reliability_chart(found))


def drawn(chart: alt.TopLevelMixin) -> str:
    """A chart as SVG."""
    import vl_convert  # an optional extra

    return str(vl_convert.vegalite_to_svg({**chart.to_dict(), "config": CONFIG}))


def season_chart(record: Record, prospect: Prospects, moments: Sequence[Moment]) -> alt.TopLevelMixin:
    """The chart of a season, to be rendered."""
    import altair as alt  # an optional extra

    race = prospect.alone[0]
    names = {chance.nominee.id: nominee_words(record, chance.nominee) for chance in race.chances}
    last = max(prospect.as_of, moments[-1].event.day)
    now = {chance.nominee.id: chance.probability for chance in race.chances}
    points, ends = points_of(moments, names), ends_of(now, names, last)
    x = alt.X("day:T", title=None, scale=alt.Scale(type="utc"), axis=alt.Axis(format="%-d %b", grid=False, tickCount=7))
    scale = alt.Scale(domain=[0, 1])
    y = alt.Y("probability:Q", title="probability of winning", scale=scale, axis=alt.Axis(format=".1f", tickCount=5))
    colour = alt.Color("nominee:N", legend=None, scale=alt.Scale(domain=[*names.values()], range=[*PALETTE]))
    shape = alt.Shape("nominee:N", legend=None, scale=alt.Scale(domain=[*names.values()], range=[*SHAPES]))
    dated, ended = alt.Chart({"values": points}).encode(x=x), alt.Chart({"values": ends}).encode(x=x)
    events = alt.Chart({"values": events_of(record, moments)}).encode(x=x)
    lines = alt.Chart({"values": [*points, *ends]}).mark_line(interpolate="step-after", strokeWidth=2.5)
    chart = alt.layer(
        events.mark_rule(color=FAINT, strokeDash=[3, 3]),
        lines.encode(x=x, y=y, color=colour),
        dated.mark_point(filled=True, size=70, opacity=1).encode(y=y, color=colour, shape=shape),
        ended.mark_point(filled=True, size=70, opacity=1, xOffset=14).encode(y="height:Q", color=colour, shape=shape),
        ended.mark_text(align="left", dx=24, fontSize=12).encode(y="height:Q", text="label:N"),
        events.mark_text(angle=315, align="left", dx=6, dy=-4, fontSize=11).encode(y=alt.value(0), text="event:N"),
    )
    edition = edition_title(record, prospect.edition.award, prospect.edition.number)
    subtitle = f"odds after each event, as of {long_date(prospect.as_of)}"
    title = alt.TitleParams(f"{record.categories[race.category].name}, {edition}", subtitle=subtitle)
    return chart.properties(width=WIDTH, height=HEIGHT, title=title)


def points_of(moments: Sequence[Moment], names: Mapping[str, str]) -> Rows:
    """Each nominee's probability after each event."""
    return [
        {"day": moment.event.day.isoformat(), "nominee": names[id], "probability": probability}
        for moment in moments
        for id, probability in moment.probabilities.items()
    ]


def ends_of(probabilities: Mapping[str, float], names: Mapping[str, str], last: dt.date) -> Rows:
    """The ends of the lines on the last day, likeliest first, with names at heights where they do not overlap."""
    found: Rows = []
    height = 1.0 + LABEL_GAP
    ranked = sorted(probabilities.items(), key=lambda pair: (-pair[1], pair[0]))
    for place, (id, probability) in enumerate(ranked):
        lowest = LABEL_GAP * (len(ranked) - 1 - place)
        height = min(height - LABEL_GAP, max(probability, lowest))
        found.append(
            {
                "day": last.isoformat(), "nominee": names[id], "probability": probability, "height": height,
                "label": f"{names[id]}  {decimal(probability)}",
            }
        )  # fmt: skip
    return found


def events_of(record: Record, moments: Sequence[Moment]) -> Rows:
    """The days on which bodies spoke, with their names; the first is that of the nominations."""
    first, *later = moments
    bodies = [(each.event.day, listed([record.awards[award].short for award in each.event.awards])) for each in later]
    return [{"day": day.isoformat(), "event": event} for day, event in ((first.event.day, "nominations"), *bodies)]


def upsets_chart(record: Record, found: Sequence[Result], *, limit: int) -> alt.TopLevelMixin:
    """The chart of upsets, to be rendered."""
    import altair as alt  # an optional extra

    rows = [upset_row(record, each) for each in upsets(found)[:limit]]
    bits = alt.X("bits:Q", title="surprise in bits", axis=alt.Axis(tickCount=6))
    names = alt.Y("race:N", sort=None, title=None, axis=alt.Axis(labelLimit=260, ticks=False, domain=False))
    bars = alt.Chart({"values": rows}).encode(x=bits, y=names)
    first = alt.layer(
        bars.mark_bar(color=PALETTE[0], height=15),
        bars.mark_text(align="left", dx=6, fontSize=12, color=INK).encode(text="told:N"),
    )
    title = alt.TitleParams("Biggest upsets", subtitle="surprise of the winner by the odds of the eve")
    seasons: Rows = [{"season": each.season, "bits": each.surprise_bits} for each in by_predictability(found)]
    year = alt.X("season:O", title="films of", axis=alt.Axis(labelAngle=0, labelOverlap=True))
    mean = alt.Y("bits:Q", title="mean surprise in bits", axis=alt.Axis(tickCount=4))
    columns = alt.Chart({"values": seasons}).mark_bar(color=PALETTE[4]).encode(x=year, y=mean)
    foreseen = alt.TitleParams("How far seasons could be foreseen", subtitle="the lower, the better foreseen")
    parts = (
        first.properties(width=WIDTH, height=ROW * max(len(rows), 1), title=title),
        columns.properties(width=WIDTH, height=HEIGHT // 3, title=foreseen),
    )
    return alt.vconcat(*parts, spacing=36)


def upset_row(record: Record, result: Result) -> dict[str, str | float]:
    """A bar: the race, its surprise, and who won over whom."""
    winner, favourite = (short_words(record, row) for row in (result.winner, result.favourite))
    race = f"{record.categories[result.category].name}, {result.season}"
    return {"race": race, "bits": result.surprise_bits, "told": f"{winner}, not {favourite}"}


def reliability_chart(found: Backtest) -> alt.TopLevelMixin:
    """The reliability plot of a backtest, to be rendered: on the diagonal probabilities are what they say."""
    import altair as alt  # an optional extra

    rows: Rows = [
        {"probability": part.probability, "won": part.won, "nominees": part.nominees} for part in found.reliability
    ]
    scale, axis = alt.Scale(domain=[0, 1]), alt.Axis(format=".1f", tickCount=5)
    x = alt.X("probability:Q", title="mean probability given", scale=scale, axis=axis)
    y = alt.Y("won:Q", title="share that won", scale=scale, axis=axis)
    diagonal: Rows = [{"probability": end, "won": end} for end in (0.0, 1.0)]
    size = alt.Size("nominees:Q", scale=alt.Scale(type="sqrt", range=[40, 900]), legend=None)
    points = alt.Chart({"values": rows}).encode(x=x, y=y)
    chart = alt.layer(
        alt.Chart({"values": diagonal}).mark_line(color=FAINT, strokeDash=[3, 3]).encode(x=x, y=y),
        points.mark_point(filled=True, color=PALETTE[0], opacity=0.85).encode(size=size),
        points.mark_text(align="left", dx=18, fontSize=11, color=INK).encode(text="nominees:Q"),
    )
    years = str(found.first) if found.first == found.last else f"{found.first} to {found.last}"
    title = alt.TitleParams("Reliability", subtitle=f"films of {years}, stage {found.stage}; figures count nominees")
    return chart.properties(width=HEIGHT, height=HEIGHT, title=title)
