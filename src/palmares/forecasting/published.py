"""The forecasts that others printed, on the races they called: betting odds, markets, experts, statisticians.

Only the last forecast on or before the eve counts. The thing a newcomer gets wrong: many printed a favourite and no
figure, and most a few prices and not the field; who has a figure for nobody but a favourite is judged by picks alone.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from palmares.forecasting.races import Race
from palmares.forecasting.scores import Called

LEAST = 0.005
"""What a nominee without a price is given where the others' prices leave nothing over."""


@dataclass(frozen=True, slots=True)
class Price:
    """One figure or pick of a forecaster: `probability` and `rank` are None where not given, `as_of` a day or month."""

    edition: int
    category: str
    forecaster: str
    nomination: str
    probability: float | None
    rank: int | None
    as_of: str


@cache
def prices() -> tuple[Price, ...]:
    """Every printed forecast whose nominee is a nomination of the record."""
    text = files("palmares.record").joinpath("data", "forecasts.csv").read_text(encoding="utf-8")
    return tuple(
        Price(
            int(line["edition"]), line["category"], line["forecaster"], line["nomination"],
            float(line["probability"]) if line["probability"] else None,
            int(line["rank"]) if line["rank"] else None, line["as_of"],
        )
        for line in csv.DictReader(text.splitlines())
        if line["nomination"]
    )  # fmt: skip


def is_in_time(as_of: str, eve: str) -> bool:
    """Whether a day, or a month of which the day is not known, is not after the eve."""
    return as_of <= eve[: len(as_of)]


def last_prices(race: Race) -> Mapping[str, list[Price]]:
    """What each forecaster said last of a race by the eve."""
    eve = dt.date.fromordinal(race.eve).isoformat()
    said: defaultdict[str, defaultdict[str, list[Price]]] = defaultdict(lambda: defaultdict(list))
    for price in prices():
        if (price.edition, price.category) == (race.edition, race.category) and is_in_time(price.as_of, eve):
            said[price.forecaster][price.as_of].append(price)
    return {forecaster: days[max(days)] for forecaster, days in said.items()}


def printed(races: Sequence[Race]) -> dict[str, tuple[list[Called], list[Called]]]:
    """By forecaster, the races called with probabilities, and all races with at least a favourite."""
    found: defaultdict[str, tuple[list[Called], list[Called]]] = defaultdict(lambda: ([], []))
    for race in races:
        winners = tuple(nominee.id for nominee in race.nominees if nominee.won)
        for forecaster, said in last_prices(race).items():
            field = whole_field(race, said)
            if field is not None:
                found[forecaster][0].append(Called(race.season, race.category, field, winners))
            picks = field or dict(favourites(said))
            if picks:
                found[forecaster][1].append(Called(race.season, race.category, picks, winners))
    return dict(sorted(found.items()))


def whole_field(race: Race, said: Sequence[Price]) -> dict[str, float] | None:
    """Probabilities of the whole field, summing to 1: what the prices leave over goes evenly to those without one."""
    given = {price.nomination: price.probability for price in said if price.probability is not None}
    if not given:
        return None
    return spread([nominee.id for nominee in race.nominees], given)


def spread(ids: Sequence[str], given: Mapping[str, float]) -> dict[str, float]:
    """Prices of some of a race's nominees as probabilities of all, summing to 1."""
    rest = [id for id in ids if id not in given]
    over = max(1.0 - sum(given.values()), LEAST * len(rest)) if rest else 0.0
    field = {**given, **{id: over / len(rest) for id in rest}}
    total = sum(field.values())
    return {id: chance / total for id, chance in field.items()}


def favourites(said: Sequence[Price]) -> Iterator[tuple[str, float]]:
    """The picks ranked first, as certainties."""
    for price in said:
        if price.rank == 1:
            yield price.nomination, 1.0
