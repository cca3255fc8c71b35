"""What reading an article yields: readings of spans, and quotations.

The thing a newcomer gets wrong: a passage may be taken in several ways, and all plausible ones are kept, best first;
which of them the record bears out is for `checking` to say.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import overload

from palmares.claims import Claim
from palmares.reading.document import Document

KEPT = 16
"""How many readings of one span are kept."""
PLAUSIBLE = 0.65
"""The score from which on a reading must fail too before anything is refuted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a span as a claim, with the id of the rule that read it and a score, 0 to 1; higher is better."""

    claim: Claim
    rule: str
    score: float

    @property
    def is_plausible(self) -> bool:
        """Whether a writer may well have meant it; an unlikely reading counts only where the record bears it out."""
        return self.score >= PLAUSIBLE


class Readings(Sequence[Reading]):
    """The readings of a passage, best first, each claim once; each is built when it is first looked at.

    Most passages are true as they are best read, so that the others are seldom needed. Equal to any sequence of the
    same readings; pickles as a tuple.
    """

    __slots__ = ("_built", "_rest")

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._built: list[Reading] = []
        self._rest: Iterator[Reading] | None = iter(readings)

    def _build(self, count: int | None) -> list[Reading]:
        """At least so many readings, as far as there are; all with None."""
        while self._rest is not None and (count is None or len(self._built) < count):
            reading = next(self._rest, None)
            if reading is None or len(self._built) == KEPT:
                self._rest = None
            elif all(reading.claim != built.claim for built in self._built):
                self._built.append(reading)
        return self._built

    @overload
    def __getitem__(self, place: int) -> Reading: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Reading]: ...
    def __getitem__(self, place: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(place, slice) or place < 0:
            return self._build(None)[place]
        return self._build(place + 1)[place]

    def __len__(self) -> int:
        return len(self._build(None))

    def __bool__(self) -> bool:
        return bool(self._build(1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Readings({self._build(None)!r})"

    def __reduce__(self) -> tuple[type[tuple[Reading, ...]], tuple[list[Reading]]]:
        return (tuple, (list(self),))


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the document, its exact text, and its readings, best first; there is at least one."""

    start: int
    end: int
    text: str
    readings: Sequence[Reading]

    def plausible(self) -> Iterator[Claim]:
        """The claims that all must fail before the passage is refuted; the best reading's at the least."""
        return (reading.claim for place, reading in enumerate(self.readings) if reading.is_plausible or place == 0)

    def unlikely(self) -> Iterator[Claim]:
        """The claims that count only where the record bears them out."""
        return (reading.claim for place, reading in enumerate(self.readings) if not reading.is_plausible and place > 0)


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of quoted words and, where the article tells, the name of the speaker with its span."""

    start: int
    end: int
    text: str
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A name written with a letter wrong: its span, its words, and the name that was taken to be meant."""

    start: int
    end: int
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Story:
    """An article as read on a day: its passages and quotations, each in order of their spans.

    `names_body`: whether it names any awarding body; without one its prizes are taken for those of the Academy Awards.
    `misspelt`: the names that are written with a letter wrong. `fragments`: stretches that no rule reads, with what
    they may say; one is a claim only where the record bears it out.
    """

    document: Document
    as_of: dt.date
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...]
    names_body: bool = True
    misspelt: tuple[Misspelling, ...] = ()
    fragments: tuple[Passage, ...] = ()

    def misspelt_in(self, passage: Passage) -> tuple[Misspelling, ...]:
        """The misspelt names within a passage."""
        return tuple(one for one in self.misspelt if passage.start < one.end and one.start < passage.end)

    def quote_over(self, passage: Passage) -> Quote | None:
        """The quotation that a passage stands in, whose speaker makes the claim; None for what the story says."""
        place = bisect_right(self.quotes, passage.start, key=attrgetter("start")) - 1
        quote = self.quotes[place] if place >= 0 else None
        return quote if quote is not None and passage.end <= quote.end else None
