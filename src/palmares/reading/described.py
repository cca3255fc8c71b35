"""Films named by their director, and people by their film: "Ryan Coogler's vampire picture", "the 'Brutalist' star".

Such words stand for the one film that the person directed in the season in view, and for the one player nominated for a
leading part in the film or its one director. The trap: with two such, or none, they stand for nothing, and the words
are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palmares.claims import Film, Person
from palmares.reading.items import Item, Sentence
from palmares.reading.roles import CLAUSE_OPENERS, PREDICATES, PREPOSITIONS
from palmares.record import Record, films_directed, films_entered, made_by

DIRECTORS = frozenset(("PERSON", "PERSONOF", "HIS"))
FILMS = frozenset(("GENRE", "FILMNOUN"))
LEADS = frozenset(("COMMA", "AND", "SEMI", "DASH", "THEN", "QUOTE"))
"""After one of these, or at the start, "the Korean thriller" is a film spoken of before."""
MOST_WORDS = 4
"""Plain words that may stand between the name and the noun ("Cold War" in "Guillermo del Toro's Cold War romance")."""


def with_described_films(sentences: Sequence[Sentence], record: Record, season: int | None) -> list[Sentence]:
    """The sentences with every film that is named by its director as a mention of that film."""
    if season is None:
        return list(sentences)
    return [replace(sentence, items=described(sentence.items, record, season)) for sentence in sentences]


def described(items: tuple[Item, ...], record: Record, season: int) -> tuple[Item, ...]:
    """The items of one sentence, with the films described in them."""
    if not any(item.kind in FILMS or item.kind == "STAR" for item in items):
        return items
    out: list[Item] = []
    place = 0
    while place < len(items):
        if (person := of_film(items, place, record)) is not None:
            out.append(person)
            place += 2
            continue
        if (film := of_country(items, place, record, season)) is not None:
            out.append(film)
            place += 2
            continue
        end = description_end(items, place)
        film = film_of(items, place, end, record=record, season=season) if end else None
        out.append(items[place] if film is None else film)
        place = place + 1 if film is None or end is None else end
    return tuple(out)


def of_film(items: Sequence[Item], place: int, record: Record) -> Item | None:
    """The one leading player or director of the film named here, if "star" or the like and no name follows."""
    film, after = items[place], [item.kind for item in items[place + 1 : place + 3]]
    if not isinstance(film.value, Film) or after[:1] != ["STAR"] or after[1:] in (["PERSON"], ["PERSONOF"], ["AND"]):
        return None
    people = made_by(record.connection, film.value.id, is_directed=items[place + 1].value == "director")
    if len(people) != 1:
        return None
    kind = "PERSONOF" if film.kind == "FILMOF" else "PERSON"
    return Item(kind, film.start, items[place + 1].end, people[0])


def of_country(items: Sequence[Item], place: int, record: Record, season: int) -> Item | None:
    """The one film that a country has in the race of countries of a season: "The Korean thriller won …"."""
    if items[place].kind != "COUNTRY" or (place and items[place - 1].kind not in LEADS):
        return None
    if items[place + 1].kind not in FILMS or items[place + 2].kind not in (*PREDICATES, "ALSO", "OTHER"):
        return None
    films = films_entered(record.connection, tuple(str(items[place].value).split("|")), season)
    return Item("FILM", items[place].start, items[place + 1].end, films[0]) if len(films) == 1 else None


def description_end(items: Sequence[Item], place: int) -> int | None:
    """The place after the noun that ends a description which starts with the name here; None where there is none."""
    if items[place].kind not in DIRECTORS or not isinstance(items[place].value, Person):
        return None
    end = place + 1
    if items[place].kind != "HIS" and items[end].kind == "POSS":
        end += 1
    for _ in range(MOST_WORDS + 1):
        if items[end].kind in FILMS:
            return end + 1
        if items[end].kind not in ("OTHER", "STRANGER", "FILM", "FILMOF", "COUNTRY", "FOREIGN", "PERSON", "PERSONOF"):
            return None
        end += 1
    return None


def is_indefinite(items: Sequence[Item], place: int) -> bool:
    """Whether "a" or "an", of which no item is made, stands before a description: "a Quentin Tarantino film"."""
    return place > 0 and len(" a ") <= items[place].start - items[place - 1].end <= len(" an ")


def film_of(items: Sequence[Item], place: int, end: int, *, record: Record, season: int) -> Item | None:
    """The film described from `place` to `end`, if the person directed one film of the season and no more."""
    person = items[place].value
    assert isinstance(person, Person)
    films = films_directed(record.connection, person.id, season)
    if len(films) != 1 or is_indefinite(items, place):
        return None
    before = items[place - 1].kind if place else "STOP"
    hangs = before in PREPOSITIONS and not (before in CLAUSE_OPENERS and items[end].kind in PREDICATES)
    return Item("FILMOF" if hangs else "FILM", items[place].start, items[end - 1].end, films[0])
