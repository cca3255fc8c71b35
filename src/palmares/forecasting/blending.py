"""Blends the odds with prices from outside: a market's, a bookmaker's, a crowd's.

Equal weights, untuned: each knows what the other does not. The thing a newcomer gets wrong: prices need not cover the
field nor sum to 1; what they leave over goes evenly to those without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting.odds import Odds
from palmares.forecasting.published import spread
from palmares.forecasting.scores import Called

LEAST = 1e-4
"""No nominee is taken as less likely than this by either side: a pool of logarithms has no answer to 0."""


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
    pool = pooled({chance.nominee.id: chance.probability for chance in found.chances}, spread(ids, given))
    chances = [replace(chance, probability=pool[chance.nominee.id]) for chance in found.chances]
    return replace(found, chances=tuple(sorted(chances, key=lambda each: (-each.probability, each.nominee.id))))


def pooled(ours: Mapping[str, float], theirs: Mapping[str, float]) -> dict[str, float]:
    """The logarithmic pool of two forecasts of one race with equal weights: their geometric mean, summing to 1.

    Source: Genest and Zidek (1986), Combining probability distributions.

    >>> pooled({"moore": 0.5, "madison": 0.5}, {"moore": 0.9, "madison": 0.1})
    {'moore': 0.75, 'madison': 0.25}
    """
    means = {id: (max(chance, LEAST) * max(theirs[id], LEAST)) ** 0.5 for id, chance in ours.items()}
    total = sum(means.values())
    return {id: round(mean / total, 12) for id, mean in means.items()}


def pooled_calls(ours: Sequence[Called], theirs: Sequence[Called]) -> list[Called]:
    """Calls of the same races pooled, in the order of `theirs`.

    Raises:
        UnknownName: a race stands only among theirs.
    """
    known = {(call.season, call.category): call for call in ours}
    found = []
    for call in theirs:
        if (call.season, call.category) not in known:
            raise UnknownName(f"{call.category} of film year {call.season}")
        mine = known[call.season, call.category]
        found.append(replace(mine, probabilities=pooled(mine.probabilities, call.probabilities)))
    return found
