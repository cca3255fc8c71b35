"""What carries over: the award and edition in view, and who "she" and "the film" are."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.claims import Edition
from palmares.reading.calendar import Calendar
from palmares.reading.context import MAIN_AWARD, Outlook, Place, main_award, near_frames
from palmares.reading.items import Item, Sentence
from palmares.reading.kinds import KINDS
from palmares.reading.pronouns import resolve
from palmares.record import Record
from tests.reading.making import ANORA, AS_OF, BRODY, CONCLAVE, MADISON, MOORE, items_of, sentence_of

MIKEY = Item("PERSON", 0, 5, MADISON, gender="f")
DEMI = Item("PERSON", 0, 5, MOORE, gender="f")
ADRIEN = Item("PERSON", 0, 5, BRODY, gender="m")
WON = Item("WON", 6, 9)
SHE, HE = Item("HE", 0, 3, gender="f"), Item("HE", 0, 2, gender="m")
OSCARS = Item("AWARD", 20, 26, "event", award="oscars")
GUILD = Item("AWARD", 20, 26, "event", award="sag")


@pytest.fixture
def calendar(tiny: Record) -> Calendar:
    return Calendar(tiny, AS_OF)


# --- editions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        (Item("ORDINAL", 0, 4, 96), Edition("oscars", 96)),
        (Item("YEAR", 0, 4, 2024), Edition("oscars", 96)),
        (Item("YEAR", 0, 4, 1929), Edition("oscars", 1)),
        (Item("TIME", 0, 4, "last-year"), Edition("oscars", 96)),
        (Item("TIME", 0, 4, "this-year"), Edition("oscars", 97)),
        (Item("ORDINAL", 0, 4, 50), None),
        (Item("YEAR", 0, 4, 1999), None),
        (Item("TIME", 0, 4, "night"), None),
    ],
)
def test_an_edition_is_meant_by_its_number_its_year_or_from_the_day_of_writing(
    calendar: Calendar, lead: Item, expected: Edition | None
) -> None:
    assert calendar.meant_by(lead, OSCARS) == expected


def test_a_second_oscar_is_no_second_edition(calendar: Calendar) -> None:
    prize = Item("AWARD", 5, 10, "prize", award="oscars")

    assert calendar.meant_by(Item("ORDINAL", 0, 4, 1), prize) is None


@pytest.mark.parametrize(
    ("day", "number"), [(dt.date(2025, 3, 1), 97), (dt.date(2024, 6, 1), 96), (dt.date(1930, 1, 1), 1)]
)
def test_the_latest_edition_is_the_last_whose_nominations_are_out(tiny: Record, day: dt.date, number: int) -> None:
    row = Calendar(tiny, day).latest("oscars")

    assert row is not None
    assert row.number == number


def test_before_the_first_ceremony_there_is_no_latest(tiny: Record) -> None:
    assert Calendar(tiny, dt.date(1900, 1, 1)).latest("oscars") is None


# --- the award a story is about -----------------------------------------------------------------------------------


def test_a_story_that_names_no_award_is_about_the_academy_awards() -> None:
    assert main_award([[MIKEY, WON]]) == MAIN_AWARD


def test_a_story_that_names_one_other_award_is_about_that() -> None:
    assert main_award([[MIKEY, WON, GUILD]]) == "sag"


def test_a_story_that_names_both_alike_is_about_the_academy_awards() -> None:
    assert main_award([[GUILD, OSCARS], [GUILD]]) == MAIN_AWARD


# --- frames -------------------------------------------------------------------------------------------------------


def frames_of(calendar: Calendar, *items: Item) -> list[tuple[str, int | None, bool]]:
    """The award, edition and explicitness of each frame for a match over all but the last items."""
    sentence = sentence_of(items)
    found = near_frames(Outlook.over([items], calendar), Place(sentence, (0, 2), ()))
    return [(frame.award, frame.edition, frame.is_explicit) for frame in found]


def test_without_a_word_of_it_the_latest_ceremony_is_meant_or_any(calendar: Calendar) -> None:
    assert frames_of(calendar, MIKEY, WON)[:2] == [("oscars", 97, False), ("oscars", None, False)]


def test_an_edition_named_in_the_clause_is_the_only_one(calendar: Calendar) -> None:
    edition = Item("EDITION", 20, 30, Edition("oscars", 96), award="oscars")

    assert frames_of(calendar, MIKEY, WON, edition) == [("oscars", 96, True)]


def test_a_year_after_in_is_the_year_of_the_ceremony(calendar: Calendar) -> None:
    assert frames_of(calendar, MIKEY, WON, Item("IN", 20, 22), Item("YEAR", 23, 27, 2014))[0] == ("oscars", 86, True)


def test_on_the_night_another_edition_is_less_likely(calendar: Calendar) -> None:
    outlook = Outlook.over([(MIKEY, WON)], calendar)
    bare, nightly = sentence_of((MIKEY, WON)), sentence_of((MIKEY, WON, Item("TIME", 20, 30, "night")))
    weights = [near_frames(outlook, Place(sentence, (0, 2), ()))[-1].weight for sentence in (bare, nightly)]

    assert weights[0] > weights[1]


def test_an_award_named_in_the_clause_is_the_only_one(calendar: Calendar) -> None:
    assert {award for award, _, _ in frames_of(calendar, MIKEY, WON, GUILD)} == {"sag"}


# --- who "she" is -------------------------------------------------------------------------------------------------


def last_item(*sentences: tuple[Item, ...]) -> Item:
    """The first item of the last sentence, after resolving."""
    return resolve([sentence_of(items) for items in sentences])[-1].items[0]


def test_she_is_the_woman_named_before() -> None:
    assert last_item((MIKEY, WON), (SHE, WON)).value == MADISON


def test_she_is_not_the_man_named_after_her() -> None:
    assert last_item((MIKEY, WON), (ADRIEN, WON), (SHE, WON)).value == MADISON


def test_he_is_nobody_where_only_women_are_named() -> None:
    assert last_item((MIKEY, WON), (HE, WON)).value is None


def test_the_others_whom_she_may_be_are_kept() -> None:
    item = last_item((DEMI, WON), (MIKEY, WON), (SHE, WON))

    assert (item.value, item.others) == (MADISON, (MOORE,))


def test_who_is_the_person_just_before() -> None:
    (sentence,) = resolve([sentence_of((ADRIEN, MIKEY, Item("WHO", 6, 9), WON))])

    assert sentence.items[2].value == MADISON


def test_the_film_is_the_film_named_last() -> None:
    one, other = Item("FILM", 0, 5, CONCLAVE), Item("FILM", 0, 5, ANORA)

    assert last_item((one, WON), (other, WON), (Item("THEFILM", 0, 8), WON)).value == ANORA


def test_it_is_no_person() -> None:
    assert last_item((MIKEY, WON), (Item("IT", 0, 2), WON)).value is None


def test_nothing_named_too_long_ago_is_meant() -> None:
    filler = [(WON, WON)] * 10

    assert last_item((MIKEY, WON), *filler, (SHE, WON)).value is None


@given(st.lists(st.lists(st.sampled_from(KINDS), min_size=1, max_size=6).map(" ".join), max_size=5))
def test_resolving_changes_what_items_mean_and_nothing_else(texts: list[str]) -> None:
    sentences = [sentence_of(items_of(kinds)) for kinds in texts]
    found: list[Sentence] = resolve(sentences)

    assert [[(item.kind, item.start, item.end) for item in sentence.items] for sentence in found] == [
        [(item.kind, item.start, item.end) for item in sentence.items] for sentence in sentences
    ]
