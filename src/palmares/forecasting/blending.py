"""Blends the odds with prices from outside: a market's, a bookmaker's, a crowd's.

Each knows what the other does not, and how much was learnt from the printed forecasts of the seasons before. The thing
a newcomer gets wrong: prices need not cover the field nor sum to 1; what they leave over goes evenly to those without
one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import minimize

from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting.features import Floats
from palmares.forecasting.odds import Odds
from palmares.forecasting.published import spread
from palmares.forecasting.scores import Called
from palmares.forecasting.tables import Pooling, pooling

LEAST = 1e-4
"""No nominee is taken as less likely than this by either side: a pool of logarithms has no answer to 0."""

EVEN, DEVIATION = 0.5, 0.25
"""The weights before any price was seen, and by how much they may be thought to be off."""


def blended(found: Odds, prices: Mapping[str, float]) -> Odds:
    """The odds of a race pooled with prices, likeliest first; reasons and `before` stay those of the odds alone.

    Args:
        prices: probabilities, 0 to 1, by nomination id; those of other races are passed over.

    Raises:
        UnusableInput: a price is not from 0 to 1.
    """
    ids = [chance.nominee.id for chance in found.chances]
    given = {id: prices[id] for id in ids if id in prices}
    for id, price in given.items():
        if not 0 <= price <= 1:
            raise UnusableInput(f"{id}={price}", "this is not a probability", "Give a number from 0 to 1")
    if not given:
        return found
    ours = {chance.nominee.id: chance.probability for chance in found.chances}
    pool = pooled(ours, spread(ids, given), pooling(found.chances[0].nominee.season))
    chances = [replace(chance, probability=pool[chance.nominee.id]) for chance in found.chances]
    return replace(found, chances=tuple(sorted(chances, key=lambda each: (-each.probability, each.nominee.id))))


def pooled(ours: Mapping[str, float], theirs: Mapping[str, float], weights: Pooling) -> dict[str, float]:
    """The logarithmic pool of two forecasts of one race: the product of their powers, summing to 1.

    Source: Genest and Zidek (1986), Combining probability distributions.

    >>> pooled({"moore": 0.5, "madison": 0.5}, {"moore": 0.9, "madison": 0.1}, Pooling(0.5, 0.5))
    {'moore': 0.75, 'madison': 0.25}
    """
    powers = {
        id: max(chance, LEAST) ** weights.ours * max(theirs[id], LEAST) ** weights.theirs for id, chance in ours.items()
    }
    total = sum(powers.values())
    return {id: round(power / total, 12) for id, power in powers.items()}


def pooled_calls(ours: Sequence[Called], theirs: Sequence[Called]) -> list[Called]:
    """Calls of the same races pooled with the weights of their seasons, in the order of `theirs`.

    Raises:
        UnknownName: a race stands only among theirs.
    """
    known = {(call.season, call.category): call for call in ours}
    found = []
    for call in theirs:
        if (call.season, call.category) not in known:
            raise UnknownName(f"{call.category} of film year {call.season}")
        mine = known[call.season, call.category]
        found.append(replace(mine, probabilities=pooled(mine.probabilities, call.probabilities, pooling(call.season))))
    return found


def best_pooling(ours: Iterable[Called], theirs: Iterable[Called], *, season: int) -> Pooling:
    """The weights that would have served the seasons before one best, drawn towards even ones.

    A race counts once, however many priced it.
    """
    known = {(call.season, call.category): call for call in ours}
    past = [call for call in theirs if call.season < season and (call.season, call.category) in known]
    often = Counter((call.season, call.category) for call in past)
    races = [
        (logarithms(known[call.season, call.category], call), 1.0 / often[call.season, call.category]) for call in past
    ]

    def loss(weights: Floats) -> float:
        misses = sum(share * missed(logs @ weights, won) for (logs, won), share in races)
        return float(misses + 0.5 * np.sum(((weights - EVEN) / DEVIATION) ** 2))

    found = minimize(loss, np.full(2, EVEN), method="L-BFGS-B").x
    return Pooling(*(float(weight) for weight in found))


def logarithms(mine: Called, other: Called) -> tuple[Floats, Floats]:
    """The logarithms of both forecasts of a race (nominees, 2), and each nominee's share of the win (nominees,)."""
    pairs = [(max(chance, LEAST), max(other.probabilities[id], LEAST)) for id, chance in mine.probabilities.items()]
    won = [(id in mine.winners) / len(mine.winners) for id in mine.probabilities]
    return np.log(pairs), np.array(won)


def missed(utilities: Floats, won: Floats) -> float:
    """Minus the logarithm of what the winners were given."""
    highest = float(utilities.max())
    return float(highest + np.log(np.exp(utilities - highest).sum()) - won @ utilities)
