"""Who has surely no part in a film, and who made it."""

import pytest

from palmares.claims import Film, Person
from palmares.record import films_entered, has_no_part, is_credited, is_from_elsewhere, made_by, open_record

CONNECTION = open_record().connection


@pytest.mark.parametrize(
    ("person", "film", "expected"),
    [
        ("norman-jewison", "driving-miss-daisy-1989", True),
        ("bruce-beresford", "driving-miss-daisy-1989", False),
        ("clint-eastwood", "the-departed-2006", False),  # who plays as well, so that it could be his in that way
        ("jessica-tandy", "driving-miss-daisy-1989", False),
        ("john-hughes", "home-alone-1990", False),  # who writes and produces films of others
    ],
)
def test_only_a_director_without_any_credit_has_surely_no_part(person: str, film: str, expected: bool) -> None:
    assert has_no_part(CONNECTION, person, film) is expected


def test_a_nominee_for_a_film_is_credited_with_it() -> None:
    assert is_credited(CONNECTION, "jessica-tandy", "driving-miss-daisy-1989")


@pytest.mark.parametrize(("countries", "expected"), [(("Poland",), True), (("Iran",), False), (("France",), False)])
def test_a_film_is_from_elsewhere_only_if_neither_entered_nor_made_there(
    countries: tuple[str, ...], expected: bool
) -> None:
    assert is_from_elsewhere(CONNECTION, "the-salesman-2016", countries) is expected


def test_the_films_a_country_entered_are_the_nominees_of_a_season() -> None:
    assert films_entered(CONNECTION, ("South Korea",), 2019) == (Film("parasite-2019"),)


@pytest.mark.parametrize(("is_directed", "person"), [(True, "brady-corbet"), (False, "adrien-brody")])
def test_a_film_has_a_director_and_a_leading_player(is_directed: bool, person: str) -> None:
    assert made_by(CONNECTION, "the-brutalist-2024", is_directed=is_directed) == (Person(person),)
