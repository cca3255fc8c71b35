"""What every precursor had said of every nominee, as numbers with the day on which each became known.

One pass over the record makes a table for all days at once: a state "as of" a day is a selection of its entries. The
thing a newcomer gets wrong: no entry means missing as well as "not named"; conditional on the race, what says nothing
of anybody has no effect, and what a body had said of somebody is listed by day in `known`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from palmares.forecasting.races import ACADEMY, Nominee, Race, Said, Word, read_races, read_said
from palmares.forecasting.tables import Channel, channels, roles, settings, targets
from palmares.record import Record

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

NAMED_BY_CHANCE = 0.6
"""The share of the Academy's nominees whom a precursor usually names too: what is taken where its nominees are not
covered and only the winner is known to have been named."""

SONG = "original-song"

FIELDS = {"picture": "picture-nominee", "director": "director-nominee", "editing": "editing-nominee"}
"""Races of the Academy whose nominees stand out in other races too, and the signal that says so."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One number about a nominee of a target.

    `award` and `sub` name the channel; `kind` is won, named, placed, or for the Academy's own knowledge what is counted
    (nominations, earlier losses …).
    """

    target: str
    award: str
    sub: str
    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One signal of one nominee, with the day (an ordinal) from which it is known."""

    signal: Signal
    day: int
    value: float


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """All races since the first season that is learnt from, with all that was ever said of their nominees.

    Shapes: `starts` (races + 1,) is where each race's nominees begin among all nominees; `nominee`, `signal`, `day` and
    `value` are (entries,): who is spoken of, by which signal, from which day (ordinal) and how much;
    `known_race`, `known_signal` and `known_day` are (known,): from which day a signal says something in a race.
    """

    races: tuple[Race, ...]
    signals: tuple[Signal, ...]
    starts: Integers
    nominee: Integers
    signal: Integers
    day: Integers
    value: Floats
    known_race: Integers
    known_signal: Integers
    known_day: Integers


def build_features(record: Record) -> Features:
    """Read the record into features; takes about half a second, so keep what it returns."""
    everything = read_races(record)
    races = tuple(race for race in everything if race.season >= settings()["first_season"])
    said = read_said(record)
    speakers = Speakers(channels(record.categories))
    past = History(everything, {id: category.credit for id, category in record.categories.items()})
    table = Table({}, [], [])
    starts = np.cumsum([0, *(len(race.nominees) for race in races)])
    for index, race in enumerate(races):
        for place, nominee in enumerate(race.nominees):
            table.add(int(starts[index]) + place, about(nominee, race, said, speakers, past))
        table.know(index, given(race, said, speakers), race)
    entries = np.array(table.entries)
    known = np.array(table.known, dtype=np.int64)
    whole = entries[:, :3].astype(np.int64)
    signals = tuple(table.signals)
    return Features(races, signals, starts, *whole.T, entries[:, 3], *known.T)


@dataclass(frozen=True, slots=True)
class Table:
    """Entries as they are collected: signals with their numbers, entries and what is known when."""

    signals: dict[Signal, int]
    entries: list[tuple[int, int, int, float]]
    known: list[tuple[int, int, int]]

    def number(self, signal: Signal) -> int:
        """The number of a signal, a new one for a new signal."""
        return self.signals.setdefault(signal, len(self.signals))

    def add(self, nominee: int, entries: Iterator[Entry]) -> None:
        """Take in the entries of one nominee; of several values of a signal the largest stays."""
        best: dict[Signal, Entry] = {}
        for entry in entries:
            if entry.value and (entry.signal not in best or entry.value > best[entry.signal].value):
                best[entry.signal] = entry
        self.entries.extend((nominee, self.number(each.signal), each.day, each.value) for each in best.values())

    def know(self, race: int, days: Mapping[Signal, int], of: Race) -> None:
        """Take in from which day signals speak in a race; those of the Academy do from the nominations on."""
        self.known.extend((race, self.number(signal), day) for signal, day in days.items())
        own = (number for signal, number in self.signals.items() if signal.award == ACADEMY)
        self.known.extend((race, number, of.announced) for number in own)


class Speakers:
    """Which channels of a target a body's prize belongs to."""

    def __init__(self, found: Sequence[Channel]) -> None:
        self.by_prize: defaultdict[tuple[str, str, str], list[Channel]] = defaultdict(list)
        self.by_target: defaultdict[str, list[Channel]] = defaultdict(list)
        for channel in found:
            self.by_target[channel.target].append(channel)
            for category in channel.categories:
                self.by_prize[channel.target, channel.award, category].append(channel)


def about(nominee: Nominee, race: Race, said: Said, speakers: Speakers, past: History) -> Iterator[Entry]:
    """Everything said of one nominee, and what the Academy itself knows."""
    yield from spoken(nominee, race, said, speakers)
    yield from past.of(nominee, race)


def spoken(nominee: Nominee, race: Race, said: Said, speakers: Speakers) -> Iterator[Entry]:
    """The words of other bodies on a nominee: on its own channels, and for the film in other fields together."""
    is_acting = targets()[race.category].family == "acting"
    elsewhere: defaultdict[tuple[str, str, int], int] = defaultdict(int)
    for word in {id(word): word for film in nominee.films for word in said.by_film.get(film, ())}.values():
        if abs(word.season - race.season) > 1 or word.announced > race.held:
            continue
        found = speakers.by_prize.get((race.category, word.award, word.category), ())
        if is_acting and word.people and not set(word.people) & set(nominee.people):
            found = tuple(channel for channel in found if channel.sub == "ensemble")
        if race.category == SONG and is_of_other_song(word, nominee, race):
            continue
        for channel in found:
            yield from outcomes(channel, word)
        if not found:
            elsewhere[word.award, "named", word.announced] += 1
            if word.won:
                elsewhere[word.award, "won", word.held] += 1
    for (award, kind, day), number in elsewhere.items():
        yield Entry(Signal(race.category, award, "film", f"film-{roles()[award]}", kind), day, math.log1p(number))


def is_of_other_song(word: Word, nominee: Nominee, race: Race) -> bool:
    """Whether the writers cited show that a word is of another nominated song of the same film."""
    siblings = (other for other in race.nominees if set(other.films) & set(nominee.films))
    best = max(len(set(word.people) & set(other.people)) / len(set(other.people) or "?") for other in siblings)
    return len(set(word.people) & set(nominee.people)) / len(set(nominee.people) or "?") < best


def outcomes(channel: Channel, word: Word) -> Iterator[Entry]:
    """A word as the entries of its channel."""
    if channel.role == "list":
        yield Entry(spoken_signal(channel, "named"), word.held, 1.0)
        return
    if word.won:
        yield Entry(spoken_signal(channel, "won"), word.held, 1.0)
    if word.placed:
        yield Entry(spoken_signal(channel, "placed"), word.held, word.placed)
    elif word.is_covered:
        yield Entry(spoken_signal(channel, "named"), word.announced, 1.0)
    elif channel.role not in {"critics", "festival"}:
        day = word.held if word.won else word.announced
        yield Entry(spoken_signal(channel, "named"), day, 1.0 - NAMED_BY_CHANCE)


def spoken_signal(channel: Channel, kind: str) -> Signal:
    """The signal of one kind of outcome on a channel."""
    return Signal(channel.target, channel.award, channel.sub, channel.role, kind)


def given(race: Race, said: Said, speakers: Speakers) -> dict[Signal, int]:
    """From which day each signal of a race speaks: those of bodies that gave the prize that season."""
    found: dict[Signal, int] = {}
    for channel in speakers.by_target[race.category]:
        for category in channel.categories:
            days = said.given.get((channel.award, category, race.season))
            if days is None:
                continue
            named, held = days
            for kind, day in (("won", held), ("placed", held), ("named", held if named is None else named)):
                signal = spoken_signal(channel, kind)
                found[signal] = min(day, found.get(signal, day))
    for (award, _, season), (named, held) in said.given.items():
        if season == race.season:
            for kind, day in (("won", held), ("named", held if named is None else named)):
                signal = Signal(race.category, award, "film", f"film-{roles()[award]}", kind)
                found[signal] = min(day, found.get(signal, day))
    return found


class History:
    """What the Academy itself knows of its nominees on the day it names them."""

    def __init__(self, races: Sequence[Race], credits: Mapping[str, str]) -> None:
        self.credits = credits
        self.in_season: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        self.nominations: defaultdict[tuple[int, str], int] = defaultdict(int)
        self.careers: defaultdict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        for race in races:
            for nominee in race.nominees:
                for film in nominee.films:
                    self.nominations[race.season, film] += 1
                    self.in_season[race.season, film].add(race.category)
                for person in nominee.people:
                    self.careers[person].append((race.held, race.category, nominee.won))

    def of(self, nominee: Nominee, race: Race) -> Iterator[Entry]:
        """Signals of the film's other nominations and of the person's earlier ones."""
        family = targets()[race.category].family
        number = max((self.nominations[race.season, film] for film in nominee.films), default=0)
        kinds = {"nominations": math.log(max(number, 1))}
        fields = set().union(*(self.in_season[race.season, film] for film in nominee.films))
        kinds |= {kind: 1.0 for field, kind in FIELDS.items() if field in fields and field != race.category}
        rivals = sum(bool(set(other.films) & set(nominee.films)) for other in race.nominees) - 1
        kinds["rivals-of-own-film"] = float(rivals)
        if self.credits[race.category] == "person":
            kinds |= self.career(nominee, race, family)
        for kind, value in kinds.items():
            yield Entry(Signal(race.category, ACADEMY, "", kind, kind), race.announced, value)

    def career(self, nominee: Nominee, race: Race, family: str) -> dict[str, float]:
        """Earlier wins and defeats of the most decorated of the people cited, in the target's family and elsewhere."""
        found: defaultdict[str, float] = defaultdict(float)
        for person in nominee.people:
            own: defaultdict[str, int] = defaultdict(int)
            for held, category, won in self.careers[person]:
                if held < race.held:
                    is_kin = targets()[category].family == family
                    own[("wins" if won else "losses") if is_kin else "elsewhere"] += 1
            overdue = own["losses"] if not own["wins"] else 0
            counts = {"earlier-wins": own["wins"], "earlier-losses": own["losses"], "overdue": overdue}
            counts["nominated-elsewhere"] = own["elsewhere"]
            for kind, count in counts.items():
                found[kind] = max(found[kind], math.log1p(count))
        return found
