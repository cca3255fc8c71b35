"""Cuts a text into paragraphs and sentences.

The trap: a newspaper's "Feb. 25" and "Robert Downey Jr. took" end no sentence, and a headline ends with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from palmares.reading.words import rows

END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]*_]*+(?=\s|$)|\n(?=\s*\n)")
LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)$")
SHORT_LINE = 60
"""Characters: a line shorter than this, followed by another, ends a paragraph, since no text is wrapped so narrow."""

LONGEST_SENTENCE = 1_600
"""Characters: what goes on for longer without an end is cut, so that the work on a sentence is bounded."""
NEXT = re.compile(r"\s*(\S?)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence as a span of the text, with the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def is_question(text: str, stretch: Stretch) -> bool:
    """Whether it ends with a question mark, inside closing quotation marks or brackets too."""
    return text[stretch.start : stretch.end].rstrip("\"'”’)").endswith("?")


@cache
def abbreviations() -> frozenset[str]:
    """Words whose full stop ends no sentence, in lower case without it."""
    return frozenset(row["abbreviation"] for row in rows("abbreviations.csv"))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs: separated by an empty line, by a bullet, or by the end of a short line."""
    start = 0
    for line in re.finditer(r"[^\n]*(?:\n|$)", text):
        blank = not line.group().strip()
        if blank or is_line_of_its_own(text, line) or line.end() == len(text):
            if text[start : line.end()].strip():
                yield start, line.end()
            start = line.end()
        if line.end() == len(text):
            return


def is_line_of_its_own(text: str, line: re.Match[str]) -> bool:
    """Whether the line ends a paragraph although the next is not empty: it is short, or the next is a list item."""
    following = text[line.end() : line.end() + 8].lstrip()
    return (
        len(line.group().strip()) < SHORT_LINE
        or following[:1] in "-*•"
        or re.match(r"\d{1,2}[.)]\s", following) is not None
    )


def stretches(text: str, whole: Sequence[tuple[int, int]] = ()) -> list[Stretch]:
    """The sentences of a text, in order; none over a paragraph's end or ending within a span of `whole` (a name)."""
    inside = {place for start, end in whole for place in range(start, end)}
    found = []
    for number, (first, last) in enumerate(paragraphs(text)):
        start = first
        for end in ends(text, first, last, inside):
            found += [Stretch(*piece, number) for piece in pieces(text, start, end)]
            start = end
    return found


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the white space at its ends; none where it is empty, several where it is too long."""
    while start < end:
        stop = end
        if end - start > LONGEST_SENTENCE:
            stop = start + LONGEST_SENTENCE
            spaces = max(text.rfind(space, start + 1, stop) for space in " \n")
            stop = spaces if spaces > 0 else stop
        body = text[start:stop]
        if bare := body.strip():
            first = start + body.index(bare[0])
            yield first, first + len(bare)
        start = stop


def ends(text: str, first: int, last: int, inside: set[int]) -> Iterator[int]:
    """Where the sentences of a paragraph end; the last is the paragraph's end."""
    for mark in END.finditer(text, first, last):
        if mark.start() in inside:
            continue
        if following(text, mark, last).islower() or not is_sentence_end(text, mark, last):
            continue
        yield mark.end()
    yield last


def following(text: str, mark: re.Match[str], last: int) -> str:
    """The first character after the mark that is no white space, if the paragraph has one."""
    found = NEXT.match(text, mark.end(), last)
    return found[1] if found else ""


def is_sentence_end(text: str, mark: re.Match[str], last: int) -> bool:
    """Whether the mark ends a sentence: no full stop does after an abbreviation or initial, nor dots in a title."""
    if not mark.group().startswith("."):
        return True
    word = LAST_WORD.search(text, max(0, mark.start() - 20), mark.start())
    if mark.group().startswith("..") and text[mark.start() - 1 : mark.start()].isalnum():
        return following(text, mark, last).isupper() and len(mark.group()) > 3
    if word is None or len(mark.group()) > 1:
        return True
    is_initial = len(word[1]) == 1 and word[1].isupper() and word[1] != "I"
    return not is_initial and word[1].lower() not in abbreviations()
