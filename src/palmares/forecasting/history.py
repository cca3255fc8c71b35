"""What the Academy's own nominations say of a nominee: the film's others, and the person's earlier ones.

The thing a newcomer gets wrong: counts enter as logarithms, since the tenth nomination of a film says less than its
second.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Sequence

from palmares.forecasting.races import Nominee, Race
from palmares.forecasting.tables import targets

FIELDS = {"picture": "picture-nominee", "director": "director-nominee", "editing": "editing-nominee"}
"""Races whose nominees stand out in other races too, and the kind of signal that says so."""

FAMILIES = {"acting": "acting-nominations", "writing": "writing-nominations", "look": "look-nominations",
            "sound": "sound-nominations"}  # fmt: skip
"""Families of races in which a film's other nominations are counted, with the kind of signal."""

KINDS = ("nominations", "rivals-of-own-film", *FIELDS.values(), *FAMILIES.values())
CAREER = ("earlier-wins", "earlier-losses", "overdue", "nominated-elsewhere")
"""`overdue`: earlier defeats of somebody who never won in the family."""


class History:
    """The Academy's nominations by film and season, and by person; `personal` are the categories given to people."""

    def __init__(self, races: Sequence[Race], personal: Collection[str]) -> None:
        self.personal = personal
        self.in_season: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        self.careers: defaultdict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        for race in races:
            for nominee in race.nominees:
                for film in nominee.films:
                    self.in_season[race.season, film].append(race.category)
                for person in nominee.people:
                    self.careers[person].append((race.held, race.category, nominee.won))

    def of(self, nominee: Nominee, race: Race) -> dict[str, float]:
        """Values by kind of signal."""
        fields = [field for film in nominee.films for field in self.in_season[race.season, film]]
        found = {"nominations": math.log(max(len(fields), 1))}
        others = [field for field in fields if field != race.category]
        found |= {kind: 1.0 for field, kind in FIELDS.items() if field in others}
        for family, kind in FAMILIES.items():
            found[kind] = math.log1p(sum(targets()[field].family == family for field in others))
        found["rivals-of-own-film"] = float(
            sum(bool(set(other.films) & set(nominee.films)) for other in race.nominees) - 1
        )
        if race.category in self.personal:
            found |= self.career(nominee, race)
        return found

    def career(self, nominee: Nominee, race: Race) -> dict[str, float]:
        """Earlier wins and defeats in the target's family and elsewhere, each of whoever of the people has most."""
        found: defaultdict[str, float] = defaultdict(float)
        for person in nominee.people:
            for kind, count in self.counts(person, race).items():
                found[kind] = max(found[kind], math.log1p(count))
        return found

    def counts(self, person: str, race: Race) -> dict[str, int]:
        """How often a person had been nominated before the night of a race, by kind of signal."""
        family = targets()[race.category].family
        before = [(category, won) for held, category, won in self.careers[person] if held < race.held]
        kin = [won for category, won in before if targets()[category].family == family]
        wins, losses = sum(kin), len(kin) - sum(kin)
        return {
            "earlier-wins": wins,
            "earlier-losses": losses,
            "overdue": 0 if wins else losses,
            "nominated-elsewhere": len(before) - len(kin),
        }
