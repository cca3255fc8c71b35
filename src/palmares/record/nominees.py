"""Who and what was nominated for anything in one season: the short list that an article of that season talks about.

Reading asks it to tell which of several people called Anderson is meant. The trap: it is no evidence, only a hint.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache

from palmares.claims import Film

FILMS = """
    SELECT DISTINCT film FROM nomination JOIN nomination_film ON nomination_film.nomination = nomination.row
    WHERE season = ?
"""
PEOPLE = """
    SELECT DISTINCT person FROM nomination JOIN nomination_person ON nomination_person.nomination = nomination.row
    WHERE season = ?
"""
HOSTS = """
    SELECT DISTINCT person FROM host JOIN edition ON edition.award = host.award AND edition.number = host.edition
    WHERE season = ? AND person IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Nominees:
    """The ids of all films and people that any body nominated for one season; `people` takes in the hosts."""

    films: frozenset[str]
    people: frozenset[str]


@lru_cache(maxsize=256)
def nominees(connection: sqlite3.Connection, season: int) -> Nominees:
    """The films and people nominated for films of `season`, and the hosts, over all bodies."""
    films = frozenset(film for (film,) in connection.execute(FILMS, (season,)))
    people = frozenset(person for (person,) in connection.execute(PEOPLE, (season,)))
    people |= frozenset(person for (person,) in connection.execute(HOSTS, (season,)))
    return Nominees(films, people)


DIRECTED = """
    SELECT film.id, film.title FROM film_director JOIN film ON film.id = film_director.film
    WHERE film_director.person = ? AND film.season = ? AND EXISTS (
        SELECT 1 FROM nomination_film JOIN nomination ON nomination.row = nomination_film.nomination
        WHERE nomination_film.film = film.id AND nomination.category <> 'top-ten'
    ) ORDER BY film.id
"""


@lru_cache(maxsize=1024)
def films_directed(connection: sqlite3.Connection, person: str, season: int) -> tuple[Film, ...]:
    """The films of one season that a person directed that were up for more than a place in a list, as far as known."""
    return tuple(Film(id, title) for id, title in connection.execute(DIRECTED, (person, season)))


UP_FOR = """
    SELECT film.id, film.title FROM nomination
    JOIN nomination_person ON nomination_person.nomination = nomination.row
    JOIN nomination_film ON nomination_film.nomination = nomination.row
    JOIN film ON film.id = nomination_film.film
    WHERE nomination_person.person = ? AND nomination.season = ?
    GROUP BY film.id ORDER BY COUNT(*) DESC, film.id
"""


@lru_cache(maxsize=1024)
def films_up_for(connection: sqlite3.Connection, person: str, season: int) -> tuple[Film, ...]:
    """The films of one season for which a person was up for any prize, that with most nominations first."""
    return tuple(Film(id, title) for id, title in connection.execute(UP_FOR, (person, season)))


NAMES = """
    SELECT DISTINCT 'person', person.id, person.name FROM nomination
    JOIN nomination_person ON nomination_person.nomination = nomination.row
    JOIN person ON person.id = nomination_person.person WHERE season = :season
    UNION SELECT DISTINCT 'film', film.id, film.title FROM nomination
    JOIN nomination_film ON nomination_film.nomination = nomination.row
    JOIN film ON film.id = nomination_film.film WHERE nomination.season = :season
    ORDER BY 1, 2
"""


@lru_cache(maxsize=256)
def nominee_names(connection: sqlite3.Connection, season: int) -> tuple[tuple[str, str, str], ...]:
    """Kind, id and full name of every person and film nominated for films of one season."""
    return tuple(connection.execute(NAMES, {"season": season}))
