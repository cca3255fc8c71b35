"""Odds of races as of a day: probabilities, how the last event moved them and why, and what-ifs.

Numbers only; words are telling's. The thing a newcomer gets wrong: a reason is measured against the mean of the race,
so a prize that everybody was named for moves nobody.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting.design import Design
from palmares.forecasting.features import FILM, NAMED_BY_CHANCE, Floats, Signal
from palmares.forecasting.forecaster import Forecaster, State, forecaster
from palmares.forecasting.model import certainty
from palmares.forecasting.races import ACADEMY, Race, Said, Word
from palmares.forecasting.supposing import Given, suppose
from palmares.forecasting.tables import sharpness, targets
from palmares.record import NominationRow, Record

LEAST_LOG_ODDS = 0.005
"""Reasons weaker than this are left out."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one body did for a nominee, in log-odds (nats) against the mean of the race.

    `sub` tells several prizes of one body apart and is blank for the race's own; `kind` is won, named, placed, or for
    the Academy itself what was counted. `is_theirs`: the nominee has it; else it weighs because others have.
    """

    award: str
    sub: str
    kind: str
    log_odds: float
    is_theirs: bool


@dataclass(frozen=True, slots=True)
class Chance:
    """One nominee's probability, 0 to 1; `before` is that of the day before the last event, None without one."""

    nominee: NominationRow
    probability: float
    before: float | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which bodies spoke of a race: which bodies, by id."""

    day: dt.date
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds of one race on a day, likeliest first. `last` is the event that `before` is before."""

    edition: int
    category: str
    as_of: dt.date
    last: Event | None
    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """The odds of a race after an event: probabilities by nomination id."""

    event: Event
    probabilities: dict[str, float]


def odds(
    record: Record, edition: int, *, as_of: dt.date, category: str | None = None, given: Sequence[Given] = ()
) -> tuple[Odds, ...]:
    """The odds of an edition's races as a day saw them, by category.

    Args:
        as_of: days after the eve count as the eve.
        given: prizes taken to have been won, one after the other; `before` is then without them.

    Raises:
        UnknownName: there is no such edition, category or prize.
        UnusableInput: the nominations were not announced by then.
    """
    maker = forecaster(record)
    races = races_of(maker, edition, category)
    day = min(as_of.toordinal(), races[0].eve)
    if day < races[0].announced:
        announced = dt.date.fromordinal(races[0].announced).isoformat()
        raise UnusableInput(as_of.isoformat(), "the nominations were not known", f"Give {announced} or a later day")
    state = supposed_state(record, maker, races, given, day=day) if given else maker.state(races, as_of=day)
    last = Event(as_of, tuple(each.award for each in given)) if given else last_event(maker, races, day=day)
    before = probabilities_before(maker, races, last, day=day if given else None)
    now, reasons = maker.predict(state), reasons_of(maker, state)
    found = []
    for index, race in enumerate(races):
        rows = record.nominations(nominee.row for nominee in race.nominees)
        chances = chances_of(rows, now[index], before[index], reasons[index])
        found.append(Odds(edition, race.category, as_of, last, chances))
    return tuple(found)


def races_of(maker: Forecaster, edition: int, category: str | None) -> tuple[Race, ...]:
    """The races of an edition, or the one asked for."""
    found = tuple(
        race for race in maker.features.races if race.edition == edition and category in (None, race.category)
    )
    if found:
        return found
    if category is not None and category not in targets():
        raise UnknownName(category, tuple(targets())[:3])
    raise UnknownName(f"{ACADEMY}/{edition}")


def supposed_state(
    record: Record, maker: Forecaster, races: Sequence[Race], given: Sequence[Given], *, day: int
) -> State:
    """The state of races with prizes taken to have been won."""
    said, also = maker.sources.said, set[int]()
    for each in given:
        before = said
        said, word = suppose(record, said, maker.season(races[0].season), each, as_of=day)
        if is_given(before, word, day=day):
            continue
        for target in targets():
            for voice in maker.sources.voices.by_prize.get((target, word.award, word.category), ()):
                also |= {voice.won, voice.placed, voice.named}
            also.add(maker.sources.voices.film[target, word.award, "won"])
    return maker.state(races, as_of=day, said=said, also=sorted(also))


def is_given(said: Said, word: Word, *, day: int) -> bool:
    """Whether the prize of a word had been handed out by a day: then no more signals speak for a what-if."""
    days = said.given.get((word.award, word.category, word.season))
    return days is not None and days[1] <= day


def events(maker: Forecaster, race: Race) -> tuple[Event, ...]:
    """The days up to the eve on which bodies spoke on a race's own channels, from the nominations on."""
    own = maker.features.known_race == maker.index[race.edition, race.category]
    found: defaultdict[int, set[str]] = defaultdict(set)
    for number, day in zip(maker.features.known_signal[own], maker.features.known_day[own], strict=True):
        signal = maker.features.signals[number]
        is_own = signal.sub != FILM and signal.role != "kin" and (signal.kind == "won" or signal.award == ACADEMY)
        if is_own and race.announced <= day <= race.eve:
            found[int(day)].add(signal.award)
    return tuple(Event(dt.date.fromordinal(day), tuple(sorted(awards))) for day, awards in sorted(found.items()))


def last_event(maker: Forecaster, races: Sequence[Race], *, day: int) -> Event | None:
    """The last event of races by a day, None where that is the nominations themselves."""
    found = [event for race in races for event in events(maker, race) if event.day.toordinal() <= day]
    latest = max(event.day for event in found)
    awards = {award for event in found if event.day == latest for award in event.awards}
    return None if ACADEMY in awards else Event(latest, tuple(sorted(awards)))


def probabilities_before(
    maker: Forecaster, races: Sequence[Race], last: Event | None, *, day: int | None
) -> Sequence[Floats | None]:
    """The probabilities of races on the day before the last event; on `day` itself before a what-if."""
    if last is None:
        return [None] * len(races)
    when = last.day.toordinal() - 1 if day is None else day
    return maker.predict(maker.state(races, as_of=when))


def chances_of(
    rows: Sequence[NominationRow], now: Floats, before: Floats | None, reasons: Sequence[tuple[Reason, ...]]
) -> tuple[Chance, ...]:
    """The chances of one race's nominees, likeliest first."""
    earlier = [None] * len(rows) if before is None else map(float, before)
    found = [Chance(*parts) for parts in zip(rows, map(float, now), earlier, reasons, strict=True)]
    return tuple(sorted(found, key=lambda each: (-each.probability, each.nominee.id)))


def reasons_of(maker: Forecaster, state: State) -> list[list[tuple[Reason, ...]]]:
    """By race and nominee, what each signal adds to the log-odds, strongest first."""
    season = state.races[0].season
    fitted = maker.fit(season, state.speaking)
    worths = worth_of(maker.design, state, fitted.coefficients)
    factor = sharpness(season) * certainty(fitted, maker.design.matrix(state.values), state.starts)
    theirs = state.values.toarray() > NAMED_BY_CHANCE
    found = []
    for start, end in zip(state.starts[:-1], state.starts[1:], strict=True):
        part = worths[start:end] * factor[start:end, None]
        relative = part - part.mean(axis=0)
        pairs = zip(relative, theirs[start:end], strict=True)
        found.append([strongest(maker.features.signals, row, has) for row, has in pairs])
    return found


def worth_of(design: Design, state: State, coefficients: Floats) -> Floats:
    """What each signal adds to each nominee's utility (nominees, signals).

    Of a coefficient on many signals together each has its share, in proportion to its value.
    """
    values = state.values.toarray()
    together = values @ design.saturating
    shared = np.zeros_like(together)
    np.divide(np.abs(together) ** design.power, together, out=shared, where=together != 0)
    straight: Floats = values * (design.linear @ coefficients)
    parts: Floats = values * ((shared * coefficients) @ design.saturating.T)
    return straight + parts


def strongest(signals: Sequence[Signal], log_odds: Floats, has: NDArray[np.bool_]) -> tuple[Reason, ...]:
    """The reasons of one nominee, what a body did in one prize taken together.

    Args:
        log_odds: what each signal adds, (signals,).
        has: whether the nominee has it, (signals,).
    """
    found: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    theirs: set[tuple[str, str, str]] = set()
    for number in map(int, np.flatnonzero(log_odds)):
        signal = signals[number]
        key = signal.award, signal.sub, signal.kind
        found[key] += float(log_odds[number])
        theirs |= {key} if has[number] else set()
    reasons = [Reason(*key, value, key in theirs) for key, value in found.items() if abs(value) >= LEAST_LOG_ODDS]
    return tuple(sorted(reasons, key=lambda reason: (-abs(reason.log_odds), reason.award, reason.sub, reason.kind)))


def timeline(record: Record, edition: int, category: str) -> tuple[Moment, ...]:
    """The odds of a race after each event from the nominations to the eve: what a season chart draws.

    Raises:
        UnknownName: there is no such edition or category.
    """
    maker = forecaster(record)
    (race,) = races_of(maker, edition, category)
    ids = [nominee.id for nominee in race.nominees]
    found = []
    for event in events(maker, race):
        chances = maker.predict(maker.state([race], as_of=event.day.toordinal()))[0]
        found.append(Moment(event, dict(zip(ids, map(float, chances), strict=True))))
    return tuple(found)
