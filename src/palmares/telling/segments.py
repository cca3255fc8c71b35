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

MAX_WRAPPED = 120
"""Lines that somebody broke by hand are no longer than this, in characters."""

FULL_SHARE = 0.7
"""A line at least so long, as a share of the longest, goes on in the next one."""


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
    """The paragraphs of a text, each as its segments."""
    return [list(segments_of(text, block, claims, quotes)) for block in blocks(text)]


def blocks(text: str) -> list[tuple[int, int]]:
    """The spans of a text's paragraphs: its lines, or where it was wrapped by hand the lines between blank ones.

    A text counts as wrapped where no line is long and some are blank; a line that stops well short ends its paragraph.
    """
    lines = [match.span() for match in LINE.finditer(text) if match[0].strip()]
    longest = max((end - start for start, end in lines), default=0)
    if longest > MAX_WRAPPED or "\n\n" not in text:
        return lines
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        goes_on = bool(joined) and text[joined[-1][1] : start].count("\n") == 1
        if goes_on and last_line(text, joined[-1]) >= FULL_SHARE * longest:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def last_line(text: str, block: tuple[int, int]) -> int:
    """How long the last line of a block is."""
    return block[1] - max(block[0], text.rfind("\n", *block) + 1)


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
            printable(text[start:end]).replace("\n", " "),
            min(over, key=lambda claim: (claim.passage.end - claim.passage.start, claim.number), default=None),
            tuple(claim for claim in over if claim.passage.start == start),
            tuple(sorted((one for one in over if one.passage.end == end), key=lambda one: -one.passage.start)),
            any(quote.start <= start and quote.end >= end for quote in spoken),
        )
