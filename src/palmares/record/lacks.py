"""What the record would have to hold to answer, and does not.

A lack is an answer, not an error. The trap: a lack of rows (`missing`) leaves what was found standing, since more
rows can only add to it; a doubt about rows (`doubtful`) does not, since what was found may not belong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class LackKind(StrEnum):
    """Why the record cannot tell.

    `outside-record`: it holds nothing of the kind (no such film, prize or edition, or a thing it does not record).
    `before-coverage`: winners of these editions are not complete. `nominees-not-collected`: winners are, but not
    those who lost. `people-missing`: rows do not name everybody. `not-decided`: the prize had not been handed out by
    the as-of date. `no-odds`: no odds stand in the record for the nomination. `odds-unclear`: they are too close, or
    forecasters too far apart. `unknown-attribute`: a birth date,
    gender, country … of somebody concerned is not known. `no-subject`: the subject is not in the selection, so it has
    no place in it.
    """

    OUTSIDE_RECORD = "outside-record"
    BEFORE_COVERAGE = "before-coverage"
    NOMINEES_NOT_COLLECTED = "nominees-not-collected"
    PEOPLE_MISSING = "people-missing"
    NOT_DECIDED = "not-decided"
    NO_ODDS = "no-odds"
    ODDS_UNCLEAR = "odds-unclear"
    UNKNOWN_ATTRIBUTE = "unknown-attribute"
    NO_SUBJECT = "no-subject"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing the record does not hold.

    `first` and `last` are editions of the award; None leaves an end open. `category` is None where it concerns several;
    `detail` then names them, or names the person, film or word concerned.
    """

    kind: LackKind
    award: str | None = None
    category: str | None = None
    first: int | None = None
    last: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What coverage lacks for a selection.

    `missing`: rows that it may not show. `doubtful`: why rows that it does show may not belong.
    """

    missing: tuple[Lack, ...] = ()
    doubtful: tuple[Lack, ...] = ()

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """Both, each once."""
        return merged((*self.missing, *self.doubtful))

    def __or__(self, other: Shortfall) -> Shortfall:
        """What both lack together."""
        if not (other.missing or other.doubtful):
            return self
        return Shortfall(merged((*self.missing, *other.missing)), merged((*self.doubtful, *other.doubtful)))

    def doubted(self) -> Shortfall:
        """The same where missing rows would alter what was found, not only add to it."""
        return Shortfall((), self.lacks)


NOTHING = Shortfall()
"""Nothing is lacking."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which prizes were handed out, as ISO text: from `since` (included) until `until` (not included)."""

    since: str = ""
    until: str = ""


EVER = Stretch()
"""From the first day on."""


def merged(lacks: Iterable[Lack]) -> tuple[Lack, ...]:
    """Lacks that differ only in the category as one, in a fixed order."""
    lacks = tuple(lacks)
    if len(lacks) < 2:
        return lacks
    groups: dict[tuple[object, ...], set[Lack]] = {}
    for lack in lacks:
        detail = lack.detail if lack.category is None else ""
        groups.setdefault((lack.kind, lack.award, lack.first, lack.last, lack.category is None and detail), set()).add(
            lack
        )
    return tuple(sorted((joined(group) for group in groups.values()), key=order))


def joined(group: set[Lack]) -> Lack:
    """One lack for several of the same kind, award and editions."""
    if len(group) == 1:
        return next(iter(group))
    first = next(iter(group))
    categories = sorted({lack.category for lack in group if lack.category})
    return Lack(first.kind, first.award, None, first.first, first.last, ", ".join(categories))


def order(lack: Lack) -> tuple[str, str, int, int, str, str]:
    """The order in which lacks are told."""
    ends = (-1 if lack.first is None else lack.first, -1 if lack.last is None else lack.last)
    return (lack.kind, lack.award or "", *ends, lack.category or "", lack.detail)
