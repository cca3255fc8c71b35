"""What was expected of a race, in words: who stood where by the odds, at what probability, and who says so.

The trap: forecasters disagree, so a verdict on a favourite never rests on one of them alone, and those who differ from
the first are told before those who agree.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path

from palmares.claims import Claim, Operator, Probability, Rank
from palmares.record import OWN, Forecast, NominationRow, Record, forecasts_of, measure
from palmares.telling.english import listed, long_date, ordinal, sentence
from palmares.telling.labels import nominee_label

MAX_SOURCES = 2
"""So many forecasters are told, so that an explanation stays short."""


def forecaster_table() -> dict[str, str]:
    """Id of a forecaster → its name in a sentence."""
    text = Path(__file__).with_name("forecasters.csv").read_text("utf-8")
    return {row["id"]: row["words"] for row in csv.DictReader(text.splitlines())}


FORECASTERS = forecaster_table()


def expectation(record: Record, claim: Claim, *, as_of: dt.date) -> str:
    """What forecasters gave those whom a claim on odds is about, beside their favourite; blank without odds.

    `On 1 March 2025 palmares' own model had Demi Moore first (70%) and Mikey Madison second (25%).`
    """
    sides = [side for side in (claim.left, claim.right) if isinstance(side, Rank | Probability)]
    heard = forecasts_of(record, sides[0], as_of=as_of)
    found = [measure(record, side, as_of=as_of).rows for side in sides]
    subjects = [rows[-1] for rows in found if rows and isinstance(rows[-1], NominationRow)]
    if not heard or len(subjects) < len(sides):
        return ""
    told = (heard[0], *sorted(heard[1:], key=lambda forecast: telling_order(forecast, heard[0])))
    words = [stood(record, forecast, subjects, sides[0].as_of) for forecast in told[:MAX_SOURCES]]
    return " ".join([*words, *surprise(claim, heard[0], subjects[0], as_of)])


def telling_order(forecast: Forecast, first: Forecast) -> tuple[bool, bool, int, str]:
    """Who differs from the first comes before who agrees, figures before a bare name, the latest first."""
    agrees = favourite(forecast) == favourite(first)
    return agrees, forecast.chances[favourite(forecast)] is None, -forecast.day.toordinal(), forecast.source


def favourite(forecast: Forecast) -> int:
    """The row that a forecast has first."""
    return min(forecast.places, key=lambda row: (forecast.places[row], row))


def stood(record: Record, forecast: Forecast, subjects: Sequence[NominationRow], day: dt.date) -> str:
    """One forecast of the favourite and of the nominees in question; of the favourite alone, with the one behind."""
    ranked = sorted(forecast.places, key=lambda row: (forecast.places[row], row))
    shown = {ranked[0], *(row.row for row in subjects)} & forecast.places.keys()
    shown |= set(ranked[1:2]) if len(shown) == 1 and {row.row for row in subjects} == shown else set()
    names = [placed(record, forecast, row) for row in ranked if row in shown]
    source = FORECASTERS.get(forecast.source, forecast.source)
    spoken = day if forecast.source == OWN else forecast.day
    return sentence(f"on {long_date(spoken)} {source} had {listed(names)}")


def placed(record: Record, forecast: Forecast, row: int) -> str:
    """`Demi Moore first (70%)`."""
    first, last = forecast.places[row]
    name = nominee_label(record, record.nominations([row])[0])
    chance = forecast.chances[row]
    return f"{name} {'equal ' * (last > first)}{ordinal(first)}{'' if chance is None else f' ({percent(chance)})'}"


def percent(chance: float) -> str:
    """A probability as a whole percentage, or what it is under."""
    return f"{chance:.0%}" if chance >= 0.01 else "under 1%"


def surprise(claim: Claim, forecast: Forecast, row: NominationRow, as_of: dt.date) -> list[str]:
    """How surprising a win was that nobody expected, in bits, by our own model."""
    chance = forecast.chances.get(row.row)
    is_upset = claim.operator is Operator.NE and row.row != favourite(forecast) and row.won and row.decided <= as_of
    if not (is_upset and forecast.source == OWN and chance):
        return []
    return [sentence(f"a win at {percent(chance)} is a surprise of {-math.log2(chance):.1f} bits")]
