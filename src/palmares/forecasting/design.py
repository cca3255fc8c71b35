"""Which coefficients a signal has: one shared with all like signals, and deviations from it, finer and finer.

The sum of a signal's coefficients is what it is worth. Each has a normal prior round 0 whose deviation stands in
settings.toml, so that a body that spoke seldom keeps to what its kind is worth. The thing a newcomer gets wrong:
coefficients shared by a role multiply a power below 1 of the sum of its signals, since like bodies repeat one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from palmares.forecasting.features import Features, Floats, Integers, Signal
from palmares.forecasting.races import ACADEMY
from palmares.forecasting.tables import settings, targets

VERSIONS = frozenset({"comedy", "drama", "contemporary", "period", "fantasy", "other"})
"""Last words of sub-channels that mean the same over bodies: a prize given by genre, or in another category."""


@dataclass(frozen=True, slots=True)
class Column:
    """One coefficient: the level at which it is shared, and what it is shared by."""

    level: str
    key: tuple[str, ...]
    is_saturating: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Which signal counts in which column.

    Shapes: `linear` and `saturating` (signals, columns) are 0 or 1; `deviations` (columns,) are prior deviations.
    """

    columns: tuple[Column, ...]
    deviations: Floats
    linear: sparse.csr_array
    saturating: sparse.csr_array
    power: float

    def matrix(self, values: sparse.csr_array) -> sparse.csr_array:
        """Signals (nominees, signals) as columns (nominees, columns)."""
        together = sparse.csr_array(values @ self.saturating)
        together.data = np.sign(together.data) * np.abs(together.data) ** self.power
        return sparse.csr_array(values @ self.linear + together)


def build_design(signals: Sequence[Signal]) -> Design:
    """The columns of all signals."""
    columns: dict[Column, int] = {}
    deviations: list[float] = []
    pairs: list[tuple[int, int]] = []
    for number, signal in enumerate(signals):
        spread = settings()["width"] * worth(signal)
        for column in columns_of(signal):
            if column not in columns:
                columns[column] = len(columns)
                deviations.append(spread * settings()["levels"][column.level])
            pairs.append((number, columns[column]))
    found = tuple(columns)
    shape = (len(signals), len(found))
    rows, places = np.array(pairs).T
    is_saturating = np.array([column.is_saturating for column in found])[places]
    linear, saturating = (
        sparse.csr_array((np.ones(kept.sum()), (rows[kept], places[kept])), shape=shape)
        for kept in (~is_saturating, is_saturating)
    )
    return Design(found, np.array(deviations), linear, saturating, settings()["power"])


def worth(signal: Signal) -> float:
    """How much of the deviation of a level is thought possible for a signal of this role and kind."""
    role = "own" if signal.award == ACADEMY else "film" if signal.sub == "film" else signal.role
    return float(settings()["roles"][role]) * float(settings()["kinds"].get(signal.kind, 1.0))


def columns_of(signal: Signal) -> Iterator[Column]:
    """The columns of a signal, from the most widely shared on."""
    target, kind, role = signal.target, signal.kind, signal.role
    family = targets()[target].family
    if signal.award == ACADEMY:
        yield Column("role", (kind,))
        yield Column("own-family", (family, kind))
        yield Column("target", (target, kind))
    elif signal.sub == "film":
        yield Column("role", ("film", kind), is_saturating=True)
        yield Column("family", (family, "film", kind), is_saturating=True)
        yield Column("target-role", (target, "film", kind), is_saturating=True)
        yield Column("award", (role, kind))
        yield Column("family-award", (family, role, kind))
    else:
        body = (role, signal.award, signal.sub) if role in {"near", "kin"} else (signal.award,)
        yield Column("role", (role, kind), is_saturating=True)
        yield Column("family", (family, role, kind), is_saturating=True)
        yield Column("target-role", (target, role, kind), is_saturating=True)
        yield Column("award", (*body, kind))
        yield Column("family-award", (family, *body, kind))
        yield Column("target", (target, signal.award, signal.sub, kind))
        version = signal.sub.rsplit("-", 1)[-1]
        if version in VERSIONS:
            yield Column("version", (version, kind))


def signal_matrix(features: Features, kept: Integers) -> sparse.csr_array:
    """The entries of these numbers as (nominees, signals)."""
    shape = (int(features.starts[-1]), len(features.signals))
    cells = (features.value[kept], (features.nominee[kept], features.signal[kept]))
    return sparse.csr_array(cells, shape=shape)
