"""Whose a count may be: the names round it, and whether it can be nobody else's."""

from __future__ import annotations

import pytest

from palmares.claims import Film, Person
from palmares.reading.context import Place
from palmares.reading.items import Item
from palmares.reading.owners import owners
from palmares.reading.scores import list_counts
from tests.reading.making import ANORA, MADISON, items_of, kinds_of, sentence_of

VALUES = {"FILM": ANORA, "FILMOF": ANORA, "IT": ANORA, "PERSON": MADISON, "PERSONOF": MADISON}


def place_of(before: str, after: str = "STOP", *, earlier: str = "") -> Place:
    """A count, two items long, between these kinds, after a sentence of those kinds."""
    items = named(f"{before} NUMBER NOMINATION {after}")
    first = len(before.split())
    return Place(sentence_of(items), (first, first + 2), [sentence_of(named(earlier))] if earlier else [])


def named(kinds: str) -> tuple[Item, ...]:
    """Items of these kinds, names with what they stand for."""
    return tuple(item.meaning(VALUES.get(item.kind)) for item in items_of(kinds))


def found(place: Place) -> tuple[list[Film | Person], bool]:
    """Whose the count may be, and whether that is sure."""
    told = owners(place)
    return [item.value for item in told.items if isinstance(item.value, (Film, Person))], told.is_sure


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("FILM WON OTHER", "STOP"),
        ("FOR FILMOF OTHER COLON", "STOP"),
        ("OTHER", "FOR FILMOF STOP"),
        ("FILM COLON", "STOP"),
    ],
)
def test_the_one_film_of_a_clear_sentence_is_surely_meant(before: str, after: str) -> None:
    actual = found(place_of(before, after))

    assert actual == ([ANORA], True)


@pytest.mark.parametrize("doubt", ["STRANGER", "MORE", "RECORD", "GENRE", "OTHERPRIZE", "COUNTRY"])
def test_somebody_unknown_or_a_comparison_leaves_a_count_open(doubt: str) -> None:
    actual = found(place_of(f"FILM WON OTHER {doubt}"))

    assert actual == ([ANORA], False)


def test_a_film_owned_by_a_person_may_be_one_that_is_not_named() -> None:
    actual = found(place_of("PERSONOF POSS OTHER WON"))

    assert actual == ([MADISON], False)


@pytest.mark.parametrize("doubt", ["NOT", "MODAL", "NEVER", "SEEK"])
def test_what_did_not_happen_is_nobodys_count(doubt: str) -> None:
    actual = found(place_of(f"FILM {doubt} OTHER"))

    assert actual == ([], False)


def test_a_fragment_is_of_the_one_whom_a_line_with_nothing_else_names() -> None:
    actual = found(place_of("", earlier="PERSON STOP"))

    assert actual == ([MADISON], True)


def test_a_fragment_may_be_of_the_one_whom_the_sentence_before_names() -> None:
    actual = found(place_of("", earlier="PERSON BEAT STOP"))

    assert actual == ([MADISON], False)


def test_a_fragment_after_two_names_may_be_of_either() -> None:
    actual = found(place_of("", earlier="PERSON BEAT FILM STOP"))

    assert actual == ([MADISON, ANORA], False)


def test_films_and_numbers_without_a_verb_are_a_list_of_counts() -> None:
    actual = kinds_of(list_counts(items_of("FILM NUMBER COMMA FILM NUMBER STOP")))

    assert actual == "FILM WITH NUMBER COMMA FILM WITH NUMBER STOP"


@pytest.mark.parametrize("kinds", ["FILM NUMBER STOP", "FILM NUMBER COMMA FILM WON NUMBER STOP"])
def test_one_film_with_a_number_or_a_verb_is_no_list_of_counts(kinds: str) -> None:
    actual = kinds_of(list_counts(items_of(kinds)))

    assert actual == kinds
