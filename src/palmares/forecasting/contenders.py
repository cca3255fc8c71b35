"""Contenders of a season whose nominations are still to come: those whom festivals, critics and guilds have named.

Each has a probability of being nominated and one of winning, by two logits on the same signals as the odds, fitted on
contenders of the seasons before at the same distance from the night. The thing a newcomer gets wrong: the chances of
winning do not sum to 1; the rest belongs to whom nobody has named yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from palmares.claims import Film, Person
from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting.features import Floats, spoken
from palmares.forecasting.forecaster import Forecaster, forecaster
from palmares.forecasting.model import Races, fit, predict
from palmares.forecasting.races import ACADEMY, Nominee, Race, Word
from palmares.forecasting.tables import settings, targets
from palmares.record import Record

WIDER = 3.0
"""How much wider priors are than for the odds: among those not yet nominated a festival's prize tells more."""

INTERCEPT_DEVIATION = 5.0
"""Prior deviation of how likely a contender without any signal is."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A film, or a person in films, that may be nominated: probabilities, 0 to 1, of being nominated and of winning."""

    films: tuple[Film, ...]
    people: tuple[Person, ...]
    nominated: float
    won: float


def contenders(record: Record, edition: int, *, category: str, as_of: dt.date) -> tuple[Contender, ...]:
    """Who may be nominated in a race, as a day sees it, likeliest first.

    Raises:
        UnknownName: there is no such edition, or the category is not forecast.
        UnusableInput: the nominations were announced by then, and `odds` has the answer.
    """
    if category not in targets():
        raise UnknownName(category, tuple(targets())[:3])
    held = record.edition(ACADEMY, edition)
    night, day = held.held_last.toordinal(), as_of.toordinal()
    maker = forecaster(record)
    races = [race for race in maker.features.races if race.edition == edition]
    if races and races[0].announced <= day:
        raise UnusableInput(as_of.isoformat(), "the nominations were known", "Ask for the odds")
    coming = Race(edition, category, held.season, night, night, ())
    found = named(record, maker, coming, day=day)
    if not found:
        return ()
    chances = [likelihoods(record, maker, coming, found, day=day, is_win=is_win) for is_win in (False, True)]
    nominated, won = chances[0], np.minimum(*chances)
    won = won / max(1.0, float(won.sum()))
    shown = [contender(record, *each) for each in zip(found, nominated, won, strict=True)]
    return tuple(sorted(shown, key=lambda each: (-each.nominated, -each.won, str(each.people), str(each.films))))


def contender(record: Record, nominee: Nominee, nominated: float, won: float) -> Contender:
    """A contender with the names of the record."""
    films = tuple(Film(id, record.film(id).title) for id in nominee.films)
    people = tuple(Person(id, record.person(id).name) for id in nominee.people)
    return Contender(films, people, float(nominated), float(won))


def named(record: Record, maker: Forecaster, race: Race, *, day: int) -> list[Nominee]:
    """Everybody whom a channel of a race's category had named by a day, as nominees to be."""
    is_acting = targets()[race.category].family == "acting"
    films: dict[str, set[str]] = {}
    for word in words(maker, race, day=day):
        if is_acting and "acting" not in record.categories[word.category].groups:
            continue
        keys = [id for id in word.people if is_eligible(record, id, race)] if is_acting else word.films
        for key in keys:
            films.setdefault(key, set()).update(word.films)
    return [
        Nominee(0, key, tuple(sorted(films[key])) if is_acting else (key,), (key,) if is_acting else (), won=False)
        for key in sorted(films)
    ]


def is_eligible(record: Record, person: str, race: Race) -> bool:
    """Whether a category by gender is open to somebody, as it is to those whose gender is not recorded."""
    return record.person(person).gender in {None, record.categories[race.category].gender}


def words(maker: Forecaster, race: Race, *, day: int) -> Iterator[Word]:
    """What was known by a day of the words on a race's channels."""
    said = maker.sources.said.by_race
    for voice in maker.sources.voices.by_target[race.category]:
        for category in voice.channel.categories:
            found = said.get((voice.channel.award, category, race.season), ())
            yield from (word for word in found if word.announced <= day)


def likelihoods(
    record: Record, maker: Forecaster, race: Race, found: Sequence[Nominee], *, day: int, is_win: bool
) -> Floats:
    """The probability (nominees,) of each contender to be nominated, or to win."""
    blocks, shares, weights = [], [], []
    for past in maker.features.races:
        if past.category == race.category and past.season < race.season:
            then = min(past.held - (race.held - day), past.announced - 1)
            before = named(record, maker, past, day=then)
            blocks.append(signals(maker, past, before, day=then))
            shares += [float(is_among(each, past, is_win=is_win)) for each in before]
            weights += [0.5 ** ((race.season - 1 - past.season) / settings()["half_life_seasons"])] * len(before)
    deviations = np.append(WIDER * maker.design.deviations, INTERCEPT_DEVIATION)
    matrix, starts = against_nobody(maker, blocks)
    both = np.ravel(np.column_stack([shares, 1.0 - np.array(shares)]))
    fitted = fit(Races(matrix, starts, both, np.array(weights)), deviations)
    mine, pairs = against_nobody(maker, [signals(maker, race, found, day=day)])
    return predict(fitted, mine, pairs)[::2]


def signals(maker: Forecaster, race: Race, found: Iterable[Nominee], *, day: int) -> sparse.csr_array:
    """The signals (contenders, signals) on contenders as known by a day."""
    rows = []
    for nominee in found:
        row = np.zeros(len(maker.features.signals))
        for entry in spoken(nominee, race, maker.sources):
            if entry.day <= day:
                row[entry.signal] = max(row[entry.signal], entry.value)
        rows.append(row)
    return sparse.csr_array(np.array(rows).reshape(-1, len(maker.features.signals)))


def against_nobody(
    maker: Forecaster, blocks: Sequence[sparse.csr_array]
) -> tuple[sparse.csr_array, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Contenders, each in a race of its own against nobody: a logit of yes or no as races of two."""
    columns = maker.design.matrix(sparse.csr_array(sparse.vstack(blocks)))
    size = columns.shape[0]
    with_intercept = sparse.csr_array(sparse.hstack([columns, np.ones((size, 1))]))
    spread = sparse.csr_array((np.ones(size), (np.arange(0, 2 * size, 2), np.arange(size))), shape=(2 * size, size))
    return sparse.csr_array(spread @ with_intercept), np.arange(0, 2 * size + 1, 2)


def is_among(contender: Nominee, race: Race, *, is_win: bool) -> bool:
    """Whether a contender came to be nominated in a race, or to win it."""
    return any(
        set(contender.people) & set(nominee.people) if contender.people else set(contender.films) & set(nominee.films)
        for nominee in race.nominees
        if nominee.won or not is_win
    )
