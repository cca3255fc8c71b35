"""Finds what may stand in the record twice: names one letter apart, a film of two years, a person who is a film.

These are suspicions; `integrity` runs them with its checks. The trap: two films of one title, and two people of almost
one name, do exist, so each of them that does is listed in exceptions.csv.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from palmares.record.names import fold
from palmares.record.store import Record

COMPANY = """
    SELECT film, person.id, name FROM nomination_film JOIN nomination_person USING (nomination)
    JOIN person ON person.id = person"""
TITLES = "SELECT season, id, title FROM film"
UNTOLD = "SELECT title, id, season FROM film WHERE imdb IS NULL OR title IN (SELECT title FROM film WHERE imdb IS NULL)"
TITLED = """
    SELECT DISTINCT person.id || ' and ' || film.id FROM nomination_film
    JOIN nomination_person USING (nomination) JOIN film ON film.id = film JOIN person ON person.id = person
    WHERE lower(name) = lower(title)"""

EDGE = 2
"""Two names that are one letter apart have so many letters in common at their beginning or at their end."""

SHORTEST = 5
"""Shorter names are often one letter apart by chance."""


def people_one_letter_apart(record: Record) -> Iterator[str]:
    """People cited for one film whose names are all but the same, as `one and other`."""
    yield from all_but_same(record.connection.execute(COMPANY))


def titles_one_letter_apart(record: Record) -> Iterator[str]:
    """Films of one season whose titles are all but the same, or the same, as `one and other`."""
    yield from all_but_same(record.connection.execute(TITLES))


def films_of_two_years(record: Record) -> Iterator[str]:
    """Films of one title in seasons that follow each other, not both known to IMDb, as `one and other`."""
    by_title: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for title, id, season in record.connection.execute(UNTOLD):
        by_title[fold(title)].append((season, id))
    for films in by_title.values():
        for (earlier, one), (later, other) in combinations(sorted(films), 2):
            if later - earlier == 1:
                yield f"{one} and {other}"


def people_who_are_films(record: Record) -> Iterator[str]:
    """People cited for a film whose title is their name, as `person and film`."""
    yield from (both for (both,) in record.connection.execute(TITLED))


def all_but_same(rows: Iterable[tuple[object, str, str]]) -> Iterator[str]:
    """The pairs of ids in one group whose names are at most one letter apart, given group, id and name."""
    groups: defaultdict[tuple[object, str], dict[str, str]] = defaultdict(dict)
    for group, id, name in rows:
        key = fold(name)
        groups[group, f"{key[:EDGE]}…"][id] = key
        groups[group, f"…{key[-EDGE:]}"][id] = key
    pairs = {
        tuple(sorted((one, other)))
        for members in groups.values()
        for (one, name), (other, second) in combinations(members.items(), 2)
        if min(len(name), len(second)) >= SHORTEST and is_letter_apart(name, second)
    }
    yield from (" and ".join(pair) for pair in sorted(pairs))


def is_letter_apart(one: str, other: str) -> bool:
    """Whether two names are the same but for one letter, which is another, added or left out.

    >>> is_letter_apart("john box", "john cox"), is_letter_apart("anora", "anorra"), is_letter_apart("anora", "aurora")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), None)
    if start is None:
        return True
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    short, long = sorted((one, other), key=len)
    return short[start:] == long[start + 1 :]
