"""Finds the names of the record in a text, by every spelling that the record knows.

A name is looked up by its key, `fold(spelling)`. The trap: folding keeps the length of the text, so that a place in the
folded text is the same place in the text itself; what cannot be folded one character for one is left as it is.
"""

from __future__ import annotations

import difflib
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

ALIKE = {
    "'": "‘’‚‛′ʼʻ`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    "a": "æ",
    "o": "øœ",
    "d": "đð",
    "l": "ł",
    "s": "ß",
    "i": "ı",
    "t": "þ",
}
"""What is folded together beside case, accents and white space: one character for one, so `æ` is `a`, not `ae`."""

LETTERS = {character: plain for plain, characters in ALIKE.items() for character in characters}

BATCH = 500
"""Keys asked for in one query: SQLite takes at least 999 parameters."""

STARTS = re.compile(r"(?<!\w)(?<!\w')\w")
"""Where a name may start: a letter or digit after none, and not the one after an inner apostrophe (O'Connor)."""


SURROGATES = range(0xD800, 0xE000)
"""Code points that stand for no character and cannot be encoded; they are folded to the replacement character."""


class Folding(dict[int, str]):
    """A table for `str.translate` that works a character out when it is first met, so that importing costs nothing."""

    def __missing__(self, code: int) -> str:
        character = "\ufffd" if code in SURROGATES else chr(code)
        parts = unicodedata.normalize("NFD", character)
        if all(unicodedata.combining(mark) for mark in parts[1:]):
            character = parts[0]
        lower = character.lower()
        plain = " " if character.isspace() else lower if len(lower) == 1 else character
        self[code] = LETTERS.get(plain, plain)
        return self[code]


FOLDING = Folding()


def fold(text: str) -> str:
    """The text as names are looked up: lower case, accents off, and as long as it was.

    Curly quotes become straight, dashes `-`, every white-space character one space (a run of them stays a run), and
    letters such as `ø`, `ł`, `æ` their nearest plain one. A combining mark that stands as a character of its own stays,
    so text should be in NFC; `½`, `…` and letters of other scripts stay as well.

    >>> fold("Penélope Cruz’s “Volver”")
    'penelope cruz\\'s "volver"'
    """
    return text.translate(FOLDING)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A film, person or song that a spelling may mean.

    `kind`: film, person or work; `id` of the film or person, for a work of its film. `label`: the full name. `exact`:
    the spelling is a full name or title, not a surname or shortened title. `weight`: its nominations. `first_season`,
    `last_season`: of those nominations, for a film its own; None for a person never nominated.
    """

    kind: str
    id: str
    label: str
    exact: bool
    weight: int
    first_season: int | None
    last_season: int | None
    gender: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling found at `start, end` of a text; `bearers` with exact ones first, then by weight, then by id."""

    start: int
    end: int
    key: str
    bearers: tuple[Bearer, ...]


class Names:
    """All spellings of the record. Reads what it needs when it is asked, and keeps it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[Bearer, ...]] = {}

    @cached_property
    def trie(self) -> marisa_trie.Trie:
        """The keys of all spellings."""
        import marisa_trie  # here, since asking for a row by its id needs no trie

        ((stored,),) = self._connection.execute("SELECT bytes FROM trie WHERE name = 'spelling'")
        return marisa_trie.Trie().frombytes(stored)

    @cached_property
    def longest(self) -> int:
        """The length of the longest key."""
        ((length,),) = self._connection.execute("SELECT value + 0 FROM about WHERE key = 'longest_key'")
        return int(length)

    def bearers(self, spelling: str) -> tuple[Bearer, ...]:
        """Whom this spelling may mean, exact ones first, then by weight; empty when nobody bears it."""
        key = fold(spelling).strip()
        self._load([key])
        return self._known[key]

    def hits(self, folded: str, original: str | None = None) -> list[Hit]:
        """The names in a text, in order, none within another: at each word the longest one, then on from its end.

        A name starts and ends at a word border; a possessive ending ('s or ') is not part of it.

        Args:
            folded: `fold` of the text.
            original: the text itself. When given, a span without any capital or digit is passed over, unless its bearer
                is written in the same way (`mother!`).
        """
        spans = self._spans(folded)
        self._load({folded[start:end] for start, end in spans})
        found = [Hit(start, end, key, self._known[key]) for start, end in spans for key in [folded[start:end]]]
        if original is None:
            return found
        return [hit for hit in found if not original[hit.start : hit.end].islower() or is_written_so(hit, original)]

    def at(self, folded: str, start: int) -> list[Hit]:
        """Every name that starts at this place and ends at a word border, longest first."""
        keys = self.trie.prefixes(folded[start : start + self.longest])
        ends = [start + len(key) for key in reversed(keys) if is_border(folded, start + len(key))]
        self._load({folded[start:end] for end in ends})
        return [Hit(start, end, folded[start:end], self._known[folded[start:end]]) for end in ends]

    def near(self, name: str) -> tuple[str, ...]:
        """Up to three full names or titles that are written much like this one, best first."""
        key = fold(name).strip()
        length = len(key)
        rows = self._connection.execute(
            "SELECT key, label FROM spelling WHERE length(key) BETWEEN ? AND ? ORDER BY exact DESC, weight DESC",
            (length * 3 // 4, length * 4 // 3 + 1),
        )
        labels: dict[str, str] = {}
        for spelled, label in rows:
            labels.setdefault(spelled, label)
        close = difflib.get_close_matches(key, labels, n=6, cutoff=0.75)
        return tuple(dict.fromkeys(labels[spelled] for spelled in close))[:3]

    def _spans(self, folded: str) -> list[tuple[int, int]]:
        """The start and end of the longest name at each word start that no earlier name covers."""
        prefixes, longest = self.trie.prefixes, self.longest
        spans: list[tuple[int, int]] = []
        after = 0
        for match in STARTS.finditer(folded):
            start = match.start()
            keys = prefixes(folded[start : start + longest]) if start >= after else None
            end = longest_end(folded, start, keys) if keys else None
            if end:
                spans.append((start, end))
                after = end
        return spans

    def _load(self, keys: Iterable[str]) -> None:
        """Fetch the bearers of those keys that are not known yet."""
        wanted = sorted(key for key in keys if key not in self._known)
        for first in range(0, len(wanted), BATCH):
            batch = wanted[first : first + BATCH]
            found: dict[str, list[Bearer]] = {key: [] for key in batch}
            query = (
                "SELECT key, kind, id, label, exact, weight, first_season, last_season, gender FROM spelling"
                f" WHERE key IN ({','.join('?' * len(batch))}) ORDER BY key, exact DESC, weight DESC, kind, id"
            )
            for key, kind, id, label, exact, *others in self._connection.execute(query, batch):
                found[key].append(Bearer(kind, id, label, bool(exact), *others))
            self._known.update((key, tuple(bearers)) for key, bearers in found.items())


def longest_end(folded: str, start: int, keys: list[str]) -> int | None:
    """Where the longest of these keys, given by length, ends at a word border; None where none does."""
    for key in reversed(keys):
        if is_border(folded, start + len(key)):
            return start + len(key)
    return None


def is_border(folded: str, end: int) -> bool:
    """Whether a name may end here: not between letters or digits, nor before an inner apostrophe other than 's."""
    after = folded[end : end + 1]
    if after.isalnum():
        return not folded[end - 1].isalnum()
    if after != "'" or not folded[end - 1].isalnum() or not folded[end + 1 : end + 2].isalnum():
        return True
    return folded[end + 1] == "s" and not folded[end + 2 : end + 3].isalnum()


def is_written_so(hit: Hit, original: str) -> bool:
    """Whether a bearer's own name is written as it stands in the text."""
    return any(bearer.label == original[hit.start : hit.end] for bearer in hit.bearers)
