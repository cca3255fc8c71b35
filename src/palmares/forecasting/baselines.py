"""What a forecast must beat: chance, the guild's winner, the best single precursor.

Each baseline calls every race it can: where its body did not name an Academy nominee it calls nothing, and the model is
judged on the same races. The thing a newcomer gets wrong: "the best single precursor" is chosen per category on the
seasons before, as everything else is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from palmares.forecasting.forecaster import Forecaster
from palmares.forecasting.races import Race
from palmares.forecasting.scores import Called
from palmares.forecasting.tables import targets

SMOOTHING = 2.0
"""Races of even chance that a body's record is taken to begin with."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom a body's prizes on one target's own channels named in one race: shares (nominees,) summing to 1."""

    race: Race
    award: str
    shares: tuple[float, ...]

    @property
    def right(self) -> float:
        """The share that went to a winner."""
        return sum(share for share, nominee in zip(self.shares, self.race.nominees, strict=True) if nominee.won)


def call(race: Race, shares: Sequence[float]) -> Called:
    """A race called with these probabilities."""
    ids = [nominee.id for nominee in race.nominees]
    chances = dict(zip(ids, map(float, shares), strict=True))
    return Called(race.season, race.category, chances, tuple(nominee.id for nominee in race.nominees if nominee.won))


def uniform(races: Sequence[Race]) -> list[Called]:
    """Every nominee of a race alike."""
    return [call(race, [1 / len(race.nominees)] * len(race.nominees)) for race in races]


def namings(maker: Forecaster) -> list[Naming]:
    """For every race, whom each body named by the eve on the target's own channels, by season."""
    features = maker.features
    found: defaultdict[tuple[int, str], dict[int, float]] = defaultdict(dict)
    for entry in np.flatnonzero(maker.by_eve):
        signal = features.signals[features.signal[entry]]
        if signal.kind == "won" and signal.role not in {"kin", "list"} and signal.sub not in {"film", "other"}:
            place = int(features.nominee[entry])
            found[int(maker.race[place]), signal.award][place] = 1.0
    return [
        Naming(features.races[race], award, shares_of(features.races[race], int(features.starts[race]), named))
        for (race, award), named in sorted(found.items())
    ]


def shares_of(race: Race, start: int, named: dict[int, float]) -> tuple[float, ...]:
    """Shares of a race's nominees in what a body named."""
    return tuple(named.get(start + place, 0.0) / len(named) for place in range(len(race.nominees)))


def guild_winner(found: Sequence[Naming], seasons: range) -> list[Called]:
    """The guild of each category wins it: as probabilities, its smoothed record in the category so far."""
    guilds = {category: target.guild for category, target in targets().items()}
    return list(backed([naming for naming in found if guilds[naming.race.category] == naming.award], seasons))


def best_single(found: Sequence[Naming], seasons: range) -> list[Called]:
    """In each category the body with the best record so far wins it, of those that named a nominee."""
    chosen: dict[tuple[int, str], tuple[float, Naming]] = {}
    for naming in found:
        key = (naming.race.season, naming.race.category)
        record = trust(naming, found)
        if key not in chosen or record > chosen[key][0]:
            chosen[key] = (record, naming)
    return list(backed([naming for _, naming in chosen.values()], seasons, among=found))


def backed(found: Sequence[Naming], seasons: range, *, among: Sequence[Naming] | None = None) -> Iterator[Called]:
    """Races called by one body each: it is trusted as often as it was right before, the rest is spread evenly."""
    for naming in found:
        if naming.race.season in seasons:
            chance = trust(naming, among or found)
            even = 1 / len(naming.race.nominees)
            yield call(naming.race, [chance * share + (1 - chance) * even for share in naming.shares])


def trust(naming: Naming, among: Sequence[Naming]) -> float:
    """How often a body had been right in a category before a season, smoothed towards a half."""
    past = [
        other.right
        for other in among
        if other.award == naming.award
        and other.race.category == naming.race.category
        and other.race.season < naming.race.season
    ]
    return (sum(past) + SMOOTHING / 2) / (len(past) + SMOOTHING)
