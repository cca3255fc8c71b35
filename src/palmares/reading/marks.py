"""Pairs up quotation marks: which opens, which closes, and which is an apostrophe.

The trap: "James’ film", "’til" and "dancin’" hold no closing mark, and a mark that is never closed must not swallow the
article: it is dropped at the end of its paragraph, unless the next paragraph opens with the same mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from palmares.reading.words import rows

MARK = re.compile(r"[\"“”„«»'‘’](?:(?<!\w['‘’])|(?!\w))")
ELISION = re.compile(r"(?:\d\ds?|[^\W\d_]{1,5})(?!\w)")
FAMILIES = {**dict.fromkeys('"“”„', '"'), **dict.fromkeys("«»", "«"), **dict.fromkeys("'‘’", "'")}
OPENING, CLOSING, DASHES = "“„«‘", "”»’", "—–-"
BEFORE_AN_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{/|*_>—–-\"“„«'‘")


@dataclass(frozen=True, slots=True)
class Pair:
    """The span between two marks, without them. `runs_on`: the speech goes on in the next pair, a new paragraph."""

    start: int
    end: int
    runs_on: bool = False


@dataclass(slots=True)
class Open:
    """A mark that waits for its partner; `maybe` is where an "s’" stood that may close it or be a possessive."""

    family: str
    position: int
    maybe: int | None = None


@cache
def elisions() -> frozenset[str]:
    """Words written with an apostrophe in front, in lower case without it."""
    return frozenset(row["word"] for row in rows("quotation-words.csv") if row["use"] == "elision")


def mark_pairs(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Pair]:
    """The outermost pairs of quotation marks in the text, in order, none over the end of a paragraph."""
    found: list[Pair] = []
    for first, last in paragraphs:
        pairing = Pairing(text)
        for mark in MARK.finditer(text, first, last):
            pairing.meet(mark.start())
        pairing.finish()
        end = first + len(text[first:last].rstrip())
        if pairing.waiting and text[last : last + 40].lstrip()[:1] == text[pairing.waiting[-1].position]:
            pairing.closed.append(Pair(pairing.waiting[-1].position + 1, end, runs_on=True))
        elif pairing.waiting and found and found[-1].runs_on:
            pairing.closed.append(Pair(pairing.waiting[0].position + 1, end))
        found += outermost(pairing.closed)
    return found


def outermost(pairs: list[Pair]) -> Iterator[Pair]:
    """Those that stand in no other, in order."""
    reached = -1
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start >= reached:
            reached = pair.end
            yield pair


class Pairing:
    """The marks of one paragraph as they are met: `closed` pairs, and those still `waiting`, outermost first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.closed: list[Pair] = []
        self.waiting: list[Open] = []
        self.counts = {'"': 0, "«": 0, "'": 0}

    def meet(self, position: int) -> None:
        """Take the next mark."""
        family = FAMILIES[self.text[position]]
        if family == "'" and self.is_elision(position):
            return
        if self.is_opening(position, family):
            self.open(position, family)
        elif family != "'":
            self.close(position, family)
        elif self.waiting and self.waiting[-1].family == "'":
            self.close_single(position)

    def is_opening(self, position: int, family: str) -> bool:
        """Whether the mark opens: by its shape, or where it has none by the characters beside it."""
        text, mark = self.text, self.text[position]
        before, after = text[position - 1 : position] or "\n", text[position + 1 : position + 2] or "\n"
        if mark == "«":
            return True
        fits = before in BEFORE_AN_OPENING and not after.isspace() and after not in ",;:!?)"
        is_open = self.counts[family] > 0
        if mark in OPENING:
            return fits or not is_open
        if mark in CLOSING:
            return mark == "”" and fits and not is_open
        return fits and not (is_open and before in DASHES and not after.isalnum())

    def is_elision(self, position: int) -> bool:
        """Whether the mark stands for letters left out: ’til, ’90s."""
        if (self.text[position - 1 : position] or "\n") not in BEFORE_AN_OPENING:
            return False
        word = ELISION.match(self.text, position + 1)
        return word is not None and (word[0][0].isdigit() or word[0].lower() in elisions())

    def open(self, position: int, family: str) -> None:
        """Let the mark wait; a title in single marks that may have closed, before another opens, has closed."""
        if self.waiting and self.waiting[-1].family == family == "'" and self.waiting[-1].maybe is not None:
            self.settle(self.waiting.pop())
        self.waiting.append(Open(family, position))
        self.counts[family] += 1

    def close(self, position: int, family: str) -> None:
        """Close the innermost of its family; what opened inside it and never closed is dropped."""
        while self.counts[family]:
            innermost = self.waiting.pop()
            if innermost.family == family:
                self.counts[family] -= 1
                self.closed.append(Pair(innermost.position + 1, position))
                return
            self.settle(innermost)

    def close_single(self, position: int) -> None:
        """Close the innermost, a single mark, unless this may be a possessive or a dropped letter."""
        innermost = self.waiting[-1]
        if self.is_doubtful(position):
            holds_a_pair = bool(self.closed) and self.closed[-1].start > innermost.position
            if innermost.maybe is None and not holds_a_pair:
                innermost.maybe = position
            return
        self.waiting.pop()
        self.counts["'"] -= 1
        self.closed.append(Pair(innermost.position + 1, position))

    def is_doubtful(self, position: int) -> bool:
        """Whether a closing single mark may be an apostrophe: the boys’ film, dancin’ all night, 6' tall."""
        before = self.text[max(0, position - 2) : position]
        goes_on = self.text[position + 1 : position + 2] == " " and self.text[position + 2 : position + 3].isalnum()
        return goes_on and (before[-1:] in "sSzx" or before[-1:].isdigit() or before == "in" or before in (" o", " n"))

    def settle(self, waiting: Open) -> None:
        """Take a mark that nothing closed for sure out of the count, closing it where it may have been closed."""
        self.counts[waiting.family] -= 1
        if waiting.maybe is not None:
            self.closed.append(Pair(waiting.position + 1, waiting.maybe))

    def finish(self) -> None:
        """Settle, at the end of the paragraph, the marks that may have been closed."""
        doubtful = [mark for mark in self.waiting if mark.maybe is not None]
        self.waiting = [mark for mark in self.waiting if mark.maybe is None]
        for mark in doubtful:
            self.settle(mark)
