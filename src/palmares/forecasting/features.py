"""What every precursor had said of every nominee, as numbers with the day on which each became known.

One pass over the record makes a table for all days at once: a state "as of" a day is a selection of its entries. The
thing a newcomer gets wrong: no entry means missing as well as "not named"; within a race, what says nothing of anybody
has no effect, and from which day a signal speaks at all is told by `known`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from palmares.forecasting.history import CAREER, KINDS, History
from palmares.forecasting.races import ACADEMY, SONG, Nominee, Race, Said, Word, read_races, read_said
from palmares.forecasting.tables import Channel, channels, roles, settings, targets
from palmares.record import Record

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

NAMED_BY_CHANCE = 0.6
"""The share of the Academy's nominees whom a precursor usually names too: what is taken where its nominees are not
covered and only the winner is known to have been named."""

FILM = "film"
"""The sub-channel of all that a body said of a nominee's film outside the target's own channels."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One number about a nominee of a target.

    `award` and `sub` name the channel and `role` what it is pooled with; `kind` is won, named or placed, or what the
    Academy's own knowledge counts (nominations, earlier losses …).
    """

    target: str
    award: str
    sub: str
    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A signal, by its number, with the day (an ordinal) from which it is known, and its value."""

    signal: int
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


@dataclass(frozen=True, slots=True)
class Voice:
    """A channel with the numbers of its signals."""

    channel: Channel
    won: int
    named: int
    placed: int


class Voices:
    """All signals, numbered, and which voice of a target a body's prize belongs to."""

    def __init__(self, found: Sequence[Channel], said: Said) -> None:
        self.signals: list[Signal] = []
        self.by_prize: defaultdict[tuple[str, str, str], list[Voice]] = defaultdict(list)
        self.by_target: defaultdict[str, list[Voice]] = defaultdict(list)
        self.film: dict[tuple[str, str, str], int] = {}
        self.own: dict[tuple[str, str], int] = {}
        spoken = {(award, category) for award, category, _ in said.given}
        for channel in found:
            if any((channel.award, category) in spoken for category in channel.categories):
                self.add(channel)
        for target in targets():
            for award, role in roles().items():
                for kind in ("won", "named"):
                    self.film[target, award, kind] = self.number(Signal(target, award, FILM, f"{FILM}-{role}", kind))
            for kind in (*KINDS, *CAREER):
                self.own[target, kind] = self.number(Signal(target, ACADEMY, "", kind, kind))

    def add(self, channel: Channel) -> None:
        """Number the signals of a channel."""
        numbers = (
            self.number(Signal(channel.target, channel.award, channel.sub, channel.role, kind))
            for kind in ("won", "named", "placed")
        )
        voice = Voice(channel, *numbers)
        self.by_target[channel.target].append(voice)
        for category in channel.categories:
            self.by_prize[channel.target, channel.award, category].append(voice)

    def number(self, signal: Signal) -> int:
        """The number of a new signal."""
        self.signals.append(signal)
        return len(self.signals) - 1


@dataclass(frozen=True, slots=True)
class Sources:
    """What entries are made from."""

    said: Said
    voices: Voices
    history: History


def build_features(record: Record) -> tuple[Features, Sources]:
    """The features of a record, and what those of one race can be made from again."""
    everything = read_races(record)
    races = tuple(race for race in everything if race.season >= settings()["first_season"])
    said = read_said(record)
    history = History(everything, {id for id, category in record.categories.items() if category.credit == "person"})
    sources = Sources(said, Voices(channels(record.categories), said), history)
    starts = np.cumsum([0, *(len(race.nominees) for race in races)])
    entries: list[tuple[int, int, int, float]] = []
    known: list[tuple[int, int, int]] = []
    for index, race in enumerate(races):
        for place, nominee in enumerate(race.nominees):
            number = int(starts[index]) + place
            entries += [(number, each.signal, each.day, each.value) for each in about(nominee, race, sources)]
        known += [(index, signal, day) for signal, day in speaking(race, sources).items()]
    nominees, signals, days = np.array([entry[:3] for entry in entries], dtype=np.int64).T
    values = np.array([entry[3] for entry in entries])
    spoken_of = np.array(known, dtype=np.int64).T
    found = Features(races, tuple(sources.voices.signals), starts, nominees, signals, days, values, *spoken_of)
    return found, sources


def about(nominee: Nominee, race: Race, sources: Sources) -> list[Entry]:
    """All entries of a nominee: of several of one signal, the largest."""
    best: dict[int, Entry] = {}
    for entry in (*spoken(nominee, race, sources), *own(nominee, race, sources)):
        if entry.value and (entry.signal not in best or entry.value > best[entry.signal].value):
            best[entry.signal] = entry
    return list(best.values())


def own(nominee: Nominee, race: Race, sources: Sources) -> Iterator[Entry]:
    """What the Academy itself knows of a nominee from the day of the nominations on."""
    for kind, value in sources.history.of(nominee, race).items():
        yield Entry(sources.voices.own[race.category, kind], race.announced, value)


def spoken(nominee: Nominee, race: Race, sources: Sources) -> Iterator[Entry]:
    """The words of other bodies on a nominee: on the target's channels, and of the film in all other fields."""
    elsewhere: defaultdict[tuple[str, str, int], int] = defaultdict(int)
    for word in words_on(nominee, race, sources.said):
        voices = heard(word, nominee, race, sources.voices)
        for voice in voices:
            yield from outcomes(voice, word)
        if not voices:
            elsewhere[word.award, "named", word.announced] += 1
            if word.won:
                elsewhere[word.award, "won", word.held] += 1
    for (award, kind, day), number in elsewhere.items():
        yield Entry(sources.voices.film[race.category, award, kind], day, math.log1p(number))


def words_on(nominee: Nominee, race: Race, said: Said) -> list[Word]:
    """What was said of a nominee's films in its season or one beside it, each word once."""
    found = {id(word): word for film in nominee.films for word in said.by_film.get(film, ())}
    return [word for word in found.values() if abs(word.season - race.season) <= 1 and word.announced <= race.held]


def heard(word: Word, nominee: Nominee, race: Race, voices: Voices) -> Sequence[Voice]:
    """The voices of a race that a word on a nominee's film belongs to, none where it is of somebody else."""
    found = voices.by_prize.get((race.category, word.award, word.category), ())
    if not found or not word.people:
        return found
    if targets()[race.category].family == "acting" and not set(word.people) & set(nominee.people):
        return [voice for voice in found if voice.channel.sub == "ensemble"]
    if race.category == SONG and is_of_other_song(word, nominee, race):
        return ()
    return found


def is_of_other_song(word: Word, nominee: Nominee, race: Race) -> bool:
    """Whether the title or the writers cited show that a word is of another nominated song of the same film."""
    songs = [other for other in race.nominees if set(other.films) & set(nominee.films)]
    if word.song and any(other.song == word.song for other in songs):
        return nominee.song != word.song
    return likeness(word, nominee) < max(likeness(word, other) for other in songs)


def likeness(word: Word, nominee: Nominee) -> float:
    """How far a word cites the writers of a nominee and nobody else, 0 to 1 (Jaccard)."""
    cited, writers = set(word.people), set(nominee.people)
    return len(cited & writers) / max(len(cited | writers), 1)


def outcomes(voice: Voice, word: Word) -> Iterator[Entry]:
    """A word as the entries of its voice."""
    if voice.channel.role == "list":
        yield Entry(voice.named, word.held, 1.0)
        return
    if word.won:
        yield Entry(voice.won, word.held, 1.0)
    if word.placed:
        yield Entry(voice.placed, word.held, word.placed)
    elif word.is_covered:
        yield Entry(voice.named, word.announced, 1.0)
    elif voice.channel.role not in {"critics", "festival"}:
        yield Entry(voice.named, word.held, 1.0 - NAMED_BY_CHANCE)


def speaking(race: Race, sources: Sources) -> dict[int, int]:
    """From which day each signal speaks in a race: those of the bodies that gave the prize in its season."""
    found: dict[int, int] = {}
    for voice in sources.voices.by_target[race.category]:
        for category in voice.channel.categories:
            days = sources.said.given.get((voice.channel.award, category, race.season))
            if days is not None:
                note(found, days, voice.named, (voice.won, voice.placed))
    for award, days in sources.said.seasons[race.season].items():
        note(found, days, sources.voices.film[race.category, award, "named"],
             (sources.voices.film[race.category, award, "won"],))  # fmt: skip
    for kind in (*KINDS, *CAREER):
        found[sources.voices.own[race.category, kind]] = race.announced
    return found


def note(found: dict[int, int], days: tuple[int | None, int], named: int, outcomes: Sequence[int]) -> None:
    """Write down the first day on which a body's nominations and its outcomes speak."""
    announced, held = days
    for signal, day in ((named, held if announced is None else announced), *((each, held) for each in outcomes)):
        found[signal] = min(day, found.get(signal, day))
