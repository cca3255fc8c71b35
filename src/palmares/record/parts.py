"""Who has surely no part in a film: asked before "Fellini's The Leopard" is taken for a claim of who directed it.

The trap: a possessive may name a star, a writer or a producer, and the record names those only where they were
nominated. So a person has no part only where the record would show any that they could have had.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache

from palmares.claims import Film, Person

IS_DIRECTED = "SELECT EXISTS (SELECT 1 FROM film_director WHERE film = ?)"
IS_DIRECTOR = "SELECT EXISTS (SELECT 1 FROM film_director WHERE person = ?)"
IS_CREDITED = """
    SELECT EXISTS (SELECT 1 FROM film_director WHERE film = :film AND person = :person) OR EXISTS (
        SELECT 1 FROM nomination_film f JOIN nomination_person p ON p.nomination = f.nomination
        WHERE f.film = :film AND p.person = :person)
"""
IS_PLAYER = """
    SELECT EXISTS (
        SELECT 1 FROM nomination_person p JOIN nomination n ON n.row = p.nomination
        JOIN category_group g ON g.category = n.category AND g.grouping = 'acting' WHERE p.person = ?)
"""
MAKES_OTHERS_FILMS = """
    SELECT EXISTS (
        SELECT 1 FROM nomination_person p JOIN nomination n ON n.row = p.nomination
        JOIN nomination_film f ON f.nomination = n.row JOIN film_director d ON d.film = f.film
        WHERE p.person = :person AND NOT EXISTS (
            SELECT 1 FROM film_director own WHERE own.film = f.film AND own.person = :person))
        OR EXISTS (SELECT 1 FROM maker WHERE person = :person)
"""
NAMES_PRODUCERS = """
    SELECT EXISTS (
        SELECT 1 FROM nomination_film f JOIN nomination n ON n.row = f.nomination
        JOIN nomination_person p ON p.nomination = n.row WHERE f.film = ? AND n.category = 'picture')
"""


@lru_cache(maxsize=4096)
def has_no_part(connection: sqlite3.Connection, person: str, film: str) -> bool:
    """Whether a film is surely not a director's: others directed it, and no other part of that person's is possible.

    Nobody who is known as a player is meant, and who has written or produced for other directors only where the film's
    producers are named.
    """
    both = {"person": person, "film": film}
    if not (is_true(connection, IS_DIRECTED, (film,)) and is_true(connection, IS_DIRECTOR, (person,))):
        return False
    if is_true(connection, IS_CREDITED, both) or is_true(connection, IS_PLAYER, (person,)):
        return False
    return not is_true(connection, MAKES_OTHERS_FILMS, both) or is_true(connection, NAMES_PRODUCERS, (film,))


@lru_cache(maxsize=4096)
def is_credited(connection: sqlite3.Connection, person: str, film: str) -> bool:
    """Whether the record names the person in some part of the film."""
    return is_true(connection, IS_CREDITED, {"person": person, "film": film})


SUBMITTED_BY = """
    SELECT DISTINCT n.country FROM nomination_film f JOIN nomination n ON n.row = f.nomination
    WHERE f.film = ? AND n.category = 'international-feature' AND n.country IS NOT NULL
"""
MADE_IN = "SELECT country FROM film_country WHERE film = ?"


@lru_cache(maxsize=1024)
def is_from_elsewhere(
    connection: sqlite3.Connection, film: str, countries: tuple[str, ...], *, is_entry: bool = False
) -> bool:
    """Whether a film was submitted by another country than these and, unless only that is asked, made in none."""
    submitted = {country for (country,) in connection.execute(SUBMITTED_BY, (film,))}
    made = {country for (country,) in connection.execute(MADE_IN, (film,))}
    if is_entry:
        return bool(submitted) and not submitted & set(countries)
    return bool(submitted) and bool(made) and not (submitted | made) & set(countries)


ENTERED = """
    SELECT DISTINCT film.id, film.title FROM nomination n JOIN nomination_film f ON f.nomination = n.row
    JOIN film ON film.id = f.film
    WHERE n.award = 'oscars' AND n.category = 'international-feature' AND n.season = ? AND n.country = ?
"""


@lru_cache(maxsize=1024)
def films_entered(connection: sqlite3.Connection, countries: tuple[str, ...], season: int) -> tuple[Film, ...]:
    """The films that a country, under any of its names, had among the Academy's nominees of a season."""
    found = (row for country in countries for row in connection.execute(ENTERED, (season, country)))
    return tuple(Film(id, title) for id, title in found)


LEADS = """
    SELECT DISTINCT person.id, person.name FROM nomination_film f JOIN nomination n ON n.row = f.nomination
    JOIN category_group g ON g.category = n.category AND g.grouping = 'lead'
    JOIN nomination_person p ON p.nomination = n.row JOIN person ON person.id = p.person
    WHERE f.film = ? AND n.award = 'oscars' ORDER BY 1
"""
DIRECTORS = """
    SELECT person.id, person.name FROM film_director d JOIN person ON person.id = d.person WHERE d.film = ?
    ORDER BY place
"""


@lru_cache(maxsize=1024)
def made_by(connection: sqlite3.Connection, film: str, *, is_directed: bool) -> tuple[Person, ...]:
    """A film's directors, or those whom the Academy nominated for a leading part in it."""
    query = DIRECTORS if is_directed else LEADS
    return tuple(Person(id, name) for id, name in connection.execute(query, (film,)))


def is_true(connection: sqlite3.Connection, query: str, values: tuple[str, ...] | dict[str, str]) -> bool:
    """Whether a query of one truth comes out true."""
    ((answer,),) = connection.execute(query, values)
    return bool(answer)
