"""First names of people whom a text has named in full: "Denzel", once Denzel Washington is introduced.

Live blogs and gossip columns go on so. The trap: somebody else of that first name in the same text, after whose mention
the first name alone may be either's, so that it is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from palmares.claims import Person
from palmares.reading.items import Item
from palmares.reading.words import lexicon, ordinary_words
from palmares.record import fold

SHORTEST = 3
"""Letters that a first name must have to be looked for."""


def first_names(text: str, items: Iterable[Item]) -> dict[int, Item]:
    """Mentions by first name alone of those named in full before, by where they start."""
    accepted = list(items)
    covered = {place for item in accepted for place in range(item.start, item.end)}
    called: dict[str, dict[str, Item]] = {}
    for item in accepted:
        name = text[item.start : item.end]
        if isinstance(item.value, Person) and " " in name and name == item.value.label:
            called.setdefault(name.split()[0], {}).setdefault(item.value.id, item)
    found = (
        item
        for name, people in called.items()
        if len(people) == 1 and is_clear(name)
        for item in alone(text, name, next(iter(people.values())))
    )
    return {item.start: item for item in found if item.start not in covered}


def is_clear(name: str) -> bool:
    """Whether a word is long enough and no other word, so that alone it can be a name."""
    key = fold(name)
    return len(key) >= SHORTEST and name.isalpha() and key not in lexicon()[0] and key not in ordinary_words()


def alone(text: str, name: str, whole: Item) -> Iterator[Item]:
    """The mentions of a first name alone after the person it is short for; none where others bear it as well."""
    word = re.compile(rf"(?<![\w'’-]){re.escape(name)}(?![\w-])(?P<more> [A-ZÀ-Þ][\w'’.-]*)?")
    mentions = list(word.finditer(text))
    surnames = {found["more"].strip(" .,’'") for found in mentions if found["more"]}
    if any(fold(surname) not in fold(text[whole.start : whole.end]) for surname in surnames):
        return
    for found in mentions:
        before = re.search(r"([A-ZÀ-Þ][\w’'.-]*) $", text[max(0, found.start() - 30) : found.start()])
        is_bare = before is None or before[1].lower() in lexicon()[0]
        if found.start() > whole.end and not found["more"] and is_bare:
            end = found.start() + len(name)
            yield Item("PERSON", found.start(), end, whole.value, whole.others, gender=whole.gender)
