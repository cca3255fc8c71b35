"""Searches the record by name: films, people, songs, awards and categories, the likeliest first.

Full-text search over `entry`. The trap: a song's `id` is that of its film, as songs have none of their own.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from palmares.errors import UnknownName, UnusableInput
from palmares.record.names import fold
from palmares.record.store import Record

WORDS = re.compile(r"\w+")
LEADING = re.compile(r"^\W+")

FOUND = """
    SELECT kind, id, label, weight, first_season, last_season, instr(char(10) || names, :whole) > 0 AS is_whole
    FROM entry WHERE entry MATCH :words
    ORDER BY is_whole DESC, instr(char(10) || names, :start) > 0 DESC, weight DESC, label, kind, id
    LIMIT :limit"""
COUNT = "SELECT count(*) FROM entry WHERE entry MATCH ?"
FEW = "SELECT names, label FROM entry WHERE kind IN ('award', 'category') ORDER BY weight DESC, label"


@dataclass(frozen=True, slots=True)
class Match:
    """Something of the record that has a name.

    `kind`: film, person, work (a song), award or category. `id`: for a work that of its film. `nominations`: how many
    it has. `first_season`, `last_season`: of those, for a film its own; None where it has none. `is_whole`: the name
    looked for is one of its full names.
    """

    kind: str
    id: str
    label: str
    nominations: int
    first_season: int | None
    last_season: int | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """What a search found: the best `entries`, and of how many in all they are."""

    entries: tuple[Match, ...]
    total: int


def search(record: Record, name: str, *, limit: int = 20) -> Matches:
    """Everything that has all words of a name in its own, whatever their order, case and accents.

    The last word may be unfinished. Those that bear the whole name come first, then those that begin with it, each by
    the number of their nominations.

    Args:
        limit: how many entries to give at most, at least 1.

    Raises:
        UnknownName: nothing has these words; `near` says what is written much like them.
        UnusableInput: the name holds no letter or digit.
    """
    key = fold(bare_name(name))
    words = WORDS.findall(key)
    if not words:
        raise UnusableInput(repr(name), "no letter or digit stands in this name", "Give a word of the name")
    query = " ".join(f'"{word}"' for word in words) + "*"
    given = {"words": query, "whole": f"\n{key}\n", "start": f"\n{key}", "limit": limit}
    rows = record.connection.execute(FOUND, given).fetchall()
    if not rows:
        raise UnknownName(name, near_names(record, name))
    ((total,),) = record.connection.execute(COUNT, (query,))
    entries = tuple(
        Match(kind, id, label, nominations, first, last, is_whole=bool(is_whole))
        for kind, id, label, nominations, first, last, is_whole in rows
    )
    return Matches(entries, total)


def near_names(record: Record, name: str) -> tuple[str, ...]:
    """Up to three names of any kind that are written much like this one, best first."""
    name = bare_name(name)
    key = fold(name)
    labels: dict[str, str] = {}
    for names, label in record.connection.execute(FEW):
        for spelled in names.split():
            labels.setdefault(spelled, label)
        for spelled in names.split("\n"):
            labels.setdefault(spelled, label)
    few = [labels[spelled] for spelled in difflib.get_close_matches(key, labels, n=3, cutoff=0.8)]
    both = dict.fromkeys((*few, *record.names.near(name)))
    return tuple(sorted(both, key=lambda label: -likeness(key, fold(label))))[:3]


def encodable(name: str) -> str:
    """The name with whatever is no character, as undecodable bytes of a command line are, shown as `?`."""
    return name.encode("utf-8", "replace").decode()


def bare_name(name: str) -> str:
    """The name as the keys of spellings have it: from its first letter or digit on, with single spaces."""
    return " ".join(LEADING.sub("", encodable(name)).split())


def likeness(left: str, right: str) -> float:
    """How much alike two folded names are written, from 0 to 1."""
    return difflib.SequenceMatcher(None, left, right).ratio()
