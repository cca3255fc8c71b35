"""Taking a text of the canonical form apart: patterns of its words, and a scanner that says where it stopped.

What a newcomer gets wrong: there is no separate list of tokens. `2012-2009` may be an id or two numbers, so whoever
reads says what it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NoReturn, TypeVar

from palmares.claims.vocabulary import Operator
from palmares.errors import InvalidClaim

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

SPACE = re.compile(r"[ \t\r\n]*")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
HOLE = re.compile(r"\?[A-Za-z]*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9A-Za-z_-])")
NUMBER = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e[-+]?[0-9]{1,4})?(?![0-9A-Za-z_.-])")
RANGE = re.compile(r"(?:[0-9]{1,9}(?:\.\.(?:[0-9]{1,9})?)?|\.\.[0-9]{1,9})(?![0-9A-Za-z_.-])")
ORDINAL = re.compile(r"[0-9]{1,9}(?![0-9A-Za-z_.-])")
OPERATOR = re.compile(r"[<>!]=|[<>=]|(?:in|about)(?![A-Za-z0-9_-])")

MOST_PARENTHESES = 64
"""A text with more is refused, so that no text can exhaust the stack; a claim in a newspaper needs about eight."""


class Scanner:
    """A text and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def fail(self, problem: str, position: int | None = None) -> NoReturn:
        """Raise InvalidClaim here, or at an earlier position."""
        raise InvalidClaim(problem, self.text, self.position if position is None else position)

    def build(self, start: int, make: Callable[..., T], *values: object) -> T:
        """What `make` makes of the values; what it refuses is said to begin at `start`."""
        try:
            return make(*values)
        except InvalidClaim as error:
            if error.position is not None:
                raise
            raise InvalidClaim(error.problem, self.text, start) from None

    def space(self) -> None:
        """Go past white space."""
        found = SPACE.match(self.text, self.position)
        assert found
        self.position = found.end()

    def is_at(self, mark: str) -> bool:
        """Whether the mark comes next."""
        self.space()
        return self.text.startswith(mark, self.position)

    def skip(self, mark: str) -> bool:
        """Go past the mark if it comes next."""
        found = self.is_at(mark)
        self.position += len(mark) * found
        return found

    def expect(self, mark: str) -> None:
        """Go past the mark, which must come next."""
        if not self.skip(mark):
            self.fail(f"expected {mark!r}")

    def peek(self, pattern: re.Pattern[str]) -> str:
        """What comes next if it is of this pattern, else nothing."""
        self.space()
        found = pattern.match(self.text, self.position)
        return found[0] if found else ""

    def take(self, pattern: re.Pattern[str]) -> str:
        """Go past what comes next if it is of this pattern."""
        found = self.peek(pattern)
        self.position += len(found)
        return found

    def need(self, pattern: re.Pattern[str], what: str) -> str:
        """Go past what must come next."""
        return self.take(pattern) or self.fail(f"expected {what}")

    def take_word(self, word: str) -> bool:
        """Go past the word if it comes next."""
        found = self.peek(WORD) == word
        self.position += len(word) * found
        return found

    def one_of(self, words: type[E]) -> E:
        """A word of an enumeration."""
        start = self.position
        word = self.need(WORD, f"one of {', '.join(words)}")
        try:
            return words(word)
        except ValueError:
            self.fail(f"{word!r} is none of {', '.join(words)}", start)

    def operator(self) -> Operator:
        """An operator of comparison."""
        return Operator(self.need(OPERATOR, f"an operator: one of {' '.join(Operator)}"))

    def ordinal(self) -> int:
        """A number of an edition or year."""
        return int(self.need(ORDINAL, "a whole number"))

    def number(self) -> int | float:
        """A number."""
        text = self.need(NUMBER, "a number")
        return float(text) if "." in text or "e" in text else int(text)

    def listed(self, opening: str, read: Callable[[Scanner], T], closing: str) -> list[T]:
        """Values between brackets, with commas between."""
        self.expect(opening)
        values = [read(self)]
        while self.skip(","):
            values.append(read(self))
        self.expect(closing)
        return values

    def end(self) -> None:
        """Nothing but white space must be left."""
        self.space()
        if self.position < len(self.text):
            self.fail("expected the end")


def check_nesting(text: str) -> None:
    """Raise InvalidClaim for a text that nests deeper than any claim does."""
    if text.count("(") > MOST_PARENTHESES:
        raise InvalidClaim(f"more than {MOST_PARENTHESES} opening parentheses", text)
