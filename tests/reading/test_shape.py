"""The shape of items: editions, nouns and verbs, names that are no subject, subjects carried over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.claims import Edition
from palmares.reading.items import Item
from palmares.reading.kinds import KINDS
from palmares.reading.shape import shape
from tests.reading.making import ANORA, MADISON, items_of, kinds_of


def no_edition(lead: Item, award: Item) -> Edition | None:
    """A calendar that knows no edition."""
    return None


def shaped(kinds: str) -> str:
    """The kinds after shaping."""
    return kinds_of(shape(items_of(kinds), no_edition))


def with_value(kinds: str, place: int, value: str) -> tuple[Item, ...]:
    """Items of which one has a value."""
    items = list(items_of(kinds))
    items[place] = replace(items[place], value=value)
    return tuple(items)


# --- editions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lead", ["ORDINAL", "YEAR", "TIME"])
def test_an_ordinal_year_or_time_and_an_award_make_an_edition(lead: str) -> None:
    items = shape(items_of(f"{lead} AWARD"), lambda lead, award: Edition("oscars", 97))

    assert items == (Item("EDITION", 0, 3, Edition("oscars", 97)),)


def test_where_the_calendar_knows_no_edition_the_award_stays() -> None:
    assert shaped("ORDINAL AWARD") == "ORDINAL AWARD"


# --- nouns and verbs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lead", ["NUMBER", "ORDINAL", "PRIZE", "HIS"])
def test_wins_after_a_number_or_possessive_is_a_noun(lead: str) -> None:
    assert kinds_of(shape(with_value(f"{lead} WON", 1, "noun"), no_edition)).endswith("WIN")


def test_wins_after_a_name_is_a_verb() -> None:
    assert kinds_of(shape(with_value("FILM WON", 1, "noun"), no_edition)) == "FILM WON"


def test_to_win_is_joined() -> None:
    assert kinds_of(shape(with_value("OTHER TO WON PRIZE", 2, "infinitive"), no_edition)) == "OTHER TOWIN PRIZE"


def test_a_plain_win_without_to_says_nothing_that_happened() -> None:
    assert kinds_of(shape(with_value("OTHER WON PRIZE", 1, "infinitive"), no_edition)) == "OTHER WIN PRIZE"


@pytest.mark.parametrize("verb", ["WON", "LOST", "NOMINATED", "BEAT"])
def test_has_before_a_participle_only_helps(verb: str) -> None:
    assert shaped(f"FILM HAS {verb} PRIZE") == f"FILM {verb} PRIZE"


def test_has_before_a_number_is_kept() -> None:
    assert shaped("FILM HAS NUMBER NOMINATION") == "FILM HAS NUMBER NOMINATION"


# --- weak prizes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kinds",
    [
        "WEAKPRIZE TROPHY",
        "FOR WEAKPRIZE",
        "WON WEAKPRIZE",
        "PRIZE COMMA WEAKPRIZE AND WEAKPRIZE",
        "WEAKPRIZE AND PRIZE",
        "WEAKPRIZE NOMINATION",
    ],
)
def test_a_weak_prize_is_a_prize_beside_a_prize_word_or_in_a_list(kinds: str) -> None:
    assert shaped(kinds) == kinds


@pytest.mark.parametrize("kinds", ["WEAKPRIZE PERSON", "OTHER WEAKPRIZE OTHER", "WEAKPRIZE AND OTHER"])
def test_a_weak_prize_elsewhere_is_an_ordinary_word(kinds: str) -> None:
    assert shaped(kinds) == kinds.replace("WEAKPRIZE", "OTHER")


# --- names that are no subject ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("FOR FILM COMMA PERSON WON PRIZE", "FOR FILMOF COMMA PERSON WON PRIZE"),
        ("FILM POSS PERSON WON PRIZE", "FILMOF POSS PERSON WON PRIZE"),
        ("FILM BEAT FILM", "FILM BEAT FILM"),
        ("FILM LOST TO FILM AND FILM", "FILM LOST TO FILMOF AND FILMOF"),
        ("WITH PERSON", "WITH PERSONOF"),
        ("AFTER PERSON WON PRIZE", "AFTER PERSON WON PRIZE"),
    ],
)
def test_a_name_after_a_preposition_or_with_a_possessive_is_no_subject(kinds: str, expected: str) -> None:
    assert shaped(kinds) == expected


# --- subjects carried over ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("FILM HAS NUMBER NOMINATION AND WON NUMBER", "FILM HAS NUMBER NOMINATION AND SAME WON NUMBER"),
        ("PERSON COMMA NUMBER COMMA WON PRIZE", "PERSON COMMA NUMBER COMMA SAME WON PRIZE"),
        ("FILM WON PRIZE SEMI WON PRIZE", "FILM WON PRIZE SEMI WON PRIZE"),
        ("FILM WON PRIZE AND PERSON WON PRIZE", "FILM WON PRIZE AND PERSON WON PRIZE"),
    ],
)
def test_a_clause_that_opens_with_its_verb_has_the_subject_before(kinds: str, expected: str) -> None:
    assert shaped(kinds) == expected


def test_a_subject_carried_over_has_no_width_and_means_the_same() -> None:
    items = list(items_of("FILM WON PRIZE AND WON PRIZE"))
    items[0] = replace(items[0], value=ANORA)
    same = shape(items, no_edition)[4]

    assert (same.kind, same.value, same.start, same.end) == ("SAME", ANORA, items[4].start, items[4].start)


def test_somebody_unknown_takes_the_place_of_the_subject() -> None:
    items = [
        Item("PERSON", 0, 5, MADISON),
        Item("WON", 6, 9),
        Item("PRIZE", 10, 15),
        Item("COMMA", 15, 16),
        Item("OTHER", 17, 20, "Ada"),
        Item("OTHER", 21, 24, "Lee"),
        Item("WON", 25, 28),
    ]

    assert kinds_of(shape(items, no_edition)) == "PERSON WON PRIZE COMMA STRANGER STRANGER WON"


# --- laws ---------------------------------------------------------------------------------------------------------

ANY_KINDS = st.lists(st.sampled_from(KINDS), max_size=14).map(" ".join)


@given(ANY_KINDS)
def test_shaping_never_raises_and_keeps_the_order(kinds: str) -> None:
    items = shape(items_of(kinds), no_edition)
    places = [item.start for item in items]

    assert places == sorted(places)
    assert {item.kind for item in items} <= set(KINDS)


@given(ANY_KINDS)
def test_shaping_adds_only_items_without_width(kinds: str) -> None:
    before = {(item.start, item.end) for item in items_of(kinds)}
    after = {(item.start, item.end) for item in shape(items_of(kinds), no_edition) if item.end > item.start}

    assert {span for span in after if span not in before and span[1] - span[0] == 1} == set()
