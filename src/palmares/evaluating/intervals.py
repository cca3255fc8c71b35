"""How sure a rate is: its bootstrap interval over documents.

The thing a newcomer gets wrong: documents are drawn whole, because the claims of one story are read together and fail
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 1000
SEED = 97
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its counts and its 95% interval. All three are from 0 to 1, or None where `total` is 0."""

    right: int
    total: int
    value: float | None
    low: float | None
    high: float | None


def rate_of(counts: Sequence[tuple[int, int]], *, seed: int = SEED) -> Rate:
    """The share over documents with these counts of (right, total), each total above 0."""
    right, total = sum(pair[0] for pair in counts), sum(pair[1] for pair in counts)
    if not total:
        return Rate(0, 0, None, None, None)
    low, high = interval(counts, seed=seed)
    return Rate(right, total, right / total, low, high)


def interval(counts: Sequence[tuple[int, int]], *, seed: int) -> tuple[float, float]:
    """The percentile interval of a rate over documents with these counts of (right, total), at least one.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.

    >>> interval([(1, 2), (1, 2)], seed=1)
    (0.5, 0.5)
    """
    documents = len(counts)
    times = np.random.default_rng(seed).multinomial(documents, np.full(documents, 1 / documents), size=RESAMPLES)
    sums = times @ np.asarray(counts)  # (resamples, 2): right and total of each resample
    low, high = np.quantile(sums[:, 0] / sums[:, 1], [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)
