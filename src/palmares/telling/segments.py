"""An article cut into the pieces that a marked-up print of it is made of.

Passages may overlap or lie within one another. The thing a newcomer gets wrong: a piece knows all claims it is part
of, and belongs to the shortest; a claim's mark is printed once, where its passage ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from palmares.reading import Quote
from palmares.telling.checked import CheckedClaim

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\N{LINE SEPARATOR}-\u202e\u2066-\u2069]")
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text between two edges, with the claims that begin and end there.

    `claim` is the shortest claim over it, or None.
    """

    text: str
    claim: CheckedClaim | None
    begins: tuple[CheckedClaim, ...]
    ends: tuple[CheckedClaim, ...]
    is_quoted: bool


def printable(text: str) -> str:
    """The text with control characters, and those that turn the direction of writing, shown as replaced."""
    return CONTROL.sub("\ufffd", text)


def paragraphs(text: str, claims: Sequence[CheckedClaim], quotes: Sequence[Quote]) -> list[list[Segment]]:
    """The lines of a text that have something on them, each as its segments."""
    lines = [match for match in LINE.finditer(text) if match[0].strip()]
    return [list(segments_of(text, line.span(), claims, quotes)) for line in lines]


def segments_of(
    text: str, line: tuple[int, int], claims: Sequence[CheckedClaim], quotes: Sequence[Quote]
) -> Iterator[Segment]:
    """The segments of one line, in order."""
    here = [claim for claim in claims if claim.passage.start < line[1] and claim.passage.end > line[0]]
    spoken = [quote for quote in quotes if quote.start < line[1] and quote.end > line[0]]
    edges = {edge for claim in here for edge in (claim.passage.start, claim.passage.end)}
    edges |= {edge for quote in spoken for edge in (quote.start, quote.end)}
    cuts = sorted({line[0], line[1], *(edge for edge in edges if line[0] < edge < line[1])})
    for start, end in pairwise(cuts):
        over = [claim for claim in here if claim.passage.start <= start and claim.passage.end >= end]
        yield Segment(
            printable(text[start:end]),
            min(over, key=lambda claim: (claim.passage.end - claim.passage.start, claim.number), default=None),
            tuple(claim for claim in over if claim.passage.start == start),
            tuple(sorted((one for one in over if one.passage.end == end), key=lambda one: -one.passage.start)),
            any(quote.start <= start and quote.end >= end for quote in spoken),
        )
