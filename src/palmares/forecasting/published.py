"""The forecasts that others printed, on the races they called: betting odds, markets, experts, statisticians.

They are rows of the record, dated there; only the last forecast on or before the eve counts. The thing a newcomer gets
wrong: many printed a favourite and no figure, and most a few prices and not the field; who has a figure for nobody but
a favourite is judged by picks alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from palmares.forecasting.races import ACADEMY, Race
from palmares.forecasting.scores import Called
from palmares.record import OWN, Record

LEAST = 0.005
"""What a nominee without a price is given where the others' prices leave nothing over."""

PRINTED = """
    SELECT edition, category, odds.source, as_of, id, probability, odds.place
    FROM odds JOIN nomination ON row = nomination
    WHERE award = ? AND odds.source != ? ORDER BY edition, category, odds.source, as_of, row"""


@dataclass(frozen=True, slots=True)
class Price:
    """One figure or pick of a forecaster: `probability` and `rank` are None where not given."""

    nomination: str
    probability: float | None
    rank: int | None


def last_prices(record: Record) -> Mapping[tuple[int, str], Mapping[str, Sequence[Price]]]:
    """By edition and category, what each forecaster said last; the record has no day after the eve."""
    said: defaultdict[tuple[int, str], defaultdict[str, defaultdict[str, list[Price]]]]
    said = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for edition, category, source, as_of, *price in record.connection.execute(PRINTED, (ACADEMY, OWN)):
        said[edition, category][source][as_of].append(Price(*price))
    return {race: {source: days[max(days)] for source, days in by_source.items()} for race, by_source in said.items()}


def printed(record: Record, races: Sequence[Race]) -> dict[str, tuple[list[Called], list[Called]]]:
    """By forecaster, the races called with probabilities, and all races with at least a favourite."""
    found: defaultdict[str, tuple[list[Called], list[Called]]] = defaultdict(lambda: ([], []))
    last = last_prices(record)
    for race in races:
        winners = tuple(nominee.id for nominee in race.nominees if nominee.won)
        for forecaster, said in last.get((race.edition, race.category), {}).items():
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
