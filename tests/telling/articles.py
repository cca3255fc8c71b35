"""A story of our own with a claim of every verdict, read by hand, so that telling is tested apart from reading."""

from __future__ import annotations

import datetime as dt

from palmares.claims import parse_claim
from palmares.reading import Document, Passage, Quote, Reading, Story
from palmares.record import Record
from palmares.telling import Report
from palmares.telling.report import judge_passage, told

AS_OF = dt.date(2025, 3, 3)
TEXT = """Six statuettes and a speech

The best film of 2025 is “Anora”, which won six Oscars on Sunday and is the third film to hold both top prizes.

Mikey Madison beat Demi Moore, who had been the favourite. “I did not see it coming,” said an usher. The 97th ceremony
was hosted by Jimmy Kimmel.
"""

READ = (
    ("The best film of 2025 is “Anora”", "exists(oscars season 2025 category picture won film anora-2024) = true"),
    ("won six Oscars", "count(nomination, oscars/97 won film anora-2024) = 6"),
    (
        "the third film to hold both top prizes",
        "ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024) = 3",
    ),
    (
        "Mikey Madison beat Demi Moore",
        (
            "exists(both(oscars/97 category actress lost person demi-moore,"
            " oscars/97 category actress won person mikey-madison, race)) = true"
        ),
    ),
    ("the favourite", "rank(oscars/97 category actress person demi-moore, 2024-09-01) = 1"),
    ("was hosted by Jimmy Kimmel", 'attribute(edition oscars/97, hosts) = {"Jimmy Kimmel"}'),
)


def read_by_hand(text: str, readings: tuple[tuple[str, str], ...]) -> tuple[Passage, ...]:
    """A passage for each of the quotations from a text, with one reading each."""
    passages = []
    for words, claim in readings:
        start = text.index(words)
        passages.append(Passage(start, start + len(words), words, (Reading(parse_claim(claim), "by/hand", 1.0),)))
    return tuple(passages)


def checked(record: Record, text: str = TEXT, readings: tuple[tuple[str, str], ...] = READ) -> Report:
    """The report on a text whose passages were read by hand."""
    passages = read_by_hand(text, readings)
    words, speaker = "I did not see it coming,", "an usher"
    quotes = ()
    if words in text:
        start, said_by = text.index(words), text.index(speaker)
        quotes = (Quote(start, start + len(words), words, speaker, said_by, said_by + len(speaker)),)
    document = Document(text, "story.txt", text.splitlines()[0], dt.date(2025, 3, 3))
    story = Story(document, AS_OF, passages, quotes)
    judged = [(passage, judge_passage(record, passage, story=story)) for passage in passages]
    claims = tuple(told(record, *pair, number, story=story) for number, pair in enumerate(judged, 1))
    return Report(document, AS_OF, claims, quotes)
