"""The tables of what is forecast and who speaks of it beforehand: targets, bodies and precursors.

A target is a category of the Academy; a channel is all that one body says on a target in prizes of one kind. The thing
a newcomer gets wrong: a body's prize of the target's own name, or standing under it, needs no line in the table.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from palmares.record import Category

HERE = Path(__file__).parent

OWN = ""
"""The sub-channel of a body's prize that has the target's own name."""


@dataclass(frozen=True, slots=True)
class Target:
    """A category of the Academy that is forecast, the family with which it shares what bodies are worth, its guild."""

    category: str
    family: str
    guild: str | None


@dataclass(frozen=True, slots=True)
class Channel:
    """What one body says on one target.

    `sub` tells several channels of one body apart (`comedy`, `other`); `role` is the kind of body or of prize, over
    which coefficients are pooled: guild, academy, televised, critics, independent, festival, industry, list, or kin for
    a prize of the same film in another field.
    """

    target: str
    award: str
    sub: str
    role: str
    categories: tuple[str, ...]


@cache
def targets() -> Mapping[str, Target]:
    """All targets by category, in the order of the table."""
    lines = read_lines("targets.csv")
    return {line["category"]: Target(line["category"], line["family"], line["guild"] or None) for line in lines}


@cache
def roles() -> Mapping[str, str]:
    """The role of each body that is listened to."""
    return {line["award"]: line["role"] for line in read_lines("bodies.csv")}


@cache
def settings() -> Mapping[str, Any]:
    """The numbers of settings.toml."""
    return tomllib.loads((HERE / "settings.toml").read_text(encoding="utf-8"))


@cache
def sharpenings() -> Mapping[int, float]:
    """By season, what the log-odds of its races are multiplied by, chosen on the seasons before it."""
    return {int(line["season"]): float(line["sharpness"]) for line in read_lines("sharpness.csv")}


def sharpness(season: int) -> float:
    """What the log-odds of a season's races are multiplied by; 1 before the first that the table has."""
    return next((sharpenings()[known] for known in sorted(sharpenings(), reverse=True) if known <= season), 1.0)


@dataclass(frozen=True, slots=True)
class Pooling:
    """The powers to which our odds and prices from outside are raised where they are blended."""

    ours: float
    theirs: float


@cache
def poolings() -> Mapping[int, Pooling]:
    """By season, how its prices are blended in, fitted on the seasons before it."""
    return {
        int(line["season"]): Pooling(float(line["ours"]), float(line["theirs"])) for line in read_lines("pooling.csv")
    }


def pooling(season: int) -> Pooling:
    """How prices of a season are blended in; evenly before the first that the table has."""
    return next((poolings()[known] for known in sorted(poolings(), reverse=True) if known <= season), Pooling(0.5, 0.5))


def read_lines(name: str) -> Iterator[dict[str, str]]:
    """The lines of one table of this package."""
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def channels(categories: Mapping[str, Category]) -> tuple[Channel, ...]:
    """All channels: each body's prizes of the target's own name and under it, then those of the table."""
    found = [
        Channel(target, award, category.removeprefix(target).removeprefix("-"), role, (category,))
        for target in targets()
        for category in family_tree(target, categories)
        for award, role in roles().items()
    ]
    found += [
        Channel(line["target"], line["award"], line["sub"], line["role"], tuple(line["categories"].split()))
        for line in read_lines("precursors.csv")
    ]
    return tuple(found)


def family_tree(target: str, categories: Mapping[str, Category]) -> list[str]:
    """A category and those directly or further under it."""
    found = [target]
    for parent in found:
        found += [id for id, category in categories.items() if category.parent == parent]
    return found
