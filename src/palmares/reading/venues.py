"""Finds the places where ceremonies were held, by the names the record has for them and those that the press uses.

A place is a venue only where the words round it speak of a ceremony and not of a party or a premiere. The trap: one
hotel had several halls, each a venue of its own, so a hotel's bare name may mean any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from palmares.reading.items import Item
from palmares.reading.words import lexicon, rows
from palmares.record import Record, fold

ROOM = re.compile(r"^(?P<house>[^(]+?)\s*\((?P<room>[^)]+)\)$")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
ANOTHER_NAME = re.compile(r" [A-ZÀ-Þ]")
"""What follows where the name found is only the beginning of another, as in "the Dolby Atmos mix"."""
JOINT = re.compile(r"'s |s' |,? (?:of|at|in|inside) (?:the )?|, ")
"""What stands between a house and its room, or a room and its house."""
CLUES = frozenset("AWARD TROPHY CEREMONY HOST HOSTED HELD WON NAMED CATEGORY WINNER TIME".split())
"""Kinds of words that show that a ceremony is spoken of."""
OTHER_OCCASIONS = frozenset("ELSEWHERE OTHERPRIZE HABIT SINCE".split())
"""Kinds of words that show that something else took place there, or that the ceremony did so at other times."""
NEAR_CHARACTERS, AROUND_CHARACTERS, NEXT_CHARACTERS = 60, 240, 20
"""How far before a venue a party, round it a clue, and after it "since 2002" tells what happened there."""


def venues_in(record: Record, text: str, folded: str) -> dict[int, Item]:
    """The venues that a text names as places of a ceremony, by where they start."""
    found = [item for item in named_in(record, text, folded) if is_of_ceremony(folded, item)]
    return {item.start: item for item in joined(found, folded)}


def named_in(record: Record, text: str, folded: str) -> list[Item]:
    """Every name of a venue in the text, in order; the longer where two overlap."""
    spelt = one_spelling(folded)
    hits = [
        Item("VENUE", place, place + len(name), venues[0], venues[1:])
        for name, venues in forms(record).items()
        for place in places(spelt, name)
        if is_name(text, place, place + len(name))
    ]
    kept: list[Item] = []
    covered: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if covered.isdisjoint(range(hit.start, hit.end)):
            kept.append(hit)
            covered.update(range(hit.start, hit.end))
    return sorted(kept, key=lambda hit: hit.start)


def one_spelling(folded: str) -> str:
    """The text with American and British forms of one word alike, each character in its place."""
    return folded.replace("theater", "theatre").replace("center", "centre").replace(" & ", " + ")


def places(text: str, name: str) -> Iterable[int]:
    """Where a name stands in a text."""
    place = text.find(name)
    while place >= 0:
        yield place
        place = text.find(name, place + 1)


def is_name(text: str, start: int, end: int) -> bool:
    """Whether these characters are whole words, the last of them with a capital, and no part of a longer name."""
    whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
    last = text[start:end].replace("-", " ").rpartition(" ")[2]
    return whole and last[:1].isupper() and not ANOTHER_NAME.match(text, end)


def is_of_ceremony(folded: str, item: Item) -> bool:
    """Whether the words round a place speak of the ceremony there: a clue near, no party or "for years" beside it."""
    paragraph = folded.rfind("\n", 0, item.start) + 1
    first, close = (max(paragraph, item.start - back) for back in (AROUND_CHARACTERS, NEAR_CHARACTERS))
    kinds = kinds_in(folded, first, item.start) | kinds_in(folded, item.end, item.end + NEAR_CHARACTERS)
    here = kinds_in(folded, close, item.start) | kinds_in(folded, item.end, item.end + NEXT_CHARACTERS)
    return not kinds.isdisjoint(CLUES) and here.isdisjoint(OTHER_OCCASIONS)


def kinds_in(folded: str, start: int, end: int) -> set[str]:
    """The kinds of the words, and of the pairs of words, in a stretch of text, but for weak names of prizes."""
    entries = lexicon()[0]
    words = WORD.findall(folded, start, end)
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    known = [entries[phrase] for phrase in (*words, *pairs) if phrase in entries]
    return {entry.kind for entry in known if entry.strong}


def joined(found: Iterable[Item], folded: str) -> Iterable[Item]:
    """The venues with a house and its room, one beside the other, as one."""
    last: Item | None = None
    for item in found:
        both = together(last, item, folded) if last is not None else None
        if last is not None and both is None:
            yield last
        last = both or item
    if last is not None:
        yield last


def together(one: Item, other: Item, folded: str) -> Item | None:
    """One venue for two names that stand beside each other and may mean the same."""
    shared = [venue for venue in (one.value, *one.others) if venue in (other.value, *other.others)]
    if not shared or not JOINT.fullmatch(folded, one.end, other.start):
        return None
    return replace(one, end=other.end, value=shared[0], others=tuple(shared[1:]))


@lru_cache(maxsize=4)
def forms(record: Record) -> dict[str, tuple[str, ...]]:
    """Every name of a venue, folded, with the venues it may mean."""
    names: dict[str, dict[str, None]] = {}
    query = "SELECT award, venue FROM edition WHERE venue IS NOT NULL ORDER BY number"
    places = {award: place for place, award in enumerate(record.awards)}
    stored = sorted(record.connection.execute(query), key=lambda row: places[row[0]])
    venues = {venue: None for _, joined in stored for venue in joined.split("|")}
    for venue in venues:
        room = ROOM.match(venue)
        for name in (room["house"], room["room"]) if room else (venue,):
            names.setdefault(one_spelling(fold(name)), {})[venue] = None
    for row in rows("venues.csv"):
        names.setdefault(one_spelling(row["phrase"]), {})[row["venue"]] = None
    return {name: tuple(means) for name, means in names.items()}
