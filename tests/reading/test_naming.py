"""Which names are meant as names, and whom they mean; on the tiny record."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.claims import Film, Person
from palmares.reading.items import Item, Work
from palmares.reading.naming import LIKELY, view
from palmares.reading.reader import mentions
from palmares.reading.sentences import stretches
from palmares.record import Record, fold

AS_OF = dt.date(2025, 3, 3)


def names(record: Record, text: str, *, as_of: dt.date = AS_OF) -> dict[str, str]:
    """What each mention in a text is written as, and the id of what it means."""
    found = mentions_in(record, text, as_of=as_of)
    return {text[item.start : item.end]: identity(item.value) for _, item in sorted(found.items())}


def mentions_in(record: Record, text: str, *, as_of: dt.date = AS_OF) -> dict[int, Item]:
    """The mentions in a text by where they start."""
    folded = fold(text)
    return mentions(record, text, folded, record.names.hits(folded, text), cut=stretches(text), as_of=as_of)


def identity(value: object) -> str:
    """The id of a film or person; for a song its title."""
    if isinstance(value, Film | Person):
        return value.id
    return value.title if isinstance(value, Work) else repr(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mikey Madison went home.", {"Mikey Madison": "mikey-madison"}),
        ("Then Mikey Madison met Demi Moore.", {"Mikey Madison": "mikey-madison", "Demi Moore": "demi-moore"}),
        ("mikey madison went home.", {}),
        ("In time Karla Sofia Gascon spoke.", {"Karla Sofia Gascon": "karla-sofia-gascon"}),
        ("Nobody here is in the record.", {}),
    ],
)
def test_a_full_name_is_a_person_when_written_with_capitals(tiny: Record, text: str, expected: dict[str, str]) -> None:
    assert names(tiny, text) == expected


def test_a_surname_is_the_person_named_in_full_before(tiny: Record) -> None:
    text = "Mikey Madison went home. Later Madison slept."

    assert names(tiny, text)["Madison"] == "mikey-madison"


def test_a_surname_of_a_nominee_in_view_needs_no_introduction(tiny: Record) -> None:
    assert names(tiny, "Even so, Madison slept.") == {"Madison": "mikey-madison"}


def test_a_surname_beside_another_capital_is_part_of_a_longer_name(tiny: Record) -> None:
    assert names(tiny, "They met on Madison Avenue.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Her train was late.",
        "He gave her a ticket.",
        "The flow of traffic was slow.",
        "She met a maestro in Roma.",
        "A parasite lives in the gut.",
        "Gravity keeps us down.",
    ],
)
def test_an_ordinary_word_is_no_title(tiny: Record, text: str) -> None:
    assert names(tiny, text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('We saw "Her" twice.', {"Her": "her-2013"}),
        ("We saw “Gravity” twice.", {"Gravity": "gravity-2013"}),
        ("We saw *Roma* twice.", {"Roma": "roma-2018"}),
        ("We saw “A Man for All Seasons”.", {"A Man for All Seasons": "a-man-for-all-seasons-1966"}),
    ],
)
def test_a_marked_word_is_a_title(tiny: Record, text: str, expected: dict[str, str]) -> None:
    assert names(tiny, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Anora won.", {"Anora": "anora-2024"}),
        ("Then anora won.", {}),
        ("Then The Brutalist won.", {"The Brutalist": "the-brutalist-2024"}),
        ("Then the wolf of Wall Street slept.", {}),
        ("Then Past Lives won.", {"Past Lives": "past-lives-2023"}),
    ],
)
def test_a_title_without_marks_needs_capitals_and_a_season_in_view(
    tiny: Record, text: str, expected: dict[str, str]
) -> None:
    assert names(tiny, text) == expected


def test_a_bare_word_of_a_season_out_of_view_is_no_title(tiny: Record) -> None:
    assert names(tiny, "Then Gravity won.") == {}


def test_a_year_in_the_text_brings_its_films_into_view(tiny: Record) -> None:
    assert names(tiny, "In 2014 we saw Gravity.") == {"Gravity": "gravity-2013"}


def test_a_title_once_marked_is_a_title_everywhere_in_the_text(tiny: Record) -> None:
    text = 'We saw "Gravity" first. Then Gravity won.'

    assert len(mentions_in(tiny, text)) == 2


@pytest.mark.parametrize(
    ("year", "expected"), [(1938, "a-star-is-born-1937"), (1955, "a-star-is-born-1954"), (2019, "a-star-is-born-2018")]
)
def test_of_several_films_of_a_title_the_nearest_in_time_comes_first(tiny: Record, year: int, expected: str) -> None:
    assert names(tiny, 'We saw "A Star Is Born".', as_of=dt.date(year, 3, 3)) == {"A Star Is Born": expected}


def test_the_other_films_of_a_title_are_kept(tiny: Record) -> None:
    text = 'We saw "A Star Is Born".'
    (item,) = mentions_in(tiny, text).values()

    assert {identity(value) for value in (item.value, *item.others)} == {
        "a-star-is-born-1937",
        "a-star-is-born-1954",
        "a-star-is-born-2018",
    }


def test_the_view_is_of_the_years_named_and_of_the_days_before(tiny: Record) -> None:
    seasons = view(tiny, "in 1938 and at the 91st academy awards", AS_OF).seasons

    assert seasons == {2025, 2024, 2023, 1938, 1937, 2018}


PIECES = st.lists(
    st.one_of(
        st.sampled_from(["Mikey Madison", "Madison", "Her", "Anora", "The Brutalist", "A Star Is Born", "1938"]),
        st.sampled_from(['"', "“", "”", "'s", " ", ". ", ", ", "the ", "In ", "\n\n"]),
    )
).map("".join)


@given(text=st.one_of(PIECES, st.text(max_size=40)))
def test_a_mention_lies_within_the_text_and_means_few_things(tiny: Record, text: str) -> None:
    found = mentions_in(tiny, text)

    assert all(start == item.start < item.end <= len(text) for start, item in found.items())
    assert all(len(item.others) < LIKELY for item in found.values())
