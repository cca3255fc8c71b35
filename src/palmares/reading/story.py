"""What reading an article yields: readings of spans, and quotations.

The thing a newcomer gets wrong: a passage may be taken in several ways, and all plausible ones are kept, best first;
which of them the record bears out is for `checking` to say.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from palmares.claims import Claim
from palmares.reading.document import Document

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


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the document, its exact text, and its plausible readings, best first; there is at least one."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]


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
class Story:
    """An article as read on a day: its passages and quotations, each in order of their spans."""

    document: Document
    as_of: dt.date
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...]
