"""What-ifs: a body's prize taken to have gone to somebody, whatever the record says.

The thing a newcomer gets wrong: a what-if replaces the winner and leaves the nominations alone; a prize that had not
been given yet is taken as given on the day asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from palmares.errors import UnknownName
from palmares.forecasting.races import Nominee, Race, Said, Word
from palmares.forecasting.tables import family_tree, roles
from palmares.record import Record


@dataclass(frozen=True, slots=True)
class Given:
    """A prize taken to have been won: `sag`, `actress`, and the id of a film or person."""

    award: str
    category: str
    winner: str


def suppose(record: Record, said: Said, races: Sequence[Race], given: Given, *, as_of: int) -> tuple[Said, Word]:
    """What would have been said, and the winning word in it.

    Raises:
        UnknownName: there is no such body or prize, or the body neither named the winner nor does the Academy.
    """
    if given.award not in roles() or given.category not in record.categories:
        raise UnknownName(f"{given.award}/{given.category}")
    season = races[0].season
    prizes = family_tree(given.category, record.categories)
    words = [word for prize in prizes for word in said.by_race.get((given.award, prize, season), ())]
    found = [word for word in words if given.winner in word.films or given.winner in word.people]
    winning = found[0] if found else unsaid(races, given, as_of=as_of)
    key = (given.award, winning.category, season)
    old = said.by_race.get(key, [])
    held = min([as_of, *(word.held for word in old)])
    new = [replace(word, won=word is winning, placed=word.placed * (word is not winning), held=held) for word in old]
    if not found:
        new.append(winning)
    by_film = dict(said.by_film)
    for film in {film for word in (*old, *new) for film in word.films}:
        rest = [word for word in by_film.get(film, ()) if not any(word is other for other in old)]
        by_film[film] = rest + [word for word in new if film in word.films]
    announced = said.given.get(key, (None, held))[0]
    winner = next(word for word in new if word.won)
    changed = Said(by_film, {**said.by_race, key: new}, {**said.given, key: (announced, held)}, said.seasons)
    return changed, winner


def unsaid(races: Sequence[Race], given: Given, *, as_of: int) -> Word:
    """The winning word on a nominee of the Academy whom the body had not named."""
    for race in sorted(races, key=lambda race: race.category != given.category):
        for nominee in race.nominees:
            if given.winner in nominee.films or given.winner in nominee.people:
                return word_on(nominee, race, given, as_of=as_of)
    raise UnknownName(given.winner)


def word_on(nominee: Nominee, race: Race, given: Given, *, as_of: int) -> Word:
    """A win of a nominee on a day."""
    return Word(
        given.award, given.category, race.season, as_of, as_of, won=True, placed=0.0, is_covered=False,
        films=nominee.films, people=nominee.people,
    )  # fmt: skip
