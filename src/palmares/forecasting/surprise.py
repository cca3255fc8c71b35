"""How surprising results were: bits, upsets, and which seasons could be foreseen.

The thing a newcomer gets wrong: an upset is a loss of the frontrunner, however narrow; how great it was is told by the
bits alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from palmares.errors import UnknownName
from palmares.forecasting.backtest import decided, season_calls
from palmares.forecasting.forecaster import forecaster
from palmares.forecasting.scores import Called
from palmares.forecasting.stages import EVE, stage_day
from palmares.record import NominationRow, Record


@dataclass(frozen=True, slots=True)
class Result:
    """One race's result against the odds of its eve.

    `winner` and `favourite` are the same where the frontrunner won; of a tie's winners the likelier is taken.
    `surprise_bits` is that of the winner.
    """

    season: int
    category: str
    winner: NominationRow
    favourite: NominationRow
    probability: float
    favourite_probability: float
    surprise_bits: float

    @property
    def is_upset(self) -> bool:
        """Whether a nominee won who was not the frontrunner."""
        return self.winner.id != self.favourite.id


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How far a season could be foreseen: races, upsets, and the mean surprise of its results in bits."""

    season: int
    races: int
    upsets: int
    surprise_bits: float


def surprise_bits(odds: Mapping[str, float], winner: str) -> float:
    """How unexpected it was that `winner` took the race.

    Args:
        odds: probability of each nominee on the eve; sums to 1 within 1e-9.
        winner: a key of `odds`.

    Returns:
        Bits: 0 for a certainty, 1 for an even bet, `inf` for a winner thought impossible.

    Raises:
        UnknownName: `winner` was not in the race.

    Source: Shannon (1948), information of one outcome.

    >>> surprise_bits({"moore": 0.75, "madison": 0.25}, "madison")
    2.0
    """
    if winner not in odds:
        raise UnknownName(winner, tuple(odds)[:3])
    return -math.log2(odds[winner]) if odds[winner] > 0 else math.inf


def results(record: Record, *, first: int, last: int, category: str | None = None) -> tuple[Result, ...]:
    """Every result of the film years from `first` to `last` against its eve's odds, most surprising first.

    Each season's odds are fitted on the seasons before it.
    """
    maker = forecaster(record)
    found: list[Result] = []
    for season in range(first, last + 1):
        races = decided(maker.season(season))
        if races:
            day = stage_day(EVE, races, maker.sources.said)
            found += [result(record, call) for call in season_calls(maker, season, as_of=day)]
    kept = [each for each in found if category in (None, each.category)]
    return tuple(sorted(kept, key=lambda each: (-each.surprise_bits, each.winner.id)))


def result(record: Record, call: Called) -> Result:
    """A call as a result."""
    chances = call.probabilities
    winner = max(call.winners, key=lambda id: chances[id])
    best = max(chances.values())
    favourite = winner if chances[winner] == best else min(id for id in chances if chances[id] == best)
    rows = {row.id: row for row in record.nominations(rows_of(record, (winner, favourite)))}
    return Result(
        call.season, call.category, rows[winner], rows[favourite], chances[winner], best, surprise_bits(chances, winner)
    )


def rows_of(record: Record, ids: Sequence[str]) -> list[int]:
    """The row numbers of nominations by their ids."""
    return [record.connection.execute("SELECT row FROM nomination WHERE id = ?", (id,)).fetchone()[0] for id in ids]


def upsets(found: Sequence[Result]) -> tuple[Result, ...]:
    """The results in which the frontrunner lost, greatest surprise first."""
    return tuple(each for each in found if each.is_upset)


def surest_losers(found: Sequence[Result]) -> tuple[Result, ...]:
    """The results in which the frontrunner lost, surest frontrunner first."""
    return tuple(sorted(upsets(found), key=lambda each: (-each.favourite_probability, each.winner.id)))


def by_predictability(found: Sequence[Result]) -> tuple[Foreseen, ...]:
    """The seasons, best foreseen first."""
    seasons = []
    for season in sorted({each.season for each in found}):
        part = [each for each in found if each.season == season]
        mean = sum(each.surprise_bits for each in part) / len(part)
        seasons.append(Foreseen(season, len(part), len(upsets(part)), mean))
    return tuple(sorted(seasons, key=lambda each: (each.surprise_bits, each.season)))
