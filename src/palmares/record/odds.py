"""Odds as measures: what forecasters gave a nomination, on or before a day.

Every forecaster is heard, each as it last spoke. The trap: they disagree, so a place is a range, from the best that any
of them gives to the worst, and who the favourite was may be as open as the race. Our own model is made afterwards, and
nobody went by it: what it alone has first was no favourite of anybody's.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from palmares.claims import Probability, Rank, Select
from palmares.record.lacks import EVER, Lack, LackKind, merged
from palmares.record.scene import Scene
from palmares.record.values import Value

OWN = "palmares"
"""The source of the odds of our own model."""

NOT_HEARD = frozenset({"other-goldderby-users", "other-jamesengland"})
"""A poll of readers, which says whom people want to win as much as who is expected to, and the first trial of a model
of one person's: neither is what anybody went by."""

CLEAR_LEAD, LONE_LEAD = 0.25, 0.5
"""By how much a favourite must lead for it to be clear that it is one, and that nobody else is; the latter where a
single source speaks."""

LAST = 99
"""A place behind any that can be given."""

RECENT = dt.timedelta(days=21)
"""How long what others printed counts as a second opinion."""

SAID = """
    SELECT o.source, o.as_of, other.row, o.probability, o.place
    FROM nomination n JOIN nomination other USING (award, edition, category) JOIN odds o ON o.nomination = other.row
    WHERE n.row = ? AND other.counts = 1 AND o.as_of <= ? ORDER BY o.source, o.as_of, other.row"""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What one source last said of a race, on `day`, by nomination row; nominees it passed over are left out.

    `chances`: probabilities, None where it gave a place alone. `places`: the first and last, which differ for those who
    share one.
    """

    source: str
    day: dt.date
    chances: Mapping[int, float | None]
    places: Mapping[int, tuple[int, int]]

    def is_close(self, row: int, lead: float) -> bool:
        """Whether a nominee leads all others by less than `lead`, or is led by less."""
        chance = self.chances.get(row)
        others = [rival for other, rival in self.chances.items() if other != row and rival is not None]
        return chance is not None and bool(others) and abs(max(others) - chance) < lead


def forecasts(scene: Scene, row: int, day: dt.date) -> tuple[Forecast, ...]:
    """What each source last said of the race of a nomination by a day, our own model first, then by name.

    Odds of later days than the scene's are not known in it.
    """
    days: defaultdict[str, defaultdict[str, list[tuple[int, float | None, int | None]]]]
    days = defaultdict(lambda: defaultdict(list))
    for source, as_of, *said in scene.rows(SAID, (row, min(day, scene.as_of).isoformat())):
        if source not in NOT_HEARD:
            days[source][as_of].append((said[0], said[1], said[2]))
    last = [(source, max(spoken)) for source, spoken in days.items()]
    return tuple(
        Forecast(
            source,
            dt.date.fromisoformat(as_of),
            {nominee: chance for nominee, chance, _ in days[source][as_of]},
            places(days[source][as_of]),
        )
        for source, as_of in sorted(last, key=lambda item: (item[0] != OWN, item[0]))
    )


def places(said: list[tuple[int, float | None, int | None]]) -> dict[int, tuple[int, int]]:
    """First and last place of each nominee: as printed, else by probability; equal ones share theirs."""
    chances = [chance for _, chance, _ in said if chance is not None]
    first = {
        row: place or 1 + sum(chance is not None and other > chance for other in chances) for row, chance, place in said
    }
    shared = list(first.values())
    return {row: (place, place + shared.count(place) - 1) for row, place in first.items()}


def place_given(heard: Sequence[Forecast], row: int) -> tuple[int, int]:
    """The best and the worst place of a nominee by those who gave one; to be passed over is not to be first."""
    given = [forecast.places[row] for forecast in heard if row in forecast.places]
    passed = [max(2, len(forecast.places) + 1) for forecast in heard if row not in forecast.places]
    best = min((first for first, _ in given), default=min(passed, default=LAST))
    return best, max([last for _, last in given] + ([2] if passed else []) + [best])


def is_ruled_out(heard: Sequence[Forecast], row: int, day: dt.date) -> bool:
    """Whether all who printed odds of late, with figures, have another clearly ahead, whatever our own model says."""
    printed = [forecast for forecast in heard if forecast.source != OWN and day - forecast.day <= RECENT]
    is_priced = any(chance is not None for forecast in printed for chance in forecast.chances.values())
    is_clear = not any(forecast.is_close(row, CLEAR_LEAD) for forecast in printed)
    return is_priced and is_clear and place_given(printed, row)[0] > 1


def probability(scene: Scene, measure: Probability) -> Value:
    """The probability of the one nomination that the selection picks out."""
    rows = scene.row_numbers(scene.relation(measure.nomination))
    heard = forecasts(scene, rows[0], measure.as_of) if len(rows) == 1 else ()
    said = [(forecast.source, forecast.chances.get(rows[0])) for forecast in heard]
    views = {source: chance for source, chance in said if chance is not None}
    if not views:
        return no_odds(scene, measure.nomination, rows)
    value = views[OWN] if OWN in views else mean(views.values())
    return Value(value, scene.record.nominations(rows), views=tuple(views.items()))


def rank(scene: Scene, measure: Rank) -> Value:
    """The best place that any source gives, with the worst beside it; they are one where all agree."""
    rows = scene.row_numbers(scene.relation(measure.nomination))
    heard = forecasts(scene, rows[0], measure.as_of) if len(rows) == 1 else ()
    if not heard:
        return no_odds(scene, measure.nomination, rows)
    row = rows[0]
    best, worst = place_given(heard, row)
    recent = sum(forecast.source == OWN or measure.as_of - forecast.day <= RECENT for forecast in heard)
    lead = CLEAR_LEAD if recent > 1 else LONE_LEAD
    is_open = any(forecast.is_close(row, lead) for forecast in heard)
    least, most = (1, max(worst, 2)) if is_open else (best, worst)
    own = heard[0].places.get(row, (LAST, LAST))
    above = [other for other, place in heard[0].places.items() if place < own]
    lacks = (Lack(LackKind.ODDS_UNCLEAR, detail=scene.record.nominations(rows)[0].id),) if least < most else ()
    ruled_out = frozenset({1} if is_ruled_out(heard, row, measure.as_of) else ())
    return Value(
        best, scene.record.nominations((*above, row)), lacks, upper=worst, span=(least, most), ruled_out=ruled_out
    )


def no_odds(scene: Scene, nomination: Select, rows: tuple[int, ...]) -> Value:
    """The value where no single nomination is picked out, or no odds stand for it."""
    lacks = [] if rows else list(scene.shortfall(nomination, (), EVER).lacks)
    detail = ", ".join(row.id for row in scene.record.nominations(rows[:3]))
    return Value(None, scene.record.nominations(rows[:3]), merged([*lacks, Lack(LackKind.NO_ODDS, detail=detail)]))
