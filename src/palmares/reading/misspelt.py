"""Names written with one letter wrong: "Timothee Chalomet" for Timothée Chalamet.

Somebody or something up for a prize at the time of the text is meant where the name is long and one letter is missing,
added, changed or out of place. The trap: a short name one letter away is mostly that of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from palmares.claims import Film, Person
from palmares.reading.items import Item
from palmares.reading.lexer import is_marked
from palmares.reading.naming import View
from palmares.reading.story import Misspelling
from palmares.record import Record, fold, nominee_names

SHORTEST_NAME, SHORTEST_TITLE = 10, 6
"""Letters that the full name of a person, and the title of a film, must have."""
LONG = 14
"""Letters of a name whose last two or three may be written otherwise: "Randolf" for Randolph."""
WORDS = re.compile(r"[A-ZÀ-Þ][\w'’-]+\.?(?: (?:de |del |von |van )?[A-ZÀ-Þ][\w'’.-]+)+")
TITLES = re.compile(r"[“\"]([^“”\"\n]{6,60}?)[,.]?[”\"]")


@dataclass(frozen=True, slots=True)
class Named:
    """A film or person up for a prize, with the key that the name is looked up by."""

    id: str
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Spellings:
    """Who and what is up for a prize in one season: people by each word of their names, films by a letter and length.

    A slip is of one letter, so one of the words of a name, and the first or the last letter of a title, are right.
    """

    people: Mapping[str, tuple[Named, ...]]
    films: Mapping[tuple[str, int], tuple[Named, ...]]


def misspelt_in(record: Record, text: str, names: Mapping[int, Item], view: View) -> dict[int, Item]:
    """Mentions of people and films in view whose names are written with a letter wrong, by where they start."""
    covered = [(item.start, item.end) for item in names.values()]
    known = [spellings(record, season) for season in sorted(view.seasons)]
    taken = {place for start, end in covered for place in (start, end - 1)}
    titles = {item.start for item in names.values() if item.kind in ("FILM", "WORK")}
    found = [*people_in(text, known, taken), *films_in(text, known, titles)]
    return {item.start: item for item in found if is_free(item, covered)}


def misspellings(text: str, items: Iterable[Item]) -> tuple[Misspelling, ...]:
    """What to tell of the mentions found: the words as written and the name that is meant."""
    return tuple(
        Misspelling(item.start, item.end, text[item.start : item.end], item.value.label)
        for item in sorted(items, key=lambda item: item.start)
        if isinstance(item.value, Film | Person)
    )


def is_free(item: Item, covered: Iterable[tuple[int, int]]) -> bool:
    """Whether no mention that is known lies over the words; a part of them may be taken for somebody else."""
    return all(
        end <= item.start or item.end <= start or (start, end) == within(item, start, end) for start, end in covered
    )


def within(item: Item, start: int, end: int) -> tuple[int, int] | None:
    """A span, if it lies within the words and is shorter than they are."""
    is_part = item.start <= start and end <= item.end and end - start < item.end - item.start
    return (start, end) if is_part else None


def people_in(text: str, known: Sequence[Spellings], taken: set[int]) -> Iterator[Item]:
    """The people whose full names some capitalised words are a slip of."""
    for run in WORDS.finditer(text):
        if run.start() in taken and run.end() - 1 in taken:
            continue
        said = run[0].rstrip(".'’")
        key = fold(said).removesuffix("'s")
        if len(key) < SHORTEST_NAME:
            continue
        alike = {named.id: named for season in known for word in key.split() for named in season.people.get(word, ())}
        meant = [named for named in alike.values() if is_slip(key, named.key)]
        if len(meant) == 1 and meant[0].key.rstrip(".") != key:
            yield Item("PERSON", run.start(), run.start() + len(key), Person(meant[0].id, meant[0].label))


def films_in(text: str, known: Sequence[Spellings], taken: set[int]) -> Iterator[Item]:
    """The films whose titles some words in quotation marks are a slip of."""
    for run in TITLES.finditer(text):
        key, item = fold(run[1]), Item("FILM", *run.span(1))
        if item.start in taken or not is_marked(text, item):
            continue
        places = [(letter, len(key) + more) for letter in {key[0], key[-1]} for more in (-1, 0, 1)]
        alike = {named.id: named for season in known for place in places for named in season.films.get(place, ())}
        meant = [named for named in alike.values() if is_slip(key, named.key)]
        if len(meant) == 1 and meant[0].key != key:
            yield item.meaning(Film(meant[0].id, meant[0].label))


def is_slip(one: str, other: str) -> bool:
    """Whether two spellings differ by one letter: missing, added, changed, or two of them swapped."""
    one, other = one.rstrip("."), other.rstrip(".")
    if abs(len(one) - len(other)) > 1:
        return False
    first = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if first is None:
        return True
    rest, another = one[first:], other[first:]
    if (
        min(len(one), len(other)) >= LONG
        and " " not in rest
        and " " not in another
        and min(len(rest), len(another)) <= 3
    ):
        return True
    return (
        rest[1:] == another
        or rest == another[1:]
        or rest[1:] == another[1:]
        or (rest[2:] == another[2:] and rest[:2] == another[1::-1])
    )


@lru_cache(maxsize=256)
def spellings(record: Record, season: int) -> Spellings:
    """The spellings of a season."""
    people: dict[str, list[Named]] = {}
    films: dict[tuple[str, int], list[Named]] = {}
    for kind, id, label in nominee_names(record.connection, season):
        named = Named(id, label, fold(label))
        if kind == "person" and len(named.key) >= SHORTEST_NAME:
            for word in named.key.split():
                people.setdefault(word, []).append(named)
        elif kind == "film" and len(named.key) >= SHORTEST_TITLE:
            for letter in {named.key[0], named.key[-1]}:
                films.setdefault((letter, len(named.key)), []).append(named)
    return Spellings(
        {word: tuple(bearers) for word, bearers in people.items()},
        {place: tuple(bearers) for place, bearers in films.items()},
    )
